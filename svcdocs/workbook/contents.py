"""What a workbook that came back holds: how many records a sheet, what is blank, and what in it was not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from svcdocs.excel.cells import Cell, CellBook, CellSheet
from svcdocs.model.base import Record
from svcdocs.model.finance import Finance
from svcdocs.model.findings import in_short
from svcdocs.model.receipts import SheetCount, without_meaning
from svcdocs.model.requests import ANSWERS, Answer, Answered
from svcdocs.model.service_plan import Passage, ServicePlan
from svcdocs.workbook.declaration import Shape, Sheet
from svcdocs.workbook.finding_heads import HEADING_ROWS
from svcdocs.workbook.headings import fold
from svcdocs.workbook.layout import Layout
from svcdocs.workbook.reader import Reading
from svcdocs.workbook.service_book import DECLARATION, TEXT
from svcdocs.workbook.table import is_blank

_ONE: Mapping[str, str] = {
    "passages": "text",
    "objectives": "objective",
    "swot": "entry",
    "drivers": "entry",
    "partners": "partner",
    "council_actions": "action",
    "actions": "action",
    "indicators": "indicator",
    "risks": "risk",
    "posts": "post",
    "money": "line",
    "bids": "bid",
    "last_year": "row",
    "columns": "column",
    "totals": "total",
    "answers": "request",
    "notices": "notice",
}
"""What one record of a sheet is called; of several, with an s."""
_SEVERAL = {"entry": "entries"}
_NOT_READ = ("sheet-unknown", "column-unknown", "column-twice", "outside-table", "above-table", "question-unknown")
"""The findings of reading that say that something typed was not read."""


def sheet_counts(reading: Reading, layout: Layout) -> tuple[SheetCount, ...]:
    """How many records each sheet that says anything holds, and how many steps; in the order of the tabs."""
    found = []
    for sheet in _tables(layout):
        records = records_of(reading, sheet)
        if records:
            counts = [_count(len(records), _ONE[sheet.holds], layout)]
            parts = sum(len(getattr(record, sheet.parts)) for record in records) if sheet.parts else 0
            if parts:
                counts.append(_count(parts, "step", layout))
            counts += _said_to(record for record in records if isinstance(record, Answer))
            found.append(SheetCount(layout.name(sheet), tuple(counts)))
    return tuple(found)


def blanks(reading: Reading, layout: Layout) -> Iterator[str]:
    """The sheets that were asked for and say nothing, and the sections without a word."""
    for sheet in _tables(layout):
        if sheet not in layout.sheets or not layout.columns(sheet):
            continue
        records = records_of(reading, sheet)
        if sheet is TEXT and records:
            written = {fold(record.section) for record in records if isinstance(record, Passage)}
            silent = [key for key in layout.assignment.sections if fold(key) not in written]
            if silent:
                yield f"{layout.name(sheet)} for {', '.join(silent)}"
        elif not records:
            yield layout.name(sheet)


def not_read(cells: CellBook, reading: Reading) -> Iterator[str]:
    """What was left alone: sheets and columns that are somebody's own, and what stands where nothing is asked."""
    for tab in cells.sheets:
        if tab.name.startswith("#") and tab.rows:
            yield f"the sheet '{in_short(tab.name)}', which is the team's own"
        elif tab.visible:
            yield from _private_columns(tab)
    for finding in reading.findings:
        if finding.code in _NOT_READ:
            place = f"{finding.where.sheet} {finding.where.cell}".strip() if finding.where else ""
            yield f"{place}: {finding.message}" if place else finding.message


def as_written(reading: Reading, layout: Layout) -> Iterator[str]:
    """What was kept and will be printed as it was written, though nobody can tell what date, figure or sum it means."""
    for sheet in _tables(layout):
        for record in records_of(reading, sheet):
            for holder, key, text in without_meaning(record):
                name, _, member = key.partition(" ")
                title = (type(holder).model_fields[name].title or name).replace("{}", member)
                where = holder.cell(key)
                place = f"{where.sheet} {where.cell}, " if where else ""
                yield f"{place}{layout.terms.put_into(title)}: '{in_short(text)}'"


def records_of(reading: Reading, sheet: Sheet) -> tuple[Record, ...]:
    """The records of a sheet, of all services together."""
    if sheet.holds in ServicePlan.model_fields:
        return tuple(record for parts in reading.plans.values() for record in parts.get(sheet.holds, ()))
    beside = reading.finance or Finance()
    source = (reading.answered or Answered()) if sheet.holds in Answered.model_fields else beside
    held: tuple[Record, ...] = getattr(source, sheet.holds)
    return held


def _said_to(answers: Iterable[Answer]) -> Iterator[str]:
    """How many requests were answered in each manner, and how many were not."""
    said = [answer.answer if answer.answer in ANSWERS else "" for answer in answers]
    for name in (*ANSWERS, ""):
        if count := said.count(name):
            yield f"{count:,} {name.lower() or 'not answered'}"


def _tables(layout: Layout) -> Iterator[Sheet]:
    given = (sheet for sheet in layout.sheets if sheet is not DECLARATION)
    others = (sheet for sheet in layout.known if sheet not in layout.sheets)
    return (sheet for sheet in (*given, *others) if sheet.shape is not Shape.FORM)


def _count(number: int, one: str, layout: Layout) -> str:
    word = one if number == 1 else _SEVERAL.get(one, f"{one}s")
    return f"{number:,} {layout.terms.put_into(word)}"


def _private_columns(tab: CellSheet) -> Iterator[str]:
    """The columns of a sheet that are marked as somebody's own, with how many cells stand in each."""
    heads: dict[int, tuple[int, Cell]] = {}
    for number, row in tab.rows.items():
        if number > HEADING_ROWS:
            break
        for place, cell in row.items():
            if cell.text.strip().startswith("#") and cell.kind != "error":
                heads.setdefault(place, (number, cell))
    for place, (head, cell) in heads.items():
        filled = sum(
            1 for number, row in tab.rows.items() if number > head and place in row and not is_blank(row[place])
        )
        if filled:
            cells = "cell" if filled == 1 else "cells"
            yield f"{tab.name}: the column '{in_short(cell.text)}' with {filled:,} {cells}, which is the team's own"
