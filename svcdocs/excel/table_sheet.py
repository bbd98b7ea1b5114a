"""Writes a sheet that is one table: headings, a line of help under each, the rows so far and spare ones."""

from __future__ import annotations

import re

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from svcdocs.excel.cells import column_letters
from svcdocs.excel.entry_rules import add_entry_rule
from svcdocs.excel.look import CellLook, Look
from svcdocs.excel.needs import needs_formula, needs_words
from svcdocs.excel.spec import FIRST_ROW, HEADING_ROW, HELP_ROW, INTRO_ROW, TITLE_ROW, TableSheet
from svcdocs.excel.values import write_value

NEEDS_WIDTH = 36
_A3 = 8
_SPACER = 6


def last_row(sheet: TableSheet) -> int:
    """The last row of the table, spare rows among them, counted from 1."""
    return FIRST_ROW + max(len(sheet.rows) + sheet.spare_rows, 1) - 1


def write_table(book: Workbook, page: Worksheet, sheet: TableSheet, look: Look) -> None:
    """Writes the whole sheet."""
    write_head(page, sheet.title, sheet.intro, look)
    _headings(page, sheet, look)
    _rows(page, sheet, look)
    if sheet.needs:
        _needs(page, sheet, look)
    for number, column in enumerate(sheet.columns):
        at = sheet.place(number)
        add_entry_rule(page, (FIRST_ROW - 1, at, last_row(sheet) - 1, at), column.title, column)
    _view(page, sheet)
    name_titles(book, sheet.name, (HEADING_ROW, _width(sheet)), last_row(sheet))
    set_print(page, (HEADING_ROW - 1, HELP_ROW - 1))
    if 0 < sheet.needs_at < len(sheet.columns):
        # On paper one page wide, the columns for later would make those for now too small to read.
        page.print_area(0, 0, last_row(sheet) - 1, sheet.needs_at - (not sheet.needs))


def write_head(page: Worksheet, title: str, intro: str, look: Look) -> None:
    """The title, and the lines that say why the sheet is there: two at most, the second in the row below the first."""
    page.set_row(TITLE_ROW - 1, 27)
    page.write_string(TITLE_ROW - 1, 0, title, look.title)
    first, _, second = intro.strip().partition("\n")
    page.write_string(INTRO_ROW - 1, 0, first, look.intro)
    if second:
        page.write_string(INTRO_ROW, 0, " ".join(second.split("\n")), look.intro)
    else:
        page.set_row(INTRO_ROW, _SPACER)


def set_print(page: Worksheet, repeated: tuple[int, int]) -> None:
    """Prints on A3 landscape, one page wide, the heading rows (counted from 0) on every page."""
    page.set_landscape()
    page.set_paper(_A3)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.repeat_rows(*repeated)
    page.set_footer("&L&A&RPage &P of &N")


def name_titles(book: Workbook, sheet: str, head: tuple[int, int], last: int) -> None:
    """The names by which screen readers find the headings: ``head`` is their row (from 1) and how many there are."""
    row, width = head
    quoted, plain = sheet.replace("'", "''"), re.sub(r"\W", "_", sheet)
    book.define_name(f"ColumnTitle_{plain}", f"='{quoted}'!$A${row}:${column_letters(width)}${row}")
    book.define_name(f"RowTitle_{plain}", f"='{quoted}'!$A${row}:$A${last}")


def _width(sheet: TableSheet) -> int:
    return len(sheet.columns) + bool(sheet.needs)


def _headings(page: Worksheet, sheet: TableSheet, look: Look) -> None:
    for number, column in enumerate(sheet.columns):
        at = sheet.place(number)
        grouped = {"level": 1} if column.later else {}
        page.set_column(at, at, column.width, look.below(wrap=column.wrap), grouped)
        heading = look.later_heading if column.later else look.heading
        page.write_string(HEADING_ROW - 1, at, column.title, heading)
        page.write_string(HELP_ROW - 1, at, column.help, look.help)
    if sheet.needs:
        page.set_column(sheet.needs_at, sheet.needs_at, NEEDS_WIDTH)
        page.write_string(HEADING_ROW - 1, sheet.needs_at, sheet.needs_title, look.heading)
        page.write_string(HELP_ROW - 1, sheet.needs_at, sheet.needs_help, look.help)


def _rows(page: Worksheet, sheet: TableSheet, look: Look) -> None:
    for number in range(last_row(sheet) - FIRST_ROW + 1):
        row = sheet.rows[number] if number < len(sheet.rows) else ()
        for place, column in enumerate(sheet.columns):
            value = row[place] if place < len(row) else ""
            at = (FIRST_ROW - 1 + number, sheet.place(place))
            write_value(page, at, value, look, CellLook(column.wrap, column.bold))
    page.ignore_errors({"number_stored_as_text": f"A{FIRST_ROW}:{column_letters(_width(sheet))}{last_row(sheet)}"})


def _needs(page: Worksheet, sheet: TableSheet, look: Look) -> None:
    column = sheet.needs_at
    for number in range(FIRST_ROW, last_row(sheet) + 1):
        row = sheet.rows[number - FIRST_ROW] if number - FIRST_ROW < len(sheet.rows) else ()
        page.write_formula(number - 1, column, needs_formula(sheet, number), look.needs, needs_words(sheet, row))
    letters = column_letters(column + 1)
    asks = {"type": "formula", "criteria": f"=LEN(${letters}{FIRST_ROW})>0", "format": look.attention}
    page.conditional_format(FIRST_ROW - 1, column, last_row(sheet) - 1, column, asks)


def _view(page: Worksheet, sheet: TableSheet) -> None:
    # The filter hangs on the line of help, so that sorting and filtering leave both heading rows where they are.
    page.autofilter(HELP_ROW - 1, 0, last_row(sheet) - 1, _width(sheet) - 1)
    page.freeze_panes(FIRST_ROW - 1, sheet.frozen)
    page.set_selection(FIRST_ROW - 1, sheet.frozen, FIRST_ROW - 1, sheet.frozen)
    page.outline_settings(visible=True, symbols_below=True, symbols_right=False)
