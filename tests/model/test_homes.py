from __future__ import annotations

import pytest

from svcdocs.model.framework import FORMS
from svcdocs.model.homes import COUNCILS, HOMES, LISTS, has_list, list_of
from svcdocs.model.service_plan import ServicePlan


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


@pytest.mark.parametrize(
    ("part", "record", "lists"),
    [
        ("council_actions", {"title": "Build"}, {"action plan", "council actions plan"}),
        ("actions", {"title": "Build"}, {"action plan", "improvement plan"}),
        ("indicators", {"name": "Homes built"}, {"indicators", "operational plan"}),
        ("posts", {"title": "Fitter"}, {"workforce"}),
    ],
)
def test_a_plan_has_the_lists_of_its_parts_and_always_those_of_the_council(
    part: str, record: dict[str, str], lists: set[str]
) -> None:
    plan = ServicePlan.model_validate({"service": "Housing", part: [record]})
    assert {name for name in HOMES if has_list(plan, name)} == {*COUNCILS, *lists}
