"""What the cells of a sheet mean: strings looked up, numbers shown by their format, each kind told apart."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from svcdocs.excel.cells import MAX_COLUMN, MAX_ROW, Cell, Kind, column_letters, column_number, in_words, whole_number
from svcdocs.excel.health import Health
from svcdocs.excel.number_formats import CannotShowError, NumberFormat, general, number_format
from svcdocs.excel.sheet_xml import Token
from svcdocs.excel.strings import StoredText, clean, inline_string, is_plain, unescape
from svcdocs.excel.styles import DEFAULT_STYLE, CellStyle

if TYPE_CHECKING:
    from svcdocs.model.text import Run

RunMaker = Callable[[str, bool, bool], "Run"]
"""Makes a stretch of rich text of its characters and whether they are bold and italic."""

MAX_CELLS = 1_000_000
"""Filled cells of one sheet; past it the rest is left out with a remark. A long register has some 50,000."""

_DAYS_FROM_1900_TO_1904 = 1462
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a date in a workbook belongs to no time zone
_ROW_NUMBER = re.compile(r'(?:^|\s)r="([0-9]{1,18})"')
_ROW_HIDDEN = re.compile(r'\shidden="(?:1|true|on)"')
_FORMULA = re.compile(r"<f[^<>]*>([^<]*)</f>")
_UNSTATED = "…"
"""Stands for a formula that is kept once with another cell, or as an array, and not repeated."""
_MOST_MADE = 10_000
_COLUMNS = {column_letters(number): number for number in range(1, 703)}
"""Columns A to ZZ by their letters; farther ones are worked out."""


class SheetCells:
    """Understands the cells of a book's sheets, sharing its strings and styles between them.

    ``health`` takes what could not be read as it stands; ``run`` makes a stretch of rich text.
    """

    def __init__(
        self,
        strings: Sequence[StoredText],
        styles: Sequence[CellStyle],
        health: Health,
        run: RunMaker,
        *,
        from_1904: bool,
    ) -> None:
        self._strings = strings
        self._by_index = {str(i): item.text for i, item in enumerate(strings) if item.text and not item.fragments}
        self._styles: dict[str | None, CellStyle] = {str(index): style for index, style in enumerate(styles)}
        self._styles[None] = styles[0] if styles else DEFAULT_STYLE
        self._lined = {index for index, style in self._styles.items() if style.struck}
        self._shift = _DAYS_FROM_1900_TO_1904 if from_1904 else 0
        self._formats: dict[str, NumberFormat] = {}
        self._sheet = ""
        self._made: dict[tuple[str | None, str], Cell] = {}
        self._at = (0, 0)
        self._missing: list[tuple[int, int]] = []
        self._health, self._run = health, run
        self.struck: dict[tuple[int, int], str] = {}
        """The words that are struck out in the cells of the sheet that was read last, by row and column."""

    def read(self, tokens: Iterable[Token], sheet: str) -> tuple[dict[int, dict[int, Cell]], set[int]]:
        """The rows of a sheet without blank ones, and the numbers of hidden rows; ``sheet`` is its name in remarks."""
        self._sheet = sheet
        self._made.clear()
        self.struck = {}
        rows: dict[int, dict[int, Cell]] = {}
        hidden: set[int] = set()
        row: dict[int, Cell] = {}
        number = column = 0
        stated = ""
        new = tuple.__new__
        columns, styles, strings, lined = _COLUMNS, self._styles, self._by_index, self._lined
        # One turn for each cell of the workbook: the commonest, a plain shared string, is settled on the spot.
        for attributes, letters, style, kind, formula, value, inline, digits in tokens:
            if attributes is not None:
                number, column = self._row_number(attributes, number, hidden), 0
                row, stated = self._row(rows, number), str(number)
                continue
            column = (columns.get(letters) or column_number(letters)) if letters else column + 1
            if value is None and formula is None and inline is None:
                continue
            if digits != stated and digits:  # a cell knows better than its row, as in every other program
                number, stated = int(digits), digits
                row = self._row(rows, number)
            if column > MAX_COLUMN:
                self._lose("cells beyond the last column a sheet can have were left out")
                continue
            if column in row:
                self._lose(f"{column_letters(column)}{number} stands there twice, and only the last of it was read")
            if kind == "s" and formula is None and value in strings and style not in lined:
                _, bold, italic, _ = styles.get(style, DEFAULT_STYLE)
                row[column] = new(Cell, (strings[value], (), "text", None, bold, italic, ""))
                continue
            if kind == "str" and not value and value is not None and inline is None and is_plain(formula or ""):
                continue  # a formula that shows nothing: our own workbooks hold some on every row
            self._at = number, column
            if (cell := self._cell(kind or "n", style, formula, value, inline)) is not None:
                row[column] = self._with_line(cell) if style in lined else cell
        self._tell_missing()
        return self._within_bounds(rows), hidden

    def _with_line(self, cell: Cell) -> Cell:
        """A cell whose style has a line through it; of a text that is known by then, since its parts may have none."""
        if cell.kind != "text":
            self.struck[self._at] = cell.text
        return cell

    def _plain_number(self, value: str, style: str | None) -> Cell | None:
        """A number that its format can show; None for any other. The same come again and again on a sheet."""
        number, look = _float(value), self._styles.get(style, DEFAULT_STYLE)
        shape = self._formats.get(look.code) or self._formats.setdefault(look.code, number_format(look.code))
        if number is None:
            return None
        if shape.is_date:
            number += self._shift
        try:
            text = shape.show(number)
        except (CannotShowError, ArithmeticError):
            return None
        kind: Kind = "date" if shape.is_date else "number"
        cell: Cell = tuple.__new__(Cell, (text, (), kind, number, look.bold, look.italic, ""))
        if len(self._made) > _MOST_MADE:
            self._made.clear()
        self._made[style, value] = cell
        return cell

    def _row(self, rows: dict[int, dict[int, Cell]], number: int) -> dict[int, Cell]:
        """The cells of a row, or a place for those of a row that no sheet can have."""
        if 1 <= number <= MAX_ROW:
            return rows.setdefault(number, {})
        self._lose("rows past the last one a sheet can have were left out")
        return {}

    def _row_number(self, attributes: str, last: int, hidden: set[int]) -> int:
        """The number of a row that begins after the row ``last``; it may be one that no sheet can have."""
        stated = _ROW_NUMBER.search(attributes)
        number = int(stated[1]) if stated else last + 1
        if "hidden" in attributes and _ROW_HIDDEN.search(attributes):
            hidden.add(number)
        return number

    def _within_bounds(self, rows: dict[int, dict[int, Cell]]) -> dict[int, dict[int, Cell]]:
        """The rows in order and without blank ones, up to the number of cells that is read."""
        kept: dict[int, dict[int, Cell]] = {}
        total = 0
        for number in sorted(rows):
            row = rows[number]
            total += len(row)
            if total > MAX_CELLS:
                self._lose(f"only the first {MAX_CELLS:,} cells were read, up to row {number - 1}")
                break
            if row:
                kept[number] = row
        return kept

    def _cell(
        self, kind: str, style: str | None, formula: str | None, value: str | None, inline: str | None
    ) -> Cell | None:
        """A cell of any kind: its type, its style's index, its formula element, its value, its inline string."""
        if kind == "n" and value and formula is None and inline is None:
            plain = self._made.get((style, value)) or self._plain_number(value, style)
            if plain is not None:
                return plain
        look = self._styles.get(style, DEFAULT_STYLE)
        stated = _formula(formula) if formula is not None else ""
        if inline is not None:
            return self._text(inline_string(inline), look, stated)
        raw = unescape(value or "")
        if kind == "s":
            return self._text(self._shared(raw), look, stated) if raw.strip() else None
        if kind in {"str", "inlineStr"} and (value is not None or not stated):
            return self._text(StoredText(clean(raw)), look, stated)
        if not raw.strip():
            return Cell("", (), "uncalculated", None, look.bold, look.italic, stated) if stated else None
        return self._value(kind, raw, look, stated)

    def _value(self, kind: str, raw: str, look: CellStyle, formula: str) -> Cell | None:
        """A cell whose value is not text, as its type says."""
        if kind == "b":
            true = raw.strip().lower() in {"1", "true"}
            return Cell("TRUE" if true else "FALSE", (), "bool", float(true), look.bold, look.italic, formula)
        if kind == "e":
            return Cell(raw.strip(), (), "error", None, look.bold, look.italic, formula)
        number = _serial(raw) if kind == "d" else _float(raw)
        if number is None:
            return self._text(StoredText(clean(raw)), look, formula)
        return self._number(number, look, formula, iso=kind == "d")

    def _text(self, stored: StoredText, look: CellStyle, formula: str) -> Cell | None:
        if not stored.text:
            return None
        pieces = stored.runs(bold=look.bold, italic=look.italic) if stored.fragments else ()
        runs = tuple(self._run(piece.text, piece.bold, piece.italic) for piece in pieces)
        if struck := stored.struck_out(cell=look.struck):
            self.struck[self._at] = struck
        return Cell(stored.text, runs, "text", None, look.bold, look.italic, formula)

    def _number(self, value: float, look: CellStyle, formula: str, *, iso: bool) -> Cell:
        shape = self._formats.get(look.code)
        if shape is None:
            shape = self._formats.setdefault(look.code, number_format(look.code))
        kind: Kind = "date" if shape.is_date or iso else "number"
        if iso and not shape.is_date:
            shape = number_format("dd/mm/yyyy" if value == int(value) else "dd/mm/yyyy hh:mm")
        elif kind == "date" and not iso:
            value += self._shift
        return Cell(self._show(shape, value), (), kind, value, look.bold, look.italic, formula)

    def _show(self, shape: NumberFormat, value: float) -> str:
        """A number by its format; in the General way where that does not show it, which is told."""
        try:
            return shape.show(value)
        except (CannotShowError, ArithmeticError):
            text = general(value)
            self._remark(f"numbers formatted as {shape.code!r} were read without that format, as {text!r} and the like")
            return text

    def _shared(self, index: str) -> StoredText:
        number = whole_number(index.strip())
        if number is not None and number < len(self._strings):
            return self._strings[number]
        self._missing.append(self._at)
        return StoredText("")

    def _tell_missing(self) -> None:
        """Says which cells have a text that is not in the table of texts."""
        if self._missing:
            self._lose(f"the text of {in_words(self._missing)} is not in the file")
            self._missing.clear()

    def _remark(self, words: str) -> None:
        self._health.remark(words, self._sheet)

    def _lose(self, words: str) -> None:
        self._health.lose(words, self._sheet)


def _formula(element: str) -> str:
    match = _FORMULA.fullmatch(element)
    return (clean(unescape(match[1])) if match else "") or _UNSTATED


def _float(raw: str) -> float | None:
    try:
        value = float(raw)
    except ValueError:
        return None
    return value if math.isfinite(value) and "_" not in raw else None


def _serial(raw: str) -> float | None:
    """An ISO date, as strict workbooks may store one, as days from 1900."""
    try:
        moment = datetime.fromisoformat(raw.strip())
    except ValueError:
        return None
    since = moment.replace(tzinfo=None) - _DAY_ZERO
    return since.days + since.seconds / 86_400
