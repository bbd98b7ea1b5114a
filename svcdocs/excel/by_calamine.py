"""Workbooks in the old and the binary format (.xls, .xlsb): by calamine, and by what their records say beside it.

calamine cuts long texts of .xls short, gives no number formats, shows an error as an empty cell and holds room for each
cell between the corners of a sheet; ``biff`` and ``biff12`` find all that beforehand. It may also end the whole process
over a damaged file: this module is for the process that reads files, and no other.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from svcdocs.errors import UnusableFile
from svcdocs.excel import biff, biff12
from svcdocs.excel.cells import MAX_COLUMN, MAX_ROW, Cell, CellBook, CellSheet, State, in_words
from svcdocs.excel.health import Health
from svcdocs.excel.kinds import SAVE_AS, SEND_AGAIN
from svcdocs.excel.marks import BookMarks, Place, SheetMarks, refuse_far_cells
from svcdocs.excel.number_formats import CannotShowError, general, number_format
from svcdocs.excel.ole import streams, workbook_stream
from svcdocs.excel.package import BadPartError, Package
from svcdocs.excel.properties import read_properties
from svcdocs.excel.property_sets import DOCUMENT, SUMMARY, core_of, own_of
from svcdocs.excel.strings import one_line_end

_STATES: dict[str, State] = {"Hidden": "hidden", "VeryHidden": "veryHidden"}
_SHEETS_WITH_CELLS = frozenset({"WorkSheet", "MacroSheet"})
_DAYS_FROM_1900_TO_1904 = 1462
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a date in a workbook belongs to no time zone
_HIDES = (
    "does not tell bold, italic and struck-out words or comments, so none of them were read; save it as .xlsx to keep "
    "them"
)


def read_xls(data: bytes, shown: str) -> CellBook:
    """The cells of an .xls workbook. Raises UnusableFile."""
    marks = biff.read_marks(workbook_stream(data, shown), shown)
    sheets = _sheets(data, marks, shown, "a workbook in the old format .xls")
    health = Health()
    for name, sheet in marks.sheets.items():
        if sheet.without_text:
            health.lose(f"the text of {in_words(sheet.without_text)} is not in the file", name)
    beside = streams(data, SUMMARY, DOCUMENT)
    core, own = core_of(beside.get(SUMMARY, b"")), own_of(beside.get(DOCUMENT, b""))
    return CellBook(sheets, own, {}, core, (f"the old format .xls {_HIDES}",), tuple(health.lost))


def read_xlsb(package: Package, data: bytes) -> CellBook:
    """The cells of an .xlsb workbook. Raises UnusableFile."""
    try:
        marks = biff12.read_marks(package)
    except BadPartError as error:
        message = f"{package.name} is a binary workbook (.xlsb), and damaged ({error})."
        raise UnusableFile(message, SEND_AGAIN, "file-damaged") from error
    sheets = _sheets(data, marks, package.name, "a binary workbook (.xlsb)")
    core, properties, remarks = read_properties(package)
    return CellBook(sheets, properties, {}, core, (f"the binary format .xlsb {_HIDES}", *remarks))


def _sheets(data: bytes, marks: BookMarks, shown: str, what: str) -> tuple[CellSheet, ...]:
    from python_calamine import CalamineWorkbook, PasswordError  # noqa: PLC0415 (only these formats need it)

    refuse_far_cells(list(marks.sheets.values()), shown)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        tabs = [tab for tab in book.sheets_metadata if str(tab.typ).rpartition(".")[2] in _SHEETS_WITH_CELLS]
        read = [(tab, book.get_sheet_by_name(tab.name)) for tab in tabs]
        return tuple(_sheet(tab, sheet, marks) for tab, sheet in read)
    except PasswordError as error:
        hint = "Take the password off in Excel: File, Info, Protect Workbook, Encrypt with Password."
        raise UnusableFile(f"{shown} has a password.", hint, "file-password") from error
    except MemoryError:
        raise
    except BaseException as error:
        # It raises errors of its own, and a panic of the language it is written in, which is no Exception.
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        message = f"{shown} is {what}, and damaged."
        raise UnusableFile(message, f"{SAVE_AS} If it does not open: {SEND_AGAIN}", "file-damaged") from error


def _sheet(tab: Any, sheet: Any, marks: BookMarks) -> CellSheet:
    told = marks.sheets.get(tab.name, SheetMarks())
    found = {place: cell for place, value in _values(sheet) if (cell := _cell(value)) is not None}
    for place, text in told.texts.items():
        if text:
            found[place] = Cell(one_line_end(text))
    for place, (number, style) in told.numbers.items():
        code = marks.styles[style] if style < len(marks.styles) else "General"
        found[place] = _number(number, code, from_1904=marks.from_1904)
    for place, sign in told.errors.items():
        found[place] = Cell(sign, kind="error")
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(found.items()):
        if row <= MAX_ROW and column <= MAX_COLUMN:
            rows.setdefault(row, {})[column] = cell
    last = max((max(row) for row in rows.values()), default=0)
    hidden = {column for first, end in told.hidden_columns for column in range(first, min(end, last) + 1)}
    return CellSheet(
        tab.name,
        _STATES.get(str(tab.visible).rpartition(".")[2], "visible"),
        rows,
        tuple(_merged(sheet)),
        frozenset(told.hidden_rows & rows.keys()),
        frozenset(hidden),
    )


def _values(sheet: Any) -> Iterator[tuple[Place, Any]]:
    """The values of a sheet by their place: calamine counts from the first corner that holds anything."""
    if sheet.start is None:
        return
    top, left = sheet.start
    for row, values in enumerate(sheet.to_python(skip_empty_area=True), top + 1):
        for column, value in enumerate(values, left + 1):
            if value != "" and value is not None:
                yield (row, column), value


def _merged(sheet: Any) -> Iterator[tuple[int, int, int, int]]:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        yield top + 1, left + 1, bottom + 1, right + 1


def _cell(value: Any) -> Cell | None:
    """A value that no record tells more of."""
    if isinstance(value, str):
        text = one_line_end(value)  # what looks like an escape is none in these formats
        return Cell(text) if text else None
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE", kind="bool", value=float(value))
    if isinstance(value, int | float):
        return Cell(general(float(value)), kind="number", value=float(value))
    return _moment(value)


def _moment(value: date | time | timedelta) -> Cell:
    """A date, a time of day or a length of time, in the form usual in Great Britain."""
    if isinstance(value, timedelta):
        return _number(value.total_seconds() / 86_400, "[h]:mm", from_1904=False)
    if isinstance(value, time):
        return _number((value.hour * 3600 + value.minute * 60 + value.second) / 86_400, "hh:mm", from_1904=False)
    at = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)  # noqa: DTZ001
    serial = (at - _DAY_ZERO) / timedelta(days=1)
    return _number(serial, "dd/mm/yyyy" if serial.is_integer() else "dd/mm/yyyy hh:mm", from_1904=False)


def _number(value: float, code: str, *, from_1904: bool) -> Cell:
    shape = number_format(code)
    if from_1904 and shape.is_date:
        value += _DAYS_FROM_1900_TO_1904
    try:
        text = shape.show(value)
    except (CannotShowError, ArithmeticError):
        text = general(value)
    return Cell(text, kind="date" if shape.is_date else "number", value=value)
