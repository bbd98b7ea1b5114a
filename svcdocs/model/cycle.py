"""All plans of one year against the framework, linked: what each reference names. ``thread`` follows the links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from svcdocs.model.as_written import Ref, canonical_ref
from svcdocs.model.assignments import Assignment
from svcdocs.model.council import MoneyColumn
from svcdocs.model.finance import Finance
from svcdocs.model.framework import Framework, Priority
from svcdocs.model.service_plan import Action, Indicator, Objective, Risk, ServicePlan

Planned = Objective | Action | Indicator | Risk
Linked = Priority | Objective | Action | Indicator | Risk


@dataclass(frozen=True, slots=True)
class Cycle:
    """The framework, the plans that have come in, and the links between their records.

    ``finance`` is what the finance workbook says of all figures; ``missing`` are the workbooks that have not come back.
    """

    framework: Framework
    plans: tuple[ServicePlan, ...]
    finance: Finance = field(default_factory=Finance)
    missing: tuple[Assignment, ...] = ()
    _priorities: Mapping[str, Priority] = field(default_factory=dict, repr=False, compare=False)
    _planned: Mapping[str, Mapping[str, list[Planned]]] = field(default_factory=dict, repr=False, compare=False)

    def plan(self, service: str) -> ServicePlan | None:
        """The plan of a service, or None where none has come in."""
        return next((plan for plan in self.plans if plan.service == service), None)

    @property
    def money_columns(self) -> tuple[MoneyColumn, ...]:
        """The columns of figures, each as at the day that Finance or else the framework gives."""
        return self.finance.dated(self.framework.money_columns)

    @property
    def money_unit(self) -> str:
        """The unit of all figures, as Finance or else the framework gives it."""
        return self.finance.statement.unit.strip() or self.framework.about.money_unit.strip()

    @property
    def awaited(self) -> tuple[str, ...]:
        """The services from which nothing has come in, in the council's order."""
        present = {plan.service for plan in self.plans}
        return tuple(name for name in self.framework.service_names if name not in present)

    def priority(self, ref: Ref | str) -> Priority | None:
        """The aim, approach, council action or item a reference names, by any of its spellings.

        An approach "(i)" under aim A is also A(i); "(i)" alone names it only while no other has that reference.
        """
        return self._priorities.get(canonical_ref(str(ref)))

    def find(self, service: str, ref: Ref | str) -> tuple[Linked, ...]:
        """What a reference written by a service names: its own records first, then the council's priorities."""
        key = canonical_ref(str(ref))
        own = self._planned.get(service, {}).get(key, [])
        priority = self._priorities.get(key)
        return (*own, priority) if priority is not None and not own else tuple(own)


def link(
    framework: Framework,
    plans: Iterable[ServicePlan],
    finance: Finance | None = None,
    missing: Iterable[Assignment] = (),
) -> Cycle:
    """Join the plans to the framework; ``plans`` come out in the council's order of services."""
    order = {name: place for place, name in enumerate(framework.service_names)}
    ordered = tuple(sorted(plans, key=lambda plan: order.get(plan.service, len(order))))
    return Cycle(
        framework,
        ordered,
        finance or Finance(),
        tuple(missing),
        _by_spelling(framework),
        {plan.service: _by_ref(plan) for plan in ordered},
    )


def parents(priorities: Iterable[Priority]) -> list[str]:
    """For each priority the canonical reference of what it stands under; "" for none.

    An item belongs to a council action: to the one it names, else to the one above it on the sheet, whatever aim or
    approach it names besides.
    """
    rows = tuple(priorities)
    actions = {row.ref.canonical for row in rows if row.is_level("Council action")}
    found: list[str] = []
    action = ""
    for priority in rows:
        named = [ref.canonical for ref in priority.under.items]
        under = next(iter(named), "")
        if priority.is_level("Item"):
            under = next((ref for ref in named if ref in actions), action or under)
        found.append(under)
        if priority.is_level("Council action"):
            action = priority.ref.canonical
    return found


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


_LONGEST_REF = 12  # in "Also or formerly written", a longer line is a wording and not a reference


def _by_spelling(framework: Framework) -> dict[str, Priority]:
    """Every way to name a priority; a reference of its own goes before a former one, and that before A + (i)."""
    rows = framework.priorities
    above = parents(rows)
    kin = Counter(ref for ref, _ in {(row.ref.canonical, under) for row, under in zip(rows, above, strict=True)})
    found: dict[str, Priority] = {}
    for priority in rows:
        if kin[priority.ref.canonical] == 1:
            found.setdefault(priority.ref.canonical, priority)
    for priority in rows:
        for line in priority.also_written.split("\n"):
            if len(line.strip()) <= _LONGEST_REF:
                found.setdefault(canonical_ref(line), priority)
    for priority, under in zip(rows, above, strict=True):
        if under and priority.ref.canonical:
            found.setdefault(under + priority.ref.canonical, priority)
    found.pop("", None)
    return found


def _by_ref(plan: ServicePlan) -> dict[str, list[Planned]]:
    found: dict[str, list[Planned]] = {}
    for record in planned(plan):
        if record.ref.canonical:
            found.setdefault(record.ref.canonical, []).append(record)
    return found
