"""How a message calls a record, and how it suggests what was meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from svcdocs.model.framework import Priority
from svcdocs.model.service_plan import Action, Indicator, Objective, Risk

_KINDS = {Action: "action", Indicator: "indicator", Objective: "objective", Risk: "risk", Priority: "priority"}


def called(record: Action | Indicator | Objective | Risk | Priority) -> str:
    """A record as a reader of its sheet knows it: "Action HC1.3 'Open a second night shelter'"."""
    match record:
        case Action():
            words = record.title.plain
        case Indicator():
            words = record.name.plain
        case Risk():
            words = record.cause.plain
        case _:
            words = record.text.plain
    first = words.split("\n", 1)[0]
    short = first if len(first) <= 60 else first[:57].rstrip() + "…"
    parts = (_KINDS[type(record)].capitalize(), str(record.ref), f"'{short}'" if short else "")
    return " ".join(part for part in parts if part)


def suggestion(typed: str, known: Iterable[str]) -> str:
    """The known word nearest to what was typed, or "" where none is near."""
    folded = {word.casefold(): word for word in known if word}
    near = difflib.get_close_matches(typed.casefold(), list(folded), n=1, cutoff=0.7)
    return folded[near[0]] if near else ""


def did_you_mean(typed: str, known: Iterable[str], otherwise: str) -> str:
    """A hint: the nearest known word as a question, else what else to do."""
    near = suggestion(typed, known)
    return (
        f"Did you mean '{near}'? Then correct it; otherwise {otherwise[:1].lower()}{otherwise[1:]}"
        if near
        else otherwise
    )
