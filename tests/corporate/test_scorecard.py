from __future__ import annotations

import pytest

from svcdocs.corporate.scorecard import scorecard_of
from svcdocs.model.cycle import link
from svcdocs.model.framework import Framework
from svcdocs.model.scorecard_view import Standing
from svcdocs.model.service_plan import ServicePlan
from tests.corporate import small


def test_marked_and_shared_indicators_stand_on_the_scorecard() -> None:
    lines = scorecard_of(small.cycle()).lines
    assert [(line.service, line.indicator.ref.text, line.shared is not None) for line in lines] == [
        ("Homes", "H-1", False),
        ("Streets", "SX 52", True),
    ]


def test_the_latest_result_is_that_of_the_newest_year_with_one() -> None:
    latest = scorecard_of(small.cycle()).lines[0].latest
    assert latest is not None
    assert (latest[0], latest[1].text) == ("2025/26", "6")


def test_there_is_a_target_for_each_year_of_the_plan() -> None:
    lines = scorecard_of(small.cycle()).lines
    assert [[(year, target.text) for year, target in line.targets] for line in lines] == [
        [("2027/28", "10"), ("2028/29", "Set in March")],
        [("2027/28", "80%"), ("2028/29", "")],
    ]


def test_who_did_not_report_a_shared_indicator_is_told() -> None:
    missing = scorecard_of(small.cycle()).not_reported
    assert [(one.service, one.shared.ref.text, one.awaited) for one in missing] == [
        ("Homes", "SX052", False),
        ("Customers", "SX052", True),
    ]


def test_a_service_reports_a_shared_indicator_by_any_of_its_names() -> None:
    shared = [{"ref": "S1", "name": "Calls", "scorecard": "Yes", "services": "Housing\nhomes\nStreets"}]
    services = [{"service": "Homes", "also_called": "Housing"}, {"service": "Streets"}]
    framework = Framework.model_validate({"shared_indicators": shared, "services": services})
    plan = ServicePlan.model_validate({"service": "Homes", "indicators": [{"ref": "S1"}]})
    missing = scorecard_of(link(framework, [plan])).not_reported
    assert [(one.service, one.awaited) for one in missing] == [("Streets", True)]


@pytest.mark.parametrize(
    ("result", "target", "good", "standing"),
    [
        ("10", "10", "High", Standing.THERE),
        ("9", "10", "High", Standing.SHORT),
        ("9", "10", "Low", Standing.THERE),
        ("81%", "80%", "High", Standing.THERE),
        ("81%", "80", "High", Standing.UNTOLD),
        ("9", "10 (?)", "High", Standing.UNTOLD),
        ("9", "10", "Within a range", Standing.UNTOLD),
        ("9", "Set baseline", "High", Standing.UNTOLD),
        ("", "10", "High", Standing.UNTOLD),
    ],
)
def test_a_line_stands_at_its_target_short_of_it_or_cannot_be_compared(
    result: str, target: str, good: str, standing: Standing
) -> None:
    row = {"name": "x", "scorecard": "Yes", "good_is": good, "results": {"2025/26": result}}
    plan = {"service": "Homes", "indicators": [{**row, "targets": {"2027/28": target, "2028/29": "1"}}]}
    (line,) = scorecard_of(small.cycle(plan)).lines
    assert line.standing is standing
