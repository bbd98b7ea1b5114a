"""What an officer would ask at the challenge meeting, drawn from a plan as a whole: no row of it need be wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from statistics import median

from svcdocs.checks.rule import NOTE, Example, Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.dates import said_day
from svcdocs.model.service_plan import Action, Objective, ServicePlan

ONE_DAY = Rule(
    "deadlines-alike",
    "Many actions end on one and the same day",
    NOTE,
    NOTE,
    "officer",
    message="More than half of a service's actions end on one and the same day, often the last of the year.",
    remedy="Ask the service which of them can end earlier, and who will see them all through at once.",
    example=Example(
        wrong="\n".join(f"Actions | Ref: HC9.{number} | Finish by: 31 March 2029" for number in range(1, 40)),
        right="\n".join(
            f"Actions | Ref: HC9.{number} | Finish by: {number % 28 + 1} {month} 2028"
            for number, month in enumerate(["May", "June", "July"] * 13, 1)
        ),
    ),
    limit=50,
    counts="actions of a service that end on one and the same day, in per cent",
)
EXISTING = Rule(
    "all-within-resources",
    "Every action is within existing resources",
    NOTE,
    NOTE,
    "officer",
    message="A service says of each of its actions that it needs no money or posts beyond what is there.",
    remedy="Ask the service which work gives way to the new, and whose time each action takes.",
    example=Example(
        wrong="Actions | Ref: HC1.1 | Extra resources: Within existing resources\n"
        + "\n".join(
            f"Actions | Ref: HC9.{number} | Extra resources: Within existing resources" for number in range(1, 5)
        ),
        right="Actions | Ref: HC1.1 | Extra resources: £12,000 for beds\n"
        + "\n".join(
            f"Actions | Ref: HC9.{number} | Extra resources: Within existing resources" for number in range(1, 5)
        ),
    ),
    limit=5,
    counts="actions of a service, if each of them is within existing resources",
)
OBJECTIVES = Rule(
    "objectives-many",
    "A service has very many objectives",
    NOTE,
    NOTE,
    "officer",
    message="A service has set itself more objectives than anybody can keep in view.",
    remedy="Ask the service which of them matter most, and which are work of every day or parts of another.",
    example=Example(
        wrong="Objectives | Ref: HC1 | Objective: Fewer people lose their home\n"
        + "\n".join(f"Objectives | Ref: ZZ{number} | Objective: Aim high" for number in range(1, 41)),
        right="Objectives | Ref: HC1 | Objective: Fewer people lose their home",
    ),
    limit=30,
    counts="objectives of a service, without their parts",
)


def deadlines_alike(cycle: Cycle) -> Iterator[Hit]:
    """A service of which more actions than the limit end on one and the same day; told at the first of them.

    A few actions may well end together, so fewer than five are not asked about.
    """
    limit = ONE_DAY.limit_in(cycle.framework)
    for plan in cycle.plans:
        ends = [(action, end) for action in plan.all_actions if (end := _end(action)) is not None]
        for day, count in Counter(end for _, end in ends).most_common(1):
            if count >= _FEWEST and 100 * count > limit * len(ends):
                first = next(action for action, end in ends if end == day)
                message = (
                    f"{count} of the {len(ends)} actions of {plan.service} that have an end, end on {said_day(day)}."
                )
                yield Hit(ONE_DAY, message, ONE_DAY.remedy, plan.service, first, "finish")


def everything_within_resources(cycle: Cycle) -> Iterator[Hit]:
    """A service that asks for nothing and says of every action that what is there will do."""
    limit = EXISTING.limit_in(cycle.framework)
    for plan in cycle.plans:
        said = [action.resources.plain for action in plan.all_actions]
        if len(said) >= max(limit, 1) and not plan.bids and _all_existing(said):
            message = f"Each of the {len(said)} actions of {plan.service} is said to be within existing resources."
            yield Hit(EXISTING, message, EXISTING.remedy, plan.service, plan.all_actions[0], "resources")


def very_many_objectives(cycle: Cycle) -> Iterator[Hit]:
    """A service with as many objectives as the limit, or more; parts and heads of tables are not counted."""
    limit = OBJECTIVES.limit_in(cycle.framework)
    counts = {plan.service: _whole(plan) for plan in cycle.plans}
    for plan in cycle.plans:
        mine, others = (
            counts[plan.service],
            [len(rows) for name, rows in counts.items() if name != plan.service and rows],
        )
        if mine and len(mine) >= limit:
            beside = f"; the other services have {median(others):g} in the middle" if others else ""
            message = f"{plan.service} has {len(mine)} objectives{beside}."
            yield Hit(OBJECTIVES, message, OBJECTIVES.remedy, plan.service, mine[0], "text")


_FEWEST = 5
_EXISTING = re.compile(
    r"\bexisting (?:\w+ )?(?:resources?|budgets?|staff\w*|teams?|means|funds|funding)\b", re.IGNORECASE
)
_NOTHING = re.compile(
    r"\W*(?:none|nil|n/a|no|not applicable|none significant|no (?:extra|additional)\b.*)\W*", re.IGNORECASE
)


def _end(action: Action) -> date | None:
    """The day on which all of an action is to be finished; None where nobody can tell."""
    ends = [item.meaning.last for item in action.finish.items]
    return max((end for end in ends if end is not None), default=None) if all(ends) else None


def _all_existing(said: list[str]) -> bool:
    """Whether every answer is that what is there will do, and most say so in these words."""
    existing = sum(bool(_EXISTING.search(one)) and not re.search(r"[£\d]", one) for one in said)
    nothing = sum(bool(_NOTHING.fullmatch(one)) for one in said)
    return existing > nothing and existing + nothing == len(said)


def _whole(plan: ServicePlan) -> list[Objective]:
    return [row for row in plan.objectives if not row.under and not row.printed_in.strip()]
