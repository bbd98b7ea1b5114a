from __future__ import annotations

from typing import Any

import pytest

from tests.checks.councils import found, place

COLUMNS = {"money_columns": [{"heading": "2026/27 original"}, {"heading": "2027/28 estimate"}]}
SPEND = {"heading": "Employees", "kind": "Spend", "figures": {"2026/27 original": "700", "2027/28 estimate": "720"}}
INCOME = {"heading": "Fees", "kind": "Income", "figures": {"2026/27 original": "100", "2027/28 estimate": "120"}}


def codes(*lines: dict[str, Any], **finance: Any) -> dict[str, tuple[str, str]]:
    findings = found(of=COLUMNS, money=list(lines), finance=finance or None)
    about = ("total-differs", "control-total-differs", "money-sign", "saving-open", "figures-unknown")
    return {one.code: (place(one), one.message) for one in findings if one.code in about}


def total(*figures: str, **more: Any) -> dict[str, Any]:
    return {"heading": "Net", "kind": "Total", "figures": dict(zip(SPEND["figures"], figures, strict=False)), **more}


def test_a_total_that_is_spending_less_income_is_in_order() -> None:
    assert codes(SPEND, INCOME, total("600", "600")) == {}


def test_a_total_that_is_not_the_sum_of_its_lines_is_told_at_its_figure() -> None:
    told = codes(SPEND, INCOME, total("600", "610"))
    where = "'Net' states 610 for 2027/28 estimate, and its lines come to 600 (spending less income)."
    assert told["total-differs"] == ("Money F8", where)


def test_with_a_sign_stated_a_total_that_only_another_sign_would_explain_differs() -> None:
    lines = (SPEND, INCOME, total("800"))
    assert "total-differs" not in codes(*lines)
    assert "total-differs" in codes(*lines, statement={"sign": "Without a sign"})


def test_income_given_with_a_minus_is_taken_off_where_finance_says_so() -> None:
    minus = INCOME | {"figures": {"2026/27 original": "-100", "2027/28 estimate": "-120"}}
    assert codes(SPEND, minus, total("600", "600"), statement={"sign": "Income and savings with a minus"}) == {}


def test_a_control_total_that_the_lines_do_not_come_to_is_told_with_both_figures() -> None:
    totals = [{"service": "housing", "kind": "Spend", "figures": {"2026/27 original": "701"}}]
    told = codes(SPEND, INCOME, totals=totals)["control-total-differs"]
    assert told[0] == "Control totals D6"
    assert told[1].endswith("for Spend of housing, 2026/27 original, is 701; the lines come to 700.")


def test_control_totals_of_the_council_and_of_income_without_a_sign_are_in_order() -> None:
    totals = [
        {"kind": "spend", "figures": {"2026/27 original": "700", "2027/28 estimate": "720"}},
        {"service": "Housing", "kind": "Income", "figures": {"2027/28 estimate": "-120"}},
        {"service": "Housing", "kind": "Capital", "figures": {"2027/28 estimate": "0"}},
    ]
    assert codes(SPEND, INCOME, totals=totals) == {}


def test_a_control_total_about_one_fund_counts_the_lines_of_that_fund() -> None:
    other = SPEND | {"heading": "Rents", "fund": "Housing Account"}
    totals = [{"kind": "Spend", "fund": "housing account", "figures": {"2026/27 original": "700"}}]
    assert codes(SPEND, other, totals=totals) == {}


@pytest.mark.parametrize(("unit", "is_told"), [("£000", False), ("£", True)])
def test_figures_in_thousands_may_be_out_by_half_a_unit_a_line(unit: str, *, is_told: bool) -> None:
    totals = [{"kind": "Spend", "figures": {"2026/27 original": "1,401"}}]
    told = codes(SPEND, SPEND | {"heading": "Premises"}, totals=totals, statement={"unit": unit})
    assert ("control-total-differs" in told) is is_told


@pytest.mark.parametrize(
    ("sign", "figure", "is_told"),
    [
        ("Without a sign", "-5", True),
        ("Without a sign", "5", False),
        ("Income and savings with a minus", "5", True),
        ("Income and savings with a minus", "(5)", False),
    ],
)
def test_a_figure_of_another_sign_than_finance_states_is_told(sign: str, figure: str, *, is_told: bool) -> None:
    line = INCOME | {"figures": {"2026/27 original": figure}}
    assert ("money-sign" in codes(line, statement={"sign": sign})) is is_told


def test_without_a_finance_workbook_no_sign_is_asked_for() -> None:
    assert "money-sign" not in codes(INCOME | {"figures": {"2026/27 original": "-5"}})


@pytest.mark.parametrize(("included", "is_told"), [("", True), ("Yes", False), ("No", False)])
def test_a_saving_says_if_the_figures_are_net_of_it(included: str, *, is_told: bool) -> None:
    saving = {"heading": "Fewer vans", "kind": "Saving", "figures": {}, "included": included}
    assert ("saving-open" in codes(saving)) is is_told


def test_a_date_stated_for_a_column_that_is_none_is_told() -> None:
    columns = [{"heading": "2027/28  ESTIMATE", "as_at": "1 May 2027"}, {"heading": "2028/29", "as_at": "1 May 2027"}]
    told = codes(columns=columns)
    assert told["figures-unknown"][0] == "Columns of figures A7"
    assert "'2028/29'" in told["figures-unknown"][1]
