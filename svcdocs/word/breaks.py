"""Section breaks: those in the paragraph of a tag, loops and conditions over whole sections, sections left empty.

A loop or condition may hold whole sections: it begins right behind a break, and each of its turns ends with one. A
section in which nothing is printed goes with its break, so that no page is left blank.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field

from lxml import etree

from svcdocs.word.guards import is_mark
from svcdocs.word.names import PPR, SECTPR, TBL, Element, P, remove, w
from svcdocs.word.sheet import Sheet, Step
from svcdocs.word.tags import Tag

_SET_ONCE = (w("headerReference"), w("footerReference"))
_TYPE = w("type")
_CONTROL = w("sdt")
_CONTENT = (P, TBL, _CONTROL)


def freed_of_its_break(paragraph: Element, tag: Tag) -> bool:
    """Give the section break of a tag's paragraph a paragraph of its own, outside what the tag opens or closes.

    LibreOffice leaves out the blank paragraph of a section break, and puts the break into the tag's before it. False
    where the break has no place: in the middle of a condition.
    """
    properties = paragraph.find(PPR)
    if properties is None or tag.word not in ("if", "for", "endif", "endfor"):
        return False
    own_break = etree.Element(P, nsmap=paragraph.nsmap)
    own_break.append(copy.deepcopy(properties))
    for section in list(properties.iter(SECTPR)):
        remove(section)
    if tag.word.startswith("end"):
        paragraph.addnext(own_break)
    else:
        paragraph.addprevious(own_break)
    return True


def check_breaks(sheet: Sheet) -> None:
    """Report breaks inside loops and conditions that hold more than whole sections.

    What stands before or behind such a break would otherwise get its pages from another section in some documents:
    text that was set upright would lie on its side.
    """
    body = sheet.root.find(w("body"))
    if body is None:
        return
    walk = _Walk(sheet)
    for node in body:
        step = sheet.steps[int(node.text or 0)] if is_mark(node) else None
        if isinstance(step, Tag):
            walk.tag(step)
        elif step is not None or node.tag in _CONTENT:  # a step here stands for the contents
            walk.content(node)


def mark_sections(sheet: Sheet) -> None:
    """Add the steps that take back a section in which nothing was printed, in place."""
    body = sheet.root.find(w("body"))
    if body is None or not len(body) or body[-1].tag != SECTPR:
        return
    breaks = {node: found for node in body for found in [_break_of(node)] if found is not None}
    if not breaks:
        return
    _say_heads(list(breaks.values()), body[-1])
    body.insert(0, sheet.mark(Step("sections")))
    for node in breaks:
        node.addprevious(sheet.mark(Step("section")))
        node.addnext(sheet.mark(Step("section_end", {"of": str(len(sheet.steps) - 1)})))
    body[-1].addprevious(sheet.mark(Step("section")))
    body.append(sheet.mark(Step("sections_end", {"of": str(len(sheet.steps) - 1)})))


def _break_of(node: Element) -> Element | None:
    """The section break in a paragraph, or in the last one of a control: LibreOffice puts contents into one."""
    last = node if node.tag == P else next(reversed(list(node.iter(P))), None) if node.tag == _CONTROL else None
    properties = None if last is None else last.find(PPR)
    return None if properties is None else properties.find(SECTPR)


def _say_heads(sections: list[Element], last: Element) -> None:
    """Give each section the heads and feet that it takes over from the one before it, which may not be printed."""
    held: dict[tuple[str, str], Element] = {}
    for section in (*sections, last):
        own = {(str(one.tag), one.get(_TYPE, "")): one for one in section.iter(*_SET_ONCE)}
        for place, key in enumerate([key for key in held if key not in own]):
            section.insert(place, copy.deepcopy(held[key]))
        held |= own


@dataclass(slots=True)
class _Open:
    """A loop or condition that has not ended; ``is_whole`` as long as no part of it holds more than whole sections."""

    tag: Tag
    begins_section: bool
    is_whole: bool
    breaks: list[Element] = field(default_factory=list)


class _Walk:
    """Walks the body of a document and knows at each point whether a section has just ended, whatever the data."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._open: list[_Open] = []
        self._at_break = True

    def content(self, node: Element) -> None:
        self._at_break = _break_of(node) is not None
        if self._at_break:
            for opened in self._open:
                opened.breaks.append(node)

    def tag(self, tag: Tag) -> None:
        if tag.sign == "{{":
            self._at_break = False
        elif tag.word in ("if", "for"):
            self._open.append(_Open(tag, self._at_break, self._at_break))
        elif self._open:
            self._turn(tag)

    def _turn(self, tag: Tag) -> None:
        opened = self._open[-1]
        opened.is_whole = opened.is_whole and self._at_break
        self._at_break = opened.begins_section
        if tag.word.startswith("end"):
            self._open.pop()
            self._at_break = opened.is_whole
            if opened.breaks and not opened.is_whole:
                message = f"a section ends between {opened.tag.typed} and its end, which hold more than whole sections."
                hint = "Begin the loop or condition right behind a section break and end each part of it with one."
                self._sheet.report(opened.breaks[0], message, hint)
