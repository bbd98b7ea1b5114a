"""The spreadsheet of the annexes: a table a sheet, what is where on the first, nothing that may not be published."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from tests.corporate import small
from tests.documents import besides
from tests.documents.test_annexes import HOMES, SECRET, STREETS, cycle

BOOK = besides.book(cycle())
SHEETS = [
    "Contents", "Actions", "Indicators", "Dependencies", "Index by lead", "Index by priority", "Glossary",
]  # fmt: skip


def test_each_sheet_is_one_table_from_a1_with_frozen_headings_and_every_cell_filled_with_text() -> None:
    assert BOOK.sheetnames == SHEETS
    for sheet in BOOK.worksheets:
        (table,) = sheet.tables.values()
        assert table.ref == sheet.dimensions
        assert table.ref.startswith("A1:")
        assert table.name == sheet.title.lower().replace(" ", "_")
        assert sheet.freeze_panes == "A2"
        assert not sheet.merged_cells.ranges
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} == {"s"}
        assert all(str(cell.value).strip() for cell in cells)


def test_the_first_sheet_says_what_is_where_how_much_and_how_much_is_left_out() -> None:
    rows = besides.rows(BOOK, "Contents")
    about, *sheets = rows
    assert about["What it holds"] == (
        "Little Wick Council: data of the Corporate plan, 2027/28 to 2028/29 – draft, Draft 1, 4 January 2027"
    )
    assert [row["Sheet"] for row in sheets] == SHEETS[1:]
    assert [int(row["Rows"]) for row in sheets] == [len(besides.rows(BOOK, name)) for name in SHEETS[1:]]
    assert {row["Sheet"]: row["Not for publication"] for row in sheets} == {
        "Actions": "2", "Indicators": "1", "Dependencies": "1", "Index by lead": "2", "Index by priority": "2",
        "Glossary": "0",
    }  # fmt: skip


def test_what_is_not_for_publication_leaves_no_trace_in_any_part_of_the_file() -> None:
    with zipfile.ZipFile(io.BytesIO(besides.book_bytes(cycle()))) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8", "replace")
            assert [word for word in SECRET if word in text] == [], name


def test_an_action_has_a_row_with_all_that_the_annex_says_of_it() -> None:
    rows = besides.rows(BOOK, "Actions")
    wanted = [
        row.get("ref", "–")
        for plan in (HOMES, STREETS)
        for row in (*plan.get("council_actions", ()), *plan["actions"])
        if row.get("publish") != "No"
    ]
    assert [row["Ref"] for row in rows] == wanted
    assert rows[0] == {
        "Service": "Homes", "Ref": "A1", "Action": "Buy the mill site", "Serves": "A1",
        "Lead": "Homes Manager; Jo Lane", "By when": "June 2027",
    }  # fmt: skip


def test_an_indicator_has_a_column_for_each_year() -> None:
    first, *_ = besides.rows(BOOK, "Indicators")
    years = {head: said for head, said in first.items() if re.search(r"20\d\d/", head)}
    assert years == {
        "Result 2024/25": "5", "Result 2025/26": "6", "Target 2027/28": "10", "Target 2028/29": "Set in March",
    }  # fmt: skip
    assert (first["Unit"], first["Good is"], first["Baseline"], first["Who answers for it"]) == (
        "Number", "High", "4", "Homes Manager",
    )  # fmt: skip


def test_each_thing_that_is_needed_has_a_row() -> None:
    rows = [(row["Ref"], row["Needs the help of"], row["What is needed"]) for row in besides.rows(BOOK, "Dependencies")]
    assert rows == [
        ("S8.1", "Homes", "a list of flats"),
        ("S8.1", "All services", "a day each"),
        ("–", "Homes", "Not said"),
        ("–", "The Parish Clerk", "dates"),
    ]


def test_the_indexes_have_a_row_for_each_lead_and_for_each_priority_of_an_action() -> None:
    leads = {(row["Lead"], row["Ref"], row["Leading"]) for row in besides.rows(BOOK, "Index by lead")}
    assert {("Tom Fell, Homes Manager", "A1", "First"), ("Jo Lane", "A1", "Also")} <= leads
    served = {(row["Priority"], row["Ref"]) for row in besides.rows(BOOK, "Index by priority")}
    assert {("A1 Build 20 homes", "H1.1"), ("None of the council’s priorities", "H2.2")} <= served


def test_words_that_excel_takes_for_no_name_of_a_sheet_make_one_all_the_same() -> None:
    words = [
        {"term": "book actions", "singular": "What we do: [all] of it / and more than that"},
        {"term": "book indicators", "singular": "contents"},
        {"term": "book glossary", "singular": "History"},
        {"term": "service", "singular": "Ref"},
    ]
    names = besides.book(cycle(words=words)).sheetnames
    assert len({name.casefold() for name in names}) == len(names)
    assert names[1] == "What we do all of it and more t"


@pytest.mark.parametrize(
    "typed", ["=1+1", "a\x01b\x0bc", "x" * 32_767, "_x0041_" * 4_000, "👏🏽" * 9_000, "before\ud83dafter", "<r>x</r>"]
)
def test_whatever_somebody_typed_can_be_written_and_read(typed: str) -> None:
    plan = ServicePlan.model_validate({"service": "Homes", "actions": [{"ref": "H1", "title": typed}]})
    made = besides.book(link(Framework.model_validate(small.FRAMEWORK), [plan]))
    said = besides.rows(made, "Actions")[0]["Action"]
    assert said[:2] == typed.replace("\x01", "")[:2]


def test_a_council_without_any_return_has_a_spreadsheet_all_the_same() -> None:
    empty: Cycle = link(Framework.model_validate(small.FRAMEWORK), [])
    assert [row["Ref"] for row in besides.rows(besides.book(empty), "Actions")] == ["None"]


def test_the_same_plans_give_the_same_bytes() -> None:
    assert besides.book_bytes(cycle()) == besides.book_bytes(cycle())


def test_title_author_and_language_are_stated() -> None:
    properties = BOOK.properties
    assert properties.title.startswith("Little Wick Council: data of the Corporate plan")
    assert "draft" in properties.title
    assert (properties.creator, properties.language) == ("Little Wick Council", "en-GB")
