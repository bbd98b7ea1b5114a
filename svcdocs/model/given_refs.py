"""References given to what has none: a service's letters, an x and a number, kept for life and never used twice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from svcdocs.model.as_written import canonical_ref
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan

REFERENCED = ("objectives", "council_actions", "actions", "indicators")
"""The parts of a plan whose records are referred to."""
_SMALL = frozenset({"and", "of", "the", "for", "in", "to", "a", "an"})


@dataclass(frozen=True, slots=True)
class GivenRef:
    """A reference that was given to a record of a service: in which part, by which words it is known, and on which day.

    The words follow the record as it is rewritten; the reference stays.
    """

    ref: str
    service: str
    part: str
    words: str
    given: str


def new_refs(service: str, taken: Collection[str], sign: str = "x") -> Iterator[str]:
    """References for a service that nobody uses, without end: "HC-x1", "HC-x2". ``taken`` are canonical forms.

    The x keeps them apart from what people number themselves, by now and later; requests to a service have an r there.
    """
    number = 0
    while True:
        number += 1
        ref = f"{_letters(service)}-{sign}{number}"
        if canonical_ref(ref) not in taken:
            yield ref


def refs_in(cycle: Cycle) -> frozenset[str]:
    """The canonical form of every reference that somebody has typed as the reference of something."""
    plans = (record for plan in cycle.plans for record in _records(plan))
    return frozenset(
        canonical
        for record in (*_records(cycle.framework), *plans)
        if (canonical := canonical_ref(str(getattr(record, "ref", ""))))
    )


def _records(held: ServicePlan | Framework) -> Iterator[Record]:
    for name in type(held).model_fields:
        value = getattr(held, name)
        if isinstance(value, tuple):
            yield from (record for record in value if isinstance(record, Record))


def _letters(service: str) -> str:
    """The first letters of the words of a service's name; of a single word its first two."""
    words = [word for word in re.findall(r"\w+", service) if word.casefold() not in _SMALL and not word.isdecimal()]
    letters = "".join(word[0] for word in words) if len(words) > 1 else "".join(words)[:2]
    return letters.upper()[:4] or "X"
