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


def plan_years(first: str, count: str) -> tuple[str, ...]:
    """The names of the years of a plan; none where the first year cannot be read, one where the count is blank."""
    start = first_day(first)
    if start is None:
        return ()
    number = int(count) if re.fullmatch(r"\s*\d{1,2}\s*", count) else 1
    return tuple(year_name(start.year + step) for step in range(max(1, min(number, MOST_YEARS))))
