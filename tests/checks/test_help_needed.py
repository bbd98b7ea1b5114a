from __future__ import annotations

import pytest

from svcdocs.model.assignments import Assignment
from svcdocs.model.cycle import Cycle, link
from tests.checks.councils import cycle, place
from tests.checks.services import action, told, two_services

ASKS = {
    "actions": [
        action(ref="H1", help_needed="Streets: waste records"),
        action(ref="H2", title="Other", help_needed="Streets"),
    ]
}


def test_a_service_that_does_not_speak_of_the_one_that_asks_is_told_once_a_pair() -> None:
    (finding,) = told("help-unasked", two_services(ASKS, {"actions": [action(ref="S1", title="Sweep")]}))
    assert (place(finding), finding.service, finding.audience) == ("Actions N6", "Housing", "service")
    assert finding.message.endswith("whose plan does not speak of it. The same stands in Actions N7.")


@pytest.mark.parametrize(
    "streets",
    [
        {"actions": [action(ref="S1", title="Keep records for Housing")]},
        {"actions": [action(ref="S1", title="Sweep", help_needed="Homelessness: keys")]},
        {"actions": [action(ref="S1", title="Sweep", outcome="What H1 asks for")]},
        {"passages": [{"section": "Context", "text": "We work with Homes on waste."}]},
    ],
)
def test_a_service_that_names_the_other_its_teams_or_the_action_has_been_asked(streets: dict[str, object]) -> None:
    assert told("help-unasked", two_services(ASKS, streets)) == []


def test_nothing_is_said_of_a_plan_that_is_still_to_come_or_not_there() -> None:
    made = two_services(ASKS, {})
    late = Assignment("Cleansing", ("Streets",), ("actions",))
    assert told("help-unasked", link(made.framework, made.plans, missing=[late])) == []
    assert told("help-unasked", Cycle(made.framework, made.plans[:1])) == []


def test_a_service_nearly_named_is_told_with_what_was_meant() -> None:
    (finding,) = told("help-unknown", cycle(actions=[action(help_needed="Housng: the list")]))
    assert place(finding) == "Actions N6"
    assert finding.hint.startswith("Did you mean 'Housing'?")


@pytest.mark.parametrize(
    "written",
    ["Legal Services: leases", "All services: dates", "Homes: a key", "N/A", "county council", "ICT: records"],
)
def test_who_helps_everybody_and_what_is_no_name_are_in_order(written: str) -> None:
    assert told("help-unknown", cycle(actions=[action(help_needed=written)])) == []
