"""Dates and percentages that a program has turned into other characters: what was meant, where that is sure."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from svcdocs.excel.cells import Cell
from svcdocs.model.as_written import Dates, Target, WrittenDate
from svcdocs.model.dates import DateKind, read_date
from svcdocs.model.findings import CellRef, Finding
from svcdocs.workbook import damage_messages
from svcdocs.workbook.declaration import Column
from svcdocs.workbook.fields import is_a

_DAY_ZERO = date(1899, 12, 30)
_FIRST, _LAST = 36_526, 62_093  # from 2000 to the end of 2069: numbers outside are no days of a plan
_MIDNIGHT = re.compile(r"(\d)[ T]+(?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? ?am)$", re.IGNORECASE)
_IN_PER_CENT = re.compile(r"%|per ?cent", re.IGNORECASE)
_PER_CENT = re.compile(r"(\d{1,9}(?:\.\d{1,9})?) ?(?:%|per ?cent)?", re.IGNORECASE)
_SERIAL = re.compile(r"[3-6]\d{4}")


def may_mean_more(cell: Cell, column: Column) -> bool:
    """Whether a cell needs a closer look: a cheap question, put to each cell of a workbook."""
    if cell.kind in ("number", "date"):
        return True
    return cell.text[-1:].isdigit() and is_a(column.type, WrittenDate, Dates)


def as_meant(cell: Cell, column: Column, where: CellRef, row: Mapping[str, Cell]) -> tuple[Cell, Sequence[Finding]]:
    """The cell with the date that is meant; and a note where that, or a part of one under per cent, is not plain.

    A date loses its midnight, and comes as words where it is shown month before day. A number in a column of dates is
    the day by which Excel keeps it; typed as text, it is only told. ``row`` has the cells of its row by the
    key of their column.
    """
    if cell.kind == "date":
        return _date(cell, where)
    if issubclass(column.type, WrittenDate | Dates):
        return _number(cell, where) if _SERIAL.match(cell.text.strip()) else (_cut(cell), ())
    if column.type is Target and cell.kind == "number" and "unit" in row and _IN_PER_CENT.search(row["unit"].text):
        value = cell.value or 0.0
        if 0 < value < 1 and "%" not in cell.text:
            percent = f"{round(value * 100, 6):g}%"
            return cell, [damage_messages.fraction(where, cell.text.strip(), percent, _in_whole_per_cents(row))]
    return cell, ()


def _in_whole_per_cents(row: Mapping[str, Cell]) -> str:
    """The first figure of a row of an indicator that is a percentage above one; "" where there is none."""
    figures = (cell.text.strip() for key, cell in row.items() if key.startswith(("targets ", "results ", "baseline")))
    return next((text for text in figures if (found := _PER_CENT.fullmatch(text)) and float(found[1]) > 1), "")


def _date(cell: Cell, where: CellRef) -> tuple[Cell, Sequence[Finding]]:
    cut = _cut(cell) if cell.value == int(cell.value or 0) else cell
    seen = read_date(cut.text)
    kept = _day(cell.value)
    if kept is None or seen.kind is not DateKind.DAY or seen.first == kept:
        turned = kept is not None and seen.kind is DateKind.IMPOSSIBLE
        if not turned:
            return cut, ()
    assert kept is not None
    said = _said(kept)
    return Cell(said), [damage_messages.date_as_shown(where, cut.text, said)]


def _number(cell: Cell, where: CellRef) -> tuple[Cell, Sequence[Finding]]:
    typed = cell.text.strip()
    is_number = cell.kind == "number"
    value = cell.value if is_number else float(typed) if _SERIAL.fullmatch(typed) else None
    day = _day(value)
    if day is None:
        return _cut(cell), ()
    said = _said(day)
    return Cell(said) if is_number else cell, [damage_messages.date_number(where, typed, said, is_read=is_number)]


def _cut(cell: Cell) -> Cell:
    """A date without its midnight, which nobody has typed."""
    match = _MIDNIGHT.search(cell.text.strip())
    return cell._replace(text=cell.text.strip()[: match.start() + 1], runs=()) if match else cell


def _day(value: float | None) -> date | None:
    return _DAY_ZERO + timedelta(days=int(value)) if value is not None and _FIRST <= value <= _LAST else None


def _said(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
