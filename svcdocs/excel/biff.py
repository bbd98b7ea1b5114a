"""The records of an .xls workbook: the bytes of its stream in, what calamine does not tell of its sheets out.

Source: [MS-XLS] Excel Binary File Format, sections 2.1.4 (records), 2.4 (each record), 2.5.122 (RK numbers).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from svcdocs.errors import UnusableFile
from svcdocs.excel.biff_text import BIFF8, codec_of, own_text, shared_texts
from svcdocs.excel.marks import ERRORS, BookMarks, SheetMarks
from svcdocs.excel.number_formats import BUILT_IN

_HEAD = struct.Struct("<HH")
_CELL = struct.Struct("<HHH")
_BOF = frozenset({0x0809, 0x0409, 0x0209, 0x0009})
_EOF, _FILEPASS, _BOUNDSHEET, _DATEMODE, _CODEPAGE = 0x000A, 0x002F, 0x0085, 0x0022, 0x0042
_CONTINUE, _SST, _LABELSST, _STRING = 0x003C, 0x00FC, 0x00FD, 0x0207
_LABELS = frozenset({0x0204, 0x00D6})
_FORMATS = frozenset({0x041E, 0x001E})
_XFS = frozenset({0x00E0, 0x0043, 0x0243, 0x0443})
_NUMBER, _RK, _MULRK, _BOOLERR = 0x0203, 0x027E, 0x00BD, 0x0205
_FORMULAS = frozenset({0x0006, 0x0206, 0x0406})
"""The last two are those of Excel 3 and 4, which some programs write into newer workbooks."""
_FILLED = frozenset({_LABELSST, *_LABELS, _NUMBER, _RK, _BOOLERR, *_FORMULAS})
_ROW, _COLINFO = 0x0208, 0x007D
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01
_NO_NUMBER = 0xFFFF
_RESULT_ERROR = 2
_WIDE = 2


class _Letters(NamedTuple):
    """What it takes to read the texts of a workbook: its version, how it writes letters, and its table of texts."""

    version: int
    codec: str
    shared: list[str]


@dataclass(slots=True)
class _Head:
    """What the records before the first sheet say; ``starts`` gives where each sheet begins, by its name."""

    shown: str
    book: BookMarks = field(default_factory=BookMarks)
    formats: dict[int, str] = field(default_factory=lambda: dict(BUILT_IN))
    starts: list[tuple[str, int]] = field(default_factory=list)
    version: int = 0
    codec: str = "cp1252"
    shared: list[str] = field(default_factory=list)

    def take(self, kind: int, pieces: list[bytes]) -> None:
        """Takes one record in. Raises UnusableFile where the workbook has a password."""
        record = pieces[0]
        if kind in _BOF and not self.version:
            (self.version,) = struct.unpack_from("<H", record) if len(record) > 1 else (BIFF8,)
        elif kind == _FILEPASS:
            hint = "Take the password off in Excel: File, Info, Protect Workbook, Encrypt with Password."
            raise UnusableFile(f"{self.shown} has a password.", hint, "file-password")
        elif kind == _BOUNDSHEET and len(record) > 7:  # noqa: PLR2004 (place, state, kind, length of the name)
            self.starts.append((_name(record, self.version), struct.unpack_from("<I", record)[0]))
        elif kind == _DATEMODE:
            self.book.from_1904 = record[:1] == b"\1"
        elif kind == _CODEPAGE:
            self.codec = codec_of(record)
        elif kind == _SST:
            self.shared = shared_texts(pieces)
        else:
            self._take_style(kind, record)

    def _take_style(self, kind: int, record: bytes) -> None:
        if kind in _FORMATS and len(record) > 3:  # noqa: PLR2004 (number and length)
            self.formats[struct.unpack_from("<H", record)[0]] = _format(record, self.version)
        elif kind in _XFS and len(record) > 3:  # noqa: PLR2004 (font and format)
            wide = self.version >= 0x0500  # noqa: PLR2004 (Excel 5 and later)
            number = struct.unpack_from("<H", record, 2)[0] if wide else record[1]
            self.book.styles.append(self.formats.get(number, "General"))


def read_marks(stream: bytes, shown: str) -> BookMarks:
    """What the records of a workbook say. Raises UnusableFile where it has a password or is cut off at its head."""
    head = _Head(shown)
    for kind, pieces in _whole(_records(stream, 0)):
        head.take(kind, pieces)
    letters = _Letters(head.version, head.codec, head.shared)
    for name, start in head.starts:
        head.book.sheets[name] = _sheet(stream, start, letters)
    return head.book


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of the stream, those of charts inside it left out, to its end or that of the file."""
    depth = 0
    while at + _HEAD.size <= len(stream):
        kind, length = _HEAD.unpack_from(stream, at)
        at += _HEAD.size
        depth += (kind in _BOF) - (kind == _EOF)
        if depth < 1:
            return
        if depth == 1:
            yield kind, stream[at : at + length]
        at += length


def _whole(records: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, list[bytes]]]:
    """Each record with those that continue it."""
    last, pieces = _CONTINUE, [b""]
    for kind, record in records:
        if kind == _CONTINUE:
            pieces.append(record)
            continue
        if last != _CONTINUE:
            yield last, pieces
        last, pieces = kind, [record]
    if last != _CONTINUE:
        yield last, pieces


def _sheet(stream: bytes, start: int, letters: _Letters) -> SheetMarks:
    sheet = SheetMarks()
    calculated = (0, 0)
    for kind, pieces in _whole(_records(stream, start)):
        try:
            if kind == _STRING:
                sheet.texts[calculated] = own_text(pieces, 0, letters.version, letters.codec)
                continue
            _take(sheet, kind, pieces[0])
            if kind in _FORMULAS:
                row, column, _ = _CELL.unpack_from(pieces[0])
                calculated = (row + 1, column + 1)
            elif kind == _LABELSST or kind in _LABELS:
                _take_text(sheet, kind, pieces, letters)
        except struct.error:
            continue  # a record that is cut off says nothing; calamine judges the rest
    return sheet


def _take_text(sheet: SheetMarks, kind: int, pieces: list[bytes], letters: _Letters) -> None:
    """The text of a cell, from the table of texts or of its own."""
    row, column, _ = _CELL.unpack_from(pieces[0])
    place = (row + 1, column + 1)
    if kind in _LABELS:
        sheet.texts[place] = own_text(pieces, _CELL.size, letters.version, letters.codec)
        return
    (number,) = struct.unpack_from("<I", pieces[0], _CELL.size)
    if number < len(letters.shared):
        sheet.texts[place] = letters.shared[number]
    else:
        sheet.without_text.append(place)


def _take(sheet: SheetMarks, kind: int, record: bytes) -> None:
    if kind in _FILLED:
        row, column, style = _CELL.unpack_from(record)
        place = (row + 1, column + 1)
        sheet.reach(*place)
        if kind == _NUMBER:
            sheet.numbers[place] = (struct.unpack_from("<d", record, 6)[0], style)
        elif kind == _RK:
            sheet.numbers[place] = (rk_number(struct.unpack_from("<I", record, 6)[0]), style)
        elif kind == _BOOLERR and record[7:8] == b"\1":
            sheet.errors[place] = ERRORS.get(record[6], "#N/A")
        elif kind in _FORMULAS:
            _result(sheet, place, style, record)
    elif kind == _MULRK:
        row, first = struct.unpack_from("<HH", record)
        for number, at in enumerate(range(4, len(record) - 2 - 5, 6)):
            style, packed = struct.unpack_from("<HI", record, at)
            sheet.reach(row + 1, first + number + 1)
            sheet.numbers[row + 1, first + number + 1] = (rk_number(packed), style)
    elif kind == _ROW and struct.unpack_from("<H", record, 12)[0] & _ROW_HIDDEN:
        sheet.hidden_rows.add(struct.unpack_from("<H", record)[0] + 1)
    elif kind == _COLINFO and struct.unpack_from("<H", record, 8)[0] & _COLUMN_HIDDEN:
        first, last = struct.unpack_from("<HH", record)
        sheet.hidden_columns.append((first + 1, last + 1))


def _result(sheet: SheetMarks, place: tuple[int, int], style: int, record: bytes) -> None:
    """The value of a formula: a number, or a mark of two bytes that it is none, and then of what kind it is."""
    if struct.unpack_from("<H", record, 12)[0] != _NO_NUMBER:
        sheet.numbers[place] = (struct.unpack_from("<d", record, 6)[0], style)
    elif record[6] == _RESULT_ERROR:
        sheet.errors[place] = ERRORS.get(record[8], "#N/A")


def rk_number(packed: int) -> float:
    """A number in four bytes: whole or the upper half of a binary one, in hundredths where its last bit is set."""
    if packed & 2:
        value = float(packed >> 2) if packed < 1 << 31 else float((packed >> 2) - (1 << 30))
    else:
        (value,) = struct.unpack("<d", struct.pack("<Q", (packed & ~3) << 32))
    return value / 100 if packed & 1 else value


def _name(record: bytes, version: int) -> str:
    return _characters(record, 6, 1, version)


def _format(record: bytes, version: int) -> str:
    return _characters(record, 2, 2 if version >= BIFF8 else 1, version)


def _characters(record: bytes, at: int, length_bytes: int, version: int) -> str:
    length = int.from_bytes(record[at : at + length_bytes], "little")
    at += length_bytes
    if version < BIFF8:
        return record[at : at + length].decode("cp1252", "replace")
    if record[at] & 1:
        return record[at + 1 : at + 1 + length * _WIDE].decode("utf-16-le", "replace")
    return record[at + 1 : at + 1 + length].decode("latin-1")
