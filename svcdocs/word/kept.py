"""What stays on one page with what stands behind it: paragraphs, and the rows at either end of a table.

A table is never cut so that one low row of it stands alone, below its heading row or at the top of another page.
"""

from __future__ import annotations

import re
from math import ceil
from typing import Final

from lxml import etree

from svcdocs.word.guards import is_mark
from svcdocs.word.names import TBL, Element, nearest
from svcdocs.word.sheet import Sheet, Step
from svcdocs.word.tags import Tag

_KEPT: Final = "<w:keepNext/>"
_OPENING: Final = re.compile(r"(<w:p(?: [^>]*)?(?<!/)>)(?:<w:pPr/>|(<w:pPr>(?:<w:pStyle [^>]*/>)?)(<w:keepNext/>)?)?")
_ROW_END, _CELL_END, _PARAGRAPH_END = "</w:tr>", "</w:tc>", "</w:p>"
_HEAD: Final = "<w:tblHeader"
_WIDTH: Final = re.compile(r'<w:tcW w:w="(\d+)"')
_TEXT: Final = re.compile("<w:t(?: [^>]*)?>([^<]*)|<w:br/>")
_LETTER, _EDGES = 100, 142
"""How wide a letter of table text is, and the room at the edges of a cell, in twentieths of a point."""
_LOW: Final = 6
"""A row with so many lines is low: two of these and a heading row stand on any page, wide or upright."""
_USUAL_WIDTH: Final = "2000"


def kept(paragraph: str) -> str:
    """The XML of paragraphs, each of which stays on one page with what follows it."""
    return _OPENING.sub(_with_keep, paragraph)


def mark_rows(sheet: Sheet) -> None:
    """Add the steps that keep the rows of tables together, around each table with rows from a loop, in place."""
    for table in list(sheet.root.iter(TBL)):
        is_nested = nearest(table, TBL) is not None or any(True for _ in table.iterdescendants(TBL))
        if not is_nested and _has_loop(sheet, table):
            table.addprevious(sheet.mark(Step("rows")))
            table.addnext(sheet.mark(Step("rows_end", {"of": str(len(sheet.steps) - 1)})))


def with_rows_kept(table: str) -> str:
    """The XML of a table, with its first row kept with the second and the last but one with the last, if all are low.

    Higher rows may stand alone: what they would leave blank on the page before is worse.
    """
    *rows, end = table.split(_ROW_END)
    heads = next((place for place, row in enumerate(rows) if _HEAD not in row), len(rows))
    for place in {heads, len(rows) - 2}:
        if heads <= place < len(rows) - 1 and _is_low(rows[place]) and _is_low(rows[place + 1]):
            rows[place] = kept(rows[place])
    return _ROW_END.join((*rows, end))


def _has_loop(sheet: Sheet, table: Element) -> bool:
    """Whether rows of a table come from a loop, and no part of it is written only when all the rest is."""
    here = [sheet.steps[int(node.text or 0)] for node in table if is_mark(node)]
    inside = (sheet.steps[int(node.text or 0)] for node in table.iter(etree.ProcessingInstruction) if is_mark(node))
    waits = any(isinstance(step, Step) and step.kind == "contents" for step in inside)
    return not waits and any(isinstance(step, Tag) and step.word == "for" for step in here)


def _with_keep(opening: re.Match[str]) -> str:
    begin, properties, has_it = opening.groups()
    if has_it:
        return opening.group()
    return f"{begin}{properties}{_KEPT}" if properties else f"{begin}<w:pPr>{_KEPT}</w:pPr>"


def _is_low(row: str) -> bool:
    return max(map(_lines, row.split(_CELL_END)[:-1]), default=0) <= _LOW


def _lines(cell: str) -> int:
    """About how many lines a cell takes."""
    width = _WIDTH.search(cell)
    room = max(int(width[1] if width else _USUAL_WIDTH) - _EDGES, _LETTER)
    return sum(_lines_of(paragraph, room) for paragraph in cell.split(_PARAGRAPH_END)[:-1])


def _lines_of(paragraph: str, room: int) -> int:
    said = "".join("\n" if found[1] is None else found[1] for found in _TEXT.finditer(paragraph))
    return sum(max(1, ceil(len(line) * _LETTER / room)) for line in said.split("\n"))
