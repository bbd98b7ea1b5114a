from __future__ import annotations

from collections.abc import Mapping

from svcdocs.comparison.accounts import accounts_for, left_by
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from tests.comparison.last_years import BEFORE, NOW, SHELTER, TREES, WAITING


def rows(plan: Mapping[str, object], **changes: object) -> dict[str, list[tuple[str, str, str, str]]]:
    council, last = Framework.model_validate(NOW | changes), Framework.model_validate(BEFORE)
    left = left_by(council, last, [ServicePlan.model_validate({"service": "Homes", **plan})])
    return {
        service: [(str(row.ref), row.kind, row.was, row.fate) for row in own]
        for service, own in accounts_for(left).items()
    }


def test_a_row_is_started_for_each_record_objectives_before_actions_before_indicators() -> None:
    plan = {
        "indicators": [WAITING],
        "actions": [SHELTER],
        "council_actions": [TREES | {"status": "C"}],
        "objectives": [{"ref": "HC1", "text": "Fewer lose\ntheir home"}],
    }
    assert rows(plan) == {
        "Housing": [
            ("HC1", "Objective", "Fewer lose their home", ""),
            ("HC1.2", "Action", "Plant four hundred trees along main roads", "Done"),
            ("HC1.1", "Action", "Open a second emergency night shelter", ""),
            ("HI01", "Indicator", "Households who wait for a home for more than a year", ""),
        ]
    }


def test_a_row_that_said_nothing_is_not_asked_for() -> None:
    assert rows({"actions": [{"team": "Beds"}], "indicators": [{"supporting_objective": "Advice"}]}) == {}


def test_what_a_service_had_that_is_no_more_stays_under_its_old_name() -> None:
    assert list(rows({"actions": [SHELTER]}, services=[{"service": "Parks"}])) == ["Homes"]
