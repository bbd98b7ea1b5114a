"""All plans of one year against the framework, linked: what each reference names. ``thread`` follows the links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from svcdocs.model.as_written import Ref, Refs, canonical_ref, dates_in
from svcdocs.model.assignments import Assignment
from svcdocs.model.base import Value
from svcdocs.model.council import MoneyColumn
from svcdocs.model.finance import Finance
from svcdocs.model.framework import Framework, Priority
from svcdocs.model.service_plan import Action, Indicator, Objective, Risk, ServicePlan
from svcdocs.model.spellings import Spellings, spellings_of
from svcdocs.model.years import APRIL

Planned = Objective | Action | Indicator | Risk
Linked = Priority | Objective | Action | Indicator | Risk
ValueT = TypeVar("ValueT", bound=Value)


@dataclass(frozen=True, slots=True)
class Named:
    """One of the things that a cell of references names, with the characters that name it.

    ``found`` are the service's own records of that reference, else the council's priority; nothing where it leads
    nowhere. ``priority`` is the council's, even where the service has a record of the same reference. ``is_former``
    says that the priority is called or worded otherwise by now.
    """

    written: str
    found: tuple[Linked, ...]
    priority: Priority | None
    is_former: bool


@dataclass(frozen=True, slots=True)
class Cycle:
    """The framework, the plans that have come in, and the links between their records.

    ``finance`` is what the finance workbook says of all figures; ``missing`` are the workbooks that have not come back.
    """

    framework: Framework
    plans: tuple[ServicePlan, ...]
    finance: Finance = field(default_factory=Finance)
    missing: tuple[Assignment, ...] = ()
    _spellings: Spellings = field(default_factory=Spellings, repr=False, compare=False)
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
        """The aim, approach, council action or item that a reference or a wording names, by any of its spellings.

        An approach "(i)" under aim A is also A(i); "(i)" alone names it only while no other has that reference.
        """
        return self._spellings.priority(str(ref))

    def find(self, service: str, ref: Ref | str) -> tuple[Linked, ...]:
        """What a reference written by a service names: its own records first, then the council's priorities."""
        own = self._planned.get(service, {}).get(canonical_ref(str(ref)), [])
        priority = self.priority(ref)
        return (*own, priority) if priority is not None and not own else tuple(own)

    def named(self, service: str, refs: Refs | Ref) -> tuple[Named, ...]:
        """What a cell of references written by a service names, in the order written.

        A wording of a priority names it as well as its reference does. A wording may hold a comma or an "and", so the
        whole cell is looked up first, then each of its lines, and only then what stands between commas.
        """
        return tuple(self._named(service, written) for written in self._parts(refs.text))

    def _parts(self, text: str) -> Iterator[str]:
        if self._spellings.is_wording(text):
            yield " ".join(text.split())
            return
        for line in re.split(r"[;\n]", text):
            if self._spellings.is_wording(line):
                yield line.strip()
            else:
                yield from (ref.text for ref in Refs(text=line).items)

    def _named(self, service: str, written: str) -> Named:
        priority = self.priority(written)
        found = self.find(service, written)
        is_former = priority is not None and priority in found and self._spellings.is_former(written)
        return Named(written, found, priority, is_former)


def link(
    framework: Framework,
    plans: Iterable[ServicePlan],
    finance: Finance | None = None,
    missing: Iterable[Assignment] = (),
) -> Cycle:
    """Join the plans to the framework; ``plans`` come out in the council's order of services.

    Where financial years do not begin in April, the plans come out as copies whose dates know that.
    """
    month = framework.financial_years.starts
    plans, finance = [_in_years_from(month, plan) for plan in plans], _in_years_from(month, finance or Finance())
    order = {name: place for place, name in enumerate(framework.service_names)}
    ordered = tuple(sorted(plans, key=lambda plan: order.get(plan.service, len(order))))
    return Cycle(
        framework,
        ordered,
        finance,
        tuple(missing),
        spellings_of(framework),
        {plan.service: _by_ref(plan) for plan in ordered},
    )


def planned(plan: ServicePlan) -> Iterator[Planned]:
    """Every record of a plan that may be referred to, sheet by sheet."""
    yield from plan.objectives
    yield from plan.all_actions
    yield from plan.indicators
    yield from plan.risks


def named_refs(record: Planned) -> dict[str, Refs | Ref]:
    """The cells in which a record names others, by their fields."""
    match record:
        case Objective():
            return {"under": record.under, "serves": record.serves}
        case Action():
            return {"serves": record.serves, "indicators": record.indicators}
        case Indicator():
            return {"objective": record.objective}
        case Risk():
            return {"serves": record.serves}


def _in_years_from(month: int, value: ValueT) -> ValueT:
    """A value whose dates count in financial years from a month: a copy, where that is not the usual one."""
    if month == APRIL:
        return value
    copy = value.model_copy(deep=True)
    for each in dates_in(copy):
        each.in_years_from(month)
    return copy


def _by_ref(plan: ServicePlan) -> dict[str, list[Planned]]:
    found: dict[str, list[Planned]] = {}
    for record in planned(plan):
        if record.ref.canonical:
            found.setdefault(record.ref.canonical, []).append(record)
    return found
