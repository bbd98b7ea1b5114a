"""Where in a document something is printed: each paragraph and table row with the headings it stands under."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from svcdocs.word.names import TBL, TC, TR, Element, P, own, w
from svcdocs.word.outline import paragraph_text
from svcdocs.word.package import Package
from svcdocs.word.styles import Styles

_TRANSPARENT = (w("sdt"), w("sdtContent"), w("customXml"), w("smartTag"))


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph or a row of a table.

    ``headings`` are those it stands under, from the outermost, without their numbers. ``cells`` are the texts of a
    row's cells, each paragraph a line; a paragraph has one. ``table`` counts the tables under the nearest heading and
    ``row`` the rows of a table, both from 1; both are 0 for a paragraph. ``columns`` are its heads.
    """

    headings: tuple[str, ...]
    cells: tuple[str, ...]
    table: int = 0
    row: int = 0
    columns: tuple[str, ...] = ()
    is_heading: bool = False


def places_in(document: bytes) -> Iterator[Place]:
    """Every paragraph and table row of the body of a document, in order.

    Raises:
        UnusableFile: it is no Word document.
    """
    package = Package.read(document, "document.docx")
    part = next(iter(package.linked(package.main, "styles")), None)
    body = package.main_root().find(w("body"))
    if body is not None:
        yield from _Reader(Styles(package.xml(part) if part else None)).blocks(body)


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._headings: list[tuple[int, str]] = []
        self._tables = 0

    def blocks(self, container: Element) -> Iterator[Place]:
        for child in container:
            if child.tag == P:
                yield from self._paragraph(child)
            elif child.tag == TBL:
                yield from self._table(child)
            elif child.tag in _TRANSPARENT:
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Place]:
        text = " ".join(paragraph_text(paragraph).split())
        level = self._styles.level_of(paragraph)
        if not text:
            return
        if level:
            self._headings = [*(one for one in self._headings if one[0] < level), (level, text)]
            self._tables = 0
        yield Place(self._above, (text,), is_heading=bool(level))

    def _table(self, table: Element) -> Iterator[Place]:
        self._tables += 1
        columns: tuple[str, ...] = ()
        for number, row in enumerate(own(table, TBL, TR), 1):
            cells = tuple(_cell_text(cell) for cell in own(row, TR, TC))
            if row.find(f"{w('trPr')}/{w('tblHeader')}") is not None:
                columns = cells
            else:
                yield Place(self._above, cells, self._tables, number, columns)

    @property
    def _above(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._headings)


def _cell_text(cell: Element) -> str:
    lines = (" ".join(paragraph_text(paragraph).split()) for paragraph in cell.iter(P))
    return "\n".join(line for line in lines if line)
