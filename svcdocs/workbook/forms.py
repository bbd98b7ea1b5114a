"""A sheet of questions read back: what is asked stands in column A, the answer in column B."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from svcdocs.excel.cells import Cell, CellSheet
from svcdocs.model.base import Origin, Record
from svcdocs.model.findings import CellRef, Finding
from svcdocs.workbook import messages
from svcdocs.workbook.choices import Answers
from svcdocs.workbook.declaration import Column, Sheet
from svcdocs.workbook.fields import value_of
from svcdocs.workbook.headings import fold
from svcdocs.workbook.table import is_blank


def read_form(
    sheet: Sheet, tab: CellSheet, columns: Sequence[Column], choices: Mapping[str, Answers], file: str
) -> tuple[Record, list[Finding]]:
    """The record of a form, wherever on the sheet its questions stand, and what is odd about the answers."""
    asked: dict[str, int] = {}
    for number, row in tab.rows.items():
        if (label := row.get(1)) is not None:
            asked.setdefault(fold(label.text), number)
    findings: list[Finding] = []
    values: dict[str, Any] = {}
    places: dict[str, str] = {}
    for column in columns:
        place = asked.get(fold(column.title)) or asked.get(fold(column.ours))
        if place is None:
            if not column.ask.later:
                findings.append(messages.missing_question(CellRef(file, tab.name), column.title))
            continue
        places[column.field] = f"B{place}"
        cell = tab.cell(place, 2)
        if cell is not None:
            where = CellRef(file, tab.name, f"B{place}")
            kept, odd = _answer(cell, column, choices.get(column.ask.choices), where)
            findings += odd
            if kept is not None:
                values[column.field] = value_of(column.type, kept)
    if not sheet.guide:
        findings += _strangers(tab, columns, places, file)
    first = min((int(place[1:]) for place in places.values()), default=1)
    return sheet.record(**values).at(Origin(file, tab.name, first, places)), findings


def _answer(
    cell: Cell, column: Column, answers: Answers | None, where: CellRef
) -> tuple[Cell | None, Sequence[Finding]]:
    """The cell to be read, None where there is nothing to read; and what is odd about it."""
    odd = messages.odd_formula(where, cell)
    if cell.kind == "error" or is_blank(cell):
        return None, odd
    answer = answers.match(cell.text) if answers else None
    if answer is not None:
        return Cell(answer), odd
    if answers and column.ask.strict:
        typed = cell.text.strip()
        return cell, [*odd, messages.unknown_choice(where, column, typed, answers)]
    return cell, odd


def _strangers(tab: CellSheet, columns: Sequence[Column], places: Mapping[str, str], file: str) -> Iterator[Finding]:
    """Questions nobody asked, below the first of ours, that have an answer."""
    ours = {int(place[1:]) for place in places.values()}
    found = {fold(name) for column in columns if column.field in places for name in (column.title, column.ours)}
    missing = {fold(column.title): column.title for column in columns if column.field not in places}
    for number, row in tab.rows.items():
        label, answer = row.get(1), row.get(2)
        if number in ours or number < min(ours, default=0) or answer is None or is_blank(answer):
            continue
        title = label.text.strip() if label is not None else ""
        where = CellRef(file, tab.name, f"B{number}")
        if fold(title) in found:
            yield messages.question_twice(where, title)
        elif not title.startswith("#"):
            near = difflib.get_close_matches(fold(title), list(missing), n=1, cutoff=0.6)
            guess = missing[near[0]] if near else ""
            yield messages.unknown_question(where, title, guess)
