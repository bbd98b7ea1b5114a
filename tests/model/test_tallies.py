from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.model.base import Origin
from svcdocs.model.resources import MoneyLine
from svcdocs.model.tallies import tallies_of

NOW, NEXT = "2027/28 original", "2028/29 estimate"


def line(kind: str = "Spend", now: str = "1,000", fund: str = "General Fund", **more: Any) -> MoneyLine:
    return MoneyLine.model_validate({"heading": "Staff", "kind": kind, "fund": fund, "figures": {NOW: now}} | more)


def test_lines_are_added_by_service_fund_and_kind_and_all_services_come_first() -> None:
    money = {
        "Homes": [line(), line(now="2,500.50"), line("Income", "(300)"), line(fund="Housing Revenue Account", now="7")],
        "Streets": [line("saving", "40"), line("spend", "5")],
    }
    told = tallies_of(money, [NOW], "£", "Second revision, 12 February 2027")
    assert [str(one) for one in told.tallies] == [
        f"All services, General Fund, Spend, 3 lines: {NOW} 3,505.50",
        f"All services, General Fund, Income, 1 line: {NOW} 300",
        f"All services, General Fund, saving, 1 line: {NOW} 40",
        f"All services, Housing Revenue Account, Spend, 1 line: {NOW} 7",
        f"Homes, General Fund, Spend, 2 lines: {NOW} 3,500.50",
        f"Homes, General Fund, Income, 1 line: {NOW} 300",
        f"Homes, Housing Revenue Account, Spend, 1 line: {NOW} 7",
        f"Streets, General Fund, spend, 1 line: {NOW} 5",
        f"Streets, General Fund, saving, 1 line: {NOW} 40",
    ]
    assert (told.version, told.lines, told.totals, told.left_out) == ("Second revision, 12 February 2027", 6, 0, ())


def test_a_total_is_counted_and_in_no_sum() -> None:
    told = tallies_of({"Homes": [line(), line("Total"), line("", heading="Net total")]}, [NOW], "£")
    assert (told.lines, told.totals) == (3, 2)
    assert {one.sums for one in told.tallies} == {((NOW, Decimal(1000)),)}


@pytest.mark.parametrize(("written", "more"), [("see note", {}), ("£12,000 – £15,000", {}), ("1,000", {"kind": ""})])
def test_what_is_in_no_sum_is_named_by_its_cell(written: str, more: dict[str, str]) -> None:
    odd = line(now=written, **more).at(Origin("finance.xlsx", "Money", 9, {f"figures {NOW}": "G"}))
    told = tallies_of({"Homes": [odd]}, [NOW], "£000")
    assert [str(one) for one in told.left_out] == [f"Money G9, Homes, Staff, {NOW}: '{written}'"]
    assert all(amount is None for one in told.tallies for _, amount in one.sums)


@given(
    st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from(("Spend", "Capital")), st.integers(-9, 9)), max_size=12)
)
def test_the_tallies_of_the_services_come_to_those_of_all(rows: list[tuple[str, str, int]]) -> None:
    money: dict[str, list[MoneyLine]] = {}
    for service, kind, amount in rows:
        money.setdefault(service, []).append(line(kind, str(amount), fund="" if amount % 2 else "HRA"))
    told = tallies_of(money, [NOW], "£").tallies
    whole = [one for one in told if not one.service]
    for one in whole:
        own = [each for each in told if each.service and each.key[1:] == one.key[1:]]
        assert sum(each.lines for each in own) == one.lines
        assert sum((each.sums[0][1] or Decimal(0)) for each in own) == one.sums[0][1]
