"""The headings that teams open in the landscape parts of a plan, with what each team wrote to stand under its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from svcdocs.documents.moves import team_heading
from svcdocs.documents.parts import Part, headed
from svcdocs.documents.setting import Setting

LEVEL = 2
"""The level of a team's heading."""


class TeamOpenings:
    """The teams of one part, each opened once. ``texts`` holds by team what it wrote, under a heading of its own."""

    def __init__(self, texts: Mapping[str, tuple[Part, ...]], setting: Setting) -> None:
        self._setting = setting
        self._texts = dict(texts)

    def names(self, typed: Iterable[str]) -> dict[str, str]:
        """Teams in the order in which they first appear, and the name of each; "" for those of none, with our word."""
        given = list(typed)
        names = self._setting.team_names(given)
        none = self._setting.words.all_teams if names else ""
        teams = dict.fromkeys(self._setting.team(team) for team in given)
        return {team: team_heading(names[team], self._setting) if team in names else none for team in teams}

    def open(self, team: str, name: str) -> tuple[Part, ...]:
        """The heading of a team and what it wrote; nothing where there is no name for one."""
        if not name:
            return ()
        first, *more = self._texts.pop(team, ()) or (Part(),)
        return (replace(first, heading=name, level=LEVEL) if first.heading else headed(name, LEVEL), *more)

    @property
    def left(self) -> tuple[Part, ...]:
        """What was written by teams that have nothing else in this part."""
        return tuple(part for parts in self._texts.values() for part in parts)
