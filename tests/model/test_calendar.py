from __future__ import annotations

from datetime import date

from svcdocs.model.as_written import WrittenDate
from svcdocs.model.calendar import coming, said_date
from svcdocs.model.framework import Framework


def council(*rows: tuple[str, str]) -> Framework:
    calendar = [{"when": when, "what": what} for when, what in rows]
    return Framework.model_validate({"about": {"first_year": "2027/28"}, "calendar": calendar})


def test_what_is_still_to_come_stands_in_order_and_what_is_over_does_not() -> None:
    made = council(("2/3/2027", "Council adopts"), ("1 December 2026", "Over"), ("12 Feb 2027", "Plans are\nsigned"))
    assert [str(one) for one in coming(made, date(2027, 1, 15))] == [
        "12 February 2027: Plans are signed",
        "2 March 2027: Council adopts",
    ]


def test_a_month_without_a_year_is_one_of_the_year_before_the_plans_begin() -> None:
    made = council(("December", "Back"), ("February", "Signed"), ("when ready", "Never"))
    assert [str(one) for one in coming(made, date(2026, 11, 1))] == ["December 2026: Back", "February 2027: Signed"]
    assert [one.last for one in coming(made, date(2027, 1, 15))] == [date(2027, 2, 28)]


def test_a_day_is_said_in_full_and_other_words_stay() -> None:
    assert said_date(WrittenDate(text="12/2/27")) == "12 February 2027"
    assert said_date(WrittenDate(text="as soon  as possible")) == "as soon as possible"
