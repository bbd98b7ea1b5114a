"""The table on a sheet: which column is which, the rows below, and what is odd about either."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from svcdocs.excel.cells import Cell, CellSheet, column_letters
from svcdocs.model.findings import CellRef, Finding
from svcdocs.workbook import damage_messages, messages
from svcdocs.workbook.declaration import ROUTE, Column
from svcdocs.workbook.fields import AROUND
from svcdocs.workbook.finding_heads import find_heads
from svcdocs.workbook.headings import fold
from svcdocs.workbook.likely_values import fit
from svcdocs.workbook.likeness import Guess
from svcdocs.workbook.merged_cells import NOTHING_MERGED, Merged, merged_cells, names_of_rows
from svcdocs.workbook.placing import Heads, Wanted, by_order, is_help, place_columns
from svcdocs.workbook.struck_out import struck_out_in

Places = Mapping[int, Column]
_ROW_ABOVE = 3  # so many cells a row above the headings has at least, if it is a row of the table


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its number and its cells by the key of their column.

    ``elsewhere`` gives the cell ("D6") of what stands in a merged range that begins on another row or column.
    ``goes_on`` says that what it is about stands in a merged cell that begins on a row above.
    """

    number: int
    cells: Mapping[str, Cell]
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    goes_on: bool = False


@dataclass(slots=True)
class Table:
    """What was found on a sheet: which column stands where, its rows, and what is odd about it.

    ``letters`` gives for the key of each column found the letters under which it stands. ``unread`` are the cells that
    hold something that cannot be read, by row and key; ``is_lost`` says that nothing on the sheet could be read.
    ``heads`` are its headings as they stand there.
    """

    file: str
    sheet: str
    letters: dict[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    unread: dict[tuple[int, str], CellRef] = field(default_factory=dict)
    is_lost: bool = False
    heads: Heads | None = None

    def place(self, cell: str = "") -> CellRef:
        """A cell of the sheet."""
        return CellRef(self.file, self.sheet, cell)


def find_table(
    cells: CellSheet, wanted: Wanted, file: str, *, is_final: bool = False, known: Heads | None = None
) -> Table:
    """The table of a sheet; without anything that can pass for headings, no rows and one finding that says so.

    ``known`` are its headings, where somebody has found them already.
    """
    table = Table(file, cells.name)
    heads, places = _columns(cells, wanted, table, known)
    if heads is None:
        table.is_lost = bool(cells.rows)
        if cells.rows:
            table.findings.append(messages.no_headings(table.place("A1"), wanted.columns))
        return table
    table.heads = heads
    table.letters = {column.key: column_letters(place) for place, column in places.items()}
    at = len(table.findings)
    table.findings += _unknown_headings(cells, heads, wanted, places, table)
    merged = merged_cells(cells, heads.last, places, file) if cells.merged else NOTHING_MERGED
    table.findings += merged.findings
    table.unread |= {key: table.place(cell) for key, cell in merged.covered.items()}
    above = set(_rows_above(cells, heads, places, wanted)) if heads.titles else set()
    table.rows = list(_rows(cells, (heads, above), places, table, merged))
    odd = _odd_headings(heads, wanted, places, table, is_final=is_final and bool(table.rows))
    table.findings[at:at] = odd
    if above:
        table.findings.append(damage_messages.rows_above(table.place(f"A{min(above)}"), sorted(above)))
    table.findings += _outside(cells, (heads, above), places, table)
    table.findings += _hidden(cells, heads, places, table)
    table.findings += struck_out_in(cells, file, ((row.number, _titles(row, places)) for row in table.rows))
    return table


def is_blank(cell: Cell) -> bool:
    """Whether a person sees nothing in a cell."""
    return not cell.text.strip(AROUND)


def _columns(
    cells: CellSheet, wanted: Wanted, table: Table, known: Heads | None
) -> tuple[Heads | None, dict[int, Column]]:
    """The headings and the columns at their places; what was guessed of them is noted in the table."""
    heads = known or find_heads(cells, wanted)
    if heads is not None:
        places, table.guesses = place_columns(cells, heads, wanted)
        if places:
            return heads, places
    ordered = by_order(cells, wanted)
    if ordered is None:
        return None, {}
    table.findings.append(damage_messages.read_by_order(table.place("A1"), list(ordered[1].values())))
    return ordered


def _odd_headings(heads: Heads, wanted: Wanted, places: Places, table: Table, *, is_final: bool) -> Iterator[Finding]:
    """Headings that are gone, and headings that stand there twice."""
    keys = {column.key for column in places.values()}
    for place, title in heads.titles.items():
        column = wanted.by_title.get(fold(title))
        if place not in places and column is not None and column.key in keys:
            yield messages.column_twice(table.place(f"{column_letters(place)}{heads.last}"), title.strip())
    where = table.place(f"A{max(heads.last, 1)}")
    for column in wanted.columns:
        if column.key in keys:
            continue
        if column.ask is ROUTE:
            yield messages.missing_route(where, column.title)
        elif column.ask.needs:
            yield messages.missing_column(where, column.title, is_final=is_final)


def _unknown_headings(
    cells: CellSheet, heads: Heads, wanted: Wanted, places: Places, table: Table
) -> Iterator[Finding]:
    """Headings nobody asked for that have something under them; private ones and ours are none."""
    keys = {column.key for column in places.values()}
    missing = {title: column.title for title, column in wanted.by_title.items() if column.key not in keys}
    used = {place for number, row in cells.rows.items() if number > heads.last for place in row}
    for place, typed in heads.titles.items():
        title, key = typed.strip(), fold(typed)
        if place in places or not title or title.startswith("#") or key in wanted.ours or place not in used:
            continue
        if key in wanted.by_title and key not in missing:
            continue  # it stands there twice, and has been told so
        alike = [name for name in missing if _figures(name) == _figures(title)]  # of another year is another column
        near = difflib.get_close_matches(key, alike, n=1, cutoff=0.6)
        where = table.place(f"{column_letters(place)}{heads.last}")
        yield messages.unknown_column(where, title, missing[near[0]] if near else "")


def _figures(heading: str) -> str:
    return re.sub(r"\D", "", heading)


def _rows(
    cells: CellSheet, where: tuple[Heads, set[int]], places: Places, table: Table, merged: Merged
) -> Iterator[Row]:
    heads, above = where
    names = names_of_rows(places)
    keyed = {place: (column, column.key) for place, column in places.items()}
    for number, row in cells.rows.items():
        if number <= heads.last and number not in above:
            continue
        kept = _without_ours(row, places, is_ours=number == heads.help_row)
        mine: dict[str, Cell] = {}
        for place, cell in kept.items():
            if place not in keyed:
                continue
            column, key = keyed[place]
            if cell.kind in ("error", "uncalculated") or cell.formula:
                _note_formula(cell, column, f"{column_letters(place)}{number}", table)
            if cell.kind != "error" and not is_blank(cell):
                mine[key] = cell
        if mine:
            cells_of, elsewhere = merged.spread(number, mine)
            yield Row(number, cells_of, elsewhere, number in merged.continued and not names & mine.keys())


def _note_formula(cell: Cell, column: Column, at: str, table: Table) -> None:
    where = table.place(at)
    table.findings += messages.odd_formula(where, cell)
    if cell.kind in ("error", "uncalculated"):
        row = int(at.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        table.unread[row, column.key] = where


def _rows_above(cells: CellSheet, heads: Heads, places: Places, wanted: Wanted) -> Iterator[int]:
    """Rows of the table that stand above its headings, since somebody has sorted or pasted those down."""
    for number, row in cells.rows.items():
        if number >= heads.first:
            break
        mine = {place: cell for place, cell in row.items() if place in places and not is_blank(cell)}
        fits = [fit([cell], places[place], wanted.answers) for place, cell in mine.items()]
        if len(mine) >= _ROW_ABOVE and min(fits) >= 0 and sum(fits) > 1 and _without_ours(row, places, is_ours=False):
            yield number


def _outside(cells: CellSheet, where: tuple[Heads, set[int]], places: Places, table: Table) -> Iterator[Finding]:
    """What stands beside the table under no heading, told once a column; and what stands above the headings."""
    heads, above = where
    headed = {place for place, title in heads.titles.items() if title.strip(AROUND)} | places.keys()
    beside: dict[int, list[int]] = {}
    titled = min(next(iter(cells.rows.values()), {1: None}))  # where the title of the sheet stands, it is no stranger
    for number, row in cells.rows.items():
        if number > heads.last or number in above:
            for place, cell in row.items():
                if place not in headed and not is_blank(cell) and not _is_help(row, places):
                    beside.setdefault(place, []).append(number)
        elif number < heads.first:
            for place, cell in row.items():
                if place != titled and not is_blank(cell) and not cell.text.startswith("#"):
                    yield messages.above_table(table.place(f"{column_letters(place)}{number}"))
    for place, rows in beside.items():
        yield messages.outside_table(table.place(f"{column_letters(place)}{rows[0]}"), len(rows))


def _hidden(cells: CellSheet, heads: Heads, places: Places, table: Table) -> Iterator[Finding]:
    """That something of the table is hidden and was read all the same; columns for later are folded away by design."""
    rows = [row.number for row in table.rows if row.number in cells.hidden_rows]
    columns = [
        place
        for place, column in places.items()
        if place in cells.hidden_columns and not column.ask.later and any(column.key in row.cells for row in table.rows)
    ]
    if rows or columns or (not cells.visible and table.rows):
        where = table.place(
            f"A{rows[0]}" if rows else f"{column_letters(columns[0])}{max(heads.last, 1)}" if columns else ""
        )
        yield damage_messages.hidden_read(where, rows, [column_letters(place) for place in columns])


def _titles(row: Row, places: Places) -> dict[int, str]:
    """The headings of the cells that stand on a row, by their columns."""
    here = row.cells.keys() - row.elsewhere.keys()
    return {place: column.title for place, column in places.items() if column.key in here}


def _without_ours(row: Mapping[int, Cell], places: Places, *, is_ours: bool) -> Mapping[int, Cell]:
    """A row without our line of help, and nothing of one that repeats the headings.

    Where people have typed over some of the help, what they have typed is theirs. ``is_ours`` says that the row is the
    one in which the help was sent out.
    """
    asked = [place for place, cell in row.items() if place in places and not is_blank(cell)]
    helped = [place for place in asked if is_help(row[place], places[place])]
    if not helped or not (is_ours or len(helped) * 2 > len(asked)):
        return {} if len(asked) > 1 and _repeats_headings(row, asked, places) else row
    typed = [place for place in asked if place not in helped and not _may_be_help(row[place], places[place])]
    if len(typed) > 1 or (typed and fit([row[typed[0]]], places[typed[0]], {}) > 0):
        return {place: cell for place, cell in row.items() if place not in helped}
    return {}


def _repeats_headings(row: Mapping[int, Cell], asked: list[int], places: Places) -> bool:
    return all(fold(row[place].text) in (fold(places[place].title), fold(places[place].ours)) for place in asked)


def _may_be_help(cell: Cell, column: Column) -> bool:
    """Whether a cell may hold the line of help as it was once worded."""
    lines = (column.help_line, column.our_help)
    return any(difflib.SequenceMatcher(None, cell.text, line).ratio() > 0.5 for line in lines)  # noqa: PLR2004


def _is_help(row: Mapping[int, Cell], places: Places) -> bool:
    """Whether a row is our line of help, wherever sorting has put it: most of its cells are their column's help."""
    asked = [place for place, cell in row.items() if place in places and not is_blank(cell)]
    return sum(is_help(row[place], places[place]) for place in asked) * 2 > len(asked)
