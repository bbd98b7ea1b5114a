"""References for what came without: found again by what it says, and given once for life."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from svcdocs.comparison.matching import matched
from svcdocs.model.as_written import canonical_ref
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import CellRef, in_short
from svcdocs.model.given_refs import REFERENCED, GivenRef, new_refs, refs_in
from svcdocs.model.service_plan import Action, Indicator, Objective
from svcdocs.project import Project, read_register, write_register

_NAMED: dict[str, tuple[type[Record], str]] = {
    "objectives": (Objective, "text"),
    "council_actions": (Action, "title"),
    "actions": (Action, "title"),
    "indicators": (Indicator, "name"),
}
"""For each part the kind of record it holds, and the field whose words name one."""


@dataclass(frozen=True, slots=True)
class Given:
    """A reference that was given just now, and the cell of the record that has it."""

    ref: GivenRef
    where: CellRef | None

    def __str__(self) -> str:
        sheet = f" ({self.where.sheet} {self.where.cell})" if self.where else ""
        return f"{self.ref.ref}: {in_short(self.ref.words)}{sheet}"


def give_refs(project: Project, cycle: Cycle, today: date) -> tuple[Given, ...]:
    """Give a reference to everything without one that others may refer to, and keep it; gives back the new ones.

    What had one given before is found again by its words, one to one, and keeps it.

    Raises:
        SvcdocsError: the register cannot be understood or written; nothing was given then.
    """
    known = read_register(project)
    taken = refs_in(cycle) | {canonical_ref(each.ref) for each in known}
    kept = {each.ref: each for each in known}
    new: list[Given] = []
    for plan in cycle.plans:
        refs = new_refs(plan.service, taken)
        for part in REFERENCED:
            before = [each for each in known if (each.service, each.part) == (plan.service, part)]
            for record, given in _found(part, before, getattr(plan, part)):
                words = _words(part, record)
                made = (
                    replace(given, words=words)
                    if given
                    else GivenRef(next(refs), plan.service, part, words, today.isoformat())
                )
                kept[made.ref] = made
                if given is None:
                    new.append(Given(made, record.cell("ref")))
    if tuple(kept.values()) != known:
        write_register(project, tuple(kept.values()))
    return tuple(new)


def _found(
    part: str, before: Sequence[GivenRef], records: Sequence[Record]
) -> Iterator[tuple[Record, GivenRef | None]]:
    """Each record that has no reference of its own, with the one that was given to it, if any was."""
    kind, field = _NAMED[part]
    silent = [
        record for record in records if not canonical_ref(str(getattr(record, "ref", ""))) and _words(part, record)
    ]
    typed = {canonical_ref(str(getattr(record, "ref", ""))) for record in records}
    free = [each for each in before if canonical_ref(each.ref) not in typed]
    known = [kind.model_validate({field: each.words}) for each in free]
    of = {id(record): each for record, each in zip(known, free, strict=True)}
    for pair in matched(known, silent):
        if pair.after is not None:
            yield pair.after, of[id(pair.before)] if pair.before is not None else None


def _words(part: str, record: Record) -> str:
    words: str = getattr(record, _NAMED[part][1]).plain
    return words
