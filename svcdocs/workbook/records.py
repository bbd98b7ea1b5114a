"""From the rows of a table to records of the model: blanks inherited, families gathered, origins kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from svcdocs.excel.cells import Cell
from svcdocs.model.base import Origin, Record
from svcdocs.workbook import messages
from svcdocs.workbook.choices import BY_LINE, SUGGESTED, Answers
from svcdocs.workbook.declaration import ROUTE, Column, Sheet
from svcdocs.workbook.fields import appended, value_of
from svcdocs.workbook.good_is import said_of_good
from svcdocs.workbook.table import Row, Table
from svcdocs.workbook.typed_values import as_meant, may_mean_more

Choices = Mapping[str, Answers]
DASHES = ("-", "–", "—")
_MEANT_FOR_SUMS = frozenset({"good_is", "money_kinds", "post_states", "bid_states"})
"""Lists by whose answers figures are added or compared: a slip of the finger there is told, other words are kept."""


@dataclass(slots=True)
class Draft:
    """A record while its rows are gathered: its values by field, and the cells that do not stand on its first row.

    ``service`` is what the row says of whose plan it belongs to, in a workbook about several; ``service_cell`` where.
    """

    row: int
    values: dict[str, Any]
    elsewhere: dict[str, str] = field(default_factory=dict)
    service: str = ""
    service_cell: str = ""

    def record(self, kind: type[Record], table: Table) -> Record:
        """The record, knowing where each of its fields was read."""
        places = table.letters | self.elsewhere if self.elsewhere else table.letters
        return kind(**self.values).at(Origin(table.file, table.sheet, self.row, places))


def drafts_of(sheet: Sheet, table: Table, columns: Sequence[Column], choices: Choices) -> Iterator[Draft]:
    """The rows of a table as drafts, blanks that mean "as above" filled in; odd answers join the table's findings."""
    drafts = _gathered(sheet, table, columns, choices)
    inheriting = {column.ask.field: column.ask.within for column in columns if column.ask.inherits}
    if not inheriting:
        return drafts
    return _inheriting(inheriting, drafts, table, lone_rows=sheet.lone_rows)


def _gathered(sheet: Sheet, table: Table, columns: Sequence[Column], choices: Choices) -> Iterator[Draft]:
    """The rows as drafts; one that goes on with a merged cell above belongs to the draft of that cell."""
    last: Draft | None = None
    keyed = {column.key: (rank, column) for rank, column in enumerate(columns)}
    for row in table.rows:
        draft = Draft(row.number, _values(row, table, keyed, choices), dict(row.elsewhere))
        if row.goes_on and last is not None and not sheet.parts:
            for name, value in draft.values.items():
                held = last.values.get(name)
                if isinstance(value, dict):
                    family = last.values.setdefault(name, {})
                    family |= {
                        key: appended(family[key], more) if key in family else more for key, more in value.items()
                    }
                else:
                    last.values[name] = value if held is None else appended(held, value)
            continue
        if last is not None:
            yield last
        last = draft
    if last is not None:
        yield last


def entries_of(table: Table, columns: Sequence[Column], drafts: Iterable[Draft]) -> list[Draft]:
    """The entries of a sheet of lists as drafts: heading by heading, each from the top down."""
    rows = list(drafts)
    entries: list[Draft] = []
    for column in columns:
        for row in rows:
            text = row.values.get(column.field, {}).get(column.member) if column.member else None
            if text:
                values = {"heading": column.member, "text": text}
                cell = {"text": f"{table.letters[column.key]}{row.row}"}
                entries.append(Draft(row.row, values, cell, row.service, row.service_cell))
    return entries


def is_dash(text: str) -> bool:
    """Whether a cell says, with a lone dash, that it is neither filled nor the same as above."""
    return text in DASHES


def _values(row: Row, table: Table, keyed: Mapping[str, tuple[int, Column]], choices: Choices) -> dict[str, Any]:
    """The fields a row fills: single values by name, families and parts as mappings of their own."""
    values: dict[str, Any] = {}
    filled = sorted((*keyed[key], cell) for key, cell in row.cells.items() if key in keyed)
    for _, column, cell in filled:
        value = value_of(column.type, _chosen(_meant(cell, row, table, column), row, table, column, choices))
        if column.member:
            values.setdefault(column.field, {})[column.member] = value
        elif column.part:
            values.setdefault(column.field, {})[column.part] = value
        else:
            values[column.field] = value
    return values


def _meant(cell: Cell, row: Row, table: Table, column: Column) -> Cell:
    """The cell with a date as a person means it, where Excel shows something else; a note says so."""
    if not may_mean_more(cell, column):
        return cell
    where = table.place(f"{table.letters[column.key]}{row.number}")
    meant, odd = as_meant(cell, column, where, row.cells)
    table.findings += odd
    return meant


def _chosen(cell: Cell, row: Row, table: Table, column: Column, choices: Choices) -> Cell:
    """The cell with a choice in its proper spelling; what is no choice, or only suggested, is kept as typed."""
    answers = choices.get(column.ask.choices) if column.type is str else None
    if answers is not None and column.ask.choices in BY_LINE:
        return Cell("\n".join(answers.match(line) or line for line in cell.text.split("\n")))
    if answers is None or column.ask.choices in SUGGESTED:
        return cell
    answer = answers.match(cell.text)
    if answer is not None:
        return Cell(answer)
    is_slip = column.ask.choices in _MEANT_FOR_SUMS and answers.nearest(cell.text)
    if column.ask.strict or is_slip or column.ask.choices == "yes_no":  # words there would count as neither
        typed = cell.text.strip()
        where = table.place(f"{table.letters[column.key]}{row.number}")
        meant = said_of_good(typed, row.cells, answers) if column.ask.choices == "good_is" else ""
        table.findings.append(messages.unknown_choice(where, column, typed, answers, meant))
    return cell


def _inheriting(
    inheriting: Mapping[str, str], drafts: Iterable[Draft], table: Table, *, lone_rows: bool
) -> Iterator[Draft]:
    """Drafts with what they inherit; a row that says nothing of its own is a heading for those below.

    ``inheriting`` gives for each field in which a blank means "as above" the field whose change ends that, if any. A
    row about another service inherits nothing else.
    """
    above: dict[str, tuple[Any, str]] = {}
    before: Mapping[str, Any] | None = None
    service_first = sorted(inheriting, key=lambda name: name != ROUTE.field)
    for draft in drafts:
        values = draft.values
        says_more = not values.keys() <= inheriting.keys()
        for name in service_first:
            if before is not None and _has_changed(before, values, (inheriting[name], ROUTE.field), name):
                above.pop(name, None)
            typed = values.get(name, "")
            if not typed and name in above:
                values[name], place = above[name]
                if place:
                    draft.elsewhere[name] = place
            elif is_dash(str(typed)):
                values[name] = type(typed)()
                above[name] = (values[name], "")
            elif typed:
                above[name] = (typed, draft.elsewhere.get(name, f"{table.letters[name]}{draft.row}"))
        # Below a row that is only a heading nothing has changed yet: what it heads may be about anything.
        before = dict(values) if says_more else None
        draft.service = values.pop(ROUTE.field, "")
        draft.service_cell = draft.elsewhere.pop(ROUTE.field, f"{table.letters.get(ROUTE.field, 'A')}{draft.row}")
        if says_more or lone_rows:
            yield draft


def _has_changed(before: Mapping[str, Any], now: Mapping[str, Any], enders: Iterable[str], name: str) -> bool:
    """Whether one of the fields that end what a row inherits says something else than on the row before."""
    return any(ender and ender != name and before.get(ender, "") != now.get(ender, "") for ender in enders)
