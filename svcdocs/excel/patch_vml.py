"""The drawing of a sheet's notes (VML) being changed: a box for each note, large enough to be read.

Source of its form: Microsoft's "[MS-OE376]: Office Implementation Information for ECMA-376", and ECMA-376, part 4.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from lxml import etree

from svcdocs.excel.patch_cells import SheetPatch, walked

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_V, _O, _X = (
    "urn:schemas-microsoft-com:vml",
    "urn:schemas-microsoft-com:office:office",
    "urn:schemas-microsoft-com:office:excel",
)
_SPACES = {"v": _V, "o": _O, "x": _X}
_BLOCK = 1024
"""A drawing numbers its boxes within blocks of so many, and states the blocks it uses."""
_WIDE, _LINE, _LEAST, _MOST = 380, 17, 70, 640
_LETTERS = 50
"""Letters in a line of a note that is ``_WIDE`` pixels wide."""
_IDENTITY = re.compile(r"_s(\d+)$")


def new_drawing(block: int) -> etree._Element:
    """A drawing without boxes; ``block`` is one that no other drawing of the workbook uses."""
    text = f"""<xml xmlns:v="{_V}" xmlns:o="{_O}" xmlns:x="{_X}"><o:shapelayout v:ext="edit"
      ><o:idmap v:ext="edit" data="{block}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600"
      o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t"
      o:connecttype="rect"/></v:shapetype></xml>"""
    return etree.fromstring(re.sub(r"\s+(?=[o>])", " ", text))


def blocks_of(drawing: etree._Element) -> list[int]:
    """The blocks of numbers a drawing uses."""
    stated = (item.get("data", "") for item in drawing.iter(f"{{{_O}}}idmap"))
    return [int(number) for text in stated for number in re.findall(r"\d+", text)]


def add_boxes(drawing: etree._Element, notes: Mapping[tuple[int, int], str], sheet: SheetPatch) -> None:
    """A box for each note by (row, column) of its cell; one that is there already is made large enough."""
    there = {where: shape for shape in drawing.iter(f"{{{_V}}}shape") if (where := _place(shape))}
    number = max([_BLOCK * min(blocks_of(drawing), default=1), *_numbers(drawing)])
    for where, words in notes.items():
        if where in there:
            _enlarge(there[where], words, sheet)
            continue
        number += 1
        drawing.append(_box(number, where, _anchor(words, where, sheet)))
    used = sorted({each // _BLOCK for each in _numbers(drawing)} | set(blocks_of(drawing)))
    for item in drawing.iter(f"{{{_O}}}idmap"):
        item.set("data", ",".join(map(str, used)))


def drop_boxes(drawing: etree._Element, cells: Collection[tuple[int, int]]) -> None:
    """Takes out the boxes of the notes of some cells."""
    for shape in list(drawing.iter(f"{{{_V}}}shape")):
        parent = shape.getparent()
        if parent is not None and _place(shape) in cells:
            parent.remove(shape)


def is_blank(drawing: etree._Element) -> bool:
    """Whether a drawing shows nothing."""
    kinds = ("shapetype", "shapelayout")
    return all(etree.QName(item).localname in kinds for item in drawing)


def _box(number: int, where: tuple[int, int], anchor: str) -> etree._Element:
    row, column = where
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
    text = (
        f'<xml {spaces}><v:shape id="_x0000_s{number}" type="#_x0000_t202"'
        ' style="position:absolute;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
        '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column>"
        "</x:ClientData></v:shape></xml>"
    )
    return etree.fromstring(text)[0]


def _anchor(words: str, where: tuple[int, int], sheet: SheetPatch) -> str:
    """The corners of a box beside a cell: each as a column or row, counted from 0, and pixels within it."""
    row, column = where
    high = _height(words)
    top = max(row - 1, 1)
    widths = ((number, sheet.width(number)) for number in range(column + 1, column + 400))
    heights = ((number, sheet.height(number)) for number in range(top, top + 400))
    right, over = walked(widths, 15 + _WIDE)
    bottom, below = walked(heights, 5 + high)
    return f"{column}, 15, {top - 1}, 5, {right - 1}, {over}, {bottom - 1}, {below}"


def _enlarge(shape: etree._Element, words: str, sheet: SheetPatch) -> None:
    """Makes a box of somebody's that has our words in it too as large as they need; never smaller."""
    for item in shape.iter(f"{{{_X}}}Anchor"):
        numbers = [int(each) for each in re.findall(r"-?\d+", item.text or "")]
        if len(numbers) != 8:  # noqa: PLR2004 (two corners, each a column, a row and what is over)
            continue
        left, dx, top, dy, right, over, bottom, below = numbers
        wide = sum(sheet.width(number + 1) for number in range(left, right)) - dx + over
        high = sum(sheet.height(number + 1) for number in range(top, bottom)) - dy + below
        if wide < _WIDE or high < _height(words):
            widths = ((number, sheet.width(number)) for number in range(left + 1, left + 400))
            heights = ((number, sheet.height(number)) for number in range(top + 1, top + 400))
            right, over = walked(widths, dx + max(wide, _WIDE))
            bottom, below = walked(heights, dy + max(high, _height(words)))
            item.text = f"{left}, {dx}, {top}, {dy}, {right - 1}, {over}, {bottom - 1}, {below}"


def _height(words: str) -> int:
    lines = sum(1 + len(line) // _LETTERS for line in words.split("\n"))
    return min(max(lines * _LINE + 12, _LEAST), _MOST)


def _numbers(drawing: etree._Element) -> Iterable[int]:
    identities = (shape.get("id", "") for shape in drawing.iter(f"{{{_V}}}shape"))
    spids = (shape.get(f"{{{_O}}}spid", "") for shape in drawing.iter(f"{{{_V}}}shape"))
    return [int(match[1]) for text in (*identities, *spids) if (match := _IDENTITY.search(text))]


def _place(shape: etree._Element) -> tuple[int, int] | None:
    """The cell whose note a box is; None for a box of another kind."""
    for data in shape.iter(f"{{{_X}}}ClientData"):
        row, column = data.findtext(f"{{{_X}}}Row", ""), data.findtext(f"{{{_X}}}Column", "")
        if data.get("ObjectType") == "Note" and row.strip().isdecimal() and column.strip().isdecimal():
            return int(row) + 1, int(column) + 1
    return None
