"""Financial years as one council counts and writes them: "2027/28" from April, or "FY27" from July 2026.

A year may be written 2027/28, 2027-28, 2027/2028, FY27/28, FY28, FY2028 or 2027. A year of two numbers begins in the
first of them. FY with one number names the year in which it ends, as fiscal years are named; a number alone that in
which it begins. Where years begin in January the two are the same.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

APRIL = 4
JANUARY = 1
MOST_YEARS = 10
"""A plan of more years than this is a slip of the finger."""
PAST_YEARS = 3
"""So many years before the first of a plan have a column for their results in its workbooks."""

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
"""The months by their names in small letters, long and short."""
_YEAR = re.compile(
    r"(?P<fy>fy ?)?(?P<start>(?:19|20)?\d\d)"
    r"(?: ?(?P<join>[/–—-]) ?(?P<end>(?:20)?\d\d)| ?/ ?fy ?(?P<last>\d\d))?",
    re.IGNORECASE,
)


def month_of(typed: str) -> int | None:
    """The month a council says its years begin in: its name, short or long, with or without the 1st; April if blank."""
    name = re.sub(r"\b0?1(?:st)?\b(?: of)?|\.", " ", typed.casefold()).strip()
    return MONTHS.get(name) if typed.strip() else APRIL


@dataclass(frozen=True, slots=True)
class FinancialYears:
    """How one council counts its financial years and writes them.

    ``starts`` is the month in which they begin, ``written`` the first year of its plans as it writes it.
    """

    starts: int = APRIL
    written: str = ""

    def begins(self, year: str) -> int | None:
        """The calendar year in which a financial year as written begins; None where it is none."""
        match = _YEAR.fullmatch(" ".join(year.split()))
        if match is None or not (match["fy"] or len(match["start"]) > 2):  # noqa: PLR2004 - "27/28" may be anything
            return None
        start, end = _full(match["start"]), match["end"] or match["last"]
        if end is not None:
            return start if _full(end) % 100 == (start + 1) % 100 and len(end) in (2, len(str(start))) else None
        return start - 1 if match["fy"] and self.starts != JANUARY else start

    def first_day(self, year: str) -> date | None:
        """The first day of a financial year as written ("2027/28", "FY28", "2027"), or None if it is not one."""
        begins = self.begins(year)
        return None if begins is None else date(begins, self.starts, 1)

    def last_day(self, year: str) -> date | None:
        """The last day of a financial year as written, or None if it is not one."""
        begins = self.begins(year)
        return None if begins is None else date(begins + 1, self.starts, 1) - timedelta(days=1)

    def quarter(self, year: str, number: int) -> tuple[date, date] | None:
        """The first and last day of a quarter, 1 to 4, of a financial year as written; None if that is not one."""
        begins = self.begins(year)
        if begins is None:
            return None
        first, after = (self._month(begins, 3 * count) for count in (number - 1, number))
        return first, after - timedelta(days=1)

    def name(self, begins: int) -> str:
        """The name of the year that begins in a calendar year, as the council writes years: 2027 gives "2027/28"."""
        match = _YEAR.fullmatch(" ".join(self.written.split())) if self.begins(self.written) is not None else None
        if match is None:
            return f"{begins}/{(begins + 1) % 100:02d}"
        prefix, digits = match["fy"] or "", len(match["start"])
        if match["end"]:
            return f"{prefix}{_short(begins, digits)}{match['join']}{_short(begins + 1, len(match['end']))}"
        if match["last"]:
            return f"{prefix}{_short(begins, digits)}/{prefix}{_short(begins + 1, 2)}"
        return f"{prefix}{_short(begins + 1 if prefix and self.starts != JANUARY else begins, digits)}"

    def called(self, year: str) -> str:
        """A year in the council's manner, however it was written; what is no year as it was."""
        begins = self.begins(year)
        return year if begins is None else self.name(begins)

    def of_plan(self, count: str, ends_on: date | None = None) -> tuple[str, ...]:
        """The names of the years of a plan; none where its first year cannot be read.

        A plan of no number of years covers one, or as many as it takes to reach the day it ends on. A year that begins
        after that day is none of the plan's; the year in which the day lies is its last, cut short.
        """
        first = self.begins(self.written)
        if first is None:
            return ()
        number = int(count) if re.fullmatch(r"\s*\d{1,2}\s*", count) else MOST_YEARS if ends_on else 1
        begins = [first + step for step in range(max(1, min(number, MOST_YEARS)))]
        return tuple(
            self.name(year)
            for year in begins
            if year == first or ends_on is None or date(year, self.starts, 1) <= ends_on
        )

    def before_the_plan(self, count: int) -> tuple[str, ...]:
        """The names of the years just before the first of a plan, in order; none where that cannot be read."""
        first = self.begins(self.written)
        return () if first is None else tuple(self.name(first - back) for back in range(count, 0, -1))

    def _month(self, begins: int, later: int) -> date:
        """The first day of the month so many months after the year that begins in a calendar year has begun."""
        total = self.starts - 1 + later
        return date(begins + total // 12, total % 12 + 1, 1)


def _full(digits: str) -> int:
    return int(digits) + 2000 if len(digits) == 2 else int(digits)  # noqa: PLR2004 - two figures of four


def _short(year: int, digits: int) -> str:
    return str(year) if digits > 2 else f"{year % 100:02d}"  # noqa: PLR2004 - two figures of four
