"""Text that is struck out: printed as it stands, and told, cell by cell or once for a whole row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from svcdocs.excel.cells import CellSheet, column_letters
from svcdocs.model.findings import CellRef, Finding
from svcdocs.workbook import damage_messages


def struck_out(tab: CellSheet, file: str, number: int, titles: Mapping[int, str]) -> Iterator[Finding]:
    """What is struck out of one row of a sheet; ``titles`` are the headings of the cells that were read, by column."""
    found = {column: words for column in titles if (words := tab.struck.get((number, column), "").strip())}
    whole = [column for column, words in found.items() if words == _text(tab, number, column)]
    if len(whole) == len(titles) > 1:
        where = CellRef(file, tab.name, f"{column_letters(min(whole))}{number}")
        yield damage_messages.struck_row(where, number)
        return
    for column, words in found.items():
        where = CellRef(file, tab.name, f"{column_letters(column)}{number}")
        yield damage_messages.struck_out(where, "" if column in whole else words, titles[column])


def struck_out_in(tab: CellSheet, file: str, rows: Iterable[tuple[int, Mapping[int, str]]]) -> Iterator[Finding]:
    """The same of several rows, each with its number."""
    if tab.struck:
        for number, titles in rows:
            yield from struck_out(tab, file, number, titles)


def _text(tab: CellSheet, row: int, column: int) -> str:
    cell = tab.cell(row, column)
    return cell.text.strip() if cell is not None else ""
