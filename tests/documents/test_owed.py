from __future__ import annotations

from typing import Any

from svcdocs.documents.service_plan import service_plan_context
from svcdocs.model.assignments import assignments_of
from svcdocs.model.cycle import link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from tests.documents import samples

CONTRIBUTORS = [
    {"who": "Finance", "sheets": "Money", "deadline": "21 February 2027"},
    {"who": "Performance", "sheets": "Actions\nCouncil actions\nIndicators"},
]


def printed(missing: str, **plan: Any) -> dict[str, list[str]]:
    framework = Framework.model_validate({**samples.FRAMEWORK, "contributors": CONTRIBUTORS})
    made = ServicePlan.model_validate({"service": "Homes"} | plan)
    cycle = link(framework, [made], None, [one for one in assignments_of(framework) if one.contributor == missing])
    return samples.by_heading(samples.printed(service_plan_context(cycle, made, draft=True)))


def test_a_table_that_has_not_come_in_is_a_dated_notice_in_its_section() -> None:
    assert printed("Finance")["Financial resources"][1:2] == [
        "To be added by Finance by 21 February 2027: the figures of Financial resources"
    ]


def test_owed_tables_of_landscape_pages_stand_there() -> None:
    text = printed("Performance")
    actions = text["Service improvement action plan"]
    assert any(line.startswith("To be added by Performance: ") for line in actions)
    assert "Not given" not in actions
    assert any(line.startswith("To be added by Performance: ") for line in text["Local indicators"])


def test_an_owed_cell_is_printed_as_it_was_typed() -> None:
    promise = "To be added by Performance by 5 March 2027"
    text = printed("", indicators=[{"ref": "I1", "name": "Calls", "targets": {"2027/28": promise}}])
    assert f"2027/28: {promise}" in text["Local indicators"]
