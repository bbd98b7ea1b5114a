"""Characters on their way into a document: escaped always, breaks as Word's own breaks, nothing illegal."""

from __future__ import annotations

import re
from typing import Final

# Every character that cannot stand in Word's XML as it is. Found in one scan, because most text holds none.
_needs_care = re.compile('[&<>"\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]').search

# Those of them that are not simply written in another way.
_unlawful = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]").search

# Word's and Excel's ways to end a line inside a text: line feed, vertical tab (pasted from Word), form feed.
_BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c]")
_LOST: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
# Half of a character that was cut in two: it stood for something a reader would have seen, so its loss is shown.
_HALF: Final = re.compile("[\ud800-\udfff]")

_LINE = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


def printable(text: str) -> str:
    """The characters of a text that a document can hold.

    Every way to end a line becomes a line feed; control characters that XML forbids and that nobody can see go; half
    a surrogate pair becomes U+FFFD.
    """
    if _unlawful(text) is None:
        return text
    return _HALF.sub("\ufffd", _LOST.sub("", _BREAKS.sub("\n", text)))


def in_text(text: str) -> str:
    """A text as the inside of a ``w:t``: a line feed becomes a break, a tab a tab. Raises TypeError for no text."""
    if _needs_care(text) is None:
        return text
    return in_element(text).replace("\n", _LINE).replace("\t", _TAB)


def in_element(text: str) -> str:
    """A text as the inside of any XML element or of an attribute between double quotes."""
    if _needs_care(text) is None:
        return text
    text = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def in_attribute(text: str) -> str:
    """A text as the inside of an attribute between double quotes; line feeds and tabs survive the XML reader."""
    return in_element(text).replace("\n", "&#10;").replace("\t", "&#9;")
