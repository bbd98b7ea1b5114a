"""Questions about last year: what was dropped and why, and what nobody accounts for."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.challenge.asking import MOST_NAMED, Asking, listed
from svcdocs.model.challenge import Question
from svcdocs.model.continuity import Fate, Past
from svcdocs.model.findings import in_short


def dropped_since_last_year(asking: Asking) -> Iterator[Question]:
    """What was dropped, with the reason that was given and who was asked."""
    pasts = [past for past in _pasts(asking) if past.fate is Fate.DROPPED]
    if pasts:
        names = listed([_named(past) for past in pasts[:MOST_NAMED]], max(len(pasts) - MOST_NAMED, 0))
        text = (
            f"Why is {names} no longer in the plan, and who will notice?"
            if len(pasts) == 1
            else (f"Why are {names} no longer in the plan, and who will notice?")
        )
        reasons = "; ".join(_reason(past) for past in pasts[:MOST_NAMED])
        cells = [(past.account, "why") for past in pasts if past.account is not None]
        yield asking.question(text, f"The reasons given: {reasons}.", cells)


def put_off_since_last_year(asking: Asking) -> Iterator[Question]:
    """What has a later end than last year's plan gave it."""
    moved = [past for past in _pasts(asking) if past.fate is Fate.REDATED]
    if moved:
        names = listed([_named(past) for past in moved[:MOST_NAMED]], max(len(moved) - MOST_NAMED, 0))
        ends = "; ".join(
            f"'{in_short(before)}' became '{in_short(now)}'" for before, now in (one.ends for one in moved)
        )
        text = f"What keeps the new {'end' if len(moved) == 1 else 'ends'} of {names} from moving once more?"
        cells = [(heir.record, "finish") for past in moved for heir in past.heirs]
        yield asking.question(text, f"Since last year's plan, {ends}.", cells)


def _pasts(asking: Asking) -> tuple[Past, ...]:
    last = asking.cycle.last_year
    return last.of(asking.plan.service) if last is not None else ()


def _named(past: Past) -> str:
    said = f"'{in_short(past.was)}'" if past.was else ""
    return " ".join(part for part in (past.ref, said) if part) or "something without a name"


def _reason(past: Past) -> str:
    why = f"'{in_short(past.why)}'" if past.why else "none"
    who = f", asked: '{in_short(past.asked)}'" if past.asked else ", and nobody was asked"
    return f"{past.ref or _named(past)}: {why}{who}"
