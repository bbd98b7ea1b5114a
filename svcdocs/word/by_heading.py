"""What a document prints under each of its headings: paragraphs, rows of tables and what pictures say, a line each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from svcdocs.word.names import FALLBACK, TBL, TC, TR, WP, Element, P, own, w
from svcdocs.word.outline import paragraph_text
from svcdocs.word.package import Package
from svcdocs.word.styles import Styles

_CONTENTS = ("toc", "contents")
"""How the names of styles begin in which the contents of a document stand: those follow its headings and pages."""
_TRANSPARENT = (w("sdt"), w("sdtContent"), w("customXml"), w("smartTag"))
_DEEPEST = 2
"""Headings below this level count to the text under the one above."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands under one heading: "" for what stands before the first, and for the head and foot of the pages."""

    heading: str
    lines: tuple[str, ...]


def by_heading(document: bytes) -> tuple[Passage, ...]:
    """What a document prints, heading by heading in its order, without its contents; the cells of a row with tabs.

    Raises:
        UnusableFile: it is no Word document.
    """
    package = Package.read(document, "document.docx")
    styles_part = next(iter(package.linked(package.main, "styles")), None)
    styles = Styles(package.xml(styles_part) if styles_part else None)
    body = package.main_root().find(w("body"))
    around = [package.xml(part) for kind in ("header", "footer") for part in sorted(package.linked(package.main, kind))]
    found: dict[str, list[str]] = {"": [line for root in around for _, line in _lines(root, styles)]}
    chapter = heading = ""
    for level, line in _lines(body if body is not None else package.main_root(), styles):
        if level == 1:
            chapter = heading = line
        elif level == _DEEPEST:
            heading = f"{chapter}: {line}" if chapter else line
        if 0 < level <= _DEEPEST:
            found.setdefault(heading, [])
        else:
            found[heading].append(line)
    return tuple(Passage(name, tuple(lines)) for name, lines in found.items())


def _lines(container: Element, styles: Styles) -> Iterator[tuple[int, str]]:
    """The lines of a part of a document in order, each with the level of the heading it is, 0 for none."""
    for child in container:
        if child.tag == P:
            yield from _of_paragraph(child, styles)
        elif child.tag == TBL:
            for row in own(child, TBL, TR):
                cells = [" / ".join(line for _, line in _lines(cell, styles)) for cell in own(row, TR, TC)]
                yield 0, "\t".join(cells)
        elif child.tag in _TRANSPARENT:
            yield from _lines(child, styles)


def _of_paragraph(paragraph: Element, styles: Styles) -> Iterator[tuple[int, str]]:
    if styles.name(styles.of(paragraph)).lower().startswith(_CONTENTS):
        return
    text = " ".join(paragraph_text(paragraph).split())
    if text:
        yield styles.level_of(paragraph), text
    for drawing in own(paragraph, P, f"{{{WP}}}docPr"):
        if drawing.get("descr"):
            yield 0, str(drawing.get("descr"))
    for box in paragraph.iter(w("txbxContent")):
        if not any(above.tag == FALLBACK for above in box.iterancestors()):
            yield from ((0, line) for _, line in _lines(box, styles))
