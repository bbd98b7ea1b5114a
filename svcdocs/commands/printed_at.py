"""Where in the documents of a cycle a record is printed: below which headings in Word, in which cell in Excel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from svcdocs.commands.beside_names import BOOK
from svcdocs.commands.documents import Document
from svcdocs.commands.opening import bytes_of
from svcdocs.commands.reading import limits_of
from svcdocs.excel.cells import column_letters
from svcdocs.excel.guarded import read_guarded
from svcdocs.project import Project
from svcdocs.report.tracing import Traced, is_printed
from svcdocs.word.places import Place, places_in


@dataclass(frozen=True, slots=True)
class Printed:
    """One place in which a record is printed: "in full", or "named" where only its reference stands there.

    Of a spreadsheet the place is a row, its heading the sheet, and ``cell`` the one that prints the record.
    """

    document: str
    how: str
    place: Place
    cell: str = ""

    @property
    def sheet(self) -> str:
        """The sheet of a spreadsheet; empty for a place in Word."""
        return self.place.headings[0] if self.cell else ""

    def __str__(self) -> str:
        if self.cell:
            return f"sheet {self.sheet}, cell {self.cell}"
        at = " > ".join(self.place.headings) or "at the front"
        return f"{at}, table {self.place.table}, row {self.place.row}" if self.place.table else at

    def as_json(self) -> dict[str, Any]:
        """The place for programs."""
        return {
            "document": self.document,
            "how": self.how,
            "headings": list(self.place.headings),
            "table": self.place.table or None,
            "row": self.place.row or None,
            "sheet": self.sheet or None,
            "cell": self.cell or None,
        }


def pages_of(project: Project, documents: Iterable[Document]) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """The places of every document that lies in the output folder.

    Raises:
        SvcdocsError: one of them cannot be read.
    """
    for document in documents:
        path = project.output_dir / document.name
        if path.is_file():
            in_rows = document.name == BOOK
            yield document.name, tuple(_rows(project, path) if in_rows else places_in(bytes_of(path)))


def printed_in(one: Traced, document: str, places: Iterable[Place], *, own: bool) -> Iterator[Printed]:
    """The places of a document that print a record. ``own`` says that its reference can mean no other there."""
    for place in places:
        how = is_printed(one, place.cells, own=own)
        if how and document == BOOK:
            column = next(at for at, text in enumerate(place.cells, 1) if is_printed(one, (text,), own=own) == how)
            yield Printed(document, how, place, f"{column_letters(column)}{place.row}")
        elif how:
            yield Printed(document, how, place)


def _rows(project: Project, path: Path) -> Iterator[Place]:
    """The rows of a spreadsheet, read as every workbook from outside is: somebody may have edited it."""
    for sheet in read_guarded(bytes_of(path), path.name, limits_of(project)).sheets:
        for number, cells in sheet.rows.items():
            texts = (cells[column].text if column in cells else "" for column in range(1, max(cells) + 1))
            yield Place((sheet.name,), tuple(texts), table=1, row=number)
