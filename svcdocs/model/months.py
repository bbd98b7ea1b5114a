"""What falls into which month of plans: the steps that are due, and the actions that end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from svcdocs.model.service_plan import Action, ServicePlan

EARLIER, LATER = "Earlier", "Later"


@dataclass(frozen=True, slots=True)
class Month:
    """One month, in words, with how many steps are due and how many actions end in it."""

    name: str
    steps: int
    actions: int


def months_of(plans: Iterable[ServicePlan], first: date | None, last: date | None) -> tuple[Month, ...]:
    """Every month from that of the first day to that of the last, those in which nothing falls too.

    What lies outside is counted before and after them. A date of several days counts by its last one. Nothing where
    no date can be read, or there are no such days.
    """
    plans = tuple(plans)
    steps, actions = Counter(_steps(plans)), Counter(_ends(plans))
    if first is None or last is None or not (steps or actions):
        return ()
    inside = [
        Month(f"{date(at // 12, at % 12 + 1, 1):%b %Y}", steps[at], actions[at])
        for at in range(_index(first), _index(last) + 1)
    ]
    early = Month(EARLIER, *(sum(n for at, n in each.items() if at < _index(first)) for each in (steps, actions)))
    late = Month(LATER, *(sum(n for at, n in each.items() if at > _index(last)) for each in (steps, actions)))
    return (*_if_any(early), *inside, *_if_any(late))


def _if_any(month: Month) -> tuple[Month, ...]:
    return (month,) if month.steps or month.actions else ()


def _index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _all_actions(plans: Iterable[ServicePlan]) -> Iterator[Action]:
    for plan in plans:
        yield from plan.all_actions


def _steps(plans: Iterable[ServicePlan]) -> Iterator[int]:
    for action in _all_actions(plans):
        for step in action.steps:
            if (last := step.due.meaning.last) is not None:
                yield _index(last)


def _ends(plans: Iterable[ServicePlan]) -> Iterator[int]:
    for action in _all_actions(plans):
        lasts = [last for one in action.finish.items if (last := one.meaning.last) is not None]
        if lasts:
            yield _index(max(lasts))
