"""A workbook in the hands of a team: every way in which a person changes sheets, rows, columns and cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from svcdocs.excel.cells import Cell, CellBook, CellSheet, place

Rows = dict[int, dict[int, Cell]]


class Desk:
    """A workbook that is being changed. Sheets go by their names, columns by their headings, rows by their numbers."""

    def __init__(self, book: CellBook) -> None:
        self.book = book

    def tab(self, name: str) -> CellSheet:
        found = self.book.sheet(name)
        assert found is not None, name
        return found

    def change(self, tab: str, **more: Any) -> None:
        """Put another sheet in the place of one."""
        mended = replace(self.tab(tab), **more)
        sheets = tuple(mended if sheet.name == tab else sheet for sheet in self.book.sheets)
        self.book = replace(self.book, sheets=sheets)

    def rows(self, name: str) -> Rows:
        """The rows of a sheet, to be changed and put back."""
        return {number: dict(row) for number, row in self.tab(name).rows.items()}

    def put_rows(self, name: str, rows: Rows) -> None:
        kept = {number: dict(sorted(row.items())) for number, row in sorted(rows.items()) if row}
        self.change(name, rows=kept)

    def delete(self, name: str) -> None:
        self.book = replace(self.book, sheets=tuple(sheet for sheet in self.book.sheets if sheet.name != name))

    def rename(self, name: str, new: str, *, names_follow: bool = True) -> None:
        """Rename a sheet; the names that refer to it follow, as they do in a spreadsheet program."""
        self.change(name, name=new)
        if names_follow:
            names = {key: text.replace(f"'{name}'!", f"'{new}'!") for key, text in self.book.names.items()}
            names = {key: text.replace(f"{name}!", f"'{new}'!") for key, text in names.items()}
            self.book = replace(self.book, names=names)

    def forget_names(self) -> None:
        self.book = replace(self.book, names={})

    def add(self, sheet: CellSheet) -> None:
        self.book = replace(self.book, sheets=(*self.book.sheets, sheet))

    def heading_row(self, name: str) -> int:
        return next(number for number, row in self.tab(name).rows.items() if len(row) > 1)

    def column(self, name: str, heading: str) -> int:
        """The place of a column."""
        row = self.tab(name).rows[self.heading_row(name)]
        return next(at for at, cell in row.items() if cell.text == heading)

    def set(self, name: str, cell: str, value: str | Cell) -> None:
        where = place(cell)
        assert where is not None
        rows = self.rows(name)
        row = rows.setdefault(where[0], {})
        if value == "":
            row.pop(where[1], None)
        else:
            row[where[1]] = Cell(value) if isinstance(value, str) else value
        self.put_rows(name, rows)

    def get(self, name: str, cell: str) -> str:
        where = place(cell)
        assert where is not None
        found = self.tab(name).cell(*where)
        return found.text if found else ""

    def move_columns(self, name: str, to: Callable[[int], int | None]) -> None:
        """Every cell to another column; None deletes it."""
        tab = self.tab(name)
        rows = {n: {new: c for at, c in row.items() if (new := to(at)) is not None} for n, row in tab.rows.items()}
        self.put_rows(name, rows)
        spans = ((a, to(left), b, to(right)) for a, left, b, right in tab.merged)
        merged = tuple((a, left, b, right) for a, left, b, right in spans if left and right)
        self.change(name, merged=merged)

    def insert_column(self, name: str, at: int, heading: str = "", *below: str) -> None:
        self.move_columns(name, lambda place: place + (place >= at))
        rows, top = self.rows(name), self.heading_row(name)
        if heading:
            rows[top][at] = Cell(heading)
        for number, text in enumerate(below, top + 2):
            rows.setdefault(number, {})[at] = Cell(text)
        self.put_rows(name, rows)

    def delete_column(self, name: str, heading: str) -> None:
        gone = self.column(name, heading)
        self.move_columns(name, lambda place: None if place == gone else place - (place > gone))

    def move_column(self, name: str, heading: str, to: int) -> None:
        """Cut a column and insert it before another."""
        at = self.column(name, heading)
        order = [n for n in range(1, 60) if n != at]
        order.insert(to - 1, at)
        seats = {old: new for new, old in enumerate(order, 1)}
        self.move_columns(name, lambda place: seats[place])

    def move_rows(self, name: str, to: Callable[[int], int | None]) -> None:
        """Every row to another number; None deletes it."""
        self.put_rows(name, {new: row for n, row in self.rows(name).items() if (new := to(n)) is not None})

    def insert_rows(self, name: str, before: int, count: int = 1) -> None:
        self.move_rows(name, lambda number: number + count * (number >= before))

    def delete_row(self, name: str, gone: int) -> None:
        self.move_rows(name, lambda number: None if number == gone else number - (number > gone))

    def each(self, name: str, of: Callable[[str], str], heading: str = "") -> None:
        """Change the words of every cell below the help; or of those of one column."""
        rows, first = self.rows(name), self.heading_row(name) + 2
        only = self.column(name, heading) if heading else 0
        for number, row in rows.items():
            for at, cell in row.items():
                if number >= first and only in (0, at):
                    row[at] = cell._replace(text=of(cell.text), runs=())
        self.put_rows(name, rows)
