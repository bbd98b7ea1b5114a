"""The framework: what every document needs is there, and what it names is there as well."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.checks.names import did_you_mean
from svcdocs.checks.rule import ERROR, WARNING, Example, Hit, Rule
from svcdocs.model.as_written import WrittenDate
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.dates import DateKind
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Service
from svcdocs.model.names import folded, lines_of
from svcdocs.model.years import MOST_YEARS, month_of

GAP = Rule(
    "framework-gap",
    "The framework lacks what every document needs",
    ERROR,
    ERROR,
    "officer",
    message=(
        "Something without which no document can be made is blank or cannot be read: the council's name, its first "
        "year, the month in which years begin, how many years the plans cover, the day on which they end, or any "
        "service at all."
    ),
    remedy=(
        "Fill in or correct the answer on the sheet About that the finding points to; for a missing service, add a "
        "row on the sheet 'Services and teams'."
    ),
    example=Example(
        "Framework/About | Number of years: two",
        "Framework/About | Number of years: 2",
    ),
)
DATE = Rule(
    "framework-date",
    "A date in the framework cannot be read",
    WARNING,
    ERROR,
    "officer",
    message=(
        "A date in the framework is on no calendar, or is not read as a date, so nothing can be worked out from it."
    ),
    remedy="Write a day such as 31 March 2028 or a month such as March 2028.",
    example=Example(
        "Framework/Services and teams | Service: Housing | Return by: 31 November 2026",
        "Framework/Services and teams | Service: Housing | Return by: 30 November 2026",
    ),
)
UNKNOWN_SERVICE = Rule(
    "service-unknown",
    "A service is not one of the council's",
    ERROR,
    ERROR,
    "officer",
    message=(
        "The framework names a service that has no row of its own on the sheet 'Services and teams', so what is "
        "said of it reaches no plan."
    ),
    remedy="Correct the name as it stands on the sheet 'Services and teams'; or add a row for the service there.",
    example=Example(
        "Framework/People | Name: Asha Verrall | Service: Howsing",
        "Framework/People | Name: Asha Verrall | Service: Housing",
    ),
)
SERVICE_TWICE = Rule(
    "service-twice",
    "Two services have the same name",
    ERROR,
    ERROR,
    "officer",
    message="Two services differ only in capitals or signs, so that one plan would be written over the other.",
    remedy="Give one of them a name that differs in a word; or delete one of the two rows.",
    example=Example(
        "Framework/Services and teams | Service: Markets & Fairs\n"
        "Framework/Services and teams | Service: Markets and Fairs",
        "Framework/Services and teams | Service: Markets & Fairs\nFramework/Services and teams | Service: Harbour",
    ),
)
UNKNOWN_RULE = Rule(
    "rule-unknown",
    "A row of the sheet Rules names no check",
    WARNING,
    WARNING,
    "officer",
    message="A row of the sheet Rules gives a code that no check has, so the row changes nothing.",
    remedy="Correct the code as it stands in this list; or delete the row.",
    example=Example(
        "Framework/Rules | Check: date-outside-plans | In draft: Note",
        "Framework/Rules | Check: date-outside-plan | In draft: Note",
    ),
)
LIMIT_UNCLEAR = Rule(
    "limit-unclear",
    "A limit on the sheet Rules is not understood",
    WARNING,
    WARNING,
    "officer",
    message=(
        "What stands under 'Your limit' on the sheet Rules is not a number, or stands beside a check that "
        "does not count anything, so it changes nothing."
    ),
    remedy=(
        "Write a figure alone, such as 25; or leave the cell blank, as it has to be beside a check that does not count."
    ),
    example=Example(
        "Framework/Rules | Check: date-outside-plan | Your limit: 25",
        "Framework/Rules | Check: date-outside-plan | Your limit: ",
    ),
)


def framework_gaps(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: no council, no services."""
    framework = cycle.framework
    if not framework.about.council:
        hint = "Fill in Council on the sheet About."
        yield Hit(GAP, "The council has no name.", hint, "", framework.about, "council")
    if not framework.service_names:
        hint = "Add a row for each service on the sheet 'Services and teams'."
        yield Hit(GAP, "No service is named, so there is no plan to make.", hint)


def years_of_the_plans(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a first year, a month or a number of years that is none, a last day that lies in no year."""
    framework = cycle.framework
    about, counted = framework.about, framework.financial_years
    if not framework.plan_years:
        message = (
            f"'{in_short(about.first_year)}' is not a financial year."
            if about.first_year.strip()
            else "The first year of the plans is not given."
        )
        hint = "Write it in First year on the sheet About as the council does: 2027/28, 2027-28, FY27/28, FY28 or 2027."
        yield Hit(GAP, message, hint, "", about, "first_year")
    if month_of(about.year_starts) is None:
        message = f"'{in_short(about.year_starts)}' is not a month in which a year can start."
        hint = "Write the month in full in 'Year starts in' on the sheet About, such as July."
        yield Hit(GAP, message, hint, "", about, "year_starts")
    typed: list[tuple[Record, str]] = [(framework.about, framework.about.years)]
    typed += [(row, row.years) for row in framework.services]
    for record, cell in typed:
        years = cell.strip()
        if years and not (years.isdecimal() and 1 <= int(years[:9]) <= MOST_YEARS):
            message = f"'{in_short(years)}' is not a number of years from 1 to {MOST_YEARS}."
            yield Hit(GAP, message, "Write it as a figure, such as 2.", "", record, "years")
    first, ends_on = framework.first_day, about.ends_on.meaning.last
    if first is None or ends_on is None:
        return
    day, given = in_short(str(about.ends_on)), counted.of_plan(about.years or str(MOST_YEARS))
    if ends_on < first:
        message = f"The plans end on '{day}', which lies before their first year {given[0]}."
        yield Hit(GAP, message, "Correct the day or the first year.", "", about, "ends_on")
    elif (last := counted.last_day(given[-1])) is not None and ends_on > last:
        message = f"The plans end on '{day}', which lies after their last year {given[-1]}."
        hint = "Correct the day, raise the number of years, or leave the day blank."
        yield Hit(GAP, message, hint, "", about, "ends_on")


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
    rows: list[tuple[Record, str, str]] = [(row, "service", row.service) for row in framework.services if row.team]
    rows += [
        (row, "service", row.service) for row in framework.signatures if not framework.is_corporate_plan(row.service)
    ]
    rows += [(row, "service", row.service) for row in framework.people]
    rows += [(row, "lead_services", line) for row in framework.priorities for line in lines_of(row.lead_services)]
    rows += [(row, "services", line) for row in framework.shared_indicators for line in lines_of(row.services)]
    told: set[str] = set()
    for record, field, name in rows:
        if name.strip() and folded(name) not in told and framework.service_called(name) is None:
            told.add(folded(name))
            message = f"'{in_short(name)}' is not one of the services on the sheet 'Services and teams'."
            hint = did_you_mean(name, framework.service_names, "Add the service there, or correct its name.")
            yield Hit(UNKNOWN_SERVICE, message, hint, record=record, field=field)
