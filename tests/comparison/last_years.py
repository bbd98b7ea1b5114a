"""A council with last year's plans beside this year's, for tests of what has become of each record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from svcdocs.comparison.continuity import continuity_of
from svcdocs.model.base import Origin
from svcdocs.model.continuity import Continuity, Past
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan

STATUSES = [
    {"letter": "G", "label": "On track"},
    {"letter": "C", "label": "Complete"},
    {"letter": "W", "label": "Withdrawn"},
]
BEFORE: dict[str, Any] = {
    "about": {"council": "Fenmoor District Council", "first_year": "2026/27", "years": "2"},
    "services": [{"service": "Homes"}, {"service": "Parks"}],
    "status_key": STATUSES,
}
NOW: dict[str, Any] = {
    "about": {"council": "Fenmoor District Council", "first_year": "2027/28", "years": "2"},
    "priorities": [{"level": "Council action", "ref": "A1", "text": "Build 150 homes"}],
    "services": [{"service": "Housing", "also_called": "Homes"}, {"service": "Parks"}],
    "status_key": STATUSES,
}
SHELTER = {"ref": "HC1.1", "title": "Open a second emergency night shelter", "finish": "March 2027"}
TREES = {"ref": "HC1.2", "title": "Plant four hundred trees along main roads", "finish": "March 2028"}
WAITING = {"ref": "HI01", "name": "Households who wait for a home for more than a year"}


def said(record: Mapping[str, Any], fate: str = "", kind: str = "Action", **more: Any) -> dict[str, Any]:
    """A row of the sheet Last year about a record."""
    words = record.get("title") or record.get("name") or record.get("text") or ""
    return {"ref": record.get("ref", ""), "kind": kind, "was": words, "fate": fate, **more}


def plan(service: str = "Housing", **parts: Any) -> ServicePlan:
    """This year's plan of a service, each row of it at a place of its own."""
    made = ServicePlan.model_validate({"service": service, **parts})
    for part in ("objectives", "actions", "council_actions", "indicators", "last_year"):
        for number, row in enumerate(getattr(made, part), 3):
            names = type(row).model_fields
            columns = {name: chr(ord("A") + at) for at, name in enumerate(names) if at < 26}
            row.at(Origin(f"{service}.xlsx", part, number, columns))
    return made


def since(
    before: Mapping[str, Any] | list[ServicePlan],
    *now: ServicePlan,
    missing: tuple[Any, ...] = (),
    gaps: tuple[Any, ...] = (),
    **framework: Any,
) -> Cycle:
    """This year's cycle, knowing what has become of last year's plan; ``framework`` replaces fields of this year's."""
    cycle = link(Framework.model_validate(NOW | framework), now, None, missing, gaps)
    plans = before if isinstance(before, list) else [ServicePlan.model_validate({"service": "Homes", **before})]
    return cycle.since(continuity_of(cycle, Framework.model_validate(BEFORE), plans))


def known(cycle: Cycle) -> Continuity:
    """What has become of last year's records."""
    assert cycle.last_year is not None
    return cycle.last_year


def only(before: Mapping[str, Any] | list[ServicePlan], *now: ServicePlan, **framework: Any) -> Past:
    """What has become of the one record that last year's plan had."""
    (past,) = known(since(before, *now, **framework)).pasts
    return past
