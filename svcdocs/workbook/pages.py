"""One sheet as Excel is to show it: its columns, rows, drop-downs and needs, from its declaration and its records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from svcdocs.excel.writing import ColumnSpec, FieldSpec, FormSheet, GuideSheet, Need, PlainSheet, TableSheet
from svcdocs.model.base import Record
from svcdocs.workbook.choices import IN_OWN_WORDS, SUGGESTED, Answers
from svcdocs.workbook.declaration import Column, Shape, Sheet
from svcdocs.workbook.fields import CellContent, content_of
from svcdocs.workbook.headings import NEEDS
from svcdocs.workbook.layout import Layout
from svcdocs.workbook.leftovers import OWN
from svcdocs.workbook.rows import columns_down, rows_of, shown_in

MAX_PROMPT = 255  # characters Excel shows beside a cell
MAX_NEED = 200  # characters of a need; a few of them stand in one formula

SheetSpec = GuideSheet | FormSheet | TableSheet | PlainSheet


@dataclass(frozen=True, slots=True)
class Page:
    """What one sheet says of one service, and the question put beside each of its rows, where it puts any.

    ``beside`` gives for each record what its owner keeps beside it under headings of their own, which are not read.
    """

    service: str
    records: tuple[Record, ...]
    questions: tuple[str, ...] = ()
    beside: tuple[Mapping[str, str], ...] = ()


def page(sheet: Sheet, pages: Sequence[Page], layout: Layout) -> FormSheet | TableSheet:
    """A sheet with its records, service after service."""
    name, intro = layout.name(sheet), layout.terms.put_into(sheet.why)
    if sheet.shape is Shape.FORM:
        return FormSheet(name, name, intro, fields_of(sheet, pages[0].records[0], layout))
    columns = _shown(sheet, pages, layout)
    lists = sheet.shape is Shape.LISTS
    theirs = tuple(dict.fromkeys(title for each in pages for cells in each.beside for title in cells))
    specs = [*map(_column, columns), *(ColumnSpec(title, OWN, 30) for title in theirs)]
    if sheet.prompt:
        # Ours, beside the section: the question stands next to the answer and is never read back.
        specs.insert(_prompt_at(sheet, layout), ColumnSpec(sheet.prompt, "Asked by the council.", 40))
    return TableSheet(
        name=name,
        title=name,
        intro=intro,
        columns=tuple(specs),
        rows=tuple(
            row for each in pages for row in _with_theirs(sheet, each, theirs, _rows(sheet, each, columns, layout))
        ),
        spare_rows=sheet.spare_rows,
        needs=() if lists else _needs(sheet, columns, layout),
        needs_title=NEEDS,
        frozen=(0 if lists else 1) + layout.routes(sheet),
    )


def fields_of(sheet: Sheet, record: Record, layout: Layout) -> tuple[FieldSpec, ...]:
    """The questions of a form with the answers so far."""
    return tuple(
        FieldSpec(
            label=column.title,
            help=_help(column),
            value=content_of(getattr(record, column.field)),
            choices=column.ask.choices,
            strict=column.ask.strict,
        )
        for column in layout.columns(sheet)
    )


def _rows(sheet: Sheet, each: Page, columns: Sequence[Column], layout: Layout) -> Iterator[tuple[CellContent, ...]]:
    """The rows of one service: what they say, in the words of the drop-downs, and the question beside each."""
    if sheet.shape is Shape.LISTS:
        yield from columns_down(each.records, columns, each.service)
        return
    choices = ("" if column.ask.choices in SUGGESTED else column.ask.choices for column in columns)
    shown = [layout.answers.get(name, Answers()) for name in choices]
    rows = shown_in(rows_of(sheet, each.records, columns, each.service), shown)
    at = _prompt_at(sheet, layout)
    for number, row in enumerate(rows):
        yield (*row[:at], each.questions[number], *row[at:]) if sheet.prompt else row


def _with_theirs(
    sheet: Sheet, each: Page, theirs: Sequence[str], rows: Iterable[tuple[CellContent, ...]]
) -> Iterator[tuple[CellContent, ...]]:
    """The rows with what stands beside each record, on the first of its rows."""
    beside: dict[int, Mapping[str, str]] = {}
    number = 0
    for record, cells in zip(each.records, each.beside or ({},) * len(each.records), strict=True):
        beside[number] = cells
        number += max(1, len(getattr(record, sheet.parts))) if sheet.parts else 1
    for number, row in enumerate(rows):
        yield (*row, *(beside.get(number, {}).get(title, "") for title in theirs))


def _shown(sheet: Sheet, pages: Sequence[Page], layout: Layout) -> tuple[Column, ...]:
    """The columns that are written: a team is not asked which team it is, unless a row says that or says no more."""
    columns, team = layout.columns(sheet), layout.assignment.team
    records = [record for each in pages for record in each.records if getattr(record, "team", "")]
    said = set(sheet.record.model_fields) - sheet.inherited - {"team"}
    if not team or any(getattr(row, "team", "") != team or not _says(row, said) for row in records):
        return columns
    return tuple(column for column in columns if column.field != "team")


def _says(record: Record, fields: Iterable[str]) -> bool:
    """Whether a record says anything in one of some fields."""
    return any(getattr(record, field) for field in fields)


def _prompt_at(sheet: Sheet, layout: Layout) -> int:
    return 1 + layout.routes(sheet)


def _column(column: Column) -> ColumnSpec:
    prompt = _help(column)
    return ColumnSpec(
        title=column.title,
        help=column.help_line,
        width=column.ask.width,
        choices=column.ask.choices,
        strict=column.ask.strict and column.ask.choices not in IN_OWN_WORDS,
        prompt=prompt if len(prompt) <= MAX_PROMPT else column.help_line[:MAX_PROMPT],
        later=column.ask.later,
    )


def _help(column: Column) -> str:
    return f"{column.help_line} For example: {column.example}" if column.example else column.help_line


def _needs(sheet: Sheet, columns: Sequence[Column], layout: Layout) -> tuple[Need, ...]:
    """What a row that has begun must say; a row that goes on with the one above begins nothing."""
    at = _prompt_at(sheet, layout) if sheet.prompt else len(columns)
    place = {column.key: number + (number >= at) for number, column in enumerate(columns)}
    starts = tuple(place[ask.field] for ask in sheet.columns[:2]) if sheet.parts else ()
    families: dict[str, list[int]] = {}
    for column in columns:
        if column.ask.needs:
            enough = (column.key, *column.ask.instead)
            families.setdefault(column.ask.field, []).extend(place[key] for key in enough)
    words = {ask.field: ask.needs for ask in sheet.columns}
    return tuple(Need(tuple(numbers), _need(words[name], layout), when=starts) for name, numbers in families.items())


def _need(words: str, layout: Layout) -> str:
    theirs = layout.terms.put_into(words)
    return theirs if len(theirs) <= MAX_NEED else words
