"""Teams and services in time: the days from and until which they belong fit together, and nobody is left behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from svcdocs.checks.rule import ERROR, NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.dates import said_day
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Framework, Service
from svcdocs.model.names import all_folded, folded
from svcdocs.model.teams import names_of, predecessors_of, successors_of

DATES = Rule(
    "move-dates",
    "The days of a team or service do not fit together",
    WARNING,
    ERROR,
    "officer",
    message=(
        "A team or service begins after its last day, or a team belongs to two services on one day, or between two "
        "services to none."
    ),
    remedy=(
        "Correct one of the days: the first day under the next service is the day after the last day under the one "
        "before."
    ),
    example=Example(
        "Framework/Services and teams | Service: Housing | Team: Advice | Belongs to it until: 30 September 2027\n"
        "Framework/Services and teams | Service: Parks | Team: Advice | Belongs to it from: 1 November 2027",
        "Framework/Services and teams | Service: Housing | Team: Advice | Belongs to it until: 30 September 2027\n"
        "Framework/Services and teams | Service: Parks | Team: Advice | Belongs to it from: 1 October 2027",
    ),
)
OUTSIDE = Rule(
    "move-outside-plan",
    "A team or service changes outside the plan's years",
    NOTE,
    WARNING,
    "officer",
    message="A day on which a team or service begins, moves or ends lies before the plans begin or after they end.",
    remedy="Correct the day; or leave it blank, since nothing changes in the years of the plans.",
    example=Example(
        "Framework/Services and teams | Service: Housing | Team: Advice | Belongs to it from: 1 October 2031",
        "Framework/Services and teams | Service: Housing | Team: Advice | Belongs to it from: 1 October 2027",
    ),
)
CLOSED = Rule(
    "service-closed",
    "A service closes while teams still belong to it",
    WARNING,
    ERROR,
    "officer",
    message="A service closes on a day on which teams still belong to it, and nothing says what becomes of them.",
    remedy="Give each of these teams its last day under the service, and a row under the service to which it goes.",
    example=Example(
        "Framework/Services and teams | Service: Markets | Belongs to it until: 30 September 2027\n"
        "Framework/Services and teams | Service: Markets | Team: Stalls",
        "Framework/Services and teams | Service: Markets | Belongs to it until: 30 September 2027\n"
        "Framework/Services and teams | Service: Markets | Team: Stalls | Belongs to it until: 30 September 2027\n"
        "Framework/Services and teams | Service: Parks | Team: Stalls | Belongs to it from: 1 October 2027",
    ),
)
ONE_TEAM = Rule(
    "team-twice",
    "A team may stand under two services at once",
    NOTE,
    WARNING,
    "officer",
    message="Two rows seem to be about one team, and no days say when it belongs to which service.",
    remedy=(
        "If it is one team that moves, write its last day under the service it leaves and the day after it under "
        "the next."
    ),
    example=Example(
        "Framework/Services and teams | Service: Housing | Team: Advice | Belongs to it until: 30 September 2027\n"
        "Framework/Services and teams | Service: Parks | Team: Advice",
        "Framework/Services and teams | Service: Housing | Team: Advice | Belongs to it until: 30 September 2027\n"
        "Framework/Services and teams | Service: Parks | Team: Advice | Belongs to it from: 1 October 2027",
    ),
)

_ONE_DAY = timedelta(days=1)
_AFTER = "Write the last day under one service and the day after it under the next."


def days_that_do_not_fit(cycle: Cycle) -> Iterator[Hit]:
    """A first day after the last; a team that belongs to two services on one day, or between two to none."""
    framework = cycle.framework
    for row in framework.services:
        until = row.belongs_until.meaning.last
        begins = row.belongs_from.meaning.first
        if begins and until and begins > until:
            message = f"{_called(row)} begins on '{_said(row, 'from')}', after its last day '{_said(row, 'until')}'."
            yield Hit(DATES, message, "Correct one of the two days.", "", row, "belongs_from")
            continue
        for after in successors_of(framework, row):
            first = after.belongs_from.meaning.first
            if until and first and first != until + _ONE_DAY:
                which = "overlap" if first <= until else "leave a gap"
                message = (
                    f"The days of {_called(row)} {which}: it stays until '{_said(row, 'until')}', "
                    f"and {_called(after)} begins on '{_said(after, 'from')}'."
                )
                yield Hit(DATES, message, _AFTER, "", after, "belongs_from")


def days_outside_the_plans(cycle: Cycle) -> Iterator[Hit]:
    """A day on which a team or service moves, begins or ends before the plans begin or after they end."""
    framework = cycle.framework
    first, last = framework.first_day, framework.last_day
    if first is None or last is None:
        return
    for row in framework.services:
        for field, day in (
            ("belongs_from", row.belongs_from.meaning.first),
            ("belongs_until", row.belongs_until.meaning.last),
        ):
            if day and not first - _ONE_DAY <= day <= last + _ONE_DAY:
                typed = in_short(str(getattr(row, field)))
                message = (
                    f"'{typed}' for {_called(row)} lies outside the plans, "
                    f"which run from {said_day(first)} to {said_day(last)}."
                )
                hint = "Correct the day, or leave it blank: in these years nothing changes."
                yield Hit(OUTSIDE, message, hint, "", row, field)


def teams_of_a_closed_service(cycle: Cycle) -> Iterator[Hit]:
    """A service that closes while teams stay in it."""
    framework = cycle.framework
    for service in framework.services:
        closes = service.belongs_until.meaning.last
        if service.team or closes is None:
            continue
        left = [row.team for row in framework.teams_of(service.service) if _stays_beyond(row, service)]
        if left:
            names = ", ".join(f"'{in_short(name)}'" for name in left)
            message = (
                f"{_called(service)} closes on '{_said(service, 'until')}', and nothing says what becomes of {names}."
            )
            hint = "Give each of these teams its last day there, and a row under the service to which it goes."
            yield Hit(CLOSED, message, hint, "", service, "belongs_until")


def teams_that_may_be_one(cycle: Cycle) -> Iterator[Hit]:
    """Two rows that seem to be one team, with no days that say when it belongs to which service.

    Each service may have a team of one name; two rows are one where "Also called" says so, or where one of them has a
    day on which it is over or begins and the other has none.
    """
    framework = cycle.framework
    teams = [row for row in framework.services if row.team]
    for one, other in combinations(teams, 2):
        if framework.service_name(one.service) == framework.service_name(other.service):
            continue
        undated = [row for row in (one, other) if not (row.belongs_from or row.belongs_until)]
        hit = _half_dated(framework, one, other, undated) if len(undated) == 1 else None
        if len(undated) == 2 and _is_linked(one, other):  # noqa: PLR2004 - both of the two
            message = f"{_called(one)} and {_called(other)} go by one name, and no days say when it is which."
            hit = Hit(ONE_TEAM, message, f"If it is one team that moves: {_AFTER[0].lower()}{_AFTER[1:]}", "", other)
        if hit is not None:
            yield hit


def _half_dated(framework: Framework, one: Service, other: Service, undated: list[Service]) -> Hit | None:
    """A row with a day that no other row goes on from, beside one of its name that has none."""
    open_one = undated[0]
    dated = other if open_one is one else one
    if all_folded(names_of(one)).isdisjoint(all_folded(names_of(other))) or successors_of(framework, dated):
        return None
    if dated.belongs_until:
        message = f"{_called(dated)} ends on '{_said(dated, 'until')}', and {_called(open_one)} has no first day."
        hint = "If it is one team that moves, give the first day under the service to which it goes."
        return Hit(ONE_TEAM, message, hint, "", open_one, "belongs_from")
    if predecessors_of(framework, dated):
        return None
    message = f"{_called(dated)} begins on '{_said(dated, 'from')}', and {_called(open_one)} has no last day."
    hint = "If it is one team that moves, give its last day under the service which it leaves."
    return Hit(ONE_TEAM, message, hint, "", open_one, "belongs_until")


def _stays_beyond(team: Service, service: Service) -> bool:
    ends, closes = team.belongs_until.meaning.last, service.belongs_until.meaning.last
    return not team.belongs_until or (ends is not None and closes is not None and ends > closes)


def _is_linked(one: Service, other: Service) -> bool:
    """Whether a name that two teams share is more than the name in use of both."""
    shared = all_folded(names_of(one)) & all_folded(names_of(other))
    return bool(shared) and shared != {folded(one.team)} & {folded(other.team)}


def _called(row: Service) -> str:
    return f"'{in_short(row.team)}' in {in_short(row.service)}" if row.team else f"'{in_short(row.service)}'"


def _said(row: Service, which: str) -> str:
    return in_short(str(row.belongs_from if which == "from" else row.belongs_until))
