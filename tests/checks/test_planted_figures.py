"""Contradictions of figures, people, requests and approvals in other words than the rules' own; and plans with none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.checks import (
    alike,
    approvals,
    asked_twice,
    commitments,
    help_needed,
    measures,
    narrative,
    restated,
    risks,
    spellings,
    sums,
    targets,
    workforce,
    workload,
)
from svcdocs.checks.rule import Rule
from svcdocs.checks.run import checked
from svcdocs.model.findings import Finding
from tests.checks.councils import FRAMEWORK, PLAN, changed, cycle, place
from tests.checks.services import action, two_services

FAMILIES = (
    alike,
    approvals,
    asked_twice,
    commitments,
    help_needed,
    measures,
    narrative,
    restated,
    risks,
    spellings,
    sums,
    targets,
    workforce,
    workload,
)
CODES = {value.code for module in FAMILIES for value in vars(module).values() if isinstance(value, Rule)}


def indicator(**values: Any) -> dict[str, Any]:
    return changed("indicators", **{"results": {}} | values)


def text(words: str) -> dict[str, Any]:
    return {"passages": [*PLAN["passages"], {"section": "Risks", "text": words}]}


PLANTED: dict[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
    "polarity against the run": (
        {},
        indicator(name="Missed bins", baseline="99", targets={"2027/28": "no more than 81", "2028/29": "up to 96"}),
        "target-direction",
        "Indicators F6",
    ),
    "a relation that goes back": (
        {},
        indicator(good_is="High", targets={"2027/28": "Baseline + 5%", "2028/29": "baseline plus 2%"}),
        "target-direction",
        "Indicators F6",
    ),
    "an aim below what is done": (
        {},
        indicator(
            good_is="High", name="Calls", unit="%", baseline="", results={"2025/26": "92%"}, targets={"2027/28": "88"}
        ),
        "target-easier",
        "Indicators F6",
    ),
    "weeks counted in days": (
        {},
        indicator(unit="Working days", targets={"2027/28": "3 weeks", "2028/29": "14"}, baseline="21"),
        "unit-differs",
        "Indicators E6",
    ),
    "more than everybody": (
        {},
        indicator(
            unit="per cent", good_is="High", name="Tenants who are content", targets={"2027/28": "104"}, baseline="90"
        ),
        "percentage-range",
        "Indicators E6",
    ),
    "six of five": ({}, changed("risks", impact="6"), "risk-off-scale", "Risks F6"),
    "controls that do harm": ({}, changed("risks", likelihood="1", residual="8"), "risk-residual-higher", "Risks J6"),
    "posts that do not add": (
        {},
        {
            "posts": [
                {"team": "Repairs", "title": "Joiner", "number": "4", "fte": "3.4"},
                {"team": "Repairs", "title": "Planner", "number": "2", "fte": "1.5"},
                {"title": "Total establishment", "fte": "5.9"},
            ]
        },
        "fte-total-differs",
        "Posts D8",
    ),
    "one post, three claims": (
        {},
        {
            "actions": [
                action(ref="H1", title="Advise landlords", resources="0.5 FTE outreach adviser, £18,500 p.a."),
                action(ref="H2", title="Visit hostels", resources="£18,500 per annum (part-time outreach adviser)"),
            ]
        },
        "asked-twice",
        "Actions O7",
    ),
    "a busy June": (
        {},
        {
            "actions": [
                action(ref="H1", lead="T Fell", steps=[{"text": f"See street {n} (June 2027)"} for n in range(4)]),
                action(ref="H2", title="Visit", lead="HOM", finish="11 June 2027"),
                action(ref="H3", title="Report", lead="Tom Fell / Joan Ashdown", finish="30/06/2027"),
            ]
        },
        "person-overloaded",
        "Actions I6",
    ),
    "one man, two spellings": (
        {},
        {
            "actions": [
                action(ref="H1", lead="Town Centre Wardens Co-ordinator"),
                action(ref="H2", title="Visit", lead="Town Centres Warden Coordinator"),
            ]
        },
        "person-spelled",
        "Actions I7",
    ),
    "twins": (
        {},
        {
            "actions": [
                action(ref="H1", title="Publish a guide to grants for village halls"),
                action(ref="H2", title="Guides to grants for the village hall: publish"),
            ]
        },
        "action-alike",
        "Actions B7",
    ),
    "more staff than posts": (
        {},
        text("In all the workforce is 19.5 full-time equivalents.")
        | {"posts": [{"team": "Repairs", "title": "X", "fte": "2"}]},
        "figure-contradicts",
        "Passages B8",
    ),
    "half of the objectives": ({}, text("Below we list nine risks."), "figure-contradicts", "Passages B8"),
    "a bid that grew": (
        {},
        {
            "bids": [{"ref": "B1", "what": "Beds", "amounts": {"2027/28": "£19,000"}}],
            "actions": [action(resources="See B1 (£91,000)")],
        },
        "bid-restated",
        "Actions O6",
    ),
    "last year's calendar": (
        {"calendar": [{"when": "23/02/2026", "what": "Council sets the budget", "who": "Council"}]},
        {},
        "date-carried-over",
        "Calendar A6",
    ),
    "adopted, and pending": (
        {
            "about": FRAMEWORK["about"] | {"version": "Adopted plan", "stage": "Final"},
            "signatures": [{"role": "Cabinet", "status": "Pending"}],
        },
        {},
        "approval-status",
        "Signatures H6",
    ),
}


def said(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(finding.code, place(finding)) for finding in findings if finding.code in CODES}


@pytest.mark.parametrize("name", PLANTED)
def test_what_was_planted_is_found_at_its_cell(name: str) -> None:
    of, changes, code, cell = PLANTED[name]
    assert (code, cell) in said(checked(cycle(of=of, **changes)).findings)


def test_a_service_never_asked_is_found_across_plans() -> None:
    housing = {"actions": [action(help_needed="Cleansing: two extra rounds in May")]}
    found = checked(two_services(housing, {"actions": [action(ref="S1", title="Sweep", lead="")]})).findings
    assert ("help-unasked", "Actions N6") in said(found)


STREETS = ("Mill Lane", "High Street", "Ferry Road", "Church Walk", "Station Road", "Market Place", "Drove End", "Quay")
PLACES = st.lists(st.sampled_from(STREETS), min_size=1, max_size=8, unique=True)
FIGURES = st.lists(st.integers(1, 90), min_size=2, max_size=2, unique=True)


@settings(max_examples=40)
@given(
    places=PLACES,
    figures=FIGURES,
    fte=st.lists(st.sampled_from(["0.5", "1", "2.6"]), min_size=1, max_size=6),
    good=st.sampled_from(["Low", "High"]),
)
def test_a_plan_whose_figures_agree_never_raises_an_alarm(
    places: list[str], figures: list[int], fte: list[str], good: str
) -> None:
    is_low = good == "Low"
    run = sorted(figures, reverse=is_low)
    worse = run[0] + 1 if is_low else run[0] - 1
    posts = [{"team": "Repairs", "title": f"Post {n}", "number": "3", "fte": each} for n, each in enumerate(fte)]
    whole = sum(round(float(each) * 10) for each in fte) / 10
    plan = {
        "actions": [
            action(ref=f"H{n}", title=f"Resurface {street}", finish=f"{('May', 'July', 'October')[n % 3]} 2027")
            for n, street in enumerate(places)
        ],
        "indicators": [
            PLAN["indicators"][0]
            | {
                "good_is": good,
                "results": {"2025/26": str(worse)},
                "targets": {"2027/28": str(run[0]), "2028/29": str(run[1])},
            }
        ],
        "posts": [*posts, {"team": "Repairs", "fte": str(whole)}],
        **text(f"The service has {whole} FTE. We have {len(places)} actions."),
    }
    assert said(checked(cycle(**plan)).findings) == set()
    services = two_services(plan, {"actions": [action(ref="S1", title="Sweep for Housing", lead="", serves="")]})
    assert said(checked(services).findings) == set()
