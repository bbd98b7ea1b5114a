from __future__ import annotations

import pytest

from svcdocs.model.as_written import WrittenDate
from svcdocs.model.service_plan import Action, Indicator, ServicePlan, Step
from svcdocs.model.text import parse


@pytest.mark.parametrize(
    ("text", "by", "due"),
    [
        ("Agree the brief (June 2027)", "May 2027", "May 2027"),
        ("Agree the brief (June 2027)", "", "June 2027"),
        ("Agree the brief (June 2027)\n• with tenants (July 2027)", "", "June 2027"),
        ("Agree the brief", "", ""),
        ("", "", ""),
        ("", "May 2027", "May 2027"),
    ],
)
def test_a_step_is_due_by_the_date_beside_it_else_by_the_bracket_at_its_end(text: str, by: str, due: str) -> None:
    assert str(Step(text=parse(text), by=WrittenDate(text=by)).due) == due


def test_the_actions_for_the_councils_own_come_first() -> None:
    plan = ServicePlan(service="Housing", actions=(Action(ref="2"),), council_actions=(Action(ref="1"),))
    assert [str(action.ref) for action in plan.all_actions] == ["1", "2"]


def test_a_row_that_only_names_a_supporting_objective_measures_nothing() -> None:
    row = {"supporting_objective": "Train staff", "objective": "HC1", "team": "Options", "targets": {"2027/28": ""}}
    assert Indicator.model_validate(row).measures_nothing
    assert not Indicator.model_validate({**row, "targets": {"2027/28": "5"}}).measures_nothing
    assert not Indicator.model_validate({**row, "name": "Staff trained"}).measures_nothing
    assert not Indicator().measures_nothing
