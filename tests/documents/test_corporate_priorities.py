"""The priorities in the corporate plan: withdrawn ones, services renamed, and councils that have not every level."""

from __future__ import annotations

from typing import Any

import pytest

from svcdocs import shipped
from svcdocs.corporate.consolidation import consolidate
from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.corporate_objectives import objective_list
from svcdocs.documents.corporate_plan import CorporatePlanContext, corporate_plan_context
from svcdocs.documents.setting import setting_of
from svcdocs.model.corporate_view import Contribution
from svcdocs.model.corporate_words import CORPORATE
from svcdocs.model.cycle import link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.word import Properties, Template
from tests.corporate import small
from tests.documents.corporate_outline import outline, section

TEMPLATE = Template.compile(shipped.doc_template("corporate-plan"), CorporatePlanContext)
GONE = {"withdrawn_on": "8 February 2027", "replaced_by": "B"}


def printed(serves: str, *priorities: dict[str, str], **framework: Any) -> str:
    """The plan of a council with some priorities, one service, and one objective and action that serve something."""
    plan = {
        "service": "Homes",
        "objectives": [{"ref": "H1", "text": "Warm homes", "serves": serves}],
        "actions": [{"ref": "H1.1", "title": "Fill walls", "serves": serves}],
    }
    changes = {"priorities": list(priorities), "services": [{"service": "Homes"}], **framework}
    council = Framework.model_validate({**small.FRAMEWORK, "corporate_text": [], **changes})
    cycle = link(council, [ServicePlan.model_validate(plan)])
    context = corporate_plan_context(cycle, consolidate(cycle), draft=True)
    return outline(TEMPLATE.render(context, Properties(title="x")))


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("#")]


AIM = {"level": "Aim", "ref": "A", "text": "Safe homes"}
ACTION = {"level": "Council action", "ref": "1", "text": "Build 20 homes"}


def test_what_was_withdrawn_is_marked_and_what_serves_it_stands_under_it_still() -> None:
    text = printed(
        "A1i; C",
        {**AIM, "ref": "C", "text": "Dry homes", **GONE},
        {**AIM, "ref": "B", "text": "Warm homes"},
        {"level": "Approach", "ref": "B(i)", "under": "B", "text": "Early", **GONE},
        {**ACTION, "ref": "A1", "under": "B"},
        {"level": "Item", "ref": "i)", "text": "in the north", **GONE},
        {**ACTION, "ref": "A2", "text": "Buy 20 homes", "under": "B", **GONE},
    )
    assert "Withdrawn on 8 February 2027. Replaced by B." in section(
        text, "Aim C: Dry homes (withdrawn on 8 February 2027)"
    )
    assert "Actions for aim C: Homes (1)." in section(text, "Aim C: Dry homes (withdrawn on 8 February 2027)")
    warm = section(text, "Aim B: Warm homes")
    assert "• B(i) Early (withdrawn on 8 February 2027; replaced by B)" in warm
    assert "in the north (withdrawn on 8 February 2027; replaced by B)" in warm
    assert "| A1 | Homes | H1.1 Fill walls (for i) – objectives: H1 |" in warm
    assert "A2 Buy 20 homes. Withdrawn on 8 February 2027. Replaced by B." in warm
    assert "No service contributes" not in warm
    joined = section(text, "What is still to be joined up")
    assert "Every objective and every action serves a priority." in joined
    assert "Every priority has at least one contribution." in joined
    assert "| Aims | 1 | In force" in text


def test_the_heading_of_what_was_withdrawn_says_so_in_the_councils_words() -> None:
    words = [{"term": "withdrawn", "singular": "given up {date}"}]
    said = headings(printed("", {**AIM, **GONE}, {**ACTION, "under": "A", **GONE}, words=words))
    assert "# Aim A: Safe homes (given up 8 February 2027)" in said
    assert not [line for line in headings(printed("", AIM, {**ACTION, "under": "A"})) if "withdrawn" in line]


def test_what_serves_a_withdrawn_action_is_not_counted_for_what_replaced_it() -> None:
    text = printed("1", {**ACTION, **GONE, "replaced_by": "2"}, {**ACTION, "ref": "2", "text": "Buy homes"})
    assert "| 1 | Homes | H1.1 Fill walls – objectives: H1 |" in text
    assert "2 Buy homes.\n! No service contributes to this yet." in text
    joined = section(text, "What is still to be joined up")
    assert "• Council action 2: Buy homes" in joined
    assert "Every objective and every action serves a priority." in joined


def test_an_item_of_a_withdrawn_action_is_not_missed() -> None:
    gone = {**ACTION, **GONE, "replaced_by": ""}
    text = printed("A", AIM, gone, {"level": "Item", "ref": "i)", "text": "in the north"})
    assert "Every priority has at least one contribution." in text


def test_a_council_with_council_actions_alone_has_no_others_and_no_aims() -> None:
    text = printed("1", ACTION)
    assert "# Council actions" in headings(text)
    assert "Other council actions" not in text
    assert "| 1 | Homes | H1.1 Fill walls – objectives: H1 |" in section(text, "Council actions")
    assert "| Aims |" not in text
    assert "| Council actions | 1 |" in text
    assert "pproach" not in text
    assert "Council actions served" in text


def test_a_council_with_aims_alone_says_nothing_of_council_actions() -> None:
    text = printed("A", AIM)
    assert [line for line in headings(text) if "im A" in line] == ["# Aim A: Safe homes"]
    assert "| Aims | 1 |" in text
    assert "ouncil action" not in text
    assert "pproach" not in text


def test_a_council_with_approaches_alone_calls_them_that() -> None:
    text = printed("1", {"level": "Approach", "ref": "1", "text": "Act early"})
    assert "# Approaches" in headings(text)
    assert "ouncil action" not in text


def test_a_council_with_aims_and_council_actions_says_nothing_of_approaches() -> None:
    text = printed("1", AIM, {**ACTION, "under": "A"})
    assert "pproach" not in text
    assert "Also contributing" not in text


@pytest.mark.parametrize("name", ["homes", "Housing"])
def test_a_service_that_leads_is_called_by_its_name_in_use_and_awaited_by_any(name: str) -> None:
    action = {**ACTION, "lead_services": f"{name}\nStreets"}
    services = [{"service": "Streets", "deadline": "May 2027"}, {"service": "Homes", "also_called": "Housing"}]
    text = printed("", action, services=services)
    assert "Lead: Homes, Streets." in text
    assert "Return awaited from Streets, due May 2027." in section(text, "Council actions")


def test_the_scorecard_has_the_years_of_the_longest_plan_and_says_where_the_last_is_cut_short() -> None:
    about = {**small.FRAMEWORK["about"], "years": "1", "ends_on": "31 October 2028"}
    services = [{"service": "Homes", "years": "2"}, {"service": "Streets"}]
    council = Framework.model_validate({**small.FRAMEWORK, "about": about, "services": services})
    indicator = {"name": "x", "scorecard": "Yes", "targets": {"2028/29": "7"}}
    cycle = link(council, [ServicePlan.model_validate({"service": "Homes", "indicators": [indicator]})])
    card = corporate_plan_context(cycle, consolidate(cycle), draft=True).scorecard
    assert (card.years, card.first_year, card.second_year) == (2, "2027/28", "2028/29, to 31 October 2028")
    assert [(row.first, row.second) for row in card.rows] == [("Not given", "7")]
    assert card.rows[0].targets.startswith("2027/28: Not given")
    assert card.rows[0].targets.endswith("2028/29, to 31 October 2028: 7")


@pytest.mark.parametrize(("years", "told"), [("1", "–"), ("2", "Not given"), ("3", "Not given")])
def test_a_year_that_the_plan_of_a_service_does_not_cover_has_no_target_to_be_missed(years: str, told: str) -> None:
    services = [{"service": "Homes", "years": years}, {"service": "Streets", "years": "3"}]
    council = Framework.model_validate({**small.FRAMEWORK, "services": services})
    rows = [{"name": "x", "scorecard": "Yes"}, {"name": "y", "scorecard": "Yes", "targets": {"2028/29": "7"}}]
    cycle = link(council, [ServicePlan.model_validate({"service": "Homes", "indicators": rows})])
    bare, given = corporate_plan_context(cycle, consolidate(cycle), draft=True).scorecard.rows
    assert (bare.first, bare.second, bare.third) == ("Not given", told, "Not given" if years == "3" else "–")
    assert ("2028/29: Not given" in bare.targets) == (told == "Not given")
    assert (given.second, "2028/29: 7" in given.targets) == ("7", True)


def listed(rows: list[dict[str, str]], **service: str) -> list[tuple[int, str]]:
    """The list of the objectives of one service: the level and the words of each item."""
    council = Framework.model_validate({**small.FRAMEWORK, "services": [{"service": "Homes", **service}]})
    plan = ServicePlan.model_validate({"service": "Homes", "objectives": rows})
    style = Style(setting_of(link(council, [plan]), plan, {}, draft=True), CORPORATE)
    shown = objective_list((Contribution("Homes", row) for row in plan.objectives), style)
    return [(block.level, block.plain) for block in shown.blocks]


HEADS = [
    {"ref": "OP1", "text": "Homes that are warm", "under": "H1", "printed_in": "Operational plan"},
    {"ref": "H1", "text": "Warm homes"},
    {"ref": "H1a", "text": "Roofs", "under": "H1"},
    {"ref": "OP1a", "text": "Lofts", "under": "OP1", "printed_in": "Operational plan"},
    {"ref": "IP1", "text": "Quick replies", "printed_in": "Improvement plan"},
    {"ref": "IP2", "text": "Kind replies", "under": "H9", "printed_in": "Improvement plan"},
]


def test_an_objective_that_heads_a_table_is_not_listed_beside_the_one_it_words_anew() -> None:
    assert listed(HEADS, form="Three-year") == [
        (0, "H1 Warm homes (Homes)"),
        (1, "H1a Roofs"),
        (1, "OP1a Lofts"),
        (0, "IP1 Quick replies (Homes)"),
        (0, "IP2 Kind replies (Homes)"),
    ]


def test_in_a_plan_without_such_tables_it_is_a_part_like_others() -> None:
    assert "OP1 Homes that are warm (Homes)" in [said for _, said in listed(HEADS)]


def test_a_part_of_an_objective_stands_under_its_whole_wherever_it_was_written() -> None:
    rows = [
        {"ref": "H1", "text": "Warm homes"},
        {"ref": "H2", "text": "Safe homes"},
        {"ref": "H1a", "text": "Roofs", "under": "H1"},
        {"ref": "H1b", "text": "Walls", "under": "H1a"},
        {"ref": "H9a", "text": "Doors", "under": "H9"},
    ]
    assert listed(rows) == [
        (0, "H1 Warm homes (Homes)"),
        (1, "H1a Roofs"),
        (1, "H1b Walls"),
        (0, "H2 Safe homes (Homes)"),
        (0, "H9a Doors (Homes)"),
    ]


def test_a_part_that_names_its_whole_by_its_wording_stands_under_it() -> None:
    rows = [{"text": "Safe homes"}, {"ref": "H1", "text": "Warm homes"}, {"text": "Locks", "under": "safe homes"}]
    assert listed(rows) == [(0, "Safe homes (Homes)"), (1, "Locks"), (0, "H1 Warm homes (Homes)")]
