"""The records of an .xlsb workbook: its package in, what calamine does not tell of its sheets out.

Source: [MS-XLSB] Excel Binary Workbook, sections 2.1.4 (records), 2.4 (each record), 2.5.122 (RK numbers).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from svcdocs.excel.biff import rk_number
from svcdocs.excel.marks import ERRORS, BookMarks, SheetMarks
from svcdocs.excel.number_formats import BUILT_IN
from svcdocs.excel.package import BadPartError, Package

_ROW, _COLUMN, _SHEET, _SETTINGS = 0, 60, 156, 153
_FORMAT, _XFS_BEGIN, _XFS_END, _XF = 44, 617, 618, 47
_RK, _ERROR, _REAL, _FORMULA_NUMBER, _FORMULA_ERROR = 2, 3, 5, 9, 11
_FILLED = frozenset(range(2, 12))
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x10, 0x01
_PART = "xl/workbook.bin"


def read_marks(package: Package) -> BookMarks:
    """What the records of a workbook say. Raises BadPartError where its main part is absent or damaged."""
    book = BookMarks()
    book.styles = _styles(package)
    links = package.links(_PART)
    for kind, record in _records(package.read(_PART)):
        if kind == _SETTINGS:
            book.from_1904 = bool(record[:1] and record[0] & 1)
        elif kind == _SHEET:
            identity, at = _string(record, 8)
            name, _ = _string(record, at)
            link = links.get(identity)
            book.sheets[name] = _sheet(package, link.target) if link else SheetMarks()
    return book


def _styles(package: Package) -> list[str]:
    """The number format of each style; none where the part of styles cannot be read."""
    formats, styles, inside = dict(BUILT_IN), [], False
    try:
        for kind, record in _records(package.read("xl/styles.bin")):
            if kind == _FORMAT:
                formats[struct.unpack_from("<H", record)[0]] = _string(record, 2)[0]
            elif kind in {_XFS_BEGIN, _XFS_END}:
                inside = kind == _XFS_BEGIN
            elif kind == _XF and inside:
                styles.append(formats.get(struct.unpack_from("<H", record, 2)[0], "General"))
    except (BadPartError, struct.error):
        return []
    return styles


def _sheet(package: Package, part: str) -> SheetMarks:
    sheet = SheetMarks()
    row = 0
    for kind, record in _records(package.read(part)):
        try:
            if kind == _ROW:
                row = struct.unpack_from("<I", record)[0] + 1
                if record[11] & _ROW_HIDDEN:
                    sheet.hidden_rows.add(row)
            elif kind in _FILLED:
                _take(sheet, kind, row, record)
            elif kind == _COLUMN and record[16] & _COLUMN_HIDDEN:
                first, last = struct.unpack_from("<II", record)
                sheet.hidden_columns.append((first + 1, last + 1))
        except (struct.error, IndexError):
            continue  # a record that is cut off says nothing; calamine judges the rest
    return sheet


def _take(sheet: SheetMarks, kind: int, row: int, record: bytes) -> None:
    column, style = struct.unpack_from("<II", record)
    place, style = (row, column + 1), style & 0xFFFFFF
    sheet.reach(*place)
    if kind == _RK:
        sheet.numbers[place] = (rk_number(struct.unpack_from("<I", record, 8)[0]), style)
    elif kind in {_REAL, _FORMULA_NUMBER}:
        sheet.numbers[place] = (struct.unpack_from("<d", record, 8)[0], style)
    elif kind in {_ERROR, _FORMULA_ERROR}:
        sheet.errors[place] = ERRORS.get(record[8], "#N/A")


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Records of a part: kind and length are numbers of as many bytes as they need, seven bits in each."""
    at = 0
    while at < len(data):
        kind = data[at]
        at += 1
        if kind & 0x80 and at < len(data):
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        length = shift = 0
        while at < len(data) and shift < 28:  # noqa: PLR2004 (four bytes at most)
            byte = data[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield kind, data[at : at + length]
        at += length


def _string(record: bytes, at: int) -> tuple[str, int]:
    """A text after its length, and where it ends; a length that is none gives no text."""
    if at + 4 > len(record):
        return "", len(record)
    (length,) = struct.unpack_from("<I", record, at)
    end = at + 4 + 2 * length
    return (record[at + 4 : end].decode("utf-16-le", "replace"), end) if end <= len(record) else ("", len(record))
