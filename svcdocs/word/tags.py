"""Tags as people type them in Word: found across the runs Word tears them into, and read into their parts."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, cast

from lxml import etree

from svcdocs.word.expressions import Expression
from svcdocs.word.faults import Place
from svcdocs.word.names import RPR, RUN, XML_SPACE, Element, P, T, fragment, nearest, w

Level = Literal["", "p", "r", "tr", "tc"]

Looks = tuple[str, str, str, str]
"""The properties of a run as XML: as they are, with bold, with italic, with both."""

MARK: Final = "svcdocs"
"""The target of the processing instructions that stand for tags while a template is taken apart."""

_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HALF: Final = re.compile(r"\{\{|\}\}|\{%|%\}|\{#")
_LEVEL: Final = re.compile(r"(p|r|tr|tc)(?=\s)")
_TYPED: Final = str.maketrans("“”„‘’‚\u00a0\u2007\u202f", "\"\"\"'''   ")
_FOREIGN: Final = "\ufffc"
_CHARACTERS: Final = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("noBreakHyphen"): "-", w("softHyphen"): ""}
_EMPTY: Final = {w("rPr"), w("t")}


@dataclass(slots=True)
class Tag:
    """One tag. ``word`` is the first word of a ``{% %}``; ``source`` is what follows it, or what is printed."""

    typed: str
    sign: str
    level: Level
    word: str
    source: str
    place: Place
    paragraph: Element
    number: int = -1
    expression: Expression | None = None
    looks: Looks = ("", "", "", "")
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Piece:
    """The text of one element of a paragraph, and what it becomes: strings and tags in order."""

    element: Element
    text: str
    items: list[str | Tag] = field(default_factory=list)


def read_tag(typed: str, place: Place, paragraph: Element) -> Tag:
    """Read one tag, with the quotation marks Word makes while typing turned back into plain ones."""
    sign, inside = typed[:2], typed[2:-2].translate(_TYPED)
    match = _LEVEL.match(inside) if sign != "{#" else None
    level = cast("Level", match.group(1) if match else "")
    word, source = "", inside[len(level) :].strip()
    if sign == "{%":
        word, source = (*source.split(maxsplit=1), "", "")[:2]
    return Tag(typed, sign, level, word, source, place, paragraph)


def looks_of(run: Element) -> Looks:
    """The looks of a run. Bold and italic are set where the schema wants them: behind the style and the font."""
    properties = run.find(RPR)

    def variant(*names: str) -> str:
        changed = etree.Element(RPR, nsmap=run.nsmap) if properties is None else copy.deepcopy(properties)
        for name in names:
            for old in changed.findall(w(name)):
                changed.remove(old)
        first = [n for n, child in enumerate(changed) if child.tag in (w("rStyle"), w("rFonts"), w("b"), w("bCs"))]
        at = first[-1] + 1 if first else 0
        changed[at:at] = [etree.Element(w(name)) for name in names]
        return fragment(changed) if len(changed) else ""

    return variant(), variant("b"), variant("i"), variant("b", "i")


def pieces_of(paragraph: Element) -> list[Piece]:
    """The text of a paragraph in reading order, without that of text boxes inside it.

    What is no text (a drawing, a field) counts as one character, so that no tag is ever joined across it.
    """
    pieces: list[Piece] = []
    for run in paragraph.iter(RUN):
        if nearest(run, P) is not paragraph:
            continue
        for child in run:
            if child.tag == T:
                pieces.append(Piece(child, child.text or ""))
            elif child.tag in _CHARACTERS:
                pieces.append(Piece(child, _CHARACTERS[str(child.tag)]))
            elif child.tag not in _EMPTY:
                pieces.append(Piece(child, _FOREIGN))
    return pieces


def join(pieces: list[Piece], place: Place, paragraph: Element) -> tuple[list[Tag], list[str]]:
    """Give each tag wholly to the piece in which it begins.

    Returns:
        The tags in order, and the texts of what begins like a tag or ends like one but is none.
    """
    text = "".join(piece.text for piece in pieces)
    if "{" not in text and "}" not in text:
        return [], []
    tags: list[Tag] = []
    halves: list[str] = []
    spans: list[tuple[int, int, Tag]] = []
    end = 0
    for match in _TAG.finditer(text):
        halves += _halves(text[end : match.start()])
        end = match.end()
        if _FOREIGN in match.group():
            halves.append(match.group().replace(_FOREIGN, "…"))
            continue
        tag = read_tag(match.group(), place, paragraph)
        tags.append(tag)
        spans.append((match.start(), match.end(), tag))
    halves += _halves(text[end:])
    _share_out(pieces, spans)
    return tags, halves


def settle(piece: Piece) -> None:
    """Take away a break or tab that stood inside a tag."""
    parent = piece.element.getparent()
    if not any(piece.items) and piece.text and parent is not None:
        parent.remove(piece.element)


def fill(element: Element, items: list[str | Tag]) -> None:
    """Make these items the content of an element."""
    element.text = ""
    last: Element | None = None
    for item in items:
        if isinstance(item, Tag):
            last = etree.ProcessingInstruction(MARK, str(item.number))
            last.tail = ""
            element.append(last)
        elif last is None:
            element.text += item
        else:
            last.tail = (last.tail or "") + item
    element.set(XML_SPACE, "preserve")


def mark(number: int) -> Element:
    """A processing instruction that stands for the tag or step with this number."""
    return etree.ProcessingInstruction(MARK, str(number))


def marks(root: Element) -> Iterator[tuple[Element, int]]:
    """All marks under an element in document order, each with its number."""
    for found in root.iter(etree.ProcessingInstruction):
        if getattr(found, "target", "") == MARK:
            yield found, int(found.text or 0)


def _halves(text: str) -> list[str]:
    return [
        text[max(0, match.start() - 10) : match.end() + 20].replace(_FOREIGN, "…").strip()
        for match in _HALF.finditer(text)
    ]


def _share_out(pieces: list[Piece], spans: list[tuple[int, int, Tag]]) -> None:
    """Cut each piece into the text outside tags and the tags that begin in it."""
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        at = start
        for begin, stop, tag in spans:
            if stop <= start or begin >= end:
                continue
            if begin > at:
                piece.items.append(piece.text[at - start : begin - start])
            if begin >= start:
                piece.items.append(tag)
            at = min(stop, end)
        if at < end:
            piece.items.append(piece.text[at - start :])
        start = end
