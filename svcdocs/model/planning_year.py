"""The steps of the planning year with their days: from the council's calendar, and each contributor's own date.

A row of the calendar is a step by the column "Step of the year"; where that is blank, by the words of what happens.
Words count only before the plans begin: "Returns for quarter 1 are due" is no return of a workbook.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from svcdocs.model.as_written import WrittenDate
from svcdocs.model.council import CalendarDate
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.years import MONTHS


class YearStep(StrEnum):
    """A step of the planning year that the calendar may date, in the words of its column."""

    ISSUE = "Workbooks go out"
    RETURN = "Workbooks come back"
    COMMENTS = "Drafts are commented on"
    SIGNING = "Plans are signed"
    ADOPTION = "Corporate plan is adopted"
    REQUESTS = "Requests are answered"


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """Something in the council's calendar: its last day, and what happens."""

    day: date
    what: str


_WORKBOOKS = r"\b(?:workbooks?|returns?|templates?)\b"
_BY_WORDS: tuple[tuple[YearStep, re.Pattern[str]], ...] = (
    (YearStep.REQUESTS, re.compile(r"\brequests?\b.*\b(?:answer(?:s|ed)?|back|due)\b|\banswers?\b.*\brequests?\b")),
    (YearStep.RETURN, re.compile(rf"{_WORKBOOKS}.*\b(?:back|due|returned|deadline)\b|\bdeadline\b.*{_WORKBOOKS}")),
    (YearStep.ISSUE, re.compile(rf"{_WORKBOOKS}.*\b(?:out|issued?|sent)\b|\b(?:issue|send)\b.*{_WORKBOOKS}")),
    (YearStep.COMMENTS, re.compile(r"\b(?:scrutiny|comments?|consultation)\b")),
    (
        YearStep.SIGNING,
        re.compile(r"\bplans?\b.*\b(?:signed|signing|sign|signatures?)\b|\bsign(?:s|ing)?\b.*\bplans?\b"),
    ),
    (YearStep.ADOPTION, re.compile(r"\badopt(?:s|ed|ion)?\b.*\bcorporate plan\b|\bcorporate plan\b.*\badopt")),
)
_EACH_QUARTER = re.compile(r"\bquarter(?:ly|s)?\b|\bq[1-4]\b")


def step_of(row: CalendarDate) -> YearStep | None:
    """Which step of the year a row of the calendar dates: as it says, else by its words; None where it is none."""
    said = folded(row.step)
    if said:
        return next((step for step in YearStep if folded(step) == said), None)
    words = folded(row.what)
    if _EACH_QUARTER.search(words):
        return None
    return next((step for step, pattern in _BY_WORDS if pattern.search(words)), None)


def steps_of(framework: Framework) -> Mapping[YearStep, date]:
    """The day of each step of the year that the calendar dates: the first, where several rows are about one.

    A row that is known by its words alone counts only before the plans begin.
    """
    found: dict[YearStep, date] = {}
    for row in framework.calendar:
        step, day = step_of(row), day_of(row.when, framework)
        begins = framework.first_day
        if step is None or day is None or (begins and day >= begins and not row.step.strip()):
            continue
        found[step] = min(day, found.get(step, day))
    return found


def events_from(framework: Framework, today: date) -> Iterator[DatedEvent]:
    """What the calendar holds from a day on, in the order of the days."""
    days = ((day_of(row.when, framework), row.what.strip()) for row in framework.calendar)
    ahead = [DatedEvent(day, what) for day, what in days if day is not None and day >= today and what]
    yield from sorted(ahead, key=lambda event: event.day)


def due_of(own: WrittenDate, framework: Framework, steps: Mapping[YearStep, date]) -> date | None:
    """The day by which a workbook is due back: its contributor's own, else the calendar's. None where neither says."""
    return day_of(own, framework) or steps.get(YearStep.RETURN)


def day_of(when: WrittenDate, framework: Framework) -> date | None:
    """The last day that a written date covers.

    A month without its year is that of the twelve months before the plans begin: their planning year.
    """
    if when.meaning.last is not None:
        return when.meaning.last
    month, begins = MONTHS.get(folded(when.text).strip(".")), framework.first_day
    if month is None or begins is None:
        return None
    year = begins.year - 1 if month >= begins.month else begins.year
    return date(year, month, calendar.monthrange(year, month)[1])
