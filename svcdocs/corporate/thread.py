"""The golden thread seen from the council: each priority with what leads to it, and what leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from svcdocs.corporate.answers import is_yes
from svcdocs.model.corporate_view import Aim, Contribution, CouncilAction
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import Framework, Priority
from svcdocs.model.service_plan import Action, Objective, ServicePlan


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
    def loose(self) -> tuple[Contribution, ...]:
        """What leads to no priority."""
        return tuple(Contribution(service, record) for service, record, reached in self.strands if not reached)


@dataclass(slots=True)
class _Places:
    """Which priority stands under which, by the place of each in the framework."""

    parent: dict[int, Priority] = field(default_factory=dict)

    def under(self, priority: Priority) -> Iterator[Priority]:
        """What a priority stands under, from the nearest."""
        seen: set[int] = set()
        while id(priority) in self.parent and id(priority) not in seen:
            seen.add(id(priority))
            priority = self.parent[id(priority)]
            yield priority


def strands_of(cycle: Cycle) -> Strands:
    """Every objective and action of the plans that have come in, with the priorities it leads to.

    It leads to what it names under "Serves" or "For", and to what the objectives it names lead to; a part of an
    objective that names nothing leads where the whole does. What names council actions itself leads to these and to no
    others: of the objectives it names, only the aims and approaches are added.
    """
    every = ((plan, record) for plan in cycle.plans for record in _linked(plan))
    return Strands(tuple((plan.service, record, _leads_to(cycle, plan, record)) for plan, record in every))


def aims_of(cycle: Cycle, strands: Strands) -> tuple[Aim, ...]:
    """The aims in the council's order; last, if there are any, the council actions that stand under none."""
    framework = cycle.framework
    places = _places(cycle)
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
    places = _places(cycle)
    served = {id(priority) for _, _, reached in strands.strands for priority in reached}
    named = [priority for priority in cycle.framework.priorities if id(priority) in served]
    for priority in named:
        served.update(id(above) for above in places.under(priority))
    return tuple(
        priority
        for priority in cycle.framework.priorities
        if not priority.withdrawn_on
        and id(priority) not in served
        and not (_is(priority, "Item") and _holds(named, next(places.under(priority), priority)))
    )


def headlines(contributions: Iterable[Contribution]) -> tuple[Contribution, ...]:
    """The actions among some contributions that are marked for the corporate plan."""
    return tuple(one for one in contributions if isinstance(one.record, Action) and is_yes(one.record.headline))


def _aim(framework: Framework, aim: Priority | None, places: _Places, strands: Strands, taken: set[int]) -> Aim:
    """One aim; ``taken`` holds the headline actions that stand under an aim already, and takes up the new ones."""
    own = [priority for priority in framework.priorities if _stands_under(places, priority, aim)]
    approaches = tuple(priority for priority in own if _is(priority, "Approach"))
    actions = tuple(
        CouncilAction(priority, items, strands.to([priority], items))
        for priority in own
        if _is(priority, "Council action")
        for items in [tuple(item for item in own if _is(item, "Item") and _holds(places.under(item), priority))]
    )
    placed = {id(one.record) for action in actions for one in action.contributions}
    broad = strands.to([*([aim] if aim is not None else []), *approaches])
    also = tuple(one for one in broad if id(one.record) not in placed)
    every = {id(one.record): one for one in (*(one for action in actions for one in action.contributions), *also)}
    marked = headlines(one for key, one in every.items() if key not in taken)
    taken.update(id(one.record) for one in marked)
    return Aim(aim, approaches, actions, also, marked)


def _linked(plan: ServicePlan) -> Iterator[Objective | Action]:
    yield from plan.objectives
    yield from plan.all_actions


def _stands_under(places: _Places, priority: Priority, aim: Priority | None) -> bool:
    """Whether a priority belongs to an aim; for None, whether it is no aim and belongs to none."""
    above = [place for place in places.under(priority) if _is(place, "Aim")]
    if aim is None:
        return not above and not _is(priority, "Aim")
    return _holds(above, aim)


def _places(cycle: Cycle) -> _Places:
    """An item without a reference under "Under" is a part of the council action above it, as the sheet says."""
    places, action = _Places(), None
    for priority in cycle.framework.priorities:
        above = next((p for ref in priority.under.items if (p := cycle.priority(ref)) is not None), None)
        if above is None and _is(priority, "Item") and not priority.under:
            above = action
        if above is not None and above is not priority:
            places.parent[id(priority)] = above
        if _is(priority, "Council action"):
            action = priority
    return places


def _leads_to(cycle: Cycle, plan: ServicePlan, record: Objective | Action) -> tuple[Priority, ...]:
    named = [priority for ref in record.serves.items if (priority := cycle.priority(ref)) is not None]
    settled = any(_is_council_action(priority) for priority in named)
    every = {id(priority): priority for priority in _reached(cycle, plan, record, ())}
    return tuple(
        priority
        for priority in every.values()
        if not (settled and _is_council_action(priority)) or _holds(named, priority)
    )


def _is_council_action(priority: Priority) -> bool:
    return _is(priority, "Council action") or _is(priority, "Item")


def _reached(cycle: Cycle, plan: ServicePlan, record: Objective | Action, way: tuple[int, ...]) -> Iterator[Priority]:
    if id(record) in way:
        return  # two records that name each other lead nowhere new
    refs = record.serves.items
    if not refs:
        refs = (record.under,) if isinstance(record, Objective) else (record.ref,)
    for ref in refs:
        for target in cycle.find(plan.service, ref):
            if isinstance(target, Priority):
                yield target
            elif isinstance(target, Objective | Action):
                own = cycle.priority(target.ref) if isinstance(target, Action) else None
                if own is not None:  # an action may bear the reference of the council action it is for
                    yield own
                yield from _reached(cycle, plan, target, (*way, id(record)))


def _holds(priorities: Iterable[Priority], wanted: Priority) -> bool:
    return any(priority is wanted for priority in priorities)


def _is(priority: Priority, level: str) -> bool:
    return priority.level.strip().casefold() == level.casefold()
