"""What a contributor is written: what to fill in, or what has come and what is to be put right, and what comes next.

Made by a command; a report makes the text of it. One who reads it has never heard of this program.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from svcdocs.model.calendar import Coming
from svcdocs.model.effort import Asked
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.model.folding import Elsewhere, Fold, folded_findings
from svcdocs.model.receipts import SheetCount

MOST, MOST_TO_KNOW = 10, 30
"""So many matters a letter tells one by one, and so many where nothing is asked; the marked copy has all of them."""
FEW_MORE = 3
"""Where no more than these would be left over, they are told as well: another round for them costs a team more."""


class Kind(StrEnum):
    """What a letter is about: the first of these that holds.

    * fill in: nothing has come back yet, or only what was sent out.
    * put right: something that came back keeps a document from being made, or is asked about.
    * thanks: there is nothing to put right and nothing to check.
    * officer: the policy officer's own list: what is no contributor's to put right.
    """

    FILL_IN = "fill in"
    PUT_RIGHT = "put right"
    THANKS = "thanks"
    OFFICER = "officer"


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to be written to or asked; what is not known of them is blank."""

    name: str = ""
    email: str = ""
    telephone: str = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.email, self.telephone) if part)


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing a letter tells: what is wrong where, what stands there now, and what to do about it.

    ``cells`` are all those that are meant, ``first`` the one the message is about; ``value`` is what stands in that,
    None where nobody can tell. ``field`` is our heading of the column, ``called`` what the workbook has there, where
    that is another. ``elsewhere`` says what is different in the others,
    and ``count`` how many findings it stands for.
    """

    severity: Severity
    sheet: str
    cells: str
    first: str
    field: str
    value: str | None
    message: str
    remedy: str
    file: str = ""
    called: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Answered:
    """What one reason given on a row was taken to answer: the cell and sheet it stands in, and the matters.

    Of each matter the cell and the column it is about, and what would be asked otherwise.
    """

    sheet: str
    cell: str
    reason: str
    matters: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Returned:
    """What has come back of a workbook, in short.

    ``unprinted`` is what stands in it for people and is told to the policy officer too: comments, sheets of their own.
    ``received`` is the day as it is said, blank where nobody knows, and ``called`` what the file was called when it
    came; ``joined`` names the version it was put together with, if it was. ``changes`` are lines, against ``since``.
    """

    received: str = ""
    called: str = ""
    joined: str = ""
    arrived: tuple[SheetCount, ...] = ()
    blank: tuple[str, ...] = ()
    since: str = ""
    changes: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    unprinted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """What one contributor is written on a day.

    ``plan`` is what their workbook is about, as a heading has it. ``due`` is the day by which it is due back, as it is
    said, and ``late`` says that it is over. ``asked`` are the sheets to fill in and ``minutes`` what that may take;
    ``returned`` what has come back. ``matters`` are told one by one, ``rest`` counts the others by sheet, ``counts``
    all of them by severity; ``marked`` is the name of the copy in which each of them is marked at its cell. ``owes``
    are things that others wait for, ``next`` what the calendar has from this day on. ``answered`` are the reasons they
    have given, each with what is not asked because of it.
    """

    kind: Kind
    contributor: str
    council: str
    plan: str
    to: Contact
    officer: Contact
    file: str = ""
    due: str = ""
    late: bool = False
    asked: tuple[Asked, ...] = ()
    minutes: int = 0
    returned: Returned = field(default_factory=Returned)
    matters: tuple[Matter, ...] = ()
    rest: tuple[tuple[str, int], ...] = ()
    counts: Mapping[Severity, int] = field(default_factory=dict)
    marked: str = ""
    owes: tuple[str, ...] = ()
    next: tuple[Coming, ...] = ()
    answered: tuple[Answered, ...] = ()

    @property
    def to_mend(self) -> int:
        """How many findings ask for something: to be put right or checked."""
        return self.counts.get(Severity.ERROR, 0) + self.counts.get(Severity.WARNING, 0)


def matters_of(
    findings: Sequence[Finding], values: Mapping[CellRef, str], most: int = MOST
) -> tuple[tuple[Matter, ...], tuple[tuple[str, int], ...]]:
    """Findings, the most pressing first, as a letter tells them: so many one by one, and a count of the rest by sheet.

    A rest of a few is told as well.

    ``values`` gives what stands in the cells of their workbook. What comes again in many cells counts as one matter.
    Where nothing is asked more are told, since there will be no letter after this one.
    """
    folds = folded_findings(findings)
    if all(one.severity is Severity.NOTE for one in findings):
        most = max(most, MOST_TO_KNOW)
    if len(folds) <= most + FEW_MORE:
        most = len(folds)
    rest: dict[str, int] = {}
    for fold in folds[most:]:
        sheet = fold.first.where.sheet if fold.first.where else ""
        rest[sheet] = rest.get(sheet, 0) + len(fold.findings)
    return tuple(_matter(fold, values) for fold in folds[:most]), tuple(rest.items())


def _matter(fold: Fold, values: Mapping[CellRef, str]) -> Matter:
    one = fold.first
    return Matter(
        severity=one.severity,
        sheet=one.where.sheet if one.where else "",
        cells=fold.cells,
        first=one.where.cell if one.where else "",
        field=one.field,
        value=values.get(one.where) if one.where else None,
        message=one.message,
        remedy=one.hint,
        file=one.where.file if one.where else "",
        elsewhere=fold.elsewhere,
        count=len(fold.findings),
    )
