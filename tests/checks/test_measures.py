from __future__ import annotations

from typing import Any

import pytest

from tests.checks.councils import changed, found, place


def told(figure: str, unit: str, **more: Any) -> list[tuple[str, str]]:
    values = {
        "targets": {"2027/28": figure},
        "unit": unit,
        "baseline": "N/A",
        "baseline_note": "new",
        "results": {},
        "good_is": "Within a range",
    } | more
    return [(finding.code, place(finding)) for finding in found(**changed("indicators", **values))]


@pytest.mark.parametrize(
    ("figure", "unit"),
    [("45 days", "Percentage"), ("80%", "Number"), ("£12,000", "Days"), ("6 weeks", "Days"), ("90 per cent", "Hours")],
)
def test_a_figure_in_another_unit_is_told_at_its_cell(figure: str, unit: str) -> None:
    assert told(figure, unit) == [("unit-differs", "Indicators E6")]


@pytest.mark.parametrize(
    ("figure", "unit"),
    [
        ("45", "Percentage"),
        ("45 days", "Number"),
        ("45 working days", "Days"),
        ("Baseline +2.5%", "Number"),
        ("5%", "Kilowatt hours"),
        ("July 2027", "Percentage"),
    ],
)
def test_a_figure_that_may_be_in_the_unit_is_in_order(figure: str, unit: str) -> None:
    assert told(figure, unit) == []


def test_a_name_that_speaks_of_another_unit_is_told_at_the_unit() -> None:
    assert told("4", "Number", name="% of indicators on target") == [("unit-differs", "Indicators C6")]
    assert told("4", "Percentage", name="Number of visits") == [("unit-differs", "Indicators C6")]


@pytest.mark.parametrize("figure", ["140%", "930", "-5%"])
def test_a_share_that_is_no_share_is_told_at_its_cell(figure: str) -> None:
    assert told(figure, "Percentage") == [("percentage-range", "Indicators E6")]


@pytest.mark.parametrize("name", ["Growth in visits", "Income against budget", "Change in rents"])
def test_growth_and_comparison_may_be_over_the_whole(name: str) -> None:
    assert told("140%", "Percentage", name=name) == []
    assert told("+120%", "Percentage", name="Visitors") == []


@pytest.mark.parametrize(("more", "cell"), [({"unit": "Percentage"}, "C6"), ({"good_is": "High"}, "D6")])
def test_a_shared_indicator_measured_otherwise_is_told_where_it_differs(more: dict[str, str], cell: str) -> None:
    values = {"targets": {"2027/28": "4"}, "ref": "SX52", "unit": "Number", "good_is": "Low", "results": {}, **more}
    findings = found(**changed("indicators", **values, baseline="", baseline_note="new"))
    assert [place(f) for f in findings if f.code == "shared-differs"] == [f"Indicators {cell}"]
