from __future__ import annotations

from typing import Any

from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.thread import leads_to, measured_by, places_of, serves_itself, threatened_by

PRIORITIES = [
    {"level": "Aim", "ref": "A", "text": "Homes"},
    {"level": "Approach", "ref": "A(i)", "text": "Early", "under": "A"},
    {"level": "Council action", "ref": "A1", "text": "Build", "under": "A(i)"},
    {"level": "Item", "ref": "i)", "text": "Plan"},
    {"level": "Council action", "text": "Without a reference", "under": "A"},
    {"level": "Item", "ref": "i)", "text": "Its part"},
]


def cycle(**plan: Any) -> Cycle:
    framework = Framework.model_validate({"priorities": PRIORITIES, "services": [{"service": "Homes"}]})
    return link(framework, [ServicePlan.model_validate({"service": "Homes"} | plan)])


def refs(found: tuple[Any, ...]) -> list[str]:
    return [str(one.ref) for one in found]


def test_each_priority_stands_under_what_it_names_and_an_item_under_its_action() -> None:
    linked = cycle()
    places = places_of(linked)
    above = [[one.text.plain for one in places.under(row)] for row in linked.framework.priorities]
    assert above == [
        [],
        ["Homes"],
        ["Early", "Homes"],
        ["Build", "Early", "Homes"],
        ["Homes"],
        ["Without a reference", "Homes"],
    ]


def test_an_action_leads_where_it_says_and_where_its_objective_leads() -> None:
    linked = cycle(
        objectives=[{"ref": "H1", "text": "Warm", "serves": "A, A1"}, {"ref": "H1a", "text": "Dry", "under": "H1"}],
        actions=[{"ref": "H1.1", "serves": "H1"}, {"ref": "H1.2", "serves": "A(i)"}, {"ref": "H1.3", "serves": "Z"}],
    )
    [plan] = linked.plans
    led = {str(one.ref): refs(leads_to(linked, plan, one)) for one in plan.serving}
    assert led == {"H1": ["A", "A1"], "H1a": ["A", "A1"], "H1.1": ["A", "A1"], "H1.2": ["A(i)"], "H1.3": []}


def test_a_wording_links_as_a_reference_does() -> None:
    linked = cycle(
        objectives=[{"text": "Warm, dry homes", "serves": "A1"}, {"text": "Build", "serves": "Build"}],
        actions=[{"ref": "H1.1", "serves": "warm dry homes"}],
        indicators=[{"ref": "I1", "objective": "Warm, dry homes"}],
        risks=[{"ref": "R1", "cause": "Frost", "serves": "Warm, dry homes"}],
    )
    [plan] = linked.plans
    assert [refs(leads_to(linked, plan, one)) for one in plan.serving] == [["A1"], ["A1"], ["A1"]]
    assert refs(measured_by(linked, plan, plan.objectives[0])) == ["I1"]
    assert refs(threatened_by(linked, plan, plan.objectives[0])) == ["R1"]


def test_indicators_and_risks_are_joined_from_either_side() -> None:
    linked = cycle(
        objectives=[{"ref": "H1", "text": "Warm"}],
        actions=[{"ref": "H1.1", "indicators": "I2", "risk": "R2"}],
        indicators=[{"ref": "I1", "objective": "H1"}, {"ref": "I2"}, {"ref": "I3", "objective": "H01"}],
        risks=[{"ref": "R1", "cause": "Frost", "serves": "H1"}, {"ref": "R2", "cause": "Flood"}],
    )
    [plan] = linked.plans
    assert refs(measured_by(linked, plan, plan.objectives[0])) == ["I1", "I3"]
    assert refs(measured_by(linked, plan, plan.actions[0])) == ["I2"]
    assert refs(threatened_by(linked, plan, plan.objectives[0])) == ["R1"]
    assert refs(threatened_by(linked, plan, plan.actions[0])) == ["R2"]


def test_items_belong_to_their_own_council_action_where_two_have_the_same_number() -> None:
    rows = [
        {"level": "Aim", "ref": "A", "text": "Homes"},
        {"level": "Council action", "ref": "1", "text": "Build", "under": "A"},
        {"level": "Item", "ref": "i)", "text": "Plan"},
        {"level": "Aim", "ref": "B", "text": "Streets"},
        {"level": "Council action", "ref": "1", "text": "Sweep", "under": "B"},
        {"level": "Item", "ref": "i)", "text": "Buy"},
        {"level": "Item", "ref": "ii)", "text": "Use", "under": "B"},
    ]
    linked = link(Framework.model_validate({"priorities": rows}), [])
    places = places_of(linked)
    shown = {row.text.plain: [one.text.plain for one in places.items_of(row)] for row in linked.framework.priorities}
    assert {name: items for name, items in shown.items() if items} == {"Build": ["Plan"], "Sweep": ["Buy", "Use"]}


def test_an_item_is_withdrawn_with_its_council_action_but_a_council_action_not_with_its_aim() -> None:
    rows = [
        {"level": "Aim", "ref": "A", "text": "Homes", "withdrawn_on": "1 May 2027"},
        {"level": "Council action", "ref": "A1", "text": "Build", "under": "A"},
        {"level": "Council action", "ref": "A2", "text": "Buy", "under": "A", "withdrawn_on": "2 May 2027"},
        {"level": "Item", "ref": "i)", "text": "Look"},
    ]
    linked = link(Framework.model_validate({"priorities": rows}), [])
    places = places_of(linked)
    told = [places.withdrawn(row) for row in linked.framework.priorities]
    assert [row.text.plain if row else "" for row in told] == ["Homes", "", "Buy", "Buy"]


def test_what_is_written_in_a_former_way_leads_to_what_it_is_called_now() -> None:
    rows = [
        *PRIORITIES,
        {"level": "Council action", "ref": "B2", "text": "Sweep", "also_written": "C9\nClean, and tidy"},
    ]
    framework = Framework.model_validate({"priorities": rows})
    for written in ("C9", "clean and tidy", "sweep."):
        plan = ServicePlan.model_validate({"service": "Homes", "actions": [{"ref": "H1.1", "serves": written}]})
        assert refs(leads_to(link(framework, [plan]), plan, plan.actions[0])) == ["B2"]


def test_a_record_serves_by_its_own_row_what_it_names_or_what_it_is_called() -> None:
    linked = cycle(
        objectives=[{"ref": "H1", "serves": "A"}, {"ref": "H1a", "under": "H1"}],
        actions=[{"ref": "1", "serves": "H1, A1"}, {"ref": "A1"}, {"ref": "2", "serves": "H1"}],
    )
    plan = linked.plans[0]
    assert [refs(serves_itself(linked, plan, row)) for row in plan.serving] == [["A"], [], ["A1"], ["A1"], []]


def test_records_that_all_name_each_other_are_followed_once_each() -> None:
    everything = ", ".join(f"X{number}" for number in range(25))  # more ways through them than anybody could follow
    rows = [{"ref": f"X{number}", "title": f"Thing {number}", "serves": f"{everything}, A1"} for number in range(25)]
    made = cycle(actions=rows)
    assert refs(leads_to(made, made.plans[0], made.plans[0].actions[0])) == ["A1"]
