"""From the rows of a table to records of the model: blanks inherited, families gathered, origins kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from svcdocs.excel.cells import Cell
from svcdocs.model.base import Origin, Record
from svcdocs.model.text import Text
from svcdocs.workbook import messages
from svcdocs.workbook.choices import SUGGESTED, Answers
from svcdocs.workbook.declaration import Column, Sheet
from svcdocs.workbook.fields import value_of
from svcdocs.workbook.table import Row, Table

Choices = Mapping[str, Answers]
DASHES = ("-", "–", "—")


@dataclass(slots=True)
class Draft:
    """A record while its rows are gathered: its values by field, and the cells that do not stand on its first row."""

    row: int
    values: dict[str, Any]
    elsewhere: dict[str, str] = field(default_factory=dict)

    def record(self, kind: type[Record], table: Table) -> Record:
        """The record, knowing where each of its fields was read."""
        places = table.letters | self.elsewhere if self.elsewhere else table.letters
        return kind(**self.values).at(Origin(table.file, table.sheet, self.row, places))


def drafts_of(sheet: Sheet, table: Table, columns: Sequence[Column], choices: Choices) -> Iterator[Draft]:
    """The rows of a table as drafts, blanks that mean "as above" filled in; odd answers join the table's findings."""
    drafts = (Draft(row.number, _values(row, table, columns, choices), dict(row.elsewhere)) for row in table.rows)
    return _inheriting(sheet, drafts, table) if sheet.inherited else drafts


def records_of(sheet: Sheet, table: Table, drafts: Iterable[Draft]) -> list[Record]:
    """A record for each draft."""
    return [draft.record(sheet.record, table) for draft in drafts]


def entries_of(sheet: Sheet, table: Table, columns: Sequence[Column]) -> list[Record]:
    """The entries of a sheet of lists: heading by heading, each from the top down."""
    entries: list[Record] = []
    for column in columns:
        for row in table.rows:
            text = value_of(Text, row.cells.get(column.key))
            if text:
                draft = Draft(row.number, {"heading": column.member, "text": text})
                letters = {"text": table.letters[column.key]}
                entries.append(draft.record(sheet.record, Table(table.file, table.sheet, letters)))
    return entries


def is_dash(text: str) -> bool:
    """Whether a cell says, with a lone dash, that it is neither filled nor the same as above."""
    return text in DASHES


def _values(row: Row, table: Table, columns: Sequence[Column], choices: Choices) -> dict[str, Any]:
    """The fields a row fills: single values by name, families and parts as mappings of their own."""
    values: dict[str, Any] = {}
    for column in columns:
        cell = row.cells.get(column.key)
        if cell is None:
            continue
        value = value_of(column.type, _chosen(cell, row, table, column, choices))
        if column.member:
            values.setdefault(column.field, {})[column.member] = value
        elif column.part:
            values.setdefault(column.field, {})[column.part] = value
        else:
            values[column.field] = value
    return values


def _chosen(cell: Cell, row: Row, table: Table, column: Column, choices: Choices) -> Cell:
    """The cell with a choice in its proper spelling; what is no choice, or only suggested, is kept as typed."""
    answers = choices.get(column.ask.choices) if column.type is str and column.ask.choices not in SUGGESTED else None
    if answers is None:
        return cell
    answer = answers.match(cell.text)
    if answer is not None:
        return Cell(answer)
    if column.ask.strict or column.ask.choices == "yes_no":  # words there would count as neither
        typed = cell.text.strip()
        where = table.place(f"{table.letters[column.key]}{row.number}")
        table.findings.append(messages.unknown_choice(where, column, typed, answers.nearest(typed), answers.offered))
    return cell


def _inheriting(sheet: Sheet, drafts: Iterable[Draft], table: Table) -> Iterator[Draft]:
    """Drafts with what they inherit; a row that says nothing of its own is a heading for those below."""
    above: dict[str, tuple[str, str]] = {}
    for draft in drafts:
        says_more = bool(draft.values.keys() - sheet.inherited)
        for name in sorted(sheet.inherited):
            typed = draft.values.get(name, "")
            if not typed and name in above:
                draft.values[name], draft.elsewhere[name] = above[name]
            elif is_dash(typed):
                del draft.values[name]
                above.pop(name, None)
            elif typed:
                above[name] = (typed, draft.elsewhere.get(name, f"{table.letters[name]}{draft.row}"))
        if says_more or sheet.lone_rows:
            yield draft
