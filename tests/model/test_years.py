from __future__ import annotations

from datetime import date

import pytest

from svcdocs.model.years import first_day, plan_years, year_name


@pytest.mark.parametrize("written", ["2027/28", "2027-28", "2027–28", "2027/2028", " 2027 / 28 ", "2027"])
def test_a_financial_year_begins_in_april(written: str) -> None:
    assert first_day(written) == date(2027, 4, 1)


@pytest.mark.parametrize("written", ["", "27/28", "2027/29", "2027/27", "next year", "1827/28"])
def test_what_is_no_financial_year_has_no_first_day(written: str) -> None:
    assert first_day(written) is None


def test_a_century_ends_within_a_year() -> None:
    assert first_day("2099/00") == date(2099, 4, 1)
    assert year_name(2099) == "2099/00"


@pytest.mark.parametrize(
    ("count", "years"),
    [("", 1), ("1", 1), ("3", 3), (" 2 ", 2), ("0", 1), ("-1", 1), ("two", 1), ("99", 10), ("9" * 6_000, 1)],
)
def test_a_plan_has_as_many_years_as_the_council_says_one_to_ten(count: str, years: int) -> None:
    assert len(plan_years("2027/28", count)) == years


def test_the_years_follow_each_other() -> None:
    assert plan_years("2027/28", "3") == ("2027/28", "2028/29", "2029/30")
    assert plan_years("soon", "3") == ()


@pytest.mark.parametrize("count", range(1, 11))
def test_a_plan_may_cover_any_number_of_years_from_one_to_ten(count: int) -> None:
    years = plan_years("2027/28", str(count))
    assert (len(years), years[0], first_day(years[-1])) == (count, "2027/28", date(2026 + count, 4, 1))


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
    assert plan_years("2027/28", count, ends_on)[-1] == last
