"""Writes a sheet that is somebody's own table: its rows as they are, the first of them the headings."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from svcdocs.excel.cells import column_letters
from svcdocs.excel.look import CellLook, Look
from svcdocs.excel.spec import PlainSheet
from svcdocs.excel.spec_laws import plain_text
from svcdocs.excel.table_sheet import name_titles, set_print
from svcdocs.excel.values import write_value

_NARROWEST, _WIDEST = 10, 60


def write_plain(book: Workbook, page: Worksheet, sheet: PlainSheet, look: Look) -> None:
    """Writes the whole sheet, each column as wide as its longest line within bounds."""
    width = max(map(len, sheet.rows), default=0)
    for number in range(width):
        lines = [line for row in sheet.rows for line in plain_text(row[number]).split("\n")]
        page.set_column(number, number, min(max(map(len, lines)) + 2, _WIDEST) if lines else _NARROWEST)
    for number, row in enumerate(sheet.rows):
        for place, value in enumerate(row):
            write_value(page, (number, place), value, look, CellLook(wrap=True, bold=number == 0))
    page.ignore_errors({"number_stored_as_text": f"A1:{column_letters(max(width, 1))}{max(len(sheet.rows), 1)}"})
    page.freeze_panes(1, 0)
    name_titles(book, sheet.name, (1, max(width, 1)), max(len(sheet.rows), 1))
    set_print(page, (0, 0))
