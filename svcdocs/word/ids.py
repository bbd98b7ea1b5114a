"""Ids that must be unique over a document: renumbered once where they stand once, counted while rendering in loops."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from svcdocs.word.names import WP, Element, remove, w
from svcdocs.word.nesting import Open
from svcdocs.word.sheet import ATTRIBUTE, Sheet, Step

_DRAWING = f"{{{WP}}}docPr"
_START, _END = w("bookmarkStart"), w("bookmarkEnd")
_ID, _NAME = w("id"), w("name")
_LONGEST_NAME = 40
_ROOM_FOR_NUMBER = 10

Around = Mapping[Element, tuple[Open, ...]]


@dataclass(slots=True)
class Ids:
    """Counts ids over all parts of a template."""

    last: int = 0

    def next(self) -> int:
        """An id that nothing else has."""
        self.last += 1
        return self.last


def renumber(sheet: Sheet, around: Around, ids: Ids) -> None:
    """Give drawings, bookmarks and content controls ids that stay unique however often loops turn, in place."""
    for drawing in sheet.root.iter(_DRAWING):
        repeats = _loops(drawing, around)
        drawing.set("id", ATTRIBUTE.format(sheet.add(Step("id"))) if repeats else str(ids.next()))
    for shape in sheet.root.iter("{urn:schemas-microsoft-com:vml}shape"):
        if _loops(shape, around) and "id" in shape.attrib:
            del shape.attrib["id"]
    for control in list(sheet.root.iter(w("sdtPr"))):
        if _loops(control, around):
            for found in control.findall(_ID):
                control.remove(found)
    _bookmarks(sheet, around, ids)


def _bookmarks(sheet: Sheet, around: Around, ids: Ids) -> None:
    ends = {str(end.get(_ID)): end for end in sheet.root.iter(_END)}
    for start in list(sheet.root.iter(_START)):
        name = str(start.get(_NAME) or "")
        end = ends.pop(str(start.get(_ID)), None)
        # The bookmarks of headings are made anew, and Word's note of the last edit is nobody's business.
        if end is None or name.startswith(("_Toc", "_GoBack")) or around.get(start, ()) != around.get(end, ()):
            remove(start)
            if end is not None:
                remove(end)
        elif _loops(start, around):
            _counted(sheet, around, start, end, name)
        else:
            number = str(ids.next())
            start.set(_ID, number)
            end.set(_ID, number)
    for end in ends.values():
        if end.getparent() is not None:
            remove(end)


def _counted(sheet: Sheet, around: Around, start: Element, end: Element, name: str) -> None:
    """A bookmark in a loop: a new id and a new name for each turn, and the links to it beside it follow."""
    number = sheet.add(Step("bookmark"))
    again = Step("again", {"of": str(number)})
    del start.attrib[_ID], start.attrib[_NAME]
    start.set(_ID, ATTRIBUTE.format(number))
    fresh = f"{name[: _LONGEST_NAME - _ROOM_FOR_NUMBER]}_"
    start.set(_NAME, fresh + ATTRIBUTE.format(sheet.add(again)))
    end.set(_ID, ATTRIBUTE.format(sheet.add(again)))
    for link in sheet.root.iter(w("hyperlink")):
        if link.get(w("anchor")) == name and around.get(link, ())[: len(around[start])] == around[start]:
            link.set(w("anchor"), fresh + ATTRIBUTE.format(sheet.add(again)))


def _loops(element: Element, around: Around) -> bool:
    return any(opened.is_loop for opened in around.get(element, ()))
