from __future__ import annotations

from svcdocs.excel.cells import Cell, CellSheet
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.placing import Heads, place_columns, wanted_of
from svcdocs.workbook.service_book import ACTIONS, INDICATORS, RISKS, TEXT
from tests.plans import COUNCIL
from tests.workbook.sheets import HOUSING, cells, read_one, told

LAYOUT = layout_of(COUNCIL, HOUSING)
RISK = (
    "| Ref | Cause | {} | Resulting in | Likelihood | Impact | Controls | Owner |\n"
    "| R1 | Flood | {} | wet | 1 | 2 | Pumps | Tom |"
)


def risk(heading: str, typed: str) -> tuple[str, list[str]]:
    (record,), findings = read_one("Risks", RISK.format(heading, typed))
    return record.leading_to.plain, [str(finding.severity) for finding in findings if finding.code == "read-as"]


def test_a_heading_nobody_knows_between_its_neighbours_is_read_and_asked_about() -> None:
    assert risk("Folgen", "damp homes everywhere") == ("damp homes everywhere", ["warning"])


def test_a_column_of_remarks_is_never_taken_for_ours_by_its_place() -> None:
    for heading in ("Comments", "Internal notes", "Query"):
        assert risk(heading, "damp homes everywhere") == ("", [])


def test_what_cannot_be_in_a_column_keeps_a_heading_from_being_read_as_it() -> None:
    table = (
        "| Ref | Cause | Leading to | Resulting in | Chance | Impact |\n| R1 | Flood | damp | wet | quite often | 2 |"
    )
    (record,), findings = read_one("Risks", table)
    assert record.likelihood == ""
    assert ("column-unknown", "E1") in told(findings)


def test_the_same_heading_over_two_years_goes_by_its_place() -> None:
    table = "| Ref | Indicator | Unit | Good is | Result 2024/25 | Result 2025/26 | Target | Target | Who |\n"
    (record,), findings = read_one("Indicators", f"{table}| N1 | Calls | Days | Low | 9 | 8 | 7 | 6 | Tom |")
    assert {year: str(value) for year, value in record.targets.items()} == {"2027/28": "7", "2028/29": "6"}
    assert [str(finding.severity) for finding in findings if finding.code == "read-as"] == ["warning"]


def test_a_year_that_is_not_the_plans_is_no_slip_of_one_that_is() -> None:
    table = "| Ref | Indicator | Target 2027/28 | Target 2031/32 |\n| N1 | Calls | 7 | 6 |"
    (record,), findings = read_one("Indicators", table)
    assert {year: str(value) for year, value in record.targets.items()} == {"2027/28": "7"}
    assert ("column-unknown", "D1") in told(findings)


def test_the_order_as_sent_out_counts_the_columns_of_ours() -> None:
    order = {sheet: wanted_of(sheet, LAYOUT.columns(sheet), {}).order for sheet in (TEXT, INDICATORS, ACTIONS)}
    assert order[TEXT][:3] == ("section", "", "text")
    assert order[INDICATORS].index("") == order[INDICATORS].index("objective") - 1
    assert order[ACTIONS].count("") == 1


def test_columns_as_sent_out_are_taken_at_their_word_whatever_stands_under_them() -> None:
    rows = cells("| Ref | Likelihood | Cause |\n| a long story about a flood in the cellar | often | 3 |")
    wanted = wanted_of(RISKS, LAYOUT.columns(RISKS), LAYOUT.answers)
    titles = {at: cell.text for at, cell in rows[1].items()}
    places, guesses = place_columns(CellSheet("Risks", rows=rows), Heads(1, 1, titles, 2), wanted)
    assert [column.key for column in places.values()] == ["ref", "likelihood", "cause"]
    assert guesses == []
    assert Cell("often") in rows[2].values()
