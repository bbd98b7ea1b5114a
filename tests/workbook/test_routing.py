"""Workbooks about several services: each row says whose plan it belongs to; and a team's, whose rows are the team's."""

from __future__ import annotations

from svcdocs.model.assignments import PARTS, Assignment
from svcdocs.model.findings import Finding
from svcdocs.workbook.reader import Reading
from tests.plans import MANY_HANDS
from tests.workbook.sheets import read, said, tab, told

ALL = tuple(PARTS.values())
HR = Assignment("HR", ("Housing", "Streets"), ("posts",), central=True)
FINANCE = Assignment("Finance", ("Housing", "Streets"), ("money",), central=True)
TEAM = Assignment("Housing – Repairs", ("Housing",), ("actions", "posts"), team="Repairs")


def central(name: str, table: str, whose: Assignment = HR, **more: object) -> Reading:
    return read(tab(name, table, **more), whose=whose, council=MANY_HANDS)  # type: ignore[arg-type]


def own(reading: Reading) -> list[Finding]:
    """What is told of the sheet that is there."""
    return [finding for finding in reading.findings if finding.code not in ("sheet-missing", "column-missing")]


def titles(reading: Reading) -> dict[str, list[str]]:
    return {service: [post.title for post in said(reading, "posts", service)] for service in reading.plans}


def test_each_row_belongs_to_the_plan_it_names_and_a_blank_means_the_one_above() -> None:
    reading = central(
        "Posts", "| Service | Post |\n| Housing | Fitter |\n| | Surveyor |\n| homes | Clerk |\n| Streets | Driver |"
    )
    assert titles(reading) == {"Housing": ["Fitter", "Surveyor", "Clerk"], "Streets": ["Driver"]}
    assert own(reading) == []


def test_a_service_on_a_row_of_its_own_stands_for_those_below() -> None:
    reading = central("Posts", "| Service | Post |\n| Streets | |\n| | Driver |\n| | Sweeper |")
    assert titles(reading) == {"Streets": ["Driver", "Sweeper"]}


def test_cells_merged_down_count_for_each_of_their_rows() -> None:
    table = "| Service | Post |\n| Streets | Driver |\n| | Sweeper |\n| Housing | Clerk |"
    reading = central("Posts", table, merged=((2, 1, 3, 1),))
    assert titles(reading) == {"Streets": ["Driver", "Sweeper"], "Housing": ["Clerk"]}
    assert told(own(reading)) == [("cells-merged", "A2:A3")]


def test_a_service_that_is_none_is_told_once_at_its_cell_and_its_rows_are_kept_out() -> None:
    reading = central(
        "Posts", "| Service | Post |\n| Streets | Driver |\n| Huosing | Fitter |\n| | Clerk |\n| Streets | Sweeper |"
    )
    assert titles(reading) == {"Streets": ["Driver", "Sweeper"]}
    (lost,) = own(reading)
    assert lost.message == "'Huosing' is not one of the services, so this row and 1 below it are not read."
    assert lost.hint == "Did you mean 'Housing'? Then correct it."
    assert (told([lost]), lost.blocks, lost.service) == ([("row-of-no-service", "A3")], True, "")


def test_a_row_before_any_service_is_told_and_kept_out() -> None:
    reading = central("Posts", "| Service | Post |\n| | Driver |\n| - | Clerk |")
    assert titles(reading) == {}
    assert [(finding.message, finding.where.cell) for finding in own(reading) if finding.where] == [
        ("This row names no service, so nothing of it is read.", "A2"),
        ("This row names no service, so nothing of it is read.", "A3"),
    ]


def test_without_the_column_nothing_on_the_sheet_is_read_and_that_is_told_once() -> None:
    reading = central("Posts", "| Post | FTE |\n| Driver | 1 |\n| Clerk | 2 |")
    assert titles(reading) == {}
    (gone,) = [finding for finding in reading.findings if finding.blocks]
    assert gone.message == (
        "There is no column 'Service' on the sheet 'Posts', so nothing on it can be told to belong to a plan."
    )


def test_what_a_row_inherits_ends_with_its_service() -> None:
    table = (
        "| Service | Team | Post |\n| Housing | Repairs | Fitter |\n| Streets | | Driver |\n| | Sweeping | Sweeper |"
    )
    reading = central("Posts", table)
    assert [post.team for post in said(reading, "posts", "Streets")] == ["", "Sweeping"]


def test_a_row_about_another_service_begins_an_action() -> None:
    whose = Assignment("Policy", ("Housing", "Streets"), ("actions",), central=True)
    table = (
        "| Service | Ref | Action | Step |\n"
        "| Housing | A1 | Open | Plan |\n| Homes | | | Build |\n| Streets | | | Sweep |"
    )
    reading = central("Actions", table, whose)
    # "Homes" is another name of Housing, but another word in the column: nothing is guessed about whose step it is.
    assert [len(action.steps) for action in said(reading, "actions")] == [1, 1]
    assert [str(action.ref) for action in said(reading, "actions", "Streets")] == [""]


def test_lists_name_a_service_beside_each_row_of_entries() -> None:
    whose = Assignment("Policy", ("Housing", "Streets"), ("swot",), central=True)
    table = "| Service | Strengths | Threats |\n| Housing | Staff | Rents |\n| | Stock | |\n| Streets | | Rain |"
    reading = central("SWOT", table, whose)
    entries = [(entry.heading, entry.text.plain) for entry in said(reading, "swot")]
    assert entries == [("Strengths", "Staff"), ("Strengths", "Stock"), ("Threats", "Rents")]
    (rain,) = said(reading, "swot", "Streets")
    assert (rain.text.plain, rain.cell("text").cell) == ("Rain", "C4")


def test_a_finding_about_a_row_is_its_services() -> None:
    whose = Assignment("Policy", ("Housing", "Streets"), ("risks",), central=True)
    table = "| Service | Ref | Cause | Publish |\n| Housing | R1 | Flood | Yes |\n| Streets | R2 | Fire | Perhaps |"
    (odd,) = own(central("Risks", table, whose))
    assert (odd.code, odd.service) == ("choice-unknown", "Streets")


def test_a_sheet_that_was_not_asked_for_is_read_where_it_is_there_and_not_missed_where_it_is_not() -> None:
    reading = central("Risks", "| Service | Ref | Cause |\n| Streets | R1 | Flood |")
    assert len(said(reading, "risks", "Streets")) == 1
    missing = [finding.message for finding in reading.findings if finding.code == "sheet-missing"]
    assert missing == [f"The sheet '{name}' is not in the workbook." for name in ("Guide", "Posts")]


def test_finance_says_what_holds_for_all_figures_and_a_begun_row_says_nothing() -> None:
    statement = tab("About the figures", "| Unit | £000 |\n| Sign | |")
    columns = tab("Columns of figures", "| Column | As at |\n| 2026/27 original | |\n| 2027/28 estimate | 1 May 2026 |")
    totals = tab("Control totals", "| Service | Type |\n| homes | Spend |\n| | Income |")
    finance = read(statement, columns, totals, whose=FINANCE, council=MANY_HANDS).finance
    assert finance is not None
    assert (finance.contributor, finance.statement.unit) == ("Finance", "£000")
    assert [row.heading for row in finance.columns] == ["2027/28 estimate"]
    assert [row.service for row in finance.totals] == ["homes", ""]


def test_the_sheets_of_finance_are_nobody_elses() -> None:
    reading = central("Control totals", "| Service | Type |\n| Housing | Spend |")
    assert reading.finance is None
    assert "sheet-unknown" in {finding.code for finding in reading.findings}


def test_the_rows_of_a_teams_workbook_are_the_teams_unless_they_say_otherwise() -> None:
    reading = read(tab("Risks", "| Ref | Cause | Team |\n| R1 | Flood | |\n| R2 | Fire | Homelessness |"), whose=TEAM)
    assert [risk.team for risk in said(reading, "risks")] == ["Repairs", "Homelessness"]
    assert said(reading, "risks")[0].cell("cause").cell == "B2"


def test_a_dash_says_that_a_post_in_a_teams_workbook_is_no_teams_and_so_are_those_below() -> None:
    reading = read(
        tab("Posts", "| Team | Post |\n| | Fitter |\n| - | Clerk |\n| | Cook |\n| Repairs | Smith |"), whose=TEAM
    )
    assert [post.team for post in said(reading, "posts")] == ["Repairs", "", "", "Repairs"]


def test_a_heading_over_the_rows_of_a_team_is_still_a_heading() -> None:
    table = "| Ref | Action | Group |\n| | | Homes |\n| A1 | Open | |"
    reading = read(tab("Actions", table), whose=TEAM)
    assert [(row.group, row.team) for row in said(reading, "actions")] == [("Homes", "Repairs")]
