"""Questions about the council's priorities: what a service was to lead, what it needs of others, what is withdrawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from svcdocs.challenge.asking import Asking, all_named, named
from svcdocs.model.base import Record
from svcdocs.model.calendar import said_date
from svcdocs.model.challenge import Question
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Priority
from svcdocs.model.help_asked import askable, asked_in
from svcdocs.model.names import folded, lines_of
from svcdocs.model.service_plan import Action
from svcdocs.model.teams import names_of
from svcdocs.model.thread import leads_to, places_of

_MANY_TIMES, _MANY_MORE = 1.5, 5
"""A plan has many more objectives than others from so many times their median, and so many more than that."""
_SHORTEST_NAME = 3
_CARRIED = re.compile(r"\bcarr(?:ied|y|ies) (?:over|forward)\b", re.IGNORECASE)


def led_and_not_planned(asking: Asking) -> Iterator[Question]:
    """Council actions that name the service as one that leads, and to which nothing in its plan leads."""
    cycle, plan = asking.cycle, asking.plan
    places = places_of(cycle)
    reached = {id(one) for record in plan.serving for one in leads_to(cycle, plan, record)}
    for priority in cycle.framework.level("Council action"):
        leads = [cycle.framework.service_name(name) for name in lines_of(priority.lead_services)]
        parts = {id(priority), *map(id, places.items_of(priority))}
        if plan.service in leads and places.withdrawn(priority) is None and reached.isdisjoint(parts):
            text = (
                f"{plan.service} is to lead council action {_called(priority)}, and its plan has nothing for it. What "
                "will be done, by when, and who leads?"
            )
            why = (
                f"None of its {len(plan.objectives)} objectives and {len(plan.all_actions)} actions leads to "
                f"{_ref(priority)} or a part of it."
            )
            yield asking.question(text, why, [(priority, "lead_services")])


def served_and_withdrawn(asking: Asking) -> Iterator[Question]:
    """Actions and objectives for what is no priority any more."""
    cycle, plan = asking.cycle, asking.plan
    places = places_of(cycle)
    found: dict[int, tuple[Priority, list[Record]]] = {}
    for record in plan.serving:
        for priority in leads_to(cycle, plan, record):
            gone = places.withdrawn(priority)
            if gone is not None:
                found.setdefault(id(gone), (gone, []))[1].append(record)
    for priority, records in found.values():
        refs = all_named([one for one in records if isinstance(one, Action)] or records)  # type: ignore[arg-type]
        text = f"Does the work of {refs} go on, now that {_called(priority)} is withdrawn, and if so, for what?"
        why = f"It was withdrawn on {said_date(priority.withdrawn_on)}, and the plan still serves it."
        yield asking.question(text, why, [(record, "serves") for record in records])


def carried_over(asking: Asking) -> Iterator[Question]:
    """Actions that say themselves that they come from an earlier year."""
    rows = [row for row in asking.plan.all_actions if _CARRIED.search(f"{row.title.plain} {row.detail.plain}")]
    if rows:
        text = f"What kept {all_named(rows)} from being done before, and what is different this year?"
        why = f"{_so_many(len(rows))} carried over by its own words."
        yield asking.question(text, why, [(row, "title") for row in rows])


def help_that_nobody_plans(asking: Asking) -> Iterator[Question]:
    """Services whose help is needed, and whose plans do not speak of it."""
    cycle, plan = asking.cycle, asking.plan
    own = cycle.framework.service(plan.service)
    mine = names_of(own) if own is not None else (plan.service,)
    who = askable(cycle.framework)
    asked = {id(action): {one.of for one in asked_in(action.help_needed, who)} for action in plan.all_actions}
    for other in cycle.plans:
        if other is plan:
            continue
        rows = [action for action in plan.all_actions if other.service in asked[id(action)]]
        rows = [action for action in rows if not cycle.requests.is_sent(action, other.service)]
        said = " ".join(f"{one.help_needed.plain} {one.title.plain} {one.detail.plain}" for one in other.all_actions)
        if rows and not _speaks_of(said, mine):
            need = "needs" if len(rows) == 1 else "need"
            text = f"Has {other.service} been asked for the help that {all_named(rows)} {need}, and has it agreed?"
            why = f"{_so_many(len(rows))} in need of its help, and no action in its plan names {plan.service}."
            yield asking.question(text, why, [(action, "help_needed") for action in rows])


def many_objectives(asking: Asking) -> Iterator[Question]:
    """A plan with many more objectives than the others have."""
    own = [row for row in asking.plan.objectives if not row.under]
    others = [sum(not row.under for row in plan.objectives) for plan in asking.cycle.plans if plan is not asking.plan]
    usual = median(others) if others else 0
    if asking.is_told("objectives-many"):
        return
    if usual and len(own) >= usual * _MANY_TIMES and len(own) >= usual + _MANY_MORE:
        text = f"Which of the {len(own)} objectives matter most, and which could wait?"
        why = f"The plan has {len(own)}; half of the other services have {usual:g} or fewer."
        yield asking.question(text, why, [(own[0], "ref")])


def objectives_without_work(asking: Asking) -> Iterator[Question]:
    """Objectives of which the checks say that nothing is planned for them."""
    told = [one for one in asking.findings if one.code == "objective-empty"]
    cells = {one.where for one in told}
    rows = [row for row in asking.plan.objectives if row.cell("ref") in cells]
    if rows:
        text = f"How will {named(rows[0]) if len(rows) == 1 else all_named(rows)} be reached, and how will anyone know?"
        yield asking.question(text, "No action and no indicator names it.", [(row, "ref") for row in rows])


def _called(priority: Priority) -> str:
    return f"{_ref(priority)} '{in_short(priority.text.plain)}'"


def _ref(priority: Priority) -> str:
    return str(priority.ref).strip()


def _so_many(number: int) -> str:
    return "One action is" if number == 1 else f"{number:,} actions are"


def _speaks_of(text: str, names: tuple[str, ...]) -> bool:
    said = folded(text)
    wanted = (folded(name) for name in names if len(name) >= _SHORTEST_NAME)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) for name in wanted)
