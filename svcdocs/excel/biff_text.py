"""The texts of an .xls workbook: the pieces of a record in, each text whole however many records it runs over out.

Source: [MS-XLS] sections 2.4.265 (SST), 2.4.148 and 2.4.268 (cells with a text of their own), 2.5.293 and 2.5.294
(texts), 2.4.58 (Continue), 2.4.52 (CodePage).
"""

from __future__ import annotations

import codecs
import struct
from collections.abc import Sequence

BIFF8 = 0x0600
_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08
_USUAL = "cp1252"
_CODECS = {1200: "utf-16-le", 10_000: "mac_roman", 32_768: "mac_roman", 32_769: _USUAL}


class _Pieces:
    """A record and those that continue it, read from one end to the other."""

    def __init__(self, pieces: Sequence[bytes], at: int) -> None:
        self._pieces, self._number, self._at = pieces, 0, at

    @property
    def is_at_end(self) -> bool:
        return self._number >= len(self._pieces) - 1 and self._at >= len(self._pieces[-1])

    def take(self, size: int) -> bytes:
        """The next bytes. Raises struct.error where there are not so many."""
        found = b""
        while len(found) < size:
            more = self._pieces[self._number][self._at : self._at + size - len(found)]
            found += more
            self._at += len(more)
            if len(found) < size:
                self._next()
        return found

    def characters(self, count: int, *, wide: bool) -> str:
        """So many signs, one beyond the first 65,536 counted as two.

        Each record that goes on with them says anew whether they are of one byte or two.
        """
        found = b""
        while True:
            missing, size = count - len(found) // 2, 2 if wide else 1
            piece = self._pieces[self._number][self._at : self._at + size * missing]
            piece = piece[: len(piece) // size * size]
            found += piece if wide else piece.decode("latin-1").encode("utf-16-le")
            self._at += len(piece)
            if len(found) >= 2 * count:
                return found.decode("utf-16-le", "replace")
            self._next()
            wide = bool(self.take(1)[0] & _WIDE)

    def _next(self) -> None:
        self._number, self._at = self._number + 1, 0
        if self._number >= len(self._pieces):
            raise struct.error("cut off")


def shared_texts(pieces: Sequence[bytes]) -> list[str]:
    """The table of texts, as far as it goes."""
    record, found = _Pieces(pieces, 8), []
    try:
        while not record.is_at_end:
            found.append(_text(record))
    except struct.error:
        pass  # the cells whose texts are not there are told
    return found


def own_text(pieces: Sequence[bytes], at: int, version: int, codec: str) -> str:
    """The text that begins at a place of a record. Raises struct.error where it is cut off."""
    record = _Pieces(pieces, at)
    if version >= BIFF8:
        return _text(record)
    (length,) = struct.unpack("<H", record.take(2))
    return record.take(length).decode(codec, "replace")


def codec_of(record: bytes) -> str:
    """The way in which an older workbook writes its letters."""
    number = int.from_bytes(record[:2], "little")
    name = _CODECS.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return _USUAL


def _text(record: _Pieces) -> str:
    """One text, and on past its marks."""
    length, flags = struct.unpack("<HB", record.take(3))
    runs = struct.unpack("<H", record.take(2))[0] if flags & _RICH else 0
    extended = struct.unpack("<I", record.take(4))[0] if flags & _EXTENDED else 0
    text = record.characters(length, wide=bool(flags & _WIDE))
    record.take(4 * runs + extended)  # the marks of its parts, and how its signs are pronounced
    return text
