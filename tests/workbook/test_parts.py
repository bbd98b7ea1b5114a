from __future__ import annotations

from svcdocs.model.as_written import Dates
from tests.workbook.sheets import read_one, told


def test_a_row_without_ref_and_action_goes_on_with_the_one_above() -> None:
    table = "| Ref | Action | Step | Step by |\n| A1 | Open | Plan | May 2027 |\n| | | Build | June 2027 |"
    (action,), _ = read_one("Actions", table)
    assert [(step.text.plain, str(step.by)) for step in action.steps] == [("Plan", "May 2027"), ("Build", "June 2027")]
    assert [(step.cell("text").cell, step.cell("by").cell) for step in action.steps] == [("C2", "D2"), ("C3", "D3")]


def test_a_row_that_repeats_ref_or_title_goes_on_with_the_one_above() -> None:
    table = "| Ref | Action | Step |\n| A01 | Open | Plan |\n| A1 | | Build |\n| A1 | Open | Move |\n| A1 | Shut | Go |"
    records, _ = read_one("Actions", table)
    assert [[step.text.plain for step in action.steps] for action in records] == [["Plan", "Build", "Move"], ["Go"]]


def test_the_same_title_without_a_ref_is_another_action() -> None:
    records, _ = read_one("Actions", "| Ref | Action | Step |\n| A1 | Open | Plan |\n| | Open | Build |")
    assert [str(action.ref) for action in records] == ["A1", ""]


def test_what_a_row_says_beside_its_step_is_added_and_not_doubled() -> None:
    table = (
        "| Ref | Action | Step | Lead | Finish by | Outputs |\n"
        "| C2 | Parish | Meet | CEO | May 2027 | Notes |\n"
        "| | | Report | CEO | July 2027 | |\n"
        "| | | Publish | Clerk | | Paper |"
    )
    (action,), _ = read_one("Actions", table)
    assert action.finish == Dates(text="May 2027\nJuly 2027")
    assert action.lead.names == ("CEO", "Clerk")
    assert action.outputs.plain == "Notes\nPaper"


def test_a_row_that_names_nothing_and_answers_much_anew_is_told_and_read_as_more_of_the_one_above() -> None:
    table = (
        "| Ref | Action | For | Step | Finish by | Lead | How we will know |\n"
        "| C2 | Parish | A1 | Meet | May 2027 | CEO | Ten meetings |\n"
        "| | | A2 | Report | July 2027 | Clerk | A report |"
    )
    (action,), findings = read_one("Actions", table)
    (odd,) = (finding for finding in findings if finding.code == "row-without-name")
    assert told([odd]) == [("row-without-name", "C3")]
    assert odd.message == (
        "This row names nothing, and has answers of its own under 'For', 'Finish by', 'Lead', 'How we will know'; it "
        "was read as more of C2."
    )
    assert action.lead.names == ("CEO", "Clerk")
    named = table.replace("| | | A2", "| C3 | Paper | A2")
    assert "row-without-name" not in {finding.code for finding in read_one("Actions", named)[1]}


def test_a_field_first_filled_on_a_later_row_is_found_there() -> None:
    table = "| Ref | Action | Step | Finish by | Q1 progress |\n| A1 | Open | Plan |\n| | | Build | July 2027 | Begun |"
    (action,), _ = read_one("Actions", table)
    assert action.cell("finish").cell == "D3"
    assert action.cell("progress Q1").cell == "E3"
    assert action.cell("title").cell == "B2"


def test_a_group_on_a_row_of_its_own_is_the_heading_of_the_rows_below() -> None:
    table = (
        "| Ref | Action | Group |\n| | | Homes |\n| A1 | Open | |\n| A2 | Shut | |\n| | | Streets |\n| A3 | Sweep | |"
    )
    records, _ = read_one("Actions", table)
    assert [(str(row.ref), row.group) for row in records] == [("A1", "Homes"), ("A2", "Homes"), ("A3", "Streets")]
    assert [row.cell("group").cell for row in records] == ["C2", "C2", "C5"]


def test_a_dash_ends_a_group() -> None:
    records, _ = read_one(
        "Actions", "| Ref | Action | Group |\n| A1 | Open | Homes |\n| A2 | Shut | - |\n| A3 | Go | |"
    )
    assert [row.group for row in records] == ["Homes", "", ""]


def test_a_row_under_another_group_begins_an_action() -> None:
    table = "| Ref | Action | Step | Group |\n| A1 | Open | Plan | Homes |\n| | | | Streets |\n| | | Sweep | |"
    records, _ = read_one("Actions", table)
    assert [(row.group, row.steps[0].text.plain) for row in records] == [("Homes", "Plan"), ("Streets", "Sweep")]


def test_a_dash_under_ref_begins_an_action_without_a_title() -> None:
    records, _ = read_one("Actions", "| Ref | Action | Step |\n| A1 | Open | Plan |\n| - | | Sweep |\n| | | Mop |")
    assert [(str(row.ref), len(row.steps)) for row in records] == [("A1", 1), ("", 2)]


def test_the_lines_of_one_cell_are_steps_each_with_the_date_beside_it() -> None:
    table = "| Ref | Action | Step | Step by |\n| A1 | Open | 1. Plan\\n2. Build | 1. May 2027\\n2. June 2027 |"
    (action,), findings = read_one("Actions", table)
    assert [(step.text.plain, str(step.by)) for step in action.steps] == [
        ("1. Plan", "May 2027"),
        ("2. Build", "June 2027"),
    ]
    assert "steps-and-dates" not in {finding.code for finding in findings}


def test_dates_belong_to_the_numbered_lines_and_not_to_the_words_before_them() -> None:
    table = "| Ref | Action | Step | Step by |\n| A1 | Open | We shall:\\na) Plan\\nb) Build | May 2027\\nJune 2027 |"
    (action,), _ = read_one("Actions", table)
    assert [str(step.by) for step in action.steps] == ["", "May 2027", "June 2027"]


def test_dates_that_do_not_pair_are_kept_beside_the_last_step_and_reported() -> None:
    table = "| Ref | Action | Step | Step by |\n| A1 | Open | Plan\\nBuild\\nMove | May 2027\\nJune 2027 |"
    (action,), findings = read_one("Actions", table)
    assert [str(step.by) for step in action.steps] == ["", "", "May 2027\nJune 2027"]
    odd = next(finding for finding in findings if finding.code == "steps-and-dates")
    assert odd.where is not None
    assert odd.where.cell == "D2"
    assert odd.message == (
        "There are 3 steps in one cell and 2 dates beside them, so which date is whose cannot be told."
    )
    assert odd.hint == (
        "Put in a row below for each further step, and write one step and its date on each; or, if it is one step,"
        " write it as one paragraph. Do this last on the sheet: the rows below move down."
    )
    assert odd.moves_rows


def test_bullets_and_remarks_belong_to_the_step_above_them() -> None:
    table = "| Ref | Action | Step |\n| A1 | Open | Plan\\n• first\\n• second\\n(if funded)\\nBuild |"
    (action,), _ = read_one("Actions", table)
    assert [step.text.plain for step in action.steps] == ["Plan\n• first\n• second\n(if funded)", "Build"]


def test_where_all_lines_are_bullets_each_is_a_step_and_what_is_nested_belongs_to_it() -> None:
    (action,), _ = read_one("Actions", "| Ref | Action | Step |\n| A1 | Open | • Plan\\n– in March\\n• Build |")
    assert [step.text.plain for step in action.steps] == ["• Plan\n  • in March", "• Build"]


def test_a_step_may_be_a_date_alone() -> None:
    (action,), _ = read_one("Actions", "| Ref | Action | Step | Step by |\n| A1 | Open | Plan | |\n| | | | May 2027 |")
    assert [(step.text.plain, str(step.by)) for step in action.steps] == [("Plan", ""), ("", "May 2027")]


def test_a_first_row_without_ref_and_title_is_an_action() -> None:
    records, findings = read_one("Actions", "| Ref | Action | Step |\n| | | Plan |")
    assert [len(row.steps) for row in records] == [1]
    assert told([finding for finding in findings if finding.code != "column-missing"]) == []
