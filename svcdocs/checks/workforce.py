"""Posts: what a team is said to have is what its posts come to, and nobody works more than full time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from svcdocs.checks.rule import WARNING, Example, Hit, Rule
from svcdocs.checks.sums import may_be_rounded
from svcdocs.model.cycle import Cycle
from svcdocs.model.figures import is_total_heading
from svcdocs.model.findings import in_short
from svcdocs.model.names import folded
from svcdocs.model.resources import Post
from svcdocs.model.service_plan import ServicePlan

TOTAL_DIFFERS = Rule(
    "fte-total-differs",
    "A team's FTE is not what its posts come to",
    WARNING,
    WARNING,
    "hr",
    message="The full-time posts given for a team, or for all, are not the sum of the posts.",
    remedy="Correct the total, or the post that is wrong or missing.",
    example=Example(
        "Posts | Team: Repairs | Post: Fitter | FTE: 2\nPosts | Team: Repairs | Post: Clerk | FTE: 0.5\n"
        "Posts | Team: Repairs | FTE: 3.5",
        "Posts | Team: Repairs | Post: Fitter | FTE: 2\nPosts | Team: Repairs | Post: Clerk | FTE: 0.5\n"
        "Posts | Team: Repairs | FTE: 2.5",
    ),
)
OVER_FULL = Rule(
    "fte-over-number",
    "Posts come to more than full time",
    WARNING,
    WARNING,
    "hr",
    message="More full-time posts are given than there are posts.",
    remedy="Correct the number of posts or their FTE.",
    example=Example(
        "Posts | Team: Repairs | Post: Fitter | Number: 2 | FTE: 2.6",
        "Posts | Team: Repairs | Post: Fitter | Number: 3 | FTE: 2.6",
    ),
)


def fte_totals_that_differ(cycle: Cycle) -> Iterator[Hit]:
    """A team's or the service's total that its posts do not come to, however they were rounded.

    Silent where a post has no figure: nobody can tell what it would add.
    """
    for plan in cycle.plans:
        for total, posts in _totals(plan):
            figures = [post.fte.value for post in posts]
            known = [figure for figure in figures if figure is not None]
            stated = total.fte.value
            if stated is None or not known or len(known) < len(figures) or may_be_rounded(stated, known):
                continue
            whose = in_short(total.team) or in_short(total.title) or "all teams"
            message = f"The total for {whose} is {stated:f} FTE, and its posts come to {sum(known, Decimal(0)):f}."
            hint = "Correct the total, or the post that is wrong or missing."
            yield Hit(TOTAL_DIFFERS, message, hint, plan.service, total, "fte")


def posts_of_more_than_full_time(cycle: Cycle) -> Iterator[Hit]:
    """A row with more full-time posts than posts."""
    for plan in cycle.plans:
        for post in plan.posts:
            number, fte = post.number.value, post.fte.value
            if number is not None and fte is not None and post.title and fte > number > 0:
                message = f"'{in_short(post.title)}' is {number:f} in number, and {fte:f} FTE."
                yield Hit(OVER_FULL, message, "Correct the number of posts or their FTE.", plan.service, post, "fte")


def _totals(plan: ServicePlan) -> Iterator[tuple[Post, list[Post]]]:
    """Each stated total with the posts it is about: those of its team, or of all teams where it names none."""
    teams: dict[str, list[Post]] = {}
    stated: list[tuple[str, Post]] = []
    team = ""
    for post in plan.posts:
        team = folded(post.team) or team
        if not post.title or is_total_heading(post.title):
            whole = is_total_heading(post.title) and not folded(post.team)
            stated.append(("" if whole or team == "-" else team, post))
        else:
            teams.setdefault(team, []).append(post)
    once = {name for name, _ in stated if sum(1 for other, _ in stated if other == name) == 1}
    for name, total in stated:
        # A team with a total alone counts with it, so the total of all may be more than that of the posts.
        alone = [post for other, post in stated if other and other not in teams]
        posts = teams.get(name, []) if name else [*(post for rows in teams.values() for post in rows), *alone]
        if name in once and posts:
            yield total, posts
