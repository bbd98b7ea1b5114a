"""What a contributor is asked to fill in: what their workbook is about, and its sheets with what stands there."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.model.effort import Asked
from svcdocs.workbook.contents import records_of
from svcdocs.workbook.declaration import Shape
from svcdocs.workbook.layout import Layout
from svcdocs.workbook.reader import Reading
from svcdocs.workbook.requests_book import ANSWERS_SHEET
from svcdocs.workbook.service_book import DECLARATION, TEXT


def plan_told(layout: Layout) -> str:
    """What a workbook is about: "your part of the service plan 2027/28 to 2028/29 of Housing"."""
    whose, framework = layout.assignment, layout.framework
    if whose.asks_for_answers:
        return layout.terms.put_into(f"what other services need of {whose.service}")
    years = framework.longest_years if whose.central else framework.years_of(whose.service)
    period = f"{years[0]} to {years[-1]}" if len(years) > 1 else "".join(years)
    title = f"{framework.about.plan_title.strip().lower()}{'s' if whose.central and len(whose.services) > 1 else ''}"
    named = " ".join(part for part in (title, period) if part)
    if not whose.central:
        return f"{'your part of ' if whose.team else ''}the {named} of {whose.service}"
    several = layout.terms.put_into("services")
    return (
        f"your part of the {named} of {len(whose.services)} {several}"
        if len(whose.services) > 1
        else (f"your part of the {named} of {''.join(whose.services)}")
    )


def sheets_asked(layout: Layout, shown: Reading | None) -> Iterator[Asked]:
    """The sheets of a workbook, with how many rows stand on each; one with last year's where there are any."""
    started = (sheet for sheet in layout.known if sheet.prefilled and shown is not None and records_of(shown, sheet))
    for sheet in (*layout.sheets, *started):
        if sheet is DECLARATION:
            continue
        headings: tuple[str, ...] = ()
        if sheet is TEXT:
            rows = (layout.framework.section(key, layout.assignment.service) for key in layout.assignment.sections)
            headings = tuple(layout.framework.heading_of(row) for row in rows if row is not None)
        if sheet is ANSWERS_SHEET:
            yield _to_answer(layout, shown)
            continue
        count = len(records_of(shown, sheet)) if shown is not None and sheet.shape is not Shape.FORM else 0
        yield Asked(sheet.holds, layout.name(sheet), layout.terms.put_into(sheet.why), count, headings)


def _to_answer(layout: Layout, shown: Reading | None) -> Asked:
    """The sheet of requests, with how many of them nobody has answered."""
    rows = shown.answered.answers if shown is not None and shown.answered is not None else ()
    count = sum(not row.says_something for row in rows)
    asked = f"{count} {'request is' if count == 1 else 'requests are'} to be answered." if rows else ""
    why = layout.terms.put_into(ANSWERS_SHEET.why)
    return Asked(ANSWERS_SHEET.holds, layout.name(ANSWERS_SHEET), " ".join(part for part in (why, asked) if part))
