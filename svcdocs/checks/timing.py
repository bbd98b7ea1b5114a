"""Times: days and years that contradict each other, in a wording and in its column, and headings of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from svcdocs.checks.names import called
from svcdocs.checks.printed import printed_cells
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.dates import DateKind, DateMeaning, read_date, said_day
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Framework, Priority
from svcdocs.model.service_plan import Action

TWO_ENDS = Rule(
    "end-differs",
    "An action's wording gives another end than its column",
    WARNING,
    WARNING,
    judged=True,
    message="The words of an action say by when it will be done, and 'Finish by' gives a later day.",
    remedy="Make the two say the same.",
    example=Example(
        wrong="Actions | Ref: HC1.1 | Action: Open the shelter by February 2028 | Finish by: March 2028",
        right="Actions | Ref: HC1.1 | Action: Open the shelter by February 2028 | Finish by: February 2028",
    ),
)
AFTER_PRIORITY = Rule(
    "end-after-priority",
    "An action ends after the day the council has adopted",
    WARNING,
    WARNING,
    "service",
    judged=True,
    message="The council has adopted a day for one of its own actions, and the service's row for it ends later.",
    remedy="Bring the end forward; or ask for the council's day to be changed, which is not the service's to do.",
    example=Example(
        wrong="Framework/Priorities | Level: Council action | Ref: Z1 | Wording: Build 150 homes by March 2028\n"
        "Council actions | Ref: Z1 | Action: Build the homes | Finish by: May 2028",
        right="Framework/Priorities | Level: Council action | Ref: Z1 | Wording: Build 150 homes by March 2028\n"
        "Council actions | Ref: Z1 | Action: Build the homes | Finish by: March 2028",
    ),
)
YEAR_IN_HEADING = Rule(
    "heading-of-another-year",
    "A heading is about the wrong year",
    WARNING,
    WARNING,
    message="A heading over achievements or plans names an earlier year than the one they should be of.",
    remedy="Correct the year, or bring what stands under it up to date.",
    example=Example(
        wrong="Text | Section: Achievements | Text: Achievements in 2019/20",
        right="Text | Section: Achievements | Text: What we are proud of",
    ),
)
OLD_VERSION_DATE = Rule(
    "version-date-old",
    "The version date is that of an earlier year",
    NOTE,
    WARNING,
    "officer",
    message="The date of this version of the plans lies more than a year before they begin, as if carried over.",
    remedy="Put the date of this version into 'Version date' on the sheet About.",
    example=Example(
        wrong="Framework/About | Version date: 12 January 2019",
        right="Framework/About | Version date: 12 January 2027",
    ),
)


def ends_that_contradict(cycle: Cycle) -> Iterator[Hit]:
    """An action whose title says "by May 2027" and whose column has a later day, or one after the council's own day.

    Where the title is a council action's wording as adopted, only the council's day counts.
    """
    for plan in cycle.plans:
        for action in plan.all_actions:
            ends = [item.meaning.first for item in action.finish.items]
            if not ends or not all(ends):
                continue
            last = max(end for end in ends if end is not None)
            priority = _adopted(cycle, action) if any(action is row for row in plan.council_actions) else None
            adopted, own = (
                _promised_by(text) for text in (priority.text.plain if priority else "", action.title.plain)
            )
            finish = in_short(str(action.finish.items[ends.index(last)]))
            if priority is not None and adopted and adopted.last and last > adopted.last:
                council = f"{called(priority)} is to be done by {said_day(adopted.last)}"
                message = f"{called(action)} ends by {finish}, and {council}."
                yield Hit(AFTER_PRIORITY, message, AFTER_PRIORITY.remedy, plan.service, action, "finish")
            elif own and own.last and last > own.last:
                message = (
                    f"{called(action)} says in its words that it ends by {said_day(own.last)}, and here by {finish}."
                )
                yield Hit(TWO_ENDS, message, TWO_ENDS.remedy, plan.service, action, "finish")


def headings_of_another_year(cycle: Cycle) -> Iterator[Hit]:
    """A heading in a text, or of a section in the framework, that names a year before the one it should."""
    framework = cycle.framework
    if framework.first_day is None:
        return
    for row in framework.sections:
        if message := _wrong_year(row.heading, framework):
            yield Hit(YEAR_IN_HEADING, message, YEAR_IN_HEADING.remedy, record=row, field="heading")
    for plan in cycle.plans:
        for cell in printed_cells(plan):
            messages = (_wrong_year(line, framework) for line in cell.lines) if cell.part == "passages" else ()
            if message := next((message for message in messages if message), ""):
                yield cell.hit(YEAR_IN_HEADING, message, YEAR_IN_HEADING.remedy)


def version_dates_carried_over(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: the date of a version that was written more than a year before the plans begin."""
    about, begins = cycle.framework.about, cycle.framework.first_day
    written = about.version_date.meaning.last
    if begins is not None and written is not None and written < begins - timedelta(days=366):
        day = in_short(str(about.version_date))
        message = f"The version date is {day}, and the plans begin only on {said_day(begins)}."
        yield Hit(OLD_VERSION_DATE, message, OLD_VERSION_DATE.remedy, record=about, field="version_date")


_BY = re.compile(
    r"\b(?:by|before|no later than) (?:the )?((?:end of )?(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8} 20\d\d)\b"
)
_POINT = (DateKind.DAY, DateKind.MONTH, DateKind.UNTIL)
_YEAR = r"(?P<year>20\d\d ?[/–-] ?(?:20)?\d\d|FY ?\d\d(?:/\d\d)?|20\d\d)"
_OF_LAST = re.compile(
    rf"\W*(?:our )?(?:key |main )?(?:achievements?|progress|successes|highlights|what we (?:did|achieved|delivered)"
    rf"|how we (?:did|performed)|performance|review of)\b(?: \w+){{0,4}}? (?:in|during|for|of|from|over)? ?{_YEAR}\W*",
    re.IGNORECASE,
)
_OF_THIS = re.compile(
    rf"\W*(?:our )?(?:key |main )?(?:priorities|objectives|council actions|actions|plans?|targets"
    rf"|where we plan to improve|what we will do|looking ahead)\b(?: \w+){{0,3}}? (?:in|during|for|to) {_YEAR}\W*",
    re.IGNORECASE,
)


def _promised_by(words: str) -> DateMeaning | None:
    """The last "by" such a month or day in some words; None where they name none, or more than one."""
    found = _BY.findall(words)
    if len(found) != 1:
        return None
    meaning = read_date(found[0])
    return meaning if meaning.kind in _POINT else None


def _adopted(cycle: Cycle, action: Action) -> Priority | None:
    """The council action that a row is for, where it is one only."""
    named = [cycle.priority(ref) for ref in (action.ref, *action.serves.items) if ref]
    found = {id(row): row for row in named if row is not None and row.is_level("Council action")}
    return next(iter(found.values())) if len(found) == 1 else None


def _wrong_year(line: str, framework: Framework) -> str:
    """What is wrong with the year of a line that is a heading; "" where nothing is."""
    years, begins = framework.financial_years, framework.first_day
    for pattern, back in ((_OF_LAST, 1), (_OF_THIS, 0)):
        match = pattern.fullmatch(line.strip())
        named = years.begins(match["year"].replace(" ", "")) if match else None
        if match and named is not None and begins is not None and named < begins.year - back:
            right = years.name(begins.year - back)
            which = "last year is" if back else "the plans begin with"
            return f"'{in_short(line)}' names {match['year']}, and {which} {right}."
    return ""
