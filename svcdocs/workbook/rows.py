"""From records to the rows of a sheet: what to put into each cell, so that reading gives the same records again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svcdocs.model.base import Record
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import Action, ListEntry, Passage
from svcdocs.workbook.declaration import Column, Sheet
from svcdocs.workbook.fields import CellContent, content_of
from svcdocs.workbook.headings import fold

_DASH = "-"


def rows_of(sheet: Sheet, records: Sequence[Record], columns: Sequence[Column]) -> Iterator[tuple[CellContent, ...]]:
    """The rows of a table: a record a row, and below it a row for each further part.

    Where a blank would be read as "the same as above" or as going on with the record above, a dash says that it is not.
    """
    above: Record | None = None
    for record in records:
        parts = getattr(record, sheet.parts) if sheet.parts else ()
        dashed = _dashed(sheet, record, above)
        yield tuple(
            _DASH if column.key in dashed else _content(record, parts[0] if parts else None, column)
            for column in columns
        )
        for part in parts[1:]:
            yield tuple(_content(None, part, column) for column in columns)
        above = record


def columns_down(records: Sequence[Record], columns: Sequence[Column]) -> Iterator[tuple[CellContent, ...]]:
    """The rows of a sheet of lists: each heading's entries from the top down."""
    lists: dict[str, list[CellContent]] = {fold(column.member): [] for column in columns}
    for record in records:
        if isinstance(record, ListEntry) and fold(record.heading) in lists:
            lists[fold(record.heading)].append(content_of(record.text))
    entries = [lists[fold(column.member)] for column in columns]
    for row in range(max(map(len, entries), default=0)):
        yield tuple(column[row] if row < len(column) else "" for column in entries)


def with_started_sections(passages: Sequence[Record], framework: Framework) -> tuple[Record, ...]:
    """The passages in their order, with a row begun for each section that has none, where it belongs among them."""
    place = {section.key: number for number, section in enumerate(framework.sections)}
    result = list(passages)
    started = {key for passage in passages if (key := _section_of(passage, framework))}
    for section in framework.sections:
        if section.key and section.key not in started:
            before = [
                number
                for number, passage in enumerate(result)
                if place.get(_section_of(passage, framework), len(place)) < place[section.key]
            ]
            result.insert(max(before, default=-1) + 1, Passage(section=section.key))
            started.add(section.key)
    return tuple(result)


def questions_for(rows: Sequence[tuple[CellContent, ...]], framework: Framework) -> list[str]:
    """The question the council puts to each row of the sheet of text: beside the first row of its section."""
    asked: set[str] = set()
    questions = []
    for row in rows:
        section = framework.section(str(row[0]))
        new = section is not None and section.key not in asked
        questions.append(section.question if section is not None and new else "")
        asked.add(section.key if section is not None else "")
    return questions


def _section_of(passage: Record, framework: Framework) -> str:
    section = framework.section(passage.section) if isinstance(passage, Passage) else None
    return section.key if section is not None else ""


def _dashed(sheet: Sheet, record: Record, above: Record | None) -> set[str]:
    """The columns in which a blank of this record has to be told from "as above"."""
    if above is None:
        return set()
    dashed = {name for name in sheet.inherited if not getattr(record, name) and getattr(above, name)}
    if isinstance(record, Action) and not record.ref and not record.title:
        dashed.add("ref")
    return dashed


def _content(record: Record | None, part: Record | None, column: Column) -> CellContent:
    if column.part:
        return content_of(getattr(part, column.part)) if part is not None else ""
    if record is None:
        return ""
    value = getattr(record, column.field)
    if column.member:
        return content_of(value[column.member]) if column.member in value else ""
    return content_of(value)
