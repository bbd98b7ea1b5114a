"""What is to be put right: a finding names the place, says what is wrong in a sentence, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

_MOST = 60


def in_short(words: str) -> str:
    """Words as a message quotes them: their first line, without the sign of a list, cut where it is too long."""
    first = words.strip().split("\n", 1)[0].removeprefix("• ")
    return first if len(first) <= _MOST else first[: _MOST - 3].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class CellRef:
    """One cell of one workbook, as a person would look it up. ``cell`` is in A1 style."""

    file: str
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.file, self.sheet and f"'{self.sheet}'", self.cell) if part)


class Severity(StrEnum):
    """How much a finding matters: an error blocks the documents it touches, a warning asks, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def asks(self) -> str:
        """What a finding of this weight asks of its reader, in words."""
        return {"error": "to put right", "warning": "please check", "note": "for information"}[self.value]

    @property
    def heading(self) -> str:
        """The same over the findings that whoever filled in a workbook hears of, in a letter and in a marked copy."""
        return {"error": "To put right", "warning": "Please check", "note": "For your information"}[self.value]


Audience = Literal["team", "service", "officer", "finance", "hr", "other"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right.

    ``service`` is empty for what touches the whole cycle; ``where`` is None for what has no cell. ``moves_rows`` says
    that mending it puts in rows, after which the cells below are no longer where the other findings say; ``shared``
    that the policy officer hears of it beside whoever filled in the workbook.
    """

    code: str
    severity: Severity
    message: str
    hint: str
    audience: Audience = "team"
    service: str = ""
    where: CellRef | None = None
    field: str = ""
    moves_rows: bool = False
    shared: bool = False

    @property
    def blocks(self) -> bool:
        """Whether a document may not be built while this stands."""
        return self.severity is Severity.ERROR

    def as_json(self) -> dict[str, str | None]:
        """The finding under its published names; places it lacks are null."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "for": self.audience,
            "service": self.service or None,
            "file": (self.where.file or None) if self.where else None,
            "sheet": (self.where.sheet or None) if self.where else None,
            "cell": (self.where.cell or None) if self.where else None,
            "field": self.field or None,
            "message": self.message,
            "hint": self.hint,
        }
