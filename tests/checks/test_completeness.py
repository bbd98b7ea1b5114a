from __future__ import annotations

import pytest

from tests.checks.councils import PLAN, changed, found, place

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


@pytest.mark.parametrize("ready", ["", "No", "soon"])
def test_a_workbook_that_is_not_declared_ready_is_noted_at_the_question(ready: str) -> None:
    (finding,) = found(declarations=[{"ready": ready}])
    assert (finding.code, place(finding)) == ("not-ready", "Declarations A6")
    assert finding.message == "The workbook of Housing does not say yet that it is ready."


def test_a_plan_nobody_signs_is_reported_to_the_officer() -> None:
    (finding,) = found(
        of={"signatures": [{"service": "Streets", "role": "Cabinet"}], "services": [*SERVICES, {"service": "Streets"}]}
    )
    assert (finding.code, finding.audience) == ("no-signature", "officer")
    assert finding.message == "Nobody is down to sign the plan of Housing."


SERVICES = [
    {"service": "Housing", "manager": "Joan Ashdown"},
    {"service": "Housing", "team": "Repairs"},
    {"service": "Housing", "team": "Rough sleeping"},
]


def test_a_target_for_a_year_before_the_plan_is_no_target_of_the_plan() -> None:
    (finding,) = found(**changed("indicators", targets={"2026/27": "5"}))
    assert finding.message == "Indicator N1 'Rough sleepers' does not say what the target is."
