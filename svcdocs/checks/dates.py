"""Dates: possible, readable, inside the plan, and no step after the end of its action."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from svcdocs.checks.names import called
from svcdocs.checks.rule import ERROR, NOTE, WARNING, Hit, Rule
from svcdocs.model.as_written import Target, WrittenDate
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.dates import DateKind
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.years import first_day

IMPOSSIBLE = Rule("date-impossible", "A date does not exist", ERROR, ERROR)
UNREADABLE = Rule("date-unreadable", "What stands for a date cannot be read as one", NOTE, WARNING)
STEP_AFTER = Rule("step-after-finish", "A step is dated after the end of its action", WARNING, ERROR)
OUTSIDE = Rule("date-outside-plan", "A date lies outside the years of the plan", WARNING, WARNING)
FINISH_COUNT = Rule("finish-count", "An action has neither one end nor one for each step", WARNING, ERROR)
FRAMEWORK_DATE = Rule("framework-date", "A date in the framework cannot be read", WARNING, ERROR, "officer")

_EXAMPLES = "Write a date such as 31 March 2028, March 2028 or Q2 2027/28, or a word such as Ongoing."


def impossible_dates(cycle: Cycle) -> Iterator[Hit]:
    """A day that no calendar has: "31st September 2027"."""
    for plan in cycle.plans:
        for record, field, written in _dates(plan):
            if written.meaning.kind is DateKind.IMPOSSIBLE:
                hint = "Correct the date; it is printed as it stands until then."
                yield Hit(IMPOSSIBLE, f"There is no such date as '{written}'.", hint, plan.service, record, field)


def unreadable_dates(cycle: Cycle) -> Iterator[Hit]:
    """Words that stand where a date belongs and are none of the known ones; printed as written."""
    for plan in cycle.plans:
        for record, field, written in _dates(plan):
            if written.meaning.kind is DateKind.UNKNOWN:
                message = f"'{written}' cannot be read as a date, so nobody can be reminded of it."
                yield Hit(UNREADABLE, message, _EXAMPLES, plan.service, record, field)


def steps_after_their_action(cycle: Cycle) -> Iterator[Hit]:
    """A step that begins only after the day by which its action is to be finished."""
    for plan in cycle.plans:
        for action in plan.all_actions:
            ends = [item.meaning.last for item in action.finish.items]
            end = max((day for day in ends if day), default=None)
            if end is None or None in ends:
                continue
            for step in action.steps:
                first = step.due.meaning.first
                if first and first > end:
                    field = "by" if step.by else "text"
                    yield Hit(
                        STEP_AFTER,
                        f"The step is due by {step.due}, but {called(action)} is to be finished by {action.finish.lines[-1]}.",
                        "Bring the step forward or move the end of the action.",
                        plan.service,
                        step,
                        field,
                    )


def dates_outside_the_plan(cycle: Cycle) -> Iterator[Hit]:
    """A deadline before the first day of the plan or after its last."""
    span = plan_span(cycle.framework)
    if span is None:
        return
    for plan in cycle.plans:
        for record, field, written in _dates(plan):
            meaning = written.meaning
            early = meaning.last is not None and meaning.last < span[0]
            late = meaning.first is not None and meaning.first > span[1]
            if (early or late) and field != "owed_on":
                side = "before the plan starts" if early else "after the plan ends"
                yield Hit(
                    OUTSIDE,
                    f"'{written}' lies {side} ({_day(span[0])} to {_day(span[1])}).",
                    "Check the year; if it is right, say so under Why this is right.",
                    plan.service,
                    record,
                    field,
                )


def ends_that_do_not_pair(cycle: Cycle) -> Iterator[Hit]:
    """Several ends on one action that are not one for each step, so that nobody can tell which is whose."""
    for plan in cycle.plans:
        for action in plan.all_actions:
            count = len(action.finish.items)
            if count > 1 and count != len(action.steps):
                yield Hit(
                    FINISH_COUNT,
                    f"{called(action)} has {count} ends and {len(action.steps)} steps.",
                    "Give one end for the whole action, or one line for each step.",
                    plan.service,
                    action,
                    "finish",
                )


def framework_dates(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: dates that do not exist or cannot be read. The calendar may name a month without its year."""
    framework = cycle.framework
    odd = {DateKind.IMPOSSIBLE, DateKind.UNKNOWN}
    rows: list[tuple[Record, set[DateKind]]] = [
        (row, odd) for row in (framework.about, *framework.services, *framework.signatures)
    ]
    rows += [(row, {DateKind.IMPOSSIBLE}) for row in framework.calendar]
    for record, kinds in rows:
        for field in type(record).model_fields:
            value = getattr(record, field)
            if isinstance(value, WrittenDate) and value.meaning.kind in kinds:
                yield Hit(FRAMEWORK_DATE, f"'{value}' cannot be read as a date.", _EXAMPLES, "", record, field)


def plan_span(framework: Framework) -> tuple[date, date] | None:
    """The first and the last day of the plans; None where the framework's first year cannot be read."""
    years = framework.plan_years
    first, last = (first_day(years[0]), first_day(years[-1])) if years else (None, None)
    if first is None or last is None:
        return None
    ends_on = framework.about.ends_on.meaning.last
    return first, ends_on or date(last.year + 1, 4, 1) - timedelta(days=1)


def _dates(plan: ServicePlan) -> Iterator[tuple[Record, str, WrittenDate]]:
    """Every written date of a plan that is a deadline, with its record and field."""
    for action in plan.all_actions:
        yield from ((action, "finish", item) for item in action.finish.items)
        for step in action.steps:
            if step.due:
                yield step, "by" if step.by else "text", step.due
    for indicator in plan.indicators:
        yield from _milestones(indicator.targets, indicator)
    for passage in plan.passages:
        if passage.owed_on:
            yield passage, "owed_on", passage.owed_on


def _milestones(targets: dict[str, Target], record: Record) -> Iterator[tuple[Record, str, WrittenDate]]:
    for year, target in targets.items():
        if target.meaning.when is not None:
            yield record, f"targets {year}", WrittenDate(text=target.text)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
