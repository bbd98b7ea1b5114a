from __future__ import annotations

from typing import Any

import pytest

from svcdocs.challenge.pack import MOST, challenge_pack
from svcdocs.checks.run import checked
from svcdocs.model.challenge import Question
from svcdocs.model.cycle import link
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.model.service_plan import ServicePlan
from tests.checks.councils import framework, plan

ACTION: dict[str, Any] = {
    "title": "Do",
    "serves": "HC1",
    "finish": "March 2028",
    "lead": "Tom Fell",
    "outcome": "Better",
}


QUIET = {"ref": "R1", "cause": "Rents rise", "likelihood": "3", "impact": "4", "further_action": "Ask the county"}


def asked(*findings: Finding, of: dict[str, Any] | None = None, **changes: Any) -> tuple[Question, ...]:
    cycle = link(framework(**(of or {})), [plan(**({"risks": [QUIET]} | changes))])
    return challenge_pack(cycle, findings)["Housing"]


def actions(count: int, **changes: Any) -> list[dict[str, Any]]:
    leads = ("Tom Fell", "HOM")
    return [
        ACTION | {"ref": f"HC1.{n}", "finish": f"{n} May 2027", "lead": leads[n % 2]} | changes
        for n in range(1, count + 1)
    ]


def test_a_plan_with_nothing_odd_in_it_raises_no_question() -> None:
    assert asked() == ()


QUESTIONS: dict[str, tuple[str, dict[str, Any]]] = {
    "is to lead council action A1 'Build 150 homes'": (
        "None of its 1 objectives",
        {"objectives": [{"ref": "HC1", "text": "Fewer"}]},
    ),
    "6 of 6 actions end on 31 March 2028": ("HC1.1, HC1.2", {"actions": actions(6, finish="March 2028")}),
    "All 6 actions that say what they cost": (
        "asks for money or posts",
        {"actions": actions(6, resources="Within existing resources")},
    ),
    "Tom Fell leads 6 of 7 actions": (
        "HC1.1",
        {"actions": [*actions(6, lead="Tom Fell"), ACTION | {"ref": "X", "lead": "HOM"}]},
    ),
    "tell that HC1.1 'Do' has worked": ("1 of 1 actions says", {"actions": [ACTION | {"ref": "HC1.1", "outcome": ""}]}),
    "through HC1.1, which goes on without an end": (
        "'Ongoing'",
        {"actions": [ACTION | {"ref": "HC1.1", "finish": "Ongoing"}]},
    ),
    "What kept HC1.1": (
        "carried over",
        {"actions": [ACTION | {"ref": "HC1.1", "title": "Roof, carried over from 2026/27"}]},
    ),
    "about the risk R1 'Rents rise'": (
        "4 × 4 = 16",
        {"risks": [{"ref": "R1", "cause": "Rents rise", "likelihood": "4", "impact": "4", "owner": "HOM"}]},
    ),
    "target of N1 'Rough sleepers' for 2027/28 9": (
        "Low is good",
        {
            "indicators": [
                {
                    "ref": "N1",
                    "name": "Rough sleepers",
                    "good_is": "Low",
                    "results": {"2026/27": "4"},
                    "targets": {"2027/28": "9"},
                }
            ]
        },
    ),
    "do better than last year on N1": (
        "1 of 1 indicators",
        {
            "indicators": [
                {
                    "ref": "N1",
                    "name": "X",
                    "good_is": "Low",
                    "results": {"2026/27": "4"},
                    "targets": {"2027/28": "4", "2028/29": "4"},
                }
            ]
        },
    ),
    "pay for a part of the £24,000 it asks for in 2027/28": (
        "no line of its money",
        {
            "bids": [{"what": "A van", "amounts": {"2027/28": "£24,000"}}],
            "money": [{"heading": "Pay", "kind": "Spend"}],
        },
    ),
    "'Budget' from Finance by 21 February 2027": (
        "1 thing is",
        {"passages": [{"section": "Risks", "text": "Budget", "owed_by": "Finance", "owed_on": "21 February 2027"}]},
    ),
}


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_is_drawn_from_the_data_and_says_why(text: str) -> None:
    why, changes = QUESTIONS[text]
    (question,) = [one for one in asked(**changes) if text in one.text]
    assert why in question.why
    assert question.service == "Housing"
    assert question.where
    assert "?" in question.text


def test_what_a_withdrawn_priority_was_served_by_is_asked_about() -> None:
    gone = [{"level": "Council action", "ref": "A1", "text": "Build", "withdrawn_on": "9 February 2027"}]
    (question,) = [one for one in asked(of={"priorities": gone}) if "withdrawn" in one.text]
    assert "A1 'Build' is withdrawn" in question.text
    assert "9 February 2027" in question.why


def test_a_service_whose_help_is_needed_and_whose_plan_does_not_say_so_is_asked_about() -> None:
    rows = [{"service": "Housing"}, {"service": "Parks"}]
    mine = plan(actions=[ACTION | {"ref": "HC1.1", "help_needed": "Parks: two gardeners"}])
    silent = ServicePlan.model_validate({"service": "Parks", "actions": [{"title": "Mow"}]})
    speaks = ServicePlan.model_validate({"service": "Parks", "actions": [{"title": "Mow", "help_needed": "Housing"}]})
    for other, count in ((silent, 1), (speaks, 0)):
        pack = challenge_pack(link(framework(services=rows), [mine, other]), ())
        assert sum("Has Parks been asked for the help that HC1.1 needs" in one.text for one in pack["Housing"]) == count


def test_many_more_objectives_than_elsewhere_are_asked_about() -> None:
    rows = [{"service": "Housing"}, {"service": "Parks"}]
    mine = plan(objectives=[{"ref": f"HC{n}", "text": f"O{n}", "serves": "A1"} for n in range(1, 21)])
    other = ServicePlan.model_validate(
        {"service": "Parks", "objectives": [{"ref": f"P{n}", "text": "x"} for n in range(8)]}
    )
    pack = challenge_pack(link(framework(services=rows), [mine, other]), ())
    assert any(one.text.startswith("Which of the 20 objectives") for one in pack["Housing"])
    assert not any("objectives matter most" in one.text for one in pack["Parks"])


def policy(code: str, audience: Any = "officer", cell: str = "F6", service: str = "Housing") -> Finding:
    return Finding(code, Severity.WARNING, "All is odd.", "Ask.", audience, service, CellRef("h.xlsx", "Actions", cell))


def test_what_a_rule_asks_the_officer_of_a_service_is_a_question_once_a_rule() -> None:
    (question,) = asked(policy("odd"), policy("odd", cell="F7"), policy("odd", service="Parks"), policy("typo", "team"))
    assert question.text.startswith("All is odd. The same is so in 1 other place.")
    assert [place.cell for place in question.where] == ["F6", "F7"]


def test_what_a_rule_asks_is_not_asked_twice_and_a_chore_is_not_asked_at_all() -> None:
    _, changes = QUESTIONS["target of N1 'Rough sleepers' for 2027/28 9"]
    (question,) = [
        one for one in asked(policy("target-easier", "team"), **changes) if "N1" in one.text or "odd" in one.text
    ]
    assert question.text.startswith("All is odd.")
    assert asked(policy("given-twice")) == ()


def test_an_objective_without_work_is_asked_about_where_the_checks_say_so() -> None:
    cycle = link(
        framework(),
        [plan(objectives=[{"ref": "HC1", "text": "Fewer", "serves": "A1"}, {"ref": "HC2", "text": "More"}])],
    )
    pack = challenge_pack(cycle, checked(cycle).findings)["Housing"]
    assert any(one.text.startswith("How will HC2 'More' be reached") for one in pack)


def test_no_service_is_asked_more_than_fits_into_a_meeting_and_the_most_awkward_first() -> None:
    many = [policy(f"rule-{n}") for n in range(30)]
    questions = asked(*many, objectives=[{"ref": "HC1", "text": "Fewer"}])
    assert len(questions) == MOST
    assert "is to lead council action" in questions[0].text


def test_questions_are_in_the_councils_own_words_and_quotations_as_typed() -> None:
    words = [{"term": "council action", "singular": "commitment"}, {"term": "objective", "singular": "goal"}]
    named = [{"level": "Council action", "ref": "A1", "text": "The council action", "lead_services": "Housing"}]
    questions = asked(of={"words": words, "priorities": named}, objectives=[{"ref": "HC1", "text": "Fewer"}])
    assert "is to lead commitment A1 'The council action'" in questions[0].text
    assert "None of its 1 goals" in questions[0].why
