from __future__ import annotations

from typing import Any

import pytest

from svcdocs.checks.run import run_checks
from svcdocs.model.cycle import link
from svcdocs.model.findings import Finding
from tests.checks.councils import FRAMEWORK, framework, place

PRIORITIES = FRAMEWORK["priorities"]


def told(**changes: Any) -> list[Finding]:
    return list(run_checks(link(framework(**changes), [])))


@pytest.mark.parametrize(
    ("changes", "said", "cell"),
    [
        ({"council": ""}, "The council has no name.", "About A6"),
        ({"first_year": ""}, "The first year of the plans is not given.", "About D6"),
        ({"first_year": "soon"}, "'soon' is not a financial year.", "About D6"),
        ({"services": [], "priorities": []}, "No service is named, so there is no plan to make.", ""),
    ],
)
def test_what_every_document_needs_is_asked_for_at_its_cell(changes: dict[str, Any], said: str, cell: str) -> None:
    (finding,) = told(**changes)
    assert (finding.code, finding.message, place(finding), finding.audience) == ("framework-gap", said, cell, "officer")
    assert finding.blocks


def test_two_priorities_of_one_reference_are_named_both() -> None:
    (finding,) = told(priorities=[*PRIORITIES, {"level": "Aim", "ref": "a", "text": "Streets"}])
    assert (finding.code, place(finding)) == ("priority-twice", "Priorities B9")
    assert finding.message == "Aim A 'Homes for all' and Aim a 'Streets' have the same reference."


def test_items_and_approaches_may_be_numbered_anew_under_each_parent() -> None:
    more = [{"level": "Council action", "ref": "A2", "text": "Warm"}, {"level": "Item", "ref": "i)", "text": "Roofs"}]
    assert told(priorities=[*PRIORITIES, *more]) == []


def test_a_priority_under_nothing_is_reported() -> None:
    (finding,) = told(priorities=[*PRIORITIES, {"level": "Approach", "ref": "x", "text": "Early", "under": "Q"}])
    assert (finding.code, place(finding)) == ("priority-under-unknown", "Priorities E9")
    assert finding.message == "Approach x 'Early' stands under 'Q', and there is no such reference."


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


@pytest.mark.parametrize(
    ("changes", "cell"),
    [
        ({"services": [{"service": "Housing", "deadline": "soon"}]}, "Services and teams H6"),
        ({"signatures": [{"role": "Cabinet", "when": "soon"}]}, "Signatures I6"),
        ({"money_columns": [{"heading": "Budget", "as_at": "soon"}]}, "Money_columns D6"),
        ({"ends_on": "soon"}, "About F6"),
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
