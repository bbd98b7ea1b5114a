from __future__ import annotations

from typing import Any

import pytest

from svcdocs.corporate.money import money_of
from svcdocs.model.figures import TOTAL, kind_of
from svcdocs.model.resources import MoneyLine
from tests.checks.councils import cycle, found, place

COLUMNS = {"money_columns": [{"heading": "2026/27 original"}, {"heading": "2027/28 estimate"}]}
SPEND = {"heading": "Employees", "kind": "Spend", "figures": {"2026/27 original": "700", "2027/28 estimate": "720"}}
INCOME = {"heading": "Fees", "kind": "Income", "figures": {"2026/27 original": "100", "2027/28 estimate": "120"}}


def codes(*lines: dict[str, Any], **finance: Any) -> dict[str, tuple[str, str]]:
    findings = found(of=COLUMNS, money=list(lines), finance=finance or None)
    about = ("total-differs", "total-untyped", "control-total-differs", "money-sign", "saving-open", "figures-unknown")
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


def test_a_total_that_is_wrong_in_one_column_is_told_at_that_cell_alone() -> None:
    findings = found(of=COLUMNS, money=[SPEND, INCOME, total("600", "610")])
    assert [place(one) for one in findings if one.code == "total-differs"] == ["Money F8"]


def test_lines_without_a_type_are_named_where_a_total_does_not_come_out_for_want_of_them() -> None:
    loose = [{"heading": name, "figures": {"2026/27 original": "70"}} for name in ("North", "South")]
    where, said = codes(*loose, total("150", "0"))["total-differs"]
    assert where == "Money E8"
    assert said.endswith("come to 0 (spending less income); the lines without a Type are not counted: B6, B7.")
    _, one = codes(SPEND, loose[0], total("150"))["total-differs"]
    assert one.endswith("; the line without a Type is not counted: B7.")
    (hint,) = [each.hint for each in found(of=COLUMNS, money=[*loose, total("150")]) if each.code == "total-differs"]
    assert hint == "Choose what these lines are under Type; then correct the total or the line that is wrong."


def test_many_lines_without_a_type_are_not_all_named() -> None:
    loose = [{"heading": f"Line {number}", "figures": {"2026/27 original": "70"}} for number in range(15)]
    assert codes(*loose, total("1"))["total-differs"][1].endswith("B16, B17 and 3 more.")


@pytest.mark.parametrize("heading", ["Total", "TOTAL:", "Grand total", "Sub-total housing", "Totals"])
def test_a_line_without_a_type_that_is_headed_total_counts_as_one_with_a_note(heading: str) -> None:
    told = codes(SPEND, INCOME, total("600", "610") | {"heading": heading, "kind": ""})
    assert told["total-untyped"] == (
        "Money B8",
        f"'{heading}' has no Type, and is taken for a total by its heading.",
    )
    assert told["total-differs"][0] == "Money F8"
    assert codes(SPEND, INCOME, total("600", "600") | {"heading": "Totalling up", "kind": ""}) == {}


def test_a_total_by_its_heading_is_in_no_sum_and_is_printed_as_one() -> None:
    line = {"heading": "Total", "figures": SPEND["figures"]}
    (service,) = money_of(cycle(of=COLUMNS, money=[SPEND, line])).services
    assert [kind.kind for kind in service.kinds] == ["Spend"]
    assert service.not_counted == ()
    assert kind_of(MoneyLine.model_validate(line)) == TOTAL
    assert kind_of(MoneyLine.model_validate(line | {"kind": "Spend"})) == "spend"
