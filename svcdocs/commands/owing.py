"""What the letter to somebody says that others wait for: what was promised on their behalf, and answers to requests."""

from __future__ import annotations

from collections.abc import Sequence

from svcdocs.model.assignments import REQUESTS, Assignment
from svcdocs.model.calendar import said_date
from svcdocs.model.framework import Framework
from svcdocs.model.names import all_folded, folded
from svcdocs.model.owed import Owed

_FEW = 5
"""So many requests without an answer are told one by one."""


def owes(whose: Assignment, everything: Sequence[Owed], framework: Framework) -> tuple[str, ...]:
    """What of everything that is owed somebody owes by any of their names, a line each; many answers are one line."""
    own = whose.service if whose.asks_for_answers else whose.contributor
    names = set(all_folded((own, whose.contact, whose.team)))
    for entry in framework.glossary:
        pair = all_folded((entry.abbreviation, entry.meaning))
        names |= pair if pair & names else set()
    owed = [one for one in everything if folded(one.who) in names]
    answers = [one for one in owed if one.part == REQUESTS]
    if len(answers) <= _FEW:
        return tuple(map(_promise, owed))
    return (*(_promise(one) for one in owed if one.part != REQUESTS), _answers(answers))


def _answers(owed: Sequence[Owed]) -> str:
    """Many answers in a line, with the day of the first."""
    first = min(
        (one.when for one in owed if one.when.meaning.last), key=lambda when: str(when.meaning.last), default=None
    )
    due = f", from {said_date(first)} on" if first and len({one.when for one in owed}) > 1 else ""
    due = due or (f", by {said_date(first)}" if first else "")
    return f"answers to {len(owed)} requests of other services{due}"


def _promise(one: Owed) -> str:
    due = f", by {said_date(one.when)}" if one.when else ""
    return f"{one.what or 'a text'} ({one.service}){due}"
