"""A worksheet's part being changed: the style of cells, links on them, and the drawing of its notes; never a value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from svcdocs.excel.cells import column_letters, place, whole_number
from svcdocs.excel.our_marks import LIST_NAME
from svcdocs.excel.package import BadPartError
from svcdocs.excel.strings import namespace

ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection"),
    *("protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells"),
    *("phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins"),
    *("pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors"),
    *("smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls"),
    *("webPublishItems", "tableParts", "extLst"),
)
"""The parts of a worksheet in the order they must stand in. Source: ECMA-376, part 1, 18.3.1.99."""
_TO_A_LIST = re.compile(rf"'?{LIST_NAME}(?: \d+)?'?!\$?[A-Z]+\$?\d+")
_TRUE = frozenset({"1", "true", "on"})
_WIDTH, _HEIGHT = 64, 20
"""Pixels of a column and a row that say nothing of their size."""


class SheetPatch:
    """One worksheet as a tree. Raises BadPartError where it cannot be said which of its rows is which."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._space = namespace(root)
        if len(root.findall(f"{self._space}sheetData")) > 1:
            raise BadPartError("the rows of a sheet stand in two pieces")
        self._data = self._part("sheetData")
        self._rows = dict(_numbered(self._data))
        self._merged = [_corners(item.get("ref", "")) for item in root.iterfind(f"{self._space}mergeCells/*")]

    def shown_at(self, where: tuple[int, int]) -> tuple[int, int]:
        """The cell that shows what is done to one: the first of the range it is merged into, or itself."""
        row, column = where
        for top, left, bottom, right in self._merged:
            if top <= row <= bottom and left <= column <= right:
                return top, left
        return where

    def style(self, where: tuple[int, int]) -> int:
        """The style of a cell, or what a cell made there would have: that of its row or column."""
        row, column = where
        there = self._rows.get(row)
        if there is not None:
            cell = dict(_numbered(there)).get(column)
            if cell is not None:
                return whole_number(cell.get("s")) or 0
            if there.get("customFormat") in _TRUE:
                return whole_number(there.get("s")) or 0
        return next((whole_number(item.get("style")) or 0 for item in self._columns(column)), 0)

    def restyle(self, where: tuple[int, int], style: int) -> None:
        """Gives a cell a style; a blank one is made where there is none."""
        row, column = where
        line = self._rows.get(row)
        if line is None:
            line = self._insert(self._data, self._rows, row, "row", str(row))
            self._rows[row] = line
        cells = dict(_numbered(line))
        cell = cells.get(column)
        if cell is None:
            cell = self._insert(line, cells, column, "c", f"{column_letters(column)}{row}")
            if "spans" in line.attrib:
                del line.attrib["spans"]  # it only helps programs to be quick, and would be untrue
        cell.set("s", str(style))
        self._reach(where)

    def replace_styles(self, styles: Mapping[int, int]) -> bool:
        """Gives whatever has one of some styles another; whether anything had."""
        changed = False
        columns = self.root.iterfind(f"{self._space}cols/{self._space}col")
        kinds = (("style", columns), ("s", (item for row in self._data for item in (row, *row))))
        for name, items in kinds:
            for item in items:
                stated = whole_number(item.get(name))
                new = styles.get(stated) if stated is not None else None
                if new is not None:
                    item.set(name, str(new))
                    changed = True
        return changed

    def link(self, where: tuple[int, int], location: str, says: str) -> None:
        """A link on a cell that leads elsewhere in the workbook; a cell that has one already keeps that."""
        reference = f"{column_letters(where[1])}{where[0]}"
        links = self._part("hyperlinks")
        ranges = (_corners(item.get("ref", "")) for item in links)
        if any(top <= where[0] <= bottom and left <= where[1] <= right for top, left, bottom, right in ranges):
            return
        item = etree.SubElement(links, f"{self._space}hyperlink")
        for name, value in (("ref", reference), ("location", location), ("tooltip", says)):
            item.set(name, value)

    def drop_links(self) -> bool:
        """Takes out the links to a list of ours; whether there were any."""
        links = self.root.find(f"{self._space}hyperlinks")
        ours = [] if links is None else [item for item in links if _TO_A_LIST.fullmatch(item.get("location", ""))]
        for item in ours:
            assert links is not None
            links.remove(item)
        if links is not None and not len(links):
            self.root.remove(links)
        return bool(ours)

    def tidy(self) -> None:
        """Takes out a group that holds nothing, which a worksheet may not have."""
        links = self.root.find(f"{self._space}hyperlinks")
        if links is not None and not len(links):
            self.root.remove(links)

    def drawing(self, relationships: str, identity: str | None = None) -> str:
        """The id of the relationship to the drawing of its notes, "" where there is none; ``identity`` sets it."""
        name = f"{{{relationships}}}id"
        found = self.root.find(f"{self._space}legacyDrawing")
        if identity is None:
            return found.get(name, "") if found is not None else ""
        if identity:
            self._part("legacyDrawing", {"r": relationships}).set(name, identity)
        elif found is not None:
            self.root.remove(found)
        return identity

    def width(self, column: int) -> int:
        """Pixels a column is wide, near enough for the place of a note."""
        found = next(iter(self._columns(column)), None)
        if found is not None and found.get("hidden") in _TRUE:
            return 0
        wide = _figure(found.get("width")) if found is not None else None
        return round(wide * 7 + 5) if wide is not None else _WIDTH

    def height(self, row: int) -> int:
        """Pixels a row is high, near enough for the place of a note."""
        line = self._rows.get(row)
        if line is not None and line.get("hidden") in _TRUE:
            return 0
        high = _figure(line.get("ht")) if line is not None else None
        return round(high * 4 / 3) if high is not None else _HEIGHT

    def _columns(self, column: int) -> Iterator[etree._Element]:
        for item in self.root.iterfind(f"{self._space}cols/{self._space}col"):
            first, last = whole_number(item.get("min")) or 0, whole_number(item.get("max")) or 0
            if first <= column <= last:
                yield item

    def _part(self, name: str, spaces: dict[str, str] | None = None) -> etree._Element:
        """The part of that name; one is made where there is none, which declares the namespaces by their prefix."""
        found = self.root.find(f"{self._space}{name}")
        if found is None:
            found = etree.Element(f"{self._space}{name}", nsmap=spaces)
            before = ORDER[: ORDER.index(name)]
            at = [number for number, child in enumerate(self.root) if etree.QName(child).localname in before]
            self.root.insert(at[-1] + 1 if at else 0, found)
        return found

    def _insert(
        self, parent: etree._Element, there: Mapping[int, etree._Element], number: int, name: str, reference: str
    ) -> etree._Element:
        """A new row or cell where its number belongs."""
        new = etree.Element(f"{self._space}{name}")
        new.set("r", reference)
        after = sorted(other for other in there if other > number)
        if after:
            there[after[0]].addprevious(new)
        else:
            parent.append(new)
        return new

    def _reach(self, where: tuple[int, int]) -> None:
        """States anew how far the sheet reaches, where a cell was made beyond that."""
        stated = self.root.find(f"{self._space}dimension")
        if stated is None or (corners := _corners(stated.get("ref", ""))) == _NOWHERE:
            return
        top, left, bottom, right = corners
        row, column = where
        if not (top <= row <= bottom and left <= column <= right):
            first = f"{column_letters(min(left, column))}{min(top, row)}"
            stated.set("ref", f"{first}:{column_letters(max(right, column))}{max(bottom, row)}")


_NOWHERE = (0, 0, 0, 0)


def walked(size: Iterable[tuple[int, int]], pixels: int) -> tuple[int, int]:
    """Where so many pixels end: in which column or row, and how many into it; ``size`` gives each in turn."""
    number = 0
    for number, wide in size:
        if pixels < wide:
            return number, pixels
        pixels -= wide
    return number, 0


def _numbered(parent: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Rows or cells by their numbers; one that does not say follows the one before it."""
    before = 0
    for item in parent:
        stated = item.get("r", "")
        found = place(stated)
        number = found[1] if found else whole_number(stated)
        before = number or before + 1
        yield before, item


def _corners(reference: str) -> tuple[int, int, int, int]:
    first, _, last = reference.partition(":")
    start, end = place(first), place(last or first)
    if start is None or end is None:
        return _NOWHERE
    return (min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))


def _figure(text: str | None) -> float | None:
    try:
        return float(text or "")
    except ValueError:
        return None
