"""A second table on a sheet, pasted below ours with headings of its own: taken apart, so that each has its own rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from svcdocs.excel.cells import Cell, CellSheet
from svcdocs.workbook.headings import fold
from svcdocs.workbook.placing import Heads, Wanted

_FEWEST = 3
"""So many headings make a row of headings of any row that holds little else; of fewer, those below a blank row."""
_LONGEST = 40

_Row = Mapping[int, Cell]


@dataclass(frozen=True, slots=True)
class SecondTable:
    """A table below ours: its headings, and the sheet with nothing on it but them and the rows under them."""

    heads: Heads
    tab: CellSheet

    @property
    def rows(self) -> tuple[int, ...]:
        """The numbers of its rows, without that of its headings."""
        return tuple(number for number in self.tab.rows if number > self.heads.last)


def apart(tab: CellSheet, wanted: Wanted) -> tuple[CellSheet, tuple[SecondTable, ...]]:
    """A sheet without the tables that stand below its own, and those.

    A table ends with the first blank row below it. A row that repeats our headings where they stand begins none.
    """
    known = _known(wanted)
    found = {number: keys for number, row in tab.rows.items() if (keys := _headings(tab, number, row, known))}
    ours = max(found, key=lambda number: len(found[number]), default=0)
    others = [number for number in found if number > ours and not found[number].items() <= found[ours].items()]
    if not others:
        return tab, ()
    seconds = tuple(_second(tab, number, set(others)) for number in others)
    gone = {number for second in seconds for number in second.tab.rows}
    return replace(tab, rows={number: row for number, row in tab.rows.items() if number not in gone}), seconds


def _known(wanted: Wanted) -> dict[str, str]:
    """The key of the column that is called so, by every name under which one is known, folded."""
    names = {fold(name): one.key for one in wanted.columns for name in wanted.also.get(one.ask.field, ())}
    return names | {title: column.key for title, column in wanted.by_title.items()}


def _headings(tab: CellSheet, number: int, row: _Row, known: Mapping[str, str]) -> dict[int, str]:
    """Which columns of ours a row names, by place; none where it is no row of headings."""
    if not any(fold(cell.text) in known for cell, _ in zip(row.values(), range(2), strict=False)):
        return {}
    filled = {place: cell.text for place, cell in row.items() if cell.text.strip() and cell.kind == "text"}
    named = {place: known[fold(text)] for place, text in filled.items() if fold(text) in known}
    count = len(set(named.values()))
    is_short = all(len(text) <= _LONGEST for text in filled.values())
    is_alone = count == len(filled) > 1 and not _filled(tab, number - 1)
    return named if is_short and (is_alone or (count >= _FEWEST and count * 2 > len(filled))) else {}


def _second(tab: CellSheet, number: int, others: set[int]) -> SecondTable:
    titles = {place: cell.text for place, cell in tab.rows[number].items() if cell.kind == "text"}
    rows = {number: tab.rows[number], **dict(_rows_below(tab, number, others))}
    return SecondTable(Heads(number, number, titles), replace(tab, rows=rows))


def _rows_below(tab: CellSheet, number: int, others: set[int]) -> Iterator[tuple[int, _Row]]:
    while (number := number + 1) not in others and _filled(tab, number):
        yield number, tab.rows[number]


def _filled(tab: CellSheet, number: int) -> bool:
    """Whether anybody has typed something on a row; what formulas of ours show there is nobody's."""
    return any(cell.text.strip() and not cell.formula for cell in tab.rows.get(number, {}).values())
