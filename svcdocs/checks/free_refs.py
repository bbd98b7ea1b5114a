"""References that come twice, and the next in their row that is free."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from svcdocs.model.as_written import canonical_ref
from svcdocs.model.wordings import Planned

_NUMBERED = re.compile(r"(?P<before>.*?)(?P<number>\d+)")
_FURTHEST = 1000


def seen_twice(group: Iterable[Planned]) -> Iterator[tuple[Planned, Planned]]:
    """Each record whose reference another before it has, in any spelling, and that other."""
    first: dict[str, Planned] = {}
    for record in group:
        key = record.ref.canonical
        if key and key in first:
            yield record, first[key]
        elif key:
            first[key] = record


def first_free(ref: str, group: Iterable[Planned]) -> str:
    """The next reference after one that ends in a number, written as it is, and that no record has; "" for others."""
    found = _NUMBERED.fullmatch(ref.strip())
    if found is None:
        return ""
    taken = {record.ref.canonical for record in group}
    number, width = int(found["number"]), len(found["number"])
    following = (f"{found['before']}{n:0{width}d}" for n in range(number + 1, number + _FURTHEST))
    return next((one for one in following if canonical_ref(one) not in taken), "")
