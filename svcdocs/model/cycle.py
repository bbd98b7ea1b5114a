"""All plans of one year against the framework, linked: what each reference names. ``thread`` follows the links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from svcdocs.model.as_written import Ref, Refs, canonical_ref, dates_in
from svcdocs.model.assignments import Assignment
from svcdocs.model.base import Value
from svcdocs.model.continuity import Continuity
from svcdocs.model.council import MoneyColumn
from svcdocs.model.finance import Finance
from svcdocs.model.framework import Framework, Priority
from svcdocs.model.gaps import Gap
from svcdocs.model.requests import Requests
from svcdocs.model.service_plan import Action, Indicator, Objective, Risk, ServicePlan
from svcdocs.model.spellings import Spellings, spellings_of
from svcdocs.model.wordings import Planned, Records, key_of, may_be_wording, records_of
from svcdocs.model.years import APRIL

Linked = Priority | Objective | Action | Indicator | Risk
_NONE = Records()
ValueT = TypeVar("ValueT", bound=Value)


@dataclass(frozen=True, slots=True)
class Named:
    """One of the things that a cell of references names, with the characters that name it.

    ``found`` are the service's own records of that reference, else the council's priority; for a wording, all that are
    worded so; nothing where it leads nowhere. ``priority`` is the council's, even where the service has a record of the
    same reference. ``is_former`` says that the priority is called or worded otherwise by now.
    """

    written: str
    found: tuple[Linked, ...]
    priority: Priority | None
    is_former: bool


@dataclass(frozen=True, slots=True)
class Cycle:
    """The framework, the plans that have come in, and the links between their records.

    ``finance`` is what the finance workbook says of all figures; ``missing`` are the workbooks that have not come back;
    ``gaps`` what could not be read in those that have. ``requests`` are what services ask of each other, with what was
    said to it; ``today`` is the day by which an answer may be late, None where nobody has said. ``last_year`` is what
    has become of last year's records; None where nobody has said where its plans are. ``kept`` holds what has been
    worked out of all that once.
    """

    framework: Framework
    plans: tuple[ServicePlan, ...]
    finance: Finance = field(default_factory=Finance)
    missing: tuple[Assignment, ...] = ()
    gaps: tuple[Gap, ...] = ()
    requests: Requests = field(default_factory=Requests)
    today: date | None = None
    last_year: Continuity | None = None
    kept: dict[str, object] = field(default_factory=dict, repr=False, compare=False)
    _spellings: Spellings = field(default_factory=Spellings, repr=False, compare=False)
    _records: Mapping[str, Records] = field(default_factory=dict, repr=False, compare=False)

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

    def since(self, last_year: Continuity) -> Cycle:
        """The same cycle, knowing what has become of last year's records."""
        return replace(self, last_year=last_year, kept={})

    def priority(self, ref: Ref | str) -> Priority | None:
        """The aim, approach, council action or item that a reference or a wording names, by any of its spellings.

        An approach "(i)" under aim A is also A(i); "(i)" alone names it only while no other has that reference.
        """
        return self._spellings.priority(str(ref))

    def find(self, service: str, ref: Ref | str) -> tuple[Linked, ...]:
        """What a reference written by a service names: its own records first, then the council's priorities.

        A wording names all that are worded so: an objective may be worded as the council's aim.
        """
        records, key = self._records.get(service, _NONE), canonical_ref(str(ref))
        own, priority = records.by_ref.get(key, ()), self.priority(ref)
        if own:
            return own
        return (*records.by_wording.get(key, ()), *((priority,) if priority is not None else ()))

    def named(self, service: str, refs: Refs | Ref) -> tuple[Named, ...]:
        """What a cell of references written by a service names, in the order written.

        A wording names a record as well as its reference does. A wording may hold a comma or an "and", so the whole
        cell is looked up first, then each of its lines, and only then what stands between commas. Words that are
        neither are one thing that leads nowhere, and not one for each comma.
        """
        return tuple(self._named(service, written) for written in self._parts(service, refs.text))

    def keys(self, service: str, refs: Refs | Ref) -> tuple[str, ...]:
        """The keys of the service's own records that a cell names, as ``key_of`` has them; of others the reference."""
        found: list[str] = []
        for one in self.named(service, refs):
            own = [key_of(record) for record in one.found if not isinstance(record, Priority)]
            found += own or [canonical_ref(one.written)]
        return tuple(dict.fromkeys(found))

    def _parts(self, service: str, text: str) -> tuple[str, ...]:
        parts = tuple(part for line in text.split("\n") for part in self._parts_of(service, line))
        whole = " ".join(text.split())
        is_known = self._is_wording(service, text) or self._leads_nowhere(service, parts)
        return (whole,) if is_known else parts

    def _parts_of(self, service: str, line: str) -> tuple[str, ...]:
        """What a line names: itself where it is a wording, else what stands between semicolons, else commas."""
        pieces = [piece for piece in line.split(";") if piece.strip()]
        if self._is_wording(service, line):
            return (line.strip(),)
        if len(pieces) > 1:
            parts = tuple(part for piece in pieces for part in self._parts_of(service, piece))
        else:
            parts = tuple(ref.text for ref in Refs(text=line).items)
        return (line.strip(),) if self._leads_nowhere(service, parts) else parts

    def _is_wording(self, service: str, written: str) -> bool:
        key = canonical_ref(written)
        return self._spellings.is_wording(written) or key in self._records.get(service, _NONE).by_wording

    def _leads_nowhere(self, service: str, parts: Iterable[str]) -> bool:
        """Whether nothing is named by any of some parts, and they are not all references."""
        wordy = [may_be_wording(part) for part in parts]
        return any(wordy) and not any(self.find(service, part) for part in parts)

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
    gaps: Iterable[Gap] = (),
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
        tuple(gaps),
        _spellings=spellings_of(framework),
        _records={plan.service: records_of(plan) for plan in ordered},
    )


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
