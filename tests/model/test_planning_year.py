from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from svcdocs.model.as_written import WrittenDate
from svcdocs.model.council import CalendarDate
from svcdocs.model.dates import said_day
from svcdocs.model.planning_year import YearStep, day_of, due_of, events_from, step_of, steps_of
from tests.cycles import framework


def council(*rows: dict[str, str], **about: str) -> Any:
    return framework(
        calendar=list(rows), about={"council": "Saltmarsh", "first_year": "2027/28", "years": "2", **about}
    )


@pytest.mark.parametrize(
    ("what", "step"),
    [
        ("Workbooks go out to the services", YearStep.ISSUE),
        ("Workbooks are issued to services", YearStep.ISSUE),
        ("Workbooks come back", YearStep.RETURN),
        ("Workbooks are due back", YearStep.RETURN),
        ("Deadline for returns", YearStep.RETURN),
        ("Returns for quarter 1 of 2027/28 are due", None),
        ("Q2 returns are due", None),
        ("Overview and Scrutiny Committee comments on the drafts", YearStep.COMMENTS),
        ("Service plans are signed", YearStep.SIGNING),
        ("Council adopts the corporate plan and the budget", YearStep.ADOPTION),
        ("Cabinet reviews the aims", None),
    ],
)
def test_a_row_of_the_calendar_is_known_by_its_words(what: str, step: YearStep | None) -> None:
    assert step_of(CalendarDate.model_validate({"what": what})) is step


def test_what_the_column_says_goes_before_the_words() -> None:
    row = {"what": "Council adopts the corporate plan", "step": "workbooks come BACK"}
    assert step_of(CalendarDate.model_validate(row)) is YearStep.RETURN


def test_the_first_of_several_days_counts_and_none_after_the_plans_have_begun() -> None:
    late = {"when": "1 May 2027", "what": "Returns are due"}
    rows = ({"when": "8 January 2027", "what": "Second returns are due back"}, late)
    assert steps_of(council(*rows)) == {YearStep.RETURN: date(2027, 1, 8)}
    assert steps_of(council({**late, "step": "Workbooks come back"})) == {YearStep.RETURN: date(2027, 5, 1)}


def test_a_new_cycle_knows_every_step_of_its_year_by_month_alone() -> None:
    assert steps_of(framework()) == {
        YearStep.ISSUE: date(2026, 9, 30),
        YearStep.RETURN: date(2026, 12, 31),
        YearStep.COMMENTS: date(2027, 1, 31),
        YearStep.SIGNING: date(2027, 2, 28),
        YearStep.ADOPTION: date(2027, 3, 31),
    }


def test_a_month_alone_has_no_day_where_nobody_knows_when_the_plans_begin() -> None:
    assert day_of(WrittenDate(text="December"), council(first_year="soon")) is None


def test_a_contributors_own_date_goes_before_the_calendars() -> None:
    steps = {YearStep.RETURN: date(2026, 12, 11)}
    assert due_of(WrittenDate(text="12 February 2027"), council(), steps) == date(2027, 2, 12)
    assert due_of(WrittenDate(), council(), steps) == date(2026, 12, 11)
    assert due_of(WrittenDate(), council(), {}) is None


def test_the_calendar_ahead_comes_in_the_order_of_its_days() -> None:
    made = council(
        {"when": "3 March 2027", "what": "C"}, {"when": "1 March 2027", "what": "B"}, {"when": "May 2026", "what": "A"}
    )
    assert [event.what for event in events_from(made, date(2027, 1, 1))] == ["B", "C"]


def test_a_day_is_written_as_people_write_it() -> None:
    assert said_day(date(2026, 12, 1)) == "1 December 2026"
