"""Writes the guide: what to do, the sheets with counts of what is filled in, and a few answers asked for at the end."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.worksheet import Worksheet

from svcdocs.excel.cells import column_letters
from svcdocs.excel.form_sheet import last_field_row, write_fields
from svcdocs.excel.look import Look
from svcdocs.excel.needs import needs_words
from svcdocs.excel.spec import FIRST_FIELD_ROW, FIRST_ROW, HEADING_ROW, FormSheet, GuideSheet, Sheet, TableSheet
from svcdocs.excel.spec_laws import plain_text
from svcdocs.excel.table_sheet import last_row, set_print, write_head

WIDTHS = (30, 80, 34, 22)


def answer_rows(sheet: GuideSheet) -> range:
    """The rows of the guide's answers, counted from 1. Labels stand in column A, answers in column B."""
    first = _answers_heading(sheet) + 1
    return range(first, first + len(sheet.answers))


def write_guide(page: Worksheet, sheet: GuideSheet, others: Mapping[str, Sheet], look: Look) -> None:
    """Writes the whole sheet, protected without a password; ``others`` are the book's sheets by name."""
    write_head(page, sheet.title, sheet.intro, look)
    for column, width in enumerate(WIDTHS):
        page.set_column(column, column, width)
    row = HEADING_ROW - 1
    for heading, text in sheet.sections:
        page.write_string(row, 0, heading, look.label)
        page.write_string(row, 1, text, look.words)
        row += 1
    if sheet.lines:
        _lines(page, sheet, others, look)
    if sheet.answers:
        at = _answers_heading(sheet) - 1
        for column, heading in enumerate(sheet.answer_headings):
            page.write_string(at, column, heading, look.heading)
        write_fields(page, at + 1, sheet.answers, look, boxed=True)
    page.hide_gridlines(2)
    page.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
    set_print(page, (0, 0))


def _lines_heading(sheet: GuideSheet) -> int:
    return HEADING_ROW + len(sheet.sections) + bool(sheet.sections)


def _answers_heading(sheet: GuideSheet) -> int:
    return _lines_heading(sheet) + (len(sheet.lines) + 2 if sheet.lines else 0)


def _lines(page: Worksheet, sheet: GuideSheet, others: Mapping[str, Sheet], look: Look) -> None:
    first = _lines_heading(sheet)
    for column, heading in enumerate(sheet.line_headings):
        page.write_string(first - 1, column, heading, look.heading)
    for row, line in enumerate(sheet.lines, first):
        other, quoted = others[line.sheet], line.sheet.replace("'", "''")
        page.write_url(row, 0, f"internal:'{quoted}'!A{HEADING_ROW}", look.link, line.sheet)
        page.write_string(row, 1, line.why, look.words)
        if isinstance(other, TableSheet):
            page.write_formula(row, 2, _filled_formula(other, quoted), look.count, _filled(other))
            _needing(page, row, other, quoted, look)
        elif isinstance(other, FormSheet):
            area = f"'{quoted}'!$B${FIRST_FIELD_ROW}:$B${last_field_row(other)}"
            answered = sum(1 for item in other.fields if plain_text(item.value))
            page.write_formula(row, 2, f"=COUNTA({area})", look.count, answered)
            page.write_blank(row, 3, None, look.words)
        else:
            page.write_blank(row, 2, None, look.words)
            page.write_blank(row, 3, None, look.words)


def _needing(page: Worksheet, row: int, other: TableSheet, quoted: str, look: Look) -> None:
    if not other.needs:
        page.write_blank(row, 3, None, look.words)
        return
    letters = column_letters(other.needs_at + 1)
    formula = f"=COUNTIF('{quoted}'!${letters}${FIRST_ROW}:${letters}${last_row(other)},\"?*\")"
    page.write_formula(row, 3, formula, look.count, sum(1 for filled in other.rows if needs_words(other, filled)))


def _filled_formula(other: TableSheet, quoted: str) -> str:
    """Counts rows, not cells: a row counts once, whichever of its cells is filled."""
    last = last_row(other)
    columns = (column_letters(other.place(number) + 1) for number in range(len(other.columns)))
    filled = "+".join(f"('{quoted}'!${letters}${FIRST_ROW}:${letters}${last}<>\"\")" for letters in columns)
    return f"=SUMPRODUCT(--(({filled})>0))"


def _filled(other: TableSheet) -> int:
    return sum(1 for row in other.rows if any(plain_text(value) for value in row))
