from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.checks.councils import changed, cycle, found, place

WORDED = [
    *(
        {"axis": axis, "score": str(n), "label": word}
        for axis in ("Likelihood", "Impact")
        for n, word in enumerate(("Rare", "Likely"), 1)
    ),
    {"axis": "Band", "score": "1-2", "label": "Low"},
    {"axis": "Band", "score": "4", "label": "High"},
]


def told(of: Mapping[str, Any] | None = None, **values: Any) -> list[tuple[str, str]]:
    return [(finding.code, place(finding)) for finding in found(of=of, **changed("risks", **values))]


@pytest.mark.parametrize(
    ("values", "cell"),
    [({"likelihood": "6"}, "E6"), ({"impact": "5"}, "F6"), ({"residual": "7"}, "J6"), ({"target": "20"}, "K6")],
)
def test_what_is_not_on_the_scale_is_told_at_its_cell(values: dict[str, Any], cell: str) -> None:
    assert ("risk-off-scale", f"Risks {cell}") in told(**values)


@pytest.mark.parametrize(
    "values",
    [{"likelihood": "2 - Rare"}, {"likelihood": "Often"}, {"residual": "4 (Low)", "likelihood": "2", "impact": "2"}],
)
def test_a_word_of_another_step_or_of_none_is_told(values: dict[str, Any]) -> None:
    scored = {"likelihood": "2", "impact": "1"} | values
    assert [code for code, _ in told({"risk_scale": WORDED}, **scored)] == ["risk-off-scale"]


@pytest.mark.parametrize(
    "written", ["2", "Likely", "likely", "2 - Likely", "2 (Likely)", "N/A", "", "TBC", "to be scored in May 2027"]
)
def test_a_step_of_the_scale_in_figures_or_words_is_in_order(written: str) -> None:
    said = {code for code, _ in told({"risk_scale": WORDED}, likelihood=written, impact="1")}
    assert said <= {"risk-incomplete"}


def test_nothing_is_off_a_scale_that_is_not_there() -> None:
    assert told({"risk_scale": []}, likelihood="6", impact="9") == []


def test_a_risk_that_is_worse_with_its_controls_is_told_at_the_score() -> None:
    assert told(residual="16") == [("risk-residual-higher", "Risks J6")]
    assert told(residual="6", target="8") == [("risk-residual-higher", "Risks K6")]
    assert told(residual="12", target="12") == []


def test_a_scored_risk_without_controls_is_told_and_one_without_scores_is_not() -> None:
    assert told(controls="", further_action="") == [("risk-uncontrolled", "Risks G6")]
    assert told(controls="") == []
    halved = told(controls="", further_action="", impact="")
    assert halved == [("risk-uncontrolled", "Risks G6"), ("risk-incomplete", "Risks F6")]
    assert told(controls="", further_action="", likelihood="", impact="") == [("risk-incomplete", "Risks E6")]


def test_a_high_risk_with_no_action_is_told_where_the_action_belongs() -> None:
    assert told(further_action="") == [("risk-high-no-action", "Risks H6")]
    assert told(further_action="", residual="6") == []
    assert told(further_action="", serves="HC1.1") == []


def test_an_action_that_names_a_risk_answers_it() -> None:
    action = changed("actions", risk="R1: rents")
    assert found(**changed("risks", further_action=""), **action) == []
    assert cycle(**action).plans[0].actions[0].risk
