from __future__ import annotations

from typing import Any

from svcdocs.documents.service_plan import ServicePlanContext, service_plan_context
from svcdocs.documents.three_year import three_year_context
from svcdocs.model.assignments import assignments_of
from svcdocs.model.cycle import link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.text import BlockKind
from tests.documents import samples, three_year_samples

CONTRIBUTORS = [
    {"who": "Finance", "sheets": "Money", "deadline": "21 February 2027"},
    {"who": "Performance", "sheets": "Actions\nCouncil actions\nIndicators"},
]


TEAMS = [{"who": "Head of service"}, {"who": "Each team", "sheets": "Actions\nRisks", "deadline": "8 January 2027"}]


def printed(missing: str, **changes: Any) -> dict[str, list[str]]:
    return samples.by_heading(samples.printed(context(missing, **changes)))


def context(missing: str, **changes: Any) -> ServicePlanContext:
    """The plan of Homes where one contributor's workbook has not come back."""
    plan = {name: value for name, value in changes.items() if name in ServicePlan.model_fields}
    council = {name: value for name, value in changes.items() if name in Framework.model_fields}
    framework = Framework.model_validate({**samples.FRAMEWORK, "contributors": CONTRIBUTORS} | council)
    made = ServicePlan.model_validate({"service": "Homes"} | plan)
    cycle = link(framework, [made], None, [one for one in assignments_of(framework) if one.contributor == missing])
    return service_plan_context(cycle, made, draft=True)


def test_a_table_that_has_not_come_in_is_a_dated_notice_in_its_section() -> None:
    assert printed("Finance")["Financial resources"][1:2] == [
        "To be added by Finance by 21 February 2027: the figures of Financial resources"
    ]


def test_owed_tables_of_landscape_pages_stand_there() -> None:
    text = printed("Performance")
    actions = text["Service improvement action plan"]
    assert "To be added by Performance: the actions" in actions
    assert "To be added by Performance: the council actions" in actions
    assert "Not given" not in actions
    assert "To be added by Performance: the indicators" in text["Local indicators"]


def test_the_tables_of_a_team_are_dated_notices_that_name_it() -> None:
    text = printed("Homes – Standards", contributors=TEAMS, actions=[{"ref": "H1", "title": "Open a shelter"}])
    notice = "To be added by Homes – Standards by 8 January 2027:"
    assert f"{notice} actions of Standards" in text["Service improvement action plan"]
    assert f"{notice} risks of Standards" in text["Risks"]


def test_the_text_of_a_section_that_has_not_come_in_is_a_notice_there() -> None:
    text = printed("Performance", contributors=[{"who": "Performance", "sheets": "Text", "sections": "Customers"}])
    assert text["Our customers"][1:2] == ["To be added by Performance: the text of Our customers"]


def test_in_the_three_year_form_notices_stand_where_its_own_tables_would() -> None:
    council = Framework.model_validate({**three_year_samples.FRAMEWORK, "contributors": CONTRIBUTORS})
    made = ServicePlan(service="Contact")
    cycle = link(council, [made], None, [one for one in assignments_of(council) if one.central])
    context = three_year_context(cycle, made, draft=True)
    tables = (context.council_plan, context.operational_plan, context.improvement_plan)
    notes = [[part.text.plain for part in each.before] for each in tables]
    assert notes == [
        ["To be added by Performance: the council actions"],
        ["To be added by Performance: the indicators"],
        ["To be added by Performance: the actions"],
    ]
    [money] = [each for each in context.sections if each.heading == "Financial resources"]
    assert money.before[0].text.plain.startswith("To be added by Finance by 21 February 2027: the figures")


def test_a_notice_says_what_in_the_councils_own_words() -> None:
    text = printed("Performance", words=[{"term": "action", "singular": "commitment", "plural": "commitments"}])
    assert "To be added by Performance: the commitments" in text["Service improvement action plan"]


def test_a_notice_stands_in_the_plan_in_the_style_of_what_is_owed() -> None:
    made = context("Finance")
    (block,) = next(each for each in made.sections if each.heading == "Financial resources").before[0].text.blocks
    assert block.kind is BlockKind.OWED


def test_an_owed_cell_is_printed_as_it_was_typed() -> None:
    promise = "To be added by Performance by 5 March 2027"
    text = printed("", indicators=[{"ref": "I1", "name": "Calls", "targets": {"2027/28": promise}}])
    assert f"2027/28: {promise}" in text["Local indicators"]
