"""What stands around a cell of a sheet, so that a reader who has not got the workbook at hand sees what is meant."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExcerptCell:
    """One cell as a person sees it, cut where it is long: the letters of its column, its heading and what it says."""

    column: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of one row of a sheet, from left to right, with the cell ``marked`` by the letters of its column."""

    row: int
    cells: tuple[ExcerptCell, ...]
    marked: str
