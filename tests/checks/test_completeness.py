from __future__ import annotations

import pytest

from svcdocs.model.findings import Severity
from tests.checks.councils import PLAN, changed, found, place

THREE_YEAR = {"services": [{"service": "Housing", "form": "Three-year"}], "stage": "Draft"}
STEP = {"text": "Plan"}


@pytest.mark.parametrize(
    ("held", "blank", "said", "cell"),
    [
        ("actions", ["title"], "Action HC1.1 does not say what will be done.", "Actions B6"),
        ("actions", ["lead"], "Action HC1.1 'Open a shelter' does not say who leads.", "Actions I6"),
        (
            "actions",
            ["serves", "lead", "outcome"],
            "Action HC1.1 'Open a shelter' does not say what it is for, who leads or how anyone will know.",
            "Actions F6",
        ),
        ("indicators", ["targets"], "Indicator N1 'Rough sleepers' does not say what the target is.", "Indicators A6"),
        (
            "indicators",
            ["unit", "good_is"],
            "Indicator N1 'Rough sleepers' does not say what it is counted in or whether high or low is good.",
            "Indicators C6",
        ),
        ("risks", ["owner"], "Risk R1 'Rents rise' does not say who watches it.", "Risks I6"),
    ],
)
def test_a_row_with_blanks_is_one_finding_at_the_first_of_them(
    held: str, blank: list[str], said: str, cell: str
) -> None:
    empty = {field: {} if field == "targets" else "" for field in blank}
    told = [finding for finding in found(**changed(held, **empty)) if finding.code.endswith("-incomplete")]
    assert [(finding.message, place(finding)) for finding in told] == [(said, cell)]


def test_whether_high_or_low_is_good_may_stand_in_the_name_of_an_indicator() -> None:
    told = found(**changed("indicators", good_is="", name="Rough sleepers (low is good)"))
    assert not [finding for finding in told if finding.code == "indicator-incomplete"]


def test_a_title_is_asked_for_only_where_there_is_no_detail() -> None:
    told = found(**changed("actions", title="", detail="Beds for ten."))
    assert not [finding for finding in told if finding.code == "action-incomplete"]


def test_a_record_without_words_or_reference_is_called_by_its_kind() -> None:
    told = [finding.message for finding in found(actions=[{"lead": "HOM"}], risks=[{"impact": "1"}])]
    assert any(message.startswith("An action does not say what will be done,") for message in told)
    assert any(message.startswith("A risk does not say what may happen,") for message in told)


def test_an_action_whose_every_step_is_dated_needs_no_date_of_its_own() -> None:
    assert found(**changed("actions", finish="")) == []
    (finding,) = found(**changed("actions", finish="", steps=[STEP, {"text": "Build", "by": "May 2027"}]))
    assert finding.message == "Action HC1.1 'Open a shelter' does not say when it will be done."


def test_a_supporting_objective_that_nothing_measures_yet_is_no_indicator_with_blanks() -> None:
    row = {"objective": "HC1", "supporting_objective": "Train advisers"}
    codes = [finding.code for finding in found(indicators=[*PLAN["indicators"], row])]
    assert "indicator-incomplete" not in codes
    codes = [finding.code for finding in found(indicators=[*PLAN["indicators"], {**row, "lead": "HOM"}])]
    assert "indicator-incomplete" in codes


def test_a_measure_with_a_responsible_officer_needs_nobody_under_who() -> None:
    assert found(**changed("indicators", lead="", responsible="HOM")) == []


def test_an_objective_is_planned_for_however_deep_the_part_and_however_it_is_named() -> None:
    objectives = [
        {"ref": "HC2", "text": "Warm homes", "serves": "A"},
        {"text": "Warmth, and light", "under": "Warm homes", "printed_in": "Operational plan"},
        {"ref": "HC2b", "text": "Lamps", "under": "Warmth, and light"},
        {"ref": "HC3", "text": "Dry homes", "serves": "A"},
    ]
    rows = [PLAN["indicators"][0] | {"ref": f"N{at}", "objective": of} for at, of in enumerate(("HC2b", "dry homes"))]
    told = found(objectives=[*PLAN["objectives"], *objectives], indicators=rows)
    assert "objective-empty" not in {finding.code for finding in told}


def test_an_objective_nothing_is_planned_for_is_reported_to_the_service() -> None:
    (finding,) = found(objectives=[*PLAN["objectives"], {"ref": "HC2", "text": "Warm homes"}])
    assert (finding.code, place(finding), finding.audience) == ("objective-empty", "Objectives A7", "service")
    assert finding.message == "Objective HC2 'Warm homes' has no action and no indicator."
    assert finding.hint.startswith("Write its reference under For in the row of an action, or under Objective in ")
    assert "drop" not in finding.hint


def test_an_objective_lives_by_its_parts_and_its_indicators() -> None:
    parts = [{"ref": "HC2", "text": "Warm homes"}, {"ref": "HC3", "text": "Roofs", "under": "HC2"}]
    objectives = [*PLAN["objectives"], *parts]
    told = found(objectives=objectives, indicators=[PLAN["indicators"][0] | {"objective": "HC3"}])
    assert told == []
    assert found(objectives=PLAN["objectives"], actions=[]) == [] or "ref" not in PLAN["actions"][0]


def test_what_an_indicator_is_counted_in_is_not_asked_for_by_a_form_that_does_not_print_it() -> None:
    blank = changed("indicators", unit="", good_is="")
    assert "indicator-incomplete" in {finding.code for finding in found(**blank)}
    assert "indicator-incomplete" not in {finding.code for finding in found(of=THREE_YEAR, **blank)}


def test_a_row_on_the_sheet_of_council_actions_is_not_asked_what_it_is_for() -> None:
    row = PLAN["actions"][0] | {"ref": "", "serves": ""}
    assert "action-incomplete" not in {finding.code for finding in found(council_actions=[row])}
    assert "action-incomplete" in {finding.code for finding in found(actions=[row])}


@pytest.mark.parametrize("more", [{"serves": "A1"}, {"ref": "A1"}, {"serves": "Build 150 homes"}])
def test_a_row_that_is_worded_as_the_councils_action_need_not_say_what_will_be_done(more: dict[str, str]) -> None:
    bare = PLAN["actions"][0] | {"ref": "", "title": "", "serves": ""}
    told = [one.message for one in found(of=THREE_YEAR, council_actions=[bare | more, bare]) if "incomp" in one.code]
    assert told == ["An action does not say what will be done."]
    assert "action-incomplete" in {one.code for one in found(council_actions=[bare | more])}  # printed as typed there


def test_blank_outcomes_are_told_together_where_the_form_prints_their_label() -> None:
    rows = [PLAN["actions"][0] | {"ref": f"HC1.{at}", "outcome": ""} for at in range(3)]
    rows[1]["reason"] = "It was adopted so."
    (finding,) = [one for one in found(of=THREE_YEAR, actions=rows) if one.code == "action-incomplete"]
    assert place(finding) == "Actions K6"
    assert finding.message == (
        "Action HC1.0 'Open a shelter' does not say how anyone will know. The same stands in Actions K8."
    )
    assert finding.hint.startswith("Fill in 'How we will know'; or type Leave out there, and its label is not printed.")


def test_a_target_for_a_year_before_the_plan_is_no_target_of_the_plan() -> None:
    (finding,) = found(**changed("indicators", targets={"2026/27": "5"}))
    assert finding.message == "Indicator N1 'Rough sleepers' does not say what the target is."


def test_the_remedy_names_the_columns_that_are_blank_by_their_headings() -> None:
    (action,) = found(**changed("actions", lead="", finish="", steps=[]))
    assert action.hint.startswith("Fill in 'Finish by' and Lead in its row. ")
    (indicator,) = found(**changed("indicators", targets={}, unit=""))
    assert indicator.hint.startswith("Fill in Unit and 'Target 2027/28' in its row. ")


def test_a_risk_that_does_not_say_what_may_happen_is_told_once_with_all_that_its_row_lacks() -> None:
    (finding,) = found(**changed("risks", cause="", owner="", controls="", further_action="", likelihood="2"))
    assert (finding.code, finding.severity, place(finding)) == ("risk-nameless", Severity.WARNING, "Risks B6")
    assert finding.message == "Risk R1 does not say what may happen, who watches it or what is in place against it."
    assert finding.hint.startswith("Fill in Cause, Owner and Controls in its row.")


def test_a_nameless_risk_that_the_council_leaves_be_is_still_told_to_have_no_controls() -> None:
    rules = [{"rule": "risk-nameless", "draft": "off"}]
    (finding,) = found(
        of={"rules": rules}, **changed("risks", cause="", controls="", further_action="", likelihood="2")
    )
    assert finding.code == "risk-uncontrolled"
