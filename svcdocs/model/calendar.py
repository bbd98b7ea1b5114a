"""The council's planning year from a day on: what happens next, and when."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from svcdocs.model.as_written import WrittenDate
from svcdocs.model.dates import DateKind, said_day
from svcdocs.model.framework import Framework
from svcdocs.model.planning_year import day_of


@dataclass(frozen=True, slots=True)
class Coming:
    """A date of the calendar that is not over yet: its ``last`` day, how it is said, and what happens then."""

    last: date
    when: str
    what: str

    def __str__(self) -> str:
        return f"{self.when}: {self.what}"


def coming(framework: Framework, today: date) -> tuple[Coming, ...]:
    """What the calendar has from a day on, the earliest first. What cannot be read as a date is left out.

    A month without its year is that of the twelve months before the plans begin.
    """
    found = []
    for row in framework.calendar:
        meant = _meant(row.when, framework)
        if meant is not None and meant[0] >= today and row.what.strip():
            found.append(Coming(*meant, " ".join(row.what.split())))
    return tuple(sorted(found, key=lambda one: one.last))


def said_date(written: WrittenDate) -> str:
    """A date as it is said to people: a day in full, whatever way it was typed; anything else as it was written."""
    meaning = written.meaning
    if meaning.kind is DateKind.DAY and meaning.first is not None:
        return said_day(meaning.first)
    return " ".join(written.text.split())


def _meant(written: WrittenDate, framework: Framework) -> tuple[date, str] | None:
    """The last day of a date of the calendar, and how it is said; None where it cannot be told."""
    last = day_of(written, framework)
    if last is None:
        return None
    is_month = written.meaning.last is None
    return last, f"{calendar.month_name[last.month]} {last.year}" if is_month else said_date(written)
