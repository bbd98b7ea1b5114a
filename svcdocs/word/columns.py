"""Tables whose columns come from a loop or a condition: they share the room, so that the table keeps its width."""

from __future__ import annotations

import itertools
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
_GRID: Final = re.compile(f'<w:gridCol w:w="{_SHARE}"/>')


def share_widths(sheet: Sheet) -> None:
    """Prepare every table with cells in a loop or under a condition, in place.

    Cells in a loop share what the others leave, unless each prints its own width: then they keep their proportions, as
    cells do of which some may be left out and none is in a loop. A table with another inside it, or with cells that
    have no width of their own, is left as it is.
    """
    for table in list(sheet.root.iter(TBL)):
        looped = [cell for row in own(table, TBL, TR) for cell in _within(sheet, row, "for")]
        optional = any(_within(sheet, row, "if") for row in own(table, TBL, TR))
        grid = table.find(w("tblGrid"))
        others = (cell for cell in table.iter(TC) if cell not in looped)
        odd = any(True for _ in table.iterdescendants(TBL)) or not all(_has_width(cell) for cell in others)
        if not (looped or optional) or grid is None or odd:
            continue
        total = sum(whole(column.get(w("w"))) for column in grid)
        for cell in looped:
            if not _prints_width(cell):
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
        widths = _shared(_WIDTH.findall(match.group()), total)
        if len(widths) > len(widest):
            widest = widths
        left = iter(widths)
        return _WIDTH.sub(lambda _: f'<w:tcW w:w="{next(left)}"', match.group())

    table = _ROW.sub(fitted, table)
    return _GRID.sub("".join(f'<w:gridCol w:w="{width}"/>' for width in widest), table, count=1)


def _shared(widths: list[str], total: int) -> list[str]:
    """The widths of a row: shares worked out; where there are none, all widths in proportion."""
    fixed = sum(int(width) for width in widths if width != _SHARE)
    if _SHARE in widths:
        share = str(max(total - fixed, 0) // widths.count(_SHARE))
        return [share if width == _SHARE else width for width in widths]
    edges = [0, *itertools.accumulate(int(width) for width in widths)]
    return [str(end * total // fixed - start * total // fixed) for start, end in itertools.pairwise(edges)]


def _within(sheet: Sheet, row: Element, word: str) -> list[Element]:
    """The cells of a row that stand in a loop ("for") or under a condition ("if")."""
    depth, found = 0, []
    for child in row:
        step = sheet.steps[int(child.text or 0)] if is_mark(child) else None
        if isinstance(step, Tag):
            depth += (step.word == word) - (step.word == f"end{word}")
        elif child.tag == TC and depth:
            found.append(child)
    return found


def _has_width(cell: Element) -> bool:
    width = cell.find(f"{TCPR}/{w('tcW')}")
    return width is not None and width.get(w("type")) == "dxa" and whole(width.get(w("w"))) > 0


def _prints_width(cell: Element) -> bool:
    """Whether the width of a cell is printed: its number stands there only when the document is made."""
    width = cell.find(f"{TCPR}/{w('tcW')}")
    return width is not None and width.get(w("type")) == "dxa" and not (width.get(w("w")) or "0").isdecimal()


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
