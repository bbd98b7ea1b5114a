"""Finding the table on a sheet: the row of headings, which column is which, and the rows below."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from svcdocs.excel.cells import Cell, CellSheet, column_letters
from svcdocs.model.findings import CellRef, Finding
from svcdocs.workbook import messages
from svcdocs.workbook.declaration import ROUTE, Column
from svcdocs.workbook.fields import AROUND
from svcdocs.workbook.headings import NEEDS, fold
from svcdocs.workbook.merged_cells import NOTHING_MERGED, Merged, merged_cells

HEADING_ROWS = 15  # how far down a sheet its headings are looked for


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its number and its cells by the key of their column.

    ``elsewhere`` gives the cell ("D6") of what stands in a merged range that begins on another row or column.
    """

    number: int
    cells: Mapping[str, Cell]
    elsewhere: Mapping[str, str] = field(default_factory=dict)


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

    def place(self, cell: str = "") -> CellRef:
        """A cell of the sheet."""
        return CellRef(self.file, self.sheet, cell)


def find_table(cells: CellSheet, columns: Sequence[Column], file: str, ours: Collection[str] = (NEEDS,)) -> Table:
    """The table of a sheet; without a row of headings, no rows and one finding that says so.

    ``ours`` are the headings of columns that hold nothing a person typed.
    """
    table = Table(file, cells.name)
    heading_row, places = _headings(cells, columns)
    if heading_row is None:
        if cells.rows:
            table.findings.append(messages.no_headings(table.place("A1"), columns))
        return table
    table.letters = {column.key: column_letters(place) for place, column in places.items()}
    table.findings += _odd_headings(cells, heading_row, columns, places, table)
    table.findings += _unknown_headings(cells, heading_row, columns, places, (table, {fold(title) for title in ours}))
    merged = merged_cells(cells, heading_row, places, file) if cells.merged else NOTHING_MERGED
    table.findings += merged.findings
    table.rows = list(_rows(cells, heading_row, places, table, merged))
    table.findings += _outside(cells, heading_row, places, table)
    return table


def is_blank(cell: Cell) -> bool:
    """Whether a person sees nothing in a cell."""
    return not cell.text.strip(AROUND)


def _headings(cells: CellSheet, columns: Sequence[Column]) -> tuple[int | None, dict[int, Column]]:
    """The row on which most headings stand, and the column each of them names; of two such rows that above the help."""
    titles = _by_title(columns)
    by_key = {column.key: column for column in columns}
    best: tuple[int | None, dict[int, Column]] = (None, {})
    most = (min(2, len(columns)) - 1, True)
    for number, row in cells.rows.items():
        if number > HEADING_ROWS:
            break
        found: dict[str, int] = {}
        for place, cell in row.items():
            column = titles.get(fold(cell.text))
            if column is not None:
                found.setdefault(column.key, place)
        places = {place: by_key[key] for key, place in found.items()}
        weight = (len(found), bool(found) and _is_help(cells.rows.get(number + 1, {}), places))
        if weight > most:
            best, most = (number, places), weight
    return best


def _by_title(columns: Iterable[Column]) -> dict[str, Column]:
    """The columns by their headings: the council's and ours."""
    return {fold(title): column for column in columns for title in (column.ours, column.title)}


def _odd_headings(
    cells: CellSheet, heading_row: int, columns: Sequence[Column], places: Mapping[int, Column], table: Table
) -> Iterator[Finding]:
    """Headings that are gone, and headings that stand there twice."""
    found = _by_title(places.values())
    for place, cell in cells.rows[heading_row].items():
        if place not in places and fold(cell.text) in found:
            yield messages.column_twice(table.place(f"{column_letters(place)}{heading_row}"), cell.text.strip())
    for column in columns:
        if fold(column.title) in found:
            continue
        if column.ask is ROUTE:
            yield messages.missing_route(table.place(f"A{heading_row}"), column.title)
        elif column.ask.needs:
            yield messages.missing_column(table.place(f"A{heading_row}"), column.title)


def _unknown_headings(
    cells: CellSheet,
    heading_row: int,
    columns: Sequence[Column],
    places: Mapping[int, Column],
    context: tuple[Table, Collection[str]],
) -> Iterator[Finding]:
    """Headings nobody asked for that have something under them; private ones and ours are none."""
    table, ours = context
    found = _by_title(places.values())
    missing = {title: column.title for title, column in _by_title(columns).items() if title not in found}
    used = {place for number, row in cells.rows.items() if number > heading_row for place in row}
    for place, cell in cells.rows[heading_row].items():
        title = cell.text.strip()
        if place in places or title.startswith("#") or fold(title) in found or fold(title) in ours or place not in used:
            continue
        alike = [name for name in missing if _figures(name) == _figures(title)]  # of another year is another column
        near = difflib.get_close_matches(fold(title), alike, n=1, cutoff=0.6)
        where = table.place(f"{column_letters(place)}{heading_row}")
        yield messages.unknown_column(where, title, missing[near[0]] if near else "")


def _figures(heading: str) -> str:
    return re.sub(r"\D", "", heading)


def _rows(
    cells: CellSheet, heading_row: int, places: Mapping[int, Column], table: Table, merged: Merged
) -> Iterator[Row]:
    for number, row in cells.rows.items():
        if number <= heading_row or _is_help(row, places):
            continue
        mine: dict[str, Cell] = {}
        for place, cell in row.items():
            column = places.get(place)
            if column is None:
                continue
            if cell.kind in ("error", "uncalculated") or cell.formula:
                table.findings += messages.odd_formula(table.place(f"{column_letters(place)}{number}"), cell)
            if cell.kind != "error" and not is_blank(cell):
                mine[column.key] = cell
        if mine:
            cells_of, elsewhere = merged.spread(number, mine)
            yield Row(number, cells_of, elsewhere)


def _outside(cells: CellSheet, heading_row: int, places: Mapping[int, Column], table: Table) -> Iterator[Finding]:
    """What stands beside the table under no heading, told once a column; and what stands above the headings."""
    headed = {place for place, cell in cells.rows[heading_row].items() if not is_blank(cell)}
    beside: dict[int, list[int]] = {}
    for number, row in cells.rows.items():
        if number > heading_row:
            for place, cell in row.items():
                if place not in headed and not is_blank(cell) and not _is_help(row, places):
                    beside.setdefault(place, []).append(number)
        elif number < heading_row:
            for place, cell in row.items():
                if place > 1 and not is_blank(cell) and not cell.text.startswith("#"):
                    yield messages.above_table(table.place(f"{column_letters(place)}{number}"))
    for place, rows in beside.items():
        yield messages.outside_table(table.place(f"{column_letters(place)}{rows[0]}"), len(rows))


def _is_help(row: Mapping[int, Cell], places: Mapping[int, Column]) -> bool:
    """Whether a row is our line of help, wherever sorting has put it: most of its cells are their column's help."""
    asked = [place for place, cell in row.items() if place in places and not is_blank(cell)]
    helped = sum(row[place].text in (places[place].help_line, places[place].our_help) for place in asked)
    return helped * 2 > len(asked)
