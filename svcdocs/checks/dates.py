"""Dates: possible, readable, inside the plan, and no step after the end of its action."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from svcdocs.checks.names import called
from svcdocs.checks.rule import ERROR, NOTE, WARNING, Example, Hit, Rule
from svcdocs.checks.seasons import SEASON, month_of_season
from svcdocs.model.as_written import WrittenDate
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.dates import DateKind, read_date, said_day
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Framework
from svcdocs.model.owed import is_promised, to_be_added
from svcdocs.model.service_plan import Action, ServicePlan

IMPOSSIBLE = Rule(
    "date-impossible",
    "A date does not exist",
    ERROR,
    ERROR,
    message="A date is on no calendar; it is printed as it stands.",
    remedy="Correct the date.",
    example=Example(
        "Actions | Ref: HC1.1 | Finish by: 31 June 2028",
        "Actions | Ref: HC1.1 | Finish by: 30 June 2028",
    ),
)
UNREADABLE = Rule(
    "date-unreadable",
    "What stands for a date cannot be read as one",
    NOTE,
    WARNING,
    judged=True,
    message=(
        "What stands where a date belongs is not read as one, so nobody can be reminded of it; it is printed as it "
        "stands."
    ),
    remedy="Write a date such as 31 March 2028, March 2028 or Q2 2027/28, or a word such as Ongoing.",
    example=Example(
        "Actions | Ref: HC1.1 | Finish by: when the roof is done",
        "Actions | Ref: HC1.1 | Finish by: June 2028",
    ),
)
STEP_AFTER = Rule(
    "step-after-finish",
    "A step is dated after the end of its action",
    WARNING,
    ERROR,
    judged=True,
    message="A step begins only after the day by which its whole action is to be finished.",
    remedy="Bring the step forward under 'Step by'; or move the end of the action under 'Finish by'.",
    example=Example(
        "Actions | Ref: HC1.7 | Action: Refit the hostel | Finish by: March 2028\n"
        "Actions | Step: Let the contract | Step by: June 2028",
        "Actions | Ref: HC1.7 | Action: Refit the hostel | Finish by: March 2028\n"
        "Actions | Step: Let the contract | Step by: June 2027",
    ),
)
OUTSIDE = Rule(
    "date-outside-plan",
    "A date lies outside the years of the plan",
    WARNING,
    WARNING,
    judged=True,
    message="A date lies before the plan begins or after it ends.",
    remedy="Check the year, and correct it.",
    example=Example(
        "Actions | Ref: HC1.1 | Finish by: March 2082",
        "Actions | Ref: HC1.1 | Finish by: March 2028",
    ),
)
FINISH_COUNT = Rule(
    "finish-count",
    "An action has neither one end nor one for each step",
    WARNING,
    ERROR,
    judged=True,
    message=(
        "An action has several dates under 'Finish by', and not one for each of its steps, so nobody can tell which "
        "date is whose."
    ),
    remedy=(
        "Give one date for the whole action, or one line for each step; what is done in phases has a row for each "
        "phase, with its date under 'Step by'."
    ),
    example=Example(
        "Actions | Ref: HC1.7 | Action: Refit the hostel | Step: Do the work | Finish by: May 2027\\nMay 2028",
        "Actions | Ref: HC1.7 | Action: Refit the hostel | Step: Do the work | Finish by: May 2028",
    ),
)

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WORD = re.compile(r"[A-Za-z]{3,}")
_ALIKE = 0.75
_EXAMPLES = "Write a date such as 31 March 2028, March 2028 or Q2 {year}, or a word such as Ongoing."


def impossible_dates(cycle: Cycle) -> Iterator[Hit]:
    """A day that no calendar has: "31st September 2027"."""
    for plan in cycle.plans:
        for place in _dates(plan):
            if place.written.meaning.kind is DateKind.IMPOSSIBLE:
                hint = "Correct the date; until then it is printed as it stands."
                yield place.hit(IMPOSSIBLE, f"There is no such date as '{place.said}'.", hint)


def unreadable_dates(cycle: Cycle) -> Iterator[Hit]:
    """Words that stand where a date belongs and are none of the known ones; printed as written."""
    framework = cycle.framework
    ours, year = to_be_added(framework), (*framework.plan_years, "2027/28")[0]
    for plan in cycle.plans:
        for place in _dates(plan):
            if place.written.meaning.kind is DateKind.UNKNOWN and not is_promised(place.written, ours):
                if month := month_of_season(place.said):
                    yield place.hit(UNREADABLE, SEASON.format(said=place.said), f"Write a month, such as {month}.")
                    continue
                message = f"'{place.said}' is not read as a date, so nobody can be reminded of it."
                yield place.hit(UNREADABLE, message, _nearest(place.said) or _EXAMPLES.format(year=year))


def steps_after_their_action(cycle: Cycle) -> Iterator[Hit]:
    """A step that begins only after the day by which its action is to be finished."""
    for plan in cycle.plans:
        for action in plan.all_actions:
            ends = [item.meaning.last for item in action.finish.items]
            known = [day for day in ends if day]
            if not known or len(known) < len(ends):
                continue
            for step in action.steps:
                first = step.due.meaning.first
                if first and first > max(known):
                    end, due = str(action.finish.items[ends.index(max(known))]), str(step.due)
                    message = f"This step is dated {in_short(due)}, but {called(action)} is to end by {in_short(end)}."
                    hint = "Bring the step forward, or move the end of the action."
                    field = "by" if step.by else "text"
                    yield Hit(STEP_AFTER, message, hint, plan.service, step, field, row=action)


def dates_outside_the_plan(cycle: Cycle) -> Iterator[Hit]:
    """A deadline before the first day of the plan or after its last."""
    for plan in cycle.plans:
        span = plan_span(cycle.framework, plan.service)
        if span is None:
            continue
        for place in _dates(plan):
            meaning = place.written.meaning
            early = meaning.last is not None and meaning.last < span[0]
            late = meaning.first is not None and meaning.first > span[1]
            if (early or late) and place.field != "owed_on":
                side = "before the plan begins" if early else "after the plan ends"
                message = f"'{place.said}' lies {side}; it runs from {said_day(span[0])} to {said_day(span[1])}."
                yield place.hit(OUTSIDE, message, "Check the year.")


def ends_that_do_not_pair(cycle: Cycle) -> Iterator[Hit]:
    """Several ends on one action that are not one for each step, so that nobody can tell which is whose."""
    for plan in cycle.plans:
        for action in plan.all_actions:
            count, steps = len(action.finish.items), _numbered(action) or len(action.steps)
            if count > 1 and count not in (steps, len(action.steps)):
                beside = {0: "no steps", 1: "one step"}.get(steps, f"{steps} steps")
                message = f"{called(action)} has {count} dates under 'Finish by' and {beside}."
                hint = (
                    "Give one date for the whole action, or one line for each step; the phases of one piece of work are"
                    " steps, a row each with its date under 'Step by'."
                )
                yield Hit(FINISH_COUNT, message, hint, plan.service, action, "finish")


def _numbered(action: Action) -> int:
    """How many steps of an action are numbered: where some are, what is not is an introduction or a remark."""
    return sum(any(item.label for item in step.text.blocks[:1]) for step in action.steps)


def _nearest(said: str) -> str:
    """What to do where a word of a date is the name of a month but for a letter or two; "" elsewhere."""
    for word in _WORD.findall(said):
        meant = [said.replace(word, month) for month in _months_like(word)]
        if meant and meant[0] != said and read_date(meant[0]).kind is not DateKind.UNKNOWN:
            asked = "' or '".join(meant)
            return f"Did you mean '{asked}'? Then type {'that' if len(meant) == 1 else 'the one you meant'}."
    return ""


def _months_like(word: str) -> list[str]:
    """The month that a word looks like; both where it is as like one as another: "Juny"."""
    near = difflib.get_close_matches(word.capitalize(), _MONTHS, n=2, cutoff=_ALIKE)
    like = {month: difflib.SequenceMatcher(None, word.capitalize(), month).ratio() for month in near}
    return [month for month in _MONTHS if month in near and like[month] == max(like.values())]


def plan_span(framework: Framework, service: str) -> tuple[date, date] | None:
    """The first and the last day of the plan of a service; None where the framework's first year cannot be read.

    A service that begins or closes while the plans run has a plan only for the time in which there is such a service.
    """
    first, last = framework.first_day, framework.last_day_of(service)
    if first is None or last is None:
        return None
    row = framework.service(service)
    begins = row.belongs_from.meaning.first if row else None
    closes = row.belongs_until.meaning.last if row else None
    return max(first, begins or first), min(last, closes or last)


@dataclass(frozen=True, slots=True)
class _Place:
    """One written date of a plan, with the record and field it stands in, and the row whose reason counts for it."""

    written: WrittenDate
    service: str
    record: Record
    field: str
    row: Record | None = None

    @property
    def said(self) -> str:
        return in_short(self.written.text)

    def hit(self, rule: Rule, message: str, hint: str) -> Hit:
        return Hit(rule, message, hint, self.service, self.record, self.field, row=self.row)


def _dates(plan: ServicePlan) -> Iterator[_Place]:
    """Every written date of a plan that is a deadline."""
    for action in plan.all_actions:
        for item in action.finish.items:
            yield _Place(item, plan.service, action, "finish")
        for step in action.steps:
            if step.due:
                yield _Place(step.due, plan.service, step, "by" if step.by else "text", row=action)
    for indicator in plan.indicators:
        for year, target in indicator.targets.items():
            if target.meaning.when is not None:
                when = WrittenDate(text=target.text).in_years_from(target.starts)
                yield _Place(when, plan.service, indicator, f"targets {year}")
    for passage in plan.passages:
        if passage.owed_on:
            yield _Place(passage.owed_on, plan.service, passage, "owed_on")
