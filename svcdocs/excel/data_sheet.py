"""Writes a sheet that is one table to be read: a table of Excel's from A1, its headings frozen, every cell text."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from svcdocs.excel.cells import column_letters
from svcdocs.excel.look import CellLook, Look
from svcdocs.excel.spec import DataSheet
from svcdocs.excel.spec_laws import plain_text
from svcdocs.excel.table_sheet import name_titles, set_print
from svcdocs.excel.values import write_value

_STYLE = "Table Style Light 1"


def write_data(book: Workbook, page: Worksheet, sheet: DataSheet, look: Look) -> None:
    """Writes the whole sheet. A table without rows has one that says so: Excel knows no table of headings alone."""
    width, rows = len(sheet.columns), sheet.rows or ((sheet.nothing,),)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
    for number, row in enumerate(rows, 1):
        for place in range(width):
            value = row[place] if place < len(row) else ""
            write_value(page, (number, place), value, look, CellLook(wrap=True))
    for number in sheet.links:
        name = plain_text(rows[number][0])
        quoted = name.replace("'", "''")
        page.write_url(number + 1, 0, f"internal:'{quoted}'!A1", look.link, string=name)
    page.add_table(
        0,
        0,
        len(rows),
        width - 1,
        {
            "name": sheet.table,
            "title": sheet.name,
            "description": sheet.about,
            "style": _STYLE,
            "banded_rows": False,
            "columns": [{"header": column.title, "header_format": look.heading} for column in sheet.columns],
        },
    )
    page.ignore_errors({"number_stored_as_text": f"A1:{column_letters(width)}{len(rows) + 1}"})
    page.freeze_panes(1, 0)
    name_titles(book, sheet.name, (1, width), len(rows) + 1)
    set_print(page, (0, 0))
