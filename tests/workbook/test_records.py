from __future__ import annotations

import pytest

from tests.workbook.sheets import read_one, told


def test_an_answer_in_other_case_is_put_into_its_proper_spelling() -> None:
    (passage,), findings = read_one("Text", "| Section | Text | Kind | Place |\n| risks | Words | BULLET. | after |")
    assert (passage.section, passage.kind, passage.place) == ("Risks", "Bullet", "After")
    assert told(findings) == []


@pytest.mark.parametrize(("typed", "kept"), [("y", "Yes"), ("N", "No"), ("yes", "Yes"), ("Perhaps", "Perhaps")])
def test_yes_and_no_may_be_shortened_and_anything_else_is_kept_and_told(typed: str, kept: str) -> None:
    (risk,), findings = read_one("Risks", f"| Ref | Cause | Publish |\n| R1 | Flood | {typed} |")
    assert risk.publish == kept
    assert ("choice-unknown" in [finding.code for finding in findings]) is (kept == "Perhaps")


@pytest.mark.parametrize(
    ("typed", "is_told"), [("Hgih", True), ("High", False), ("Increasing", False), ("Lower", True)]
)
def test_a_slip_of_the_finger_under_good_is_is_told_and_other_words_are_kept(typed: str, *, is_told: bool) -> None:
    (indicator,), findings = read_one("Indicators", f"| Ref | Indicator | Good is |\n| N1 | Trees | {typed} |")
    assert indicator.good_is == typed
    assert ("choice-unknown" in [finding.code for finding in findings]) is is_told


@pytest.mark.parametrize("typed", ["achievements", "ACHIEVEMENTS in  2026/27", "Achievements in {last year}"])
def test_a_section_is_known_by_key_or_heading_whatever_its_case(typed: str) -> None:
    (passage,), findings = read_one("Text", f"| Section | Text |\n| {typed} | We built homes. |")
    assert passage.section == "Achievements"
    assert told(findings) == []


def test_an_answer_that_is_not_offered_is_kept_and_reported_with_what_may_be_meant() -> None:
    (passage,), findings = read_one("Text", "| Section | Text | Kind |\n| Risks | Words | Headings |")
    assert passage.kind == "Headings"
    assert told(findings) == [("choice-unknown", "C2")]
    assert findings[0].message == "'Headings' is not one of the answers for 'Kind'."
    assert findings[0].hint.startswith("Did you mean 'Heading'? Then type that; otherwise choose one of: Heading, ")
    assert findings[0].blocks


def test_an_answer_like_none_of_those_offered_is_told_what_they_are() -> None:
    _, findings = read_one("Text", "| Section | Text | Place |\n| Risks | Words | underneath |")
    assert findings[0].hint == "Choose one of: Before, After."


def test_own_words_are_welcome_where_a_list_only_helps() -> None:
    (indicator,), findings = read_one("Indicators", "| Ref | Indicator | Unit |\n| N1 | Calls | Minutes |")
    assert indicator.unit == "Minutes"
    assert "choice-unknown" not in {finding.code for finding in findings}


def test_a_blank_section_is_the_one_above_and_is_found_there() -> None:
    records, _ = read_one("Text", "| Section | Text |\n| Risks | One |\n| | Two |\n| Customers | Three |\n| | |")
    assert [(row.section, row.cell("section").cell) for row in records] == [
        ("Risks", "A2"),
        ("Risks", "A2"),
        ("Customers", "A4"),
    ]


def test_a_started_row_without_words_is_no_text() -> None:
    records, _ = read_one("Text", "| Section | What to write | Text |\n| Risks | Where? | |\n| Customers | Who? | We |")
    assert [row.section for row in records] == ["Customers"]


def test_a_row_with_only_a_team_is_a_text() -> None:
    records, _ = read_one("Text", "| Section | Text | Team |\n| Risks | One | |\n| | | repairs |")
    assert [(row.section, row.team) for row in records] == [("Risks", ""), ("Risks", "repairs")]


def test_the_columns_of_a_family_are_read_under_their_years() -> None:
    table = "| Ref | Indicator | Target 2028/29 | Target 2027/28 | Target 2031/33 |\n| N1 | Calls | N/A | 80% | 99 |"
    (indicator,), findings = read_one("Indicators", table)
    assert {year: str(target) for year, target in indicator.targets.items()} == {"2027/28": "80%", "2028/29": "N/A"}
    assert indicator.cell("targets 2027/28").cell == "D2"
    assert indicator.cell("targets").cell in ("C2", "D2")
    assert ("column-unknown", "E1") in told(findings)


def test_entries_of_lists_are_read_heading_by_heading_with_their_cells() -> None:
    table = "| Weaknesses | Strengths | Hopes |\n| Old homes | Staff | More |\n| | Tenants | |\n| - and damp | | |"
    records, findings = read_one("SWOT", table)
    assert [(row.heading, row.text.plain, row.cell("text").cell) for row in records] == [
        ("Strengths", "Staff", "B2"),
        ("Strengths", "Tenants", "B3"),
        ("Weaknesses", "Old homes", "A2"),
        ("Weaknesses", "• and damp", "A4"),
    ]
    assert told(findings) == [("column-unknown", "C1")]


def test_a_team_of_posts_goes_down_until_another_or_a_dash() -> None:
    table = "| Team | Post | FTE |\n| Repairs | Fitter | 2 |\n| | Clerk | 1 |\n| - | Head | 1 |"
    records, _ = read_one("Posts", table)
    assert [row.team for row in records] == ["Repairs", "Repairs", ""]


@pytest.mark.parametrize(
    ("sheet", "table", "field", "typed"),
    [
        ("Indicators", "| Ref | Indicator | Unit |\n| I1 | Rate | percentage |", "unit", "percentage"),
        ("Indicators", "| Ref | Indicator | Frequency |\n| I1 | Rate | QUARTERLY |", "frequency", "QUARTERLY"),
        ("Posts", "| Team | FTE |\n| repairs | 2 |", "team", "repairs"),
    ],
)
def test_a_list_that_only_suggests_changes_nothing_that_was_typed(
    sheet: str, table: str, field: str, typed: str
) -> None:
    [record], _ = read_one(sheet, table)
    assert getattr(record, field) == typed


SUPPORTED = "| Ref | Indicator | Objective | Supporting objective |\n"


def supported(rows: str) -> list[str]:
    records, _ = read_one("Indicators", SUPPORTED + rows)
    return [row.supporting_objective.plain for row in records]


def test_a_blank_supporting_objective_is_that_above_while_the_objective_stays() -> None:
    assert supported("| N1 | a | HC1 | Fast |\n| N2 | b | HC1 | |\n| N3 | c | HC1 | Fair |\n| N4 | d | HC1 | |") == [
        "Fast",
        "Fast",
        "Fair",
        "Fair",
    ]
    assert supported("| N1 | a | | Fast |\n| N2 | b | | |") == ["Fast", "Fast"]


def test_another_objective_or_none_ends_the_supporting_objective() -> None:
    assert supported("| N1 | a | HC1 | Fast |\n| N2 | b | HC2 | |\n| N3 | c | HC2 | |") == ["Fast", "", ""]
    assert supported("| N1 | a | HC1 | Fast |\n| N2 | b | | |\n| N3 | c | HC1 | |") == ["Fast", "", ""]


def test_a_dash_ends_a_supporting_objective_for_the_rows_below_as_well() -> None:
    assert supported("| N1 | a | HC1 | Fast |\n| N2 | b | HC1 | - |\n| N3 | c | HC1 | |") == ["Fast", "", ""]


def test_a_supporting_objective_on_a_row_of_its_own_stands_for_those_below() -> None:
    assert supported("| N1 | a | HC1 | Fast |\n| | | | Fair |\n| N2 | b | HC1 | |\n| N3 | c | HC2 | |") == [
        "Fast",
        "Fair",
        "",
    ]
