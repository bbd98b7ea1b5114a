"""What a workbook holds once it is read: books of sheets of cells, with what hides or marks them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from svcdocs.model.text import Run  # the process that reads files starts in half the time without pydantic

Kind = Literal["text", "number", "date", "bool", "error", "uncalculated"]
State = Literal["visible", "hidden", "veryHidden"]

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
_TOO_MANY_DIGITS = 19
_NAMED = 3

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


class Cell(NamedTuple):
    """One cell that is not blank.

    ``text`` is what a person sees: text as typed, a number or a date by its number format, TRUE or FALSE, #N/A. It is
    empty only where a formula was never calculated.
    ``runs`` keeps bold and italic where parts of the text are marked differently from the cell; () when none are.
    ``bold`` and ``italic`` are the marks of the whole cell's style.
    ``value`` is the raw number of a number, date or bool: dates as Excel's serial number, 1904 dates moved to 1900.
    ``formula`` is the formula behind the value, without "=", as far as the file states it.
    """

    text: str
    runs: tuple[Run, ...] = ()
    kind: Kind = "text"
    value: float | None = None
    bold: bool = False
    italic: bool = False
    formula: str = ""

    @property
    def marked(self) -> tuple[Run, ...]:
        """The text as runs in every case: the marks of its parts, or else the marks of the cell's style."""
        if self.runs or not self.text:
            return self.runs
        from svcdocs.model.text import Run  # noqa: PLC0415 (see above)

        return (Run(text=self.text, bold=self.bold, italic=self.italic),)


@dataclass(frozen=True, slots=True)
class CellSheet:
    """One worksheet.

    ``rows`` maps a row number to its cells by column number, both from 1, in order, without blank cells and rows.
    ``merged`` lists ranges as first row, first column, last row, last column.
    ``notes`` are the words of comments by (row, column), ``struck`` the words of each cell that are struck out.
    """

    name: str
    state: State = "visible"
    rows: Mapping[int, Mapping[int, Cell]] = field(default_factory=dict)
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    notes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    struck: Mapping[tuple[int, int], str] = field(default_factory=dict)

    @property
    def visible(self) -> bool:
        """Whether a person sees the sheet's tab."""
        return self.state == "visible"

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell at a place counted from 1; None where it is blank."""
        cells = self.rows.get(row)
        return cells.get(column) if cells else None


@dataclass(frozen=True, slots=True)
class CellBook:
    """One workbook.

    ``properties`` are the custom document properties; ``core`` the usual ones (title, creator, modified ...).
    ``names`` are the defined names; one that belongs to a sheet is keyed "Sheet!Name".
    ``remarks`` say in words what was read otherwise than it stands there, ``lost`` what could not be read, and where.
    """

    sheets: tuple[CellSheet, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    core: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The document's title, empty where it has none."""
        return self.core.get("title", "")

    def sheet(self, name: str) -> CellSheet | None:
        """The sheet of that name, whatever the case of its letters, as Excel compares them."""
        folded = name.casefold()
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == folded), None)


@lru_cache(maxsize=4096)
def column_number(letters: str) -> int:
    """The number of a column from its letters: A is 1, XFD is 16,384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


@lru_cache(maxsize=4096)
def column_letters(number: int) -> str:
    """The letters of a column from its number: 1 is A. Raises ValueError below 1."""
    if number < 1:
        raise ValueError(f"a column is counted from 1, not {number}")
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def in_words(places: Sequence[tuple[int, int]]) -> str:
    """A few cells by name, and how many more there are: "B2, C2 and 5 more cells"."""
    named = [f"{column_letters(column)}{row}" for row, column in places[:_NAMED]]
    more = len(places) - len(named)
    if more:
        return f"{', '.join(named)} and {more} more cell{'s' if more > 1 else ''}"
    return " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))


def whole_number(text: str | None) -> int | None:
    """The number that digits make; None for anything else, and for more digits than any place has."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < _TOO_MANY_DIGITS else None


def place(reference: str) -> tuple[int, int] | None:
    """Row and column of a reference such as "B7" or "$B$7"; None where it names no cell a sheet can have."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    row, column = int(match[2]), column_number(match[1])
    return (row, column) if 1 <= row <= MAX_ROW and column <= MAX_COLUMN else None
