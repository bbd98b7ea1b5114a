"""People: whoever leads, owns or updates something is somebody the council knows."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.checks.names import did_you_mean
from svcdocs.checks.rule import WARNING, Hit, Rule
from svcdocs.model.as_written import Owners
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan

UNKNOWN_PERSON = Rule("person-unknown", "A person or post is not one the council knows", WARNING, WARNING)


def unknown_people(cycle: Cycle) -> Iterator[Hit]:
    """A lead or owner who is on the sheet People under no name, post, abbreviation or other spelling.

    Told once a name and service, at its first cell, with the number of places. Silent while the sheet is empty.
    """
    known = known_people(cycle.framework)
    if not known:
        return
    for plan in cycle.plans:
        places: dict[str, list[tuple[str, Record, str]]] = {}
        for record, field, owners in _owners(plan):
            for name in owners.names:
                if name.casefold() not in known:
                    places.setdefault(name.casefold(), []).append((name, record, field))
        for found in places.values():
            name, record, field = found[0]
            more = f" It is named in {len(found)} places." if len(found) > 1 else ""
            yield Hit(
                UNKNOWN_PERSON,
                f"'{name}' is not among the people and posts of the framework.{more}",
                did_you_mean(name, known.values(), "Ask the policy officer to add them to the sheet People."),
                plan.service,
                record,
                field,
            )


def known_people(framework: Framework) -> dict[str, str]:
    """Every way in which somebody may be named, folded, and the way the council writes it."""
    names: dict[str, str] = {}
    for person in framework.people:
        for written in (person.name, person.post, person.abbreviation, *person.also_written.split("\n")):
            if written.strip():
                names.setdefault(written.strip().casefold(), written.strip())
    for service in framework.services:
        for written in (service.manager, *service.portfolio.split("\n"), service.contact):
            if written.strip():
                names.setdefault(written.strip().casefold(), written.strip())
    return names


def _owners(plan: ServicePlan) -> Iterator[tuple[Record, str, Owners]]:
    for record in (*plan.all_actions, *plan.indicators, *plan.risks):
        for field in type(record).model_fields:
            value = getattr(record, field)
            if isinstance(value, Owners) and value:
                yield record, field, value
