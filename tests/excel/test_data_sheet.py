"""A sheet that is one table to be read: a table of Excel's from A1, every cell text."""

from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from svcdocs.excel.writing import BookSpec, DataColumn, DataSheet, write_book

COLUMNS = (DataColumn("Ref", 12), DataColumn("What", 60))


def sheet(*rows: tuple[str, ...], name: str = "Actions", links: tuple[int, ...] = ()) -> DataSheet:
    return DataSheet(name, "actions", "Each action with what it is", COLUMNS, rows, links)


def written(*sheets: DataSheet) -> openpyxl.Workbook:
    spec = BookSpec(sheets, title="Data", author="Little Wick", language="cy")
    return openpyxl.load_workbook(io.BytesIO(write_book(spec)))


def page(*rows: tuple[str, ...]) -> Worksheet:
    found = written(sheet(*rows))["Actions"]
    assert isinstance(found, Worksheet)
    return found


def test_the_table_begins_in_a1_and_bears_its_name_with_all_rows_in_it() -> None:
    found = page(("A1", "Build"), ("A2", "Warm"))
    assert found.tables["actions"].ref == "A1:B3"
    assert [cell.value for cell in found[1]] == ["Ref", "What"]
    assert [column.name for column in found.tables["actions"].tableColumns] == ["Ref", "What"]
    assert found.freeze_panes == "A2"
    assert not found.merged_cells.ranges
    assert [found.column_dimensions[letter].width for letter in "AB"] == pytest.approx([12.7, 60.7], abs=0.1)


@pytest.mark.parametrize("typed", ["=1+1", "+44 1999", "-5", "@here", '=HYPERLINK("http://x")', "1.50", "007"])
def test_whatever_a_cell_looks_like_it_stays_text(typed: str) -> None:
    cell = page((typed, "x"))["A2"]
    assert (cell.value, cell.data_type) == (typed, "s")


def test_a_table_without_rows_says_so_in_one() -> None:
    found = page()
    assert [cell.value for cell in found[2]] == ["–", None]
    assert found.tables["actions"].ref == "A1:B2"


def test_the_first_sheet_leads_to_the_others() -> None:
    other = DataSheet("Who's who", "here", "x", COLUMNS, (("a", "b"),))
    found = written(sheet(("What this is", "x"), ("Who's who", "y"), links=(1,)), other)["Actions"]
    assert found["A2"].hyperlink is None
    assert found["A3"].hyperlink.location == "'Who''s who'!A1"


def test_two_columns_of_one_title_are_refused() -> None:
    spec = BookSpec((DataSheet("Actions", "actions", "x", (COLUMNS[0], COLUMNS[0]), ()),))
    with pytest.raises(ValueError, match="two columns are titled 'Ref'"):
        write_book(spec)


def test_title_author_and_language_are_stated_and_the_bytes_are_always_the_same() -> None:
    spec = BookSpec((sheet(("a", "b")),), title="Data", author="Little Wick", language="cy")
    properties = written(sheet(("a", "b"))).properties
    assert (properties.title, properties.creator, properties.language) == ("Data", "Little Wick", "cy")
    assert write_book(spec) == write_book(spec)
