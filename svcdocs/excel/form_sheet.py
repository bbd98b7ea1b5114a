"""Writes a sheet of questions: label, answer and help beside each other, one question a row."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from svcdocs.excel.entry_rules import add_entry_rule
from svcdocs.excel.look import CellLook, Look
from svcdocs.excel.spec import FIRST_FIELD_ROW, HEADING_ROW, FieldSpec, FormSheet
from svcdocs.excel.table_sheet import name_titles, set_print, write_head
from svcdocs.excel.values import write_value

LABEL_WIDTH, ANSWER_WIDTH, HELP_WIDTH = 34, 70, 60


def last_field_row(sheet: FormSheet) -> int:
    """The row of the last question, counted from 1."""
    return FIRST_FIELD_ROW + max(len(sheet.fields), 1) - 1


def write_form(book: Workbook, page: Worksheet, sheet: FormSheet, look: Look) -> None:
    """Writes the whole sheet."""
    write_head(page, sheet.title, sheet.intro, look)
    page.set_column(0, 0, LABEL_WIDTH)
    page.set_column(1, 1, ANSWER_WIDTH, look.below())
    page.set_column(2, 2, HELP_WIDTH)
    for column, heading in enumerate(sheet.headings):
        page.write_string(HEADING_ROW - 1, column, heading, look.heading)
    write_fields(page, FIRST_FIELD_ROW - 1, sheet.fields, look, boxed=False)
    page.freeze_panes(FIRST_FIELD_ROW - 1, 1)
    page.set_selection(FIRST_FIELD_ROW - 1, 1, FIRST_FIELD_ROW - 1, 1)
    name_titles(book, sheet.name, (HEADING_ROW, len(sheet.headings)), last_field_row(sheet))
    set_print(page, (HEADING_ROW - 1, HEADING_ROW - 1))


def write_fields(page: Worksheet, first: int, fields: tuple[FieldSpec, ...], look: Look, *, boxed: bool) -> None:
    """Writes questions from a row counted from 0; ``boxed`` answers can be filled in on a protected sheet."""
    for row, item in enumerate(fields, first):
        page.write_string(row, 0, item.label, look.label)
        write_value(page, (row, 1), item.value, look, CellLook(boxed=boxed))
        page.write_string(row, 2, item.help, look.hint)
        add_entry_rule(page, (row, 1, row, 1), item.label, item)
    if fields:
        page.ignore_errors({"number_stored_as_text": f"B{first + 1}:B{first + len(fields)}"})
