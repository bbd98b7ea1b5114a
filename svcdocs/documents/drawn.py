"""What the program draws from the figures of a plan, with the line that stands under it."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.word import Chart, Diagram


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart or diagram. All it shows stands in words or in a table as well."""

    picture: Chart | Diagram
    """The chart or diagram itself."""
    caption: str
    """What it shows, in a line."""
