from __future__ import annotations

from typing import Any

import pytest

from svcdocs.checks.run import checked
from svcdocs.model.base import Origin
from svcdocs.model.cycle import link
from svcdocs.model.findings import Finding
from svcdocs.model.service_plan import ServicePlan
from tests.checks.councils import framework


def twice(held: str, *rows: dict[str, Any], files: tuple[str, ...] = ("housing.xlsx", "hr.xlsx")) -> list[Finding]:
    """What is told of records that come one each from the files, in the second row of their sheets."""
    plan = ServicePlan.model_validate({"service": "Housing", held: rows})
    for record, file in zip(getattr(plan, held), files, strict=False):
        record.at(Origin(file, held.capitalize(), 7, {"team": "B", "ref": "C"}))
    told = checked(link(framework(), [plan])).findings
    return [finding for finding in told if finding.code in ("given-twice", "ref-twice")]


FITTER = {"team": "Homelessness", "title": "Fitter", "fte": "2"}
PAY = {"heading": "Pay", "kind": "Spend", "fund": "General", "team": ""}
WORDS = {"section": "Risks", "text": "We look at them in May."}


def test_a_post_in_two_workbooks_is_told_with_both_cells() -> None:
    (found,) = twice("posts", FITTER, FITTER | {"team": "rough  SLEEPING", "title": "fitter", "fte": "1"})
    assert found.message == (
        "The post 'fitter' of rough  SLEEPING is given here and in B7 of the sheet 'Posts' of 'housing.xlsx' as well,"
        " so it counts twice."
    )
    assert str(found.where) == "hr.xlsx 'Posts' B7"
    assert (found.service, found.audience) == ("Housing", "officer")


def test_a_teams_total_in_two_workbooks_is_told() -> None:
    (found,) = twice("posts", {"team": "Repairs", "fte": "4"}, {"team": "Repairs", "fte": "5"})
    assert found.message.startswith("The total of posts of Repairs is given here and in B7")


def test_a_line_of_money_in_two_workbooks_is_told() -> None:
    (found,) = twice("money", PAY, PAY | {"heading": "PAY"})
    assert found.message.startswith("The line 'PAY' is given here")


def test_the_same_words_of_a_section_in_two_workbooks_are_told() -> None:
    (found,) = twice("passages", WORDS, WORDS | {"section": "risks"})
    assert found.message.startswith("The text 'We look at them in May.' is given here")


@pytest.mark.parametrize(
    ("held", "one", "other"),
    [
        ("posts", FITTER, FITTER | {"team": "Repairs"}),
        ("posts", FITTER, FITTER | {"title": "Surveyor"}),
        ("money", PAY, PAY | {"kind": "Income"}),
        ("money", PAY, PAY | {"fund": "Reserve"}),
        ("money", PAY, PAY | {"team": "Repairs"}),
        ("passages", WORDS, WORDS | {"text": "We look at them in June."}),
        ("passages", WORDS | {"team": "Repairs"}, WORDS | {"team": "Repairs"}),
        ("passages", WORDS | {"text": ""}, WORDS | {"text": ""}),
    ],
)
def test_what_differs_is_no_conflict(held: str, one: dict[str, Any], other: dict[str, Any]) -> None:
    assert twice(held, one, other) == []


@pytest.mark.parametrize(("held", "row"), [("posts", FITTER), ("money", PAY), ("passages", WORDS)])
def test_what_one_contributor_says_twice_is_that_contributors_business(held: str, row: dict[str, Any]) -> None:
    assert twice(held, row, row, files=("a.xlsx", "a.xlsx")) == []
    assert len(twice(held, row, row, row, files=("a.xlsx", "b.xlsx", "c.xlsx"))) == 2


def test_a_reference_given_twice_names_the_other_file_only_where_it_is_another() -> None:
    (found,) = twice("risks", {"ref": "R1", "cause": "Flood"}, {"ref": "R01", "cause": "Fire"})
    assert "which stands in C7 of the sheet 'Risks' of 'housing.xlsx'" in found.message
    (found,) = twice("risks", {"ref": "R1", "cause": "Flood"}, {"ref": "R1", "cause": "Fire"}, files=("a.xlsx",) * 2)
    assert ".xlsx" not in found.message
