"""A document or template as plain text: all its words, or an outline in which people can review what changed."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from svcdocs.word.names import (
    FALLBACK,
    PPR,
    RUN,
    SECTPR,
    TBL,
    TC,
    TR,
    WP,
    Element,
    P,
    T,
    child_value,
    own,
    w,
    whole,
)  # fmt: skip
from svcdocs.word.numbering import Counters
from svcdocs.word.package import Package
from svcdocs.word.properties import CORE, core_texts
from svcdocs.word.styles import Styles

_SIGNS = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("noBreakHyphen"): "-"}
_AROUND = ("header", "footer", "footnotes", "endnotes")
_PLAIN = ("Body Text", "Table Text")
_TRANSPARENT = (w("sdt"), w("sdtContent"), w("customXml"), w("smartTag"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading that the contents of a document list: the bookmark it carries, its level and its text."""

    bookmark: str
    level: int
    text: str


def text_of(document: bytes) -> str:
    """All words of a document, a paragraph a line: the text first, then headers, footers and notes.

    Numbers and bullets that Word sets itself are not in it.

    Raises:
        UnusableFile: it is no Word document.
    """
    package = Package.read(document, "document.docx")
    return "\n".join(paragraph_text(p) for root in _roots(package).values() for p in _paragraphs(root))


def outline(document: bytes) -> str:
    """What a document or template is made of, a paragraph or table row a line.

    Headings begin with "#" for each level; other paragraphs with their style in brackets, unless it is the default,
    Body Text or Table Text; rows with "|", heading rows with "|=". Numbers and bullets are shown as Word sets them.
    Sections, headers, footers and pictures have lines of their own.

    Raises:
        UnusableFile: it is no Word document.
    """
    package = Package.read(document, "document.docx")
    main = package.main
    styles_part = next(iter(package.linked(main, "styles")), None)
    numbering_part = next(iter(package.linked(main, "numbering")), None)
    styles = Styles(package.xml(styles_part) if styles_part else None)
    lines: list[str] = []
    for part, root in _roots(package).items():
        if part != main:
            lines += ["", f"== {posixpath.basename(part)}"]
        reader = _Outline(styles, Counters(package.xml(numbering_part) if numbering_part else None))
        body = root.find(w("body")) if part == main else root
        lines += reader.blocks(root if body is None else body)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def contents_of(document: bytes) -> list[Entry]:
    """The headings of a document with the bookmarks that carry them, in order.

    Raises:
        UnusableFile: it is no Word document.
    """
    package = Package.read(document, "document.docx")
    styles_part = next(iter(package.linked(package.main, "styles")), None)
    styles = Styles(package.xml(styles_part) if styles_part else None)
    entries = []
    for paragraph in _paragraphs(package.main_root()):
        names = (str(mark.get(w("name"))) for mark in paragraph.iter(w("bookmarkStart")))
        bookmark = next((name for name in names if name.startswith("_Toc")), "")
        level = styles.level_of(paragraph)
        text = " ".join(paragraph_text(paragraph).split())
        if bookmark and level and text:
            entries.append(Entry(bookmark, level, text))
    return entries


def core_of(document: bytes) -> dict[str, str]:
    """The core properties of a document, such as title and language, by the names of ``Properties``.

    Raises:
        UnusableFile: it is no Word document.
    """
    package = Package.read(document, "document.docx")
    part = next(iter(package.linked("", "core-properties")), None)
    return dict.fromkeys(CORE, "") | core_texts(package.xml(part) if part else None)


def page_numbers_of(document: bytes) -> dict[str, int]:
    """The pages that the contents of a document name, by the bookmarks of their headings; none where they name none.

    Raises:
        UnusableFile: it is no Word document.
    """
    package = Package.read(document, "document.docx")
    found: dict[str, int] = {}
    bookmark = ""
    for part in package.main_root().iter(w("instrText"), T):
        words = (part.text or "").split()
        if part.tag != T:
            bookmark = words[1] if words[:1] == ["PAGEREF"] and len(words) > 1 else ""
        elif bookmark and words and words[0].isdecimal():
            found.setdefault(bookmark, int(words[0]))
            bookmark = ""
    return found


def paragraph_text(paragraph: Element) -> str:
    """The characters of a paragraph, with breaks and tabs, without those of text boxes in it."""
    shown = (child for run in own(paragraph, P, RUN) for child in run)
    return "".join((child.text or "") if child.tag == T else _SIGNS.get(str(child.tag), "") for child in shown)


def _roots(package: Package) -> dict[str, Element]:
    roots = {package.main: package.main_root()}
    for kind in _AROUND:
        roots |= {part: package.xml(part) for part in sorted(package.linked(package.main, kind))}
    return roots


def _paragraphs(root: Element) -> Iterator[Element]:
    """All paragraphs, without the copies of text boxes kept for old programs."""
    fallbacks = {p for fallback in root.iter(FALLBACK) for p in fallback.iter(P)}
    return (p for p in root.iter(P) if p not in fallbacks)


class _Outline:
    def __init__(self, styles: Styles, counters: Counters) -> None:
        self._styles, self._counters = styles, counters

    def blocks(self, container: Element) -> Iterator[str]:
        for child in container:
            if child.tag == P:
                yield from self._paragraph(child)
            elif child.tag == TBL:
                yield from self._table(child)
            elif child.tag == SECTPR:
                yield _section(child)
            elif child.tag in _TRANSPARENT or child.tag in (w("footnote"), w("endnote")):
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        yield self._line(paragraph)
        for box in paragraph.iter(w("txbxContent")):
            if not any(above.tag == FALLBACK for above in box.iterancestors()):
                yield from (f"  (text box) {line}" for line in self.blocks(box))
        for drawing in own(paragraph, P, f"{{{WP}}}docPr"):
            if drawing.get("descr"):
                yield f"  (picture: {drawing.get('descr')})"
        ending = paragraph.find(f"{PPR}/{SECTPR}")
        if ending is not None:
            yield _section(ending)

    def _line(self, paragraph: Element) -> str:
        level = self._styles.level_of(paragraph)
        style = self._styles.of(paragraph)
        text = self._label(paragraph, style) + paragraph_text(paragraph).replace("\n", " ⏎ ").replace("\t", " → ")
        if level:
            return f"{'#' * level} {text}"
        name = self._styles.name(style)
        return text if style == self._styles.default or name in _PLAIN else f"[{name}] {text}".rstrip()

    def _label(self, paragraph: Element, style: str) -> str:
        properties = paragraph.find(PPR)
        num, level = self._styles.numbering(style)
        num = child_value(properties, "numPr/numId") or num
        level = whole(child_value(properties, "numPr/ilvl"), level)
        label = self._counters.next(num, level) if num and num != "0" else ""
        return f"{label} " if label else ""

    def _table(self, table: Element) -> Iterator[str]:
        for row in own(table, TBL, TR):
            head = row.find(f"{w('trPr')}/{w('tblHeader')}") is not None
            cells = [self._cell(cell) for cell in own(row, TR, TC)]
            yield ("|= " if head else "| ") + " | ".join(cells)

    def _cell(self, cell: Element) -> str:
        colour = cell.find(f"{w('tcPr')}/{w('shd')}")
        fill = "" if colour is None else str(colour.get(w("fill")) or "")
        merged = cell.find(f"{w('tcPr')}/{w('vMerge')}")
        joined = "" if merged is None else "(merged)" if merged.get(w("val")) != "restart" else "(merged below)"
        inside = " / ".join(line for line in self.blocks(cell) if line)
        return " ".join(filter(None, (joined, inside, f"(#{fill})" if fill not in ("", "auto") else "")))


def _section(properties: Element) -> str:
    page = properties.find(w("pgSz"))
    turned = page is not None and page.get(w("orient")) == "landscape"
    return f"-- section: {'landscape' if turned else 'portrait'}"
