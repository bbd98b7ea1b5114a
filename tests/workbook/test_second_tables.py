"""A table pasted below ours with headings of its own, as it comes from a document."""

from __future__ import annotations

import pytest

from svcdocs.checks.run import checked
from svcdocs.excel.cells import CellSheet
from svcdocs.model.assignments import Assignment
from svcdocs.model.cycle import link
from svcdocs.model.findings import Finding, Severity
from svcdocs.model.service_plan import Action, ServicePlan
from tests.plans import COUNCIL, MANY_HANDS
from tests.workbook.sheets import cells, read, said, tab, told

OURS = """
| Ref | Action | For | Step | Step by | Finish by | Lead | How we will know | Extra resources | Needs |
| HC1.1 | Open a shelter | HC1 | Let the contract | June 2027 | March 2028 | Tom Fell | Nobody sleeps rough | None | |
| | | | Open it | July 2027 | | | | | |
"""
PASTED = """
| No. | Task | Who | By when |
| 1 | Move the post room | Facilities | Autumn 2027 |
| 2 | Sell the franking machine | Facilities | asap |
"""


def taken(pasted: str = PASTED, at: int = 45, below: str = "") -> tuple[tuple[Action, ...], list[Finding]]:
    rows = cells(OURS, 4) | cells(pasted, at) | (cells(below, 60) if below else {})
    reading = read(CellSheet("Actions", rows=dict(sorted(rows.items()))))
    return said(reading, "actions"), [one for one in reading.findings if one.code != "sheet-missing"]


def test_the_row_of_headings_is_no_action_and_is_told_with_the_way_out() -> None:
    actions, (finding,) = taken()
    assert [str(one.ref) for one in actions] == ["HC1.1", "1", "2"]
    assert (finding.code, finding.severity) == ("second-table", Severity.WARNING)
    assert finding.where is not None
    assert finding.where.cell == "A45"
    assert finding.message == (
        "A second table begins at A45 with headings of its own; its rows 46 to 47 were read by those: "
        "'No.' as 'Ref', 'Task' as 'Action', 'Who' as 'Lead' and 'By when' as 'Finish by'."
    )
    assert finding.hint == (
        "Move its rows under the headings of row 4, each answer into its own column, delete row 45, and fill in what "
        "that table had no column for."
    )


def test_its_rows_are_what_their_own_headings_say_and_know_their_cells() -> None:
    actions, _ = taken()
    moved = actions[1]
    assert (moved.title.plain, str(moved.lead), str(moved.finish)) == (
        "Move the post room",
        "Facilities",
        "Autumn 2027",
    )
    assert [str(moved.cell(name)) for name in ("title", "lead", "finish")] == [
        f"team.xlsx 'Actions' {cell}" for cell in ("B46", "C46", "D46")
    ]


def test_what_the_small_table_has_no_column_for_is_asked_of_none_of_its_rows() -> None:
    rows = cells(OURS, 4) | cells(PASTED, 45)
    reading = read(CellSheet("Actions", rows=dict(sorted(rows.items()))))
    plan = ServicePlan.model_validate({"service": "Housing"}).model_copy(update=reading.plans["Housing"])
    told = checked(link(COUNCIL, [plan], gaps=reading.gaps)).findings
    asked = [
        one for one in told if one.code == "action-incomplete" and one.where and one.where.cell[1:] in ("46", "47")
    ]
    assert asked == []


def test_its_rows_have_nothing_from_the_rows_above_and_go_on_with_none_of_them() -> None:
    actions, _ = taken("| Milestone | Task | By when |\n| | Move the post room | Autumn 2027 |\n| Pack | | May 2027 |")
    assert [str(one.serves) for one in actions] == ["HC1", ""]
    assert [len(one.steps) for one in actions] == [2, 1]


def test_rows_of_ours_below_it_go_on_as_if_it_were_not_there() -> None:
    actions, findings = taken(below="| | | | Close the old one | August 2027 | |")
    assert [step.text.plain for step in actions[0].steps] == ["Let the contract", "Open it", "Close the old one"]
    assert told(findings) == [("second-table", "A45")]


def test_done_as_the_message_says_there_is_nothing_left_to_tell() -> None:
    mended = "| 1 | Move the post room | | | | Autumn 2027 | Facilities | | | |"
    _, findings = taken(mended)
    assert findings == []


def test_what_stands_under_a_strange_heading_or_none_is_told_at_its_cell() -> None:
    pasted = "| No. | Task | Who | By when | Room |\n| 1 | Move | Tom Fell | May 2027 | 12 | beside |"
    _, findings = taken(pasted)
    assert told(findings) == [("second-table", "A45"), ("column-unknown", "E45"), ("outside-table", "F46")]


def test_headings_with_nothing_under_them_are_told_and_no_row() -> None:
    actions, (finding,) = taken("| No. | Task | Who | By when |")
    assert len(actions) == 1
    assert finding.message == "Row 45 of the sheet 'Actions' holds headings once more, so it was not read as a row."
    assert finding.hint == "Delete row 45."


@pytest.mark.parametrize(
    ("row", "at"),
    [
        ("| HC1.2 | Action | HC1 | Lead | | | Tom Fell |", 7),
        ("| Ref | Action |", 7),
        ("| Ref | Action | For | Step | Step by | Finish by | Lead |", 45),
        ("| 1 | Task | Who | Somebody | May 2027 | June 2027 |", 45),
    ],
)
def test_a_row_with_words_of_headings_or_our_own_headings_again_begins_no_table(row: str, at: int) -> None:
    _, findings = taken(row, at)
    assert "second-table" not in {one.code for one in findings}


def test_two_headings_below_a_blank_row_are_enough() -> None:
    actions, findings = taken("| Task | Who |\n| Move the post room | Tom Fell |", 8)
    assert [one.title.plain for one in actions] == ["Open a shelter", "Move the post room"]
    assert told(findings) == [("second-table", "A8")]


def test_that_it_lacks_columns_keeps_no_check_of_our_rows_from_asking() -> None:
    with_it, without = (
        read(CellSheet("Actions", rows=cells(OURS, 4) | more)).gaps for more in (cells(PASTED, 45), cells("| |", 45))
    )
    of_its_rows = [gap for gap in with_it if gap.where is not None and gap.where.cell[1:] in ("46", "47")]
    assert [gap for gap in with_it if gap not in of_its_rows] == list(without)
    assert {gap.field for gap in of_its_rows} >= {"serves", "outcome"}


def test_in_a_workbook_about_several_services_its_rows_need_to_say_whose_they_are() -> None:
    hr = Assignment("HR", ("Housing", "Streets"), ("posts",), central=True)
    posts = "| Service | Team | Post | Number | FTE |\n| Streets | | Driver | 1 | 1 |\n\n"
    posts += "| Job title | Number | FTE |\n| Cook | 1 | 1 |"
    reading = read(tab("Posts", posts), whose=hr, council=MANY_HANDS)
    assert ("second-table", "A4") in told(list(reading.findings))
    assert any(one.code == "column-missing" and one.blocks for one in reading.findings)
