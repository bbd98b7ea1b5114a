"""Scores as the documents print them: with the band of the council's scale in which they lie."""

from __future__ import annotations

import pytest

from svcdocs.documents.scores import risk_score, score
from tests.documents import samples


@pytest.mark.parametrize("limits", ["12-16", "12–16", "12—16", "12 to 16", "16-12", "16 — 12"])
def test_a_band_is_found_however_its_limits_are_written(limits: str) -> None:
    band = {"axis": "Band", "score": limits, "label": "High", "colour": "D4351C"}
    setting = samples.setting(risk_scale=[band])
    assert [score(typed, setting) for typed in ("11", "12", "14", "16", "17")] == [
        "11", "12\nHigh", "14\nHigh", "16\nHigh", "17"
    ]  # fmt: skip
    assert risk_score("4", "4", setting).text == "4 × 4 = 16\nHigh"


@pytest.mark.parametrize("limits", ["", "high", "12-", "12-16-x"])
def test_limits_that_are_no_numbers_make_no_band(limits: str) -> None:
    setting = samples.setting(risk_scale=[{"axis": "Band", "score": limits, "label": "High"}])
    assert score("12", setting) == "12"


def test_a_step_of_another_axis_is_no_band() -> None:
    setting = samples.setting(risk_scale=[{"axis": "Impact", "score": "4", "label": "Grave"}])
    assert score("4", setting) == "4"
