"""Writing a workbook: blank or filled, every sheet from its declaration, with its drop-downs, guide and identity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from svcdocs.model.service_plan import Passage, ServicePlan
from svcdocs.workbook.choices import families_of, lists_for
from svcdocs.workbook.declaration import Column, Shape, Sheet, columns_of
from svcdocs.workbook.fields import CellContent, content_of
from svcdocs.workbook.framework_book import FRAMEWORK_BOOK
from svcdocs.workbook.guide import framework_guide, service_guide
from svcdocs.workbook.identity import Identity, fingerprint
from svcdocs.workbook.service_book import DECLARATION, SERVICE_BOOK
from svcdocs.workbook.table import NEEDS

Records = Mapping[str, Sequence[Record]]
Families = Mapping[str, tuple[str, ...]]


def write_framework(framework: Framework, identity: Identity) -> bytes:
    """The framework workbook with all that a framework says."""
    records = {sheet.holds: _records(framework, sheet) for sheet in FRAMEWORK_BOOK.sheets}
    sheets = tuple(_sheet(sheet, records[sheet.holds], families_of(framework), {}) for sheet in FRAMEWORK_BOOK.sheets)
    return _book(FRAMEWORK_BOOK.title, (framework_guide(), *sheets), framework, identity, records, None)


def write_service_workbook(
    plan: ServicePlan, framework: Framework, identity: Identity, *, issued: ServicePlan | None = None
) -> bytes:
    """A service's workbook with all that its plan says so far; a blank plan gives a blank workbook.

    The sheet of text starts a row for each section that has none yet, with the question the council puts to it.
    ``issued`` is what the workbook said when it was sent out, where that is not what it says now.
    """
    records = {sheet.holds: _records(plan, sheet) for sheet in SERVICE_BOOK.sheets}
    sent = {sheet.holds: _records(issued or plan, sheet) for sheet in SERVICE_BOOK.sheets}
    shown = records | {"passages": _with_started_sections(records["passages"], framework)}
    questions = {section.key: section.question for section in framework.sections}
    families = families_of(framework)
    asked = [sheet for sheet in SERVICE_BOOK.sheets if sheet is not DECLARATION and columns_of(sheet, families)]
    tables = tuple(_sheet(sheet, shown[sheet.holds], families, questions) for sheet in asked)
    lines = tuple(GuideLine(sheet.name, sheet.why) for sheet in asked)
    guide = service_guide(framework, identity, lines, _fields(DECLARATION, shown[DECLARATION.holds][0]))
    return _book(f"{SERVICE_BOOK.title}: {plan.service}", (guide, *tables), framework, identity, sent, plan)


def rows_of(sheet: Sheet, records: Sequence[Record], columns: Sequence[Column]) -> Iterator[tuple[CellContent, ...]]:
    """The rows of a table: a record a row, and below it a row for each further part."""
    for record in records:
        parts = getattr(record, sheet.parts) if sheet.parts else ()
        yield tuple(_content(record, parts[0] if parts else None, column) for column in columns)
        for part in parts[1:]:
            yield tuple(_content(None, part, column) for column in columns)


def columns_down(records: Sequence[Record], columns: Sequence[Column]) -> Iterator[tuple[CellContent, ...]]:
    """The rows of a sheet of lists: each heading's entries from the top down."""
    lists = [[content_of(record.text) for record in records if record.heading == column.member] for column in columns]  # type: ignore[attr-defined]
    for row in range(max(map(len, lists), default=0)):
        yield tuple(entries[row] if row < len(entries) else "" for entries in lists)


def _book(
    title: str,
    sheets: tuple[GuideSheet | FormSheet | TableSheet, ...],
    framework: Framework,
    identity: Identity,
    records: Records,
    plan: ServicePlan | None,
) -> bytes:
    stamped = replace(identity, issued=fingerprint(records))
    used = {entry.choices for sheet in sheets for entry in _entries(sheet) if entry.choices}
    lists = {name: values for name, values in sorted(lists_for(framework, plan).items()) if name in used}
    return write_book(
        BookSpec(
            sheets=sheets,
            lists=lists,
            title=title,
            author=framework.about.council,
            properties={name: value for name, value in stamped.properties().items() if value},
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


def _sheet(
    sheet: Sheet, records: Sequence[Record], families: Families, questions: Mapping[str, str]
) -> FormSheet | TableSheet:
    if sheet.shape is Shape.FORM:
        return FormSheet(sheet.name, sheet.name, sheet.why, _fields(sheet, records[0]))
    columns = columns_of(sheet, families)
    lists = sheet.shape is Shape.LISTS
    rows = list(columns_down(records, columns) if lists else rows_of(sheet, records, columns))
    specs = [_column(column) for column in columns]
    if sheet.prompt:
        # Ours, second from the left: the question stands beside the answer and is never read back.
        specs.insert(1, ColumnSpec(sheet.prompt, "The question put to you.", 40))
        rows = [(row[0], questions.get(str(row[0]), ""), *row[1:]) for row in rows]
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
        prompt=prompt if len(prompt) <= 255 else column.help_line[:255],
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
            families.setdefault(column.ask.field, []).append(place[column.key])
    words = {ask.field: ask.needs for ask in sheet.columns}
    return tuple(Need(tuple(numbers), words[name], when=starts) for name, numbers in families.items())


def _content(record: Record | None, part: Record | None, column: Column) -> CellContent:
    if column.part:
        return content_of(getattr(part, column.part)) if part is not None else ""
    if record is None:
        return ""
    value = getattr(record, column.field)
    if column.member:
        return content_of(value[column.member]) if column.member in value else ""
    return content_of(value)


def _with_started_sections(passages: Sequence[Record], framework: Framework) -> tuple[Record, ...]:
    """The passages in the order of the sections, with a row begun for each section that has none."""
    started = {passage.section for passage in passages if isinstance(passage, Passage)}
    blank = tuple(Passage(section=section.key) for section in framework.sections if section.key not in started)
    return (*passages, *blank)
