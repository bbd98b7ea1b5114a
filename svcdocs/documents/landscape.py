"""The sections of a plan that have landscape pages of their own, told apart from its narrative."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from svcdocs.documents.moves import changes_part
from svcdocs.documents.outline import Place, own_place, places_of
from svcdocs.documents.parts import Part
from svcdocs.documents.sections import (
    SectionContext,
    is_required,
    is_text,
    parts_below,
    section,
    sections,
    team_texts,
)
from svcdocs.documents.setting import Setting
from svcdocs.model.homes import HOMES
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


def told_apart(
    setting: Setting, present: Iterable[str], wide: Sequence[str]
) -> tuple[tuple[SectionContext, ...], tuple[Wide, ...]]:
    """The narrative, and one by one the sections of the lists named in ``wide``.

    ``present`` names the lists the plan has, as HOMES does.
    """
    places = places_of(setting.plan.passages, setting, present)
    own = [_wide_place(name, places, setting) for name in wide]
    elsewhere = {id(one) for place in own for one in (place, *_within(place))}
    told = sections([place for place in places if id(place) not in elsewhere], setting)
    if told:
        told = (with_changes(told[0], setting), *told[1:])
    return told, tuple(_wide(place, setting) for place in own)


def with_changes(first: SectionContext, setting: Setting) -> SectionContext:
    """The first section of the plan, with what changes in the service before its own words."""
    return replace(first, before=(*changes_part(setting), *first.before))


def _wide(place: Place, setting: Setting) -> Wide:
    texts = team_texts(place, setting)
    return Wide(_with_parts(place, setting), texts, is_required(place, setting), bool(place.owed))


def _with_parts(place: Place, setting: Setting) -> SectionContext:
    """A section on pages of its own, its parts behind its text."""
    found = section(place, setting)
    return replace(found, before=(*found.before, *parts_below(place, setting)))


def _within(place: Place) -> Iterator[Place]:
    for part in filter(is_text, place.below):
        yield part
        yield from _within(part)


def _wide_place(name: str, places: list[Place], setting: Setting) -> Place:
    """The section of a list that has landscape pages of its own; a new one where the framework has none."""
    found = (place for place in places if folded(place.section.key) in HOMES[name] or name in place.lists)
    return next(found, None) or own_place(name, setting.words)
