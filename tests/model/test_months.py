from __future__ import annotations

import pytest

from svcdocs.model.cycle import link
from svcdocs.model.months import Month, months_of
from tests.cycles import framework, plan

ABOUT = {"council": "Saltmarsh Borough Council", "first_year": "2027/28", "years": "1"}


def months(finish: str, *steps: str, **about: str) -> tuple[Month, ...]:
    action = {"title": "Plant", "finish": finish, "steps": [{"text": "Ask", "by": step} for step in steps]}
    cycle = link(framework(about=ABOUT | about), [plan("Parks", actions=[action])])
    return months_of(cycle.plans, cycle.framework.first_day, cycle.framework.last_day)


def test_steps_and_ends_are_counted_in_their_months_and_the_others_stand_there_empty() -> None:
    found = months("March 2028", "June 2027", "3 June 2027")
    assert len(found) == 12
    assert (found[0], found[-1]) == (Month("Apr 2027", 0, 0), Month("Mar 2028", 0, 1))
    assert Month("Jun 2027", 2, 0) in found


def test_a_date_of_several_months_counts_by_its_last_and_an_action_by_its_last_date() -> None:
    found = {month.name: month for month in months("June 2027\nDecember 2027", "Q2 2027/28")}
    assert found["Sep 2027"].steps == 1
    assert (found["Jun 2027"].actions, found["Dec 2027"].actions) == (0, 1)


def test_what_lies_outside_the_years_is_counted_before_and_after_them() -> None:
    found = months("May 2031", "March 2020")
    assert (found[0], found[-1], len(found)) == (Month("Earlier", 1, 0), Month("Later", 0, 1), 14)


@pytest.mark.parametrize(("finish", "about"), [("soon", {}), ("May 2027", {"first_year": "who knows"})])
def test_without_dates_or_years_there_are_no_months(finish: str, about: dict[str, str]) -> None:
    assert months(finish, **about) == ()
