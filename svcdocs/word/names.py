"""The names of WordprocessingML: namespaces, qualified names, and the order of a cell's properties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WP14: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type of its elements


def w(local: str) -> str:
    """The qualified name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{local}"


P: Final = w("p")
RUN: Final = w("r")
T: Final = w("t")
PPR: Final = w("pPr")
RPR: Final = w("rPr")
TBL: Final = w("tbl")
TR: Final = w("tr")
TC: Final = w("tc")
TCPR: Final = w("tcPr")
SECTPR: Final = w("sectPr")
VAL: Final = w("val")
TEXT_BOX: Final = w("txbxContent")
FALLBACK: Final = f"{{{MC}}}Fallback"

_MOST_DIGITS: Final = 10
# The schema is strict about this order, and Word refuses a file that breaks it.
_CELL_PROPERTIES: Final = tuple(
    f"{{{W}}}{name}"
    for name in (
        "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection",
        "tcFitText", "vAlign", "hideMark",
    )
)  # fmt: skip


def value(element: Element | None) -> str:
    """The ``w:val`` of an element; empty where there is no element or no value."""
    return "" if element is None else str(element.get(VAL) or "")


def whole(text: str | None, default: int = 0) -> int:
    """A whole number as an attribute gives it; the default for anything else, since a damaged file may say anything."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < _MOST_DIGITS else default


def child_value(element: Element | None, path: str) -> str:
    """The ``w:val`` of a descendant given as local names joined by "/"; empty where it is missing."""
    return "" if element is None else value(element.find("/".join(w(step) for step in path.split("/"))))


def nearest(element: Element, tag: str) -> Element | None:
    """The closest ancestor with this tag."""
    return next(element.iterancestors(tag), None)


def own(element: Element, owner: str, *tags: str) -> Iterator[Element]:
    """The descendants with these tags whose closest ancestor called ``owner`` is ``element`` itself."""
    return (found for found in element.iter(*tags) if nearest(found, owner) is element)


def remove(element: Element) -> None:
    """Take an element out of its tree, and leave the text behind it where it stands."""
    parent = element.getparent()
    assert parent is not None
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def cell_property(cell: Element, local: str) -> Element:
    """A new, empty property of a table cell in the place the schema gives it; an old one of that name goes."""
    properties = cell.find(TCPR)
    if properties is None:
        properties = etree.Element(TCPR)
        cell.insert(0, properties)
    name = w(local)
    for old in properties.findall(name):
        properties.remove(old)
    rank = _CELL_PROPERTIES.index(name)
    later = [n for n, child in enumerate(properties) if child.tag in _CELL_PROPERTIES[rank + 1 :]]
    fresh = etree.Element(name)
    properties.insert(later[0] if later else len(properties), fresh)
    return fresh


def fragment(element: Element | None) -> str:
    """An element as text without namespace declarations, to be set inside a part whose root declares them."""
    if element is None:
        return ""
    copy = etree.tostring(element, encoding="unicode", with_tail=False)
    head, sign, rest = copy.partition(">")
    for prefix, uri in element.nsmap.items():
        head = head.replace(f' xmlns{":" + prefix if prefix else ""}="{uri}"', "")
    return head + sign + rest
