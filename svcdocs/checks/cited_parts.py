"""Parts of a plan that its text cites: appendices, tables, figures, sections and pictures are there, and in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from svcdocs.checks.names import elsewhere
from svcdocs.checks.printed import Cell, printed_cells
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.framework import FORMS, Framework, Section
from svcdocs.model.homes import has_number
from svcdocs.model.names import folded
from svcdocs.model.owed import is_owed, to_be_added
from svcdocs.model.service_plan import Passage, ServicePlan

NO_APPENDIX = Rule(
    "appendix-missing",
    "An appendix is cited that is not there",
    WARNING,
    WARNING,
    "service",
    judged=True,
    message="A text sends its readers to an appendix that the plan does not have.",
    remedy="Cite one that is there, take the reference out, or ask the policy officer for a section of that name.",
    example=Example(
        wrong="Text | Section: About our service | Text: Our customers are described in Appendix F.",
        right="Text | Section: About our service | Text: Our customers are described below.",
    ),
)
UNCITED = Rule(
    "appendix-uncited",
    "An appendix is never cited",
    NOTE,
    NOTE,
    "officer",
    message="The framework has an appendix that no text of any plan sends its readers to.",
    remedy="Cite it where readers need it, or take it out of the sheet Sections.",
    example=Example(
        wrong="Framework/Sections | Section: Words used | Heading: Appendix A: Words used | Required: Never",
        right="Framework/Sections | Section: Words used | Heading: Words used | Required: Never",
    ),
)
OUT_OF_ORDER = Rule(
    "appendix-order",
    "An appendix has none before it",
    WARNING,
    WARNING,
    "officer",
    message="The framework has an appendix B and no appendix A, or a 2 and no 1.",
    remedy="Letter the appendices anew on the sheet Sections, or add the one that is missing.",
    example=Example(
        wrong="Framework/Sections | Section: Words used | Heading: Appendix B: Words used | Required: Never",
        right="Framework/Sections | Section: Words used | Heading: Words used | Required: Never",
    ),
)
NO_SUCH_PART = Rule(
    "cited-part-missing",
    "A text cites a figure, table or section not there",
    WARNING,
    WARNING,
    "service",
    judged=True,
    message="A text sends its readers to a figure, table, picture or section of the plan that is not there.",
    remedy="Cite one that is there, add what is missing, or take the reference out.",
    example=Example(
        wrong="Text | Section: About our service | Text: How the four teams fit together is shown in Figure 7.",
        right="Text | Section: About our service | Text: How the four teams fit together is told below.",
    ),
)


def appendices_not_there(cycle: Cycle) -> Iterator[Hit]:
    """An appendix that a plan's text cites and that neither a section nor a text of it is headed with; once each.

    One of another document ("appendix 2 to the strategy") is no matter of the plan's.
    """
    for plan in cycle.plans:
        there = {*_appendices(cycle.framework, plan.service), *_headed(plan, _APPENDIX_HEAD)}
        for name, cells in _cited(printed_cells(plan), _APPENDIX).items():
            if name not in there:
                first, *others = cells
                has = f"it has {', '.join(sorted(there))} only" if there else "it has none"
                message = f"The text cites Appendix {name}, and the plan has no such appendix ({has})."
                message += elsewhere([(cell.record, cell.field) for cell in others])
                yield first.hit(NO_APPENDIX, message, NO_APPENDIX.remedy)


def appendices_never_cited(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: an appendix that no text of any plan cites, once plans have come in."""
    cited = {name for plan in cycle.plans for name in _cited(printed_cells(plan), _APPENDIX)}
    for name, row in _appendices(cycle.framework, "").items() if cycle.plans else ():
        if name not in cited:
            yield Hit(
                UNCITED, f"No text of any plan cites Appendix {name}.", UNCITED.remedy, record=row, field="heading"
            )


def appendices_out_of_order(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: an appendix B without an A, told once for the first of them in each form of plan."""
    told: set[int] = set()
    for form in FORMS:
        named = _named_appendices(cycle.framework, (row for row in cycle.framework.sections if row.is_of(form)))
        for name, row in named.items():
            before = _before(name)
            if before and before not in named and id(row) not in told:
                told.add(id(row))
                message = f"There is an Appendix {name}, and no Appendix {before} before it."
                yield Hit(OUT_OF_ORDER, message, OUT_OF_ORDER.remedy, record=row, field="heading")


def parts_not_there(cycle: Cycle) -> Iterator[Hit]:
    """A numbered figure or table, a picture "below", or a section by number that a text cites and that is not there."""
    for plan in cycle.plans:
        captions = {kind: _headed(plan, _caption_of(kind)) for kind in _KINDS}
        sections = sum(has_number(row) for row in _mains(cycle.framework, plan.service))
        for kind, names in captions.items():
            for number, cells in _cited(printed_cells(plan), _numbered(kind)).items():
                if number not in names:
                    yield _missing(f"{kind} {number}", f"nothing in the plan is headed {kind} {number}", cells)
        for number, cells in _cited(printed_cells(plan), _SECTION).items():
            if sections and int(number) > sections:
                yield _missing(f"section {number}", f"the plan has {sections} sections", cells)
        yield from _pictures(cycle, plan)


_ELSEWHERE = r"(?!\s+(?:of|to|in|from)\s+(?!this\b)|['’]s\b|\w)"
"""What stands behind the name of a part where it is that of another document."""
_APPENDIX = re.compile(rf"\b(?:appendix|annexe?)\s+([A-W]|[1-9]\d?)\b{_ELSEWHERE}", re.IGNORECASE)
_APPENDIX_HEAD = re.compile(r"\W*(?:appendix|annexe?)\s+([A-Z]|[1-9]\d?)\b", re.IGNORECASE)
_SECTION = re.compile(r"\bsections? ([1-9]\d?) (?:above|below|of this plan)\b", re.IGNORECASE)
_PICTURE = re.compile(
    r"\b(?:the|this) (?:\w+ )?(chart|diagram|picture|map|photograph|graph) (?:below|overleaf|opposite|above|shows)\b",
    re.IGNORECASE,
)
_KINDS = ("Figure", "Table", "Chart", "Diagram", "Map")


def _numbered(kind: str) -> re.Pattern[str]:
    # Only with a capital, as captions are cited: "the table 3 times a day" and "we map 4 routes" are none.
    return re.compile(rf"(?<=\w[ ]){kind} ([1-9]\d?)\b(?![.,]\d|%){_ELSEWHERE}|\({kind} ([1-9]\d?)\)")


def _caption_of(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\W*{kind}\s+([1-9]\d?)\b", re.IGNORECASE)


def _cited(cells: Iterable[Cell], pattern: re.Pattern[str]) -> dict[str, list[Cell]]:
    """What some cells cite by a pattern, with the cells that do; a line that begins so is a heading, and cites none."""
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        for line in cell.lines:
            for match in pattern.finditer(line):
                name = next(group for group in match.groups() if group).upper()
                places = found.setdefault(name, [])
                if match.start() > 0 and (not places or places[-1] is not cell):
                    places.append(cell)
    return {name: places for name, places in found.items() if places}


def _headed(plan: ServicePlan, pattern: re.Pattern[str]) -> set[str]:
    """The names with which the lines, sections and pictures of a plan's texts are headed."""
    lines = [line for cell in printed_cells(plan) if cell.part == "passages" for line in cell.lines]
    lines += [name for passage in plan.passages for name in (passage.section, passage.picture)]
    return {match[1].upper() for line in lines if (match := pattern.match(line))}


def _appendices(framework: Framework, service: str) -> Mapping[str, Section]:
    return _named_appendices(framework, framework.sections_of(service))


def _named_appendices(framework: Framework, rows: Iterable[Section]) -> dict[str, Section]:
    """The sections that are headed as appendices, by their letter or number."""
    heads = ((_APPENDIX_HEAD.match(framework.heading_of(row)), row) for row in rows)
    found: dict[str, Section] = {}
    for head, row in heads:
        if head:
            found.setdefault(head[1].upper(), row)
    return found


def _before(name: str) -> str:
    """The letter or number before one; "" before the first."""
    if name.isdecimal():
        return str(int(name) - 1) if int(name) > 1 else ""
    return chr(ord(name) - 1) if name > "A" else ""


def _mains(framework: Framework, service: str) -> Iterator[Section]:
    return (row for row in framework.sections_of(service) if not row.under.strip())


def _pictures(cycle: Cycle, plan: ServicePlan) -> Iterator[Hit]:
    """The sections whose text speaks of a picture below, and which have neither a picture nor the promise of one."""
    ours, above = to_be_added(cycle.framework), ""
    shown: set[str] = set()
    cited: dict[str, tuple[Passage, str]] = {}
    for passage in plan.passages:
        above = folded(passage.section) or above
        if passage.picture or is_owed(passage, ours):
            shown.add(above)
        elif match := _PICTURE.search(passage.text.plain):
            cited.setdefault(above, (passage, match[0]))
    for section, (passage, said) in cited.items():
        if section not in shown:
            message = f"The text speaks of '{in_short(said)}', and there is no picture in its section."
            hint = "Add the picture, promise it (Kind: To be added), or say in words what it shows."
            yield Hit(NO_SUCH_PART, message, hint, plan.service, passage, "text")


def _missing(what: str, why: str, cells: list[Cell]) -> Hit:
    first, *others = cells
    message = f"The text cites {what}, and {why}.{elsewhere([(cell.record, cell.field) for cell in others])}"
    return first.hit(NO_SUCH_PART, message, NO_SUCH_PART.remedy)
