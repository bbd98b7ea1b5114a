"""Council actions: what a plan claims to carry, and what the council expects of it, stands in its action plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from svcdocs.checks.names import called
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.checks.unread import is_awaited, may_be_named_unseen
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Priority
from svcdocs.model.names import folded, lines_of
from svcdocs.model.service_plan import Action, Objective, ServicePlan
from svcdocs.model.thread import Places, leads_to, places_of, serves_itself

_COUNCIL = (
    "Framework/Priorities | Level: Aim | Ref: A | Wording: Homes for all\n"
    "Framework/Priorities | Level: Council action | Ref: A2 | Wording: Bring 60 empty homes back | Under: A"
)
_OBJECTIVE = "Objectives | Ref: HC2 | Objective: Fewer homes stand empty | Serves: A2"
UNPLANNED = Rule(
    "council-action-unplanned",
    "A council action is claimed and not planned",
    WARNING,
    WARNING,
    "service",
    message="The objectives or the text of a plan name a council action as the service's own, and none of its actions "
    "serves it.",
    remedy="Add an action for it, or take it out of the objectives.",
    example=Example(
        f"{_COUNCIL}\n{_OBJECTIVE}\nActions | Ref: X1 | Action: Inspect homes | For: A",
        f"{_COUNCIL}\n{_OBJECTIVE}\nActions | Ref: X1 | Action: Inspect homes | For: A\n"
        "Actions | Ref: X2 | Action: Find the owners | For: HC2",
    ),
)
LEAD_SILENT = Rule(
    "council-action-no-lead",
    "A lead service plans nothing for its council action",
    NOTE,
    WARNING,
    "officer",
    message="The framework names a service as one that leads on a council action, and nothing in its plan serves it.",
    remedy="Ask the service for an action, or correct who leads on it.",
    example=Example(
        f"{_COUNCIL} | Lead services: Housing\nActions | Ref: X1 | Action: Inspect homes | For: A",
        f"{_COUNCIL} | Lead services: Housing\nActions | Ref: X1 | Action: Find the owners | For: A2",
    ),
)

_SECTIONS = ("council objectives", "council actions")
_PARTS = ("actions", "council_actions")


def council_actions_claimed_and_not_planned(cycle: Cycle) -> Iterator[Hit]:
    """A council action that an objective serves, or the text on council actions opens with, and no action serves.

    Told once a plan and council action. An objective under which there is nothing at all has been told already.
    """
    places = places_of(cycle)
    for plan in cycle.plans:
        if _may_be_planned_unseen(cycle, plan) or not plan.all_actions:
            continue
        planned = _planned(cycle, plan, places)
        told: set[int] = set()
        for objective in plan.objectives:
            for priority in serves_itself(cycle, plan, objective):
                if _is_ours(priority) and id(priority) not in planned | told and not places.withdrawn(priority):
                    told.add(id(priority))
                    message = f"{called(objective)} serves {called(priority)}, and no action of the plan does."
                    hint = "Add an action for it, or take it out of 'Serves'."
                    yield Hit(UNPLANNED, message, hint, plan.service, objective, "serves")
        for passage in plan.passages:
            section = cycle.framework.section(passage.section, plan.service)
            if section is None or folded(section.key) not in _SECTIONS:
                continue
            for priority in _opening(cycle, passage.text.plain):
                if id(priority) not in planned | told and not places.withdrawn(priority):
                    told.add(id(priority))
                    message = f"The text names {called(priority)}, and no action of the plan serves it."
                    hint = "Add an action for it, or take it out of the text."
                    yield Hit(UNPLANNED, message, hint, plan.service, passage, "text")


def lead_services_that_plan_nothing(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a council action of which a lead service has sent a plan in which nothing serves it.

    A plan whose actions say of none what they serve says nothing of this one either.
    """
    places = places_of(cycle)
    planned = {plan.service: _planned(cycle, plan, places) for plan in cycle.plans}
    for priority in cycle.framework.priorities:
        if not priority.is_level("Council action") or places.withdrawn(priority) is not None:
            continue
        for line in lines_of(priority.lead_services):
            plan = cycle.plan(cycle.framework.service_name(line))
            if plan is None or not planned[plan.service] or id(priority) in planned[plan.service]:
                continue
            if _may_be_planned_unseen(cycle, plan):
                continue
            message = f"{in_short(plan.service)} leads on {called(priority)}, and nothing in its plan serves it."
            hint = "Ask the service for an action, or correct the lead services."
            yield Hit(LEAD_SILENT, message, hint, plan.service, priority, "lead_services")


def _planned(cycle: Cycle, plan: ServicePlan, places: Places) -> set[int]:
    """The priorities that actions of a plan lead to, and the council actions of whose items they do so, by identity."""
    served: set[int] = set()
    for action in plan.all_actions:
        own = cycle.priority(action.ref) if _is_council_row(plan, action) else None
        named = [one for ref in cycle.named(plan.service, action.serves) for one in ref.found]
        # An action for an objective is one for what that serves, even if it names a council action of its own as well.
        through = [each for one in named if isinstance(one, Objective) for each in leads_to(cycle, plan, one)]
        for priority in (*leads_to(cycle, plan, action), *through, *((own,) if own is not None else ())):
            served |= {id(priority), *(id(above) for above in places.under(priority))}
            served |= {id(item) for item in places.items_of(priority)}
    return served


def _may_be_planned_unseen(cycle: Cycle, plan: ServicePlan) -> bool:
    """Whether an action may serve what nobody can see it serve: it cannot be read, is to come, or leads nowhere."""
    if may_be_named_unseen(cycle, plan) or is_awaited(cycle, plan.service, _PARTS):
        return True
    return any(not one.found for action in plan.all_actions for one in cycle.named(plan.service, action.serves))


def _is_council_row(plan: ServicePlan, action: Action) -> bool:
    return any(action is row for row in plan.council_actions)


def _is_ours(priority: Priority) -> bool:
    return priority.is_level("Council action")


_REF = re.compile(r"(?:^|\n)\s*[•(]*\s*(?P<ref>[A-Z]{1,3}\s?\d{1,3})(?=[\s).:,–-])")


def _opening(cycle: Cycle, text: str) -> Iterator[Priority]:
    """The council actions by whose reference a line of a text opens: "A1 Build 150 homes"."""
    for match in _REF.finditer(text):
        priority = cycle.priority(match["ref"])
        if priority is not None and _is_ours(priority):
            yield priority
