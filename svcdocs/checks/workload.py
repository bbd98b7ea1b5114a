"""Workload: nobody has more due in one month, or leads more, than one person can do."""

from __future__ import annotations

from calendar import month_name
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from svcdocs.checks.names import called
from svcdocs.checks.rule import NOTE, Example, Hit, Rule
from svcdocs.model.as_written import WrittenDate
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Action, ServicePlan

_SIX = "\n".join(
    f"Actions | Ref: HC1.{n} | Action: Visit the {street} | Lead: Tom Fell | Finish by: June 2027"
    for n, street in enumerate(("harbour", "market", "library", "school", "theatre", "station", "museum", "depot"), 1)
)
OVERLOADED = Rule(
    "person-overloaded",
    "Much is due from one person in one month",
    NOTE,
    NOTE,
    "service",
    judged=True,
    message="More steps and actions are due from one person in one month than one can be expected to do.",
    remedy="Move some of the dates, or give some of the work another lead.",
    example=Example(_SIX, _SIX.replace("June 2027", "July 2027", 4)),
    limit=6,
    counts="steps and actions due from one person in one month",
)
_LEADS = ("Mo Birch", "Joan Ashdown", "Ines Calloway")
_LED = "Actions | Ref: HC{0} | Action: Visit ward number {0}"
LEADS_MANY = Rule(
    "person-leads-many",
    "One person leads many actions",
    NOTE,
    NOTE,
    "service",
    judged=True,
    message="One person leads more actions than one can be expected to.",
    remedy="Give some of them another lead.",
    example=Example(
        "\n".join(f"{_LED.format(n)} | Lead: Mo Birch" for n in range(1, 13)),
        "\n".join(f"{_LED.format(n)} | Lead: {_LEADS[n % 3]}" for n in range(1, 13)),
    ),
    limit=12,
    counts="actions that one person leads",
)

_MOST_NAMED = 8
_NOBODY = {"n/a", "na", "none", "all", "all staff", "not applicable", "various", "tbc", "tba", "leave out"}
_Row = tuple[ServicePlan, Action]


def people_overloaded_in_a_month(cycle: Cycle) -> Iterator[Hit]:
    """Somebody from whom much is due in one month; told once a person, for the month with the most."""
    limit = OVERLOADED.limit_in(cycle.framework)
    for name, rows in _led(cycle).items():
        due: Counter[date] = Counter()
        for _, action in rows:
            due.update(_due(action))
        month = max(due, key=lambda each: (due[each], -each.toordinal()), default=None)
        if month is None or due[month] < limit:
            continue
        named = [row for row in rows if month in _due(row[1])]
        plan, first = named[0]
        more = sum(1 for count in due.values() if count >= limit) - 1
        others = f", and as many or nearly so in {more} other month{'s' if more > 1 else ''}" if more else ""
        message = f"{in_short(name)} has {due[month]} things due in {_said(month)}{others}: {_list(named)}."
        hint = "Move some of the dates, or give some of the work another lead."
        yield Hit(OVERLOADED, message, hint, plan.service, first, "lead")


def people_who_lead_much(cycle: Cycle) -> Iterator[Hit]:
    """Somebody who leads more actions than the council's limit; told once a person, at the first."""
    limit = LEADS_MANY.limit_in(cycle.framework)
    for name, rows in _led(cycle).items():
        if len(rows) >= limit:
            plan, first = rows[0]
            message = f"{in_short(name)} leads {len(rows)} actions: {_list(rows)}."
            yield Hit(LEADS_MANY, message, "Give some of them another lead.", plan.service, first, "lead")


def _led(cycle: Cycle) -> dict[str, list[_Row]]:
    """The actions each person leads, by name or by the post they hold; the first of several is the one."""
    called_so = _people(cycle.framework)
    led: dict[str, list[_Row]] = {}
    spelled: dict[str, str] = {}
    for plan in cycle.plans:
        for action in plan.all_actions:
            name = next(iter(action.lead.names), "")
            key = called_so.get(folded(name), folded(name))
            if key and key not in _NOBODY:
                led.setdefault(spelled.setdefault(key, name), []).append((plan, action))
    return led


def _people(framework: Framework) -> dict[str, str]:
    """One key for each person, by every way in which they are named. A post that several hold is none of theirs."""
    holders = Counter(folded(person.post) for person in framework.people if person.post)
    keys: dict[str, str] = {}
    for person in framework.people:
        ways = (person.name, person.post, person.abbreviation, *person.also_written.split("\n"))
        shared = holders[folded(person.post)] > 1
        own = [
            folded(way) for way in ways if way.strip() and not (shared and way in (person.post, person.abbreviation))
        ]
        for way in own:
            keys.setdefault(way, own[0])
    return keys


def _due(action: Action) -> Counter[date]:
    """How many things of an action are due in each month, by its first day: the action itself counts with its steps."""
    steps = Counter(month for step in action.steps for month in _month(step.due))
    ends = Counter(month for each in action.finish.items for month in _month(each))
    return steps | ends


def _month(written: WrittenDate) -> Iterator[date]:
    """The month in which a date lies; none for what is longer than a month."""
    first, last = written.meaning.first, written.meaning.last
    if first and last and (first.year, first.month) == (last.year, last.month):
        yield first.replace(day=1)


def _said(month: date) -> str:
    return f"{month_name[month.month]} {month.year}"


def _list(rows: Sequence[_Row]) -> str:
    """Actions by their references, or the first words of those that have none."""
    named = [in_short(str(action.ref)) or called(action) for _, action in rows[:_MOST_NAMED]]
    more = f" and {len(rows) - _MOST_NAMED} more" if len(rows) > _MOST_NAMED else ""
    return f"{', '.join(named)}{more}"
