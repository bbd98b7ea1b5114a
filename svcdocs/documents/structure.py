"""The structure of a service as a diagram: the service, and under it its teams with their posts."""

from __future__ import annotations

from collections.abc import Sequence

from svcdocs.documents import posts
from svcdocs.documents.drawn import Drawn
from svcdocs.documents.formats import decimal
from svcdocs.documents.moves import team_heading
from svcdocs.documents.setting import Setting
from svcdocs.model.service_plan import Post
from svcdocs.word import Box, Diagram, Link

_PAGE = 165.0
_ABREAST = 4
_GAP, _BETWEEN = 5.0, 9.0
"""Millimetres between two teams side by side, and between a row of teams and what stands above it."""
_TEAM_HEIGHT, _HEAD_HEIGHT = 21.0, 15.0
_HEAD_WIDTH = 90.0
_MOST_TEAMS = 12
"""More boxes than three rows are a list, and the list stands there anyway."""


def structure(setting: Setting) -> Drawn | None:
    """The diagram; None where the posts name fewer than two teams, or more than fit."""
    staff = posts.by_team(setting.plan.posts, setting)
    names = setting.team_names(row.team for row in setting.plan.posts)
    teams = [(team_heading(names[team], setting), staff[team]) for team in names if team in staff]
    if not 1 < len(teams) <= _MOST_TEAMS:
        return None
    told = [(name, *_posts(own, setting)) for name, own in teams]
    rows = setting.plan.posts
    head = (setting.plan.service, *_posts(rows if posts.are_whole(rows, setting) else (), setting))
    about = setting.words.structure_about.format(
        service=", ".join(head), teams="; ".join(", ".join(lines) for lines in told)
    )
    return Drawn(_diagram(head, told, about), setting.words.structure.format(service=setting.plan.service))


def _posts(own: Sequence[Post], setting: Setting) -> tuple[str, ...]:
    """What posts come to, a line each: their full-time equivalents, and how much of that is vacant."""
    fte, words = posts.team_total(own) if own else "", setting.words
    lines = [words.fte.format(fte=fte)] if fte else []
    vacant = posts.vacant_fte(own, words)
    if fte and vacant is not None:
        lines.append(words.fte_vacant.format(fte=decimal(vacant)))
    return tuple(lines)


def _diagram(head: tuple[str, ...], teams: Sequence[tuple[str, ...]], about: str) -> Diagram:
    """The service on top; the teams in rows of equal boxes, all hanging on one upright line."""
    abreast = min(_ABREAST, len(teams))
    if len(teams) > abreast:  # rows as even as can be: five teams are three and two, not four and one
        rows = -(-len(teams) // abreast)
        abreast = -(-len(teams) // rows)
    width = (_PAGE - (abreast - 1) * _GAP) / abreast
    middle = _PAGE / 2
    boxes = [Box(head, middle - _HEAD_WIDTH / 2, 0, _HEAD_WIDTH, _HEAD_HEIGHT, strong=True)]
    links = []
    top = _HEAD_HEIGHT
    for at in range(0, len(teams), abreast):
        row = teams[at : at + abreast]
        left = middle - (len(row) * width + (len(row) - 1) * _GAP) / 2
        centres = [left + place * (width + _GAP) + width / 2 for place in range(len(row))]
        bar, below = top + _BETWEEN / 2, top + _BETWEEN
        links.append(Link(middle, top, height=_BETWEEN / 2))
        if len(row) > 1:
            links.append(Link(centres[0], bar, width=centres[-1] - centres[0]))
        links += [Link(centre, bar, height=_BETWEEN / 2) for centre in centres]
        boxes += [
            Box(lines, centre - width / 2, below, width, _TEAM_HEIGHT)
            for lines, centre in zip(row, centres, strict=True)
        ]
        top = below + _TEAM_HEIGHT
    return Diagram(tuple(boxes), tuple(links), about, _PAGE, top)
