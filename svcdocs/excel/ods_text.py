"""The text of a cell or a note in an OpenDocument spreadsheet: paragraphs in, characters and marked stretches out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from svcdocs.excel.cells import whole_number
from svcdocs.excel.sheet_cells import RunMaker
from svcdocs.excel.strings import one_line_end

if TYPE_CHECKING:
    from svcdocs.model.text import Run

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FORMATTING = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LEFT_OUT = frozenset({f"{OFFICE}annotation", f"{TEXT}note", f"{TEXT}ruby-text"})
_MOST_SPACES = 1_000
_BOLD_FROM = 600


class Marks(NamedTuple):
    """Whether a style is bold and italic; None where it leaves that to what it stands in."""

    bold: bool | None = None
    italic: bool | None = None


_UNMARKED = Marks()


@dataclass(frozen=True, slots=True)
class OdsText:
    """Reads texts by the marks of the document's styles; ``run`` makes a stretch of rich text."""

    marks: dict[str, Marks]
    run: RunMaker

    def of_cell(self, style: str | None) -> tuple[bool, bool]:
        """Whether a cell of that style is bold and italic."""
        marks = self.marks.get(style or "", _UNMARKED)
        return bool(marks.bold), bool(marks.italic)

    def read(self, element: etree._Element, look: tuple[bool, bool]) -> tuple[str, tuple[Run, ...]]:
        """The characters of the paragraphs in an element, and the stretches of which some look unlike the cell."""
        pieces: list[tuple[str, tuple[bool, bool]]] = []
        for number, paragraph in enumerate(element.iterchildren(f"{TEXT}p", f"{TEXT}h")):
            if number:
                pieces.append(("\n", pieces[-1][1] if pieces else look))
            pieces += self._pieces(paragraph, look)
        text = "".join(words for words, _ in pieces)
        if all(marks == look for _, marks in pieces):
            return text, ()
        return text, tuple(self._runs(pieces))

    def _pieces(self, element: etree._Element, look: tuple[bool, bool]) -> Iterator[tuple[str, tuple[bool, bool]]]:
        if element.text:
            yield one_line_end(element.text), look
        for child in element:
            if child.tag == f"{TEXT}s":
                yield " " * min(whole_number(child.get(f"{TEXT}c")) or 1, _MOST_SPACES), look
            elif child.tag == f"{TEXT}tab":
                yield "\t", look
            elif child.tag == f"{TEXT}line-break":
                yield "\n", look
            elif child.tag not in _LEFT_OUT:
                own = self.marks.get(child.get(f"{TEXT}style-name", ""), _UNMARKED)
                inside = (
                    look[0] if own.bold is None else own.bold,
                    look[1] if own.italic is None else own.italic,
                )
                yield from self._pieces(child, inside)
            if child.tail:
                yield one_line_end(child.tail), look

    def _runs(self, pieces: list[tuple[str, tuple[bool, bool]]]) -> Iterator[Run]:
        words, marks = "", pieces[0][1]
        for more, theirs in pieces:
            if theirs != marks:
                yield self.run(words, *marks)
                words, marks = "", theirs
            words += more
        yield self.run(words, *marks)


def read_marks(root: etree._Element) -> dict[str, Marks]:
    """The marks of the styles that a document's content declares, by their names."""
    found: dict[str, Marks] = {}
    for style in root.iter(f"{STYLE}style"):
        for properties in style.iterchildren(f"{STYLE}text-properties"):
            weight = properties.get(f"{_FORMATTING}font-weight")
            slant = properties.get(f"{_FORMATTING}font-style")
            found[style.get(f"{STYLE}name", "")] = Marks(
                None if weight is None else weight == "bold" or (whole_number(weight) or 0) >= _BOLD_FROM,
                None if slant is None else slant in {"italic", "oblique"},
            )
    return found
