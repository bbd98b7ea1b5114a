"""What every indicator measures: the objectives, actions and priorities, and what of the council nothing measures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from svcdocs.corporate.thread import Strands
from svcdocs.model.corporate_view import Aim, Measure
from svcdocs.model.cycle import Cycle, Linked
from svcdocs.model.framework import Priority
from svcdocs.model.service_plan import Action, Indicator, Objective, ServicePlan
from svcdocs.model.thread import places_of


def measures_of(cycle: Cycle, strands: Strands) -> tuple[Measure, ...]:
    """Every indicator of the plans that have come in, with what it measures.

    It measures what it names under "Objective", and the actions that name it; of the council, what these lead to. A row
    that only names a supporting objective is no indicator.
    """
    shared = {row.ref.canonical for row in cycle.framework.shared_indicators if row.ref}
    reached = strands.reached
    measures = []
    for plan in cycle.plans:
        naming = _naming(cycle, plan)
        for indicator in plan.indicators:
            if not indicator.measures_nothing:
                of = (*_named(cycle, plan, indicator), *naming.get(id(indicator), ()))
                priorities = {id(one): one for each in of for one in _priorities(each, reached)}
                is_shared = indicator.ref.canonical in shared
                once = tuple({id(one): one for one in of}.values())
                measures.append(Measure(plan.service, indicator, once, tuple(priorities.values()), is_shared))
    return tuple(measures)


def measured(aim: Aim, measures: Iterable[Measure]) -> Aim:
    """An aim with the indicators that measure it, and its council actions each with theirs."""
    actions = tuple(
        replace(action, measures=_of((action.priority, *action.items), measures)) for action in aim.council_actions
    )
    own = [*aim.approaches, *(one for action in actions for one in (action.priority, *action.items))]
    own += [] if aim.priority is None else [aim.priority]
    return replace(aim, council_actions=actions, measures=_of(own, measures))


def unmeasured(cycle: Cycle, aims: Iterable[Aim]) -> tuple[Priority, ...]:
    """The council actions in force that no indicator measures, neither them nor a part of them."""
    places = places_of(cycle)
    actions = (action for aim in aims for action in aim.council_actions)
    return tuple(one.priority for one in actions if not one.measures and places.withdrawn(one.priority) is None)


def _of(priorities: Iterable[Priority], measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """The indicators among some that measure any of some priorities, in their order."""
    wanted = {id(priority) for priority in priorities}
    return tuple(one for one in measures if not wanted.isdisjoint(map(id, one.priorities)))


def _named(cycle: Cycle, plan: ServicePlan, indicator: Indicator) -> tuple[Linked, ...]:
    """What an indicator names itself; a wording in its own cell that leads nowhere names nothing."""
    named = cycle.named(plan.service, indicator.objective)
    found = [each for one in named for each in one.found if isinstance(each, Priority | Objective | Action)]
    return tuple(found)


def _naming(cycle: Cycle, plan: ServicePlan) -> dict[int, list[Action]]:
    """The actions that name each indicator of a plan, by the indicator's identity."""
    found: dict[int, list[Action]] = {}
    for action in plan.all_actions:
        for one in cycle.named(plan.service, action.indicators):
            for each in one.found:
                if isinstance(each, Indicator):
                    found.setdefault(id(each), []).append(action)
    return found


def _priorities(one: Linked, reached: dict[int, tuple[Priority, ...]]) -> tuple[Priority, ...]:
    return (one,) if isinstance(one, Priority) else reached.get(id(one), ())
