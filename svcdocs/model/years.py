"""Financial years (April to March) as councils write them: "2027/28"."""

from __future__ import annotations

import re
from datetime import date

MOST_YEARS = 10
"""A plan of more years than this is a slip of the finger."""


def first_day(year: str) -> date | None:
    """The first of April of a financial year as written ("2027/28", "2027-28", "2027"), or None if it is not one."""
    match = re.fullmatch(r"\s*((?:19|20)\d\d)(?:\s*[/–-]\s*(?:20)?(\d\d))?\s*", year)
    if match is None or (match[2] and int(match[2]) != (int(match[1]) + 1) % 100):
        return None
    return date(int(match[1]), 4, 1)


def year_name(start: int) -> str:
    """The name of the financial year that starts in April of ``start``: 2027 gives "2027/28"."""
    return f"{start}/{(start + 1) % 100:02d}"


def plan_years(first: str, count: str, ends_on: date | None = None) -> tuple[str, ...]:
    """The names of the years of a plan; none where the first year cannot be read.

    A plan of no number of years covers one, or as many as it takes to reach the day it ends on. A year that begins
    after that day is none of the plan's; the year in which the day lies is its last, cut short.
    """
    start = first_day(first)
    if start is None:
        return ()
    number = int(count) if re.fullmatch(r"\s*\d{1,2}\s*", count) else MOST_YEARS if ends_on else 1
    begins = [start.year + step for step in range(max(1, min(number, MOST_YEARS)))]
    return tuple(
        year_name(year) for year in begins if year == start.year or ends_on is None or date(year, 4, 1) <= ends_on
    )
