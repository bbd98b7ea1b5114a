"""Sections: each text belongs to one, none that is required is empty, and none is too long."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.checks.names import did_you_mean
from svcdocs.checks.rule import ERROR, NOTE, WARNING, Example, Hit, Rule
from svcdocs.checks.unread import is_column_gone, is_sheet_unread, is_unread
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import CellRef, in_short
from svcdocs.model.framework import FORMS, Framework, Section
from svcdocs.model.homes import LISTS, list_of
from svcdocs.model.names import folded
from svcdocs.model.owed import Owed, home_of_list, is_owed, owed_to, printed_in, to_be_added
from svcdocs.model.service_plan import Passage, ServicePlan

SECTION_TWICE = Rule(
    "section-twice",
    "Two sections have the same name",
    WARNING,
    ERROR,
    "officer",
    message="A section has the name of one above it, so that nothing is ever printed in it.",
    remedy="Give it a name of its own under Section; its heading may stay.",
    example=Example(
        "Framework/Sections | Section: Grants | Required: Never\n"
        "Framework/Sections | Section: Grants | Heading: Loans | Required: Never",
        "Framework/Sections | Section: Grants | Required: Never\n"
        "Framework/Sections | Section: Loans | Heading: Loans | Required: Never",
    ),
)
UNKNOWN_SECTION = Rule(
    "section-unknown",
    "A text belongs to no section",
    ERROR,
    ERROR,
    message="A text on the sheet Text names no section of the plan, so nobody can tell where to print it.",
    remedy="Choose the section from the list under Section.",
    example=Example(
        "Text | Section: Achievments | Text: We built 40 homes.",
        "Text | Section: Achievements | Text: We built 40 homes.",
    ),
)
EMPTY_SECTION = Rule(
    "section-empty",
    "A section has no text",
    NOTE,
    ERROR,
    "service",
    message="A section that is asked for at this stage has neither text nor a list or table.",
    remedy=(
        "Write it on the sheet Text, beside the name of the section; or, if it is still to come, say there under "
        "'Owed by' who owes it and under 'Owed on' by when."
    ),
    example=Example(
        "Text | Section: Achievements | Text: ",
        "Text | Section: Achievements | Text: We built 40 homes.",
    ),
)
TOO_LONG = Rule(
    "section-too-long",
    "A section is longer than it should be",
    NOTE,
    NOTE,
    "service",
    message="A section has more words than the council allows it.",
    remedy="Shorten its text to the number of words that the finding names.",
    example=Example(
        "Text | Section: Achievements | Text: We built forty homes in the town, and all of them on land of our own.",
        "Text | Section: Achievements | Text: We built forty homes on land of our own.",
    ),
)


def sections_given_twice(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a second section of one name in one form of plan; all that is the first's never reaches it."""
    first: dict[tuple[str, str], Section] = {}
    for row in cycle.framework.sections:
        mine = [(folded(row.key), form) for form in FORMS if row.is_of(form)] if row.key.strip() else []
        if any(name in first for name in mine):
            message = (
                f"'{in_short(row.key)}' is the name of a section above as well, so nothing is printed in this one."
            )
            hint = "Give it a name of its own under Section; its heading may stay."
            yield Hit(SECTION_TWICE, message, hint, record=row, field="key")
        for name in mine:
            first.setdefault(name, row)


def unknown_sections(cycle: Cycle) -> Iterator[Hit]:
    """A text whose section is not one of the framework's, so that nobody knows where to print it; once a section."""
    framework = cycle.framework
    for plan in cycle.plans:
        keys = [section.key for section in framework.sections_of(plan.service)]
        told: set[str | None] = set()
        for passage in plan.passages:
            name = folded(passage.section)
            if not name and is_unread(cycle, passage, "section"):
                if None not in told and is_column_gone(cycle, passage, "section"):
                    told.add(None)
                    message = "No text says to which section it belongs, since the column for it is gone."
                    hint = "Put back the column Section, with the name of its section beside each text."
                    yield Hit(UNKNOWN_SECTION, message, hint, plan.service, passage, "text")
                continue
            if name in told or framework.section(passage.section, plan.service) is not None:
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
    ours = to_be_added(framework)
    for plan in cycle.plans:
        filled = {
            section.key
            for passage in plan.passages
            if passage.text or passage.picture or is_owed(passage, ours)
            for section in [framework.section(passage.section, plan.service)]
            if section is not None
        }
        coming = {_home(one, framework) for one in owed_to(cycle, plan) if one.record is None}
        own = [section for section in framework.sections_of(plan.service) if not section.is_part_heading]
        empty = []
        filled |= {section.key for section in own if section.key in coming}
        for section in own:
            parts = [part for part in own if section.key and folded(part.under) == folded(section.key)]
            shown = any(part.key in filled or _prints_more(part, plan, framework) for part in (section, *parts))
            if _is_required(section, framework) and not shown:
                empty.append(in_short(framework.heading_of(section)))
        if len(empty) > 1 and is_sheet_unread(cycle, plan.service, ("passages",)):
            message = f"'{empty[0]}' and {len(empty) - 1} other sections have no text: no sheet for it could be read."
            hint = "Put the sheet Text right; or copy it from the workbook that was sent out, and fill it in."
            yield Hit(EMPTY_SECTION, message, hint, plan.service, where=_sheet_of(plan, "Text"))
            continue
        for heading in empty:
            message = f"The section '{heading}' has no text."
            hint = "Write it on the sheet Text; or, if it is still to come, say who owes it and by when."
            yield Hit(EMPTY_SECTION, message, hint, plan.service, where=_sheet_of(plan, "Text"))


def sections_too_long(cycle: Cycle) -> Iterator[Hit]:
    """A section with more words than the council allows it."""
    framework = cycle.framework
    for plan in cycle.plans:
        texts: dict[str, list[Passage]] = {}
        for passage in plan.passages:
            section = framework.section(passage.section, plan.service)
            if section is not None:
                texts.setdefault(section.key, []).append(passage)
        for section in framework.sections_of(plan.service):
            limit = section.word_limit.strip().replace(",", "")
            count = sum(len(passage.text.plain.split()) for passage in texts.get(section.key, ()))
            if limit.isdecimal() and count > int(limit[:9]):
                heading = framework.heading_of(section)
                message = f"The section '{heading}' has {count:,} words, and {int(limit[:9]):,} are allowed."
                yield Hit(TOO_LONG, message, "Shorten it.", plan.service, texts[section.key][0], "text")


def _home(one: Owed, framework: Framework) -> str:
    """The key of the section in which the notice of something that has not come back stands."""
    home = printed_in(framework, one.part, one.service) if one.part in LISTS else None
    return home.key if home else one.section


def _is_required(section: Section, framework: Framework) -> bool:
    """Whether the stage asks for a section; one that does not say from when is asked for in the final plan."""
    required = folded(section.required)
    return required == "draft" or (required in ("final", "") and framework.is_final)


def _prints_more(section: Section, plan: ServicePlan, framework: Framework) -> bool:
    """Whether a section prints something that does not come from the sheet Text."""
    lists = {list_of(part, framework.form_of(plan.service)) for part in LISTS if getattr(plan, part)}
    lists |= {"indicators"} if plan.indicators else set()  # their appendix, where they stand in another plan as well
    lists |= {"values"} if framework.values else set()
    lists |= {"aims", "council actions"} if framework.priorities else set()
    return bool(section.lead_in) or any(home_of_list(framework, name, plan.service) is section for name in lists)


def _sheet_of(plan: ServicePlan, sheet: str) -> CellRef | None:
    place = next((one.cell() for one in plan.declarations), None)
    return CellRef(place.file, sheet) if place else None
