from __future__ import annotations

from typing import Any

import pytest

from svcdocs.model.cycle import Cycle, link, named_refs, parents, planned
from svcdocs.model.framework import Framework, Priority
from svcdocs.model.service_plan import ServicePlan

PRIORITIES = [
    {"level": "Aim", "ref": "A", "text": "Homes"},
    {"level": "Approach", "ref": "(i)", "text": "Early", "under": "A"},
    {"level": "Aim", "ref": "B", "text": "Streets", "also_written": "C\nClean and tidy streets"},
    {"level": "Approach", "ref": "(i)", "text": "Parishes", "under": "B"},
    {"level": "Approach", "ref": "(ii)", "text": "Prices", "under": "B"},
    {"level": "Council action", "ref": "A1", "text": "Build", "under": "A"},
    {"level": "Item", "ref": "i)", "text": "Plan"},
    {"level": "Council action", "ref": "B1", "text": "Sweep", "under": "B"},
    {"level": "Item", "ref": "i)", "text": "Buy"},
]


def cycle(**plan: Any) -> Cycle:
    framework = Framework.model_validate(
        {
            "priorities": PRIORITIES,
            "services": [{"service": "Homes"}, {"service": "Streets"}, {"service": "Homes", "team": "X"}],
        }
    )
    return link(framework, [ServicePlan.model_validate({"service": "Homes"} | plan)])


def wording(found: Priority | None) -> str:
    return found.text.plain if found else ""


@pytest.mark.parametrize(
    ("ref", "text"),
    [
        ("A", "Homes"),
        ("(a)", "Homes"),
        ("C", "Streets"),
        ("A(i)", "Early"),
        ("(Bi)", "Parishes"),
        ("B) i)", "Parishes"),
        ("(ii)", "Prices"),
        ("A1", "Build"),
        ("A1 i)", "Plan"),
        ("B1(i)", "Buy"),
        ("(i)", ""),
        ("Z", ""),
        ("", ""),
    ],
)
def test_a_priority_is_found_by_every_spelling_that_names_only_it(ref: str, text: str) -> None:
    assert wording(cycle().priority(ref)) == text


def test_an_item_without_a_parent_belongs_to_the_council_action_above_it() -> None:
    assert parents(cycle().framework.priorities) == ["", "A", "", "B", "B", "A", "A1", "B", "B1"]


def test_an_item_that_names_an_aim_still_belongs_to_the_council_action_above_it() -> None:
    rows = [*PRIORITIES[:7], {"level": "Item", "ref": "ii)", "text": "Build", "under": "A"}]
    assert parents(Framework.model_validate({"priorities": rows}).priorities)[-2:] == ["A1", "A1"]


def test_a_services_own_record_goes_before_a_priority_of_the_same_reference() -> None:
    linked = cycle(actions=[{"ref": "A1", "title": "Our part"}])
    assert [type(found).__name__ for found in linked.find("Homes", "a1")] == ["Action"]
    assert [type(found).__name__ for found in linked.find("Streets", "A1")] == ["Priority"]
    assert linked.find("Homes", "Z") == ()


def test_plans_stand_in_the_councils_order_and_the_missing_ones_are_awaited() -> None:
    framework = cycle().framework
    plans = [ServicePlan(service=name) for name in ("Parks", "Streets")]
    linked = link(framework, plans)
    assert [plan.service for plan in linked.plans] == ["Streets", "Parks"]
    assert linked.awaited == ("Homes",)
    assert linked.plan("Parks") is plans[0]
    assert linked.plan("Homes") is None


def test_every_kind_of_record_says_whom_it_names() -> None:
    plan = ServicePlan.model_validate(
        {
            "service": "Homes",
            "objectives": [{"under": "HC1", "serves": "A"}, {}],
            "actions": [{"serves": "A", "indicators": "N1"}],
            "indicators": [{"objective": "HC1"}],
            "risks": [{"serves": "HC1"}],
        }
    )
    named = [{field: [str(ref) for ref in refs] for field, refs in named_refs(row).items()} for row in planned(plan)]
    assert named == [
        {"under": ["HC1"], "serves": ["A"]},
        {"under": [], "serves": []},
        {"serves": ["A"], "indicators": ["N1"]},
        {"objective": ["HC1"]},
        {"serves": ["HC1"]},
    ]
