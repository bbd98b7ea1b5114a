"""How long it takes to fill in a workbook: an estimate from what is asked and how much stands there already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_FROM_NOTHING: Mapping[str, int] = {
    "actions": 120,
    "indicators": 90,
    "council_actions": 60,
    "money": 60,
    "risks": 45,
    "objectives": 45,
    "swot": 30,
    "drivers": 30,
    "posts": 30,
    "partners": 15,
}
"""Minutes for a sheet of which nothing stands there yet. Nobody has to make a bid, so that one takes none."""
_A_SECTION = 20
"""Minutes for the words of one section."""
_A_ROW = 2
"""Minutes for looking through a row that stands there already, and bringing it up to date."""
_A_GLANCE = 0.25
"""Minutes for a row of last year's plan: most need no word."""
_QUARTER = 15
_HOUR = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """A sheet that somebody is to fill in: what it is called and for, and how many rows stand there already.

    ``sections`` are the headings of those they are to write, where it is the sheet for words.
    """

    part: str
    sheet: str
    why: str = ""
    rows: int = 0
    sections: tuple[str, ...] = ()


def minutes_for(asked: Iterable[Asked]) -> int:
    """The minutes that a workbook may take, in full quarters of an hour; at least one."""
    minutes = sum(_minutes(one) for one in asked)
    return max(_QUARTER, _QUARTER * round(minutes / _QUARTER))


def said_time(minutes: int) -> str:
    """A time in words, no more exact than it is known: "45 minutes", "2½ hours", "14 hours"."""
    if minutes < _HOUR:
        return f"{minutes} minutes"
    halves = round(minutes / (_HOUR / 2))
    hours, half = divmod(halves, 2)
    if (hours, half) == (1, 0):
        return "1 hour"
    return f"{hours}{'½' if half and hours < 10 else ''} hours"  # noqa: PLR2004 (beyond that nobody counts halves)


def _minutes(one: Asked) -> float:
    if one.part == "last_year":
        return one.rows * _A_GLANCE
    if one.rows:
        unwritten = max(0, len(one.sections) - one.rows)
        return one.rows * _A_ROW + unwritten * _A_SECTION
    return len(one.sections) * _A_SECTION or _FROM_NOTHING.get(one.part, 0)
