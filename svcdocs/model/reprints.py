"""What a new build prints otherwise than the one before: in which documents, where in them, and whom to tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from svcdocs.model.letters import Contact


@dataclass(frozen=True, slots=True)
class PartChange:
    """What is printed otherwise under one heading: so many figures and dates, and so many other lines of text or rows.

    ``heading`` is empty for the cover and what stands on every page. ``is_new`` and ``is_gone`` are about the heading.
    """

    heading: str
    figures: int = 0
    dates: int = 0
    lines: int = 0
    is_new: bool = False
    is_gone: bool = False

    def __str__(self) -> str:
        name = self.heading or "Cover, head and foot of the pages"
        if self.is_new or self.is_gone:
            return f"{name}: {'new' if self.is_new else 'no longer there'}"
        figures, dates = _counted(self.figures, "figure", "figures"), _counted(self.dates, "date", "dates")
        parts = (figures, dates, _counted(self.lines, "line", "lines"))
        return f"{name}: {', '.join(part for part in parts if part) or 'in another order'}"

    def as_json(self) -> dict[str, Any]:
        """The change for programs."""
        return {
            "heading": self.heading or None,
            "figures": self.figures,
            "dates": self.dates,
            "lines": self.lines,
            "new": self.is_new,
            "gone": self.is_gone,
        }


@dataclass(frozen=True, slots=True)
class Reprint:
    """A document that says something else than before.

    ``service`` is whose plan it is, "" for the corporate plan; ``because`` says whose workbooks and what else have
    changed since the last build, ``parts`` what is printed otherwise, ``tell`` whoever signs or answers for it.
    """

    document: str
    service: str
    because: tuple[str, ...]
    parts: tuple[PartChange, ...]
    tell: tuple[Contact, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The document for programs."""
        return {
            "document": self.document,
            "service": self.service or None,
            "because": list(self.because),
            "parts": [part.as_json() for part in self.parts],
            "tell": [{"name": one.name, "email": one.email or None} for one in self.tell],
        }


def in_short(parts: Sequence[PartChange], most: int) -> str:
    """The parts in a line, and how many more there are."""
    more = len(parts) - most
    shown = "; ".join(str(part) for part in parts[:most])
    return f"{shown}; and {more} more" if more > 0 else shown


def _counted(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}" if count else ""
