"""Seasons where a date belongs: each may be any of several months, of which one is offered."""

from __future__ import annotations

import re

SEASON = "'{said}' may be any of several months, so it is not read as a date and nobody can be reminded of it."
"""What is said of a season; it is printed as it was typed."""
_MIDDLE = {"spring": "April", "summer": "July", "autumn": "October", "winter": "January"}
_SEASON = re.compile(
    rf"(?:(?:by|in|from|until|during|the|end|of|early|mid|late)[ -]+)*(?P<season>{'|'.join(_MIDDLE)})"
    r"(?: of)?,? (?P<year>20\d\d)(?: ?[/–-] ?(?P<next>\d\d|20\d\d))?",
    re.IGNORECASE,
)


def month_of_season(written: str) -> str:
    """A month in the middle of the season that is all a date says: "October 2027" for "Autumn 2027"; else "".

    A winter that names two years is that of the second; one that names a single year is taken to end in it.
    """
    match = _SEASON.fullmatch(" ".join(written.split()))
    if match is None:
        return ""
    year = int(match["year"])
    season = match["season"].lower()
    begins_next = match["next"] is not None and season in ("winter", "spring")
    return f"{_MIDDLE[season]} {year + 1 if begins_next else year}"
