"""Text as a workbook stores it: shared and inline strings, escapes undone, bold and italic kept as runs."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from svcdocs.excel.package import BadPartError, parse_xml

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ENTITY = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6}));")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}
_OFF = frozenset({"0", "false", "off"})
_ITEM = re.compile(r'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>|(<si>[^<]*(?:<(?!/?si>)[^<]*)*</si>)')
_INLINE = re.compile(r'<is><t(?: xml:space="preserve")?>([^<]*)</t></is>')
_TABLE = re.compile(r"<sst(?:\s[^<>]*)?(?<!/)>")
_TABLE_END = "</sst>"
_HEAD = 4_096
"""Characters in which the table of strings must have begun."""


class Fragment(NamedTuple):
    """A stretch of a rich text; ``own`` is False where it has no font of its own and looks like its cell."""

    text: str
    bold: bool
    italic: bool
    own: bool
    struck: bool = False


class StoredText(NamedTuple):
    """One string of a workbook: its characters, and its fragments where it is rich text."""

    text: str
    fragments: tuple[Fragment, ...] = ()

    def runs(self, *, bold: bool, italic: bool) -> Sequence[Fragment]:
        """The stretches as shown in a cell whose style has these marks; () where all of it looks like the cell."""
        merged: list[Fragment] = []
        for piece in self.fragments:
            shown = piece if piece.own else Fragment(piece.text, bold, italic, own=False)
            if merged and merged[-1][1:3] == shown[1:3]:
                merged[-1] = merged[-1]._replace(text=merged[-1].text + shown.text)
            else:
                merged.append(shown)
        return () if all(piece[1:3] == (bold, italic) for piece in merged) else merged

    def struck_out(self, *, cell: bool) -> str:
        """The words that are struck out, where ``cell`` says whether those are that look like their cell."""
        if not self.fragments:
            return self.text if cell else ""
        return stretches((piece.text, piece.struck if piece.own else cell) for piece in self.fragments)


def shared_strings(data: bytes, text: str | None, part: str) -> list[StoredText]:
    """The shared strings of a workbook in order, from the bytes of their part and, if it is UTF-8, its characters.

    Raises BadPartError for what is no XML.
    """
    found = _by_pattern(text, part) if text is not None else None
    return found if found is not None else strings_by_tree(parse_xml(data, part))


def strings_by_tree(root: etree._Element) -> list[StoredText]:
    """The shared strings of a table in whatever form it is written."""
    space = namespace(root)
    return [read_string(item, space) for item in root.iterchildren(f"{space}si")]


def read_string(item: etree._Element, space: str) -> StoredText:
    """One ``si`` or ``is`` element, its tags in the namespace ``space``; how Japanese signs are spoken is left out."""
    if len(item) == 1 and item[0].tag == f"{space}t":
        return StoredText(clean(item[0].text or ""))
    pieces = [piece for child in item if (piece := _fragment(child, space)) and piece.text]
    text = "".join(piece.text for piece in pieces)
    if any(piece.own for piece in pieces):
        return StoredText(text, tuple(pieces))
    return StoredText(text)


def inline_string(xml: str) -> StoredText:
    """One ``is`` element as characters. Raises BadPartError for what is no XML."""
    plain = _INLINE.fullmatch(xml)
    if plain is not None:
        return StoredText(clean(unescape(plain[1])))
    return read_string(parse_xml(xml.encode()), "")


def unescape(text: str) -> str:
    """Characters of XML with its entities resolved. Raises BadPartError for an entity XML does not know."""
    if "&" not in text:
        return text
    plain, resolved = _ENTITY.subn(_meant, text)
    if resolved != text.count("&"):
        raise BadPartError("an entity is not declared")
    return plain


def is_plain(text: str) -> bool:
    """Whether ``unescape`` is sure to resolve all of a text, since it holds no entities but those with a name."""
    return text.count("&") == sum(map(text.count, _ENTITIES)) if "&" in text else True


def stretches(pieces: Iterable[tuple[str, bool]]) -> str:
    """The words of the pieces of a text that bear a mark, an ellipsis between those that are apart."""
    runs = ("".join(words for words, _ in run) for marked, run in groupby(pieces, lambda one: one[1]) if marked)
    return " … ".join(words for run in runs if (words := run.strip()))


def clean(text: str) -> str:
    """Text with Excel's ``_x000D_`` escapes undone, and line ends of one kind, as Python has them."""
    if "_x" in text:
        text = _without_escapes(text)
    return one_line_end(text)


def one_line_end(text: str) -> str:
    """Text with line ends of one kind."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def on(element: etree._Element | None) -> bool:
    """Whether a switch such as ``<b/>`` is on: present, and not set to 0."""
    return element is not None and element.get("val", "1") not in _OFF


def namespace(root: etree._Element) -> str:
    """The namespace of an element as it stands before a tag: "{…}", or "" for none."""
    name = etree.QName(root).namespace
    return f"{{{name}}}" if name else ""


def _by_pattern(text: str, part: str) -> list[StoredText] | None:
    """The table by the regular form programs write it in; None for another form. Rich texts go through a small tree."""
    table, end = _TABLE.search(text, 0, _HEAD), text.rfind(_TABLE_END)
    if table is None or end < table.end():
        return None
    pieces = _ITEM.split(text[table.end() : end])
    if "".join(pieces[::3]).strip():
        return None
    rich = [xml for xml in pieces[2::3] if xml is not None]
    try:
        root = parse_xml(f"{text[: table.end()]}{''.join(rich)}{text[end:]}".encode(), part)
        trees = iter(strings_by_tree(root))
        if len(root) != len(rich):
            return None
        return [StoredText(clean(unescape(plain))) if plain is not None else next(trees) for plain in pieces[1::3]]
    except BadPartError:
        return None


def _fragment(child: etree._Element, space: str) -> Fragment | None:
    if child.tag == f"{space}t":
        return Fragment(clean(child.text or ""), bold=False, italic=False, own=False)
    if child.tag != f"{space}r":
        return None
    text = clean("".join(part.text or "" for part in child.iterchildren(f"{space}t")))
    font = child.find(f"{space}rPr")
    if font is None:
        return Fragment(text, bold=False, italic=False, own=False)
    bold, italic, struck = (on(font.find(f"{space}{mark}")) for mark in ("b", "i", "strike"))
    return Fragment(text, bold, italic, own=True, struck=struck)


def _meant(entity: re.Match[str]) -> str:
    return _ENTITIES.get(entity[0]) or _character(entity[2], entity[3])


def _character(decimal: str | None, hexadecimal: str | None) -> str:
    code = int(decimal) if decimal else int(hexadecimal or "0", 16)
    if not 0 < code <= sys.maxunicode or 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 (halves of a character)
        raise BadPartError("a character that does not exist is referred to")
    return chr(code)


def _without_escapes(text: str) -> str:
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    # An emoji may have been escaped as its two halves, which are one character only together.
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
