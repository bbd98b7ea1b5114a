"""What Word leaves in a template that must not reach a document: editing traces, stale hints, ids it made up."""

from __future__ import annotations

import re

from lxml import etree

from svcdocs.word.names import W14, WP14, Element, remove, w

_MARKS = re.compile("[\ufdd0-\ufdd2]")
_DROPPED = (w("proofErr"), w("lastRenderedPageBreak"), w("permStart"), w("permEnd"))
_REVISION = re.compile(re.escape(w("")) + "rsid[A-Za-z]*")
_IDS = (f"{{{W14}}}paraId", f"{{{W14}}}textId", f"{{{WP14}}}anchorId", f"{{{WP14}}}editId")
_CHANGES = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))
_COMMENTS = (w("commentReference"), w("commentRangeStart"), w("commentRangeEnd"))


def clean(root: Element) -> None:
    """Take editing traces out of a part, in place.

    The ids that Word gives to paragraphs go altogether: they are optional, and in a loop they would repeat.
    """
    etree.strip_elements(root, *_DROPPED, with_tail=False)
    for comment in [node for node in root.iter(etree.Comment, etree.ProcessingInstruction) if node is not root]:
        if comment.getparent() is not None:
            remove(comment)
    for element in root.iter(etree.Element):
        # Line feeds between elements come from other programs than Word, and mean nothing.
        if element.tail and not element.tail.strip():
            element.tail = None
        if len(element) and element.text and not element.text.strip():
            element.text = None
        for name, text in element.items():
            if _MARKS.search(text):
                element.set(name, without_marks(text))
        if element.text and _MARKS.search(element.text):
            element.text = without_marks(element.text)
        for name in [str(name) for name in element.attrib if name in _IDS or _REVISION.fullmatch(str(name))]:
            del element.attrib[name]


def without_marks(text: str) -> str:
    """A text without the characters that stand for something while a template is taken apart; nobody can see them."""
    return _MARKS.sub("", text)


def clean_settings(root: Element) -> None:
    """Take out of the settings what asks the reader to update fields on opening, and the list of editing sessions."""
    for element in list(root):
        if element.tag in (w("updateFields"), w("rsids"), w("attachedTemplate"), w("trackRevisions")):
            root.remove(element)


def unfinished(root: Element) -> list[tuple[Element, str, str]]:
    """Changes nobody has accepted and comments nobody has deleted: element, what is wrong, what to do.

    Either would be published with every document.
    """
    found: list[tuple[Element, str, str]] = []
    change = next(root.iter(*_CHANGES), None)
    if change is not None and change.getparent() is not None:
        found.append(
            (change, "holds tracked changes.", "Accept or reject them (Review > Accept > Accept all changes).")
        )
    comment = next(root.iter(*_COMMENTS), None)
    if comment is not None:
        found.append((comment, "holds comments.", "Delete them (Review > Delete > Delete all comments)."))
    return found
