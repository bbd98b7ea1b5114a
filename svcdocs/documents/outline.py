"""The sections of a plan in the council's order: which passages stand in which, and which of its lists belong there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from svcdocs.documents.parts import DEEPEST
from svcdocs.documents.setting import Setting
from svcdocs.model.framework import Framework, Section
from svcdocs.model.homes import COUNCILS, HOMES, list_of
from svcdocs.model.names import folded
from svcdocs.model.owed import ACCOUNT, Owed, owed_to
from svcdocs.model.service_plan import Passage
from svcdocs.model.words import Words, capitalised


@dataclass(slots=True)
class Place:
    """A section with what stands in it, before it is set on paper.

    ``lists`` names lists of the plan, by the names of HOMES; ``owed`` are the tables that have not come in.
    """

    section: Section
    heading: str
    level: int
    passages: list[Passage] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    owed: list[Owed] = field(default_factory=list)
    below: list[Place] = field(default_factory=list)


def places_of(passages: Sequence[Passage], setting: Setting, present: Iterable[str]) -> list[Place]:
    """The sections in order, each directly followed by its parts.

    ``present`` names the lists the plan has. A list or passage for which the framework has no section gets one of
    its own at the end, so that nothing a service wrote is lost.
    """
    framework = setting.framework
    placed, order = _tree(framework.sections_of(setting.plan.service), framework)
    by_name = _by_name(order)
    for name in present:
        home = _home(name, by_name, placed, setting)
        if home is not None:
            home.lists.append(name)
    for one in owed_to(setting.cycle, setting.plan):
        if one.record is None and one.part != ACCOUNT:  # what has changed since last year says that itself
            in_words = by_name.get(folded(one.section)) or next(iter(placed), None)
            table = list_of(one.part, framework.form_of(setting.plan.service))
            home = _home(table, by_name, placed, setting) if table else in_words
            if home is not None:
                home.owed.append(one)
    _share_out(passages, by_name, placed, setting.words)
    return [found for place in placed for found in _walk(place)]


def _tree(rows: Sequence[Section], framework: Framework) -> tuple[list[Place], list[Place]]:
    """Main sections with their parts below them; and all of them in the order of the framework."""
    order = [Place(row, framework.heading_of(row), 1) for row in rows]
    by_key = _by_name(order)
    above = {id(place): by_key.get(folded(place.section.under)) for place in order if place.section.under.strip()}
    tops = []
    for place in order:
        whole = above.get(id(place))
        if whole is None or _hangs_in_a_ring(place, above):
            tops.append(place)
        else:
            whole.below.append(place)
    for top in tops:
        set_levels(top, 1)
    return tops, order


def _by_name(order: Sequence[Place]) -> dict[str, Place]:
    """Sections by their keys, and by such headings as are the key of none: the heading of one may be another's key."""
    found: dict[str, Place] = {}
    named = [place for place in order if not place.section.is_part_heading]
    for place in named:
        found.setdefault(folded(place.section.key), place)
    for place in named:
        for heading in (place.section.heading, place.heading):
            found.setdefault(folded(heading), place)
    return found


def _home(name: str, by_name: dict[str, Place], placed: list[Place], setting: Setting) -> Place | None:
    """The section a list is printed in; one of its own at the end where the framework has none for it."""
    home = next((by_name[home] for home in HOMES[name] if home in by_name), None)
    if home is None and name not in COUNCILS:
        home = own_place(name, setting.words)
        by_name[folded(home.heading)] = by_name[home.section.key] = home
        placed.append(home)
    return home


def _hangs_in_a_ring(place: Place, above: Mapping[int, Place | None]) -> bool:
    """Whether a section is, over others or at once, a part of itself. ``above`` has what each is a part of, by id."""
    seen: set[int] = set()
    whole = above.get(id(place))
    while whole is not None and id(whole) not in seen:
        if whole is place:
            return True
        seen.add(id(whole))
        whole = above.get(id(whole))
    return False


def set_levels(place: Place, level: int) -> None:
    """Give a section its level, and its parts the levels below it."""
    place.level = min(level, DEEPEST - 1)
    for part in place.below:
        set_levels(part, level + 1)


def own_place(name: str, words: Words) -> Place:
    """A section for a list of the service for which the framework has none."""
    headings = {
        "drivers": words.drivers,
        "partners": words.partners,
        "swot": words.swot,
        "objectives": words.objectives_heading,
        "finance": words.finance,
        "bids": words.bids_heading,
        "workforce": words.workforce,
        "risks": words.risks_heading,
        "action plan": words.action_plan,
        "council actions plan": words.council_actions_plan,
        "operational plan": words.operational_plan,
        "improvement plan": words.improvement_plan,
        "indicators": words.indicators_heading,
    }
    heading = capitalised(headings[name])
    return Place(Section(key=HOMES[name][0], heading=heading), heading, 1)


def _share_out(passages: Iterable[Passage], by_name: dict[str, Place], placed: list[Place], words: Words) -> None:
    place: Place | None = None
    for passage in passages:
        name = passage.section.strip()
        if name or place is None:
            place = by_name.get(folded(name))
            if place is None:
                heading = name or words.other_entries
                place = Place(Section(key=heading, heading=heading), heading, 1)
                by_name[folded(name)] = place
                placed.append(place)
        place.passages.append(passage)


def _walk(place: Place) -> Iterable[Place]:
    yield place
    for part in place.below:
        yield from _walk(part)
