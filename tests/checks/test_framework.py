from __future__ import annotations

from typing import Any

import pytest

from svcdocs.checks.run import checked
from svcdocs.model.cycle import link
from svcdocs.model.findings import Finding
from tests.checks.councils import framework, place


def told(**changes: Any) -> list[Finding]:
    return list(checked(link(framework(**changes), [])).findings)


@pytest.mark.parametrize(
    ("changes", "said", "cell"),
    [
        ({"council": ""}, "The council has no name.", "About A6"),
        ({"first_year": ""}, "The first year of the plans is not given.", "About D6"),
        ({"first_year": "soon"}, "'soon' is not a financial year.", "About D6"),
        ({"year_starts": "Julember"}, "'Julember' is not a month in which a year can start.", "About E6"),
        ({"services": [], "priorities": []}, "No service is named, so there is no plan to make.", ""),
    ],
)
def test_what_every_document_needs_is_asked_for_at_its_cell(changes: dict[str, Any], said: str, cell: str) -> None:
    (finding,) = told(**changes)
    assert (finding.code, finding.message, place(finding), finding.audience) == ("framework-gap", said, cell, "officer")
    assert finding.blocks


@pytest.mark.parametrize(
    ("changes", "said", "cell"),
    [
        ({"years": "11"}, "'11' is not a number of years from 1 to 10.", "About F6"),
        (
            {"services": [{"service": "Housing"}, {"service": "Parks", "years": "some"}], "priorities": []},
            "'some' is not a number of years from 1 to 10.",
            "Services and teams J7",
        ),
        (
            {"services": [{"service": "Housing", "years": "12"}]},
            "'12' is not a number of years from 1 to 10.",
            "Services and teams J6",
        ),
        (
            {"ends_on": "31 March 2027"},
            "The plans end on '31 March 2027', which lies before their first year 2027/28.",
            "About G6",
        ),
        (
            {"ends_on": "1 April 2029"},
            "The plans end on '1 April 2029', which lies after their last year 2028/29.",
            "About G6",
        ),
        (
            {"years": "", "ends_on": "1 April 2037"},
            "The plans end on '1 April 2037', which lies after their last year 2036/37.",
            "About G6",
        ),
    ],
)
def test_years_that_make_no_plan_are_reported_at_their_cell(changes: dict[str, Any], said: str, cell: str) -> None:
    (finding,) = told(**changes)
    assert (finding.code, finding.message, place(finding), finding.audience) == ("framework-gap", said, cell, "officer")
    assert finding.blocks


@pytest.mark.parametrize(
    "changes",
    [{"years": "10"}, {"ends_on": "31 March 2029"}, {"ends_on": "1 April 2027"}, {"years": "", "ends_on": "May 2031"}],
)
def test_a_plan_may_have_ten_years_and_end_on_any_day_within_them(changes: dict[str, Any]) -> None:
    assert told(**changes) == []


@pytest.mark.parametrize(
    ("changes", "cell"),
    [
        ({"signatures": [{"service": "Housng"}, {"service": "housng"}]}, "Signatures A6"),
        ({"people": [{"name": "A", "service": "Housng"}]}, "People E6"),
        ({"shared_indicators": [{"ref": "S", "services": "Housing\nHousng"}]}, "Shared_indicators E6"),
        ({"services": [{"service": "Housing"}, {"service": "Housng", "team": "X"}]}, "Services and teams A7"),
        (
            {
                "priorities": [{"level": "Aim", "ref": "A", "lead_services": "Homes\nHousng"}],
                "services": [{"service": "Housing", "also_called": "Homes"}],
            },
            "Priorities F6",
        ),
    ],
)
def test_a_service_that_is_not_there_is_reported_once_with_what_may_be_meant(
    changes: dict[str, Any], cell: str
) -> None:
    (finding,) = told(**changes)
    assert (finding.code, place(finding)) == ("service-unknown", cell)
    assert finding.message == "'Housng' is not one of the services on the sheet 'Services and teams'."
    assert finding.hint.startswith("Did you mean 'Housing'?")


def test_the_other_name_of_a_team_is_no_service() -> None:
    (finding,) = told(people=[{"name": "A", "service": "Rough sleeping"}])
    assert (finding.code, place(finding)) == ("service-unknown", "People E6")


@pytest.mark.parametrize(
    ("changes", "cell"),
    [
        ({"services": [{"service": "Housing", "deadline": "soon"}]}, "Services and teams H6"),
        ({"signatures": [{"role": "Cabinet", "when": "soon"}]}, "Signatures I6"),
        ({"money_columns": [{"heading": "Budget", "as_at": "soon"}]}, "Money_columns D6"),
        ({"ends_on": "soon"}, "About G6"),
    ],
)
def test_a_date_that_is_none_is_reported_at_its_cell(changes: dict[str, Any], cell: str) -> None:
    (finding,) = told(**changes)
    assert (finding.code, place(finding)) == ("framework-date", cell)
    assert finding.message == "'soon' is not read as a date."


def test_the_calendar_may_name_a_month_but_not_an_impossible_day() -> None:
    assert told(calendar=[{"when": "March", "what": "Council"}]) == []
    (finding,) = told(calendar=[{"when": "31 April 2027", "what": "Council"}])
    assert finding.message == "There is no such date as '31 April 2027'."
