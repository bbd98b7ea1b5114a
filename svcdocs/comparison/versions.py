"""Two versions of all that a council plans, of one year or of two: what has changed in the framework and the plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from svcdocs.comparison.plans import Parts, changes_between, parts_of
from svcdocs.comparison.requests import request_changes
from svcdocs.model.base import Record
from svcdocs.model.changes import Change
from svcdocs.model.finance import Finance
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.requests import Requests
from svcdocs.model.service_plan import PARTS, ServicePlan
from svcdocs.model.years import PAST_YEARS

_OF_THE_YEAR = ("progress", "status")
"""What is said of how far a plan has come; the next year begins without it."""


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a comparison: what it is called, what the council decided, and the plans that have come in."""

    name: str
    framework: Framework
    plans: tuple[ServicePlan, ...]
    finance: Finance
    requests: Requests = field(default_factory=Requests)

    @property
    def by_service(self) -> Mapping[str, ServicePlan]:
        """The plans by their services."""
        return {plan.service: plan for plan in self.plans}


@dataclass(frozen=True, slots=True)
class Compared:
    """What has changed from one version to the other; ``not_compared`` says of which services nothing could be."""

    before: Version
    after: Version
    changes: tuple[Change, ...]
    not_compared: tuple[str, ...]


def compared(before: Version, after: Version) -> Compared:
    """What has changed: in the framework first, then service by service in the order of the later version.

    A service is the same under another of its names. A plan that has not come in on one side is not compared: that it
    is not there yet does not say that anything in it was dropped. Between two years only what both have is compared
    of what goes by years: targets, results and figures of the years both know, no progress, and no requests for help.
    """
    changes = list(changes_between(_of_all(before), _of_all(after)))
    skipped: list[str] = []
    earlier = {_today(after, name): plan for name, plan in before.by_service.items()}
    asked_before = {_today(after, name) for name in before.framework.service_names}
    later = after.by_service
    asked_after = set(after.framework.service_names)
    for service in dict.fromkeys((*later, *earlier)):
        one, other = earlier.get(service), later.get(service)
        side, asked = (before, asked_before) if one is None else (after, asked_after)
        if (one is None or other is None) and service in asked:
            skipped.append(f"{service} has no plan in {side.name} yet, so nothing of it is compared.")
            continue
        changes += changes_between(_of_plan(one), _of_plan(other), service=service)
        if _is_one_year(before, after):
            changes += request_changes(before.requests, after.requests, service, partial(_today, after))
    if not _is_one_year(before, after) and (before.requests.asked or after.requests.asked):
        skipped.append(f"Requests for help are of one year: those of {before.name} and {after.name} are not compared.")
    return Compared(before, after, tuple(_told_by_both(changes, before, after)), tuple(skipped))


def _of_all(version: Version) -> Parts:
    """What the council decided and what Finance says of all figures, as records by the fields they stand in."""
    said = (version.framework, version.finance)
    fields = [(name, getattr(one, name)) for one in said for name in type(one).model_fields]
    parts = {name: (value,) if isinstance(value, Record) else value for name, value in fields}
    return {name: records for name, records in parts.items() if isinstance(records, tuple)}


def _of_plan(plan: ServicePlan | None) -> Parts:
    """The parts of a plan; who has checked a workbook and when is not of the plan."""
    return {name: records for name, records in parts_of(plan).items() if name in PARTS} if plan else {}


def _today(after: Version, service: str) -> str:
    """What a service is called in the later version; as it is where that does not know it."""
    return after.framework.service_name(service) or service


def _told_by_both(changes: list[Change], before: Version, after: Version) -> Iterator[Change]:
    if _is_one_year(before, after):
        yield from changes
        return
    columns = [_columns(one.framework) for one in (before, after)]
    for change in changes:
        family, _, member = change.field.partition(" ")
        if family in _OF_THE_YEAR or not all(member in each.get(family, {member}) for each in columns):
            continue
        yield change


def _is_one_year(before: Version, after: Version) -> bool:
    return folded(before.framework.about.first_year) == folded(after.framework.about.first_year)


def _columns(framework: Framework) -> Mapping[str, set[str]]:
    """The columns of what goes by years, by the field they stand for."""
    years = set(framework.longest_years)
    return {
        "targets": years,
        "amounts": years,
        "results": set(framework.financial_years.before_the_plan(PAST_YEARS)),
        "figures": {column.heading.strip() for column in framework.money_columns},
    }
