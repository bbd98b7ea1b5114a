"""The styles of a workbook being changed: a cell's own style with another fill, and that style again without it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from svcdocs.excel.cells import whole_number
from svcdocs.excel.package import BadPartError, parse_xml
from svcdocs.excel.patch_package import child_at
from svcdocs.excel.strings import namespace

BASES = (0xFDC0A0, 0xFDE090, 0xC8D0F0)
"""The colour of a mark by how much it matters; black letters stand out on each. Their low digits are shades."""
MANY = 256
_OURS = re.compile(r"(?:FF|00)?(?:FDC.A.|FDE.9.|C8D.F.)")
_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
_NO_FILL = '<fill><patternFill patternType="none"/></fill>'
_LEAST = {
    "fonts": ('<font><sz val="11"/><name val="Calibri"/></font>',),
    "fills": (_NO_FILL, '<fill><patternFill patternType="gray125"/></fill>'),
    "borders": ("<border><left/><right/><top/><bottom/><diagonal/></border>",),
    "cellStyleXfs": ('<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',),
    "cellXfs": ('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',),
}
"""What must stand first in each group: it is the look of cells that ask for none. Excel takes the first two fills for
these two, whatever they say."""
_FILL = re.compile(r"<fill>(?:[^<>&]|<[/a-zA-Z ][^<>&]*>)*</fill>")
"""What a fill may be that comes back from a list of ours: elements and attributes, nothing that unfolds."""


class Styles:
    """The part styles.xml as a tree. What is asked for twice is there once, so that marking anew adds nothing."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._space = namespace(root)
        for name, least in _LEAST.items():
            group = self._group(name)
            group.extend(self._xml(text) for text in least[len(group) :])
        self.kept: dict[str, str] = {}
        """For each colour that was used for a mark: what it lies over, as XML."""

    def marked(self, style: int, weight: int) -> int:
        """The style like another, filled with the colour of a mark; all else of it stays as it is."""
        like = self._style(style)
        under = self._text(self._item("fills", like.get("fillId")))
        colour = self._colour(weight, under)
        self.kept[colour] = under
        inner = f'<fgColor rgb="FF{colour}"/><bgColor indexed="64"/>'
        fill = self._xml(f'<fill><patternFill patternType="solid">{inner}</patternFill></fill>')
        new = deepcopy(like)
        new.set("fillId", str(self._add("fills", fill)))
        new.set("applyFill", "1")
        return self._add("cellXfs", new)

    def unmarked(self, fills: Mapping[str, str]) -> dict[int, int]:
        """For each style that is a mark's the one its cells had; ``fills`` says what lay under each colour."""
        found = {}
        for number, style in enumerate(list(self._group("cellXfs"))):
            colour = _solid(self._item("fills", style.get("fillId")))
            if colour is not None and _OURS.fullmatch(colour):
                found[number] = self._without(style, fills.get(colour[-6:], _NO_FILL))
        return found

    def style(self, *, font: str = "", fill: str = "", alignment: str = "", locked: bool = True) -> int:
        """A style made of the XML of its parts."""
        attributes = (
            f'numFmtId="0" fontId="{self._add("fonts", self._xml(font)) if font else 0}"'
            f' fillId="{self._add("fills", self._xml(fill)) if fill else 0}" borderId="0" xfId="0"'
            f' applyFont="1" applyFill="1" applyAlignment="1"'
        )
        inner = alignment + ("" if locked else '<protection locked="0"/>')
        return self._add("cellXfs", self._xml(f"<xf {attributes}>{inner}</xf>"))

    def _without(self, style: etree._Element, under: str) -> int:
        """The first style that is this one but for its fill."""
        fill = self._add("fills", self._xml(under if _FILL.fullmatch(under) else _NO_FILL))
        plain = deepcopy(style)
        plain.set("fillId", str(fill))
        wanted = self._alike(plain)
        for number, other in enumerate(self._group("cellXfs")):
            if self._alike(other) == wanted:
                return number
        return self._add("cellXfs", plain)

    def _colour(self, weight: int, under: str) -> str:
        """The colour of a mark over a fill: each fill of the workbook has a shade of its own, which tells it again."""
        shades = list(dict.fromkeys(self.kept.values()))
        shade = shades.index(under) if under in shades else len(shades)
        shade = min(shade, MANY - 1)
        return f"{BASES[weight] + ((shade >> 4) << 8) + (shade & 15):06X}"

    def _style(self, number: int) -> etree._Element:
        styles = self._group("cellXfs")
        return styles[number] if number < len(styles) else styles[0]

    def _item(self, group: str, number: str | None) -> etree._Element:
        items, at = self._group(group), whole_number(number) or 0
        return items[at] if at < len(items) else self._xml(_NO_FILL)

    def _group(self, name: str) -> etree._Element:
        return child_at(self.root, _ORDER[: _ORDER.index(name)], name)

    def _add(self, group: str, new: etree._Element) -> int:
        """The number of an item of a group: of one that is the same, else of this one, put behind the others."""
        items, wanted = self._group(group), self._text(new)
        for number, item in enumerate(items):
            if self._text(item) == wanted:
                return number
        new.tail = None
        items.append(new)
        items.set("count", str(len(items)))
        return len(items) - 1

    def _xml(self, text: str) -> etree._Element:
        """An element, its tags in the namespace of the part."""
        try:
            element = parse_xml(text.encode())
        except BadPartError:
            element = parse_xml(_NO_FILL.encode())
        for item in element.iter():
            item.tag = f"{self._space}{item.tag!s}"
        return element

    def _alike(self, style: etree._Element) -> str:
        """All of a style but whether its fill is said to be its own."""
        plain = deepcopy(style)
        plain.attrib.pop("applyFill", None)
        plain.set("fillId", plain.get("fillId", "0"))
        return self._text(plain)

    def _text(self, element: etree._Element) -> str:
        """An element as XML without its namespace, the same for whatever is the same."""
        plain = deepcopy(element)
        plain.tail = None
        for item in plain.iter("{*}*"):
            item.tag = str(item.tag).removeprefix(self._space)
            if not (item.text or "").strip():
                item.text = None
            if item is not plain:
                item.tail = None
        etree.cleanup_namespaces(plain)
        return etree.tostring(plain, method="c14n").decode()


def _solid(fill: etree._Element) -> str | None:
    """The colour of a fill that is one plain colour."""
    for pattern in fill:
        if pattern.get("patternType") == "solid":
            return next((str(part.get("rgb", "")).upper() for part in pattern if part.get("rgb")), None)
    return None
