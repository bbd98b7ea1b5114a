"""Tables whose columns come from a loop: these share what room the others leave, so that the table keeps its width."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from svcdocs.word.guards import is_mark
from svcdocs.word.names import TBL, TC, TCPR, TR, Element, own, w, whole
from svcdocs.word.sheet import Sheet, Step
from svcdocs.word.tags import Tag

# What stands for a width until the columns are counted: characters that no document can hold otherwise, because the
# program cleans templates of them and writes widths itself.
_SHARE: Final = "\ufdd2"
_ROW: Final = re.compile("<w:tr[ >].*?</w:tr>", re.DOTALL)
_WIDTH: Final = re.compile(rf'<w:tcW w:w="(\d+|{_SHARE})"')
_GRID: Final = f'<w:gridCol w:w="{_SHARE}"/>'


def share_widths(sheet: Sheet) -> None:
    """Prepare every table with a loop over cells, in place.

    A table with another inside it, or with cells that have no width of their own, is left as it is.
    """
    for table in list(sheet.root.iter(TBL)):
        looped = [cell for row in own(table, TBL, TR) for cell in _looped(sheet, row)]
        grid = table.find(w("tblGrid"))
        others = (cell for cell in table.iter(TC) if cell not in looped)
        odd = any(True for _ in table.iterdescendants(TBL)) or not all(_has_width(cell) for cell in others)
        if not looped or grid is None or odd:
            continue
        total = sum(whole(column.get(w("w"))) for column in grid)
        for cell in looped:
            _set_share(cell)
        for column in list(grid):
            grid.remove(column)
        etree.SubElement(grid, w("gridCol")).set(w("w"), _SHARE)
        table.addprevious(sheet.mark(Step("columns", {})))
        number = str(len(sheet.steps) - 1)
        table.addnext(sheet.mark(Step("columns_end", {"of": number, "total": str(total)})))


def fit(table: str, total: int) -> str:
    """The XML of a table with its shares worked out. ``total`` is the width of all columns in twentieths of a point."""
    widest: list[str] = []

    def fitted(match: re.Match[str]) -> str:
        nonlocal widest
        widths = _WIDTH.findall(match.group())
        fixed = sum(int(width) for width in widths if width != _SHARE)
        share = str(max(total - fixed, 0) // max(widths.count(_SHARE), 1))
        if len(widths) > len(widest):
            widest = [share if width == _SHARE else width for width in widths]
        return match.group().replace(f'<w:tcW w:w="{_SHARE}"', f'<w:tcW w:w="{share}"')

    table = _ROW.sub(fitted, table)
    return table.replace(_GRID, "".join(f'<w:gridCol w:w="{width}"/>' for width in widest), 1)


def _looped(sheet: Sheet, row: Element) -> list[Element]:
    """The cells of a row that stand in a loop."""
    depth, found = 0, []
    for child in row:
        step = sheet.steps[int(child.text or 0)] if is_mark(child) else None
        if isinstance(step, Tag):
            depth += (step.word == "for") - (step.word == "endfor")
        elif child.tag == TC and depth:
            found.append(child)
    return found


def _has_width(cell: Element) -> bool:
    width = cell.find(f"{TCPR}/{w('tcW')}")
    return width is not None and width.get(w("type")) == "dxa" and whole(width.get(w("w"))) > 0


def _set_share(cell: Element) -> None:
    properties = cell.find(TCPR)
    if properties is None:
        properties = etree.Element(TCPR)
        cell.insert(0, properties)
    width = properties.find(w("tcW"))
    if width is None:
        width = etree.Element(w("tcW"))
        properties.insert(0, width)
    for name in list(width.attrib):
        del width.attrib[name]
    width.set(w("w"), _SHARE)
    width.set(w("type"), "dxa")
