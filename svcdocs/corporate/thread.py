"""The golden thread seen from the council: each priority with what leads to it, and what leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from svcdocs.model.answers import is_yes
from svcdocs.model.corporate_view import Aim, Contribution, CouncilAction
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import Framework, Priority
from svcdocs.model.service_plan import Action, Objective
from svcdocs.model.thread import Places, leads_to, places_of


@dataclass(frozen=True, slots=True)
class Strands:
    """All objectives and actions of a cycle in the council's order, each with the priorities it leads to."""

    strands: tuple[tuple[str, Objective | Action, tuple[Priority, ...]], ...]

    def to(self, priorities: Iterable[Priority], items: tuple[Priority, ...] = ()) -> tuple[Contribution, ...]:
        """What leads to any of some priorities or their items; each objective and action once."""
        whole = {id(priority) for priority in priorities}
        wanted = whole | {id(item) for item in items}
        return tuple(
            Contribution(
                service,
                record,
                () if not whole.isdisjoint(map(id, reached)) else tuple(one for one in items if _holds(reached, one)),
            )
            for service, record, reached in self.strands
            if not wanted.isdisjoint(map(id, reached))
        )

    @property
    def reached(self) -> dict[int, tuple[Priority, ...]]:
        """The priorities that each objective and action leads to, by its identity."""
        return {id(record): reached for _, record, reached in self.strands}

    @property
    def loose(self) -> tuple[Contribution, ...]:
        """What leads to no priority."""
        return tuple(Contribution(service, record) for service, record, reached in self.strands if not reached)


def strands_of(cycle: Cycle) -> Strands:
    """Every objective and action of the plans that have come in, with the priorities it leads to."""
    every = ((plan, record) for plan in cycle.plans for record in plan.serving)
    return Strands(tuple((plan.service, record, leads_to(cycle, plan, record)) for plan, record in every))


def aims_of(cycle: Cycle, strands: Strands) -> tuple[Aim, ...]:
    """The aims in the council's order; last, if there are any, the council actions that stand under none."""
    framework = cycle.framework
    places = places_of(cycle)
    aims: list[Aim] = []
    taken: set[int] = set()
    for aim in (*framework.level("Aim"), None):
        made = _aim(framework, aim, places, strands, taken)
        if aim is not None or made.council_actions or made.approaches:
            aims.append(made)
    return tuple(aims)


def unserved(cycle: Cycle, strands: Strands) -> tuple[Priority, ...]:
    """The priorities in force to which nothing leads, neither to them nor to anything that stands under them.

    An item counts as served where something leads to its whole council action.
    """
    places = places_of(cycle)
    served = {id(priority) for _, _, reached in strands.strands for priority in reached}
    named = [priority for priority in cycle.framework.priorities if id(priority) in served]
    for priority in named:
        served.update(id(above) for above in places.under(priority))
    return tuple(
        priority
        for priority in cycle.framework.priorities
        if places.withdrawn(priority) is None
        and id(priority) not in served
        and not (priority.is_level("Item") and _holds(named, next(places.under(priority), priority)))
    )


def headlines(contributions: Iterable[Contribution]) -> tuple[Contribution, ...]:
    """The actions among some contributions that are marked for the corporate plan."""
    return tuple(one for one in contributions if isinstance(one.record, Action) and is_yes(one.record.headline))


def _aim(framework: Framework, aim: Priority | None, places: Places, strands: Strands, taken: set[int]) -> Aim:
    """One aim; ``taken`` holds the headline actions that stand under an aim already, and takes up the new ones."""
    own = [priority for priority in framework.priorities if _stands_under(places, priority, aim)]
    approaches = tuple(priority for priority in own if priority.is_level("Approach"))
    actions = tuple(
        CouncilAction(priority, items, strands.to([priority], items))
        for priority in own
        if priority.is_level("Council action")
        for items in [tuple(item for item in own if item.is_level("Item") and _holds(places.under(item), priority))]
    )
    placed = {id(one.record) for action in actions for one in action.contributions}
    broad = strands.to([*([aim] if aim is not None else []), *approaches])
    also = tuple(one for one in broad if id(one.record) not in placed)
    every = {id(one.record): one for one in (*(one for action in actions for one in action.contributions), *also)}
    marked = headlines(one for key, one in every.items() if key not in taken)
    taken.update(id(one.record) for one in marked)
    return Aim(aim, approaches, actions, also, marked)


def _stands_under(places: Places, priority: Priority, aim: Priority | None) -> bool:
    """Whether a priority belongs to an aim; for None, whether it is no aim and belongs to none."""
    above = [place for place in places.under(priority) if place.is_level("Aim")]
    if aim is None:
        return not above and not priority.is_level("Aim")
    return _holds(above, aim)


def _holds(priorities: Iterable[Priority], wanted: Priority) -> bool:
    return any(priority is wanted for priority in priorities)
