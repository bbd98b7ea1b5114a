"""Our reading agrees with that of other programs, on workbooks other programs wrote."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from python_calamine import CalamineWorkbook

from svcdocs.excel.cells import Cell
from svcdocs.excel.reading import read_book
from svcdocs.model.text import Run

_MOMENT = datetime.fromisoformat("2026-04-01T13:30")
_DAY_ZERO = datetime.fromisoformat("1899-12-30")
_VALUES: list[list[object]] = [
    ["Action", "Lead", "=not a formula", "  spaced  ", "two\nlines"],
    [1, 2.5, -3, 0.1, 12_345_678],
    [True, False, "TRUE", "001", "1/2"],
    [date(2026, 4, 1), _MOMENT, None, "x < y & z", "“quoted” – dash 😀"],
    [None, None, None, None, "at the far end"],
]


def by_xlsxwriter() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        day, moment = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet = book.add_worksheet("A & B")
        for row, values in enumerate(_VALUES):
            for column, value in enumerate(values):
                if isinstance(value, str):
                    sheet.write_string(row, column, value)
                elif isinstance(value, date):
                    sheet.write_datetime(row, column, value, moment if isinstance(value, datetime) else day)
                else:
                    sheet.write(row, column, value)
        book.add_worksheet("Empty")
    return out.getvalue()


def by_openpyxl() -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(by_xlsxwriter()))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def by_openpyxl_row_by_row() -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("A & B")
    for row in openpyxl.load_workbook(io.BytesIO(by_xlsxwriter())).worksheets[0].iter_rows(values_only=True):
        sheet.append(row)
    book.create_sheet("Empty")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def comparable(cell: Cell) -> object:
    """A cell as openpyxl and calamine tell values."""
    if cell.kind in {"number", "date"}:
        return cell.value
    return cell.value == 1 if cell.kind == "bool" else cell.text


def as_number(value: object) -> object:
    """A date as the number it is stored as; line ends as they are read."""
    if isinstance(value, datetime):
        return (value - _DAY_ZERO).total_seconds() / 86_400
    if isinstance(value, date):
        return float((value - _DAY_ZERO.date()).days)
    return value


def ours(data: bytes) -> dict[str, dict[tuple[int, int], object]]:
    book = read_book(data)
    assert book.remarks == ()
    return {
        sheet.name: {
            (row, column): comparable(cell)
            for row, cells in sheet.rows.items()
            for column, cell in cells.items()
            if cell.kind != "uncalculated"  # openpyxl makes a formula of "=…", which the others read as blank
        }
        for sheet in book.sheets
    }


def openpyxls(data: bytes) -> dict[str, dict[tuple[int, int], object]]:
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return {
        sheet.title: {
            (cell.row, cell.column): as_number(cell.value)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value not in {None, ""}
        }
        for sheet in book.worksheets
    }


def calamines(data: bytes) -> dict[str, dict[tuple[int, int], object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        name: {
            (row, column): as_number(value)
            for row, values in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False), 1)
            for column, value in enumerate(values, 1)
            if value != ""
        }
        for name in book.sheet_names
    }


@pytest.mark.parametrize("write", [by_xlsxwriter, by_openpyxl, by_openpyxl_row_by_row])
def test_our_cells_agree_with_openpyxl_and_calamine(write: Callable[[], bytes]) -> None:
    data = write()
    assert ours(data) == openpyxls(data)
    assert ours(data) == calamines(data)


def test_our_cells_agree_after_libreoffice_has_saved_them(recalculated: Callable[[bytes], bytes]) -> None:
    data = recalculated(by_xlsxwriter())
    assert ours(data) == calamines(data)
    assert ours(data) == ours(by_xlsxwriter())


def test_rich_text_written_by_openpyxl_keeps_its_marks() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = CellRichText(
        "plain ", TextBlock(InlineFont(b=True), "bold"), TextBlock(InlineFont(i=True), " it")
    )
    out = io.BytesIO()
    book.save(out)
    assert read_book(out.getvalue()).sheets[0].rows[1][1].runs == (
        Run(text="plain "),
        Run(text="bold", bold=True),
        Run(text=" it", italic=True),
    )


def test_a_formula_openpyxl_wrote_is_told_as_never_calculated() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "=1+1"
    out = io.BytesIO()
    book.save(out)
    assert read_book(out.getvalue()).sheets[0].rows[1][1] == Cell("", (), "uncalculated", formula="1+1")


def test_what_libreoffice_calculates_is_read(recalculated: Callable[[bytes], bytes]) -> None:
    book = openpyxl.Workbook()
    for row, formula in enumerate(["=1/4", '="a"&"b"', "=1/0", "=DATE(2026,4,1)", "=1>0"], 1):
        book.worksheets[0].cell(row, 1, formula)
    out = io.BytesIO()
    book.save(out)
    rows = read_book(recalculated(out.getvalue())).sheets[0].rows
    seen = [(rows[row][1].text, rows[row][1].kind) for row in range(1, 6)]
    assert seen[:3] == [("0.25", "number"), ("ab", "text"), ("#DIV/0!", "error")]
    assert (rows[4][1].kind, rows[4][1].value) == ("date", 46113.0)
    assert seen[4] == ("TRUE", "bool")
