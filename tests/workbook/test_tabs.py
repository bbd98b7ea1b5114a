from __future__ import annotations

from dataclasses import replace

from svcdocs.excel.cells import CellBook, CellSheet
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.reader import read_workbook
from tests.plans import COUNCIL
from tests.workbook.sheets import HOUSING, read, said, tab

ACTIONS = "| Ref | Action | For | Lead | Finish by |\n| {} | {} | HC1 | Tom | May 2027 |"


def codes(*tabs: CellSheet, names: dict[str, str] | None = None) -> list[tuple[str, str]]:
    book = CellBook(tabs, names=names or {})
    findings = read_workbook(book, "team.xlsx", layout_of(COUNCIL, HOUSING)).findings
    kept = [finding for finding in findings if finding.code not in ("sheet-missing", "column-missing")]
    return [(finding.code, str(finding.severity)) for finding in kept]


def test_a_tab_that_says_nothing_by_its_name_is_known_by_its_headings_and_asked_about() -> None:
    assert codes(tab("Sheet1", ACTIONS.format("A1", "Open"))) == [("read-as", "warning")]


def test_the_name_given_to_its_headings_makes_a_renamed_tab_sure() -> None:
    names = {"ColumnTitle_Council_actions": "'Sheet1'!$A$4:$X$4"}
    book = CellBook((tab("Sheet1", ACTIONS.format("A1", "Open")),), names=names)
    reading = read_workbook(book, "team.xlsx", layout_of(COUNCIL, HOUSING))
    assert len(said(reading, "council_actions")) == 1
    assert codes(*book.sheets, names=names) == [("read-as", "note")]


def test_two_renamed_tabs_are_told_apart_as_a_whole() -> None:
    reading = read(tab("Corporate actions", ACTIONS.format("A1", "Build")), tab("Tasks", ACTIONS.format("A2", "Open")))
    assert [str(one.ref) for one in said(reading, "actions")] == ["A2"]
    assert [str(one.ref) for one in said(reading, "council_actions")] == ["A1"]


def test_rows_of_a_copy_that_are_new_are_read_and_those_that_differ_told() -> None:
    copy = "| Ref | Action | For | Lead | Finish by |\n| A1 | Shut | HC1 | Tom | May 2027 |\n| A9 | Sell | | | |"
    reading = read(tab("Actions", ACTIONS.format("A1", "Open")), tab("Actions (2)", copy))
    assert [(str(one.ref), one.title.plain) for one in said(reading, "actions")] == [("A1", "Open"), ("A9", "Sell")]
    (told,) = (finding for finding in reading.findings if finding.code == "sheet-copy-differs")
    assert told.message == (
        "The sheet 'Actions (2)' is a copy of 'Actions' in which row 2 says something else; there, only 'Actions' was"
        " read, and with it one row that only the copy has."
    )


def test_a_blank_sheet_beside_its_filled_copy_loses_nothing() -> None:
    blank = "| Ref | Action | For | Lead | Finish by |"
    reading = read(tab("Actions", blank), tab("Actions (2)", ACTIONS.format("A1", "Open")))
    assert [str(one.ref) for one in said(reading, "actions")] == ["A1"]
    assert "sheet-split" in {finding.code for finding in reading.findings}


def test_a_hidden_or_old_tab_like_one_of_ours_is_not_read() -> None:
    ours, told = tab("Actions", ACTIONS.format("A1", "Open")), [""]
    for name in ("Old actions", "Plan 2025/26", "Data"):
        other = tab(name, ACTIONS.format("A8", "Past"))
        reading = read(ours, replace(other, state="hidden") if name == "Data" else other)
        assert [str(one.ref) for one in said(reading, "actions")] == ["A1"], name
        told = [finding.message for finding in reading.findings if f"'{name}'" in finding.message]
        assert told, name
    assert told[0].startswith("The hidden sheet 'Data' is not one of the workbook's")
