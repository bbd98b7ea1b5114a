from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from svcdocs.excel.reading import read_book
from svcdocs.excel.second_reader import Unseen, unseen
from tests.conftest import CHECKOUT

READABLE = [path for path in sorted((CHECKOUT / "examples").rglob("*.xlsx")) if path.stem != "old-libraries"]


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.stem)
def test_openpyxl_sees_nothing_in_the_examples_that_we_do_not(path: Path) -> None:
    content = path.read_bytes()
    assert unseen(content, read_book(content)) == []


def test_a_cell_that_only_openpyxl_sees_is_named() -> None:
    content = (CHECKOUT / "examples" / "defects-2027" / "framework.xlsx").read_bytes()
    book = read_book(content)
    about = book.sheet("About")
    assert about is not None
    rows = {number: row for number, row in about.rows.items() if number != 5}
    blind = dataclasses.replace(about, rows=rows)
    sheets = tuple(blind if sheet is about else sheet for sheet in book.sheets)
    found = unseen(content, dataclasses.replace(book, sheets=sheets))
    assert Unseen("About", "B5", "Saltmarsh Borough Council") in found
    assert {one.sheet for one in found} == {"About"}


def test_what_openpyxl_cannot_read_gives_no_second_opinion() -> None:
    content = (CHECKOUT / "examples" / "defects-2027" / "framework.xlsx").read_bytes()
    assert unseen(b"no workbook", read_book(content)) == []
