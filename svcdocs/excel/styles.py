"""What a workbook's cell styles mean for reading: a number format, and whether it is bold, italic or struck out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from svcdocs.excel.cells import whole_number
from svcdocs.excel.number_formats import BUILT_IN
from svcdocs.excel.strings import on


class CellStyle(NamedTuple):
    """One cell style: the code of its number format and its marks."""

    code: str = "General"
    bold: bool = False
    italic: bool = False
    struck: bool = False


DEFAULT_STYLE = CellStyle()
MAX_CODE = 255
"""Characters of a number format in Excel."""


def read_styles(root: etree._Element) -> list[CellStyle]:
    """The cell styles of a workbook by their index, as cells name them with ``s``."""
    codes = dict(BUILT_IN)
    for item in _children(root, "numFmts"):
        identity = _number(item.get("numFmtId"))
        code = item.get("formatCode", "")
        codes[identity] = code if len(code) <= MAX_CODE else "General"
    fonts = [_marks(font) for font in _children(root, "fonts")]
    return [_style(item, codes, fonts) for item in _children(root, "cellXfs")]


def _style(item: etree._Element, codes: dict[int, str], fonts: list[tuple[bool, bool, bool]]) -> CellStyle:
    font = _number(item.get("fontId"))
    marks = fonts[font] if font < len(fonts) else (False, False, False)
    return CellStyle(codes.get(_number(item.get("numFmtId")), "General"), *marks)


def _marks(font: etree._Element) -> tuple[bool, bool, bool]:
    """Whether a font is bold, italic and struck out."""
    switches = {etree.QName(child).localname: child for child in font}
    return on(switches.get("b")), on(switches.get("i")), on(switches.get("strike"))


def _children(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of the group of that name, in either of the namespaces a workbook may use."""
    for group in root:
        if etree.QName(group).localname == name:
            yield from group


def _number(text: str | None) -> int:
    return whole_number(text) or 0
