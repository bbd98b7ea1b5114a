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
from svcdocs.model.assignments import PARTS, Assignment
from svcdocs.model.base import Record
from svcdocs.workbook.headings import NEEDS
from svcdocs.workbook.layout import Layout, layout_of
from svcdocs.workbook.reader import read_workbook
from svcdocs.workbook.records import is_dash
from svcdocs.workbook.service_book import DECLARATION, SERVICE_BOOK, TEXT
from svcdocs.workbook.writer import write_workbook
from tests.cycles import whole_service
from tests.plans import COUNCIL, MANY_HANDS, everything

Leaves = dict[tuple[str, str, int, str], tuple[Any, str]]

INPUT = {sheet.name: sheet for sheet in SERVICE_BOOK.sheets if sheet is not DECLARATION}
WHOLE = layout_of(COUNCIL, whole_service(COUNCIL, "Housing"))
CENTRAL = layout_of(MANY_HANDS, Assignment("Finance", ("Housing", "Parks"), tuple(PARTS.values()), central=True))
LAYOUTS = {"one service": WHOLE, "several services": CENTRAL}
SAMPLE = 12


@pytest.fixture(scope="module", params=LAYOUTS)
def filled(request: pytest.FixtureRequest) -> tuple[Layout, CellBook]:
    """A workbook in which every column holds every awkward value, for each of its services."""
    layout = LAYOUTS[request.param]
    plans = [everything().model_copy(update={"service": name}) for name in layout.assignment.services]
    return layout, read_book(write_workbook(layout, plans))


def leaves(book: CellBook, layout: Layout) -> Leaves:
    """Every value of a workbook by service, sheet, number of its record and field, with the cell it was read from."""
    found: Leaves = {}
    for service, plan in read_workbook(book, "team.xlsx", layout).plans.items():
        for holds, records in plan.items():
            for number, record in enumerate(records):
                for field, value in _fields(record):
                    part = field.rpartition(".")[2]
                    cell = record.cell(field) if "." not in field else _step(record, field).cell(part)
                    found[service, holds, number, field] = (value, str(cell.cell if cell else ""))
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
    ours = {place for place, cell in tab.rows[HEADING_ROW].items() if cell.text in (NEEDS, sheet.prompt, "Service")}
    rows = {
        number: {place: cell for place, cell in row.items() if place not in ours} for number, row in tab.rows.items()
    }
    return [
        (number, place)
        for number, row in rows.items()
        if number > HEADING_ROW + 1 and not (sheet is TEXT and len(row) == 1)
        for place, cell in row.items()
        if not is_dash(cell.text)
    ]


def changed(tab: CellSheet, row: int, column: int) -> CellBook:
    """The sheet with other words in one cell."""
    return CellBook((replace(tab, rows={**tab.rows, row: {**tab.rows[row], column: Cell("Other words")}}),))


@pytest.mark.parametrize("name", INPUT)
def test_a_changed_cell_changes_its_value_and_no_other(name: str, filled: tuple[Layout, CellBook]) -> None:
    layout, book = filled
    tab = book.sheet(name)
    assert tab is not None
    before = leaves(CellBook((tab,)), layout)
    inputs = inputs_of(tab)
    assert len(inputs) > 80
    for row, column in random.Random(name).sample(inputs, SAMPLE):
        after = leaves(changed(tab, row, column), layout)
        place = f"{column_letters(column)}{row}"
        assert after.keys() == before.keys(), place
        moved = [after[key] for key in after if after[key] != before[key]]
        assert [(str(value), cell) for value, cell in moved] == [("Other words", place)], place
