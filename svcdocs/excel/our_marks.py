"""What we put into a marked copy of somebody's workbook, and how it is known again when the copy comes back.

A note of ours stands between two lines that nobody types; the list of findings is a sheet known by its headings. Both
survive being saved by Excel and LibreOffice, and need nothing hidden that a program may drop.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from svcdocs.excel.cells import Cell, CellBook, CellSheet

LIST_NAME = "To put right"
TITLE = "What was found in this workbook"
INTRO = (
    "Each cell named here is coloured in its sheet and carries a note that says the same. Click on its name to go"
    " there. Put it right and send this workbook back: you need not delete this sheet, the notes or the colours."
)
HEADINGS = ("Number", "How much it matters", "Sheet", "Cell", "What", "What to do")
HEADING_ROW = 4
KEPT_COLUMN = len(HEADINGS) + 1
"""The hidden column, in which stands for each colour of a mark what the cells had been filled with."""
KEPT_HEADING = "Colours before"

OPENS = "――― Found when this workbook was checked ―――"
CLOSES = "――― You need not delete this ―――"
NOTE = re.compile(rf"(?:\r?\n){{0,2}}{OPENS}.*?{CLOSES}", re.DOTALL)
"""A note of ours, with the blank line that parts it from somebody's own above it."""
_BAR = "―――"
_SEARCHED_ROWS = 12
_NOTHING = Cell("")


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing found: where, how much it matters (0 is the most, 2 the least) and in which words, what, what to do.

    ``cell`` is a cell or a range, or empty for what concerns a whole sheet; so is ``sheet`` for the whole workbook.
    """

    sheet: str
    cell: str
    weight: int
    word: str
    what: str
    remedy: str


def in_one_line(text: str) -> str:
    """A text as it stands in a note: nothing in it is taken for the end of the note."""
    return " ".join(text.split()).replace(_BAR, "---")


def without_notes(words: str) -> str:
    """The words of a note without ours."""
    return NOTE.sub("", words).strip() if OPENS in words else words


def list_head(sheet: CellSheet) -> int | None:
    """The row of headings of a list of ours; None where the sheet is none."""
    for number, row in list(sheet.rows.items())[:_SEARCHED_ROWS]:
        if all(row.get(at, _NOTHING).text == title for at, title in enumerate(HEADINGS, 1)):
            return number
    return None


def is_list(sheet: CellSheet) -> bool:
    """Whether a sheet is a list of ours on which nobody has written anything beside what we did."""
    head = list_head(sheet)
    if head is None:
        return False
    return all(_is_ours(row, above=number < head) for number, row in sheet.rows.items() if number != head)


def kept_fills(sheet: CellSheet) -> Mapping[str, str]:
    """What a list of ours says of the cells' own colours: for a colour of a mark the fill that was there, as XML."""
    said = (row[KEPT_COLUMN].text.partition(" ") for row in sheet.rows.values() if KEPT_COLUMN in row)
    return {colour: fill for colour, _, fill in said if fill.startswith("<")}


def without_marks(book: CellBook) -> CellBook:
    """A workbook as its owner filled it in: without our list and our notes."""
    sheets = tuple(_unmarked(sheet) for sheet in book.sheets if not is_list(sheet))
    return replace(book, sheets=sheets) if sheets != book.sheets else book


def _is_ours(row: Mapping[int, Cell], *, above: bool) -> bool:
    """Whether a row of a list holds what a row of ours holds, and no more."""
    if above:
        return set(row) == {1}
    return max(row) <= KEPT_COLUMN and (row.get(1, _NOTHING).text.isdecimal() or set(row) == {KEPT_COLUMN})


def _unmarked(sheet: CellSheet) -> CellSheet:
    if not any(OPENS in words for words in sheet.notes.values()):
        return sheet
    notes = {where: rest for where, words in sheet.notes.items() if (rest := without_notes(words))}
    return replace(sheet, notes=notes)
