"""Short forms of words that plans use, and what each stands for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form and its meaning; that is empty where neither the glossary nor any plan says it in full."""

    short: str
    meaning: str
    services: tuple[str, ...] = ()
    """The services whose plans use it; none where only the council's own words do."""
