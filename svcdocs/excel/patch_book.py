"""The workbook part being changed: its sheets by name, one more sheet added or taken out, and its styles."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from lxml import etree

from svcdocs.excel.cells import whole_number
from svcdocs.excel.package import BadPartError
from svcdocs.excel.patch_package import Patch
from svcdocs.excel.patch_vml import blocks_of
from svcdocs.excel.spec_laws import MAX_SHEET_NAME
from svcdocs.excel.strings import namespace

_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_STYLES = (
    '<styleSheet xmlns="{}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2">'
    '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)
_OWN = frozenset({"printerSettings", "vmlDrawing", "comments", "drawing"})
"""What a sheet leads to that is its own and goes with it."""


class Tab(NamedTuple):
    """One worksheet: its name and its part."""

    name: str
    part: str


class BookPatch:
    """The workbook part of a package that is being changed."""

    def __init__(self, patch: Patch, part: str, root: etree._Element) -> None:
        self.part, self.root = part, root
        self._patch = patch
        self._space = namespace(root)
        self._id = f"{{{patch.relationships}}}id"

    @property
    def tabs(self) -> list[Tab]:
        """The worksheets in the order of their tabs."""
        links = self._patch.links(self.part)
        found = ((item.get("name", ""), links.get(item.get(self._id, ""))) for item in self._sheets())
        return [
            Tab(name, link.target)
            for name, link in found
            if link and link.kind == "worksheet" and self._patch.has(link.target)
        ]

    @property
    def lacks_a_sheet(self) -> bool:
        """Whether a tab leads to a part that is not in the file: the next part to come would be taken for it."""
        return any(
            link.kind == "worksheet" and not self._patch.has(link.target)
            for link in self._patch.links(self.part).values()
        )

    def free_name(self, name: str) -> str:
        """The name, with a number behind it where a sheet is called that already."""
        taken = {item.get("name", "").casefold() for item in self._sheets()}
        names = (f"{name} {number}" if number > 1 else name for number in range(1, len(taken) + 2))
        return next(each for each in names if each.casefold() not in taken)[:MAX_SHEET_NAME]

    def add_tab(self, name: str, part: str) -> None:
        """Puts a worksheet behind the others, also where the structure of the workbook is locked."""
        numbers = [whole_number(item.get("sheetId")) or 0 for item in self._sheets()]
        group = self.root.find(f"{self._space}sheets")
        assert group is not None
        item = etree.SubElement(group, f"{self._space}sheet")
        item.set("name", name)
        item.set("sheetId", str(max(numbers, default=0) + 1))
        item.set(self._id, self._patch.link(self.part, "worksheet", part))
        self._patch.put(self.part, self.root)

    def drop_tab(self, name: str) -> None:
        """Takes a worksheet out, with what is its alone; names that belong to later sheets follow those."""
        links = self._patch.links(self.part)
        for at, item in enumerate(self._sheets()):
            identity = item.get(self._id, "")
            if item.get("name") != name or identity not in links:
                continue
            target = links[identity].target
            for link in self._patch.links(target).values():
                if link.kind in _OWN:
                    self._patch.remove(link.target)
            self._patch.remove(target)
            self._patch.unlink(self.part, identity)
            self._sheets_group().remove(item)
            self._close_up(at)
            self._patch.put(self.part, self.root)
            return

    def styles(self) -> etree._Element:
        """The root of the styles; plain ones where the workbook has none."""
        part = self._styles_part()
        if part:
            return self._patch.tree(part)
        return etree.fromstring(_STYLES.format(etree.QName(self.root).namespace or ""))

    def put_styles(self, root: etree._Element) -> None:
        """Puts the styles back."""
        part = self._styles_part()
        if not part:
            part = posixpath.join(posixpath.dirname(self.part), "styles.xml")
            self._patch.link(self.part, "styles", part)
        self._patch.put(part, root, _STYLES_TYPE)

    def free_block(self) -> int:
        """A block of numbers for boxes that no drawing of the workbook uses."""
        used: set[int] = set()
        for tab in self.tabs:
            for link in self._patch.links(tab.part).values():
                if link.kind == "vmlDrawing" and self._patch.has(link.target):
                    used.update(blocks_of(self._patch.tree(link.target, salvage=True)))
        return next(number for number in range(1, len(used) + 2) if number not in used)

    def _styles_part(self) -> str:
        links = self._patch.links(self.part).values()
        return next((link.target for link in links if link.kind == "styles" and self._patch.has(link.target)), "")

    def _sheets_group(self) -> etree._Element:
        group = self.root.find(f"{self._space}sheets")
        if group is None:
            raise BadPartError(f"{self.part} names no sheets")
        return group

    def _sheets(self) -> list[etree._Element]:
        return list(self._sheets_group())

    def _close_up(self, gone: int) -> None:
        """Counts the sheets anew wherever they go by their place."""
        for view in self.root.iterfind(f"{self._space}bookViews/*"):
            for name in ("activeTab", "firstSheet"):
                at = whole_number(view.get(name))
                if at is not None and at >= gone and at > 0:
                    view.set(name, str(at - 1))
        for names in self.root.iterfind(f"{self._space}definedNames"):
            for item in list(names):
                at = whole_number(item.get("localSheetId"))
                if at is not None and at == gone:
                    names.remove(item)
                elif at is not None and at > gone:
                    item.set("localSheetId", str(at - 1))


def open_book(patch: Patch) -> BookPatch:
    """The workbook part of a package. Raises BadPartError."""
    main = (link.target for link in patch.links("").values() if link.kind == "officeDocument")
    part = next((target for target in main if patch.has(target)), "xl/workbook.xml")
    return BookPatch(patch, part, patch.tree(part))
