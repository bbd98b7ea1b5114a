"""Tables of a service's own as they are printed: headings, lines, and a width for each column by what stands in it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from svcdocs.documents.formats import filled
from svcdocs.documents.keeping import height, kept_rows
from svcdocs.model.service_plan import TableRow
from svcdocs.model.text import Text
from svcdocs.model.words import Words

_WIDEST = 36
"""A column whose lines have more characters than this is no wider for it: its lines are broken."""
_LONGEST_WORD = 20
"""A word with more characters than this may be broken."""
_EDGES = 3
"""The room at the edges of a cell, in characters."""
_ACROSS = 88
"""So many characters of table text stand beside each other on a portrait page."""
_SHARE = 2.5
"""No column is narrower than what each would have of the page, divided by this."""


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column of a table."""

    heading: str
    """What stands over it; a word of ours where nothing does."""
    width: int
    """Its width, in proportion to the others."""


@dataclass(frozen=True, slots=True)
class OwnCell:
    """A cell of a table."""

    text: Text
    """What stands in it; a dash where nothing does."""
    width: int
    """The width of its column."""


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A line of a table."""

    cells: tuple[OwnCell, ...]
    """Its cells, one for each column."""
    stays: bool
    """Whether it stays on one page with the line below it, so that none stands alone."""


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A table that a service has drawn up itself."""

    title: str
    """What it shows, for screen readers."""
    about: str
    """Its columns, for screen readers."""
    columns: tuple[OwnColumn, ...]
    """Its columns."""
    lines: tuple[OwnLine, ...]
    """Its lines below the headings."""


def own_table(
    rows: Sequence[TableRow], caption: str, section: str, words: Words, shares: Sequence[int] = ()
) -> OwnTable:
    """The table that some rows make, the first of which holds the headings; ``section`` names it for want of words.

    A column with nothing in it is left out; one that has no heading is given a word of ours. ``shares`` are the widths
    of the columns in proportion to each other, where they are known; else what stands in them decides.
    """
    columns = _columns_to_keep(rows)
    rows = [row.model_copy(update={"cells": tuple(itertools.compress(row.cells, columns))}) for row in rows]
    head, *body = rows
    headings = [" ".join(cell.plain.split()) for cell in head.cells]
    widths = list(itertools.compress(shares, columns)) or _widths(rows)
    kept = _kept_with_next(body, widths)
    over = [name or _unnamed(place, words) for place, name in enumerate(headings, 1)]
    return OwnTable(
        title=caption or words.table_in.format(heading=section),
        about=words.own_table_about.format(columns=len(headings), headings=", ".join(filter(None, headings))),
        columns=tuple(OwnColumn(name, width) for name, width in zip(over, widths, strict=True)),
        lines=tuple(
            OwnLine(
                tuple(OwnCell(filled(cell, words.dash), width) for cell, width in zip(row.cells, widths, strict=True)),
                stays=place in kept,
            )
            for place, row in enumerate(body)
        ),
    )


def _kept_with_next(rows: Sequence[TableRow], widths: Sequence[int]) -> frozenset[int]:
    """The places of the lines below the headings that stay on one page with the next."""
    characters = [max(1, _ACROSS * width // sum(widths) - _EDGES) for width in widths]
    return kept_rows(
        [max(height(cell, room) for cell, room in zip(row.cells, characters, strict=True)) for row in rows]
    )


def _columns_to_keep(rows: Sequence[TableRow]) -> list[bool]:
    """For each column whether anything stands in it; all are kept where that would leave none."""
    filled_in = [any(column) for column in zip(*(row.cells for row in rows), strict=True)]
    return filled_in if any(filled_in) else [True] * len(filled_in)


def _unnamed(place: int, words: Words) -> str:
    """What stands over a column without a heading. The first says what each row is about."""
    return words.own_table_item if place == 1 else words.own_table_column.format(number=place)


def _widths(rows: Sequence[TableRow]) -> list[int]:
    """For each column a number in proportion to its room: its longest word first, then what its lines ask for."""
    words, lines = [], []
    for column in zip(*(row.cells for row in rows), strict=True):
        said = [line for cell in column for line in cell.plain.split("\n")]
        words.append(_EDGES + min(max((len(word) for line in said for word in line.split()), default=1), _LONGEST_WORD))
        lines.append(max(_EDGES + min(max(map(len, said)), _WIDEST), words[-1]))
    spare, wanted = max(_ACROSS - sum(words), 0), sum(lines) - sum(words)
    part = min(spare / wanted, 1) if wanted else 0
    return _no_narrower([word + (line - word) * part for word, line in zip(words, lines, strict=True)])


def _no_narrower(asked: Sequence[float]) -> list[int]:
    """The same room, but none with less than its least share of the whole."""
    share, narrow = 1 / (_SHARE * len(asked)), frozenset[int]()
    while True:
        # What the others ask for is what is left once each narrow column has its share of the whole.
        whole = sum(one for place, one in enumerate(asked) if place not in narrow) / (1 - share * len(narrow))
        found = frozenset(place for place, one in enumerate(asked) if one < share * whole)
        if found <= narrow:
            return [round(100 * (share * whole if place in narrow else one)) for place, one in enumerate(asked)]
        narrow |= found
