from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from svcdocs.checks.run import checked
from svcdocs.model.findings import Finding, Severity
from svcdocs.model.service_plan import ServicePlan
from tests.comparison.last_years import SHELTER, TREES, plan, said, since

BEFORE = {"actions": [SHELTER]}
NAMED = "Action HC1.1 'Open a second emergency night shelter'"
DRAFT: dict[str, Any] = {"council": "Fenmoor District Council", "first_year": "2027/28", "years": "2"}


def told(before: Any, *now: ServicePlan, stage: str = "Draft", **framework: Any) -> list[Finding]:
    """What is said of last year."""
    cycle = since(before, *now, about=DRAFT | {"stage": stage}, **framework)
    return [finding for finding in checked(cycle).findings if finding.code.startswith("last-year")]


def place(finding: Finding) -> tuple[str, str]:
    assert finding.where
    return finding.where.cell, finding.field


@pytest.mark.parametrize(("stage", "weight"), [("Draft", Severity.WARNING), ("Final", Severity.ERROR)])
def test_what_has_disappeared_is_asked_about_in_draft_and_blocks_the_final_plan(stage: str, weight: Severity) -> None:
    (finding,) = told(BEFORE, plan(last_year=[said(TREES, "Done"), said(SHELTER)]), stage=stage)[:1]
    assert (
        finding.message == f"{NAMED} of last year's plan is nowhere in this year's, and nobody says what became of it."
    )
    assert (finding.code, finding.severity, finding.service, finding.audience) == (
        "last-year-missing",
        weight,
        "Housing",
        "team",
    )
    assert place(finding) == ("D4", "What became of it")


def test_what_has_disappeared_and_has_no_row_is_told_the_officer_once_for_a_service() -> None:
    many = [{"ref": f"HC{n}", "title": f"Matter number {n * n}"} for n in range(1, 10)]
    (finding,) = told({"actions": many}, plan())
    assert (finding.audience, finding.service, finding.where) == ("officer", "Housing", None)
    assert "of Housing, 9 things cannot be found this year: HC1, HC2, HC3, HC4, HC5, HC6 and 3 more." in finding.message
    assert "Send its workbook out once more" in finding.hint


def test_what_a_service_had_that_is_no_more_is_nobodys_but_the_officers() -> None:
    before = [ServicePlan.model_validate({"service": "Baths", **BEFORE})]
    (finding,) = told(before, plan(), services=[{"service": "Housing"}])
    assert (finding.audience, finding.service) == ("officer", "")
    assert "plan of Baths, one thing cannot be found this year: HC1.1." in finding.message


CONTRADICTIONS: dict[str, tuple[dict[str, Any], dict[str, str], tuple[str, str]]] = {
    "is said to be Dropped, and this year's plan has Action HC1.1 'Open a second": (
        {"actions": [SHELTER]},
        {"fate": "Dropped", "why": "No money", "asked": "Cabinet"},
        ("D3", "What became of it"),
    ),
    "is said to be Carried over, and this year's plan has it nowhere.": (
        {},
        {"fate": "Carried over"},
        ("D3", "What became of it"),
    ),
    "is said to be Merged, and not into what.": ({}, {"fate": "Merged"}, ("E3", "Now")),
    "is said to be 'XX9' now, and no plan of this year has that.": (
        {},
        {"fate": "Merged", "now": "XX9"},
        ("E3", "Now"),
    ),
    "is said to be Re-dated, and it still ends 'March 2027'.": (
        {"actions": [SHELTER]},
        {"fate": "Re-dated"},
        ("D3", "What became of it"),
    ),
}


@pytest.mark.parametrize("message", CONTRADICTIONS)
def test_what_a_team_says_against_its_own_plan_is_told_at_its_cell_and_once(message: str) -> None:
    parts, row, cell = CONTRADICTIONS[message]
    (finding,) = told(BEFORE, plan(last_year=[said(SHELTER, **row)], **parts))
    assert finding.code == "last-year-contradicts"
    assert finding.message.startswith(f"{NAMED} {message}")
    assert place(finding) == cell


def test_the_second_that_claims_a_record_is_told() -> None:
    rows = [said(SHELTER, "Carried over", now="HC3"), said(TREES, "Carried over", now="HC3")]
    now = plan(actions=[{"ref": "HC3", "title": "Shelter under trees"}], last_year=rows)
    (finding,) = told({"actions": [SHELTER, TREES]}, now)
    assert (place(finding), "and so is another one of last year" in finding.message) == (("E4", "Now"), True)


def test_what_is_dropped_lacks_its_reason_and_who_was_asked_each_at_its_cell() -> None:
    reason, asked = told(BEFORE, plan(last_year=[said(SHELTER, "Dropped")]))
    assert (reason.message, place(reason)) == (f"{NAMED} is dropped without a reason.", ("F3", "Reason"))
    assert (asked.message, place(asked)) == (
        f"{NAMED} is dropped, and nothing says who was asked.",
        ("G3", "Who was asked"),
    )


def test_a_row_about_nothing_there_was_is_told_at_its_reference() -> None:
    (finding,) = told(BEFORE, plan(actions=[SHELTER], last_year=[said(SHELTER), said({"ref": "HC8", "title": "Map"})]))
    assert (finding.code, place(finding)) == ("last-year-stray", ("A4", "Ref"))
    assert finding.message == "Last year's plan had no action HC8 'Map'."


def test_nothing_is_said_where_all_is_accounted_for_or_awaited() -> None:
    rows = [said(SHELTER, "Dropped", why="The county runs one", asked="Cabinet")]
    assert told(BEFORE, plan(last_year=rows)) == []
    assert told(BEFORE, plan("Parks")) == []


def test_nothing_is_said_where_nobody_knows_last_year() -> None:
    cycle = replace(since(BEFORE, plan(last_year=[said(SHELTER)])), last_year=None)
    assert [one for one in checked(cycle).findings if one.code.startswith("last-year")] == []
