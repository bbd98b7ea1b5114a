"""Whether high or low is good, where an indicator shows it: in its name, "Complaints (low is good)", or its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

HIGH, LOW = "High", "Low"
MEANS = {HIGH: "more is better", LOW: "less is better"}
"""What is said beside an answer that is offered, so that nobody has to know which is which."""

_SAID = re.compile(r"\b(high|low)(?:er)? is (?:good|better)\b", re.IGNORECASE)
_HARM = re.compile(
    r"\b(?:complaints?|accidents?|days lost|sickness|absences?|absent|vacanc(?:y|ies)|arrears|backlog|overdue|missed"
    r"|waiting times?|fly.?tips?|injur(?:y|ies)|burglar(?:y|ies)|emissions|errors?|penalt(?:y|ies))\b",
    re.IGNORECASE,
)
"""Words of what a council would have less of."""
_ANSWERED = re.compile(
    r"%|per ?cent|\b(?:proportion|share|rate|within|in time|on time|answered|resolved|cleared|removed|investigated"
    r"|recovered|reduc\w+|fewer|less|no|without|filled|satisf\w+)\b",
    re.IGNORECASE,
)
"""Words by which more of it may be better all the same: "complaints answered in time"."""


def polarity_in(name: str) -> str:
    """Tell "High" or "Low" from the wording of an indicator; empty where that says neither or both."""
    said = {match.capitalize() for match in _SAID.findall(" ".join(name.split()))}
    return said.pop() if len(said) == 1 else ""


def polarity_suggested(name: str) -> str:
    """What the name of an indicator lets one expect, said or not: "Low" of complaints; empty where nobody can tell."""
    is_harm = _HARM.search(name) is not None and _ANSWERED.search(name) is None
    return polarity_in(name) or (LOW if is_harm else "")


def polarity_of_run(figures: Sequence[Decimal]) -> str:
    """Tell "High" of figures that rise and never fall, "Low" of those that fall and never rise, else empty."""
    ways = {(after > before) - (after < before) for before, after in pairwise(figures)} - {0}
    return {1: HIGH, -1: LOW}[ways.pop()] if len(ways) == 1 else ""
