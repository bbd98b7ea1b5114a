"""What comes with the rows of a workbook: second copies of a sheet, comments, and cells that could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svcdocs.excel.cells import CellBook, column_letters
from svcdocs.model.base import Record
from svcdocs.model.findings import CellRef, Finding
from svcdocs.model.gaps import Gap
from svcdocs.workbook import damage_messages
from svcdocs.workbook.declaration import Column, Sheet
from svcdocs.workbook.likeness import letters_of
from svcdocs.workbook.routing import Made
from svcdocs.workbook.table import Table


def apart(copy: Made, made: Made) -> tuple[Made, Made]:
    """Of the rows of a second tab those that are new, and those that say something else of a record that is there.

    What the first tab says as well is left out. Records are one where their references are, or else their names.
    """
    known = [record for _, record in made]
    names = {name for record in known if (name := _name(record))}
    other = [(draft, record) for draft, record in copy if record not in known]
    new = [(draft, record) for draft, record in other if not _name(record) or _name(record) not in names]
    return new, [(draft, record) for draft, record in other if _name(record) and _name(record) in names]


def comments_of(book: CellBook, file: str) -> Iterator[Finding]:
    """What people have said in comments on cells, sheet by sheet from the top down; their own sheets are left alone."""
    for tab in book.sheets:
        for (row, column), words in sorted(tab.notes.items()):
            if words.strip() and not tab.name.startswith("#"):
                yield damage_messages.comment(CellRef(file, tab.name, f"{column_letters(column)}{row}"), words)


def gaps_of(sheet: Sheet, table: Table, columns: Sequence[Column]) -> Iterator[Gap]:
    """What of a table could not be read: all of it, columns that are gone, or single cells."""
    if table.is_lost:
        yield Gap(sheet.holds)
    elif table.rows:
        yield from (
            Gap(sheet.holds, column.key, table.place()) for column in columns if column.key not in table.letters
        )
    for (_, key), where in table.unread.items():
        yield Gap(sheet.holds, key, where)


def _name(record: Record) -> str:
    """The reference of a record, or else what it is called or says."""
    ref = getattr(record, "ref", None)
    if ref:
        return str(ref.canonical)
    names = (str(getattr(record, name, "")) for name in ("title", "name", "cause", "what", "text", "heading"))
    return letters_of(next((name for name in names if name), ""))
