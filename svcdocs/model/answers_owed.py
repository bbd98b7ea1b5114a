"""Answers that are still to come to what services ask of each other: who owes them, to whom, and by when."""

from __future__ import annotations

from datetime import date

from svcdocs.model.as_written import WrittenDate
from svcdocs.model.assignments import REQUESTS
from svcdocs.model.cycle import Cycle
from svcdocs.model.dates import said_day
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Framework
from svcdocs.model.owed import Owed
from svcdocs.model.requests import Request, answer_due
from svcdocs.model.rules import Rule

DAYS_TO_ANSWER = 14
"""So many days somebody who is asked has for an answer, where neither the calendar nor the sheet Rules says."""
LATE = "request-unanswered"
"""The check whose limit on the sheet Rules says how many."""


def day_of_answer(framework: Framework, asked_on: date) -> date:
    """The day by which somebody is to answer who is asked on a day."""
    rule = Rule(LATE, "", None, None, limit=DAYS_TO_ANSWER)
    return answer_due(framework, asked_on, rule.limit_in(framework))


def answers_owed(cycle: Cycle) -> tuple[Owed, ...]:
    """One thing owed for each request that was sent out and has no answer, in the order of the plans."""
    return tuple(_owed(one, cycle) for one in cycle.requests.asked if one.is_open)


def first_due(cycle: Cycle) -> dict[str, WrittenDate]:
    """For everybody who owes an answer, the day of the first."""
    found: dict[str, WrittenDate] = {}
    for one in answers_owed(cycle):
        before, day = found.get(one.who), one.when.meaning.last
        if day is not None and (before is None or day < (before.meaning.last or day)):
            found[one.who] = one.when
    return found


def _owed(one: Request, cycle: Cycle) -> Owed:
    asked_on = one.asked_on.meaning.first
    due = said_day(day_of_answer(cycle.framework, asked_on)) if asked_on else ""
    for_what = " ".join(part for part in (one.action.text, in_short(one.title.plain)) if part)
    what = f"the answer to {one.ref}, for {for_what}" if for_what else f"the answer to {one.ref}"
    return Owed(one.asker, what, one.asked, WrittenDate(text=due), REQUESTS, record=one.of, field="help_needed")
