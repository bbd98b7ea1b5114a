from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import settings
from hypothesis import strategies as st

from svcdocs.excel.cells import Cell, CellSheet
from svcdocs.excel.reading import read_book
from svcdocs.model.findings import Finding, Severity
from svcdocs.model.service_plan import Passage, ServicePlan
from svcdocs.model.text import Run
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.reader import Reading, read_workbook
from svcdocs.workbook.writer import write_workbook
from tests.plans import COUNCIL
from tests.workbook.sheets import HOUSING, cells, read, said, tab

TEXT = "| Section | Text | Kind | Picture |\n| Workforce | Where people work | Table | Places |"
PLACES = "| Place | Staff | Note |\n| Depot | 12 | |\n| | 3 | • by day\\n• by night |"
LAYOUT = layout_of(COUNCIL, HOUSING)


def given(text: str = TEXT, **tabs: str) -> tuple[Passage, list[Finding]]:
    """The passage of a workbook with some sheets of the team's own, and what is told of its tables."""
    reading = read(tab("Text", text), *(tab(name, table) for name, table in tabs.items()))
    (passage,) = said(reading, "passages")
    return passage, [one for one in reading.findings if one.code.startswith(("table", "sheet-unknown", "cell"))]


def plain(passage: Passage) -> list[list[str]]:
    return [[cell.plain for cell in row.cells] for row in passage.rows]


def test_a_sheet_that_a_table_names_is_read_with_its_places_and_is_no_stranger() -> None:
    passage, findings = given(Places=PLACES)
    assert plain(passage) == [["Place", "Staff", "Note"], ["Depot", "12", ""], ["", "3", "• by day\n• by night"]]
    assert str(passage.rows[2].cell("cells 3")) == "team.xlsx 'Places' C3"
    assert passage.cell("picture") is not None
    assert findings == []


def test_the_sheet_is_found_whatever_its_capitals_and_wherever_the_table_stands_on_it() -> None:
    rows = {4: {3: Cell("Place"), 4: Cell("Staff")}, 6: {4: Cell("3")}}
    reading = read(tab("Text", TEXT), CellSheet("PLACES", rows=rows))
    (passage,) = said(reading, "passages")
    assert plain(passage) == [["Place", "Staff"], ["", "3"]]
    assert str(passage.rows[1].cell("cells 2")) == "team.xlsx 'PLACES' D6"


def test_marks_in_a_cell_are_kept_and_those_of_a_heading_are_not() -> None:
    heads = {1: Cell("Place", bold=True), 2: Cell("Staff", bold=True)}
    rows = {1: heads, 2: {1: Cell("Depot", bold=True), 2: Cell("3")}}
    (passage,) = said(read(tab("Text", TEXT), CellSheet("Places", rows=rows)), "passages")
    assert [cell.blocks[0].runs for cell in passage.rows[0].cells] == [(Run(text="Place"),), (Run(text="Staff"),)]
    assert passage.rows[1].cells[0].blocks[0].runs == (Run(text="Depot", bold=True),)


def test_a_sheet_that_no_table_names_is_still_a_stranger() -> None:
    _, findings = given(TEXT.replace("Table", "Picture"), Places=PLACES)
    assert [finding.code for finding in findings] == ["sheet-unknown"]


@pytest.mark.parametrize("name", ["Plces", "Actions", "", "Guide"])
def test_a_table_whose_sheet_is_not_there_or_is_one_of_ours_is_told_at_its_cell(name: str) -> None:
    passage, findings = given(TEXT.replace("Places", name), Places=PLACES, Actions="| Ref | Action |\n| A | Open |")
    missing = next(finding for finding in findings if finding.code == "table-missing")
    assert passage.rows == ()
    assert (missing.severity, missing.where and missing.where.sheet) == (Severity.WARNING, "Text")
    assert ("Did you mean 'Places'?" in missing.hint) is (name == "Plces")


def test_a_table_too_wide_for_a_page_or_with_one_column_is_told_and_kept() -> None:
    wide = "| " + " | ".join(f"H{number}" for number in range(9)) + " |"
    passage, (finding,) = given(Places=wide)
    assert len(passage.rows[0].cells) == 9
    assert finding.message == "The table on the sheet 'Places' has 9 columns, and a page shows 2 to 8 well."
    assert "has one column" in given(Places="| Place |\n| Depot |")[1][0].message


def test_an_error_in_a_cell_of_the_table_is_told_at_the_cell() -> None:
    _, findings = given(Places="| Place | Staff |\n| Depot | #REF! |")
    assert [str(finding.where) for finding in findings if finding.code == "cell-error"] == ["team.xlsx 'Places' B2"]


def table(*rows: tuple[str, ...], sheet: str = "Places", **more: Any) -> dict[str, Any]:
    held = {"section": "Workforce", "kind": "Table", "picture": sheet, "rows": [{"cells": row} for row in rows]}
    return held | more


def read_back(*passages: dict[str, Any]) -> tuple[tuple[Passage, ...], Reading]:
    plan = ServicePlan.model_validate({"service": "Housing", "passages": passages})
    reading = read_workbook(read_book(write_workbook(LAYOUT, [plan])), "h.xlsx", LAYOUT)
    return tuple(one for one in said(reading, "passages") if one.kind), reading


CELLS = st.text(st.characters(codec="ascii", categories=("L", "N", "P")), min_size=1, max_size=9).filter(str.strip)


@settings(max_examples=15, deadline=None)
@hypothesis_given(
    st.integers(2, 8).flatmap(lambda width: st.lists(st.tuples(*[CELLS] * width), min_size=1, max_size=4))
)
def test_a_table_is_written_on_a_sheet_and_read_back_equal(rows: list[tuple[str, ...]]) -> None:
    held = table(*rows)
    (passage,), reading = read_back(held)
    assert passage == Passage.model_validate(held)
    assert reading.is_untouched


def test_blanks_and_lists_in_a_table_are_read_back_equal() -> None:
    held = table(("Place", "", "Note"), ("", "3", "• by day\n• by night"), ("Depot", "", "**"))
    assert read_back(held)[0] == (Passage.model_validate(held),)


def test_a_changed_table_is_a_changed_workbook() -> None:
    plan = ServicePlan.model_validate({"service": "Housing", "passages": [table(("Place", "Staff"), ("Depot", "3"))]})
    book = read_book(write_workbook(LAYOUT, [plan]))
    sheets = tuple(
        CellSheet("Places", rows=cells("| Place | Staff |\n| Depot | 4 |")) if one.name == "Places" else one
        for one in book.sheets
    )
    assert not read_workbook(replace(book, sheets=sheets), "h.xlsx", LAYOUT).is_untouched


def test_two_tables_of_one_name_and_names_that_excel_refuses_get_sheets_of_their_own() -> None:
    one, two = table(("A", "B"), ("1", "2")), table(("A", "B"), ("3", "4"))
    odd = table(("A", "B"), ("5", "6"), sheet="Actions")
    long = table(("A", "B"), ("7", "8"), sheet="Costs [net]: the whole of next year and more")
    passages, _ = read_back(one, two, one, odd, long)
    assert [passage.picture for passage in passages] == [
        "Places", "Places 2", "Places", "Actions 2", "Costs net the whole of next yea",
    ]  # fmt: skip
    assert [plain(passage)[1][0] for passage in passages] == ["1", "3", "1", "5", "7"]
