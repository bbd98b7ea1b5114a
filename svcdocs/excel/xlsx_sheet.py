"""One worksheet of the usual kind of workbook: its part in, its cells, merged and hidden ranges and notes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from lxml import etree

from svcdocs.excel.cells import MAX_COLUMN, Cell, CellSheet, State, place, whole_number
from svcdocs.excel.health import Health
from svcdocs.excel.notes import read_notes
from svcdocs.excel.package import BadPartError, Package, UnsafePartError
from svcdocs.excel.sheet_cells import SheetCells
from svcdocs.excel.sheet_xml import SheetXml, read_sheet_xml, salvage_sheet_xml

Rows = Mapping[int, Mapping[int, Cell]]
Range = tuple[int, int, int, int]

MAX_MERGED = 10_000
"""Merged ranges of one sheet; past it the rest is left out and told."""
_TRUE = frozenset({"1", "true", "on"})


def read_sheet(
    package: Package, part: str, cells: SheetCells, health: Health, *, name: str, state: State = "visible"
) -> CellSheet:
    """One sheet of a workbook, blank where its part cannot be read, which ``health`` then tells.

    Raises UnsafePartError for XML that no program writes.
    """
    try:
        found, rows, hidden = _cells(package.read(part), part, cells, health, name)
        struck = cells.struck
    except UnsafePartError:
        raise
    except BadPartError as error:
        health.lose_sheet(name, str(error))
        return CellSheet(name, state)
    if found.unplaced():
        health.suspect.setdefault(name)
    last = max((max(row) for row in rows.values()), default=0)
    return CellSheet(
        name=name,
        state=state,
        rows=rows,
        merged=_merged(found, rows, last, health, name),
        hidden_rows=frozenset(hidden & rows.keys()),
        hidden_columns=_hidden_columns(found, last),
        notes=_notes(package, part, health, name),
        struck=struck,
    )


def _cells(data: bytes, part: str, cells: SheetCells, health: Health, name: str) -> tuple[SheetXml, Rows, set[int]]:
    """The sheet, its rows and the numbers of hidden ones; as much as makes sense where it is not well formed.

    Raises BadPartError where nothing does.
    """
    try:
        found = read_sheet_xml(data, part)
        return found, *cells.read(found.tokens, name)
    except UnsafePartError:
        raise
    except BadPartError:
        found = salvage_sheet_xml(data, part)
        rows, hidden = cells.read(found.tokens, name)
        if not any(cell.text for row in rows.values() for cell in row.values()):
            raise
        health.lose(f"it is not written as a sheet is; check row {max(rows)} and what follows it", name)
        return found, rows, hidden


def _merged(found: SheetXml, rows: Rows, last_column: int, health: Health, name: str) -> tuple[Range, ...]:
    """The merged ranges that begin in a filled row, none laid over another: Excel allows no others."""
    last_row = max(rows, default=0)
    kept: list[Range] = []
    taken: dict[int, int] = defaultdict(int)  # the last row that is merged already, by column
    for number, (top, left, bottom, right) in enumerate(sorted(_ranges(found.root, found.space))):
        columns = range(left, min(right, last_column) + 1)
        if number >= MAX_MERGED:
            health.lose(f"only the first {MAX_MERGED:,} merged ranges were read", name)
            break
        if any(taken[column] >= top for column in columns):
            health.remark("merged ranges that lie over each other were read as the first of them", name)
            continue
        taken.update(dict.fromkeys(columns, bottom))
        if top <= last_row or not rows:
            kept.append((top, left, bottom, right))
    return tuple(kept)


def _ranges(root: etree._Element, space: str) -> Iterator[Range]:
    for item in root.iterfind(f"{space}mergeCells/{space}mergeCell"):
        first, _, last = item.get("ref", "").partition(":")
        start, end = place(first), place(last or first)
        if start and end and start != end:
            yield (min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))


def _hidden_columns(found: SheetXml, last: int) -> frozenset[int]:
    """The hidden columns up to the last that holds anything: beyond it Excel often hides all of the rest."""
    spans = []
    for item in found.root.iterfind(f"{found.space}cols/{found.space}col"):
        start, end = whole_number(item.get("min", "")), whole_number(item.get("max", ""))
        if item.get("hidden") in _TRUE and start is not None and end is not None:
            spans.append((max(start, 1), min(end, last, MAX_COLUMN)))
    hidden: set[int] = set()
    reached = 0
    for start, end in sorted(spans):  # in order, so that spans laid over each other are gone through once
        hidden.update(range(max(start, reached + 1), end + 1))
        reached = max(reached, end)
    return frozenset(hidden)


def _notes(package: Package, part: str, health: Health, name: str) -> dict[tuple[int, int], str]:
    try:
        return read_notes(package, package.links(part))
    except UnsafePartError:
        raise
    except BadPartError:
        health.lose("its comments could not be read", name)
        return {}
