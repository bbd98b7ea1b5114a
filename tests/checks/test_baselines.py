from __future__ import annotations

from typing import Any

import pytest

from tests.checks.councils import changed, found, place

ROW = {"unit": "Percentage", "good_is": "High", "targets": {"2027/28": "80%", "2028/29": "85%"}}
RESULTS = {"2024/25": "71.5%", "2025/26": "72.4%"}


def told(baseline: str, note: str = "2025/26", results: dict[str, str] | None = None, **more: Any) -> list[str]:
    given = ROW | {"baseline": baseline, "baseline_note": note, "results": RESULTS if results is None else results}
    rows = changed("indicators", **given | more)
    return [f"{place(each)}: {each.message}" for each in found(**rows) if each.code == "baseline-differs"]


def test_a_baseline_that_is_not_the_result_of_its_year_is_told_with_both_cells() -> None:
    (said,) = told("74.2%")
    where, _, message = said.partition(": ")
    assert where.startswith("Indicators ")
    assert message.startswith("The baseline of Indicator ")
    assert message.endswith(" is '74.2%', and its result for 2025/26 (F6) is '72.4%'.")


@pytest.mark.parametrize("note", ["2024/25", "2024-25", "31 March 2025"])
def test_the_year_is_the_one_that_the_note_names(note: str) -> None:
    assert told("71.5%", note) == []
    assert len(told("72.4%", note)) == 1


def test_without_a_note_the_baseline_is_one_of_the_results() -> None:
    assert told("71.5%", "") == told("72.4%", "") == []
    (said,) = told("74.2%", "")
    assert "its result for 2025/26" in said


@pytest.mark.parametrize("baseline", ["72%", "72.40%", "72.4 %", "72.4"])
def test_a_rounded_baseline_is_the_same(baseline: str) -> None:
    assert told(baseline) == []


@pytest.mark.parametrize("note", ["2019/20", "2025/26, counters only", "Survey of summer 2026", "October 2025", "new"])
def test_a_baseline_of_another_time_or_one_that_is_explained_is_in_order(note: str) -> None:
    assert told("74.2%", note) == []


@pytest.mark.parametrize(
    ("baseline", "results"), [("74.2%", {}), ("74.2%", {"2025/26": "N/A"}), ("", RESULTS), ("74 days", RESULTS)]
)
def test_what_cannot_be_compared_is_in_order(baseline: str, results: dict[str, str]) -> None:
    assert told(baseline, results=results) == []


def test_a_reason_on_the_row_answers_it() -> None:
    assert told("74.2%", reason="The result was corrected by the auditors after the baseline was set.") == []
