"""Workbooks written inside a test as tables of text, and their cells as a reader of the file would find them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from svcdocs.excel.cells import Cell, CellBook, CellSheet
from svcdocs.model.findings import Finding
from svcdocs.workbook.reader import Reading, read_service_workbook
from tests.plans import COUNCIL

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


def read(*tabs: CellSheet, properties: Mapping[str, str] | None = None) -> Reading:
    """What a service's workbook with these sheets says."""
    return read_service_workbook(CellBook(tabs, properties or {}), "team.xlsx", COUNCIL)


def read_one(name: str, table: str, first: int = 1, **more: Any) -> tuple[tuple[Any, ...], list[Finding]]:
    """The records of one sheet of a service's workbook, and the findings on it."""
    reading = read(tab(name, table, first, **more))
    held = next(held for held, sheet in _BY_NAME.items() if sheet == name.strip().casefold())
    return reading.records[held], [finding for finding in reading.findings if finding.code != "sheet-missing"]


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    """The code and the cell of each finding."""
    return [(finding.code, finding.where.cell if finding.where else "") for finding in findings]


_BY_NAME = {
    "actions": "actions",
    "council_actions": "council actions",
    "indicators": "indicators",
    "risks": "risks",
    "passages": "text",
    "objectives": "objectives",
    "swot": "swot",
    "drivers": "drivers",
    "partners": "partners",
    "posts": "posts",
    "money": "money",
    "declaration": "guide",
}
