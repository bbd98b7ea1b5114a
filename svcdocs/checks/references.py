"""References: each leads somewhere, none is given twice, and every team named is one the service has."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.checks.names import called, did_you_mean, folded
from svcdocs.checks.rule import ERROR, WARNING, Hit, Rule
from svcdocs.model.as_written import Ref
from svcdocs.model.cycle import Cycle, Planned, named_refs, planned
from svcdocs.model.findings import in_short
from svcdocs.model.service_plan import ServicePlan

UNKNOWN_REF = Rule("ref-unknown", "A reference leads nowhere", ERROR, ERROR)
REF_TWICE = Rule("ref-twice", "A reference is given twice", ERROR, ERROR)
UNKNOWN_TEAM = Rule("team-unknown", "A team is not one of the service's", WARNING, WARNING)


def unknown_references(cycle: Cycle) -> Iterator[Hit]:
    """A reference to an objective, priority or indicator that nobody has."""
    framework = cycle.framework
    council = [str(row.ref) for row in framework.priorities] + [str(row.ref) for row in framework.shared_indicators]
    for plan in cycle.plans:
        known = [str(record.ref) for record in planned(plan) if record.ref] + council
        for record in planned(plan):
            for field, refs in named_refs(record).items():
                for ref in refs:
                    if not _leads_somewhere(cycle, plan, ref):
                        message = f"{called(record)} names '{in_short(str(ref))}', and there is no such reference."
                        hint = did_you_mean(str(ref), known, "Give the reference of one that exists, or add it.")
                        yield Hit(UNKNOWN_REF, message, hint, plan.service, record, field)


def references_given_twice(cycle: Cycle) -> Iterator[Hit]:
    """Two records of one sheet with the same reference, in any spelling."""
    for plan in cycle.plans:
        groups: tuple[tuple[Planned, ...], ...] = (plan.objectives, plan.all_actions, plan.indicators, plan.risks)
        for group in groups:
            yield from _twice(group, plan)


def unknown_teams(cycle: Cycle) -> Iterator[Hit]:
    """A team that the framework does not list under the service; told once a name."""
    for plan in cycle.plans:
        teams = cycle.framework.teams_of(plan.service)
        known = {folded(name) for row in teams for name in (row.team, *row.also_called.split("\n"))}
        told: set[str] = set()
        for record in (*plan.passages, *plan.posts, *plan.partners, *plan.money, *planned(plan)):
            team = getattr(record, "team", "")
            if team and teams and folded(team) not in known | told:
                told.add(folded(team))
                message = f"'{in_short(team)}' is not one of the teams of {plan.service}."
                hint = did_you_mean(team, (row.team for row in teams), "Ask the policy officer to add the team.")
                yield Hit(UNKNOWN_TEAM, message, hint, plan.service, record, "team")


def _leads_somewhere(cycle: Cycle, plan: ServicePlan, ref: Ref) -> bool:
    shared = {row.ref.canonical for row in cycle.framework.shared_indicators}
    return bool(cycle.find(plan.service, ref)) or ref.canonical in shared


def _twice(group: tuple[Planned, ...], plan: ServicePlan) -> Iterator[Hit]:
    first: dict[str, Planned] = {}
    for record in group:
        key = record.ref.canonical
        if key and key in first:
            place = first[key].cell("ref")
            there = f", which stands in {place.cell} of the sheet '{place.sheet}'" if place else ""
            message = f"{called(record)} has the same reference as {called(first[key])}{there}."
            hint = "Give one of them another reference; or, if both are the same, put them on one row."
            yield Hit(REF_TWICE, message, hint, plan.service, record, "ref")
        elif key:
            first[key] = record
