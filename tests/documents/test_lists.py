from __future__ import annotations

from typing import Any

from docx.text.paragraph import Paragraph

from svcdocs.documents import council, lists
from svcdocs.model.service_plan import ServicePlan
from tests.documents import samples


def _plan(**lists_of_it: Any) -> ServicePlan:
    return ServicePlan.model_validate({"service": "Homes"} | lists_of_it)


def _objectives(*rows: dict[str, str]) -> list[tuple[str, str]]:
    parts = lists.objectives(_plan(objectives=list(rows)).objectives, samples.setting(), 2)
    return [(part.heading, part.text.plain) for part in parts]


def _risks(*rows: dict[str, str]) -> list[str]:
    (part,) = lists.risk_list(_plan(risks=list(rows)).risks, samples.setting())
    return part.text.plain.split("\n")


def test_objectives_are_numbered_and_their_parts_stand_below_them() -> None:
    rows = [
        {"ref": "H2a", "under": "h2", "text": "Part"},
        {"ref": "H1", "text": "One", "serves": "A"},
        {"ref": "H2", "text": "Two"},
    ]
    assert _objectives(*rows) == [("", "1. One (H1; serves A)\n2. Two (H2)\n  • Part (H2a)")]


def test_objectives_stand_under_their_teams_only_where_the_order_allows_it() -> None:
    one, two = {"text": "One", "team": "Options"}, {"text": "Two", "team": "Standards"}
    assert _objectives(one, two) == [("Options", "1. One"), ("Standards", "2. Two")]
    assert _objectives(one, two, one) == [("", "1. One (Options)\n2. Two (Standards)\n3. One (Options)")]
    assert _objectives(one, {"text": "Three"}) == [("", "1. One (Options)\n2. Three")]


def test_no_objective_is_lost_when_parts_hang_in_a_ring_or_in_the_air() -> None:
    rows = [
        {"ref": "X", "under": "Y", "text": "x"},
        {"ref": "Y", "under": "X", "text": "y"},
        {"ref": "Z", "under": "nowhere", "text": "z"},
    ]
    shown = _objectives(*rows)[0][1]
    assert sorted(line.strip(" •") for line in shown.split("\n")) == ["X) x", "Y) y", "Z) z"]


def test_a_part_of_a_part_stands_with_the_parts() -> None:
    rows = [
        {"ref": "1", "text": "One"},
        {"ref": "2", "under": "1", "text": "Two"},
        {"ref": "3", "under": "2", "text": "Three"},
    ]
    assert _objectives(*rows) == [("", "1. One\n  2. Two\n  3. Three")]


def test_a_risk_reads_as_one_sentence_with_the_signs_that_were_typed_and_no_others() -> None:
    full = {"cause": "Rain,", "leading_to": "mud", "resulting_in": "delay."}
    assert _risks(full, {"cause": "Rain", "leading_to": "mud;"}, {"cause": "It may rain!"}, {"ref": "R4"}) == [
        "a) Rain, leading to mud resulting in delay.",
        "b) Rain leading to mud;",
        "c) It may rain!",
        "d) Not given (R4)",
    ]


def test_the_link_words_of_a_risk_are_not_said_twice() -> None:
    assert _risks({"cause": "Rain", "leading_to": "leading to mud"}) == ["a) Rain leading to mud"]
    assert _risks({"cause": "Rain.", "resulting_in": "Delay."}) == ["a) Rain. Resulting in Delay."]


def test_a_part_stands_once_where_two_objectives_have_the_same_reference() -> None:
    rows = [{"ref": "H1", "text": "One"}, {"text": "Part", "under": "H1"}, {"ref": "H01", "text": "Two"}]
    assert _objectives(*rows) == [("", "1. One (H1)\n  • Part\n2. Two (H01)")]


def test_a_reference_that_is_a_number_is_the_label_of_its_objective() -> None:
    rows = [
        {"ref": "1", "text": "One"},
        {"ref": "2.", "text": "2. Two"},
        {"ref": "c)", "text": "Three"},
        {"ref": "HC4", "text": "4) Four"},
        {"text": "5. Five\ni) part"},
        {"ref": "6", "text": "a) Six"},
        {"text": "Seven", "serves": "A) i)"},
    ]
    assert _objectives(*rows)[0][1].split("\n") == [
        "1. One", "2. Two", "c) Three", "4) Four (HC4)", "5. Five", "  i) part", "6. a) Six", "7. Seven (serves A i)",
    ]  # fmt: skip


def test_a_risk_has_one_label_its_own_where_it_has_one() -> None:
    rows = [{"ref": "a)", "cause": "Rain"}, {"ref": "b", "cause": "b) Mud"}, {"cause": "iii) Ice"}, {"ref": "R4)"}]
    assert _risks(*rows) == ["a) Rain", "b) Mud", "iii) Ice", "d) Not given (R4)"]


def test_what_a_risk_threatens_stands_before_the_full_stop() -> None:
    assert _risks({"ref": "R1", "cause": "Rain.", "serves": "H1", "team": "Options"}) == [
        "a) Rain (R1; threatens H1; Options)."
    ]


def test_an_entry_that_begins_with_a_dash_is_part_of_the_one_above() -> None:
    rows = [{"heading": "Strengths", "text": text} for text in ("Staff", "- who stay", "Money")]
    (part,) = lists.entries(_plan(swot=rows).swot, "SWOT", samples.setting(), 3)
    assert [(block.level, block.plain) for block in part.text.blocks] == [(0, "Staff"), (1, "who stay"), (0, "Money")]


def test_entries_that_all_begin_with_a_sign_are_one_flat_list() -> None:
    rows = [{"heading": "Strengths", "text": text} for text in ("• Staff", "• Money")]
    (part,) = lists.entries(_plan(swot=rows).swot, "SWOT", samples.setting(), 3)
    assert [block.level for block in part.text.blocks] == [0, 0]


def test_an_entry_keeps_its_own_list_at_every_depth() -> None:
    rows = [{"heading": "Strengths", "text": text} for text in ("Staff:\n• old\n  – and wise\n• new", "- all keen")]
    (part,) = lists.entries(_plan(swot=rows).swot, "SWOT", samples.setting(), 3)
    assert [(block.level, block.plain) for block in part.text.blocks] == [
        (0, "Staff:"), (1, "old"), (2, "and wise"), (1, "new"), (1, "all keen"),
    ]  # fmt: skip


def test_a_third_level_of_bullets_has_a_style_of_its_own() -> None:
    entry = {"heading": "Strengths", "text": "Staff\n• old\n  – and wise"}
    action = {"ref": "1", "title": "Dig", "detail": "• here\n  – deep\n    – and wide"}
    document = samples.printed(samples.context({"swot": [entry], "actions": [action]}))
    found = {p.text: p.style.name for p in samples.body(document) if isinstance(p, Paragraph) and p.style is not None}
    assert [found[text] for text in ("Staff", "old", "and wise")] == [
        "Quarter Bullet",
        "Quarter Bullet 2",
        "Quarter Bullet 3",
    ]
    cell = samples.tables(document, "Ref")[0].cell(1, 1)
    assert [p.style.name for p in cell.paragraphs if p.style is not None][1:] == [
        "Table Bullet", "Table Bullet 2", "Table Bullet 3",
    ]  # fmt: skip


def test_the_parts_of_an_objective_keep_their_depth() -> None:
    assert _objectives({"text": "One\n• a\n  – b"}) == [("", "1. One\n  • a\n    • b")]


def test_a_value_keeps_its_lines_and_lists() -> None:
    values = [{"text": "We listen:\n• to all\n  – and always"}, {"text": "1. We act\n2. We tell"}]
    (part,) = council.values(samples.setting(values=values))
    assert part.text.plain == "• We listen:\n  • to all\n    • and always\n1. We act\n2. We tell"


def test_headings_stand_in_the_councils_order_and_unknown_ones_after_them() -> None:
    rows = [
        {"heading": "Luck", "text": "x"},
        {"heading": "threats", "text": "y"},
        {"heading": "Strengths", "text": "z"},
    ]
    parts = lists.entries(_plan(swot=rows).swot, "SWOT", samples.setting(), 3)
    assert [part.heading for part in parts] == ["Strengths", "Threats", "Luck"]


def _shown_items(*rows: dict[str, str]) -> dict[str, str]:
    leads = {"lead_services": "Homes"}
    priorities = [row | leads if row["level"] == "Council action" else row for row in rows]
    return {
        part.heading: part.text.plain for part in council.council_actions(samples.setting(priorities=priorities), 3)
    }


def test_an_item_belongs_to_the_council_action_it_names_or_else_to_the_one_above() -> None:
    action = {"level": "Council action", "text": "Act"}
    shown = _shown_items(
        {"level": "Aim", "ref": "A", "text": "Homes"},
        action | {"ref": "A1"},
        {"level": "Item", "text": "blank"},
        {"level": "Item", "text": "aim", "under": "A"},
        {"level": "Item", "text": "late", "under": "A2"},
        action | {"ref": "A2"},
        {"level": "Item", "text": "early", "under": "A1"},
        action,
        {"level": "Item", "text": "last"},
    )
    assert shown == {
        "Council action A1": "Act\n• blank\n• aim\n• early",
        "Council action A2": "Act\n• late",
        "Council action": "Act\n• last",
    }


def test_the_number_of_an_item_is_its_label_once() -> None:
    shown = _shown_items(
        {"level": "Council action", "ref": "A1", "text": "Act"},
        {"level": "Item", "text": "i) one"},
        {"level": "Item", "ref": "ii)", "text": "two"},
        {"level": "Item", "ref": "A1(iii)", "text": "(iii) three"},
        {"level": "Item", "ref": "First part", "text": "a) four"},
    )
    assert shown["Council action A1"] == "Act\ni) one\nii) two\n(iii) three\nFirst part a) four"


def test_a_council_action_is_served_by_its_own_items_only() -> None:
    plan = {"actions": [{"title": "x", "serves": "B1(i)"}]}
    rows = [
        {"level": "Council action", "ref": "A1", "text": "One"}, {"level": "Item", "ref": "(i)", "text": "x"},
        {"level": "Council action", "ref": "B1", "text": "Two"}, {"level": "Item", "ref": "(i)", "text": "y"},
    ]  # fmt: skip
    found = council.council_actions(samples.setting(plan, priorities=rows), 3)
    assert [part.heading for part in found] == ["Council action B1"]


def test_aims_are_followed_by_their_approaches_whatever_the_plan_serves() -> None:
    rows = [*samples.FRAMEWORK["priorities"], {"level": "Approach", "ref": "B(i)", "under": "B", "text": "Sweep"}]
    for serves in ("A(i)", "A", "A1", "B1", ""):
        (part,) = council.aims(samples.setting({"objectives": [{"text": "x", "serves": serves}]}, priorities=rows))
        assert part.text.plain == "Aim A – Homes for all\nA(i) Help early\nAim B – Clean streets\nB(i) Sweep"


def test_approaches_and_items_with_dotted_references_keep_them_as_typed() -> None:
    rows = [
        {"level": "Aim", "ref": "1", "text": "Connected places"},
        {"level": "Approach", "ref": "1.1", "under": "1", "text": "Roads that last"},
        {"level": "Approach", "ref": "1.2", "under": "1", "text": "No village cut off"},
        {"level": "Approach", "ref": "2", "under": "1", "text": "2. Buses"},
        {"level": "Council action", "ref": "C1", "text": "Act", "lead_services": "Homes"},
        {"level": "Item", "ref": "C1.1", "text": "one"},
    ]
    setting = samples.setting(priorities=rows)
    (part,) = council.aims(setting)
    assert part.text.plain.split("\n")[1:] == ["1.1 Roads that last", "1.2 No village cut off", "2 Buses"]
    assert council.council_actions(setting, 3)[0].text.plain == "Act\nC1.1 one"


def test_the_council_actions_of_a_service_are_those_it_leads_and_those_its_plan_serves() -> None:
    names = [part.heading for part in council.council_actions(samples.setting(), 3)]
    assert names == ["Council action A1"]
    served = samples.setting({"actions": [{"title": "x", "serves": "B1"}]})
    assert [part.heading for part in council.council_actions(served, 3)] == ["Council action A1", "Council action B1"]
