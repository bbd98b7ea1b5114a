"""The sections of a plan in the council's order: which passages stand in which, and which of its lists belong there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from svcdocs.documents.parts import DEEPEST
from svcdocs.documents.setting import Setting, key
from svcdocs.documents.words import Words
from svcdocs.model.framework import Framework, Section
from svcdocs.model.service_plan import Passage

USUAL_FORM = "service-plan"

HOMES: Mapping[str, tuple[str, ...]] = {
    "aims": ("council objectives", "aims", "council aims"),
    "council actions": ("council actions", "council objectives"),
    "values": ("values", "council objectives"),
    "drivers": ("external drivers", "drivers", "context"),
    "partners": ("key partners", "partners", "context"),
    "swot": ("swot", "strengths and weaknesses", "context"),
    "objectives": ("service objectives", "objectives"),
    "finance": ("financial resources", "finance", "money"),
    "bids": ("bids", "resource requests", "financial resources", "finance", "money"),
    "workforce": ("workforce", "posts"),
    "risks": ("risks",),
    "action plan": ("action plan", "service improvement action plan"),
    "indicators": ("indicators", "local indicators"),
}
"""For each list of a plan the sections it is printed in, by their keys: the first the framework has."""


@dataclass(slots=True)
class Place:
    """A section with what stands in it, before it is set on paper. ``lists`` names lists of the plan (see HOMES)."""

    section: Section
    heading: str
    level: int
    passages: list[Passage] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    below: list[Place] = field(default_factory=list)


def places_of(passages: Sequence[Passage], setting: Setting, present: Iterable[str]) -> list[Place]:
    """The sections in order, each directly followed by its parts.

    ``present`` names the lists the plan has. A list or passage for which the framework has no section gets one of
    its own at the end, so that nothing a service wrote is lost.
    """
    framework = setting.framework
    placed, order = _tree([row for row in framework.sections if _prints(row, setting)], framework)
    by_name: dict[str, Place] = {}
    for place in order:
        for name in (place.section.key, place.section.heading, place.heading):
            by_name.setdefault(key(name), place)
    for name in present:
        home = next((by_name[home] for home in HOMES[name] if home in by_name), None)
        if home is None and (home := _own_place(name, setting.words)) is not None:
            by_name[key(home.heading)] = home
            placed.append(home)
        if home is not None:
            home.lists.append(name)
    _share_out(passages, by_name, placed)
    return [found for place in placed for found in _walk(place)]


def heading_of(section: Section, framework: Framework) -> str:
    """The heading of a section with its years filled in."""
    years = framework.plan_years
    this = years[0] if years else framework.about.first_year.strip()
    last = f"{int(this[:4]) - 1}/{this[2:4]}" if years else ""
    heading = section.heading.strip() or section.key.strip()
    return heading.replace("{year}", this).replace("{last year}", last)


def _tree(rows: Sequence[Section], framework: Framework) -> tuple[list[Place], list[Place]]:
    """Main sections with their parts below them; and all of them in the order of the framework."""
    order = [Place(row, heading_of(row, framework), 1) for row in rows]
    by_key: dict[str, Place] = {}
    for place in order:
        by_key.setdefault(key(place.section.key), place)
        by_key.setdefault(key(place.section.heading), place)
    tops = []
    for place in order:
        above = by_key.get(key(place.section.under)) if place.section.under.strip() else None
        if above is None or above is place or above.section.under.strip() == place.section.key.strip():
            tops.append(place)
        else:
            above.below.append(place)
    for top in tops:
        _set_levels(top, 1)
    return tops, order


def _set_levels(place: Place, level: int) -> None:
    place.level = min(level, DEEPEST - 1)
    for part in place.below:
        _set_levels(part, level + 1)


def _prints(row: Section, setting: Setting) -> bool:
    forms = {key(line) for line in row.forms.split("\n") if line.strip()}
    return not forms or key(setting.service.form or USUAL_FORM) in forms


def _own_place(name: str, words: Words) -> Place | None:
    """A section for a list that has none; the council's own lists are not printed where it has no section for them."""
    headings = {
        "drivers": words.drivers,
        "partners": words.partners,
        "swot": words.swot,
        "objectives": words.objectives,
        "finance": words.finance,
        "bids": words.bids,
        "workforce": words.workforce,
        "risks": words.risks,
        "action plan": words.action_plan,
        "indicators": words.indicators,
    }
    heading = headings.get(name)
    return Place(Section(key=HOMES[name][0], heading=heading), heading, 1) if heading else None


def _share_out(passages: Iterable[Passage], by_name: dict[str, Place], placed: list[Place]) -> None:
    place: Place | None = None
    for passage in passages:
        name = passage.section.strip()
        if name or place is None:
            place = by_name.get(key(name))
            if place is None:
                place = Place(Section(key=name, heading=name), name, 1)
                by_name[key(name)] = place
                placed.append(place)
        place.passages.append(passage)


def _walk(place: Place) -> Iterable[Place]:
    yield place
    for part in place.below:
        yield from _walk(part)
