"""The framework: what every document needs is there, and what it names is there as well."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.checks.names import called, did_you_mean, folded
from svcdocs.checks.rule import ERROR, WARNING, Hit, Rule
from svcdocs.model.as_written import WrittenDate
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle, parents
from svcdocs.model.dates import DateKind
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Priority, Service
from svcdocs.model.years import MOST_YEARS

GAP = Rule("framework-gap", "The framework lacks what every document needs", ERROR, ERROR, "officer")
DATE = Rule("framework-date", "A date in the framework cannot be read", WARNING, ERROR, "officer")
PRIORITY_TWICE = Rule("priority-twice", "A priority's reference is given twice", ERROR, ERROR, "officer")
PRIORITY_UNDER = Rule("priority-under-unknown", "A priority stands under one not there", ERROR, ERROR, "officer")
UNKNOWN_SERVICE = Rule("service-unknown", "A service is not one of the council's", ERROR, ERROR, "officer")
SERVICE_TWICE = Rule("service-twice", "Two services have the same name", ERROR, ERROR, "officer")
UNKNOWN_RULE = Rule("rule-unknown", "A row of the sheet Rules names no check", WARNING, WARNING, "officer")


def framework_gaps(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: no council, no year that can be read, no services."""
    framework = cycle.framework
    if not framework.about.council:
        hint = "Fill in Council on the sheet About."
        yield Hit(GAP, "The council has no name.", hint, "", framework.about, "council")
    if not framework.plan_years:
        typed = framework.about.first_year
        message = (
            f"'{in_short(typed)}' is not a financial year." if typed else "The first year of the plans is not given."
        )
        hint = "Write it as 2027/28 in First year on the sheet About."
        yield Hit(GAP, message, hint, "", framework.about, "first_year")
    years = framework.about.years.strip()
    if years and not (years.isdecimal() and 1 <= int(years) <= MOST_YEARS):
        message = f"'{in_short(years)}' is not a number of years from 1 to {MOST_YEARS}."
        yield Hit(GAP, message, "Write it as a figure, such as 2.", "", framework.about, "years")
    if not framework.service_names:
        hint = "Add a row for each service on the sheet 'Services and teams'."
        yield Hit(GAP, "No service is named, so there is no plan to make.", hint)


def framework_dates(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: dates that do not exist or cannot be read. The calendar may name a month without its year."""
    framework = cycle.framework
    odd = {DateKind.IMPOSSIBLE, DateKind.UNKNOWN}
    dated = (framework.about, *framework.priorities, *framework.services, *framework.signatures)
    rows: list[tuple[Record, set[DateKind]]] = [(row, odd) for row in (*dated, *framework.money_columns)]
    rows += [(row, {DateKind.IMPOSSIBLE}) for row in framework.calendar]
    for record, kinds in rows:
        for field in type(record).model_fields:
            value = getattr(record, field)
            if isinstance(value, WrittenDate) and value.meaning.kind in kinds:
                impossible = value.meaning.kind is DateKind.IMPOSSIBLE
                message = (
                    f"There is no such date as '{in_short(str(value))}'."
                    if impossible
                    else f"'{in_short(str(value))}' is not read as a date."
                )
                yield Hit(DATE, message, "Write a date such as 31 March 2028 or March 2028.", "", record, field)


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


def services_named_alike(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: two services whose names differ in no more than case and punctuation: one file for both."""
    first: dict[str, Service] = {}
    for row in cycle.framework.services:
        name = "".join(char for char in row.service.casefold().replace("&", " and ") if char.isalnum())
        if row.team or not name:
            continue
        if name in first:
            message = f"'{in_short(row.service)}' and '{in_short(first[name].service)}' would be one service."
            hint = "Give them names that differ in more than case and punctuation, or delete one of the rows."
            yield Hit(SERVICE_TWICE, message, hint, record=row, field="service")
        else:
            first[name] = row


def unknown_services(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a service that is named somewhere and does not stand on the sheet of services; once a name."""
    framework = cycle.framework
    known = {folded(name) for name in framework.service_names}
    known |= {folded(line) for row in framework.services for line in row.also_called.split("\n")}
    rows: list[tuple[Record, str, str]] = [(row, "service", row.service) for row in framework.services if row.team]
    rows += [(row, "service", row.service) for row in framework.signatures]
    rows += [(row, "service", row.service) for row in framework.people]
    rows += [(row, "lead_services", line) for row in framework.priorities for line in row.lead_services.split("\n")]
    rows += [(row, "services", line) for row in framework.shared_indicators for line in row.services.split("\n")]
    told: set[str] = set()
    for record, field, name in rows:
        if name.strip() and folded(name) not in known | told:
            told.add(folded(name))
            message = f"'{in_short(name)}' is not one of the services on the sheet 'Services and teams'."
            hint = did_you_mean(name, framework.service_names, "Add the service there, or correct its name.")
            yield Hit(UNKNOWN_SERVICE, message, hint, record=record, field=field)
