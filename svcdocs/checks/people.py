"""People: whoever leads, owns or updates something is somebody the council knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from svcdocs.checks.names import did_you_mean
from svcdocs.checks.rule import WARNING, Example, Hit, Rule
from svcdocs.model.as_written import Owners
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.owed import is_promised, to_be_added
from svcdocs.model.service_plan import ServicePlan

UNKNOWN_PERSON = Rule(
    "person-unknown",
    "A person or post is not one the council knows",
    WARNING,
    WARNING,
    judged=True,
    message=(
        "Somebody who leads or owns something is not on the council's list of people and posts, under any name, "
        "abbreviation or other spelling."
    ),
    remedy=(
        "Correct the name as the finding suggests, or choose it from the list; if it is somebody new, ask the "
        "policy officer to add them."
    ),
    example=Example(
        "Actions | Ref: HC1.1 | Lead: Tom Fel",
        "Actions | Ref: HC1.1 | Lead: Tom Fell",
    ),
)


def unknown_people(cycle: Cycle) -> Iterator[Hit]:
    """A lead or owner who is on the sheet People under no name, post, abbreviation or other spelling.

    Told once a name and service, at its first cell, with the number of places. Silent while the sheet is empty.
    """
    known = known_people(cycle.framework) if cycle.framework.people else {}
    if not known:
        return
    for plan in cycle.plans:
        places: dict[str, list[tuple[str, Record, str]]] = {}
        for record, field, owners in _owners(plan, to_be_added(cycle.framework)):
            for name in owners.names:
                if folded(name) not in known and folded(name) not in _NOBODY:
                    places.setdefault(folded(name), []).append((name, record, field))
        for found in places.values():
            name, record, field = found[0]
            more = f" It stands in {len(found)} places." if len(found) > 1 else ""
            if _OPEN.search(name):
                message = f"'{in_short(name)}' does not say yet who it will be.{more}"
                hint = "Put the person or the post there as soon as it is known."
            else:
                message = f"'{in_short(name)}' is not among the people and posts the council knows.{more}"
                hint = did_you_mean(name, known.values(), "Ask the policy officer to add them to the sheet People.")
            yield Hit(UNKNOWN_PERSON, message, hint, plan.service, record, field)


def known_people(framework: Framework) -> dict[str, str]:
    """Every way in which somebody may be named, folded, and the way the council writes it."""
    names: dict[str, str] = {}
    for person in framework.people:
        for written in (person.name, person.post, person.abbreviation, *person.also_written.split("\n")):
            names.setdefault(folded(written), written.strip())
    for service in framework.services:
        for written in (service.manager, *service.portfolio.split("\n"), service.contact):
            names.setdefault(folded(written), written.strip())
    names.pop("", None)
    return names


_NOBODY = {"n/a", "na", "none", "all", "all staff", "not applicable"}
_OPEN = re.compile(r"\btb[cadn]\b|\bto be (?:confirmed|appointed|agreed|decided)\b|\bvacan(?:t|cy)\b|\?", re.IGNORECASE)


def _owners(plan: ServicePlan, ours: str) -> Iterator[tuple[Record, str, Owners]]:
    """Every cell that names people, but for those in which names are promised."""
    records: tuple[Record, ...] = (*plan.all_actions, *plan.indicators, *plan.risks)
    for record in records:
        for field in type(record).model_fields:
            value = getattr(record, field)
            if isinstance(value, Owners) and value and not is_promised(value, ours):
                yield record, field, value
