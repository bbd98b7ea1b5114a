"""The first sheet of each workbook: what it is for, how to fill it in, by when, and whom to ask."""

from __future__ import annotations

from svcdocs.excel.writing import FieldSpec, GuideLine, GuideSheet
from svcdocs.model.framework import Framework
from svcdocs.workbook.declaration import Sheet
from svcdocs.workbook.framework_book import ABOUT, FRAMEWORK_BOOK, PRIORITIES, SECTIONS, SERVICES, SIGN_OFF
from svcdocs.workbook.identity import Identity
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
GUIDE = DECLARATION.name
START_HERE = "Start here"


def service_guide(
    framework: Framework, identity: Identity, lines: tuple[GuideLine, ...], answers: tuple[FieldSpec, ...]
) -> GuideSheet:
    """The guide of a service's workbook."""
    about = framework.about
    years = framework.plan_years
    period = f"{years[0]} to {years[-1]}" if len(years) > 1 else "".join(years)
    what = f"The workbook from which the {about.plan_title.lower()} {period}".rstrip()
    sections = [("What this is", f"{what} is made. What you type here is what is printed."), *_HOW]
    due = _deadline(framework, identity)
    if due:
        sections.append(("Send it back by", due))
    contact = ", ".join(part for part in (about.officer, about.email, about.telephone) if part)
    if contact:
        sections.append(("Ask", contact))
    if framework.money_columns:
        sections.append(("Money is given in", about.money_unit))
    return GuideSheet(
        name=GUIDE,
        title=f"{about.council}: {identity.service}" if about.council else identity.service or GUIDE,
        intro=DECLARATION.why,
        sections=tuple(sections),
        lines=lines,
        answers=answers,
    )


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


def _deadline(framework: Framework, identity: Identity) -> str:
    """The date by which the workbook of a service is due back."""
    service = framework.service(identity.service)
    return str(service.deadline) if service else ""
