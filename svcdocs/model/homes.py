"""Where the parts of a plan are printed: for each list and table the sections that may be its home."""

from __future__ import annotations

from collections.abc import Mapping

from svcdocs.model.framework import USUAL_FORM
from svcdocs.model.names import folded
from svcdocs.model.sections import Section
from svcdocs.model.service_plan import ServicePlan

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
    "council actions plan": ("council actions plan", "council actions implementation plan"),
    "operational plan": ("operational plan",),
    "improvement plan": ("improvement plan", "service improvement plan"),
    "indicators": ("indicators", "local indicators"),
}
"""For each list of a plan the sections it is printed in, by their keys in small letters: the first there is."""

LISTS: Mapping[str, str] = {
    "objectives": "objectives",
    "swot": "swot",
    "drivers": "drivers",
    "partners": "partners",
    "council_actions": "action plan",
    "actions": "action plan",
    "indicators": "indicators",
    "risks": "risks",
    "posts": "workforce",
    "money": "finance",
    "bids": "bids",
}
"""The list in which each part of a plan is printed. Words are printed in the section they name."""

COUNCILS = ("aims", "council actions", "values")
"""The council's own lists, which are printed only where it has a section for them."""

WIDE = ("action plan", "council actions plan", "operational plan", "improvement plan", "indicators")
"""The lists whose tables have landscape pages of their own."""

_THREE_YEAR: Mapping[str, str] = {
    "council_actions": "council actions plan",
    "actions": "improvement plan",
    "indicators": "operational plan",
}


def list_of(part: str, form: str) -> str:
    """The list in which a part of a plan is printed where the plan has that form; empty for words."""
    own = _THREE_YEAR.get(part, "") if form != USUAL_FORM else ""
    return own or LISTS.get(part, "")


def is_home_of(part: str, section: str) -> bool:
    """Whether a section, by its key, is one in which a part of a plan is printed, whatever the form of the plan."""
    lists = (table[part] for table in (LISTS, _THREE_YEAR) if part in table)
    return any(folded(section) in HOMES[name] for name in lists)


def has_number(section: Section) -> bool:
    """Whether a section counts among the main sections that are numbered.

    Those with wide pages do only where the council says so: on paper they stand behind the numbered text.
    """
    said = folded(section.numbered)
    if section.is_part_heading or said == "no":
        return False
    return said == "yes" or not any(folded(section.key) in HOMES[name] for name in WIDE)


def has_list(plan: ServicePlan, name: str) -> bool:
    """Whether a plan has anything in one of its lists; the council's own are in every plan."""
    if name in COUNCILS:
        return True
    return any(getattr(plan, part) for part in LISTS if name in (LISTS[part], _THREE_YEAR.get(part)))
