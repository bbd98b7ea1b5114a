"""A Word document taken apart without the code that made it: parts, relationships, styles and what they inherit."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DC = "{http://purl.org/dc/elements/1.1/}"
TYPES = "[Content_Types].xml"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_SHOWN = (f"{MC}Fallback", f"{W}del", f"{W}moveFrom")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a document: the name of the rule, where, and what was found there."""

    rule: str
    where: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship; ``target`` is the name of a part, or an address where ``external``."""

    id: str
    kind: str
    target: str
    external: bool


class Opened:
    """A document as its parts. ``said`` is all that its data say: what looks like a tag there is none."""

    def __init__(self, data: bytes, said: str = "") -> None:
        self.said = said
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.names = [entry.filename for entry in package.infolist()]
            self.parts = {name: package.read(name) for name in self.names}
        self._parsed: dict[str, Element | None] = {}
        self._links: dict[str, list[Link]] = {}

    def xml(self, part: str) -> Element | None:
        """A part parsed; None where it is missing or not well-formed."""
        if part not in self._parsed:
            try:
                self._parsed[part] = etree.fromstring(self.parts.get(part, b""), etree.XMLParser(huge_tree=True))
            except etree.XMLSyntaxError:
                self._parsed[part] = None
        return self._parsed[part]

    def links(self, part: str) -> list[Link]:
        """The relationships of a part; of the whole package where ``part`` is empty."""
        if part not in self._links:
            self._links[part] = list(self._linked(part))
        return self._links[part]

    def _linked(self, part: str) -> Iterator[Link]:
        root = self.xml(rels_of(part))
        for one in root if root is not None else ():
            external = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
            yield Link(one.get("Id", ""), one.get("Type", "").rpartition("/")[2], target, external)

    @cached_property
    def main(self) -> str:
        return next((link.target for link in self.links("") if link.kind == "officeDocument"), "word/document.xml")

    @cached_property
    def body(self) -> Element:
        root = self.xml(self.main)
        found = root.find(f"{W}body") if root is not None else None
        return found if found is not None else etree.Element(f"{W}body")

    def linked(self, kind: str) -> Element | None:
        """The part that the text links to as this ("styles", "numbering")."""
        return next((self.xml(link.target) for link in self.links(self.main) if link.kind == kind), None)

    @cached_property
    def around(self) -> dict[str, Element]:
        """Headers, footers and notes by the names of their parts."""
        kinds = ("header", "footer", "footnotes", "endnotes")
        names = [link.target for link in self.links(self.main) if link.kind in kinds]
        return {name: root for name in names if (root := self.xml(name)) is not None}

    @cached_property
    def texts(self) -> dict[str, Element]:
        """Every part that has text: the body's first."""
        root = self.xml(self.main)
        return ({self.main: root} if root is not None else {}) | self.around

    @cached_property
    def styles(self) -> dict[str, Element]:
        root = self.linked("styles")
        return {} if root is None else {one.get(f"{W}styleId", ""): one for one in root.iter(f"{W}style")}

    @cached_property
    def default_styles(self) -> dict[str, str]:
        """The style that is taken where none is named, by its type."""
        found = self.styles.items()
        return {one.get(f"{W}type", ""): name for name, one in found if one.get(f"{W}default") in ("1", "true")}

    @cached_property
    def paragraphs(self) -> list[Element]:
        """The paragraphs of the body that readers see; those inside a picture are not among them."""
        return [one for one in self.body.iter(f"{W}p") if not within(one, f"{MC}Fallback", f"{W}txbxContent")]

    def chain(self, style: str) -> list[Element]:
        """A style and those it is based on."""
        found: list[Element] = []
        while style in self.styles and self.styles[style] not in found:
            found.append(self.styles[style])
            style = value(found[-1].find(f"{W}basedOn"))
        return found

    def style_of(self, paragraph: Element) -> str:
        return value(paragraph.find(f"{W}pPr/{W}pStyle")) or self.default_styles.get("paragraph", "")

    def style_name(self, paragraph: Element) -> str:
        found = self.styles.get(self.style_of(paragraph))
        return "" if found is None else value(found.find(f"{W}name"))

    def paragraph_property(self, paragraph: Element, path: str) -> Element | None:
        """What a paragraph says of itself, or its styles say for it."""
        steps = "/".join(f"{W}{step}" for step in path.split("/"))
        direct = paragraph.find(f"{W}pPr/{steps}")
        if direct is not None:
            return direct
        return self.style_property(self.style_of(paragraph), f"pPr/{path}")

    def style_property(self, style: str, path: str) -> Element | None:
        """The first element at this path in a style and those it is based on."""
        steps = "/".join(f"{W}{step}" for step in path.split("/"))
        return next((found for one in self.chain(style) if (found := one.find(steps)) is not None), None)

    def level(self, paragraph: Element) -> int:
        """The level of a heading from 1; 0 for what is none."""
        outline = value(self.paragraph_property(paragraph, "outlineLvl"))
        if outline.isdigit():
            return int(outline) + 1 if int(outline) < 9 else 0
        for style in self.chain(self.style_of(paragraph)):
            named = re.fullmatch(r"heading ([1-9])", value(style.find(f"{W}name")).lower())
            if named:
                return int(named.group(1))
        return 0


def rels_of(part: str) -> str:
    """The name of the part with the relationships of another."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def value(element: Element | None, attribute: str = "val") -> str:
    """An attribute in Word's namespace; empty where there is no element or none."""
    return "" if element is None else element.get(f"{W}{attribute}", "")


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and value(element) in ("", "1", "true", "on")


def within(element: Element, *tags: str) -> bool:
    """Whether an element lies somewhere inside one with such a tag."""
    return any(above.tag in tags for above in element.iterancestors())


def text(element: Element) -> str:
    """The characters that readers see in an element, breaks and tabs as blanks."""
    return "".join(_characters(element))


def _characters(element: Element) -> Iterator[str]:
    for one in element:
        if one.tag == f"{W}t":
            yield one.text or ""
        elif one.tag in (f"{W}tab", f"{W}br", f"{W}cr") and element.tag == f"{W}r":
            yield " "
        elif one.tag not in _NOT_SHOWN:
            yield from _characters(one)


def cells(row: Element) -> list[Element]:
    """The cells of a row, also those in content controls."""
    return [one for one in row.iter(f"{W}tc") if next(one.iterancestors(f"{W}tr")) is row]


def rows(table: Element) -> list[Element]:
    """The rows of a table, not those of tables inside it."""
    return [one for one in table.iter(f"{W}tr") if next(one.iterancestors(f"{W}tbl")) is table]


def excerpt(element: Element) -> str:
    """The beginning of what an element says."""
    return " ".join(text(element).split())[:60]
