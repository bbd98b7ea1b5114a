"""Where the planning year stands: what is to be done next, and who is late. Made by a command, shown by a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from svcdocs.model.states import State


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do next: what, the exact ``line`` to type ("" where it is not done here), and by when, if known."""

    what: str
    line: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Late:
    """A contributor whose workbook should have come back by now, in the state in which it is."""

    contributor: str
    due: date
    state: State


@dataclass(frozen=True, slots=True)
class Position:
    """Where the year stands on a day: its phase in words, the next steps, the most pressing first, and who is late."""

    today: date
    phase: str
    steps: tuple[NextStep, ...] = ()
    late: tuple[Late, ...] = ()
