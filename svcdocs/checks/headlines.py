"""Headline actions: each aim has a handful of them in the corporate plan, neither too few nor too many to remember."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.checks.names import called
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.checks.unread import is_awaited
from svcdocs.model.answers import is_yes
from svcdocs.model.cycle import Cycle
from svcdocs.model.thread import leads_to, places_of


def _example(count: int) -> str:
    """Rows with so many headline actions for aim A, of a council all of whose plans have come in."""
    streets = ("Mill", "Church", "Quay", "Bridge", "Market", "Station", "Park", "Castle")
    council = "Framework/Priorities | Level: Aim | Ref: A | Wording: Homes for all\nParks/Guide | Ready to send: Yes\n"
    return council + "\n".join(
        f"Actions | Ref: HN{n} | Action: Warm the homes in {street} Street | For: A | Headline: Yes"
        for n, street in enumerate(streets[:count], 1)
    )


FEW = Rule(
    "headlines-few",
    "An aim has few headline actions",
    NOTE,
    WARNING,
    "officer",
    message="The corporate plan names few headline actions for an aim, so readers learn little of what will be done.",
    remedy="Agree with the services which of their actions for it should be marked Yes under 'Headline'.",
    example=Example(_example(2), _example(3)),
    limit=3,
    counts="headline actions of an aim, as the fewest",
)
MANY = Rule(
    "headlines-many",
    "An aim has many headline actions",
    NOTE,
    WARNING,
    "officer",
    message="The corporate plan names so many headline actions for an aim that none of them stands out.",
    remedy="Agree with the services which of them matter most, and take 'Yes' under 'Headline' from the others.",
    example=Example(_example(8), _example(7)),
    limit=7,
    counts="headline actions of an aim, as the most",
)


def aims_with_few_or_many_headlines(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: an aim in force with fewer or more headline actions than a reader can use.

    A council that marks none at all has no headlines in its plan, and while a plan is awaited or its actions cannot be
    read, nobody can tell how few there are.
    """
    places = places_of(cycle)
    aims = cycle.framework.level("Aim")
    counts: dict[int, int] = {}
    for plan in cycle.plans:
        for action in plan.all_actions:
            if is_yes(action.headline):
                reached = leads_to(cycle, plan, action)
                above = {id(place) for priority in reached for place in (priority, *places.under(priority))}
                first = next((id(aim) for aim in aims if id(aim) in above), 0)  # it is printed once, there
                counts[first] = counts.get(first, 0) + 1
    unseen = bool(cycle.awaited) or any(is_awaited(cycle, plan.service, ("actions",)) for plan in cycle.plans)
    fewest, most = FEW.limit_in(cycle.framework), MANY.limit_in(cycle.framework)
    for aim in aims:
        count = counts.get(id(aim), 0)
        if not counts or aim.withdrawn_on:
            continue
        told = f"{called(aim)} has {count or 'no'} headline {'action' if count == 1 else 'actions'}"
        if count < fewest and not unseen:
            hint = "Agree with the services which of their actions for it should be marked Yes under 'Headline'."
            yield Hit(FEW, f"{told}; a reader looks for {fewest:g} or more.", hint, record=aim, field="text")
        elif count > most:
            hint = "Agree with the services which of them matter most; the others lose their Yes under 'Headline'."
            yield Hit(MANY, f"{told}; more than {most:g} nobody remembers.", hint, record=aim, field="text")
