from __future__ import annotations

import re
from typing import Any

import pytest

from svcdocs.checks import run
from svcdocs.checks.every import ALL_CHECKS, ALL_RULES
from svcdocs.checks.rule import Rule
from svcdocs.checks.run import checked
from svcdocs.model.cycle import link
from svcdocs.model.findings import Finding, Severity
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from tests.checks import judged
from tests.checks.councils import PLAN, changed, cycle, found, framework
from tests.checks.judged import WHY
from tests.plans import COUNCIL, everything

LATE = changed("actions", finish="March 2035")


def severities(**of: object) -> list[Severity]:
    return [finding.severity for finding in found(of=of, **LATE) if finding.code == "date-outside-plan"]


def test_nothing_is_said_of_a_plan_that_is_in_order_at_either_stage() -> None:
    assert found() == []
    assert found(of={"stage": "Final"}) == []


def test_nothing_is_said_of_an_empty_cycle_with_a_sound_framework() -> None:
    assert checked(link(framework(), [])).findings == ()


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


JUDGED = judged.JUDGED | {
    "action-incomplete": changed("actions", finish="", steps=[], reason=WHY),
    "indicator-incomplete": changed("indicators", targets={}, reason=WHY),
    "risk-incomplete": changed("risks", owner="", reason=WHY),
    "risk-nameless": changed("risks", cause="", reason=WHY),
    "objective-empty": {"objectives": [{"ref": "HC9", "text": "Warm homes", "reason": WHY}, {"ref": "HC1"}]},
    "date-unreadable": changed("actions", finish="soon", reason=WHY),
    "date-outside-plan": changed("actions", finish="March 2035", reason=WHY),
    "step-after-finish": changed("actions", steps=[{"text": "Build", "by": "May 2028"}], reason=WHY),
    "finish-count": changed("actions", finish="Design 2027\nOpening 2028\nReview 2028", reason=WHY),
    "score-differs": changed("risks", residual="4 x 3 = 15", reason=WHY),
    "person-unknown": changed("actions", lead="Zadie Quill", reason=WHY),
    "team-unknown": changed("actions", team="Parks", reason=WHY),
    "ref-lookalike": {"indicators": [PLAN["indicators"][0] | {"ref": "N1O"}, {"ref": "N10", "reason": WHY}]},
    "ref-of-shared": changed("indicators", ref="N7", name="Complaints", reason=WHY),
    "ref-in-text-unknown": {
        "objectives": [{"ref": f"HC{number}", "text": "Warm homes"} for number in (1, 2, 3)],
        **changed("actions", outcome="As for HC77, by March", reason=WHY),
    },
    "end-differs": changed("actions", title="Open a shelter by May 2027", reason=WHY),
    "end-after-priority": {
        "council_actions": [{"ref": "A1", "title": "Homes", "finish": "May 2028", "reason": WHY}],
        "actions": PLAN["actions"],
    },
    "placeholder-left": changed("actions", outcome="TBC", reason=WHY),
    "note-to-self": changed("actions", outcome="Fewer calls (check with Finance)", reason=WHY),
    "example-left-in": changed(
        "actions",
        title="Open a second emergency night shelter",
        outcome="No one sleeps rough for want of a bed",
        reason=WHY,
    ),
    "text-cut-off": changed("actions", outcome="Agreed with Finance and", reason=WHY),
    "appendix-missing": changed("actions", outcome="Measured as in Appendix F", reason=WHY),
    "cited-part-missing": changed("actions", outcome="Measured as in Table 9", reason=WHY),
    "abbreviation-unexplained": changed("actions", outcome="Agreed by the QZX in March", reason=WHY),
    "outcome-vague": changed("actions", outcome="Better service", indicators="", reason=WHY),
    "objective-untimed": {
        "objectives": [PLAN["objectives"][0] | {"reason": WHY}],
        "indicators": [],
        **changed("actions", finish="Ongoing", steps=[], indicators=""),
    },
}
OF: dict[str, dict[str, Any]] = {
    "public-name-in-text": {
        "about": {"first_year": "2027/28", "years": "2", "named_grades": "Director"},
        "people": [{"name": "Una Pell", "post": "Clerk", "grade": "C"}, {"name": "Jo Orr", "grade": "Director"}],
    },
    "end-after-priority": {
        "priorities": [
            {"level": "Aim", "ref": "A", "text": "Homes for all"},
            {"level": "Council action", "ref": "A1", "text": "Build 150 homes by March 2028", "under": "A"},
        ]
    },
}
"""What the framework says for some of them."""


@pytest.mark.parametrize("code", JUDGED)
@pytest.mark.parametrize("stage", ["Draft", "Final"])
def test_a_reason_on_the_row_answers_every_matter_of_judgement_at_either_stage(code: str, stage: str) -> None:
    told = checked(cycle(of={"stage": stage} | OF.get(code, {}), **JUDGED[code]))
    assert code not in {finding.code for finding in told.findings}
    assert (code, WHY) in {(one.finding.code, one.reason) for one in told.cleared}


def test_every_rule_that_asks_for_a_judgement_is_answered_by_a_reason() -> None:
    """``priority-former``, and what takes two plans or an answer from one, stand in their own tests."""
    own = {"priority-former", "help-unasked", "request-declined", "request-later"}
    assert {rule.code for rule in ALL_RULES if rule.judged} - own == set(JUDGED)


def test_a_reason_answers_what_the_council_takes_as_an_error() -> None:
    reasoned = changed("actions", finish="March 2035", reason=WHY)
    strict = {"rules": [{"rule": "date-outside-plan", "draft": "Error"}]}
    assert found(of=strict, **reasoned) == []


def test_no_reason_answers_what_could_not_be_placed_or_is_still_to_come() -> None:
    reasoned = changed(
        "actions", serves="HC7", finish="31 June 2027", outcome="To be added by Finance by May 2027", reason=WHY
    )
    off_scale = changed("risks", likelihood="7", reason=WHY)
    told = {finding.code for finding in found(**reasoned, **off_scale)}
    assert told >= {"ref-unknown", "date-impossible", "risk-off-scale", "still-owed"}


@pytest.mark.parametrize("reply", ["OK", "yes", ".", " ", "n/a", "It is right.", "It's fine", "?", "checked!", "x"])
def test_a_useless_reply_gives_no_reason_and_is_quoted(reply: str) -> None:
    (finding,) = found(**changed("actions", finish="March 2035", reason=reply))
    told = "" if not reply.strip() else f"; '{reply.strip()}' does not say why"
    assert (
        finding.hint == f"Check the year. Or say in 'Why this is right' (column T) why it is right as it stands{told}."
    )


@pytest.mark.parametrize("reply", ["Statutory", "It is fixed by the lease", "Agreed by Cabinet", "No: see the lease"])
def test_whatever_says_why_is_a_reason(reply: str) -> None:
    assert found(**changed("actions", finish="March 2035", reason=reply)) == []


def test_the_way_out_is_named_only_where_there_is_one() -> None:
    promised = found(passages=[{"section": "Risks", "text": "Figures", "owed_on": "31 April 2027"}])
    unknown = found(**changed("actions", serves="HC7"))
    assert not [finding for finding in (*promised, *unknown) if "Why this is right" in finding.hint]


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
        told += checked(link(COUNCIL.model_copy(update={"about": about}), [everything()])).findings
    return [*told, *checked(link(Framework(), [ServicePlan(service="Housing")])).findings]


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
    checked(link(COUNCIL, [plan]))
    assert plan.model_dump_json() == before


@pytest.mark.parametrize(("typed", "limit"), [("", 50), ("25", 25), (" 25 % ", 25), ("2.5", 2.5), ("half", 50)])
def test_a_council_sets_the_number_from_which_a_rule_speaks(typed: str, limit: float) -> None:
    rule = Rule("dates-together", "Many end together", None, None, limit=50, counts="actions, in per cent")
    assert rule.limit_in(framework(rules=[{"rule": " Dates-Together ", "limit": typed}])) == limit


def test_a_limit_beside_a_check_that_does_not_count_is_told_at_its_cell() -> None:
    (finding,) = found(of={"rules": [{"rule": "not-ready", "limit": "25"}]})
    assert (finding.code, finding.field) == ("limit-unclear", "Your limit")
    assert finding.message == "The check not-ready does not count anything, so the limit '25' does nothing."
    assert finding.where
    assert finding.where.cell == "E6"


def test_a_limit_that_is_no_number_is_told_and_the_check_keeps_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Rule("dates-together", "Many end together", None, None, limit=50, counts="actions, in per cent")
    monkeypatch.setattr(run, "ALL_RULES", (*ALL_RULES, counting))
    (finding,) = found(of={"rules": [{"rule": "dates-together", "limit": "half"}]})
    assert finding.message == "'half' is not a number, so the limit of dates-together stays 50."
    assert finding.hint == "Write a figure alone, such as 50 (actions, in per cent); or leave it blank."
    assert found(of={"rules": [{"rule": "dates-together", "limit": "25 %"}]}) == []
