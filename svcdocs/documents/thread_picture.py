"""The golden thread as a diagram: the aims side by side, and under each its council actions with what leads to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.drawn import Drawn
from svcdocs.word import Box, Diagram, Link

_PAGE = 165.0
_GAP, _BETWEEN, _STEM = 4.0, 3.0, 3.0
"""Millimetres between two strands, between two boxes of a strand, and from the stem at its left to a box."""
_AIM_HEIGHT, _BOX_HEIGHT = 22.0, 18.5
_MOST_STRANDS, _MOST_BOXES = 5, 8
"""More than that do not fit on a page in letters that can be read."""
_LONGEST = 1.55
"""Characters of an aim's wording to a millimetre of its box: what four lines of it hold."""


@dataclass(frozen=True, slots=True)
class Strand:
    """An aim, its wording, and the lines of each of its council actions: the name first, then what leads to it."""

    name: str
    wording: str
    actions: tuple[tuple[str, ...], ...]


def thread_picture(strands: Sequence[Strand], style: Style) -> Drawn | None:
    """The diagram; None where no aim has a council action, or there are more of them than fit."""
    if not any(strand.actions for strand in strands) or len(strands) > _MOST_STRANDS:
        return None
    if any(len(strand.actions) > _MOST_BOXES for strand in strands):
        return None
    words = style.words
    told = "; ".join(
        words.year.format(year=strand.name, value=" · ".join(", ".join(lines) for lines in strand.actions))
        for strand in strands
        if strand.actions
    )
    width = min((_PAGE - (len(strands) - 1) * _GAP) / len(strands), _PAGE / 3)
    boxes, links = [], []
    for place, strand in enumerate(strands):
        left = place * (width + _GAP)
        boxes.append(Box(_head(strand, width), left, 0, width, _AIM_HEIGHT, strong=True))
        tops = [_AIM_HEIGHT + _BETWEEN + number * (_BOX_HEIGHT + _BETWEEN) for number in range(len(strand.actions))]
        if tops:
            links.append(Link(left + 1, _AIM_HEIGHT, height=tops[-1] + _BOX_HEIGHT / 2 - _AIM_HEIGHT))
        for top, lines in zip(tops, strand.actions, strict=True):
            links.append(Link(left + 1, top + _BOX_HEIGHT / 2, width=_STEM - 1))
            boxes.append(Box(lines, left + _STEM, top, width - _STEM, _BOX_HEIGHT))
    rows = max(len(strand.actions) for strand in strands)
    height = _AIM_HEIGHT + rows * (_BOX_HEIGHT + _BETWEEN)
    whole = len(strands) * (width + _GAP) - _GAP
    diagram = Diagram(tuple(boxes), tuple(links), words.thread_about.format(figures=told), whole, height)
    return Drawn(diagram, words.thread_drawn)


def _head(strand: Strand, width: float) -> tuple[str, ...]:
    """The name of an aim over its wording, cut behind a word where it is longer than its box."""
    room = int(width * _LONGEST)
    wording = strand.wording
    if len(wording) > room:
        wording = f"{wording[: room + 1].rpartition(' ')[0] or wording[:room]}…"
    return (strand.name, wording) if wording else (strand.name,)
