from __future__ import annotations

import pytest

from tests.checks.councils import FRAMEWORK, PLAN, cycle, place
from tests.checks.services import action, told

LEAD = "council-action-no-lead"
COUNCIL = {
    "priorities": [
        *FRAMEWORK["priorities"],
        {"level": "Council action", "ref": "B7", "text": "Warm homes", "under": "A"},
    ]
}
CLAIM = {"ref": "HC2", "text": "Warm homes for all", "serves": "B7"}


def test_a_council_action_claimed_in_the_objectives_and_not_planned_is_told_there() -> None:
    (finding,) = told("council-action-unplanned", cycle(of=COUNCIL, objectives=[*PLAN["objectives"], CLAIM]))
    assert (place(finding), finding.audience) == ("Objectives D7", "service")


@pytest.mark.parametrize("serves", ["HC2", "B7", "HC9", "HC1, HC2"])
def test_it_is_planned_by_an_action_for_it_or_for_the_objective_or_may_be_by_one_that_leads_nowhere(
    serves: str,
) -> None:
    rows = [*PLAN["actions"], action(ref="H9", title="Fit boilers", serves=serves)]
    assert (
        told("council-action-unplanned", cycle(of=COUNCIL, objectives=[*PLAN["objectives"], CLAIM], actions=rows)) == []
    )


def test_the_text_on_council_actions_claims_by_the_reference_it_opens_with() -> None:
    sections = [*FRAMEWORK["sections"], {"key": "Council actions", "heading": "Council actions"}]
    passages = [
        *PLAN["passages"],
        {"section": "Council actions", "text": "We carry two.\nA1 Build homes\nB7: Warm homes"},
    ]
    (finding,) = told("council-action-unplanned", cycle(of={**COUNCIL, "sections": sections}, passages=passages))
    assert place(finding) == "Passages B8"
    assert "Council action B7" in finding.message


def test_a_lead_service_that_plans_nothing_for_its_council_action_is_told_to_the_officer() -> None:
    rows = [
        *FRAMEWORK["priorities"],
        {"level": "Council action", "ref": "B7", "text": "Warm", "lead_services": "Homes"},
    ]
    (finding,) = told(LEAD, cycle(of={"priorities": rows}))
    assert (finding.audience, finding.service, place(finding)) == ("officer", "Housing", "Priorities F9")


def test_items_withdrawn_actions_and_plans_that_lead_nowhere_are_in_order() -> None:
    served = [action(serves="i)")]
    assert told(LEAD, cycle(actions=served, objectives=[])) == []
    gone = [row | {"withdrawn_on": "1 May 2027"} if row["ref"] == "A1" else row for row in FRAMEWORK["priorities"]]
    assert told(LEAD, cycle(of={"priorities": gone}, objectives=[], actions=[action(serves="A")])) == []
    assert told(LEAD, cycle(objectives=[], actions=[action(serves="")])) == []
