"""The old and the binary format come out as a person saw them, and nothing that calamine leaves out stays silent."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Sequence
from contextlib import suppress

import openpyxl
import pytest

from svcdocs.errors import UnusableFile
from svcdocs.excel.cells import Cell, CellBook, CellSheet
from svcdocs.excel.reading import read_book
from tests.excel import old_formats as old

CODES = ("dd/mm/yyyy", "0%", "£#,##0")


def xls_sheet(*records: bytes) -> CellSheet:
    return read_book(old.xls(("Actions", records), codes=CODES), "a.xls").sheets[0]


def xlsb_sheet(*records: bytes) -> CellSheet:
    return read_book(old.xlsb(b"".join(records), styles=old.binary_styles(*CODES)), "a.xlsb").sheets[0]


def real(column: int, value: float, style: int = 0) -> bytes:
    return old.binary_cell(5, column, struct.pack("<d", value), style)


def text(column: int, words: str) -> bytes:
    return old.binary_cell(6, column, old.wide_text(words))


class Old:
    """Makes sheets of .xls."""

    sheet = staticmethod(xls_sheet)

    @staticmethod
    def text(row: int, column: int, words: str) -> bytes:
        return old.label(row, column, words)

    @staticmethod
    def number(value: float, style: int) -> bytes:
        return old.number(0, 0, value, style)

    @staticmethod
    def error(code: int) -> bytes:
        return old.error(1, 1, code)


class Binary:
    """Makes sheets of .xlsb."""

    sheet = staticmethod(xlsb_sheet)

    @staticmethod
    def text(row: int, column: int, words: str) -> bytes:
        return old.row_header(row) + text(column, words)

    @staticmethod
    def number(value: float, style: int) -> bytes:
        return old.row_header(0) + real(0, value, style)

    @staticmethod
    def error(code: int) -> bytes:
        return old.row_header(1) + old.binary_cell(3, 1, bytes([code]))


Make = type[Old] | type[Binary]
both = pytest.mark.parametrize("make", [Old, Binary], ids=["xls", "xlsb"])


@both
def test_a_text_stands_where_it_stood_though_rows_and_columns_before_it_are_blank(make: Make) -> None:
    assert make.sheet(make.text(6, 3, "far in")).rows == {7: {4: Cell("far in")}}


@both
@pytest.mark.parametrize(
    ("value", "style", "shown", "kind"),
    [
        (45, 0, "45", "number"),
        (0.1 + 0.2, 0, "0.3", "number"),
        (46_752, 1, "31/12/2027", "date"),
        (0.85, 2, "85%", "number"),
        (12_000, 3, "£12,000", "number"),
    ],
)
def test_a_number_comes_as_it_was_displayed(make: Make, value: float, style: int, shown: str, kind: str) -> None:
    cell = make.sheet(make.number(value, style)).rows[1][1]
    assert (cell.text, cell.kind, cell.value) == (shown, kind, value)


@both
@pytest.mark.parametrize(("code", "sign"), [(0x07, "#DIV/0!"), (0x17, "#REF!"), (0x2A, "#N/A")])
def test_an_error_is_told_as_one_and_not_as_a_blank(make: Make, code: int, sign: str) -> None:
    assert make.sheet(make.text(0, 0, "x"), make.error(code)).rows[2] == {2: Cell(sign, kind="error")}


@both
def test_cells_too_far_apart_are_refused_before_any_library_makes_room_for_them(make: Make) -> None:
    with pytest.raises(UnusableFile) as refused:
        make.sheet(make.text(0, 0, "x"), make.text(65_535, 255, "y"))
    assert refused.value.code == "file-too-far"


@both
def test_line_ends_are_of_one_kind_and_what_looks_like_an_escape_is_text(make: Make) -> None:
    assert make.sheet(make.text(0, 0, "a\r\nb_x000D_")).rows[1][1].text == "a\nb_x000D_"


def test_hidden_rows_are_told() -> None:
    assert xls_sheet(old.hidden_row(0), old.label(0, 0, "x")).hidden_rows == {1}
    assert xlsb_sheet(old.row_header(0, hidden=True), text(0, "x")).hidden_rows == {1}


def test_dates_counted_from_1904_are_the_same_days() -> None:
    records = [old.number(0, 0, 44_286, 1)]
    book = read_book(old.xls(("A", records), codes=CODES, before=[old.record(0x22, b"\1\0")]), "a.xls")
    assert book.sheets[0].rows[1][1] == Cell("01/04/2025", kind="date", value=45_748.0)


def old_book(*records: bytes, before: Sequence[bytes] = ()) -> CellBook:
    return read_book(old.xls(("A", records), before=before), "a.xls")


def test_a_long_text_of_an_old_workbook_is_read_to_its_end_over_records_in_other_letters() -> None:
    rich = struct.pack("<HBHI", 24_000, 0x0C, 1, 2)
    table = old.shared_table(
        rich + b"a" * 8_000,
        b"\1" + ("é–" * 4_000).encode("utf-16-le"),
        b"\0" + b"c" * 8_000 + b"\0\0\0\0",
        b"xx" + struct.pack("<HB", 4, 0) + b"next",
    )
    [sheet] = old_book(old.shared(0, 0, 0), old.shared(1, 0, 1), before=[table]).sheets
    assert sheet.rows[1][1].text == "a" * 8_000 + "é–" * 4_000 + "c" * 8_000
    assert sheet.rows[2][1].text == "next"


def test_a_text_that_is_not_in_an_old_workbook_is_told() -> None:
    book = old_book(old.label(0, 0, "x"), old.shared(1, 0, 7))
    assert book.lost == ("A: the text of A2 is not in the file",)


@pytest.mark.parametrize("kind", [0x0006, 0x0206, 0x0406])
def test_what_a_formula_gives_is_read_in_the_records_of_every_version(kind: int) -> None:
    formula = old.record(kind, struct.pack("<HHHdHI", 0, 0, 0, 38_353.0, 0, 0) + struct.pack("<H", 0))
    assert old_book(formula).sheets[0].rows[1][1].value == 38_353


def test_a_text_that_a_formula_gives_is_read_to_its_end() -> None:
    result = struct.pack("<HHHBBBBBBH", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFFFF)
    formula = old.record(0x0006, result + struct.pack("<HIH", 0, 0, 0))
    text = old.record(0x0207, struct.pack("<HB", 12_000, 0) + b"a" * 8_000) + old.record(0x003C, b"\0" + b"b" * 4_000)
    assert old_book(formula, text).sheets[0].rows[1][1].text == "a" * 8_000 + "b" * 4_000


def test_what_the_format_hides_is_said_once() -> None:
    for data, name in (
        (old.xls(("A", [old.label(0, 0, "x")])), ".xls"),
        (old.xlsb(b"", styles=old.binary_styles()), ".xlsb"),
    ):
        [remark] = read_book(data, "a").remarks
        assert name in remark
        assert "bold, italic and struck-out words or comments" in remark


def test_an_old_workbook_with_a_password_is_refused_as_such() -> None:
    with pytest.raises(UnusableFile) as refused:
        read_book(old.xls(("A", []), before=[old.record(0x2F, bytes(6))]), "a.xls")
    assert refused.value.code == "file-password"


def test_every_cut_of_an_old_workbook_is_read_or_refused() -> None:
    data = old.xls(("A", [old.label(row, 0, "text") for row in range(300)]))
    for length in range(0, len(data), 97):
        with suppress(UnusableFile):
            assert isinstance(read_book(data[:length], "a.xls"), CellBook)


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_what_libreoffice_saves_in_another_format_is_read(kind: str, recalculated: Callable[..., bytes]) -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    values: list[str | float] = ["café", "=1/0", 0.5, "=1/4"]
    for column, value in enumerate(values, 2):
        book.worksheets[0].cell(2, column, value)
    book.save(out)
    sheet = read_book(recalculated(out.getvalue(), kind), f"a.{kind}").sheets[0]
    assert [(cell.text, cell.kind) for cell in sheet.rows[2].values()] == [
        ("café", "text"),
        ("#DIV/0!", "error"),
        ("0.5", "number"),
        ("0.25", "number"),
    ]
