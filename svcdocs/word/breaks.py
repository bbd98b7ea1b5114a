"""Section breaks that stand in the paragraph of a tag: given a paragraph of their own beside it."""

from __future__ import annotations

import copy

from lxml import etree

from svcdocs.word.names import PPR, SECTPR, Element, P, remove
from svcdocs.word.tags import Tag


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
