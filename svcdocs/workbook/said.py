"""What a workbook to be written will be read as: the cells of its declared sheets, without a file between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from svcdocs.excel.cells import Cell, CellBook, CellSheet
from svcdocs.excel.spec import (
    FIRST_FIELD_ROW,
    FIRST_ROW,
    HEADING_ROW,
    CellValue,
    DataSheet,
    FormSheet,
    PlainSheet,
    Sheet,
    TableSheet,
)


def cells_of(sheets: Iterable[Sheet]) -> CellBook:
    """The declared sheets as a reader of their file would find them: headings, rows, questions and answers."""
    return CellBook(tuple(CellSheet(sheet.name, rows=_rows(sheet)) for sheet in sheets))


def _rows(sheet: Sheet) -> Mapping[int, Mapping[int, Cell]]:
    if isinstance(sheet, TableSheet):
        rows = {HEADING_ROW: _row([column.title for column in sheet.columns])}
        return rows | {number: filled for number, row in enumerate(sheet.rows, FIRST_ROW) if (filled := _row(row))}
    if isinstance(sheet, DataSheet):
        return {1: _row([column.title for column in sheet.columns])} | _below(sheet.rows, 2)
    if isinstance(sheet, PlainSheet):
        return _below(sheet.rows, 1)
    fields = sheet.fields if isinstance(sheet, FormSheet) else sheet.answers
    return {number: _row([item.label, item.value]) for number, item in enumerate(fields, FIRST_FIELD_ROW)}


def _below(rows: Sequence[Sequence[CellValue]], first: int) -> dict[int, Mapping[int, Cell]]:
    return {number: filled for number, row in enumerate(rows, first) if (filled := _row(row))}


def _row(values: Sequence[CellValue]) -> dict[int, Cell]:
    return {place: _cell(value) for place, value in enumerate(values, 1) if value}


def _cell(value: CellValue) -> Cell:
    if isinstance(value, str):
        return Cell(value)
    return Cell("".join(run.text for run in value), value)
