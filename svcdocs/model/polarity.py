"""Whether high or low is good, where the name of an indicator says so: "Complaints (low is good)"."""

from __future__ import annotations

import re

_SAID = re.compile(r"\b(high|low)(?:er)? is (?:good|better)\b", re.IGNORECASE)


def polarity_in(name: str) -> str:
    """Tell "High" or "Low" from the wording of an indicator; empty where that says neither or both."""
    said = {match.capitalize() for match in _SAID.findall(" ".join(name.split()))}
    return said.pop() if len(said) == 1 else ""
