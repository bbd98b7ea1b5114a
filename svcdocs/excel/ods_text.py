"""The text of a cell or a note in an OpenDocument spreadsheet: paragraphs in, characters and marked stretches out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from svcdocs.excel.cells import whole_number
from svcdocs.excel.sheet_cells import RunMaker
from svcdocs.excel.strings import one_line_end, stretches

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


Look = tuple[bool, bool, bool]
"""Whether a text is bold, italic and struck out."""


class Marks(NamedTuple):
    """Whether a style is bold, italic and struck out; None where it leaves that to what it stands in."""

    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None

    def within(self, look: Look) -> Look:
        """How a text of this style looks in one that looks like that."""
        bold, italic, struck = (theirs if own is None else own for own, theirs in zip(self, look, strict=True))
        return bold, italic, struck


_UNMARKED = Marks()
PLAIN: Look = (False, False, False)
"""Neither bold nor italic nor struck out."""


@dataclass(frozen=True, slots=True)
class OdsText:
    """Reads texts by the marks of the document's styles; ``run`` makes a stretch of rich text."""

    marks: dict[str, Marks]
    run: RunMaker

    def of_cell(self, style: str | None) -> Look:
        """How a cell of that style looks."""
        return self.marks.get(style or "", _UNMARKED).within(PLAIN)

    def read(self, element: etree._Element, look: Look) -> tuple[str, tuple[Run, ...], str]:
        """The characters of an element's paragraphs; its stretches, if some look unlike the cell; what is struck."""
        pieces: list[tuple[str, Look]] = []
        for number, paragraph in enumerate(element.iterchildren(f"{TEXT}p", f"{TEXT}h")):
            if number:
                pieces.append(("\n", pieces[-1][1] if pieces else look))
            pieces += self._pieces(paragraph, look)
        text = "".join(words for words, _ in pieces)
        struck = stretches((words, marks[2]) for words, marks in pieces)
        if all(marks[:2] == look[:2] for _, marks in pieces):
            return text, (), struck
        return text, tuple(self._runs(pieces)), struck

    def _pieces(self, element: etree._Element, look: Look) -> Iterator[tuple[str, Look]]:
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
                yield from self._pieces(child, own.within(look))
            if child.tail:
                yield one_line_end(child.tail), look

    def _runs(self, pieces: list[tuple[str, Look]]) -> Iterator[Run]:
        words, marks = "", pieces[0][1][:2]
        for more, theirs in pieces:
            if theirs[:2] != marks:
                yield self.run(words, *marks)
                words, marks = "", theirs[:2]
            words += more
        yield self.run(words, *marks)


def read_marks(root: etree._Element) -> dict[str, Marks]:
    """The marks of the styles that a document's content declares, by their names."""
    found: dict[str, Marks] = {}
    for style in root.iter(f"{STYLE}style"):
        for properties in style.iterchildren(f"{STYLE}text-properties"):
            weight = properties.get(f"{_FORMATTING}font-weight")
            slant = properties.get(f"{_FORMATTING}font-style")
            line = properties.get(f"{STYLE}text-line-through-style", properties.get(f"{STYLE}text-line-through-type"))
            found[style.get(f"{STYLE}name", "")] = Marks(
                None if weight is None else weight == "bold" or (whole_number(weight) or 0) >= _BOLD_FROM,
                None if slant is None else slant in {"italic", "oblique"},
                None if line is None else line != "none",
            )
    return found
