"""Dates and times under a number format: ``dd/mm/yyyy``, ``d mmm yyyy``, ``h:mm AM/PM``, ``[h]:mm``, in English."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

Token = tuple[str, str]

DATE_TOKEN = frozenset({"date", "elapsed", "meridiem"})

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HANDLED = DATE_TOKEN | {"literal", "mark"}
_LAST_DAY = 2_958_465
"""31 December 9999, the last day Excel knows."""
_LEAP_DAY_THAT_NEVER_WAS = 60
"""29 February 1900, which Excel counts as a day."""
_NOON = 12


class Moment(NamedTuple):
    """A serial number taken apart.

    ``seconds`` are those of the day, ``total`` all of them; ``weekday`` counts from Monday.
    """

    year: int
    month: int
    day: int
    weekday: int
    seconds: float
    total: float

    @property
    def hour(self) -> int:
        """The hour of the day, 0 to 23."""
        return int(self.seconds // 3600)


def show_date(tokens: Sequence[Token], value: float) -> str | None:
    """A serial number (days from 1900) as a date or time; None where Excel shows only #### or the format is unknown."""
    look = _look(tuple(tokens))
    if value < 0 or value >= _LAST_DAY + 1 or look is None:
        return None
    moment = _moment(value, look.decimals)
    parts = [
        text if kind == "literal" else _part(kind, text, moment, twelve_hours=look.twelve_hours)
        for kind, text in tokens
    ]
    for place in look.minutes:
        parts[place] = _minute(tokens[place][1], moment)
    return "".join(parts)


class _Look(NamedTuple):
    """What a format is found to hold, once: the decimals of its seconds, its hours, and which parts are minutes."""

    decimals: int
    twelve_hours: bool
    minutes: frozenset[int]


@lru_cache(maxsize=256)
def _look(tokens: tuple[Token, ...]) -> _Look | None:
    if any(kind not in _HANDLED for kind, _ in tokens):
        return None
    seconds = (text for kind, text in tokens if kind == "date" and text[0] == "s")
    decimals = max((len(text.partition(".")[2]) for text in seconds), default=0)
    return _Look(decimals, any(kind == "meridiem" for kind, _ in tokens), frozenset(_minutes(tokens)))


def _moment(value: float, decimals: int) -> Moment:
    total = round(value * 86_400, decimals)
    days, seconds = int(total // 86_400), round(total % 86_400, decimals)
    weekday = (days - 2) % 7
    if days == 0:
        return Moment(1900, 1, 0, weekday, seconds, total)
    if days == _LEAP_DAY_THAT_NEVER_WAS:
        return Moment(1900, 2, 29, weekday, seconds, total)
    day = date(1899, 12, 31 if days < _LEAP_DAY_THAT_NEVER_WAS else 30) + timedelta(days)
    return Moment(day.year, day.month, day.day, weekday, seconds, total)


def _minutes(tokens: Sequence[Token]) -> set[int]:
    """The places of "m" that mean minutes: the next to the right of hours or to the left of seconds."""
    parts = [(place, text) for place, (kind, text) in enumerate(tokens) if kind in {"date", "elapsed"}]
    found = set()
    for number, (place, text) in enumerate(parts):
        if tokens[place][0] != "date" or text not in {"m", "mm"}:
            continue
        before = parts[number - 1][1] if number else ""
        after = parts[number + 1][1] if number + 1 < len(parts) else ""
        if before.startswith("h") or after.startswith("s"):
            found.add(place)
    return found


def _minute(text: str, moment: Moment) -> str:
    return f"{int(moment.seconds % 3600 // 60):0{len(text)}d}"


def _part(kind: str, text: str, moment: Moment, *, twelve_hours: bool) -> str:
    if kind == "elapsed":
        return _elapsed(text, moment)
    if kind == "meridiem":
        chosen = text.partition("/")[0 if moment.hour < _NOON else 2]
        return chosen.upper()
    if kind != "date":
        return text
    letter = text[0]
    if letter == "h":
        hour = (moment.hour % _NOON or _NOON) if twelve_hours else moment.hour
        return f"{hour:0{min(len(text), 2)}d}"
    if letter == "s":
        return _second(text, moment)
    return {"y": _year, "m": _month, "d": _day}[letter](len(text), moment)


def _elapsed(text: str, moment: Moment) -> str:
    unit = {"h": 3600, "m": 60, "s": 1}[text[0]]
    return f"{int(moment.total // unit):0{len(text)}d}"


def _second(text: str, moment: Moment) -> str:
    whole, point, decimals = text.partition(".")
    seconds = moment.seconds % 60
    if point:
        return f"{seconds:0{min(len(whole), 2) + 1 + len(decimals)}.{len(decimals)}f}"
    return f"{int(seconds):0{min(len(whole), 2)}d}"


def _year(length: int, moment: Moment) -> str:
    return f"{moment.year:04d}" if length > len("yy") else f"{moment.year % 100:02d}"


def _month(length: int, moment: Moment) -> str:
    name = _MONTHS[moment.month - 1]
    return {1: str(moment.month), 2: f"{moment.month:02d}", 3: name[:3], 5: name[0]}.get(length, name)


def _day(length: int, moment: Moment) -> str:
    name = _DAYS[moment.weekday]
    return {1: str(moment.day), 2: f"{moment.day:02d}", 3: name[:3]}.get(length, name)
