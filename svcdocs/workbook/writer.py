"""Writing a workbook: blank or filled, every sheet from its declaration, with its drop-downs, guide and identity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from svcdocs.excel.writing import (
    BookSpec,
    ColumnSpec,
    FieldSpec,
    FormSheet,
    GuideLine,
    GuideSheet,
    PlainSheet,
    TableSheet,
    write_book,
)
from svcdocs.model.base import Record
from svcdocs.model.finance import Finance, StatedColumn
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.requests import Answered
from svcdocs.model.service_plan import Declaration, ServicePlan
from svcdocs.workbook.choices import lists_for
from svcdocs.workbook.declaration import Shape, Sheet
from svcdocs.workbook.finance_book import FINANCE_SHEETS, STATED_COLUMNS
from svcdocs.workbook.framework_book import FRAMEWORK_BOOK
from svcdocs.workbook.further_years import in_the_councils_manner, years_of
from svcdocs.workbook.guide import GUIDE, contributor_guide, framework_guide
from svcdocs.workbook.headings import fold
from svcdocs.workbook.identity import LAYOUT, Identity, cycle_name
from svcdocs.workbook.layout import LISTS_SHEET, Layout, framework_layout
from svcdocs.workbook.leftovers import Leftovers
from svcdocs.workbook.own_tables import sheets_of
from svcdocs.workbook.pages import Page, SheetSpec, fields_of, page
from svcdocs.workbook.reader import fingerprint_of
from svcdocs.workbook.requests_book import REQUESTS_BOOK
from svcdocs.workbook.rows import questions_for, with_started_sections
from svcdocs.workbook.said import cells_of
from svcdocs.workbook.service_book import DECLARATION, SERVICE_BOOK, TEXT

_NOTHING = Leftovers()


def write_framework(framework: Framework, identity: Identity) -> bytes:
    """The framework workbook with all that a framework says."""
    layout = framework_layout(framework)
    sheets = tuple(page(sheet, [Page("", _records(framework, sheet))], layout) for sheet in layout.sheets)
    stamped = replace(identity, layout=LAYOUT, issued=fingerprint_of(cells_of(sheets), layout))
    lists = lists_for(framework)
    return _book(FRAMEWORK_BOOK.title, (framework_guide(), *sheets), lists, framework, stamped)


def write_workbook(
    layout: Layout,
    plans: Sequence[ServicePlan] = (),
    *,
    finance: Finance | None = None,
    answered: Answered | None = None,
    identity: Identity | None = None,
    issued: Sequence[ServicePlan] | None = None,
    theirs: Leftovers = _NOTHING,
) -> bytes:
    """A contributor's workbook with all that the plans say so far; without any it is blank.

    The sheet of text starts a row for each section asked for that has none yet, with the question the council puts to
    it. ``plans`` are the shares of the contributor; what they hold beside that is written as well, so that nothing is
    lost unseen. ``answered`` are the requests of a workbook of them. ``issued`` is what the workbook said when it was
    sent out, where that is not what it says now: requests are sent out unanswered then. An ``identity`` that tells what
    was sent out keeps that. ``theirs`` is what else stood in the workbook before.

    Raises:
        ValueError: a text does not fit into a cell.
    """
    beside = (finance or Finance(), answered or Answered())
    sheets = _sheets(layout, plans, beside, theirs)
    sent = sheets if issued is None else _sheets(layout, issued, (Finance(), answered_by_nobody(beside[1])))
    whose = identity if identity is not None else identity_for(layout)
    stamped = replace(whose, layout=LAYOUT, issued=whose.issued or fingerprint_of(cells_of(sent), layout))
    framework, services = layout.framework, layout.assignment.services
    lists = lists_for(framework, [name for name in services if name], plans)
    lists |= {name: tuple(map(answers.in_their_words, lists[name])) for name, answers in layout.answers.items()}
    book = REQUESTS_BOOK if layout.assignment.asks_for_answers else SERVICE_BOOK
    title = layout.terms.put_into(book.title)
    contributor = layout.assignment.contributor
    return _book(f"{title}: {contributor}" if contributor else title, sheets, lists, framework, stamped)


def identity_for(layout: Layout) -> Identity:
    """What a contributor's workbook knows of itself before it has been filled in."""
    whose = layout.assignment
    own = "central" if whose.central else "service"
    return Identity(
        kind=REQUESTS_BOOK.kind if whose.asks_for_answers else own,
        cycle=cycle_name(layout.framework),
        contributor=whose.contributor,
        service=whose.service,
        team=whose.team,
    )


def answered_by_nobody(asked: Answered) -> Answered:
    """The same requests as they are sent out first, when nobody has answered any."""
    return asked.model_copy(update={"answers": tuple(row.unanswered for row in asked.answers)})


def _sheets(
    layout: Layout,
    plans: Sequence[ServicePlan],
    beside: tuple[Finance, Answered],
    theirs: Leftovers = _NOTHING,
) -> tuple[SheetSpec, ...]:
    years = layout.framework.financial_years
    plans = [in_the_councils_manner(plan, years) for plan in plans]
    plans, own = sheets_of(plans, (GUIDE, LISTS_SHEET, *map(layout.name, layout.known)))
    shown = layout.with_headings(_own_headings(layout.families, plans) | years_of(layout, plans))
    by_service = {plan.service: plan for plan in plans}
    whole = [by_service.get(name, ServicePlan(service=name)) for name in layout.assignment.services]
    tables = []
    for sheet in (*layout.sheets, *(sheet for sheet in shown.known if sheet not in layout.sheets)):
        given = sheet in layout.sheets
        if sheet is DECLARATION or not shown.columns(sheet):
            continue
        if sheet in FINANCE_SHEETS or sheet in REQUESTS_BOOK.sheets:
            found = _records_beside(sheet, beside, layout)
            if given or found:
                tables.append((sheet, page(sheet, [_with_theirs(sheet, Page("", found), theirs)], shown)))
            continue
        pages = [_with_theirs(sheet, _page(sheet, plan, layout, given=given), theirs) for plan in whole]
        if given or any(each.records for each in pages):
            tables.append((sheet, page(sheet, pages, shown)))
    lines = tuple(GuideLine(spec.name, layout.terms.put_into(sheet.why)) for sheet, spec in tables)
    answers = fields_of(DECLARATION, _declaration(plans, layout), layout)
    kept = theirs.sheet()
    return (contributor_guide(layout, lines, answers), *(spec for _, spec in tables), *own, *([kept] if kept else []))


def _with_theirs(sheet: Sheet, page: Page, theirs: Leftovers) -> Page:
    if sheet.shape is not Shape.TABLE or not theirs.beside:
        return page
    return replace(page, beside=tuple(map(theirs.of, page.records)))


def _page(sheet: Sheet, plan: ServicePlan, layout: Layout, *, given: bool) -> Page:
    """What a sheet says of one service; on the sheet of text a row is begun for each section asked for."""
    records = _records(plan, sheet)
    if sheet is not TEXT:
        return Page(plan.service, records)
    framework, service = layout.framework, plan.service
    if given:
        records = with_started_sections(records, framework, service, layout.assignment.sections)
    questions = questions_for(records, framework, service)
    return Page(service, records, tuple(map(layout.terms.put_into, questions)))


def _declaration(plans: Sequence[ServicePlan], layout: Layout) -> Declaration:
    """What the contributor has declared: under its own name, or where it is the only one, under none."""
    mine = {folded(layout.assignment.contributor), ""}
    found = (row for plan in plans for row in plan.declarations if folded(row.contributor) in mine)
    return next(found, Declaration())


def _records_beside(sheet: Sheet, beside: tuple[Finance, Answered], layout: Layout) -> tuple[Record, ...]:
    """The records of a sheet that fills no plan: those of Finance, or requests."""
    finance, answered = beside
    return _finance_records(sheet, finance, layout) if sheet in FINANCE_SHEETS else _records(answered, sheet)


def _finance_records(sheet: Sheet, finance: Finance, layout: Layout) -> tuple[Record, ...]:
    records = _records(finance, sheet)
    if sheet is not STATED_COLUMNS:
        return records
    said = {fold(row.heading) for row in finance.columns}
    headings = (name for name in layout.families["money"] if fold(name) not in said)
    return (*records, *(StatedColumn(heading=name) for name in headings))


def _own_headings(families: Mapping[str, tuple[str, ...]], plans: Sequence[ServicePlan]) -> dict[str, tuple[str, ...]]:
    """The headings of lists in the council's order, and behind them those that only the plans have.

    What a plan says stands under every heading, so that nothing is lost unseen.
    """
    own: dict[str, tuple[str, ...]] = {}
    for name in ("swot", "drivers"):
        headings: dict[str, str] = {}
        said = (entry.heading for plan in plans for entry in getattr(plan, name))
        for heading in (*families.get(name, ()), *said):
            if heading:
                headings.setdefault(fold(heading), heading)
        own[name] = tuple(headings.values())
    return own


def _records(source: ServicePlan | Framework | Finance | Answered, sheet: Sheet) -> tuple[Record, ...]:
    held = getattr(source, sheet.holds)
    return held if isinstance(held, tuple) else (held,)


def _book(
    title: str,
    sheets: tuple[SheetSpec, ...],
    lists: Mapping[str, tuple[str, ...]],
    framework: Framework,
    identity: Identity,
) -> bytes:
    used = {entry.choices for sheet in sheets for entry in _entries(sheet) if entry.choices}
    return write_book(
        BookSpec(
            sheets=sheets,
            lists={name: values for name, values in sorted(lists.items()) if name in used},
            title=title,
            author=framework.about.council_name,
            properties={name: value for name, value in identity.properties().items() if value},
            language=framework.about.language or "en-GB",
        )
    )


def _entries(sheet: SheetSpec) -> Sequence[ColumnSpec | FieldSpec]:
    match sheet:
        case TableSheet():
            return sheet.columns
        case FormSheet():
            return sheet.fields
        case GuideSheet():
            return sheet.answers
        case PlainSheet():
            return ()
