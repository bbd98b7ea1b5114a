from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.model.years import APRIL, JANUARY, MOST_YEARS, FinancialYears, month_of

UK = FinancialYears()
MANNERS = ("2027/28", "2027-28", "2027–28", "2027/2028", "FY27/28", "FY28", "FY2028", "FY 28", "FY27/FY28", "2027")
"""One year, from April 2027, in the ways in which councils write it."""


@pytest.mark.parametrize("written", [*MANNERS, " 2027 / 28 ", "fy28"])
def test_a_financial_year_begins_in_april(written: str) -> None:
    assert UK.first_day(written) == date(2027, 4, 1)
    assert UK.last_day(written) == date(2028, 3, 31)


@pytest.mark.parametrize("written", ["", "27/28", "28", "2027/29", "2027/27", "FY27/29", "next year", "1827/28", "FY"])
def test_what_is_no_financial_year_has_no_first_day(written: str) -> None:
    assert (UK.first_day(written), UK.last_day(written), UK.quarter(written, 1)) == (None, None, None)


def test_a_century_ends_within_a_year() -> None:
    assert UK.first_day("2099/00") == date(2099, 4, 1)
    assert UK.name(2099) == "2099/00"


@pytest.mark.parametrize("written", MANNERS)
def test_the_councils_manner_is_kept_in_every_year_of_the_plan(written: str) -> None:
    years = FinancialYears(written=written)
    names = years.of_plan("3")
    assert names[0] == written
    assert [years.begins(name) for name in names] == [2027, 2028, 2029]
    assert {re.sub(r"\d", "0", name) for name in names} == {re.sub(r"\d", "0", written)}
    assert [years.begins(name) for name in years.before_the_plan(3)] == [2024, 2025, 2026]


@given(st.sampled_from(MANNERS), st.integers(2000, 2090), st.integers(1, 12))
def test_a_year_that_was_named_is_read_as_that_year(written: str, begins: int, month: int) -> None:
    years = FinancialYears(month, written)
    assert years.begins(years.name(begins)) == begins
    assert years.called(years.name(begins)) == years.name(begins)


def test_a_year_in_another_manner_is_called_as_the_council_calls_it() -> None:
    assert FinancialYears(written="FY28").called("2027/28") == "FY28"
    assert FinancialYears(written="2027/28").called("2026-27") == "2026/27"
    assert FinancialYears(written="2027/28").called("Year 1") == "Year 1"


def test_a_fiscal_year_is_named_for_the_year_in_which_it_ends() -> None:
    assert FinancialYears(7).first_day("FY26") == date(2025, 7, 1)
    assert FinancialYears(7).last_day("FY26") == date(2026, 6, 30)
    assert FinancialYears(JANUARY).first_day("FY26") == date(2026, 1, 1)
    assert FinancialYears(JANUARY).last_day("2026") == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("month", "year", "number", "first", "last"),
    [
        (APRIL, "2027/28", 1, date(2027, 4, 1), date(2027, 6, 30)),
        (APRIL, "2027/28", 4, date(2028, 1, 1), date(2028, 3, 31)),
        (7, "FY27", 2, date(2026, 10, 1), date(2026, 12, 31)),
        (10, "FY27", 1, date(2026, 10, 1), date(2026, 12, 31)),
        (JANUARY, "2027", 4, date(2027, 10, 1), date(2027, 12, 31)),
    ],
)
def test_the_first_quarter_begins_with_the_councils_year(
    month: int, year: str, number: int, first: date, last: date
) -> None:
    assert FinancialYears(month).quarter(year, number) == (first, last)


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("", 4),
        ("July", 7),
        ("jul", 7),
        ("1 July", 7),
        ("1st of Sept.", 9),
        ("July 1", 7),
        ("Julember", None),
        ("7", None),
    ],
)
def test_the_month_in_which_years_begin_is_april_if_nobody_says(typed: str, month: int | None) -> None:
    assert month_of(typed) == month


@pytest.mark.parametrize(
    ("count", "years"),
    [("", 1), ("1", 1), ("3", 3), (" 2 ", 2), ("0", 1), ("-1", 1), ("two", 1), ("99", 10), ("9" * 6_000, 1)],
)
def test_a_plan_has_as_many_years_as_the_council_says_one_to_ten(count: str, years: int) -> None:
    assert len(FinancialYears(written="2027/28").of_plan(count)) == years


def test_the_years_follow_each_other() -> None:
    assert FinancialYears(written="2027/28").of_plan("3") == ("2027/28", "2028/29", "2029/30")
    assert FinancialYears(written="soon").of_plan("3") == ()
    assert FinancialYears(written="soon").before_the_plan(3) == ()


@pytest.mark.parametrize("count", range(1, MOST_YEARS + 1))
def test_a_plan_may_cover_any_number_of_years_from_one_to_ten(count: int) -> None:
    years = FinancialYears(written="2027/28").of_plan(str(count))
    assert (len(years), years[0], UK.first_day(years[-1])) == (count, "2027/28", date(2026 + count, 4, 1))


@pytest.mark.parametrize(
    ("count", "ends_on", "last"),
    [
        ("3", date(2028, 10, 31), "2028/29"),
        ("3", date(2028, 4, 1), "2028/29"),
        ("3", date(2028, 3, 31), "2027/28"),
        ("3", date(2031, 1, 1), "2029/30"),
        ("", date(2029, 9, 30), "2029/30"),
        ("", None, "2027/28"),
        ("2", date(2020, 1, 1), "2027/28"),
    ],
)
def test_the_day_a_plan_ends_on_cuts_its_years_short_and_adds_none(count: str, ends_on: date | None, last: str) -> None:
    assert FinancialYears(written="2027/28").of_plan(count, ends_on)[-1] == last
