"""References: each leads somewhere, none is given twice, and every section and team named is one the council has."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.checks.names import called, did_you_mean
from svcdocs.checks.rule import ERROR, WARNING, Hit, Rule
from svcdocs.model.as_written import Ref
from svcdocs.model.cycle import Cycle, Planned, named_refs, planned
from svcdocs.model.framework import Priority
from svcdocs.model.service_plan import Action, Indicator, Objective, Passage, Risk, ServicePlan

UNKNOWN_REF = Rule("ref-unknown", "A reference leads nowhere", ERROR, ERROR)
REF_TWICE = Rule("ref-twice", "A reference is given twice", ERROR, ERROR)
UNKNOWN_SECTION = Rule("section-unknown", "A text belongs to no section", ERROR, ERROR)
UNKNOWN_TEAM = Rule("team-unknown", "A team is not one of the service's", WARNING, WARNING)
PRIORITY_TWICE = Rule("priority-twice", "A priority's reference is given twice", ERROR, ERROR, "officer")
PRIORITY_UNDER = Rule(
    "priority-under-unknown", "A priority stands under one that is not there", ERROR, ERROR, "officer"
)
UNKNOWN_SERVICE = Rule("service-unknown", "A service is not one of the council's", ERROR, ERROR, "officer")


def unknown_references(cycle: Cycle) -> Iterator[Hit]:
    """A reference to an objective, priority or indicator that nobody has."""
    for plan in cycle.plans:
        known = [str(record.ref) for record in planned(plan) if record.ref]
        known += [str(priority.ref) for priority in cycle.framework.priorities if priority.ref]
        for record in planned(plan):
            for field, refs in named_refs(record).items():
                for ref in refs:
                    if not _leads_somewhere(cycle, plan, field, ref):
                        yield Hit(
                            UNKNOWN_REF,
                            f"{called(record)} names '{ref}', and there is no such reference.",
                            did_you_mean(str(ref), known, "Give the reference of one that exists, or add it."),
                            plan.service,
                            record,
                            field,
                        )


def references_given_twice(cycle: Cycle) -> Iterator[Hit]:
    """Two records of one sheet with the same reference, in any spelling."""
    for plan in cycle.plans:
        for group in (plan.objectives, plan.all_actions, plan.indicators, plan.risks):
            yield from _twice(group, plan)


def unknown_sections(cycle: Cycle) -> Iterator[Hit]:
    """A passage of text whose section is not one of the framework's, so that nobody knows where to print it."""
    keys = [section.key for section in cycle.framework.sections]
    known = {word.casefold() for section in cycle.framework.sections for word in (section.key, section.heading)}
    for plan in cycle.plans:
        for passage in plan.passages:
            if passage.section.casefold() not in known:
                named = (
                    f"the section '{passage.section}', which is not one of this plan's"
                    if passage.section
                    else "no section"
                )
                yield Hit(
                    UNKNOWN_SECTION,
                    f"The text '{_start(passage)}' names {named}.",
                    did_you_mean(passage.section, keys, "Choose a section from the list."),
                    plan.service,
                    passage,
                    "section",
                )


def unknown_teams(cycle: Cycle) -> Iterator[Hit]:
    """A team that the framework does not list under the service; told once a name."""
    for plan in cycle.plans:
        teams = cycle.framework.teams_of(plan.service)
        known = {name.casefold() for row in teams for name in (row.team, *row.also_called.split("\n")) if name}
        told: set[str] = set()
        for record in (*plan.passages, *plan.posts, *planned(plan)):
            team = getattr(record, "team", "")
            if team and known and team.casefold() not in known | told:
                told.add(team.casefold())
                yield Hit(
                    UNKNOWN_TEAM,
                    f"'{team}' is not one of the teams of {plan.service}.",
                    did_you_mean(team, (row.team for row in teams), "Ask the policy officer to add the team."),
                    plan.service,
                    record,
                    "team",
                )


def priorities_that_clash(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a reference given to two priorities, or one that stands under nothing."""
    first: dict[str, Priority] = {}
    for priority in cycle.framework.priorities:
        key = priority.ref.canonical
        if key and key in first:
            yield Hit(
                PRIORITY_TWICE,
                f"Two priorities have the reference '{priority.ref}': {called(first[key])} and {called(priority)}.",
                "Give one of them another reference.",
                record=priority,
                field="ref",
            )
        elif key:
            first[key] = priority
        for ref in priority.under.items:
            if cycle.priority(ref) is None:
                known = [str(other.ref) for other in cycle.framework.priorities if other.ref]
                yield Hit(
                    PRIORITY_UNDER,
                    f"{called(priority)} stands under '{ref}', and there is no such reference.",
                    did_you_mean(str(ref), known, "Give the reference of an aim, approach or council action."),
                    record=priority,
                    field="under",
                )


def unknown_services(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a service that is named somewhere and does not stand on the sheet of services."""
    framework = cycle.framework
    known = {name.casefold() for name in framework.service_names}
    known |= {line.strip().casefold() for row in framework.services for line in row.also_called.split("\n") if line}
    rows = [(row, "service", row.service) for row in (*framework.signatures, *framework.people)]
    rows += [(row, "lead_services", line) for row in framework.priorities for line in row.lead_services.split("\n")]
    for record, field, name in rows:
        if name.strip() and name.strip().casefold() not in known:
            yield Hit(
                UNKNOWN_SERVICE,
                f"'{name.strip()}' is not one of the services on the sheet 'Services and teams'.",
                did_you_mean(name, framework.service_names, "Add the service there, or correct its name."),
                record=record,
                field=field,
            )


def _leads_somewhere(cycle: Cycle, plan: ServicePlan, field: str, ref: Ref) -> bool:
    found = cycle.find(plan.service, ref)
    if found:
        return True
    shared = {row.ref.canonical for row in cycle.framework.shared_indicators}
    return field == "indicators" and ref.canonical in shared


def _twice(
    group: tuple[Planned, ...] | tuple[Objective | Action | Indicator | Risk, ...], plan: ServicePlan
) -> Iterator[Hit]:
    first: dict[str, Planned] = {}
    for record in group:
        key = record.ref.canonical
        if not key:
            continue
        if key in first:
            place = first[key].cell("ref")
            yield Hit(
                REF_TWICE,
                f"{called(record)} has the reference of {called(first[key])}" + (f" ({place})." if place else "."),
                "Give one of them another reference; or, if both are the same, put them on one row.",
                plan.service,
                record,
                "ref",
            )
        else:
            first[key] = record


def _start(passage: Passage) -> str:
    words = passage.text.plain.split("\n", 1)[0]
    return words if len(words) <= 50 else words[:47].rstrip() + "…"
