from __future__ import annotations

import pytest

from svcdocs.checks.seasons import month_of_season
from tests.checks.councils import changed, found


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("Autumn 2027", "October 2027"),
        ("by the end of summer 2028", "July 2028"),
        ("early Spring 2028", "April 2028"),
        ("Winter 2027/28", "January 2028"),
        ("winter 2027-2028", "January 2028"),
        ("Autumn term 2027", ""),
        ("March 2028", ""),
        ("autumn", ""),
    ],
)
def test_a_season_of_a_year_has_a_month_to_offer(written: str, month: str) -> None:
    assert month_of_season(written) == month


def test_a_season_in_place_of_a_date_is_told_with_the_month_it_may_be() -> None:
    (finding,) = found(**changed("actions", finish="Autumn 2027", steps=[]))
    assert finding.code == "date-unreadable"
    assert finding.message == (
        "'Autumn 2027' may be any of several months, so it is not read as a date and nobody can be reminded of it."
    )
    assert finding.hint.startswith("Write a month, such as October 2027. ")
