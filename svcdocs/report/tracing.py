"""A record by its reference: where it was written, what it is linked to, and which places of a document print it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from svcdocs.model.as_written import Ref, Refs, Written, canonical_ref
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle, Linked, named_refs
from svcdocs.model.findings import CellRef, Finding, in_short
from svcdocs.model.framework import Priority
from svcdocs.model.given_refs import GivenRef
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Action, Indicator, Objective, Risk
from svcdocs.model.spellings import parents
from svcdocs.model.text import Text
from svcdocs.model.wordings import planned, wording_of

_KINDS: Mapping[type[Record], str] = {Objective: "objective", Action: "action", Indicator: "indicator", Risk: "risk"}
_ENOUGH = 12
"""So many characters of a wording tell it from other words in a document."""
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Traced:
    """A record that a reference names. ``service`` is "" for the council's priorities."""

    service: str
    record: Linked

    @property
    def kind(self) -> str:
        """What sort of thing it is: "objective", "action", "indicator", "risk", or the level of a priority."""
        if isinstance(self.record, Priority):
            return self.record.level.strip().lower() or "priority"
        return _KINDS[type(self.record)]

    @property
    def wording(self) -> str:
        """The words by which people know it."""
        return self.record.text.plain if isinstance(self.record, Priority) else wording_of(self.record).plain

    def __str__(self) -> str:
        ref = f" {self.record.ref}" if self.record.ref else ""
        whose = f" ({self.service})" if self.service else ""
        return f"{self.kind}{ref} '{in_short(self.wording)}'{whose}"


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a record as it is written: the heading of its column, the cell, and what stands in it."""

    title: str
    where: CellRef | None
    text: str

    def as_json(self) -> dict[str, Any]:
        """The cell for programs."""
        return {"field": self.title, "cell": self.where.cell if self.where else None, "text": self.text}


def traced(cycle: Cycle, name: str, given: Iterable[GivenRef] = ()) -> tuple[Traced, ...]:
    """Every record that a reference, one that was ``given``, or a whole wording names: the council's own first."""
    wanted = canonical_ref(name)
    if not wanted:
        return ()
    every = tuple(every_record(cycle))
    by_ref = [one for one in every if one.record.ref.canonical == wanted]
    by_words = [one for one in every if canonical_ref(one.wording) == wanted]
    words = {(each.service, folded(each.words)) for each in given if canonical_ref(each.ref) == wanted}
    by_given = [one for one in every if not one.record.ref and (one.service, folded(one.wording)) in words]
    priority = cycle.priority(name)
    former = [] if priority is None or by_ref else [Traced("", priority)]
    found = by_ref + by_given or by_words or former
    return tuple({id(one.record): one for one in found}.values())


def near_to(cycle: Cycle, name: str) -> tuple[Traced, ...]:
    """The records whose reference or wording is most like what was typed, the likeliest first."""
    every = tuple(every_record(cycle))
    refs = {one.record.ref.canonical: one for one in every if one.record.ref}
    words = {folded(one.wording): one for one in every if one.wording}
    wanted = folded(name)
    found = [refs[key] for key in difflib.get_close_matches(canonical_ref(name), refs, n=_NEAR, cutoff=0.6)]
    found += [one for key, one in words.items() if len(wanted) >= _ENOUGH // 2 and wanted in key][:_NEAR]
    found += [words[key] for key in difflib.get_close_matches(wanted, words, n=_NEAR, cutoff=0.6)]
    return tuple({id(one.record): one for one in found}.values())[:_NEAR]


def cells_of(record: Record) -> Iterator[Cell]:
    """Every field of a record in which something is written, and those of its parts, in the order of the sheet."""
    for name, info in type(record).model_fields.items():
        value, title = getattr(record, name), info.title or name
        if isinstance(value, dict):
            for member, inner in value.items():
                if str(inner).strip():
                    yield Cell(title.replace("{}", member), record.cell(f"{name} {member}"), str(inner))
        elif isinstance(value, tuple):
            for part in value:
                yield from cells_of(part)
        elif isinstance(value, Written | Text | str) and str(value).strip():
            yield Cell(title, record.cell(name), str(value))


def names_of(cycle: Cycle, one: Traced) -> tuple[Traced, ...]:
    """What a record names: under what it stands, what it serves, by what it is measured."""
    record = one.record
    if isinstance(record, Priority):
        rows = cycle.framework.priorities
        above = next((ref for row, ref in zip(rows, parents(rows), strict=True) if row is record), "")
        found = cycle.priority(above) if above else None
        return (Traced("", found),) if found is not None and found is not record else ()
    return tuple(_linked(cycle, one, named_refs(record).values()))


def named_by(cycle: Cycle, one: Traced) -> tuple[Traced, ...]:
    """What names a record, service by service."""
    others = (other for other in every_record(cycle) if other.record is not one.record)
    return tuple(other for other in others if any(each.record is one.record for each in names_of(cycle, other)))


def findings_of(one: Traced, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What was found in the cells of a record and of its parts."""
    cells = {cell.where for cell in cells_of(one.record)}
    rows = {(each.origin.file, each.origin.sheet, each.origin.row) for each in _parts(one.record) if each.origin}
    return tuple(
        finding
        for finding in findings
        if finding.where and (finding.where in cells or (_row(finding.where) in rows and _row(finding.where)[2]))
    )


def is_printed(one: Traced, cells: Sequence[str], *, own: bool) -> str:
    """How a place of a document prints a record: "in full", "named" by its reference alone, or "" for not at all.

    ``own`` says that the reference can mean no other record there: it then counts wherever it stands alone in a cell or
    behind "For".
    """
    wording, ref = folded(one.wording.split("\n", 1)[0]), one.record.ref.canonical
    texts = [folded(line) for cell in cells for line in cell.split("\n")]
    if wording and any(wording == text or (len(wording) >= _ENOUGH and wording in text) for text in texts):
        return "in full"
    if own and ref and any(ref in _refs_in(line) for cell in cells for line in cell.split("\n")):
        return "named"
    return ""


def every_record(cycle: Cycle) -> Iterator[Traced]:
    """Every record of a cycle that may have a reference: the council's priorities, then service by service."""
    yield from (Traced("", row) for row in cycle.framework.priorities)
    for plan in cycle.plans:
        yield from (Traced(plan.service, record) for record in planned(plan))


def _refs_in(line: str) -> Iterator[str]:
    """The references that a line consists of: "HC1, HC1a", and the first part of "For HC1, HC1a · Housing"."""
    head = line.partition(" · ")[0].removeprefix("For ")
    return (ref.canonical for ref in Refs(text=head).items)


def _linked(cycle: Cycle, one: Traced, cells: Iterable[Refs | Ref]) -> Iterator[Traced]:
    """What some cells name, each once and never the record itself: an action A1 "for A1" is for the council's A1."""
    seen = {id(one.record)}
    for cell in cells:
        for named in cycle.named(one.service, cell):
            for record in (*named.found, *((named.priority,) if named.priority is not None else ())):
                if id(record) not in seen:
                    seen.add(id(record))
                    yield Traced("" if isinstance(record, Priority) else one.service, record)


def _parts(record: Record) -> Iterator[Record]:
    yield record
    yield from getattr(record, "steps", ())


def _row(where: CellRef) -> tuple[str, str, int]:
    digits = where.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return where.file, where.sheet, int(digits) if digits.isdecimal() else 0
