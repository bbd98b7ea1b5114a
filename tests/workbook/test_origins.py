"""Each value knows its cell: change any one cell, and exactly its value changes, at exactly that place."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from svcdocs.excel.cells import Cell, CellBook, CellSheet, column_letters
from svcdocs.excel.reading import read_book
from svcdocs.excel.spec import HEADING_ROW
from svcdocs.model.base import Record
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.reader import read_service_workbook
from svcdocs.workbook.records import is_dash
from svcdocs.workbook.service_book import SERVICE_BOOK, TEXT
from svcdocs.workbook.table import NEEDS
from svcdocs.workbook.writer import write_service_workbook
from tests.plans import COUNCIL, everything

Leaves = dict[tuple[str, int, str], tuple[Any, str]]

INPUT = {sheet.name: sheet for sheet in SERVICE_BOOK.sheets if sheet.holds != "declaration"}
SAMPLE = 12


@pytest.fixture(scope="module")
def book() -> CellBook:
    """A workbook in which every column holds every awkward value."""
    return read_book(write_service_workbook(everything(), COUNCIL, Identity(kind="service", service="Housing")))


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


def inputs_of(tab: CellSheet) -> list[tuple[int, int]]:
    """The cells of a sheet that a team has typed; a row begun for a section and left blank says nothing yet."""
    sheet = INPUT[tab.name]
    ours = {place for place, cell in tab.rows[HEADING_ROW].items() if cell.text in (NEEDS, sheet.prompt)}
    rows = {
        number: {place: cell for place, cell in row.items() if place not in ours} for number, row in tab.rows.items()
    }
    return [
        (number, place)
        for number, row in rows.items()
        if number > HEADING_ROW + 1 and not (sheet is TEXT and row.keys() == {1})
        for place, cell in row.items()
        if not is_dash(cell.text)
    ]


def changed(tab: CellSheet, row: int, column: int) -> CellBook:
    """The sheet with other words in one cell."""
    return CellBook((replace(tab, rows={**tab.rows, row: {**tab.rows[row], column: Cell("Other words")}}),))


@pytest.mark.parametrize("name", INPUT)
def test_a_changed_cell_changes_its_value_and_no_other(name: str, book: CellBook) -> None:
    tab = book.sheet(name)
    assert tab is not None
    before = leaves(CellBook((tab,)))
    inputs = inputs_of(tab)
    assert len(inputs) > 80
    for row, column in random.Random(name).sample(inputs, SAMPLE):
        after = leaves(changed(tab, row, column))
        place = f"{column_letters(column)}{row}"
        assert after.keys() == before.keys(), place
        moved = [after[key] for key in after if after[key] != before[key]]
        assert [(str(value), cell) for value, cell in moved] == [("Other words", place)], place
