"""All plans of one year against the framework, linked: the golden thread lives here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from svcdocs.model.as_written import Ref, canonical_ref
from svcdocs.model.framework import Framework, Priority
from svcdocs.model.service_plan import Action, Indicator, Objective, Risk, ServicePlan

Planned = Objective | Action | Indicator | Risk
Linked = Priority | Objective | Action | Indicator | Risk


@dataclass(frozen=True, slots=True)
class Strand:
    """One strand of the golden thread: a record of one service, with what it serves and what serves it."""

    service: str
    record: Planned


@dataclass(frozen=True, slots=True)
class Cycle:
    """The framework, the plans that have come in, and the links between their records.

    ``targets`` gives, for the place of a record in ``strands``, what each of its references leads to.
    """

    framework: Framework
    plans: tuple[ServicePlan, ...]
    _priorities: dict[str, Priority] = field(default_factory=dict, repr=False, compare=False)
    _planned: dict[str, dict[str, list[Planned]]] = field(default_factory=dict, repr=False, compare=False)
    _served_by: dict[str, list[Strand]] = field(default_factory=dict, repr=False, compare=False)

    def plan(self, service: str) -> ServicePlan | None:
        """The plan of a service, or None where none has come in."""
        return next((plan for plan in self.plans if plan.service == service), None)

    @property
    def awaited(self) -> tuple[str, ...]:
        """The services from which nothing has come in, in the council's order."""
        present = {plan.service for plan in self.plans}
        return tuple(name for name in self.framework.service_names if name not in present)

    def priority(self, ref: Ref | str) -> Priority | None:
        """The aim, approach, council action or item a reference names, by any of its spellings."""
        return self._priorities.get(canonical_ref(str(ref)))

    def find(self, service: str, ref: Ref | str) -> tuple[Linked, ...]:
        """What a reference written by a service names: its own records first, then the council's priorities."""
        key = canonical_ref(str(ref))
        own = self._planned.get(service, {}).get(key, [])
        priority = self._priorities.get(key)
        return (*own, priority) if priority is not None and not own else tuple(own)

    def contributions(self, ref: Ref | str) -> tuple[Strand, ...]:
        """Who contributes what to a priority: the objectives and actions that name it, or an item of it."""
        return tuple(self._served_by.get(canonical_ref(str(ref)), ()))


def link(framework: Framework, plans: Iterable[ServicePlan]) -> Cycle:
    """Join the plans to the framework; ``plans`` come out in the council's order of services."""
    order = {name: place for place, name in enumerate(framework.service_names)}
    ordered = tuple(sorted(plans, key=lambda plan: order.get(plan.service, len(order))))
    cycle = Cycle(framework=framework, plans=ordered)
    for priority in framework.priorities:
        for spelling in _spellings(priority):
            cycle._priorities.setdefault(spelling, priority)
    for plan in ordered:
        names = cycle._planned.setdefault(plan.service, {})
        for record in planned(plan):
            if record.ref.canonical:
                names.setdefault(record.ref.canonical, []).append(record)
    for plan in ordered:
        _serve(cycle, plan)
    return cycle


def planned(plan: ServicePlan) -> Iterator[Planned]:
    """Every record of a plan that may be referred to, sheet by sheet."""
    yield from plan.objectives
    yield from plan.all_actions
    yield from plan.indicators
    yield from plan.risks


def named_refs(record: Planned) -> dict[str, tuple[Ref, ...]]:
    """The references a record makes to others, by the field that holds them."""
    match record:
        case Objective():
            return {"under": (record.under,) if record.under.canonical else (), "serves": record.serves.items}
        case Action():
            return {"serves": record.serves.items, "indicators": record.indicators.items}
        case Indicator():
            return {"objective": record.objective.items}
        case Risk():
            return {"serves": record.serves.items}


def _spellings(priority: Priority) -> Iterator[str]:
    if priority.ref.canonical:
        yield priority.ref.canonical
    for line in priority.also_written.split("\n"):
        if 0 < len(line.strip()) <= 12:  # longer lines are wordings, not references
            yield canonical_ref(line)


def _serve(cycle: Cycle, plan: ServicePlan) -> None:
    """Note, for each priority, the objectives and actions of a plan that lead to it, directly or by their objective."""
    for record in (*plan.objectives, *plan.all_actions):
        reached: dict[str, None] = {}
        for ref in record.serves.items:
            for target in cycle.find(plan.service, ref):
                refs = target.serves.items if isinstance(target, Objective) else (target.ref,)
                reached.update(dict.fromkeys(reference.canonical for reference in refs))
        for key in reached:
            priority = cycle._priorities.get(key)
            if priority is not None:
                cycle._served_by.setdefault(priority.ref.canonical, []).append(Strand(plan.service, record))
