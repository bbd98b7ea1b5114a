"""From records to the rows of a sheet: what to put into each cell, so that reading gives the same records again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from svcdocs.model.base import Record
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import Action, ListEntry, Passage
from svcdocs.workbook.choices import Answers
from svcdocs.workbook.declaration import ROUTE, Column, Sheet
from svcdocs.workbook.fields import CellContent, content_of
from svcdocs.workbook.headings import fold

_DASH = "-"


def rows_of(
    sheet: Sheet, records: Sequence[Record], columns: Sequence[Column], service: str = ""
) -> Iterator[tuple[CellContent, ...]]:
    """The rows of a table: a record a row, and below it a row for each further part; each names the service.

    Where a blank would be read as "the same as above" or as going on with the record above, a dash says that it is not.
    """
    above: Record | None = None
    for record in records:
        parts = getattr(record, sheet.parts) if sheet.parts else ()
        dashed = _dashed(record, above, columns)
        yield tuple(
            _DASH if column.key in dashed else _content(record, parts[0] if parts else None, column, service)
            for column in columns
        )
        for part in parts[1:]:
            yield tuple(_content(None, part, column, service) for column in columns)
        above = record


def columns_down(
    records: Sequence[Record], columns: Sequence[Column], service: str = ""
) -> Iterator[tuple[CellContent, ...]]:
    """The rows of a sheet of lists: each heading's entries from the top down."""
    lists: dict[str, list[CellContent]] = {fold(column.member): [] for column in columns if column.member}
    for record in records:
        if isinstance(record, ListEntry) and fold(record.heading) in lists:
            lists[fold(record.heading)].append(content_of(record.text))
    for row in range(max(map(len, lists.values()), default=0)):
        yield tuple(_entry(lists, column, row) if column.member else service for column in columns)


def shown_in(rows: Iterable[tuple[CellContent, ...]], shown: Sequence[Answers]) -> list[tuple[CellContent, ...]]:
    """The rows with each answer in the words in which its column offers it."""
    return [
        tuple(
            answers.in_their_words(value) if isinstance(value, str) else value
            for value, answers in zip(row, shown, strict=True)
        )
        for row in rows
    ]


def with_started_sections(
    passages: Sequence[Record], framework: Framework, service: str, asked: Collection[str]
) -> tuple[Record, ...]:
    """The passages in their order, with a row begun for each section asked for that has none, where it belongs."""
    sections = [section.key for section in framework.sections_of(service)]
    place = {key: number for number, key in reversed(list(enumerate(sections)))}
    result = list(passages)
    started = {key for passage in passages if (key := _section_of(passage, framework, service))}
    for key in sections:
        if key in asked and key not in started:
            before = [
                number
                for number, passage in enumerate(result)
                if place.get(_section_of(passage, framework, service), len(place)) < place[key]
            ]
            result.insert(max(before, default=-1) + 1, Passage(section=key))
            started.add(key)
    return tuple(result)


def questions_for(passages: Sequence[Record], framework: Framework, service: str) -> list[str]:
    """The question the council puts to each row of the sheet of text: beside the first row of its section."""
    asked: set[str] = set()
    questions = []
    for passage in passages:
        name = passage.section if isinstance(passage, Passage) else ""
        section = framework.section(name, service)
        new = section is not None and section.key not in asked
        questions.append(section.question if section is not None and new else "")
        asked.add(section.key if section is not None else "")
    return questions


def _section_of(passage: Record, framework: Framework, service: str) -> str:
    section = framework.section(passage.section, service) if isinstance(passage, Passage) else None
    return section.key if section is not None else ""


def _dashed(record: Record, above: Record | None, columns: Sequence[Column]) -> set[str]:
    """The columns in which a blank of this record has to be told from "as above"."""
    if above is None:
        return set()
    dashed = {
        column.field
        for column in columns
        if column.ask.inherits
        and column.ask is not ROUTE
        and not getattr(record, column.field)
        and getattr(above, column.field)
        and not (column.ask.within and getattr(record, column.ask.within) != getattr(above, column.ask.within))
    }
    if isinstance(record, Action) and not record.ref and not record.title:
        dashed.add("ref")
    return dashed


def _entry(lists: Mapping[str, Sequence[CellContent]], column: Column, row: int) -> CellContent:
    entries = lists[fold(column.member)]
    return entries[row] if row < len(entries) else ""


def _content(record: Record | None, part: Record | None, column: Column, service: str) -> CellContent:
    if column.ask is ROUTE:
        return service
    if column.part:
        return content_of(getattr(part, column.part)) if part is not None else ""
    if record is None:
        return ""
    value = getattr(record, column.field)
    if column.member:
        return content_of(value[column.member]) if column.member in value else ""
    return content_of(value)
