"""Who fills in what: whoever is named there is somebody, and has something to fill in that is nobody else's."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator

from svcdocs.checks.names import did_you_mean
from svcdocs.checks.rule import ERROR, NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.assignments import EACH_TEAM, HEAD, PARTS, Assignment, assignments_of
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Framework
from svcdocs.model.names import all_folded, folded, lines_of
from svcdocs.model.teams import names_of

UNKNOWN = Rule(
    "contributor-unknown-part",
    "Who fills in what names what is not there",
    ERROR,
    ERROR,
    "officer",
    message=(
        "The sheet 'Who fills in what' names a service, sheet or section that does not exist, so nobody is asked "
        "for it there."
    ),
    remedy="Correct the name, a line each, as it stands in the workbook or the framework; or take it out.",
    example=Example(
        "Framework/Who fills in what | Who: Finance | Sheets: Mony",
        "Framework/Who fills in what | Who: Finance | Sheets: Money",
    ),
)
IDLE = Rule(
    "contributor-without-part",
    "A contributor has nothing to fill in",
    WARNING,
    WARNING,
    "officer",
    message="Somebody on the sheet 'Who fills in what' has no sheet to fill in, so no workbook is made for them.",
    remedy="Name the sheets they fill in under Sheets, a line each; or delete the row.",
    example=Example(
        "Framework/Who fills in what | Who: Finance",
        "Framework/Who fills in what | Who: Finance | Sheets: Money",
    ),
)
LIKE_TEAM = Rule(
    "contributor-like-team",
    "A contributor's name is nearly a team's",
    NOTE,
    NOTE,
    "officer",
    message=(
        "A name on the sheet 'Who fills in what' is nearly that of a team or service; it is taken for somebody "
        "outside the services, who gets one workbook about several of them."
    ),
    remedy="If the team or service is meant, write its name as it stands on the sheet 'Services and teams'.",
    example=Example(
        "Framework/Who fills in what | Who: Homelesness | Sheets: Risks",
        "Framework/Who fills in what | Who: Homelessness | Sheets: Risks",
    ),
)
SHARED = Rule(
    "contributor-clash",
    "Two contributors are asked for the same part",
    ERROR,
    ERROR,
    "officer",
    message="Two contributors from outside the services are asked for the same sheet of the same plan.",
    remedy="Leave the sheet with one of the two, and take it out of the row of the other.",
    example=Example(
        "Framework/Who fills in what | Who: Finance | Sheets: Money\n"
        "Framework/Who fills in what | Who: HR | Sheets: Money",
        "Framework/Who fills in what | Who: Finance | Sheets: Money\n"
        "Framework/Who fills in what | Who: HR | Sheets: Posts",
    ),
)

_SHEET = "on the sheet 'Who fills in what'"


def parts_that_are_not_there(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a service, sheet or section that somebody is to fill in and that does not exist."""
    framework = cycle.framework
    sections = [row.key for row in framework.sections if row.key]
    sheets = all_folded(PARTS)
    asked: tuple[tuple[str, str, Callable[[str], bool], Iterable[str]], ...] = (
        ("services", "service", lambda name: framework.service_called(name) is not None, framework.service_names),
        ("sheets", "sheet", lambda name: folded(name) in sheets, PARTS),
        ("sections", "section", lambda name: framework.section(name) is not None, sections),
    )
    for row in framework.contributors:
        for field, kind, is_known, known in asked:
            for name in lines_of(getattr(row, field)):
                if not is_known(name):
                    message = f"'{in_short(name)}' {_SHEET} is not a {kind}, so nobody is asked for it there."
                    hint = did_you_mean(name, known, f"Correct the name of the {kind}, a line each, or take it out.")
                    yield Hit(UNKNOWN, message, hint, record=row, field=field)


def contributors_without_a_part(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: somebody outside the services for whom no sheet is named, so that no workbook goes out."""
    framework = cycle.framework
    given = all_folded(one.contributor for one in assignments_of(framework))
    for row in framework.contributors:
        who = row.who.strip()
        if who and folded(who) not in given | _own(framework):
            message = f"'{in_short(who)}' {_SHEET} has no sheet to fill in, so no workbook is made."
            yield Hit(IDLE, message, "Name the sheets under Sheets, a line each.", record=row, field="who")


def contributors_named_like_a_team(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a contributor whose name is nearly that of a team, service or head, and is none of them."""
    framework = cycle.framework
    own = {folded(name): name for name in (HEAD, EACH_TEAM, *_names(framework))}
    for row in framework.contributors:
        near = difflib.get_close_matches(folded(row.who), list(own), n=1, cutoff=0.8)
        if near and folded(row.who) not in own:
            message = f"'{in_short(row.who)}' is no team or service, so it gets one workbook about several services."
            hint = f"Did you mean '{own[near[0]]}'? Then correct it."
            yield Hit(LIKE_TEAM, message, hint, record=row, field="who")


def parts_given_to_two(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: two contributors from outside who are asked for one part of one plan."""
    framework = cycle.framework
    central = [one for one in assignments_of(framework) if one.central]
    for number, one in enumerate(central):
        for other in central[:number]:
            both = [name for name, part in PARTS.items() if _asks_both(part, one, other)]
            services = [name for name in one.services if name in other.services]
            if both and services:
                message = (
                    f"'{in_short(other.contributor)}' and '{in_short(one.contributor)}' are both asked for the sheet "
                    f"'{both[0]}' of '{in_short(services[0])}'."
                )
                yield Hit(SHARED, message, "Leave it with one of the two.", record=one.asked, field="sheets")


def _asks_both(part: str, one: Assignment, other: Assignment) -> bool:
    """Whether both are asked for a part; on the sheet of text, for one of its sections."""
    if part not in one.parts or part not in other.parts:
        return False
    return part != "passages" or bool(set(one.sections) & set(other.sections))


def _own(framework: Framework) -> frozenset[str]:
    return all_folded((HEAD, EACH_TEAM, *_names(framework)))


def _names(framework: Framework) -> Iterator[str]:
    """Every name of a service or a team."""
    for row in framework.services:
        yield from names_of(row)
