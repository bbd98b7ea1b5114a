"""Questions about the actions: when they end, who leads them, what they cost, and what comes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from svcdocs.challenge.asking import Asking, all_named, listed, named
from svcdocs.model.amounts import AmountKind, read_amount
from svcdocs.model.challenge import Question
from svcdocs.model.dates import DateKind, said_day
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Action

FEW = 5
"""Of fewer actions nothing is said about all or most of them."""
_HALF = 2


def all_on_one_day(asking: Asking) -> Iterator[Question]:
    """Half of the actions or more end on one and the same day."""
    ends = [(row, day) for row in asking.plan.all_actions if (day := _end(row)) is not None]
    if not ends or asking.is_told("deadlines-alike"):
        return
    (day, count), *_ = Counter(day for _, day in ends).most_common(1)
    if count >= FEW and count * _HALF >= len(ends):
        text = (
            f"{count} of {len(ends)} actions end on {said_day(day)}. Which of them can be done sooner, and by what "
            "will anyone see before that day that they are on course?"
        )
        rows = [row for row, end in ends if end == day]
        yield asking.question(text, f"They are {all_named(rows)}.", [(row, "finish") for row in rows])


def within_existing_resources(asking: Asking) -> Iterator[Question]:
    """Every action that says what it costs is to cost nothing."""
    rows = [row for row in asking.plan.all_actions if row.resources]
    kinds = [read_amount(row.resources.plain).kind for row in rows]
    if len(rows) < FEW or asking.is_told("all-within-resources"):
        return
    if all(kind in (AmountKind.EXISTING, AmountKind.NONE) for kind in kinds):
        text = (
            f"All {len(rows)} actions that say what they cost are to be done with what there is. What will the service "
            "do less of, so that it can?"
        )
        why = f"Not one of {all_named(rows)} asks for money or posts."
        yield asking.question(text, why, [(row, "resources") for row in rows])


def without_outcome(asking: Asking) -> Iterator[Question]:
    """Actions that do not say how anyone will know."""
    rows = [row for row in asking.plan.all_actions if row.title and not row.outcome]
    if rows:
        one = named(rows[0]) if len(rows) == 1 else all_named(rows)
        text = f"How will residents be able to tell that {one} {'has' if len(rows) == 1 else 'have'} worked?"
        say = "says" if len(rows) == 1 else "say"
        why = f"{len(rows)} of {len(asking.plan.all_actions)} actions {say} nothing under 'How we will know'."
        yield asking.question(text, why, [(row, "outcome") for row in rows])


def one_leads_most(asking: Asking) -> Iterator[Question]:
    """One person or post leads half of the actions or more."""
    rows = [row for row in asking.plan.all_actions if row.lead.names]
    led: dict[str, list[Action]] = {}
    for row in rows:
        for name in {folded(name): name for name in row.lead.names}:
            led.setdefault(name, []).append(row)
    who = max(led, key=lambda name: len(led[name]), default="")
    own = led.get(who, [])
    if len(own) >= FEW and len(own) * _HALF > len(rows) and len(led) > 1:
        name = next(each for each in own[0].lead.names if folded(each) == who)
        text = f"{name} leads {len(own)} of {len(rows)} actions. Can one person do all of it, and who steps in?"
        yield asking.question(text, f"They are {all_named(own)}.", [(row, "lead") for row in own])


def without_an_end(asking: Asking) -> Iterator[Question]:
    """Actions that go on and on."""
    endless = (DateKind.ONGOING, DateKind.RECURRING)
    rows = [
        row
        for row in asking.plan.all_actions
        if row.finish.items and all(item.meaning.kind in endless for item in row.finish.items)
    ]
    last = asking.cycle.framework.last_day_of(asking.plan.service)
    if rows and last is not None:
        goes = "goes" if len(rows) == 1 else "go"
        text = f"What will be different by {said_day(last)} through {all_named(rows)}, which {goes} on without an end?"
        said = dict.fromkeys(f"'{' '.join(str(row.finish).split())}'" for row in rows)
        yield asking.question(
            text, f"Under 'Finish by' stands {listed(list(said))}.", [(row, "finish") for row in rows]
        )


def _end(row: Action) -> date | None:
    ends = [item.meaning.last for item in row.finish.items if item.meaning.kind is not DateKind.FROM]
    known = [day for day in ends if day is not None]
    return max(known) if known and len(known) == len(ends) else None
