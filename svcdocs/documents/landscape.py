"""The sections of a plan that have landscape pages of their own, told apart from its narrative."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from svcdocs.documents.moves import changes_part
from svcdocs.documents.order import Pages, Stretch, mains_of, narrative, numbered_once, turns_of
from svcdocs.documents.outline import Place, own_place, places_of, set_levels
from svcdocs.documents.parts import Part, headed
from svcdocs.documents.requests import request_sections
from svcdocs.documents.sections import (
    SectionContext,
    is_required,
    is_text,
    leading_in,
    parts_below,
    section,
    team_texts,
)
from svcdocs.documents.setting import Setting
from svcdocs.model.homes import HOMES, has_number
from svcdocs.model.names import folded


@dataclass(frozen=True, slots=True)
class Wide:
    """What stands around the tables of a section with pages of its own."""

    section: SectionContext
    teams: Mapping[str, tuple[Part, ...]]
    """What each team wrote for it, which stands in the section as well."""
    is_required: bool
    """Whether the framework asks for it at the stage the cycle is in."""
    is_owed: bool
    """Whether its table is still to come."""


@dataclass(frozen=True, slots=True)
class Told:
    """A plan told apart: the sections of the lists asked for in that order, and its narrative around them."""

    wide: tuple[Wide, ...]
    turns: tuple[Stretch, ...]
    """All of it in the council's order, as if each of the sections with wide pages were printed."""

    @property
    def has_narrative(self) -> bool:
        """Whether any section stands on upright pages."""
        return any(turn.sections for turn in self.turns)

    def stretches(self, printed: Collection[str]) -> tuple[Stretch, ...]:
        """The plan in the council's order with those sections on wide pages that are printed."""
        made, waiting = [], tuple[SectionContext, ...]()
        for turn in self.turns:
            waiting += turn.sections
            if turn.wide in printed:
                made.append(Stretch(waiting, turn.wide))
                waiting = ()
        return (*made, Stretch(waiting, "")) if waiting else tuple(made)


def told_apart(setting: Setting, present: Iterable[str], wide: Sequence[Pages]) -> Told:
    """The narrative, and one by one the sections of the lists named in ``wide``.

    ``present`` names the lists the plan has, as HOMES does. The narrative ends with what services ask of each other.
    """
    places = places_of(setting.plan.passages, setting, present)
    own = {name: _wide_place(name, places, setting) for name in wide}
    mains = mains_of(places, setting.framework.sections_of(setting.plan.service), own.values())
    turns = turns_of(own.items(), mains)
    wholes = {name: _taken_out(place, tuple(own.values()), places, setting) for name, place in own.items()}
    elsewhere = {id(one) for place in own.values() for one in (place, *_within(place))}
    elsewhere |= {id(one) for above in wholes.values() for one in above}
    told = narrative([place for place in places if id(place) not in elsewhere], turns, mains, setting)
    for turn in turns:
        if turn.over:
            wholes[turn.name] = [*turn.over, *wholes[turn.name]]
            _set_apart(turn.place, len(wholes[turn.name]) + 1)
    last = max((place for place, sections in enumerate(told) if sections), default=-1)
    told[last] += request_sections(setting, numbered=any(one.numbered for sections in told for one in sections))
    found = {name: _wide(own[name], wholes[name], setting) for name in wide}
    return _in_turns(told, [turn.name for turn in turns], found, setting)


def _in_turns(
    told: Sequence[Sequence[SectionContext]], names: Sequence[Pages], found: Mapping[Pages, Wide], setting: Setting
) -> Told:
    """Narrative and wide pages one behind the other, with the numbers that were typed before headings taken away."""
    one_by_one: list[SectionContext] = []
    for sections, name in zip(told, names, strict=False):
        one_by_one += (*sections, found[name].section)
    shown = numbered_once([*one_by_one, *told[-1]])
    stretches, wide = [], dict(found)
    is_first = True
    for sections, name in zip(told, (*names, ""), strict=True):
        words = tuple(itertools.islice(shown, len(sections)))
        if is_first and words:
            words, is_first = (with_changes(words[0], setting), *words[1:]), False
        stretches.append(Stretch(words, name))
        if name:
            wide[name] = replace(wide[name], section=next(shown))
    return Told(tuple(wide.values()), tuple(stretches))


def with_changes(first: SectionContext, setting: Setting) -> SectionContext:
    """The first section of the plan, with what changes in the service before its own words."""
    return replace(first, before=(*changes_part(setting), *first.before))


def _taken_out(place: Place, own: Sequence[Place], places: Sequence[Place], setting: Setting) -> list[Place]:
    """Take a section with pages of its own out of those it is a part of, in place.

    Returns:
        Those that have nothing else in them and therefore open its pages, the main section first.
    """
    wholes: list[Place] = []
    part = place
    while (whole := next((one for one in places if any(below is part for below in one.below)), None)) is not None:
        whole.below = [below for below in whole.below if below is not part]
        if any(whole is one for one in own) or not _is_bare(whole, setting):
            break
        wholes.insert(0, whole)
        part = whole
    _set_apart(place, len(wholes) + 1)
    return wholes


def _set_apart(place: Place, level: int) -> None:
    """Give a section with pages of its own its level there."""
    set_levels(place, level)
    for below in place.below:
        if not is_text(below):  # it stands in the narrative, as a section of its own
            set_levels(below, 1)


def _is_bare(place: Place, setting: Setting) -> bool:
    """Whether a section and its parts have nothing to print but their headings."""
    is_asked_for = any(is_required(part, setting) for part in place.below)
    return (
        section(place, setting).is_empty and not is_asked_for and all(_is_bare(part, setting) for part in place.below)
    )


def _wide(place: Place, wholes: Sequence[Place], setting: Setting) -> Wide:
    texts, found = team_texts(place, setting), _with_parts(place, setting)
    if wholes and (place.lists or place.owed or not found.is_empty):
        found = _opened_by(wholes, found)
    return Wide(found, texts, is_required(place, setting), bool(place.owed))


def _opened_by(wholes: Sequence[Place], found: SectionContext) -> SectionContext:
    """A section below the headings of those it is a part of, whose pages these are."""
    first, *more = wholes
    below = [headed(one.heading, level, one.section.lead_in) for level, one in enumerate(more, 2)]
    own = headed(found.heading, found.level, found.lead_in)
    return replace(
        found,
        heading=first.heading,
        level=1,
        numbered=has_number(first.section),
        lead_in=first.section.lead_in,
        before=(*below, own, *found.before),
    )


def _with_parts(place: Place, setting: Setting) -> SectionContext:
    """A section on pages of its own, its parts behind its text."""
    found = section(place, setting)
    whole = replace(found, before=(*found.before, *parts_below(place, setting)))
    return leading_in(whole, is_followed=bool(place.lists))


def _within(place: Place) -> Iterator[Place]:
    for part in filter(is_text, place.below):
        yield part
        yield from _within(part)


def _wide_place(name: str, places: list[Place], setting: Setting) -> Place:
    """The section of a list that has landscape pages of its own; a new one where the framework has none."""
    found = (place for place in places if folded(place.section.key) in HOMES[name] or name in place.lists)
    return next(found, None) or own_place(name, setting.words)
