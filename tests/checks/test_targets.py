from __future__ import annotations

from typing import Any

import pytest

from tests.checks.councils import changed, found, place


def told(*figures: str, **more: Any) -> list[tuple[str, str]]:
    """What is said of an indicator with these targets, by rule and place."""
    targets = dict(zip(("2027/28", "2028/29"), figures, strict=False))
    before: dict[str, Any] = {"baseline": ""} if more.get("results") else {"results": {}}
    findings = found(**changed("indicators", **{"targets": targets} | before | more))
    return [(finding.code, place(finding)) for finding in findings]


@pytest.mark.parametrize(
    ("good", "figures"),
    [
        ("Low", ("4", "6")),
        ("High", ("80", "75")),
        ("High", ("Baseline +5%", "Baseline +2.5%")),
        ("low", ("£4", "£4.50")),
    ],
)
def test_a_target_that_runs_against_what_is_good_is_told_at_the_first_such(good: str, figures: tuple[str, str]) -> None:
    unit = "£" if "£" in figures[0] else "Number"
    baseline = "9" if good.lower() == "low" else "1"
    assert told(*figures, good_is=good, unit=unit, baseline=baseline if unit != "£" else "£9") == [
        ("target-direction", "Indicators F6")
    ]


def test_a_first_change_from_the_baseline_the_wrong_way_is_told_at_it() -> None:
    assert told("Baseline -2%", "Baseline +1%", good_is="High") == [("target-direction", "Indicators E6")]


def test_polarity_is_taken_from_the_wording_too() -> None:
    name = "Complaints (low is good)"
    assert told("4", "6", good_is="", name=name) == [("target-direction", "Indicators F6")]


@pytest.mark.parametrize(
    "figures",
    [("4", "4"), ("4", "3"), ("4", "6 or so"), ("4", "N/A"), ("Set baseline", "6"), ("4 weeks", "20 days"), ("-", "6")],
)
def test_targets_that_run_well_or_cannot_be_compared_are_in_order(figures: tuple[str, str]) -> None:
    assert told(*figures) == []


def test_a_target_easier_than_the_last_result_is_told_at_the_first_target() -> None:
    assert told("12", "3") == [("target-easier", "Indicators E6")]
    results = {"2025/26": "3", "2024/25": "20"}
    assert told("5", "3", results=results) == [("target-easier", "Indicators G6")]


def test_a_fraction_beside_per_cents_is_not_called_easier() -> None:
    assert ("target-easier", "Indicators E6") not in told(
        "0.55", unit="Percentage", good_is="High", results={"2025/26": "38 %"}
    )


def test_a_target_that_runs_against_what_is_good_is_not_called_easier_as_well() -> None:
    assert [code for code, _ in told("30", "20", good_is="High", results={"2025/26": "42"})] == ["target-direction"]


@pytest.mark.parametrize("more", [{"why_target": "The law asks for it"}, {"baseline_note": "An exceptional year"}])
def test_a_target_is_not_easier_where_something_says_why(more: dict[str, str]) -> None:
    assert told("12", "3", **more) == []


def test_a_baseline_may_stand_in_the_wording() -> None:
    assert told("980", "970", baseline="", name="Reduce waste below the 2025/26 level of 976") == [
        ("target-easier", "Indicators E6")
    ]


def test_a_target_that_stays_at_the_last_result_is_flat() -> None:
    assert told("9", "9") == [("target-flat", "Indicators E6")]


@pytest.mark.parametrize("more", [{"baseline": "12"}, {"why_target": "Set by law"}, {"targets": {"2027/28": "9"}}])
def test_a_target_that_is_raised_and_held_or_explained_is_not_flat(more: dict[str, Any]) -> None:
    assert told("9", "9", **more) == []


def test_nothing_can_be_better_than_none_or_all() -> None:
    assert told("0", "0", baseline="0") == []
    assert told("100%", "100%", baseline="100%", unit="Percentage", good_is="High") == []


def test_indicators_without_a_baseline_are_told_once_a_plan_with_the_others() -> None:
    row = changed("indicators", baseline="", results={})["indicators"][0]
    others = [row | {"ref": f"N{n}"} for n in (2, 3)]
    (finding,) = found(indicators=[row, *others])
    assert (finding.code, place(finding)) == ("indicator-baseline", "Indicators K6")
    assert finding.message.endswith("The same stands in Indicators K7, Indicators K8.")


@pytest.mark.parametrize(
    "more",
    [
        {"results": {"2025/26": "5"}},
        {"targets": {"2027/28": "Set baseline", "2028/29": "4"}},
        {"targets": {"2027/28": "July 2027"}},
        {"name": "Rough sleepers (2024 = 37)"},
        {"baseline_note": "new"},
    ],
)
def test_a_baseline_that_stands_elsewhere_or_is_not_wanted_is_not_asked_for(more: dict[str, Any]) -> None:
    assert told(*("4", "3"), **{"baseline": ""} | more) == []
