from __future__ import annotations

import re

import pytest

from svcdocs.checks.run import ALL_CHECKS, ALL_RULES, run_checks
from svcdocs.model.cycle import link
from svcdocs.model.findings import Finding, Severity
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from tests.checks.councils import changed, found, framework
from tests.plans import COUNCIL, everything

LATE = changed("actions", finish="March 2035")


def severities(**of: object) -> list[Severity]:
    return [finding.severity for finding in found(of=of, **LATE) if finding.code == "date-outside-plan"]


def test_nothing_is_said_of_a_plan_that_is_in_order_at_either_stage() -> None:
    assert found() == []
    assert found(of={"stage": "Final"}) == []


def test_nothing_is_said_of_an_empty_cycle_with_a_sound_framework() -> None:
    assert run_checks(link(framework(), [])) == ()


def test_every_rule_has_a_code_of_its_own_and_a_title() -> None:
    codes = [rule.code for rule in ALL_RULES]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", code) for code in codes)
    assert all(rule.title and not rule.title.endswith(".") for rule in ALL_RULES)
    assert len(ALL_CHECKS) == len(set(ALL_CHECKS))


def test_a_rule_weighs_more_in_the_final_plan() -> None:
    undated = changed("actions", finish="", steps=[])
    assert [(f.code, f.severity) for f in found(**undated)] == [("action-incomplete", Severity.WARNING)]
    assert [(f.code, f.severity) for f in found(of={"stage": "Final"}, **undated)] == [
        ("action-incomplete", Severity.ERROR)
    ]


@pytest.mark.parametrize(
    ("draft", "final", "stage", "told"),
    [
        ("Error", "Off", "Draft", [Severity.ERROR]),
        ("Error", "Off", "Final", []),
        ("off", "note", "draft", []),
        ("off", " NOTE ", "FINAL", [Severity.NOTE]),
        ("", "", "Draft", [Severity.WARNING]),
        ("whatever", "", "Draft", [Severity.WARNING]),
    ],
)
def test_the_sheet_of_rules_says_how_strictly_each_is_taken_at_each_stage(
    draft: str, final: str, stage: str, told: list[Severity]
) -> None:
    rules = [{"rule": " Date-Outside-Plan ", "draft": draft, "final": final}]
    assert severities(rules=rules, stage=stage) == told


def test_a_reason_on_the_row_answers_a_warning_and_no_error() -> None:
    reasoned = changed("actions", finish="March 2035", reason="The lease runs until then.")
    assert found(**reasoned) == []
    strict = {"rules": [{"rule": "date-outside-plan", "draft": "Error"}]}
    assert [finding.code for finding in found(of=strict, **reasoned)] == ["date-outside-plan"]


def test_a_reason_on_the_row_of_an_action_answers_for_its_steps() -> None:
    late = [{"text": "Build", "by": "March 2035"}]
    said = {finding.code for finding in found(**changed("actions", steps=late))}
    assert said == {"date-outside-plan", "step-after-finish"}
    assert found(**changed("actions", steps=late, reason="Agreed by Cabinet.")) == []


def test_a_rule_that_is_not_there_is_reported_to_the_officer() -> None:
    told = found(of={"rules": [{"rule": "date-outside-plans", "draft": "Off"}, {"rule": "zzz"}, {"draft": "Off"}]})
    assert [finding.code for finding in told] == ["rule-unknown", "rule-unknown"]
    assert told[0].hint == "Did you mean 'date-outside-plan'? Then correct it; otherwise delete the row."
    assert told[1].message == "'zzz' is not one of the checks, so its row changes nothing."
    assert told[1].audience == "officer"


def everything_found() -> list[Finding]:
    """What is said of a plan in which every cell is awkward, in both stages, and of a framework with nothing in it."""
    told: list[Finding] = []
    for stage in ("Draft", "Final"):
        about = COUNCIL.about.model_copy(update={"stage": stage})
        told += run_checks(link(COUNCIL.model_copy(update={"about": about}), [everything()]))
    return [*told, *run_checks(link(Framework(), [ServicePlan(service="Housing")]))]


def test_every_message_is_a_sentence_or_two_in_plain_words_with_a_hint() -> None:
    told = everything_found()
    assert len({finding.code for finding in told}) > 12
    for finding in told:
        # What is left of a message without the words it quotes is ours.
        ours = re.sub(r"'.*'|[{<#&_+=].*", "", finding.message)
        assert finding.message[0].isupper() or finding.message.startswith("'"), finding.message
        assert finding.message.endswith("."), finding.message
        assert finding.hint.endswith((".", "?")), finding.hint
        assert "\n" not in finding.message + finding.hint, finding.message
        assert not re.search(r"(^|\s)''(\s|[.,]|$)", finding.message), finding.message
        assert not re.search(r"\bNone\b|\bnull\b|[{}\[\]]", ours), finding.message
        assert len(finding.message) < 250, finding.message


def test_checks_change_nothing() -> None:
    plan = everything()
    before = plan.model_dump_json()
    run_checks(link(COUNCIL, [plan]))
    assert plan.model_dump_json() == before
