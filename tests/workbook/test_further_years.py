from __future__ import annotations

import pytest

from svcdocs.excel.reading import read_book
from svcdocs.model.as_written import Target
from svcdocs.model.base import Record
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import Indicator, ServicePlan
from svcdocs.workbook.layout import Layout, layout_of
from svcdocs.workbook.reader import read_workbook
from svcdocs.workbook.writer import write_workbook
from tests.cycles import whole_service
from tests.plans import COUNCIL, OWN_WORDS
from tests.workbook.sheets import read_one, said, told


def indicator(heading: str, value: str = "41") -> tuple[Indicator, list[tuple[str, str]]]:
    """The one indicator of a sheet with a column under that heading, and what is told of it."""
    table = f"""
        Ref | Indicator  | Unit   | Good is | Target 2027/28 | Target 2028/29 | Who | {heading}
        N1  | Complaints | Number | Low | 4 | | Tom Fell | {value}
    """
    (record,), findings = read_one("Indicators", table)
    assert isinstance(record, Indicator)
    return record, told(findings)


@pytest.mark.parametrize("heading", ["Result 2019/20", "Result 2019-20", "result  2019–20", "Result FY20"])
def test_a_result_of_any_earlier_year_is_read_under_the_councils_name_for_it(heading: str) -> None:
    record, findings = indicator(heading)
    assert (record.results, findings) == ({"2019/20": Target(text="41")}, [])
    assert str(record.cell("results 2019/20")) == "team.xlsx 'Indicators' H2"


def test_a_target_of_an_earlier_year_is_read_beside_those_of_the_plan() -> None:
    record, findings = indicator("Target 2026/27")
    assert {year: str(target) for year, target in record.targets.items()} == {"2026/27": "41", "2027/28": "4"}
    assert findings == []


def test_a_year_of_the_plan_in_another_manner_is_that_year_and_a_second_column_of_it_is_told() -> None:
    table = "| Ref | Indicator | Target 2027-28 | Target FY29 |\n| N1 | Calls | 80% | 85% |"
    (calls,), _ = read_one("Indicators", table)
    assert {year: str(target) for year, target in calls.targets.items()} == {"2027/28": "80%", "2028/29": "85%"}
    again, twice = indicator("Target 2027-28")
    assert (again.targets, [code for code, _ in twice]) == ({"2027/28": Target(text="4")}, ["column-twice"])


@pytest.mark.parametrize("heading", ["Result of the survey", "Result 2019/21", "Result 2019/20 (Q3)"])
def test_what_names_no_year_is_told_without_a_guess_at_another_year(heading: str) -> None:
    table = f"""
        Ref | Indicator  | Unit   | Good is | Target 2027/28 | Target 2028/29 | Who | {heading}
        N1  | Complaints | Number | Low | 4 | | Tom Fell | 41
    """
    _, findings = read_one("Indicators", table)
    (unknown,) = [finding for finding in findings if finding.code == "column-unknown"]
    assert "Did you mean" not in unknown.hint


def test_a_slip_in_the_heading_of_a_year_is_still_guessed() -> None:
    table = """
        Ref | Indicator  | Unit   | Good is | Target 2027/28 | Target 2028/29 | Who | Reslt 2026/27
        N1  | Complaints | Number | Low | 4 | | Tom Fell | 41
    """
    _, findings = read_one("Indicators", table)
    (unknown,) = [finding for finding in findings if finding.code == "column-unknown"]
    assert "Did you mean 'Result 2026/27'?" in unknown.hint


def written_and_read(plan: ServicePlan, layout: Layout) -> tuple[Record, ...]:
    return said(read_workbook(read_book(write_workbook(layout, [plan])), "h.xlsx", layout), "indicators")


@pytest.mark.parametrize("words", [{}, OWN_WORDS])
def test_years_that_only_the_plan_has_are_written_and_read_back(words: dict[str, tuple[str, str]]) -> None:
    rows = [{"term": term, "singular": one, "plural": many} for term, (one, many) in words.items()]
    layout = layout_of(
        Framework.model_validate(COUNCIL.model_dump() | {"words": rows}), whole_service(COUNCIL, "Housing")
    )
    row = Indicator.model_validate(
        {
            "name": "Complaints",
            "results": {"2019/20": "41", "2026/27": "6"},
            "targets": {"2026/27": "5", "2028/29": "3"},
        }
    )
    assert written_and_read(ServicePlan(service="Housing", indicators=(row,)), layout) == (row,)


def test_years_of_an_earlier_manner_are_written_in_that_of_today() -> None:
    about = COUNCIL.about.model_copy(update={"first_year": "FY28"})
    layout = layout_of(COUNCIL.model_copy(update={"about": about}), whole_service(COUNCIL, "Housing"))
    row = Indicator.model_validate({"name": "Complaints", "targets": {"2027/28": "5", "2026/27": "6"}})
    (read,) = written_and_read(ServicePlan(service="Housing", indicators=(row,)), layout)
    assert isinstance(read, Indicator)
    assert {year: str(target) for year, target in read.targets.items()} == {"FY27": "6", "FY28": "5"}
