from __future__ import annotations

from typing import Any

import pytest

from tests.checks.councils import FRAMEWORK, cycle, place
from tests.checks.services import told

CALENDAR = [
    {"when": "24 February 2027", "what": "Council adopts the plans", "who": "Council"},
    {"when": "12 March 2027", "what": "Plans are signed", "who": "Portfolio holders"},
]


def said(code: str, **of: Any) -> list[tuple[str, str]]:
    about = FRAMEWORK["about"] | {key: of.pop(key) for key in ("version", "stage") if key in of}
    return [(place(one), one.audience) for one in told(code, cycle(of={"about": about} | of))]


@pytest.mark.parametrize(("version", "stage"), [("FINAL", "Draft"), ("Approved version", ""), ("Draft 3", "Final")])
def test_a_version_that_contradicts_the_stage_is_told_at_the_version(version: str, stage: str) -> None:
    cell, audience = said("approval-status", version=version, stage=stage)[0]
    assert (cell.partition(" ")[0], audience) == ("About", "officer")


@pytest.mark.parametrize(
    ("version", "stage"), [("Draft 3", "Draft"), ("Final draft", "Draft"), ("Final", "Final"), ("", "Final")]
)
def test_a_version_that_fits_the_stage_is_in_order(version: str, stage: str) -> None:
    assert said("approval-status", version=version, stage=stage) == []


@pytest.mark.parametrize("status", ["Draft", "Awaiting Cabinet", "", "Not yet approved"])
def test_an_approval_still_open_under_a_final_version_is_told_at_its_status(status: str) -> None:
    rows = [{"role": "Scrutiny", "status": "Endorsed", "when": "1 March 2027"}, {"role": "Cabinet", "status": status}]
    assert said("approval-status", version="FINAL", stage="Final", signatures=rows) == [("Signatures H7", "officer")]


def test_plans_that_go_for_signature_have_no_approvals_yet() -> None:
    assert said("approval-status", version="Final", stage="Final", signatures=[{"role": "Cabinet"}]) == []


def test_an_approval_without_a_date_is_told_at_the_date() -> None:
    assert said("approval-date", signatures=[{"role": "Cabinet", "status": "Approved"}]) == [
        ("Signatures I6", "officer")
    ]
    assert said("approval-date", signatures=[{"role": "Cabinet", "status": "Approved", "when": "March 2027"}]) == []


def test_a_signature_before_the_councils_meeting_is_told_at_its_date() -> None:
    pair = {"role": "Portfolio Holder", "counter_role": "Corporate Manager", "status": "Signed"}
    early, later = pair | {"when": "9 February 2027"}, pair | {"when": "12 March 2027"}
    assert said("approval-date", calendar=CALENDAR, signatures=[later, early]) == [("Signatures I7", "officer")]
    assert said("approval-date", calendar=CALENDAR[:1], signatures=[early]) == []


def test_dates_left_over_from_last_year_are_told_where_they_stand() -> None:
    signed = [{"role": "Cabinet", "status": "Approved", "when": "12 January 2026"}]
    assert said("date-carried-over", signatures=signed) == [("Signatures I6", "officer")]
    old = [CALENDAR[0] | {"when": "25 February 2026"}, CALENDAR[1]]
    assert said("date-carried-over", calendar=old) == [("Calendar A6", "officer")]
    assert said("date-carried-over", calendar=CALENDAR) == []
