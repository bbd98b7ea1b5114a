"""The index by lead: who answers for which actions, in every service."""

from __future__ import annotations

from collections.abc import Iterable

from svcdocs.model.corporate_view import Lead, LedAction
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import Person
from svcdocs.model.names import lines_of


def leads_of(cycle: Cycle) -> tuple[Lead, ...]:
    """All who lead, sorted by name, with their actions in the order of the plans; last those without a lead.

    A person whom the framework lists stands there once, however they were written: by name, post, abbreviation or
    another spelling. A spelling that fits several people, or none, stands as it was written.
    """
    entries: dict[str, list[LedAction]] = {}
    for plan in cycle.plans:
        for action in plan.all_actions:
            first = [(name, False) for name in _people(cycle, plan.service, action.lead.names)]
            others = [(name, True) for name in _people(cycle, plan.service, action.also_leading.names)]
            led: dict[str, bool] = {}
            for name, also in [*first, *others] or [("", False)]:
                led.setdefault(name, also)
            for name, also in led.items():
                entries.setdefault(name, []).append(LedAction(plan.service, action, also))
    order = sorted(entries, key=lambda name: (not name, name.casefold(), name))
    return tuple(Lead(name, tuple(entries[name])) for name in order)


def printed_name(person: Person) -> str:
    """A person as the index names them: "Tom Fell, Housing Options Manager", or the post alone."""
    return ", ".join(part for part in (person.name.strip(), person.post.strip()) if part)


def _people(cycle: Cycle, service: str, written: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(_person(cycle, service, name) for name in written)


def _person(cycle: Cycle, service: str, written: str) -> str:
    """The printed name of whom a spelling means: of the service first, then of the council."""
    key = _key(written)
    meant = [person for person in cycle.framework.people if key in _spellings(person)]
    near = [person for person in meant if cycle.framework.service_name(person.service) == service] or meant
    found = dict.fromkeys(printed_name(person) for person in near)
    return next(iter(found)) if len(found) == 1 else written


def _spellings(person: Person) -> set[str]:
    written = (person.name, person.post, person.abbreviation, *lines_of(person.also_written))
    return {_key(one) for one in written if one.strip()}


def _key(written: str) -> str:
    return " ".join(written.casefold().replace("&", " and ").split())
