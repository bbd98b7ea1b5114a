"""Whether what stands in a cell may belong into a column: told from its type and the answers it offers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from svcdocs.excel.cells import Cell
from svcdocs.model.amounts import read_number
from svcdocs.model.as_written import Amount, Dates, Number, Ref, Refs, Target, WrittenDate
from svcdocs.model.dates import DateKind, read_date
from svcdocs.model.text import Text
from svcdocs.workbook.choices import SUGGESTED, Answers
from svcdocs.workbook.declaration import Column

_SHORT, _LONG = 12, 60  # so long is a reference at most; and from here on it is prose
_OPEN = frozenset({"leads", "objectives_and_priorities", "priorities", "services", "sections"}) | SUGGESTED
"""Lists that people often go beyond: what is none of their answers may still be meant for the column."""


def fit(cells: Iterable[Cell], column: Column, answers: Mapping[str, Answers]) -> float:
    """From -1 (they cannot belong there) over 0 (nobody can tell) to 1 (all look like it)."""
    marks = [_fit(cell, column, answers.get(column.ask.choices)) for cell in cells if cell.text.strip()]
    return sum(marks) / len(marks) if marks else 0.0


def _fit(cell: Cell, column: Column, answers: Answers | None) -> int:
    text, kind = cell.text.strip(), column.type
    if answers is not None and answers.match(text) is not None:
        return 1
    if answers is not None and column.ask.choices not in _OPEN:
        return -1
    if issubclass(kind, Ref | Refs):
        return _as_reference(text)
    if issubclass(kind, Text):
        return -1 if cell.kind in ("date", "number") else len(text) > _SHORT
    is_date = cell.kind == "date" or read_date(text).kind not in (DateKind.UNKNOWN, DateKind.NONE)
    fits = (issubclass(kind, WrittenDate | Dates) and is_date) or (
        issubclass(kind, Target | Amount | Number) and read_number(text.removesuffix("%")) is not None
    )
    return 1 if fits else -(len(text) > _LONG)


def _as_reference(text: str) -> int:
    if len(text) <= _SHORT and any(char.isdecimal() or char.isupper() for char in text) and " by " not in text:
        return int(any(char.isdecimal() for char in text) and read_date(text).kind is DateKind.UNKNOWN)
    return -1 if len(text) > _SHORT * 2 else 0
