"""The records of one plan by every way in which a cell may name them: their references, and their wordings.

A wording names a record as its reference does: all of it, its first line, or the title before a dash or colon, where no
other record has that. Capitals, blanks and punctuation are left out of account.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from svcdocs.model.as_written import canonical_ref
from svcdocs.model.service_plan import Action, Indicator, Objective, Risk, ServicePlan
from svcdocs.model.text import Text

Planned = Objective | Action | Indicator | Risk

LONGEST_REF = 12
"""What has more characters is a wording and not a reference."""

_WORD = re.compile(r"[^\W\d_]{4}")
_TITLE_ENDS = re.compile(r" [-–—] |[:;]\s")


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a plan by their references and by their wordings, both in canonical form."""

    by_ref: Mapping[str, tuple[Planned, ...]] = field(default_factory=dict)
    by_wording: Mapping[str, tuple[Planned, ...]] = field(default_factory=dict)


def records_of(plan: ServicePlan) -> Records:
    """Every way to name the objectives, actions, indicators and risks of a plan.

    Records of one reference or of the same wording are all named by it; a title or first line names the only one that
    begins so.
    """
    refs, wholes, beginnings = dict[str, list[Planned]](), dict[str, list[Planned]](), dict[str, list[Planned]]()
    for record in planned(plan):
        refs.setdefault(record.ref.canonical, []).append(record)
        wholes.setdefault(canonical_ref(wording_of(record).plain), []).append(record)
        for beginning in set(map(canonical_ref, beginnings_of(wording_of(record)))):
            beginnings.setdefault(beginning, []).append(record)
    only = {name: found for name, found in beginnings.items() if len(found) == 1}
    return Records(_fixed(refs), _fixed(only | wholes))


def planned(plan: ServicePlan) -> Iterator[Planned]:
    """Every record of a plan that may be referred to, sheet by sheet."""
    yield from plan.objectives
    yield from plan.all_actions
    yield from plan.indicators
    yield from plan.risks


def key_of(record: Planned) -> str:
    """What tells a record from others in links: its reference in canonical form; for want of one, its wording."""
    return record.ref.canonical or canonical_ref(wording_of(record).plain)


def wording_of(record: Planned) -> Text:
    """The words by which people know a record."""
    match record:
        case Objective():
            return record.text
        case Action():
            return record.title
        case Indicator():
            return record.name
        case Risk():
            return record.cause


def beginnings_of(wording: Text) -> Iterator[str]:
    """What people write in place of a whole wording: its first line, and the title before a dash or colon in it."""
    if wording.blocks:
        line = wording.blocks[0].plain
        yield line
        yield _TITLE_ENDS.split(line, maxsplit=1)[0]


def may_be_wording(written: str) -> bool:
    """Whether what is written may be more than a reference: "B2" is one, and "B, 2" two of them."""
    return len(written.strip()) > LONGEST_REF or _WORD.search(written) is not None


def _fixed(found: Mapping[str, Iterable[Planned]]) -> dict[str, tuple[Planned, ...]]:
    return {name: tuple(records) for name, records in found.items() if name}
