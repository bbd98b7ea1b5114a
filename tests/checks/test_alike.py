from __future__ import annotations

import pytest

from tests.checks.councils import cycle, place
from tests.checks.services import action, told, two_services

ONE = action(ref="H1", title="Introduce online booking for leisure centres")
OTHER = action(ref="H2", title="Introduce an online booking for the leisure centre")


def test_two_actions_of_a_service_are_told_once_at_the_later_to_the_team() -> None:
    (finding,) = told("action-alike", cycle(actions=[ONE, OTHER]))
    assert (place(finding), finding.audience) == ("Actions B7", "team")
    assert "says nearly the same as Action H1" in finding.message


def test_actions_of_two_services_are_the_officers() -> None:
    (finding,) = told("action-alike", two_services({"actions": [ONE]}, {"actions": [OTHER | {"serves": ""}]}))
    assert (finding.service, finding.audience) == ("Streets", "officer")
    assert finding.message.endswith("of Housing.")


@pytest.mark.parametrize(
    "title",
    ["Introduce online payment for leisure centres and parks", "Close leisure centres", "Train staff", "Review it"],
)
def test_actions_that_share_some_words_are_in_order(title: str) -> None:
    assert told("action-alike", cycle(actions=[ONE, action(ref="H2", title=title)])) == []
    short = [action(ref="H1", title="Review the policy"), action(ref="H2", title=title)]
    assert told("action-alike", cycle(actions=short)) == []


def test_work_of_two_services_that_name_each_other_is_theirs_together() -> None:
    housing = {"actions": [ONE | {"help_needed": "Streets: the site"}]}
    streets = {"actions": [OTHER | {"help_needed": "Housing: the form"}]}
    assert told("action-alike", two_services(housing, streets)) == []


def test_actions_for_one_council_action_may_be_worded_alike() -> None:
    rows = {"council_actions": [ONE | {"serves": "A1"}]}
    assert told("action-alike", two_services(rows, {"council_actions": [OTHER | {"serves": "A1"}]})) == []


def test_the_council_says_how_much_alike_is_too_much() -> None:
    loose = action(ref="H2", title="Introduce online payment for leisure centres")
    assert told("action-alike", cycle(actions=[ONE, loose])) == []
    strict = {"rules": [{"rule": "action-alike", "limit": "60"}]}
    assert len(told("action-alike", cycle(of=strict, actions=[ONE, loose]))) == 1
