"""Reading twice as much takes twice the work: calls are counted, since time tells little on a busy machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from svcdocs.excel.reading import read_book
from tests.excel import old_formats as old
from tests.excel.handmade import book_of, sheet_xml, styles_of
from tests.excel.test_ods_book import cell, ods, row


def texts(count: int) -> bytes:
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{n - 1}</v></c></row>' for n in range(1, count + 1))
    return book_of(rows, strings="".join(f"<si><t>text {n}</t></si>" for n in range(count)))


def rich(count: int) -> bytes:
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{n - 1}</v></c></row>' for n in range(1, count + 1))
    return book_of(rows, strings="".join(f"<si><r><rPr><b/></rPr><t>{n}</t></r></si>" for n in range(count)))


def numbers(count: int) -> bytes:
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="0"><v>{n}.125</v></c></row>' for n in range(1, count + 1))
    return book_of(rows, styles=styles_of("£#,##0.00"))


def by_tree(count: int) -> bytes:
    return book_of("".join(f"<row><c><v>{n}</v></c></row>" for n in range(count)))


def twice(count: int) -> bytes:
    return book_of('<row r="1">' + '<c r="A1"><v>1</v></c>' * count + "</row>")


def backwards(count: int) -> bytes:
    return book_of("".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(count, 0, -1)))


def merged(count: int) -> bytes:
    ranges = "".join(f'<mergeCell ref="A{n}:XFD{n}"/>' for n in range(1, count + 1))
    cells = '<row r="1"><c r="Z1"><v>1</v></c></row>'
    return book_of(sheet=sheet_xml(cells, after=f"<mergeCells>{ranges}</mergeCells>"))


def without_text(count: int) -> bytes:
    return book_of("".join(f'<row r="{n}"><c r="A{n}" t="s"><v>7</v></c></row>' for n in range(1, count + 1)))


def old_workbook(count: int) -> bytes:
    return old.xls(("A", [old.label(n, 0, "x") for n in range(count)]))


def opendocument(count: int) -> bytes:
    return ods("".join(row(cell("<text:p>x</text:p>")) for _ in range(count)))


def calls(data: bytes) -> int:
    """How many functions, Python's own among them, are called to read a workbook."""
    count = 0

    def seen(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(seen)
    try:
        read_book(data, "f.xlsx")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "make",
    [texts, rich, numbers, by_tree, twice, backwards, merged, without_text, old_workbook, opendocument],
    ids=lambda make: make.__name__,
)
def test_the_work_grows_with_what_there_is_to_read_and_no_faster(make: Callable[[int], bytes]) -> None:
    read_book(make(2), "f.xlsx")  # what is loaded and understood once is done
    few, many = calls(make(400)), calls(make(800))
    assert many < 2.2 * few
