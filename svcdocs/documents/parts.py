"""The pieces a section is made of: a heading, text under it, a picture; one after another, as they are printed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from svcdocs.documents.own_tables import OwnTable
from svcdocs.model.text import Block, BlockKind, Text
from svcdocs.word.pictures import Picture

BLANK = Text()
_LEADS_IN = re.compile(r"(?::[\s–—-]*|\s-+|[–—])\s*$")
"""How a sentence ends that leads in to a list: "as follows:", "as follows:-", "consists of –"."""
DEEPEST = 4
"""The deepest heading the templates have a style for."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, text, a picture and a table, any of which may be missing."""

    heading: str = ""
    """Its heading; empty for a part without one."""
    level: int = 0
    """The level of its heading: 2, 3 or 4. 0 for a part without one."""
    lead: Text = BLANK
    """The sentence that leads in to the list below it, from which it must not be parted."""
    text: Text = BLANK
    """What stands under the heading: paragraphs, lists, notes of what is to be added."""
    picture: Picture | None = None
    """A picture, which stands below the text."""
    table: OwnTable | None = None
    """A table of the service's own, which stands below the text."""
    caption: str = ""
    """What the picture or the table shows."""
    gap: bool = True
    """Whether a gap stands below the table: not where text follows, since only two tables must be kept apart."""
    is_group: bool = False
    """Whether it is one of the groups of a list: a quarter of the SWOT, a kind of driver."""


def headed(heading: str, level: int, text: Text | None = None) -> Part:
    """A part with a heading."""
    return Part(heading=heading, level=min(level, DEEPEST) if heading else 0, text=text or BLANK)


def text_part(blocks: Iterable[Block]) -> tuple[Part, ...]:
    """A part of text alone; none where there is no text."""
    text = Text(blocks=tuple(blocks))
    return (Part(text=text),) if text else ()


def with_leads(parts: Iterable[Part], *, is_followed: bool = False) -> tuple[Part, ...]:
    """The same parts, cut before each sentence that leads in to what follows it, so that the two stay on one page.

    ``is_followed`` says that something comes behind the last of them.
    """
    given = list(parts)
    return tuple(
        piece
        for place, part in enumerate(given, 1)
        for piece in _cut(part, is_followed=is_followed or place < len(given))
    )


def last_lead(text: Text) -> tuple[Text, Text]:
    """A text without the paragraph at its end that leads in to what follows it, and that paragraph; else blank."""
    *rest, last = text.blocks or (Block(),)
    return (Text(blocks=tuple(rest)), Text(blocks=(last,))) if _announces(last) else (text, BLANK)


def under(heading: str, level: int, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Parts under a heading; none where there are no parts, for a heading over nothing says nothing."""
    if not parts or not heading:
        return parts
    first, *rest = parts
    if first.heading:
        return (headed(heading, level), *parts)
    return (replace(first, heading=heading, level=min(level, DEEPEST)), *rest)


def _cut(part: Part, *, is_followed: bool) -> Iterator[Part]:
    blocks = part.text.blocks
    cuts = [place for place in range(len(blocks) - 1) if _leads_in(blocks[place], blocks[place + 1])]
    if blocks and is_followed and _announces(blocks[-1]):
        cuts.append(len(blocks) - 1)
    before = Text(blocks=blocks[: cuts[0]]) if cuts else part.text
    at_once = cuts[:1] == [0]
    if not at_once:
        yield replace(part, text=before)
    for place, end in itertools.pairwise([*cuts, len(blocks)]):
        lead, text = Text(blocks=blocks[place : place + 1]), Text(blocks=blocks[place + 1 : end])
        yield replace(part, lead=lead, text=text) if place == 0 else Part(lead=lead, text=text)


def _leads_in(block: Block, after: Block) -> bool:
    return _announces(block) and after.kind in (BlockKind.BULLET, BlockKind.NUMBERED)


def _announces(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and _LEADS_IN.search(block.plain) is not None
