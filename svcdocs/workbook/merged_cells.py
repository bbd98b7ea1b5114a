"""Merged cells in a table: down a column that groups rows they count for each of these; elsewhere where they begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from svcdocs.excel.cells import Cell, CellSheet, column_letters
from svcdocs.model.findings import CellRef, Finding
from svcdocs.workbook import damage_messages, messages
from svcdocs.workbook.declaration import Column


@dataclass(frozen=True, slots=True)
class Merged:
    """What merged cells add to the rows of a table, and a note for each of them.

    ``below`` gives for a row the cells it has from a range that begins above it, by the key of their column, each with
    the place where it stands. ``headings`` gives for a row that is one wide cell the column in which it belongs.
    ``continued`` are the rows of which the first answer stands in a cell that begins above them. ``covered`` are the
    cells for which there is no place, since one that holds another answer lies over them: by row and key.
    """

    below: Mapping[int, Mapping[str, tuple[Cell, str]]] = field(default_factory=dict)
    headings: Mapping[int, str] = field(default_factory=dict)
    continued: frozenset[int] = frozenset()
    findings: tuple[Finding, ...] = ()
    covered: Mapping[tuple[int, str], str] = field(default_factory=dict)

    def spread(self, number: int, row: dict[str, Cell]) -> tuple[Mapping[str, Cell], Mapping[str, str]]:
        """The cells of a row with what merged cells give it, and where those stand that stand elsewhere."""
        if number in self.headings and len(row) == 1:
            (cell,) = row.values()
            return {self.headings[number]: cell}, {self.headings[number]: f"A{number}"}
        given = {key: pair for key, pair in self.below.get(number, {}).items() if key not in row}
        cells = row | {key: cell for key, (cell, _) in given.items()} if given else row
        return cells, {key: place for key, (_, place) in given.items()}


NOTHING_MERGED = Merged()


def merged_cells(cells: CellSheet, heading_row: int, places: Mapping[int, Column], file: str) -> Merged:
    """The merged cells below a row of headings; ``places`` gives the column that stands at each place."""
    below: dict[int, dict[str, tuple[Cell, str]]] = {}
    headings: dict[int, str] = {}
    findings: list[Finding] = []
    covered: dict[tuple[int, str], str] = {}
    blocks = _blocks(cells, heading_row, places)
    group = next((column.key for column in places.values() if column.ask.inherits), "")
    for first, left, last, right in cells.merged:
        cell, column = cells.cell(first, left), places.get(left)
        if first <= heading_row or cell is None or column is None:
            continue
        anchor = f"{column_letters(left)}{first}"
        where = CellRef(file, cells.name, f"{anchor}:{column_letters(right)}{last}")
        spans = left == right and (column.ask.spans or column.ask.inherits)
        wide = first == last and left == 1 and (right - left + 1) * 2 >= len(places)
        if spans:
            for number in range(first + 1, min(last, max(cells.rows)) + 1):
                below.setdefault(number, {})[column.key] = (cell, anchor)
        elif wide and group:
            headings[first] = group
        others = [places[place] for place in range(left + 1, right + 1) if place in places]
        if others and not wide:
            covered |= dict(_covered(cells, places, (first, left, last, right)))
            titles = [item.title for item in (column, *others)]
            findings.append(damage_messages.merged_across(where, anchor, cell.text, titles))
            continue
        if left == right and len(blocks.get((first, last), ())) > 1:
            continue  # told with its whole block
        title = next((item.ours for item in places.values() if item.key == headings.get(first)), "")
        findings.append(messages.merged(where, anchor, every_row=spans, heading=title))
    for (first, last), columns in blocks.items():
        if len(columns) > 1:
            letters = column_letters(columns[0]), column_letters(columns[-1])
            where = CellRef(file, cells.name, f"{letters[0]}{first}:{letters[1]}{last}")
            findings.append(damage_messages.merged_block(where, first))
    continued = {number for first, last in blocks for number in range(first + 1, min(last, max(cells.rows)) + 1)}
    return Merged(below, headings, frozenset(continued), tuple(findings), covered)


def _covered(
    cells: CellSheet, places: Mapping[int, Column], merged: tuple[int, int, int, int]
) -> Iterator[tuple[tuple[int, str], str]]:
    """The answers of other columns for which a merged range leaves no cell: by row and key, the cell each."""
    first, left, last, right = merged
    for number in range(first, min(last, max(cells.rows)) + 1):
        for place in range(left + 1, right + 1):
            if place in places:
                yield (number, places[place].key), f"{column_letters(place)}{number}"


def names_of_rows(places: Mapping[int, Column]) -> frozenset[str]:
    """The columns that say what a row is about: its reference, and the first that is needed and not inherited."""
    names = (column.key for column in places.values() if column.ask.needs and not column.ask.inherits)
    return frozenset({"ref", next(names, "ref")})


def _blocks(cells: CellSheet, heading_row: int, places: Mapping[int, Column]) -> dict[tuple[int, int], list[int]]:
    """Rows that a table pasted from elsewhere makes of one: from first to last, and the places merged down them all.

    A cell of several paragraphs comes as several rows, and the cells beside it are merged down those.
    """
    found: dict[tuple[int, int], list[int]] = {}
    names = names_of_rows(places)
    named = set()
    for first, left, last, right in sorted(cells.merged):
        if first > heading_row and left == right and left in places and first < last:
            found.setdefault((first, last), []).append(left)
            if places[left].key in names:
                named.add((first, last))
    return {rows: sorted(columns) for rows, columns in found.items() if rows in named}
