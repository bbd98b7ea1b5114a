"""One worksheet's XML as a flat list of rows and cells, not yet understood, and the rest of the sheet as a tree.

A tree of a large sheet costs ten times what its characters cost. Programs write rows and cells in one regular form,
so those are cut apart by a pattern, and the cut is checked: nothing but white space may be left between the pieces. A
sheet written in any other way goes through the tree, which gives the same list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from svcdocs.excel.package import BadPartError, parse_xml
from svcdocs.excel.strings import namespace

_Piece = str | None
Token = tuple[_Piece, _Piece, _Piece, _Piece, _Piece, _Piece, _Piece, _Piece]
"""A row (its attributes), or a cell: None, then column letters, style, type, formula element, value, inline string, and
the digits of its row.

None stands where the file states none; a cell that does not say where it stands has neither letters nor digits. Cells
that are only formatted may come as one of nothing but None, since what follows them says where it stands."""

_SHEET_DATA = "<sheetData>", "</sheetData>"
_PIECE = re.compile(
    r"<row([^<>]*>)"
    r'|(?:<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]+")? ?/>)+'
    r'|<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?'
    r"(?: ?/>|>(<f[^<>]*(?:/>|>[^<]*</f>))?"
    r"(?:<v>([^<]*)</v>|(<is>[^<]*(?:<(?!/is>|/?c[ >]|/?row)[^<]*)*</is>))?</c>)"
)
# No part of the pattern can run on past the next cell, so a sheet made to be slow takes no longer than an honest one.
_STRIDE = _PIECE.groups + 1
_VALUES = frozenset({"v", "is"})
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?0*([0-9]{1,7})")
_ENCODING = re.compile(r"<\?xml[^>]*?encoding=[\"']([^\"']*)")


class SheetXml(NamedTuple):
    """``tokens`` are the rows and cells in order; ``root`` is the worksheet, its tags in the namespace ``space``."""

    root: etree._Element
    space: str
    tokens: Iterable[Token]

    def unplaced(self) -> int:
        """How many values stand where no cell of the sheet is: it may hold more than its rows tell."""
        walked = self.root.iterfind(f"{self.space}sheetData/{self.space}row/{self.space}c")
        return sum(map(_holds_value, self.root.iter("{*}c"))) - sum(map(_holds_value, walked))


def read_sheet_xml(data: bytes, part: str) -> SheetXml:
    """Takes the XML of a worksheet apart. Raises BadPartError for what is no XML."""
    return _by_pattern(data, part) or by_tree(parse_xml(data, part))


def salvage_sheet_xml(data: bytes, part: str) -> SheetXml:
    """What makes sense of a worksheet that is no XML. Raises BadPartError where nothing does."""
    return by_tree(parse_xml(data, part, salvage=True))


def utf8(data: bytes) -> str | None:
    """The characters of an XML part that is in UTF-8, as all programs write it; None for any other."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    stated = _ENCODING.match(text)
    return text if stated is None or stated[1].lower() in {"utf-8", "us-ascii"} else None


def _by_pattern(data: bytes, part: str) -> SheetXml | None:
    """The sheet by the pattern; None where it is written in another form."""
    text = utf8(data)
    if text is None or text.count(_SHEET_DATA[0]) != 1 or text.count(_SHEET_DATA[1]) != 1:
        return None
    start, end = text.find(_SHEET_DATA[0]), text.find(_SHEET_DATA[1])
    data_only = text[start + len(_SHEET_DATA[0]) : end].replace("<v/>", "<v></v>").replace("<v />", "<v></v>")
    parts = _PIECE.split(data_only)
    if "".join(parts[::_STRIDE]).replace("</row>", "").strip():
        return None
    try:
        root = parse_xml(f"{text[:start]}<sheetData/>{text[end + len(_SHEET_DATA[1]) :]}".encode(), part)
    except BadPartError:
        return None
    attributes, letters, digits, *others = (parts[group::_STRIDE] for group in range(1, _STRIDE))
    columns = (attributes, letters, *others, digits)
    return SheetXml(root, namespace(root), zip(*columns, strict=True))


def by_tree(root: etree._Element) -> SheetXml:
    """The sheet by its tree, whatever form it is written in."""
    space = namespace(root)
    return SheetXml(root, space, _walk(root, space))


def _holds_value(cell: etree._Element) -> bool:
    return any(str(child.tag).rpartition("}")[2] in _VALUES for child in cell)


def _walk(root: etree._Element, space: str) -> Iterator[Token]:
    for row in root.iterfind(f"{space}sheetData/{space}row"):
        attributes = "".join(f' {key}="{value}"' for key, value in row.attrib.items())
        yield f"{attributes}>", None, None, None, None, None, None, None
        for cell in row.iterchildren(f"{space}c"):
            reference = _REFERENCE.fullmatch(cell.get("r", "").strip())
            letters, digits = (reference[1].upper(), reference[2]) if reference else (None, None)
            formula = value = inline = None
            for child in cell:  # the first of each, as everywhere
                if child.tag == f"{space}v" and value is None:
                    value = child
                elif child.tag == f"{space}f" and formula is None:
                    formula = child
                elif child.tag == f"{space}is" and inline is None:
                    inline = child
            yield (
                None,
                letters,
                cell.get("s"),
                cell.get("t"),
                _xml(formula, space),
                _escaped(value.text or "") if value is not None else None,
                _xml(inline, space),
                digits,
            )


def _xml(element: etree._Element | None, space: str) -> str | None:
    """An element as characters, its namespace left out, as it stands in a sheet in the usual form."""
    if element is None:
        return None
    plain = deepcopy(element)  # not written and read once more: what was salvaged need not be readable
    plain.tail = None
    for item in plain.iter():
        item.tag = str(item.tag).removeprefix(space)
    etree.cleanup_namespaces(plain)
    return etree.tostring(plain, encoding="unicode")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
