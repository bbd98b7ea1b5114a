"""The pieces a section is made of: a heading, text under it, a picture; one after another, as they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from svcdocs.model.text import Block, Text
from svcdocs.word.pictures import Picture

BLANK = Text()
DEEPEST = 4
"""The deepest heading the templates have a style for."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, text and a picture, any of which may be missing."""

    heading: str = ""
    """Its heading; empty for a part without one."""
    level: int = 0
    """The level of its heading: 2, 3 or 4. 0 for a part without one."""
    text: Text = BLANK
    """What stands under the heading: paragraphs, lists, notes of what is to be added."""
    picture: Picture | None = None
    """A picture, which stands below the text."""
    caption: str = ""
    """What the picture shows."""


def headed(heading: str, level: int, text: Text | None = None) -> Part:
    """A part with a heading."""
    return Part(heading=heading, level=min(level, DEEPEST) if heading else 0, text=text or BLANK)


def text_part(blocks: Iterable[Block]) -> tuple[Part, ...]:
    """A part of text alone; none where there is no text."""
    text = Text(blocks=tuple(blocks))
    return (Part(text=text),) if text else ()


def under(heading: str, level: int, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Parts under a heading; none where there are no parts, for a heading over nothing says nothing."""
    if not parts or not heading:
        return parts
    first, *rest = parts
    if first.heading:
        return (headed(heading, level), *parts)
    return (replace(first, heading=heading, level=min(level, DEEPEST)), *rest)
