"""Sections: each text belongs to one, none that is required is empty, none is too long, and nothing is still owed."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.checks.names import did_you_mean, folded
from svcdocs.checks.rule import ERROR, NOTE, Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import CellRef, in_short
from svcdocs.model.framework import Framework, Section
from svcdocs.model.service_plan import Passage, ServicePlan

UNKNOWN_SECTION = Rule("section-unknown", "A text belongs to no section", ERROR, ERROR)
EMPTY_SECTION = Rule("section-empty", "A section has no text", NOTE, ERROR, "service")
TOO_LONG = Rule("section-too-long", "A section is longer than it should be", NOTE, NOTE, "service")
OWED = Rule("still-owed", "Something is still to come", NOTE, ERROR, "other")


def unknown_sections(cycle: Cycle) -> Iterator[Hit]:
    """A text whose section is not one of the framework's, so that nobody knows where to print it; once a section."""
    framework = cycle.framework
    keys = [section.key for section in framework.sections]
    for plan in cycle.plans:
        told: set[str] = set()
        for passage in plan.passages:
            name = folded(passage.section)
            if name in told or framework.section(passage.section) is not None:
                continue
            if name:
                told.add(name)
                message = f"There is no section '{in_short(passage.section)}', so nobody can tell where to print this."
            else:
                begins = f"'{in_short(passage.text.plain)}' " if passage.text else "This row "
                message = f"{begins}names no section, so nobody can tell where to print it."
            hint = did_you_mean(passage.section, keys, "Choose a section from the list.")
            yield Hit(UNKNOWN_SECTION, message, hint, plan.service, passage, "section")


def empty_sections(cycle: Cycle) -> Iterator[Hit]:
    """A section that the stage requires and that has neither text nor a table or list of its own."""
    framework = cycle.framework
    for plan in cycle.plans:
        filled = {
            section.key
            for passage in plan.passages
            if passage.text or passage.picture or is_owed(passage)
            for section in [framework.section(passage.section)]
            if section is not None
        }
        for section in framework.sections:
            parts = [part for part in framework.sections if section.key and folded(part.under) == folded(section.key)]
            shown = any(part.key in filled or _prints_more(part, plan, framework) for part in (section, *parts))
            if _is_required(section, framework) and not shown:
                message = f"The section '{framework.heading_of(section)}' has no text."
                hint = "Write it on the sheet Text; or, if it is still to come, say who owes it and by when."
                yield Hit(EMPTY_SECTION, message, hint, plan.service, where=_sheet_of(plan, "Text"))


def sections_too_long(cycle: Cycle) -> Iterator[Hit]:
    """A section with more words than the council allows it."""
    framework = cycle.framework
    for plan in cycle.plans:
        texts: dict[str, list[Passage]] = {}
        for passage in plan.passages:
            section = framework.section(passage.section)
            if section is not None:
                texts.setdefault(section.key, []).append(passage)
        for section in framework.sections:
            limit = section.word_limit.strip().replace(",", "")
            count = sum(len(passage.text.plain.split()) for passage in texts.get(section.key, ()))
            if limit.isdecimal() and count > int(limit[:9]):
                heading = framework.heading_of(section)
                message = f"The section '{heading}' has {count:,} words, and {int(limit[:9]):,} are allowed."
                yield Hit(TOO_LONG, message, "Shorten it.", plan.service, texts[section.key][0], "text")


def things_still_owed(cycle: Cycle) -> Iterator[Hit]:
    """Text or figures promised for later: legal in draft, not in final."""
    for plan in cycle.plans:
        for passage in plan.passages:
            if is_owed(passage):
                by = f" by {in_short(passage.owed_by)}" if passage.owed_by else ""
                on = f", due {in_short(str(passage.owed_on))}" if passage.owed_on else ""
                words = in_short(passage.text.plain) or in_short(passage.section)
                what = f"'{words}'" if words else "A text"
                hint = (
                    f"Ask {in_short(passage.owed_by) or 'whoever owes it'} for it, and put it in place of the promise."
                )
                yield Hit(OWED, f"{what} is still owed{by}{on}.", hint, plan.service, passage, "text")


def is_owed(passage: Passage) -> bool:
    """Whether a passage is a promise of words still to come."""
    return bool(passage.owed_by or passage.owed_on) or folded(passage.kind) == "to be added"


def _is_required(section: Section, framework: Framework) -> bool:
    """Whether the stage asks for a section; one that does not say from when is asked for in the final plan."""
    required = folded(section.required)
    return required == "draft" or (required in ("final", "") and framework.is_final)


def _prints_more(section: Section, plan: ServicePlan, framework: Framework) -> bool:
    """Whether a section prints something that does not come from the sheet Text."""
    own = {
        "swot": plan.swot,
        "external drivers": plan.drivers,
        "key partners": plan.partners,
        "service objectives": plan.objectives,
        "financial resources": plan.money,
        "workforce": plan.posts,
        "risks": plan.risks,
        "action plan": plan.all_actions,
        "indicators": plan.indicators,
        "values": framework.values,
        "council objectives": framework.priorities,
        "council actions": framework.priorities,
    }
    return bool(own.get(folded(section.key))) or bool(section.lead_in)


def _sheet_of(plan: ServicePlan, sheet: str) -> CellRef | None:
    place = next((one.cell() for one in plan.declarations), None)
    return CellRef(place.file, sheet) if place else None
