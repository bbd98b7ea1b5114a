"""The council's priorities: none clashes with another, none is named by an old name unseen, none withdrawn goes on."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.checks.names import called, did_you_mean
from svcdocs.checks.rule import ERROR, NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.cycle import Cycle, Named, named_refs
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Priority
from svcdocs.model.service_plan import Action, Objective, ServicePlan
from svcdocs.model.spellings import parents
from svcdocs.model.thread import places_of, serves_itself
from svcdocs.model.wordings import planned

PRIORITY_TWICE = Rule(
    "priority-twice",
    "A priority's reference is given twice",
    ERROR,
    ERROR,
    "officer",
    message="Two priorities have the same reference, so nobody can tell which of them a plan serves.",
    remedy="Give one of them another reference.",
    example=Example(
        "Framework/Priorities | Level: Aim | Ref: B | Wording: Clean streets\n"
        "Framework/Priorities | Level: Aim | Ref: B | Wording: Safe streets",
        "Framework/Priorities | Level: Aim | Ref: B | Wording: Clean streets\n"
        "Framework/Priorities | Level: Aim | Ref: C | Wording: Safe streets",
    ),
)
PRIORITY_UNDER = Rule(
    "priority-under-unknown",
    "A priority stands under one not there",
    ERROR,
    ERROR,
    "officer",
    message="What stands under 'Under' on the sheet Priorities is the reference of no priority.",
    remedy="Give the reference of the aim, approach or council action that it belongs to.",
    example=Example(
        "Framework/Priorities | Level: Council action | Ref: A2 | Wording: Plant a thousand trees | Under: AA",
        "Framework/Priorities | Level: Council action | Ref: A2 | Wording: Plant a thousand trees | Under: A",
    ),
)
PRIORITY_REPLACED = Rule(
    "priority-replaced",
    "It is not clear what took a priority's place",
    WARNING,
    ERROR,
    "officer",
    message=(
        "A priority is replaced by one that is not there or by itself, or no day is given on which it was withdrawn."
    ),
    remedy=(
        "Give the reference of what took its place under 'Replaced by', and the day under 'Withdrawn on'; or leave "
        "both blank."
    ),
    example=Example(
        "Framework/Priorities | Level: Aim | Ref: B | Wording: Tidy | Withdrawn on: 1 May 2027 | Replaced by: A9",
        "Framework/Priorities | Level: Aim | Ref: B | Wording: Tidy | Withdrawn on: 1 May 2027 | Replaced by: A1",
    ),
)
PRIORITY_WITHDRAWN = Rule(
    "priority-withdrawn",
    "Plans still serve a withdrawn priority",
    WARNING,
    WARNING,
    "officer",
    message=(
        "A priority was withdrawn, and rows of plans still serve it; they are printed as the services wrote them."
    ),
    remedy=(
        "Ask these services whether the work goes on, and for what; they then correct 'Serves' or 'For' in those rows."
    ),
    example=Example(
        "Framework/Priorities | Level: Aim | Ref: B | Wording: Clean streets | Withdrawn on: 1 May 2027\n"
        "Objectives | Ref: HC1 | Serves: B",
        "Framework/Priorities | Level: Aim | Ref: B | Wording: Clean streets | Withdrawn on: 1 May 2027\n"
        "Objectives | Ref: HC1 | Serves: A1",
    ),
)
PRIORITY_FORMER = Rule(
    "priority-former",
    "A priority is written in a former way",
    NOTE,
    NOTE,
    judged=True,
    message=(
        "A row names a priority by a reference or wording that it had before; it is read as the priority of today."
    ),
    remedy="Write the reference that the finding gives, when the row is next changed.",
    example=Example(
        "Framework/Priorities | Ref: A1 | Also or formerly written: H7\nObjectives | Ref: HC1 | Serves: H7",
        "Framework/Priorities | Ref: A1 | Also or formerly written: H7\nObjectives | Ref: HC1 | Serves: A1",
    ),
)


def priorities_that_clash(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a reference given to two priorities of one parent, or one that stands under nothing."""
    rows = cycle.framework.priorities
    known = [str(row.ref) for row in rows if row.ref]
    first: dict[tuple[str, str], Priority] = {}
    for priority, parent in zip(rows, parents(rows), strict=True):
        key = priority.ref.canonical
        if key and (key, parent) in first:
            message = f"{called(first[key, parent])} and {called(priority)} have the same reference."
            yield Hit(PRIORITY_TWICE, message, "Give one of them another reference.", record=priority, field="ref")
        elif key:
            first[key, parent] = priority
        for ref in priority.under.items:
            if cycle.priority(ref) is None:
                message = f"{called(priority)} stands under '{in_short(str(ref))}', and there is no such reference."
                hint = did_you_mean(str(ref), known, "Give the reference of an aim, approach or council action.")
                yield Hit(PRIORITY_UNDER, message, hint, record=priority, field="under")


def replaced_priorities(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a priority replaced by one that is not there or by itself, or of which no last day is given."""
    known = [str(row.ref) for row in cycle.framework.priorities if row.ref]
    for priority in cycle.framework.priorities:
        ref = str(priority.replaced_by).strip()
        if not ref:
            continue
        new = cycle.priority(ref)
        if new is None:
            message = f"{called(priority)} is replaced by '{in_short(ref)}', and there is no such reference."
            hint = did_you_mean(ref, known, "Give the reference of what took its place, or leave it blank.")
            yield Hit(PRIORITY_REPLACED, message, hint, record=priority, field="replaced_by")
        elif new is priority:
            hint = "Give the reference of what took its place, or leave it blank."
            yield Hit(PRIORITY_REPLACED, f"{called(priority)} replaces itself.", hint, "", priority, "replaced_by")
        elif not priority.withdrawn_on:
            message = (
                f"{called(priority)} is replaced by {in_short(ref)}, and no day is given on which it was withdrawn."
            )
            hint = "Give the day under 'Withdrawn on'; until then it counts as a priority."
            yield Hit(PRIORITY_REPLACED, message, hint, record=priority, field="withdrawn_on")


def withdrawn_priorities(cycle: Cycle) -> Iterator[Hit]:
    """A withdrawn priority that plans still serve, itself or one of its items: told once, with all who do.

    Nobody can tell whether such work goes on for another reason, so the rows themselves are not found fault with.
    """
    places = places_of(cycle)
    serving: dict[int, list[str]] = {}
    for plan in cycle.plans:
        for record in plan.serving:
            gone = (places.withdrawn(priority) for priority in serves_itself(cycle, plan, record))
            for one in {id(row): row for row in gone if row is not None}:
                serving.setdefault(one, []).append(_place_of(plan, record))
    for priority in cycle.framework.priorities:
        rows = serving.get(id(priority), [])
        if rows:
            count = "1 row still serves it" if len(rows) == 1 else f"{len(rows)} rows still serve it"
            more = f" and {len(rows) - _MOST_NAMED} more" if len(rows) > _MOST_NAMED else ""
            replaced = in_short(str(priority.replaced_by))
            message = (
                f"{called(priority)} was withdrawn on {in_short(str(priority.withdrawn_on))}, and {count}: "
                f"{', '.join(rows[:_MOST_NAMED])}{more}{f'; it was replaced by {replaced}' if replaced else ''}."
            )
            hint = (
                "Ask these services whether the work goes on, and for what; until then it is printed as they wrote it."
            )
            yield Hit(PRIORITY_WITHDRAWN, message, hint, record=priority, field="withdrawn_on")


def former_spellings(cycle: Cycle) -> Iterator[Hit]:
    """A reference or wording that a priority had before: read as what it is now, and told."""
    for plan in cycle.plans:
        for record in planned(plan):
            for field, refs in named_refs(record).items():
                for named in cycle.named(plan.service, refs):
                    if named.is_former and named.priority is not None:
                        message, now = _told_now(named, named.priority)
                        hint = f"It is printed as {now}; write it so yourself when you next change the row."
                        yield Hit(PRIORITY_FORMER, message, hint, plan.service, record, field)


_MOST_NAMED = 10


def _told_now(named: Named, priority: Priority) -> tuple[str, str]:
    """What to say of a former spelling, and what the priority is called now."""
    now, typed = in_short(str(priority.ref)) or called(priority), in_short(named.written)
    if priority.ref and len(named.written.split()) == 1:
        return f"'{typed}' is called {now} now; it was read as {now}.", now
    return f"'{typed}' is worded otherwise now; it was read as {called(priority)}.", now


def _place_of(plan: ServicePlan, record: Objective | Action) -> str:
    """Where a record stands, as a reader finds it: the service, the cell if it has one, and its reference."""
    place = record.cell("serves")
    where = f"{place.sheet} {place.cell}" if place else ""
    ref = in_short(str(record.ref))
    known = [plan.service, where, f"({ref})" if ref and where else ref]
    return " ".join(part for part in known if part) if ref or where else f"{plan.service} {called(record)}"
