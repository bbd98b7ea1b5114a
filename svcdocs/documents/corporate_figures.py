"""The council in figures: counts by service, and the workforce; each can be worked out again from the workbooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.corporate_owed import owed_figures
from svcdocs.model.corporate_view import CorporateView, ServiceWorkforce, TeamWorkforce
from svcdocs.model.text import Text


@dataclass(frozen=True, slots=True)
class Figures:
    """The counts of the whole council, from the plans that have come in."""

    services: str
    """How many services have sent their plan: "2 of 3"."""
    aims: int
    """The aims in force."""
    council_actions: int
    """The council actions in force."""
    council_actions_served: int
    """The council actions in force to which at least one objective or action leads."""
    council_actions_counted: str
    """What is counted of the council actions, in words."""
    objectives: int
    """The services' objectives, without their parts."""
    actions: int
    """The services' actions."""
    headlines: int
    """The actions marked for the corporate plan."""
    actions_counted: str
    """What is counted of the actions, in words."""
    indicators: int
    """The indicators of all plans."""
    scorecard: int
    """The lines of the corporate scorecard."""
    indicators_counted: str
    """What is counted of the indicators, in words."""
    risks: int
    """The risks of all plans."""
    top_risks: int
    """The corporate risks."""
    risks_counted: str
    """What is counted of the risks, in words."""
    fte: str
    """The workforce in full-time equivalents."""
    fte_from: str
    """How many services that sum is made of."""
    posts_counted: str
    """What is counted of the workforce, in words."""


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """The counts of one service; dashes where its return is awaited."""

    service: str
    """Its name."""
    objectives: str
    """Its objectives, without their parts."""
    actions: str
    """Its actions."""
    headlines: str
    """Its actions marked for the corporate plan."""
    indicators: str
    """Its indicators."""
    risks: str
    """Its risks."""
    council_actions: str
    """The council actions to which something of it leads."""
    fte: str
    """Its workforce in full-time equivalents."""


@dataclass(frozen=True, slots=True)
class WorkforceRow:
    """The workforce of one service."""

    service: str
    """Its name."""
    fte: str
    """Its full-time equivalent."""
    vacant: str
    """The part of it on posts that are vacant."""
    uncertain: str
    """The part of it on posts that are not confirmed or subject to a bid."""
    teams: str
    """Its teams, each with its full-time equivalent; a dash where there are none."""


@dataclass(frozen=True, slots=True)
class WorkforcePart:
    """The workforce of the council."""

    owed: Text
    """Notes of the figures that services have promised for later."""
    rows: tuple[WorkforceRow, ...]
    """A row for each service, in the council's order."""
    total: WorkforceRow
    """Their sum."""
    as_at: str
    """The version whose posts these are; empty where it has no date."""
    agrees: str
    """Said where every total that a team states is the sum of its posts."""
    notes: tuple[str, ...]
    """Who gave nothing, and what is not counted."""


def figures_of(view: CorporateView, style: Style) -> Figures:
    """The counts of the council."""
    counts, every = view.counts, len(view.counts) + len(view.awaited)
    in_force = [x for aim in view.aims for x in aim.council_actions if not x.priority.withdrawn_on]
    served = sum(1 for action in in_force if action.contributions)
    headlines, lines = sum(one.headlines for one in counts), len(view.scorecard.lines)
    words, total = style.words, view.workforce.total
    top_risks = sum(1 + len(one.others) for one in view.risks)
    fte_from = words.from_services.format(some=len(view.workforce.services), all=every)
    return Figures(
        services=words.of_services.format(some=len(counts), all=every),
        aims=sum(1 for aim in view.aims if aim.priority is not None and not aim.priority.withdrawn_on),
        council_actions=len(in_force),
        council_actions_served=served,
        council_actions_counted=words.council_actions_counted.format(served=served),
        objectives=sum(one.objectives for one in counts),
        actions=sum(one.actions for one in counts),
        headlines=headlines,
        actions_counted=words.actions_counted.format(headlines=headlines),
        indicators=sum(one.indicators for one in counts),
        scorecard=lines,
        indicators_counted=words.indicators_counted.format(lines=lines),
        risks=sum(one.risks for one in counts),
        top_risks=top_risks,
        risks_counted=words.risks_counted.format(corporate=top_risks),
        fte=words.not_given if total is None else full_time(total),
        fte_from=fte_from,
        posts_counted=words.posts_counted.format(services=fte_from),
    )


def service_rows(view: CorporateView, style: Style) -> tuple[ServiceRow, ...]:
    """A row for each service in the council's order, with those whose return is awaited."""
    dash, missing = style.words.dash, style.words.not_given
    fte = {one.service: full_time(one.fte) for one in view.workforce.services if one.fte is not None}
    rows = {
        one.service: ServiceRow(
            service=one.service,
            objectives=str(one.objectives),
            actions=str(one.actions),
            headlines=str(one.headlines),
            indicators=str(one.indicators),
            risks=str(one.risks),
            council_actions=str(one.council_actions),
            fte=fte.get(one.service, missing),
        )
        for one in view.counts
    }
    for one in view.awaited:
        rows[one.service] = ServiceRow(one.service, dash, dash, dash, dash, dash, dash, style.words.awaited)
    order = dict.fromkeys((*style.framework.service_names, *rows))
    return tuple(rows[name] for name in order if name in rows)


def workforce_part(view: CorporateView, style: Style) -> WorkforcePart:
    """The workforce by service and by team."""
    words, workforce = style.words, view.workforce
    given = {one.service: one for one in workforce.services}
    none = words.not_given
    rows = [
        _row(given[name], style) if name in given else WorkforceRow(name, none, words.dash, words.dash, words.dash)
        for name in (*given, *workforce.not_given)
    ]
    order = {name: place for place, name in enumerate(style.framework.service_names)}
    rows.sort(key=lambda row: order.get(row.service, len(order)))
    sums = [sum((getattr(one, name) for one in workforce.services), Decimal(0)) for name in ("vacant", "uncertain")]
    total = none if workforce.total is None else full_time(workforce.total)
    date = style.framework.about.version_date.text.strip()
    notes = [words.not_given_by.format(services=", ".join(workforce.not_given))] if workforce.not_given else []
    return WorkforcePart(
        owed=owed_figures(workforce.not_given, "workforce", style),
        rows=tuple(rows),
        total=WorkforceRow(
            total_label(len(given), len(rows), style), total, full_time(sums[0]), full_time(sums[1]), words.dash
        ),
        as_at=words.workforce_as_at.format(date=date) if date else "",
        agrees=words.workforce_agrees if given and not _differs(workforce.services) else "",
        notes=(*notes, *(note for one in workforce.services for note in _notes(one, style))),
    )


def full_time(value: Decimal) -> str:
    """Full-time equivalents as they add up, with at least one place, so that a column of them is easy to compare."""
    shown = f"{value:,f}"
    whole, _, places = shown.partition(".")
    return f"{whole}.{places.rstrip('0') or '0'}"


def total_label(given: int, every: int, style: Style) -> str:
    """What a row of sums is called: the council, or so many of its services where some have given nothing."""
    return style.words.council_total if given == every else style.words.from_services.format(some=given, all=every)


def _row(one: ServiceWorkforce, style: Style) -> WorkforceRow:
    words = style.words
    teams = (
        words.team_with_fte.format(
            team=team.team or words.all_teams, fte=words.not_given if team.fte is None else full_time(team.fte)
        )
        for team in one.teams
    )
    return WorkforceRow(
        one.service,
        full_time(one.fte or Decimal(0)),
        full_time(one.vacant),
        full_time(one.uncertain),
        "; ".join(teams) or words.dash,
    )


def _differs(services: Iterable[ServiceWorkforce]) -> bool:
    """Whether a team states a total that is not the sum of its posts, or of which nobody can tell."""
    return any(team.differs is not None or team.unread for one in services for team in one.teams)


def _notes(one: ServiceWorkforce, style: Style) -> Iterator[str]:
    for team in one.teams:
        yield from _team_notes(one.service, team, style)


def _team_notes(service: str, team: TeamWorkforce, style: Style) -> Iterator[str]:
    words, name = style.words, team.team or style.words.all_teams
    if team.fte is None:
        yield words.team_without_fte.format(service=service, team=name)
    for post, written in team.unread:
        pattern = words.post_not_counted if written.strip() else words.post_without_fte
        yield pattern.format(service=service, team=name, post=post, written=written.strip())
    if team.differs is not None and team.fte is not None:
        stated, posts = full_time(team.fte), full_time(team.differs)
        yield words.team_differs.format(service=service, team=name, stated=stated, posts=posts)
