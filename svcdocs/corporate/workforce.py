"""The workforce in full-time equivalents, by team, by service and for the council."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from svcdocs.model.corporate_view import ServiceWorkforce, TeamWorkforce, Workforce
from svcdocs.model.cycle import Cycle
from svcdocs.model.service_plan import Post, ServicePlan
from svcdocs.model.teams import home_of

_UNCERTAIN = ("not confirmed", "subject to bid")


def workforce_of(cycle: Cycle) -> Workforce:
    """The workforce of the services that gave one, their sum, and the services whose figures are missing.

    A team counts with its stated total (the row without a post), or else with the sum of its posts. A service from
    which no number came, or no return at all, is named and not counted as nothing.
    """
    services = tuple(_service(cycle, plan) for plan in cycle.plans)
    given = tuple(one for one in services if one.fte is not None)
    total = sum((one.fte for one in given if one.fte is not None), Decimal(0)) if given else None
    missing = tuple(name for name in _all_services(cycle) if name not in {one.service for one in given})
    return Workforce(given, total, missing)


def _service(cycle: Cycle, plan: ServicePlan) -> ServiceWorkforce:
    framework = cycle.framework
    own = (team.team for team in framework.teams_of(plan.service))
    # A team that moves while the plans run is asked for its posts where its work is printed.
    rows: dict[str, list[Post]] = {name: [] for name in own if home_of(framework, name, plan.service) == plan.service}
    team = ""
    for post in plan.posts:
        team = post.team or team
        rows.setdefault(team, []).append(post)
    teams = tuple(_team(name, posts) for name, posts in rows.items())
    figures = [one.fte for one in teams if one.fte is not None]
    counted = [post for posts in rows.values() for post in posts if post.title]
    return ServiceWorkforce(
        plan.service,
        sum(figures, Decimal(0)) if figures else None,
        _sum(post for post in counted if post.state.strip().casefold() == "vacant"),
        _sum(post for post in counted if post.state.strip().casefold() in _UNCERTAIN),
        teams,
    )


def _team(name: str, posts: list[Post]) -> TeamWorkforce:
    """A team's figure; what has no readable number is named, and not counted."""
    single = [post for post in posts if post.title]
    stated = [post for post in posts if not post.title and post.fte.value is not None]
    unread = tuple(
        (post.title or "Total", post.fte.text)
        for post in posts
        if post.fte.value is None and not (stated and post.title and not post.fte)
    )
    readable = [post for post in single if post.fte.value is not None]
    total, own = _sum(stated), _sum(readable)
    if not stated:
        return TeamWorkforce(name, own if readable else None, unread)
    complete = readable and len(readable) == len(single)
    return TeamWorkforce(name, total, unread, own if complete and own != total else None)


def _sum(posts: Iterable[Post]) -> Decimal:
    return sum((post.fte.value for post in posts if post.fte.value is not None), Decimal(0))


def _all_services(cycle: Cycle) -> tuple[str, ...]:
    """The council's services, and those that sent a plan without standing in the framework."""
    return tuple(dict.fromkeys((*cycle.framework.service_names, *(plan.service for plan in cycle.plans))))
