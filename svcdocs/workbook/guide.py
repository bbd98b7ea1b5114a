"""The first sheet of each workbook: what it is for, how to fill it in, by when, and whom to ask."""

from __future__ import annotations

from collections.abc import Sequence

from svcdocs.excel.writing import FieldSpec, GuideLine, GuideSheet
from svcdocs.workbook.declaration import Sheet
from svcdocs.workbook.framework_book import ABOUT, FRAMEWORK_BOOK, PRIORITIES, SECTIONS, SERVICES, SIGN_OFF
from svcdocs.workbook.identity import cycle_name
from svcdocs.workbook.layout import Layout
from svcdocs.workbook.service_book import DECLARATION

_HOW = (
    (
        "How to fill it in",
        (
            "Go through the sheets below. Each heading has a line of help under it. Type as you would write: March "
            "2028, £12,000, Ongoing. The column Needs says what a row still lacks."
        ),
    ),
    (
        "Lists and long texts",
        (
            "Press Alt and Enter for a new line in a cell. Start a line with • or - for a bullet, with 1. or a) for a "
            "number. Bold and italic are kept."
        ),
    ),
    (
        "What you may do",
        (
            "Filter, insert rows, check spelling, paste from Word. Do not sort where a blank goes on with the row "
            "above, as on Actions. A column or sheet whose name starts with # is yours alone and is not read."
        ),
    ),
)
_HOW_TO_ANSWER = (
    (
        "How to answer",
        (
            "Go through the sheet Requests. Choose under Answer what you say to a request; the column Needs says which "
            "are still to be answered. Give your reason, your condition or your question under Words."
        ),
    ),
    (
        "What you may do",
        (
            "Sort, filter, pass it on to a colleague. A column or sheet whose name starts with # is yours alone and is "
            "not read."
        ),
    ),
)
_SERVICES = (
    "Which service",
    "Each sheet begins with a column for the service a row is about. Leave it blank where it is the same as above.",
)
_ASKED = (
    "What other services need of {asked} for their plans. Say to each request whether you can do it, and by when. "
    "What you answer is printed in their plans and in yours."
)
_TEAM = "Everything on these sheets counts as your team's."
GUIDE = DECLARATION.name
START_HERE = "Start here"
WHOSE, CYCLE = "This workbook is for", "Planning cycle"
"""What stands beside the name of the contributor, and beside that of the planning cycle."""


def contributor_guide(layout: Layout, lines: tuple[GuideLine, ...], answers: tuple[FieldSpec, ...]) -> GuideSheet:
    """The guide of one contributor's workbook, in the council's words."""
    about, whose, terms = layout.framework.about, layout.assignment, layout.terms
    how = _HOW_TO_ANSWER if whose.asks_for_answers else (_SERVICES, *_HOW) if whose.central else _HOW
    sections = [("What this is", _what(layout)), *((terms.put_into(head), terms.put_into(text)) for head, text in how)]
    # Seen by people, and by us where a program has dropped what the workbook knows of itself.
    sections += [(WHOSE, whose.contributor)] if whose.contributor else []
    sections += [(CYCLE, cycle_name(layout.framework))] if cycle_name(layout.framework) else []
    if whose.deadline:
        sections.append(("Send it back by", str(whose.deadline)))
    contact = ", ".join(part for part in (about.officer, about.email, about.telephone) if part)
    if contact:
        sections.append(("Ask", contact))
    if layout.framework.money_columns and {"money", "bids"} & set(whose.parts):
        sections.append(("Money is given in", about.money_unit))
    name = layout.name(DECLARATION)
    return GuideSheet(
        name=name,
        title=f"{about.council_name}: {whose.contributor}" if about.council_name else whose.contributor or name,
        intro=terms.put_into(DECLARATION.why),
        sections=tuple(sections),
        lines=lines,
        answers=answers,
    )


def _what(layout: Layout) -> str:
    """Of which plans the workbook is a part, and what becomes of what is typed into it."""
    whose, title = layout.assignment, layout.framework.about.plan_title.lower()
    if whose.asks_for_answers:
        return layout.terms.put_into(_ASKED).format(asked=whose.service)
    typed = "What you type here is what is printed."
    if whose.central:
        these = layout.terms.put_into("for these services")
        return f"{_each_plan(title, these, layout)} {typed}"
    plan = f"{title} {_period(layout.families['plan years'])}".rstrip()
    if whose.team:
        theirs = layout.terms.put_into(_TEAM)
        return f"Your part of the {plan} of {whose.service}. {theirs} {typed}"
    return f"The workbook from which the {plan} is made. {typed}"


def _each_plan(title: str, these: str, layout: Layout) -> str:
    """Whose plans are meant, with their years; years that are not the same for all stand beside those they are of."""
    plans: dict[str, list[str]] = {}
    for service in layout.assignment.services:
        plans.setdefault(_period(layout.framework.years_of(service)), []).append(service)
    if len(plans) == 1:
        period, services = next(iter(plans.items()))
        return f"Your part of each {f'{title} {period}'.rstrip()}, {these}: {', '.join(services)}."
    named = "; ".join(f"{', '.join(services)} ({period})" for period, services in plans.items())
    return f"Your part of each {title}, {these}: {named}."


def _period(years: Sequence[str]) -> str:
    """The years of a plan: "2027/28 to 2028/29"; empty where there are none."""
    return f"{years[0]} to {years[-1]}" if len(years) > 1 else "".join(years)


def framework_guide() -> GuideSheet:
    """The first sheet of the framework workbook."""
    first = (ABOUT, PRIORITIES, SERVICES, SIGN_OFF, SECTIONS)
    rest = tuple(sheet for sheet in FRAMEWORK_BOOK.sheets if sheet not in first)
    return GuideSheet(
        name=START_HERE,
        title="The framework of the planning cycle",
        intro="Everything the council decides before the services begin. You alone fill in this workbook.",
        sections=(
            ("Fill in first", ", ".join(sheet.name for sheet in first) + "."),
            ("The rest", "The other sheets come with working defaults. Change what your council does otherwise."),
            (
                "Then",
                "Save this workbook, and issue the services' workbooks: their drop-downs are made from it.",
            ),
        ),
        lines=tuple(_line(sheet) for sheet in (*first, *rest)),
    )


def _line(sheet: Sheet) -> GuideLine:
    return GuideLine(sheet.name, sheet.why)
