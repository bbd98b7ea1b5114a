"""Actions that say nearly the same, within a service and across services: one piece of work may stand there twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from svcdocs.checks.names import called
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.likeness import Words, near_pairs, words_in
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Action, ServicePlan

ALIKE = Rule(
    "action-alike",
    "Two actions say nearly the same",
    NOTE,
    WARNING,
    judged=True,
    message="An action is worded nearly as another one, of the same service or of another.",
    remedy="Keep one of the two and name the other team in it; or say what each does.",
    example=Example(
        "Actions | Ref: HC1.1 | Action: Introduce online booking for leisure centres\n"
        "Actions | Ref: HC1.2 | Action: Introduce an online booking for the leisure centre",
        "Actions | Ref: HC1.1 | Action: Introduce online booking for leisure centres\n"
        "Actions | Ref: HC1.2 | Action: Train the desk staff of leisure centres in first aid",
    ),
    limit=80,
    counts="words that two actions share, in per cent",
)
_FEWEST = 4
"""With fewer words that carry it a title says too little; then what else its row says is taken with it."""


def actions_that_say_the_same(cycle: Cycle) -> Iterator[Hit]:
    """An action that shares nearly all its words with one before it; told once, at the later of the two."""
    rows = [(plan, action) for plan in cycle.plans for action in plan.all_actions]
    texts = [_words(action) for _, action in rows]
    told: set[int] = set()
    for later, earlier in near_pairs(texts, ALIKE.limit_in(cycle.framework)):
        (plan, action), (other_plan, other) = rows[later], rows[earlier]
        if (
            later in told
            or _is_otherwise_called(action, other)
            or _may_be_so(cycle, (plan, action), (other_plan, other))
        ):
            continue
        told.add(later)
        across = plan is not other_plan
        where = f" of {in_short(other_plan.service)}" if across else ""
        message = f"{called(action)} says nearly the same as {called(other)}{where}."
        teams = {folded(one.team) for one in (action, other)}
        whose = " and name the other team in it" if len(teams) > 1 else ""
        hint = f"Keep one of the two{whose}; or say what each does."
        if across:
            hint = (
                "Ask the two services which of them does it; the other may say under 'Services whose help we need' how."
            )
        rule = replace(ALIKE, audience="officer") if across else ALIKE
        yield Hit(rule, message, hint, plan.service, action, "title")


def _words(action: Action) -> Words:
    """The words by which an action is known; none where even all of its row are too few to tell."""
    words = words_in(f"{action.title.plain} {action.detail.plain}")
    if len(words) < _FEWEST:
        steps = " ".join(step.text.plain for step in action.steps)
        words = words_in(f"{action.title.plain} {action.detail.plain} {action.outcome.plain} {steps}")
    return words if len(words) >= _FEWEST else frozenset()


def _is_otherwise_called(one: Action, other: Action) -> bool:
    """Whether two titles differ that are too short to be nearly the same: what else their rows say may be alike."""
    first, second = (words_in(f"{action.title.plain} {action.detail.plain}") for action in (one, other))
    return min(len(first), len(second)) < _FEWEST and first != second


def _may_be_so(cycle: Cycle, one: tuple[ServicePlan, Action], other: tuple[ServicePlan, Action]) -> bool:
    """Whether two actions may be worded alike: both for one council action, parts of one row, or each for the other.

    One reference given twice has been told already.
    """
    (plan, action), (other_plan, earlier) = one, other
    if plan is other_plan and action.ref.canonical and action.ref.canonical == earlier.ref.canonical:
        return True
    for_council = [
        {id(named.priority) for named in cycle.named(its.service, row.serves) if named.priority is not None}
        | {id(own) for own in [cycle.priority(row.ref)] if own is not None}
        for its, row in (one, other)
        if any(row is each for each in its.council_actions)
    ]
    if len(for_council) > 1 and for_council[0] & for_council[1]:
        return True
    return plan is not other_plan and _names(action, other_plan) and _names(earlier, plan)


def _names(action: Action, plan: ServicePlan) -> bool:
    """Whether an action says that it needs the help of a service: then both know of each other."""
    return plan.service.casefold() in action.help_needed.plain.casefold()
