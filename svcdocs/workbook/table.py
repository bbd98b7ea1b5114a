"""Finding the table on a sheet: the row of headings, which column is which, and the rows below."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from svcdocs.excel.cells import Cell, CellSheet, column_letters
from svcdocs.model.findings import CellRef, Finding
from svcdocs.workbook import messages
from svcdocs.workbook.declaration import Column

HEADING_ROWS = 15  # how far down a sheet its headings are looked for
NEEDS = "Needs"  # the column of ours that says in words what a row still lacks


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its number and its cells by the key of their column."""

    number: int
    cells: Mapping[str, Cell]


@dataclass(slots=True)
class Table:
    """What was found on a sheet: which column stands where, its rows, and what is odd about it.

    ``letters`` gives for the key of each column found the letters under which it stands.
    """

    file: str
    sheet: str
    letters: dict[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def find_table(cells: CellSheet, columns: Sequence[Column], file: str, ours: Collection[str] = (NEEDS,)) -> Table:
    """The table of a sheet; without a row of headings, no rows and one finding that says so.

    ``ours`` are the headings of columns that hold nothing a person typed.
    """
    table = Table(file, cells.name)
    heading_row, places = _headings(cells, columns)
    if heading_row is None:
        if cells.rows:
            table.findings.append(messages.no_headings(CellRef(file, cells.name, "A1"), columns))
        return table
    table.letters = {column.key: column_letters(place) for place, column in places.items()}
    table.findings += _odd_headings(cells, heading_row, places, columns, file, ours)
    table.rows = list(_rows(cells, heading_row, places, table))
    return table


def fold(text: str) -> str:
    """A heading without what people change by accident: case, blanks, marks at the ends."""
    return re.sub(r"[\s\u00a0\u200b]+", " ", text).strip(" *:.").casefold()


def _headings(cells: CellSheet, columns: Sequence[Column]) -> tuple[int | None, dict[int, Column]]:
    """The row on which most headings stand, and the column each of them names."""
    titles = {fold(column.title): column for column in columns}
    best: tuple[int | None, dict[int, Column]] = (None, {})
    for number, row in cells.rows.items():
        if number > HEADING_ROWS:
            break
        found: dict[str, int] = {}
        for place, cell in row.items():
            title = fold(cell.text)
            if title in titles:
                found.setdefault(title, place)
        if len(found) > len(best[1]):
            best = (number, {place: titles[title] for title, place in found.items()})
    enough = min(2, len(columns))
    return best if len(best[1]) >= enough else (None, {})


def _odd_headings(
    cells: CellSheet,
    heading_row: int,
    places: Mapping[int, Column],
    columns: Sequence[Column],
    file: str,
    ours: Collection[str],
) -> Iterator[Finding]:
    """Headings nobody asked for that have something under them, and headings that are gone."""
    own = {fold(title) for title in ours}
    missing = [column.title for column in columns if column not in places.values()]
    used = {place for number, row in cells.rows.items() if number > heading_row for place in row}
    for place, cell in cells.rows[heading_row].items():
        title = cell.text.strip()
        if place in places or title.startswith("#") or fold(title) in own or place not in used:
            continue
        meant = difflib.get_close_matches(fold(title), [fold(name) for name in missing], n=1, cutoff=0.6)
        guess = next((name for name in missing if meant and fold(name) == meant[0]), "")
        where = CellRef(file, cells.name, f"{column_letters(place)}{heading_row}")
        yield messages.unknown_column(where, title, guess)
    for column in columns:
        if column.title in missing and column.ask.needs:
            yield messages.missing_column(CellRef(file, cells.name, f"A{heading_row}"), column.title)


def _rows(cells: CellSheet, heading_row: int, places: Mapping[int, Column], table: Table) -> Iterator[Row]:
    headings = cells.rows[heading_row]
    helps = {column.key: fold(column.help_line) for column in places.values()}
    known = {place for place in headings if place not in places}  # private and odd columns have been dealt with
    for number, row in cells.rows.items():
        if number <= heading_row:
            continue
        mine = {places[place].key: cell for place, cell in row.items() if place in places}
        if _is_help(mine, helps):
            continue
        for place, cell in row.items():
            if place not in places and place not in known and cell.text.strip():
                where = CellRef(table.file, table.sheet, f"{column_letters(place)}{number}")
                table.findings.append(messages.outside_table(where))
        for key, cell in mine.items():
            where = CellRef(table.file, table.sheet, f"{table.letters[key]}{number}")
            if cell.kind == "error":
                table.findings.append(messages.error_cell(where, cell.text))
            elif cell.kind == "uncalculated":
                table.findings.append(messages.uncalculated(where))
        mine = {key: cell for key, cell in mine.items() if cell.text.strip() and cell.kind != "error"}
        if mine:
            yield Row(number, mine)


def _is_help(row: Mapping[str, Cell], helps: Mapping[str, str]) -> bool:
    """Whether a row is our line of help, wherever sorting has put it."""
    return len(row) > 0 and all(fold(cell.text) == helps.get(key) for key, cell in row.items() if cell.text.strip())
