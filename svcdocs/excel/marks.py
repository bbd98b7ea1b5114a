"""What calamine does not tell of a sheet: number formats, errors, what is hidden, and how far its cells reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from svcdocs.errors import UnusableFile
from svcdocs.excel.cells import MAX_COLUMN, MAX_ROW

MAX_AREA = 5_000_000
"""Cells from the first to the last filled corner of a sheet: calamine holds room for each, at 32 bytes."""
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}

Place = tuple[int, int]
"""Row and column, from 1."""


@dataclass(slots=True)
class SheetMarks:
    """One sheet as its records tell it.

    ``numbers`` gives for a cell that holds a number the number and the index of its style; ``errors`` the sign of each
    cell in error; ``texts`` the text of each cell that holds one, where the format lets us read it, ``without_text``
    the cells whose text is not in the file; ``last`` is the corner farthest from A1 that holds anything, ``filled``
    counts the cells that do.
    """

    numbers: dict[Place, tuple[float, int]] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    texts: dict[Place, str] = field(default_factory=dict)
    without_text: list[Place] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    first: Place = (MAX_ROW, MAX_COLUMN)
    last: Place = (0, 0)
    filled: int = 0

    def reach(self, row: int, column: int) -> None:
        """Counts a filled cell in."""
        self.filled += 1
        self.first = (min(self.first[0], row), min(self.first[1], column))
        self.last = (max(self.last[0], row), max(self.last[1], column))

    @property
    def area(self) -> int:
        """The cells between the first and the last corner."""
        return (self.last[0] - self.first[0] + 1) * (self.last[1] - self.first[1] + 1) if self.filled else 0


@dataclass(slots=True)
class BookMarks:
    """One workbook: its sheets by name in order, the number format of each style, and what its dates count from."""

    sheets: dict[str, SheetMarks] = field(default_factory=dict)
    styles: list[str] = field(default_factory=list)
    from_1904: bool = False


def refuse_far_cells(marks: Sequence[SheetMarks], shown: str) -> None:
    """Refuses a workbook whose cells stand too far apart to be held. Raises UnusableFile."""
    if any(sheet.area > MAX_AREA for sheet in marks):
        raise UnusableFile(
            f"{shown} has cells so far apart that the sheet between them cannot be held.",
            "Delete what stands far below or far to the right of the rest, or save it as an Excel workbook (.xlsx).",
            "file-too-far",
        )
