from __future__ import annotations

import pytest

from svcdocs.model.framework import FORMS
from svcdocs.model.homes import HOMES, LISTS, list_of


@pytest.mark.parametrize("form", FORMS)
def test_every_part_of_a_plan_has_a_home_in_each_form(form: str) -> None:
    assert all(list_of(part, form) in HOMES for part in LISTS)
    assert list_of("passages", form) == ""


def test_actions_and_indicators_stand_elsewhere_in_each_form() -> None:
    current, three_year = (
        [list_of(part, form) for part in ("council_actions", "actions", "indicators", "risks")] for form in FORMS
    )
    assert current == ["action plan", "action plan", "indicators", "risks"]
    assert three_year == ["council actions plan", "improvement plan", "operational plan", "risks"]
