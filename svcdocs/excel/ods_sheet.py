"""One sheet of an OpenDocument spreadsheet: its table in, its cells, merged and hidden ranges and notes out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from lxml import etree

from svcdocs.excel.cells import MAX_COLUMN, MAX_ROW, Cell, CellSheet, Kind, State, whole_number
from svcdocs.excel.health import Health
from svcdocs.excel.number_formats import general
from svcdocs.excel.ods_text import OFFICE, PLAIN, TABLE, OdsText
from svcdocs.excel.sheet_cells import MAX_CELLS

_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_GROUPS = frozenset(f"{TABLE}{name}" for name in ("table-row-group", "table-rows", "table-header-rows"))
_COLUMN_GROUPS = frozenset(f"{TABLE}{name}" for name in ("table-column-group", "table-columns", "table-header-columns"))
_SHOWN = frozenset({None, "visible"})
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a date in a workbook belongs to no time zone
_NUMBERS = frozenset({"float", "currency", "percentage"})


class OdsSheet:
    """Reads one table; ``text`` reads texts, ``health`` takes what could not be read of the sheet ``name``."""

    def __init__(self, text: OdsText, health: Health, name: str) -> None:
        self._text, self._health, self._name = text, health, name
        self._rows: dict[int, dict[int, Cell]] = {}
        self._hidden: set[int] = set()
        self._notes: dict[tuple[int, int], str] = {}
        self._struck: dict[tuple[int, int], str] = {}
        self._merged: list[tuple[int, int, int, int]] = []
        self._filled = 0

    def read(self, table: etree._Element, state: State) -> CellSheet:
        """The sheet; cells a file repeats without end are read up to the number any sheet of ours may hold."""
        columns = list(_columns(table))
        number = 1
        for row in _rows(table):
            times = max(whole_number(row.get(f"{TABLE}number-rows-repeated")) or 1, 1)
            self._row(row, number, times, [style for _, style, _ in columns])
            number += times
        last = max((max(row) for row in self._rows.values()), default=0)
        hidden = {at for at, (_, _, shown) in enumerate(columns[:last], 1) if not shown}
        return CellSheet(
            self._name,
            state,
            self._rows,
            tuple(self._merged),
            frozenset(self._hidden & self._rows.keys()),
            frozenset(hidden),
            self._notes,
            self._struck,
        )

    def _row(self, row: etree._Element, number: int, times: int, styles: list[str | None]) -> None:
        """One row that stands ``times`` times from ``number`` on."""
        column = 1
        found: dict[int, Cell] = {}
        for element in row.iterchildren(*_CELLS):
            wide = max(whole_number(element.get(f"{TABLE}number-columns-repeated")) or 1, 1)
            self._around(element, number, column)
            style = styles[column - 1] if column <= len(styles) else None
            cell = self._cell(element, style, (number, column)) if len(element) else None
            if cell is None and (kind := element.get(f"{OFFICE}value-type")) is not None:
                cell = self._without_text(element, kind)
            if cell is not None and column <= MAX_COLUMN:
                found.update(dict.fromkeys(range(column, min(column + wide - 1, MAX_COLUMN) + 1), cell))
                if column + wide - 1 > MAX_COLUMN:
                    self._lose("cells beyond the last column a sheet can have were left out")
            column += wide
        if found:
            self._add(found, number, times, hidden=row.get(f"{TABLE}visibility") not in _SHOWN)

    def _add(self, found: dict[int, Cell], number: int, times: int, *, hidden: bool) -> None:
        for each in range(number, min(number + times - 1, MAX_ROW) + 1):
            self._filled += len(found)
            if self._filled > MAX_CELLS:
                self._lose(f"only the first {MAX_CELLS:,} cells were read, up to row {each - 1}")
                break
            self._rows[each] = dict(found)
            if hidden:
                self._hidden.add(each)
        if number + times - 1 > MAX_ROW:
            self._lose("rows past the last one a sheet can have were left out")

    def _around(self, element: etree._Element, row: int, column: int) -> None:
        """The note on a cell, and how far it is merged."""
        deep = whole_number(element.get(f"{TABLE}number-rows-spanned")) or 1
        wide = whole_number(element.get(f"{TABLE}number-columns-spanned")) or 1
        if deep > 1 or wide > 1:
            self._merged.append((row, column, min(row + deep - 1, MAX_ROW), min(column + wide - 1, MAX_COLUMN)))
        for note in element.iterchildren(f"{OFFICE}annotation"):
            words, _, _ = self._text.read(note, PLAIN)
            if words.strip():
                self._notes[row, column] = words.strip()

    def _cell(self, element: etree._Element, column_style: str | None, place: tuple[int, int]) -> Cell | None:
        """A cell with a text to show; None where it shows none. ``place`` is where the first such stands."""
        bold, italic, _ = look = self._text.of_cell(element.get(f"{TABLE}style-name") or column_style)
        text, runs, struck = self._text.read(element, look)
        if not text:
            return None
        if struck:
            self._struck[place] = struck
        kind, value = _meaning(element)
        formula = _formula(element)
        return Cell(text, runs if kind == "text" else (), kind, value, bold, italic, formula)

    def _without_text(self, element: etree._Element, kind: str) -> Cell | None:
        """A value that the file states without the text shown for it, as some programs write it."""
        meant, value = _meaning(element)
        formula = _formula(element)
        if meant == "bool":
            return Cell("TRUE" if value else "FALSE", (), "bool", value, formula=formula)
        if meant == "date" and (day := element.get(f"{OFFICE}date-value")):
            shown = _moment(day)
            return Cell(f"{shown:%d/%m/%Y}" if shown else day, (), "date", value, formula=formula)
        if value is not None:
            return Cell(general(value), (), "number", value, formula=formula)
        text = element.get(f"{OFFICE}string-value", "") if kind == "string" else ""
        return Cell(text, formula=formula) if text else None

    def _lose(self, words: str) -> None:
        self._health.lose(words, self._name)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table in order, those in groups with them."""
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in _GROUPS:
            yield from _rows(child)


def _columns(table: etree._Element) -> Iterator[tuple[int, str | None, bool]]:
    """The columns of a table, up to the last a sheet can have: number, usual style of a cell, and whether shown."""
    number = 0
    for child in _column_elements(table):
        times = max(whole_number(child.get(f"{TABLE}number-columns-repeated")) or 1, 1)
        style = child.get(f"{TABLE}default-cell-style-name")
        shown = child.get(f"{TABLE}visibility") in _SHOWN
        for _ in range(min(times, MAX_COLUMN - number)):
            number += 1
            yield number, style, shown


def _column_elements(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == f"{TABLE}table-column":
            yield child
        elif child.tag in _COLUMN_GROUPS:
            yield from _column_elements(child)


def _meaning(element: etree._Element) -> tuple[Kind, float | None]:
    """What kind of value a cell holds, and its number."""
    kind = element.get(f"{OFFICE}value-type")
    if element.get(f"{_CALC}value-type") == "error":
        return "error", None
    if kind in _NUMBERS:
        return "number", _float(element.get(f"{OFFICE}value"))
    if kind == "boolean":
        return "bool", float(element.get(f"{OFFICE}boolean-value") == "true")
    if kind == "date":
        moment = _moment(element.get(f"{OFFICE}date-value", ""))
        return "date", (moment - _DAY_ZERO) / timedelta(days=1) if moment else None
    return ("date", None) if kind == "time" else ("text", None)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _float(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None


def _formula(element: etree._Element) -> str:
    """The formula behind a value, without what says whose syntax it is in."""
    formula = element.get(f"{TABLE}formula", "")
    return formula.partition("=")[2] or formula
