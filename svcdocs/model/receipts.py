"""What a contributor is told of a return: what arrived, what did not, and what has changed since the last one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from svcdocs.model.amounts import AmountKind
from svcdocs.model.as_written import Amount, Dates, Number, Target, WrittenDate
from svcdocs.model.base import Record
from svcdocs.model.dates import DateKind
from svcdocs.model.tallies import Tallies
from svcdocs.model.targets import TargetKind

_NO_DATE = (DateKind.UNKNOWN, DateKind.IMPOSSIBLE)


@dataclass(frozen=True, slots=True)
class SheetCount:
    """How much of a sheet arrived: ``counts`` as a person says them, "14 actions", "31 steps"."""

    sheet: str
    counts: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.sheet}: {', '.join(self.counts)}"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure of a line, or a control total, that is another than before; "" where there was or is none."""

    service: str
    line: str
    column: str
    before: str
    after: str

    def __str__(self) -> str:
        old, new = self.before or "none", self.after or "none"
        return f"{self.service}: {self.line}, {self.column}: {old} → {new}"

    def as_json(self) -> dict[str, str | None]:
        """The change under its published names; what there was or is not is null."""
        return {
            "service": self.service,
            "line": self.line,
            "column": self.column,
            "before": self.before or None,
            "after": self.after or None,
        }


@dataclass(frozen=True, slots=True)
class FiguresReceived:
    """What is told of the figures in a finance workbook: its control totals, and what is another than before.

    ``contradicted`` names the sentences of plans that these figures contradict and those before did not.
    """

    tallies: Tallies
    changes: tuple[FigureChange, ...] = ()
    moved: tuple[FigureChange, ...] = ()
    contradicted: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The figures under their published names."""
        return {
            "version": self.tallies.version or None,
            "unit": self.tallies.unit or None,
            "lines": self.tallies.lines,
            "totals": [
                {
                    "service": one.service or None,
                    "fund": one.fund or None,
                    "type": one.kind,
                    "lines": one.lines,
                    "sums": {column: None if amount is None else f"{amount:f}" for column, amount in one.sums},
                }
                for one in self.tallies.tallies
            ],
            "not_in_totals": [str(one) for one in self.tallies.left_out],
            "changes": [one.as_json() for one in self.changes],
            "moved": [one.as_json() for one in self.moved],
            "contradicted": list(self.contradicted),
        }


@dataclass(frozen=True, slots=True)
class Receipt:
    """What arrived with one return.

    ``file`` is what it was called, ``version`` its number in the archive. ``sheets`` count what was read; ``empty``
    names what is still blank, ``ignored`` what was not read because it is somebody's own or stands where nothing is
    asked, ``as_written`` what was kept though nobody can tell which date, figure or sum it means. ``declared`` says
    that it is ready, and who says so, ``message`` what they want to tell; ``changes`` what is different from ``since``;
    ``given`` the references that were given to what had none. ``notes`` say what was done with it, and ``clashes``
    where two copies differ. ``findings`` counts what is to be put right, by severity.
    ``figures`` are told of a finance workbook beside.
    ``for_officer`` says what the policy officer may do about it, and is sent to nobody.
    """

    contributor: str
    file: str
    version: int
    received: str
    notes: tuple[str, ...] = ()
    clashes: tuple[str, ...] = ()
    sheets: tuple[SheetCount, ...] = ()
    empty: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    as_written: tuple[str, ...] = ()
    declared: str = ""
    message: str = ""
    since: str = ""
    changes: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    findings: Mapping[str, int] | None = None
    figures: FiguresReceived | None = None
    for_officer: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The receipt for programs."""
        return {
            "contributor": self.contributor,
            "file": self.file,
            "version": self.version,
            "received": self.received,
            "notes": [*self.notes, *self.for_officer],
            "clashes": list(self.clashes),
            "sheets": {each.sheet: list(each.counts) for each in self.sheets},
            "empty": list(self.empty),
            "ignored": list(self.ignored),
            "as_written": list(self.as_written),
            "declared": self.declared or None,
            "message": self.message or None,
            "since": self.since or None,
            "changes": list(self.changes),
            "given": list(self.given),
            "findings": dict(self.findings or {}),
            "figures": self.figures.as_json() if self.figures else None,
        }


def without_meaning(record: Record) -> Iterator[tuple[Record, str, str]]:
    """What is kept of a record as it was written because nobody can tell what it means.

    Of each: the record itself or the part of it that holds it, the key of the field there, and its words.
    """
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, tuple):
            for part in value:
                yield from without_meaning(part)
        elif isinstance(value, Mapping):
            yield from ((record, f"{name} {key}", str(cell)) for key, cell in value.items() if not _is_understood(cell))
        elif not _is_understood(value):
            yield record, name, str(value)


def _is_understood(value: object) -> bool:
    match value:
        case WrittenDate():
            return value.meaning.kind not in _NO_DATE
        case Dates():
            return all(each.meaning.kind not in _NO_DATE for each in value.items)
        case Target():
            return value.meaning.kind is not TargetKind.WORDS
        case Amount():
            return value.meaning.kind is not AmountKind.WORDS
        case Number():
            return value.value is not None or not value.text
    return True
