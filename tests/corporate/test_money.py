from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from svcdocs.corporate.money import money_of
from svcdocs.model.as_written import Amount
from svcdocs.model.corporate_view import NotOneFigure, TotalCheck
from svcdocs.model.figures import figure
from tests.corporate import small

BUDGET, ESTIMATE = "2026/27 budget", "2027/28 estimate"


def homes_with(*lines: dict[str, Any]) -> Any:
    return money_of(small.cycle({**small.HOMES, "money": list(lines)})).services[0]


def test_each_kind_is_added_column_by_column_to_the_last_penny() -> None:
    kinds = {kind.kind: kind.sums for kind in money_of(small.cycle()).services[0].kinds}
    assert kinds == {"Spend": (Decimal("100000.30"), Decimal("0.20")), "Income": (Decimal(40000), None)}


def test_the_council_is_the_sum_of_its_services() -> None:
    streets = {
        **small.STREETS,
        "money": [{"heading": "Fuel", "kind": "SPEND", "figures": {BUDGET: "0.70", ESTIMATE: "3"}}],
    }
    council = {kind.kind: kind.sums for kind in money_of(small.cycle(small.HOMES, streets)).council}
    assert council == {"Spend": (Decimal("100001.00"), Decimal("3.20")), "Income": (Decimal(40000), None)}


def test_income_written_with_a_minus_by_one_service_and_without_by_another_adds_up() -> None:
    streets = {**small.STREETS, "money": [{"heading": "Fees", "kind": "Income", "figures": {BUDGET: "10,000"}}]}
    council = {kind.kind: kind.sums for kind in money_of(small.cycle(small.HOMES, streets)).council}
    assert council["Income"] == (Decimal(50000), None)


def test_income_of_both_signs_in_one_service_is_told() -> None:
    service = homes_with(
        {"heading": "Rents", "kind": "Income", "figures": {BUDGET: "-40", ESTIMATE: "-40"}},
        {"heading": "Refund", "kind": "Income", "figures": {BUDGET: "3", ESTIMATE: "-3"}},
    )
    assert service.both_signs == (("Income", BUDGET),)
    assert service.kinds[0].sums == (Decimal(37), Decimal(43))


def test_amounts_that_are_not_one_figure_are_listed_and_not_guessed() -> None:
    money = money_of(small.cycle())
    assert money.services[0].not_counted == (
        NotOneFigure("Repairs", ESTIMATE, "£5 to £9"),
        NotOneFigure("Rents", ESTIMATE, ""),
    )
    assert money.services[1].not_counted[0] == NotOneFigure("Fuel", BUDGET, "see note")


def test_services_without_a_figure_are_named() -> None:
    assert money_of(small.cycle()).not_given == ("Streets", "Customers")


def test_a_total_is_checked_and_not_added() -> None:
    money = money_of(small.cycle())
    assert all(kind.kind != "Total" for kind in money.council)
    assert money.services[0].totals_that_differ == (TotalCheck("Total", ESTIMATE, Decimal(7), Decimal("0.20")),)


@pytest.mark.parametrize("income", ["40", "-40"])
def test_a_net_total_may_take_income_with_either_sign(income: str) -> None:
    service = homes_with(
        {"heading": "Pay", "kind": "Spend", "figures": {BUDGET: "100"}},
        {"heading": "Rents", "kind": "Income", "figures": {BUDGET: income}},
        {"heading": "Net", "kind": "Total", "figures": {BUDGET: "60"}},
    )
    assert service.totals_that_differ == ()


def test_a_total_of_one_fund_is_about_that_fund() -> None:
    service = homes_with(
        {"heading": "Pay", "kind": "Spend", "fund": "General Fund", "figures": {BUDGET: "100"}},
        {"heading": "Repairs", "kind": "Spend", "fund": "HRA", "figures": {BUDGET: "7"}},
        {"heading": "General Fund", "kind": "Total", "fund": "general fund", "figures": {BUDGET: "100"}},
        {"heading": "HRA", "kind": "Total", "fund": "HRA", "figures": {BUDGET: "8"}},
    )
    assert service.totals_that_differ == (TotalCheck("HRA", BUDGET, Decimal(8), Decimal(7)),)


def test_a_line_without_a_type_and_a_column_nobody_set_up_are_listed() -> None:
    service = homes_with({"heading": "Pay", "figures": {BUDGET: "5", ESTIMATE: "6", "2030/31": "7"}})
    assert [(one.column, one.written) for one in service.not_counted] == [
        (BUDGET, "5"),
        (ESTIMATE, "6"),
        ("2030/31", "7"),
    ]
    assert service.kinds == ()


@pytest.mark.parametrize(
    ("written", "unit", "value"),
    [
        ("412,300", "£", "412300"),
        ("(1,200)", "£000", "-1200"),
        ("£12k", "£", "12000"),
        ("£12k", "£000", None),
        ("None", "£", "0"),
        ("-", "£", "0"),
        ("", "£", None),
        ("£5,000 less grant", "£", None),
        ("Within existing resources", "£", None),
    ],
)
def test_a_cell_is_one_figure_or_none(written: str, unit: str, value: str | None) -> None:
    assert figure(Amount(text=written), unit=unit) == (None if value is None else Decimal(value))
