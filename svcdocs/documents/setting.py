"""What every part of a service plan is made from, looked up once: the council's words, its people, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from svcdocs.model.changes import Since
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import Framework, Service
from svcdocs.model.homes import is_home_of
from svcdocs.model.names import folded
from svcdocs.model.publication import Edition, internal_edition
from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.teams import names_of
from svcdocs.model.words import Words, words_of


@dataclass(frozen=True, slots=True)
class Setting:
    """One plan in its cycle, on its way to paper.

    ``couples`` holds names and posts that are one person; ``teams`` the framework's name of a team by each of its
    names. Both are in small letters. ``pictures`` holds the bytes of pictures by file name, in small letters.
    """

    cycle: Cycle
    plan: ServicePlan
    draft: bool
    words: Words
    couples: frozenset[tuple[str, str]]
    teams: Mapping[str, str]
    pictures: Mapping[str, bytes]
    edition: Edition
    since: Since | None = None

    @property
    def framework(self) -> Framework:
        """What the council decided for the cycle."""
        return self.cycle.framework

    def nothing_in(self, section: str) -> str:
        """What a section says, by its key, that has nothing in it: nothing was given, or it is not for publication."""
        is_emptied = any(is_home_of(part, section) for part in self.edition.emptied)
        return self.words.withheld if is_emptied else self.words.not_given

    @property
    def service(self) -> Service:
        """The row of the service; a blank one where the framework does not know it."""
        return self.framework.service(self.plan.service) or Service(service=self.plan.service)

    def year_name(self, year: str) -> str:
        """A year of the plan as it is printed over its targets: where the plan ends within it, until when."""
        if not self.framework.is_cut_short(year):
            return year
        return self.words.cut_short.format(year=year, date=self.framework.about.ends_on.text.strip())

    def quarter_name(self, quarter: str) -> str:
        """A quarter as it is printed before what was done in it."""
        words = self.words
        return {"q1": words.q1, "q2": words.q2, "q3": words.q3, "q4": words.q4}.get(folded(quarter), quarter)

    def team(self, typed: str) -> str:
        """What tells a team from the others, by whichever of its names it is called; empty for none."""
        return self.teams.get(folded(typed), folded(typed))

    def team_names(self, typed: Iterable[str]) -> dict[str, str]:
        """The teams of a sheet in the order in which they first appear, each as it is first written there."""
        found: dict[str, str] = {}
        for name in typed:
            if name.strip():
                found.setdefault(self.team(name), name.strip())
        return found


def setting_of(
    cycle: Cycle,
    plan: ServicePlan,
    pictures: Mapping[str, bytes],
    *,
    draft: bool,
    edition: Edition | None = None,
    since: Since | None = None,
) -> Setting:
    """Look up what all parts of the plan need; ``edition`` is the public one, where this is what the public sees.

    ``since`` is what has changed since the version that those who sign have seen, where one is known.
    """
    framework = cycle.framework
    couples = {(folded(person.name), folded(person.post)) for person in framework.people if person.name and person.post}
    rows = framework.teams_of(plan.service)
    teams = {folded(row.team): folded(row.team) for row in rows}
    for row in rows:  # a name in use goes before the same name of a team that has become another
        for name in names_of(row):
            teams.setdefault(folded(name), folded(row.team))
    return Setting(
        cycle=cycle,
        plan=plan,
        draft=draft,
        words=words_of(framework),
        couples=frozenset(couples | {(post, name) for name, post in couples}),
        teams=teams,
        pictures={folded(name): data for name, data in pictures.items()},
        edition=edition or internal_edition(cycle, plan),
        since=since,
    )
