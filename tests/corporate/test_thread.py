from __future__ import annotations

from typing import Any

from svcdocs.corporate.consolidation import consolidate
from svcdocs.model.corporate_view import Aim, Contribution
from tests.corporate import small

CYCLE = small.cycle()
VIEW = consolidate(CYCLE)


def refs(contributions: tuple[Contribution, ...]) -> list[str]:
    return [one.record.ref.text for one in contributions]


def by_action(aims: tuple[Aim, ...]) -> dict[str, list[str]]:
    return {action.priority.ref.text: refs(action.contributions) for aim in aims for action in aim.council_actions}


def test_each_council_action_shows_all_that_leads_to_it_by_service() -> None:
    assert by_action(VIEW.aims) == {
        "A1": ["H1", "H1a", "A1", "H1.1"],
        "A2": ["H1.2", "S1.3"],
        "B1": ["S1", "S1.1"],
        "B2": [],
        "Z9": [],
    }


def test_a_contribution_named_twice_over_appears_once_under_its_council_action() -> None:
    for aim in VIEW.aims:
        for action in aim.council_actions:
            places = [id(one.record) for one in action.contributions]
            assert len(places) == len(set(places))


def test_a_contribution_to_an_item_says_to_which() -> None:
    a2 = next(action for action in VIEW.aims[0].council_actions if action.priority.ref.text == "A2")
    assert [[item.ref.text for item in one.items] for one in a2.contributions] == [["A2(i)"], []]
    assert [item.ref.text for item in a2.items] == ["A2(i)", "A2(ii)"]


def test_a_contribution_to_the_whole_and_its_parts_is_one_to_the_whole() -> None:
    plan: dict[str, Any] = {"service": "Homes", "actions": [{"ref": "X", "title": "All", "serves": "A2, A2(i)"}]}
    a2 = next(x for x in consolidate(small.cycle(plan)).aims[0].council_actions if x.priority.ref.text == "A2")
    assert [one.items for one in a2.contributions] == [()]


def test_what_serves_an_aim_or_approach_alone_stands_beside_its_council_actions() -> None:
    assert [refs(aim.also) for aim in VIEW.aims] == [[], ["S1.2"], []]


def test_council_actions_under_no_aim_come_last() -> None:
    assert [aim.priority.ref.text if aim.priority else None for aim in VIEW.aims] == ["A", "B", None]
    assert [action.priority.ref.text for action in VIEW.aims[-1].council_actions] == ["Z9"]


def test_priorities_nobody_contributes_to_leave_out_the_withdrawn_and_items_of_a_whole_that_is_served() -> None:
    assert [priority.ref.text for priority in VIEW.unserved] == ["Z9"]


def test_an_item_nobody_names_is_told_where_others_name_only_its_sisters() -> None:
    view = consolidate(small.cycle(small.HOMES))
    assert [priority.ref.text for priority in view.unserved] == ["B", "B(i)", "A2(ii)", "B1", "Z9"]


def test_objectives_and_actions_serving_nothing_are_named() -> None:
    assert refs(VIEW.loose) == ["H2", "H2.1", "H2.2"]
    assert refs(VIEW.other_headlines) == ["H2.1"]


def test_a_headline_action_stands_once_under_the_first_aim_it_leads_to() -> None:
    assert [refs(aim.headlines) for aim in VIEW.aims] == [["A1", "H1.2"], ["S1.2"], []]


def test_taking_one_action_away_changes_its_own_places_alone() -> None:
    fewer = {**small.HOMES, "actions": [x for x in small.HOMES["actions"] if x["ref"] != "H1.1"]}
    before, after = by_action(VIEW.aims), by_action(consolidate(small.cycle(small.STREETS, fewer)).aims)
    assert after == {**before, "A1": ["H1", "H1a", "A1"]}


def test_what_names_council_actions_itself_leads_to_no_others_through_its_objective() -> None:
    plan: dict[str, Any] = {
        "service": "Homes",
        "objectives": [{"ref": "H1", "text": "Both", "serves": "A1, A2, B"}],
        "actions": [
            {"ref": "H1.1", "title": "For one", "serves": "H1, A1"},
            {"ref": "H1.2", "title": "For the objective", "serves": "H1"},
        ],
    }
    view = consolidate(small.cycle(plan))
    found = by_action(view.aims)
    assert (found["A1"], found["A2"]) == (["H1", "H1.1", "H1.2"], ["H1", "H1.2"])
    assert refs(view.aims[1].also) == ["H1", "H1.1", "H1.2"]


def test_everything_that_names_a_council_action_is_there() -> None:
    for aim in VIEW.aims:
        for action in aim.council_actions:
            shown = [id(one.record) for one in action.contributions]
            naming = [
                record
                for plan in CYCLE.plans
                for record in plan.serving
                if action.priority.ref.canonical in {ref.canonical for ref in record.serves.items}
            ]
            assert all(id(record) in shown for record in naming)


def test_records_that_name_each_other_end_nowhere() -> None:
    circle: dict[str, Any] = {
        "service": "Homes",
        "actions": [{"ref": "X1", "title": "One", "serves": "X2"}, {"ref": "X2", "title": "Two", "serves": "X1"}],
    }
    view = consolidate(small.cycle(circle))
    assert refs(view.loose) == ["X1", "X2"]


def test_every_record_is_under_a_priority_or_named_as_loose() -> None:
    placed = {id(one.record) for aim in VIEW.aims for action in aim.council_actions for one in action.contributions}
    placed |= {id(one.record) for aim in VIEW.aims for one in aim.also} | {id(one.record) for one in VIEW.loose}
    every = [record for plan in CYCLE.plans for record in plan.serving]
    assert all(id(record) in placed for record in every)
