"""The council's priorities in a service plan: withdrawn ones, and councils that have not every level."""

from __future__ import annotations

from typing import Any

from svcdocs.documents import council
from tests.documents import samples

GONE = {"withdrawn_on": "8 February 2027", "replaced_by": "A4"}
PRIORITIES = [
    {"level": "Aim", "ref": "A", "text": "Homes for all"},
    {"level": "Aim", "ref": "B", "text": "Clean streets", **GONE},
    {"level": "Approach", "ref": "A(i)", "under": "A", "text": "Help early", **GONE},
    {"level": "Council action", "ref": "A1", "under": "A", "text": "Build", "lead_services": "Housing"},
    {"level": "Item", "ref": "i)", "text": "on land of our own"},
    {"level": "Item", "ref": "ii)", "text": "on land of others", **GONE},
    {"level": "Council action", "ref": "A2", "under": "A", "text": "Buy", "lead_services": "Homes", **GONE},
    {"level": "Council action", "ref": "A3", "under": "A", "text": "Rent", "lead_services": "Streets"},
    {"level": "Council action", "ref": "A4", "under": "A", "text": "Borrow"},
]
SERVICES = [{"service": "Homes", "also_called": "Housing"}, {"service": "Streets"}]


def shown(serves: str, **framework: Any) -> tuple[list[str], list[str]]:
    """The aims, and the council actions, of a plan with one objective that serves something."""
    changes: dict[str, Any] = {"priorities": PRIORITIES, "services": SERVICES, **framework}
    setting = samples.setting({"objectives": [{"ref": "H1", "text": "Warm", "serves": serves}]}, **changes)
    aims = [block.plain for part in council.aims(setting) for block in part.text.blocks]
    actions = [
        f"{part.heading}: {' / '.join(f'{block.label} {block.plain}'.strip() for block in part.text.blocks)}"
        for part in council.council_actions(setting, 2)
    ]
    return aims, actions


def test_what_was_withdrawn_is_left_out_where_the_plan_does_not_serve_it() -> None:
    assert shown("A") == (["Aim A – Homes for all"], ["Council action A1: Build / i) on land of our own"])


def test_what_was_withdrawn_is_printed_and_marked_where_the_plan_serves_it() -> None:
    mark = "(withdrawn on 8 February 2027; replaced by A4)"
    aims, actions = shown("B; A(i); A2; A1 ii)")
    assert aims == ["Aim A – Homes for all", f"Help early {mark}", f"Aim B – Clean streets {mark}"]
    assert actions == [
        f"Council action A1: Build / i) on land of our own / ii) on land of others {mark}",
        f"Council action A2: Buy {mark}",
    ]


def test_a_withdrawn_aim_stands_above_an_approach_that_the_plan_serves() -> None:
    rows = [{"level": "Aim", "ref": "B", "text": "Clean", **GONE}, {"level": "Approach", "ref": "B1", "under": "B"}]
    assert shown("B1", priorities=rows)[0][0] == "Aim B – Clean (withdrawn on 8 February 2027; replaced by A4)"
    assert shown("", priorities=rows)[0] == []


def test_what_serves_only_a_withdrawn_action_is_not_led_to_its_replacement() -> None:
    assert "A4" not in "".join(action.partition(":")[0] for action in shown("A2")[1])


def test_a_council_action_is_the_services_by_any_name_of_the_service_and_by_the_reference_of_its_row() -> None:
    assert shown("")[1] == ["Council action A1: Build / i) on land of our own"]
    setting = samples.setting(
        {"council_actions": [{"ref": "A3", "title": "Rent"}]}, priorities=PRIORITIES, services=SERVICES
    )
    assert [part.heading for part in council.council_actions(setting, 2)] == ["Council action A1", "Council action A3"]


def test_a_council_without_aims_prints_what_it_has() -> None:
    only_actions = [{"level": "Council action", "ref": "1", "text": "Build", "lead_services": "Homes"}]
    assert shown("", priorities=only_actions) == ([], ["Council action 1: Build"])
    only_approaches = [{"level": "Approach", "ref": "1", "text": "Early"}, {"level": "Approach", "text": "Late"}]
    assert shown("1", priorities=only_approaches) == (["Early"], [])


def document(serves: str, *priorities: dict[str, str]) -> dict[str, list[str]]:
    """The printed plan of a council with some priorities, by its headings."""
    plan = {"objectives": [{"ref": "H1", "text": "Warm", "serves": serves}]}
    sections = [
        {"key": "About our service", "heading": "About our service", "required": "Draft"},
        {"key": "Council objectives", "heading": "Council objectives"},
        {"key": "Council actions", "heading": "Council actions for {year}", "under": "Council objectives"},
        {"key": "Service objectives", "heading": "Service objectives"},
    ]
    changes: dict[str, Any] = {"priorities": list(priorities), "sections": sections, "values": []}
    return samples.by_heading(samples.printed(samples.context(plan, **changes)))


def test_no_heading_stands_over_levels_that_the_council_has_not() -> None:
    assert not {"Council objectives", "Council actions for 2027/28"} & set(document(""))
    aims = document("A", {"level": "Aim", "ref": "A", "text": "Homes"})
    assert aims["Council objectives"] == ["Council objectives", "Aim A – Homes"]
    assert "Council actions for 2027/28" not in aims
    actions = document("1", {"level": "Council action", "ref": "1", "text": "Build"})
    assert actions["Council objectives"] == ["Council objectives"]
    assert actions["Council action 1"] == ["Council action 1", "Build"]
    assert "pproach" not in "".join(line for lines in (*aims.values(), *actions.values()) for line in lines)


def _values(*said: str, **council: Any) -> list[str]:
    """What stands in the section about the council's values, of which there are two."""
    sections = [{"key": "Values", "heading": "Our values", "lead_in": "Two values guide us."}]
    plan = {"passages": [{"section": "Values", "text": one} for one in said]}
    changes: dict[str, Any] = {"sections": sections, "values": [{"text": "We listen"}, {"text": "We act"}]} | council
    shown = samples.by_heading(samples.printed(samples.context(plan, **changes)))["Our values"]
    return [line.removeprefix("• ") for line in shown[1:] if line]


def test_the_councils_values_stand_before_what_a_service_says_of_them() -> None:
    assert _values("We answer mail.") == ["Two values guide us.", "We listen", "We act", "We answer mail."]
    assert _values("We listen – to each letter.")[1:3] == ["We listen", "We act"]


def test_values_that_a_service_goes_through_one_by_one_are_not_listed_again() -> None:
    assert _values("• We listen – to all", "• We  ACT – at once")[1:] == ["We listen – to all", "We  ACT – at once"]
