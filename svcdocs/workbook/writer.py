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
    Need,
    TableSheet,
    write_book,
)
from svcdocs.model.base import Record
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook.choices import families_of, lists_for
from svcdocs.workbook.declaration import Column, Shape, Sheet, columns_of
from svcdocs.workbook.fields import content_of
from svcdocs.workbook.framework_book import FRAMEWORK_BOOK
from svcdocs.workbook.guide import framework_guide, service_guide
from svcdocs.workbook.headings import fold
from svcdocs.workbook.identity import Identity, fingerprint
from svcdocs.workbook.reader import read_book_of
from svcdocs.workbook.rows import columns_down, questions_for, rows_of, with_started_sections
from svcdocs.workbook.said import cells_of
from svcdocs.workbook.service_book import DECLARATION, SERVICE_BOOK, TEXT
from svcdocs.workbook.table import NEEDS

MAX_PROMPT = 255  # characters Excel shows beside a cell

Families = Mapping[str, tuple[str, ...]]
SheetSpec = GuideSheet | FormSheet | TableSheet


def write_framework(framework: Framework, identity: Identity) -> bytes:
    """The framework workbook with all that a framework says."""
    families = families_of(framework)
    sheets = tuple(_sheet(sheet, _records(framework, sheet), families, framework) for sheet in FRAMEWORK_BOOK.sheets)
    said = read_book_of(FRAMEWORK_BOOK, cells_of(sheets), framework)
    stamped = replace(identity, issued=fingerprint(said))
    return _book(FRAMEWORK_BOOK.title, (framework_guide(), *sheets), framework, stamped)


def write_service_workbook(
    plan: ServicePlan, framework: Framework, identity: Identity, *, issued: ServicePlan | None = None
) -> bytes:
    """A service's workbook with all that its plan says so far; a blank plan gives a blank workbook.

    The sheet of text starts a row for each section that has none yet, with the question the council puts to it.
    ``issued`` is what the workbook said when it was sent out, where that is not what it says now.
    """
    sheets = _service_sheets(plan, framework, identity)
    sent = _service_sheets(issued, framework, identity) if issued is not None else sheets
    stamped = replace(identity, issued=fingerprint(read_book_of(SERVICE_BOOK, cells_of(sent), framework)))
    title = f"{SERVICE_BOOK.title}: {plan.service}" if plan.service else SERVICE_BOOK.title
    return _book(title, sheets, framework, stamped, plan)


def _service_sheets(plan: ServicePlan, framework: Framework, identity: Identity) -> tuple[SheetSpec, ...]:
    families = _with_own_headings(families_of(framework), plan)
    asked = [sheet for sheet in SERVICE_BOOK.sheets if sheet is not DECLARATION and columns_of(sheet, families)]
    tables = tuple(_sheet(sheet, _records(plan, sheet), families, framework) for sheet in asked)
    lines = tuple(GuideLine(sheet.name, sheet.why) for sheet in asked)
    return (service_guide(framework, identity, lines, _fields(DECLARATION, plan.declaration)), *tables)


def _with_own_headings(families: Families, plan: ServicePlan) -> Families:
    """The families with the headings of lists that only the plan has: shown, so that nothing is lost unseen."""
    own = {"swot": plan.swot, "drivers": plan.drivers}
    return dict(families) | {
        name: tuple({fold(heading): heading for heading in reversed(headings)}.values())[::-1]
        for name, entries in own.items()
        for headings in [(*families.get(name, ()), *(entry.heading for entry in entries if entry.heading))]
    }


def _book(
    title: str, sheets: tuple[SheetSpec, ...], framework: Framework, identity: Identity, plan: ServicePlan | None = None
) -> bytes:
    used = {entry.choices for sheet in sheets for entry in _entries(sheet) if entry.choices}
    lists = {name: values for name, values in sorted(lists_for(framework, plan).items()) if name in used}
    return write_book(
        BookSpec(
            sheets=sheets,
            lists=lists,
            title=title,
            author=framework.about.council,
            properties={name: value for name, value in identity.properties().items() if value},
            language=framework.about.language or "en-GB",
        )
    )


def _entries(sheet: GuideSheet | FormSheet | TableSheet) -> Sequence[ColumnSpec | FieldSpec]:
    match sheet:
        case TableSheet():
            return sheet.columns
        case FormSheet():
            return sheet.fields
        case GuideSheet():
            return sheet.answers


def _records(source: ServicePlan | Framework, sheet: Sheet) -> tuple[Record, ...]:
    held = getattr(source, sheet.holds)
    return held if isinstance(held, tuple) else (held,)


def _sheet(sheet: Sheet, records: Sequence[Record], families: Families, framework: Framework) -> FormSheet | TableSheet:
    if sheet.shape is Shape.FORM:
        return FormSheet(sheet.name, sheet.name, sheet.why, _fields(sheet, records[0]))
    columns = columns_of(sheet, families)
    lists = sheet.shape is Shape.LISTS
    shown = with_started_sections(records, framework) if sheet is TEXT else records
    rows = list(columns_down(shown, columns) if lists else rows_of(sheet, shown, columns))
    specs = [_column(column) for column in columns]
    if sheet.prompt:
        # Ours, second from the left: the question stands beside the answer and is never read back.
        specs.insert(1, ColumnSpec(sheet.prompt, "Asked by the council.", 40))
        questions = questions_for(rows, framework)
        rows = [(row[0], question, *row[1:]) for row, question in zip(rows, questions, strict=True)]
    return TableSheet(
        name=sheet.name,
        title=sheet.name,
        intro=sheet.why,
        columns=tuple(specs),
        rows=tuple(rows),
        spare_rows=sheet.spare_rows,
        needs=() if lists else _needs(sheet, columns),
        needs_title=NEEDS,
        frozen=0 if lists else 1,
    )


def _column(column: Column) -> ColumnSpec:
    prompt = f"{column.help_line} For example: {column.example}" if column.example else column.help_line
    return ColumnSpec(
        title=column.title,
        help=column.help_line,
        width=column.ask.width,
        choices=column.ask.choices,
        strict=column.ask.strict,
        prompt=prompt if len(prompt) <= MAX_PROMPT else column.help_line[:MAX_PROMPT],
        later=column.ask.later,
    )


def _fields(sheet: Sheet, record: Record) -> tuple[FieldSpec, ...]:
    return tuple(
        FieldSpec(
            label=column.title,
            help=f"{column.help_line} For example: {column.example}" if column.example else column.help_line,
            value=content_of(getattr(record, column.field)),
            choices=column.ask.choices,
            strict=column.ask.strict,
        )
        for column in columns_of(sheet, {})
    )


def _needs(sheet: Sheet, columns: Sequence[Column]) -> tuple[Need, ...]:
    """What a row that has begun must say; a row that goes on with the one above begins nothing."""
    shift = 1 if sheet.prompt else 0
    place = {column.key: number + (shift if number else 0) for number, column in enumerate(columns)}
    starts = tuple(place[ask.field] for ask in sheet.columns[:2]) if sheet.parts else ()
    families: dict[str, list[int]] = {}
    for column in columns:
        if column.ask.needs:
            enough = (column.key, *column.ask.instead)
            families.setdefault(column.ask.field, []).extend(place[key] for key in enough)
    words = {ask.field: ask.needs for ask in sheet.columns}
    return tuple(Need(tuple(numbers), words[name], when=starts) for name, numbers in families.items())
