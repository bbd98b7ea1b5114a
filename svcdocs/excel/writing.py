"""Writes a declared workbook: a ``BookSpec`` in, the bytes of an .xlsx file out, the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile

from xlsxwriter import Workbook

from svcdocs.excel.cells import column_letters
from svcdocs.excel.data_sheet import write_data
from svcdocs.excel.form_sheet import write_form
from svcdocs.excel.guide_sheet import answer_rows, write_guide
from svcdocs.excel.look import FONT, CellLook, Look
from svcdocs.excel.plain_sheet import write_plain
from svcdocs.excel.spec import (
    FIRST_FIELD_ROW,
    FIRST_ROW,
    HEADING_ROW,
    HELP_ROW,
    MAX_TEXT,
    BookSpec,
    CellValue,
    ColumnSpec,
    DataColumn,
    DataSheet,
    FieldSpec,
    FormSheet,
    GuideLine,
    GuideSheet,
    Need,
    PlainSheet,
    TableSheet,
)
from svcdocs.excel.spec_laws import check
from svcdocs.excel.table_sheet import last_row, write_table
from svcdocs.excel.values import with_escapes

__all__ = [
    "FIRST_FIELD_ROW",
    "FIRST_ROW",
    "HEADING_ROW",
    "HELP_ROW",
    "MAX_TEXT",
    "BookSpec",
    "CellValue",
    "ColumnSpec",
    "DataColumn",
    "DataSheet",
    "FieldSpec",
    "FormSheet",
    "GuideLine",
    "GuideSheet",
    "Need",
    "PlainSheet",
    "TableSheet",
    "answer_rows",
    "last_row",
    "write_book",
]

_LIST_WIDTH = 30
_EPOCH = (1980, 1, 1, 0, 0, 0)
_EMPTY_RESULT = re.compile(rb'(<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?)(><f>[^<]*</f><v></v></c>)')


def write_book(spec: BookSpec) -> bytes:
    """Writes the workbook. Raises ValueError, naming every breach, for what an .xlsx file cannot hold."""
    check(spec)
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "default_format_properties": dict(FONT)})
    _describe(book, spec)
    look = Look(book)
    pages = {sheet.name: book.add_worksheet(sheet.name) for sheet in spec.sheets}
    by_name = {sheet.name: sheet for sheet in spec.sheets}
    for sheet in spec.sheets:
        page = pages[sheet.name]
        if isinstance(sheet, TableSheet):
            write_table(book, page, sheet, look)
        elif isinstance(sheet, FormSheet):
            write_form(book, page, sheet, look)
        elif isinstance(sheet, PlainSheet):
            write_plain(book, page, sheet, look)
        elif isinstance(sheet, DataSheet):
            write_data(book, page, sheet, look)
        else:
            write_guide(page, sheet, by_name, look)
    if spec.lists:
        _write_lists(book, spec, look)
    pages[spec.sheets[0].name].activate()
    book.close()
    return _finished(out.getvalue(), spec.language)


def _describe(book: Workbook, spec: BookSpec) -> None:
    book.set_properties({"title": spec.title, "author": spec.author, "created": spec.created.replace(tzinfo=None)})
    for name, value in spec.properties.items():
        book.set_custom_property(name, value, "text")
    book.set_size(2400, 1500)
    book.set_calc_mode("auto")


def _write_lists(book: Workbook, spec: BookSpec, look: Look) -> None:
    """The hidden sheet of lists: one a column, its name on top, each a defined name of the book."""
    page = book.add_worksheet(spec.lists_sheet)
    quoted = spec.lists_sheet.replace("'", "''")
    for column, (name, values) in enumerate(spec.lists.items()):
        page.set_column(column, column, _LIST_WIDTH)
        page.write_string(0, column, name, look.heading)
        for row, value in enumerate(values, 1):
            page.write_string(row, column, value, look.data(CellLook()))
        letters = column_letters(column + 1)
        book.define_name(name, f"='{quoted}'!${letters}$2:${letters}${max(len(values), 1) + 1}")
    page.protect()
    page.hide()


def _finished(data: bytes, language: str) -> bytes:
    """States what XlsxWriter cannot: the document's language, exact escapes, and that a formula's result is empty.

    Without the last, a file that no program has calculated yet would look as if its results were lost.
    """
    stated = f"<dc:language>{language}</dc:language></cp:coreProperties>".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            part = source.read(info)
            if info.filename == "docProps/core.xml":
                part = part.replace(b"</cp:coreProperties>", stated)
            elif info.filename == "xl/sharedStrings.xml":
                part = with_escapes(part)
            elif info.filename.startswith("xl/worksheets/sheet"):
                part = _EMPTY_RESULT.sub(rb'\1 t="str"\2', part)
            target.writestr(zipfile.ZipInfo(info.filename, _EPOCH), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
