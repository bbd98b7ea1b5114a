"""A walk through one part of a template before it is taken apart: where each paragraph stands."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.word.faults import Place
from svcdocs.word.names import FALLBACK, TBL, TC, TEXT_BOX, TR, Element, P, T, nearest, own
from svcdocs.word.styles import Styles

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """One paragraph of a part: its place, and the level of the heading it stands under (0 before the first)."""

    place: Place
    under: int


def survey(root: Element, styles: Styles, template: str, part: str) -> dict[Element, Spot]:
    """The spot of every paragraph of a part."""
    tables = {table: number for number, table in enumerate(root.iter(TBL), 1)}
    rows: dict[Element, int] = {}
    cells: dict[Element, int] = {}
    for table in tables:
        rows |= {row: number for number, row in enumerate(own(table, TBL, TR), 1)}
    for row in rows:
        cells |= {cell: number for number, cell in enumerate(own(row, TR, TC), 1)}
    spots: dict[Element, Spot] = {}
    heading, level = "", 0
    for paragraph in root.iter(P):
        boxed = nearest(paragraph, TEXT_BOX) is not None
        own_level = 0 if boxed else styles.level_of(paragraph)
        text = text_of_paragraph(paragraph)
        if own_level and text:
            heading, level = shortened(text), own_level
        place = Place(template, part, heading if part == "body" else "", text_box=boxed)
        cell, around, inside = nearest(paragraph, TC), nearest(paragraph, TR), nearest(paragraph, TBL)
        if cell is not None and around is not None and inside is not None:
            at = (tables.get(inside, 0), rows.get(around, 0), cells.get(cell, 0))
            place = Place(template, part, place.heading, *at, text_box=boxed)
        spots[paragraph] = Spot(place, level)
    return spots


def text_of_paragraph(paragraph: Element) -> str:
    """The characters of a paragraph without those of text boxes inside it."""
    return "".join(t.text or "" for t in own(paragraph, P, T)).strip()


def shortened(text: str) -> str:
    """A text short enough to stand in a message."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


def is_fallback(element: Element) -> bool:
    """Whether an element is the copy Word keeps of a drawing for old programs."""
    return nearest(element, FALLBACK) is not None
