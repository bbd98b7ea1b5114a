"""Each value knows its cell: change any one cell, and exactly its value changes, at exactly that place."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from svcdocs.excel.cells import Cell, CellBook, column_letters
from svcdocs.excel.reading import read_book
from svcdocs.excel.spec import HEADING_ROW
from svcdocs.model.base import Record
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.reader import read_service_workbook
from svcdocs.workbook.service_book import SERVICE_BOOK
from svcdocs.workbook.table import NEEDS
from svcdocs.workbook.writer import write_service_workbook
from tests.plans import COUNCIL, everything

Leaves = dict[tuple[str, int, str], tuple[Any, str]]

INPUT = {sheet.name: sheet for sheet in SERVICE_BOOK.sheets if sheet.holds != "declaration"}
SAMPLE = 120


def leaves(book: CellBook) -> Leaves:
    """Every value of a workbook by sheet, number of its record and field, with the cell it says it was read from."""
    found: Leaves = {}
    for holds, records in read_service_workbook(book, "team.xlsx", COUNCIL).records.items():
        for number, record in enumerate(records):
            for field, value in _fields(record):
                cell = record.cell(field) if "." not in field else _step(record, field).cell(field.rpartition(".")[2])
                found[holds, number, field] = (value, str(cell.cell if cell else ""))
    return found


def _fields(record: Record) -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Mapping):
            pairs += [(f"{name} {member}", item) for member, item in value.items()]
        elif isinstance(value, tuple):
            pairs += [
                (f"{name}.{place}.{part}", getattr(step, part))
                for place, step in enumerate(value)
                for part in ("text", "by")
            ]
        elif not (name == "heading" and type(record).__name__ == "ListEntry"):
            pairs.append((name, value))
    return pairs


def _step(record: Record, field: str) -> Record:
    name, place, _ = field.split(".")
    step = getattr(record, name)[int(place)]
    assert isinstance(step, Record)
    return step


def changed(book: CellBook, sheet: str, row: int, column: int) -> CellBook:
    """The workbook with other words in one cell."""
    return replace(
        book,
        sheets=tuple(
            replace(tab, rows={**tab.rows, row: {**tab.rows[row], column: Cell("Other words")}})
            if tab.name == sheet
            else tab
            for tab in book.sheets
        ),
    )


def test_a_changed_cell_changes_its_value_and_no_other() -> None:
    book = read_book(write_service_workbook(everything(), COUNCIL, Identity(kind="service", service="Housing")))
    before = leaves(book)
    inputs = [
        (tab.name, row, column)
        for tab in book.sheets
        if tab.name in INPUT
        for ours in [
            {place for place, cell in tab.rows[HEADING_ROW].items() if cell.text in (NEEDS, INPUT[tab.name].prompt)}
        ]
        for row, cells in tab.rows.items()
        if row > HEADING_ROW + 1
        for column, cell in cells.items()
        if column not in ours and cell.text not in ("-", "–", "—") and cell.text.strip()
    ]
    assert len(inputs) > 2_000
    for sheet, row, column in random.Random(7).sample(inputs, SAMPLE):
        after = leaves(changed(book, sheet, row, column))
        assert after.keys() == before.keys(), (sheet, row, column)
        moved = {key: after[key] for key in after if after[key] != before[key]}
        place = f"{column_letters(column)}{row}"
        assert [(str(value), cell) for value, cell in moved.values()] == [("Other words", place)], (sheet, place)
