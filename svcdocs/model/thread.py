"""The golden thread: what stands under what in the council's priorities, and where each objective and action leads.

Aim → approach → council action → item on the council's side; objective → action → indicator and risk on the service's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from svcdocs.model.as_written import Ref, Refs
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import Priority
from svcdocs.model.service_plan import Action, Indicator, Objective, Risk, ServicePlan
from svcdocs.model.spellings import parents
from svcdocs.model.wordings import key_of


@dataclass(slots=True)
class Places:
    """Which priority stands under which, and which are in force."""

    _priorities: tuple[Priority, ...] = ()
    _parent: dict[int, Priority] = field(default_factory=dict)

    def under(self, priority: Priority) -> Iterator[Priority]:
        """What a priority stands under, from the nearest."""
        seen: set[int] = set()
        while id(priority) in self._parent and id(priority) not in seen:
            seen.add(id(priority))
            priority = self._parent[id(priority)]
            yield priority

    def items_of(self, action: Priority) -> tuple[Priority, ...]:
        """The items of a council action, in the council's order."""
        items = (row for row in self._priorities if row.is_level("Item"))
        return tuple(item for item in items if next(self.under(item), None) is action)

    def withdrawn(self, priority: Priority) -> Priority | None:
        """What was withdrawn so that a priority is none any more: itself, or the council action it is an item of."""
        if priority.withdrawn_on:
            return priority
        above = next(self.under(priority), None) if priority.is_level("Item") else None
        return above if above is not None and above.withdrawn_on else None


def places_of(cycle: Cycle) -> Places:
    """Where each priority stands; an item under a council action that has no reference stands there all the same."""
    parent: dict[int, Priority] = {}
    action: Priority | None = None
    rows = cycle.framework.priorities
    for priority, ref in zip(rows, parents(rows), strict=True):
        if priority.is_level("Item") and (not ref or (action is not None and action.ref.canonical == ref)):
            above = action  # council actions may be numbered anew under each aim: the one above the item is meant
        else:
            above = cycle.priority(ref) if ref else None
        if above is not None and above is not priority:
            parent[id(priority)] = above
        if priority.is_level("Council action"):
            action = priority
    return Places(rows, parent)


def leads_to(cycle: Cycle, plan: ServicePlan, record: Objective | Action) -> tuple[Priority, ...]:
    """The priorities that an objective or action of a plan leads to, each once.

    It leads to what it names under "Serves" or "For", and to what the objectives it names lead to; a part of an
    objective that names nothing leads where the whole does. What names council actions itself leads to these and to no
    others: of the objectives it names, only the aims and approaches are added.
    """
    named = [one.priority for one in cycle.named(plan.service, record.serves) if one.priority is not None]
    settled = any(_is_council_action(priority) for priority in named)
    every = {id(priority): priority for priority in _reached(cycle, plan, record, set())}
    return tuple(
        priority
        for priority in every.values()
        if not (settled and _is_council_action(priority)) or any(priority is one for one in named)
    )


def serves_itself(cycle: Cycle, plan: ServicePlan, record: Objective | Action) -> tuple[Priority, ...]:
    """The priorities that a record serves by its own row: those it names, or for want of any the one it is called."""
    named = (one.priority for one in cycle.named(plan.service, _leading(record)))
    is_part = isinstance(record, Objective) and not record.serves.items
    return () if is_part else tuple({id(one): one for one in named if one is not None}.values())


def measured_by(cycle: Cycle, plan: ServicePlan, record: Objective | Action) -> tuple[Indicator, ...]:
    """The indicators that measure an objective or action: those it names, and those that name it."""
    named = cycle.named(plan.service, record.indicators) if isinstance(record, Action) else ()
    found = [one for ref in named for one in ref.found if isinstance(one, Indicator)]
    key = key_of(record)
    found += [one for one in plan.indicators if key and key in cycle.keys(plan.service, one.objective)]
    return tuple({id(one): one for one in found}.values())


def threatened_by(cycle: Cycle, plan: ServicePlan, record: Objective | Action) -> tuple[Risk, ...]:
    """The risks that name an objective or action, and for an action those it names as its main risk."""
    key = key_of(record)
    main = record.risk.plain if isinstance(record, Action) else ""
    return tuple(
        risk
        for risk in plan.risks
        if (key and key in cycle.keys(plan.service, risk.serves)) or (risk.ref and str(risk.ref) == main.strip())
    )


def _is_council_action(priority: Priority) -> bool:
    return priority.is_level("Council action") or priority.is_level("Item")


def _leading(record: Objective | Action) -> Refs | Ref:
    """The cell by which a record leads on: what it serves, else the whole it is a part of, or its own reference."""
    if record.serves.items:
        return record.serves
    return record.under if isinstance(record, Objective) else record.ref


def _reached(cycle: Cycle, plan: ServicePlan, record: Objective | Action, seen: set[int]) -> Iterator[Priority]:
    """What a record leads to; each record on the way is followed once, however many lead to it."""
    if id(record) in seen:
        return
    seen.add(id(record))
    for ref in cycle.named(plan.service, _leading(record)):
        for target in ref.found:
            if isinstance(target, Priority):
                yield target
            elif isinstance(target, Objective | Action):
                own = cycle.priority(target.ref) if isinstance(target, Action) else None
                if own is not None:  # an action may bear the reference of the council action it is for
                    yield own
                yield from _reached(cycle, plan, target, seen)
