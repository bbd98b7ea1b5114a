"""What falls into which month of the plans: the steps that are due, and the actions that end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from svcdocs.model.cycle import Cycle
from svcdocs.model.service_plan import Action

EARLIER, LATER = "Earlier", "Later"


@dataclass(frozen=True, slots=True)
class Month:
    """One month, in words, with how many steps are due and how many actions end in it."""

    name: str
    steps: int
    actions: int


def months_of(cycle: Cycle) -> tuple[Month, ...]:
    """Every month of the plans' years, those in which nothing falls too; before and after them what lies outside.

    A date of several days counts by its last one. Nothing where no date can be read, or the years cannot.
    """
    first, last = cycle.framework.first_day, cycle.framework.last_day
    steps, actions = Counter(_steps(cycle)), Counter(_ends(cycle))
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


def _all_actions(cycle: Cycle) -> Iterator[Action]:
    for plan in cycle.plans:
        yield from plan.all_actions


def _steps(cycle: Cycle) -> Iterator[int]:
    for action in _all_actions(cycle):
        for step in action.steps:
            if (last := step.due.meaning.last) is not None:
                yield _index(last)


def _ends(cycle: Cycle) -> Iterator[int]:
    for action in _all_actions(cycle):
        lasts = [last for one in action.finish.items if (last := one.meaning.last) is not None]
        if lasts:
            yield _index(max(lasts))
