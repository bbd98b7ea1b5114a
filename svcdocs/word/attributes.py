"""Tags that stand in no paragraph: in the properties of drawings and links, and in those of the file."""

from __future__ import annotations

from lxml import etree

from svcdocs.word.cleaning import without_marks
from svcdocs.word.faults import Place
from svcdocs.word.names import Element, P, T, nearest, w
from svcdocs.word.sheet import ATTRIBUTE, Sheet
from svcdocs.word.survey import shortened
from svcdocs.word.tags import Piece, join

_READ = (T, w("instrText"), w("delText"))


def take_attributes(sheet: Sheet) -> None:
    """Put a mark in the place of every tag in an attribute, such as the alternative text of a drawing."""
    for element in sheet.root.iter(etree.Element):
        inside = element.text or ""
        if element.tag not in _READ and ("{{" in inside or "{%" in inside):
            sheet.report(element, f"“{shortened(inside)}” stands where no tag is read.", "Print it in a paragraph.")
        for name, text in element.items():
            if "{{" in text or "{%" in text:
                element.set(name, marked(sheet, element, text, sheet.place(element)))


def marked(sheet: Sheet, element: Element, text: str, place: Place) -> str:
    """A text that is no paragraph, such as an attribute, with a mark in the place of each tag."""
    around = nearest(element, P)
    paragraph = element if around is None else around
    piece = Piece(element, without_marks(text))
    _, halves = join([piece], place, paragraph)
    result = "" if piece.items else piece.text
    for item in piece.items:
        if isinstance(item, str):
            result += item
        elif item.sign == "{{" and not item.level and item.source:
            item.extra["as"] = "attribute"
            result += ATTRIBUTE.format(sheet.add(item))
        else:
            sheet.fault(
                item, "stands in a property of a drawing, link or file.", "Only {{ name }} can be printed there."
            )
    for half in halves:
        sheet.report(element, f"“{half}” begins or ends a tag that is not whole.", place=place)
    return result
