"""Workbooks written inside a test as tables of text, and their cells as a reader of the file would find them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from svcdocs.excel.cells import Cell, CellBook, CellSheet
from svcdocs.model.assignments import PARTS, Assignment
from svcdocs.model.base import Record
from svcdocs.model.findings import Finding
from svcdocs.model.framework import Framework
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.reader import Reading, read_workbook
from tests.cycles import whole_service
from tests.plans import COUNCIL

HOUSING = whole_service(COUNCIL, "Housing")

ODD = {
    "#REF!": Cell("#REF!", (), "error"),
    "uncalculated": Cell("", (), "uncalculated", formula="B1*2"),
    "external": Cell("12", (), "number", formula="[1]Budget!A1"),
}


def cells(table: str, first: int = 1, **odd: Cell) -> dict[int, dict[int, Cell]]:
    """The cells of a table such as "| Ref | Action |", a row a line from row ``first``; "\\n" in a cell is a new line.

    A line with nothing on it is a blank row. A cell that is only a name of ``odd`` is that cell.
    """
    rows: dict[int, dict[int, Cell]] = {}
    for number, line in enumerate(table.strip("\n").split("\n"), first):
        typed = [piece.strip().replace("\\n", "\n") for piece in line.strip().strip("|").split("|")]
        row = {place: (ODD | odd).get(text, Cell(text)) for place, text in enumerate(typed, 1) if text}
        if row:
            rows[number] = row
    return rows


def tab(name: str, table: str, first: int = 1, **more: Any) -> CellSheet:
    """A sheet that holds one table."""
    return CellSheet(name, rows=cells(table, first), **more)


def read(
    *tabs: CellSheet,
    properties: Mapping[str, str] | None = None,
    whose: Assignment = HOUSING,
    council: Framework = COUNCIL,
) -> Reading:
    """What a workbook with these sheets says; that of a whole service, if it is not told whose it is."""
    return read_workbook(CellBook(tabs, properties or {}), "team.xlsx", layout_of(council, whose))


def read_one(name: str, table: str, first: int = 1, **more: Any) -> tuple[tuple[Any, ...], list[Finding]]:
    """The records of one sheet of a service's workbook, and the findings on it."""
    reading = read(tab(name, table, first, **more))
    found = said(reading, PARTS[name])
    return found, [finding for finding in reading.findings if finding.code != "sheet-missing"]


def said(reading: Reading, part: str, service: str = "Housing") -> tuple[Any, ...]:
    """The records that a workbook gives to one part of the plan of a service."""
    records: tuple[Record, ...] = reading.plans[service].get(part, ())
    return records


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    """The code and the cell of each finding."""
    return [(finding.code, finding.where.cell if finding.where else "") for finding in findings]
