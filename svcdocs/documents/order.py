"""The sections of a plan in the council's order, stretch by stretch: upright pages, then a section on wide ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from svcdocs.documents.labels import without_number
from svcdocs.documents.outline import Place
from svcdocs.documents.sections import SectionContext, is_required, section
from svcdocs.documents.setting import Setting
from svcdocs.model.sections import Section

Pages = Literal["", "action plan", "council actions plan", "operational plan", "improvement plan", "indicators"]
"""The sections with wide pages, by their names in HOMES."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sections on upright pages, and the one behind them whose tables have wide pages."""

    sections: tuple[SectionContext, ...]
    """The sections on upright pages; none where two sections with wide pages follow each other."""
    wide: Pages
    """Which section stands behind them: "action plan", "indicators" and so on; empty behind the last words."""


@dataclass(slots=True)
class Turn:
    """A section with wide pages, and when it comes: before those of the main section ``before``, counted from 0.

    ``over`` are the headings that stand over it and over none before it, which open its pages.
    """

    name: Pages
    place: Place
    before: int
    over: list[Place] = field(default_factory=list)


def mains_of(places: Sequence[Place], rows: Iterable[Section], wide: Iterable[Place]) -> dict[int, int]:
    """For each section, by its id, the number of the main section that it is or is a part of, counted from 0.

    ``rows`` are the framework's; what it has no section for follows the last of its words, before the wide pages that
    come behind these.
    """
    found, number = {}, -1
    for place in places:
        number += place.level == 1
        found[id(place)] = number
    of_council, apart = {id(row) for row in rows}, {id(place) for place in wide}
    words = [place for place in places if id(place) not in apart]
    last = max((found[id(place)] for place in words if id(place.section) in of_council), default=-1)
    return found | {id(place): last for place in words if id(place.section) not in of_council}


def turns_of(wide: Iterable[tuple[Pages, Place]], mains: Mapping[int, int]) -> list[Turn]:
    """When each section with wide pages comes: at its place, behind the main section it is a part of, or at the end.

    ``mains`` are those of all sections before any is taken out. They are handed back in their turns.
    """
    ranks = {at: rank for rank, at in enumerate(mains)}
    end = max(mains.values(), default=-1) + 1
    turns = [
        Turn(name, place, mains.get(id(place), end) + (id(place) in mains and place.level > 1)) for name, place in wide
    ]
    return sorted(turns, key=lambda turn: (turn.before, ranks.get(id(turn.place), len(ranks))))


def narrative(
    places: Sequence[Place], turns: Sequence[Turn], mains: Mapping[int, int], setting: Setting
) -> list[list[SectionContext]]:
    """The sections that have something in them, or whose lack must show: before each turn, and last those at the end.

    Args:
        places: what stands on upright pages in the council's order, each section followed by its parts.
        turns: the sections with wide pages in their turns; get the headings over them.
        mains: the number of the main section of each.
        setting: the plan.
    """
    made = {id(place): section(place, setting) for place in places}
    found: list[list[SectionContext]] = [[]]
    over: list[Place] = []
    for place in places:
        while len(found) <= len(turns) and turns[len(found) - 1].before <= mains[id(place)]:
            over = _opening(turns[len(found) - 1], over)
            found.append([])
        if place.section.is_part_heading:
            over = [place]
            continue
        context = made[id(place)]
        if context.is_empty and not any(not made[id(part)].is_empty for part in _below(place)):
            if not is_required(place, setting):
                continue
            context = replace(context, not_given=setting.nothing_in(place.section.key))
        found[-1] += [*(made[id(one)] for one in over), context]
        over = []
    for turn in turns[len(found) - 1 :]:
        over = _opening(turn, over)
        found.append([])
    return found


def numbered_once(shown: Sequence[SectionContext]) -> Iterator[SectionContext]:
    """Main sections are numbered by the template: a number typed in front of a heading is taken away."""
    place = 0
    for found in shown:
        place += found.numbered
        yield replace(found, heading=without_number(found.heading, place)) if found.numbered else found


def _opening(turn: Turn, over: list[Place]) -> list[Place]:
    """Give a turn that has something of its own the headings that wait; hands back those that still do."""
    if not (turn.place.lists or turn.place.owed or turn.place.passages):
        return over
    turn.over = over
    return []


def _below(place: Place) -> list[Place]:
    return [found for part in place.below for found in (part, *_below(part))]
