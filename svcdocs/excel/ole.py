"""The compound files of old Office (.xls, and every encrypted workbook): which streams they hold, and the bytes of one.

Source: [MS-CFB] Compound File Binary File Format, sections 2.2 to 2.6. Every chain is followed once at most, so a file
whose chains run in circles ends as quickly as an honest one.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

from svcdocs.errors import UnusableFile
from svcdocs.excel.kinds import SAVE_AS, SEND_AGAIN, SEND_THE_WORKBOOK

_HEADER, _ENTRY = 512, 128
_END = 0xFFFFFFFA
"""From this number on a sector is none: the end of a chain, or unused."""
_HEADER_SECTORS = 109
_STREAM, _ROOT = 2, 5
_SHIFTS = frozenset({9, 12})
_LONGEST_NAME = 64

_WORKBOOK = ("workbook", "book")
_OTHERS = {
    "worddocument": ("file-word", "is an old Word document, not a workbook"),
    "powerpoint document": ("file-presentation", "is an old presentation, not a workbook"),
    "__properties_version1.0": ("file-email", "is an e-mail, not a workbook"),
    "visiodocument": ("file-not-a-workbook", "is a drawing, not a workbook"),
    "quill": ("file-not-a-workbook", "is a publication, not a workbook"),
}


class CannotFollowError(Exception):
    """A compound file that is cut off or contradicts itself."""


class _Entry(NamedTuple):
    kind: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class _Sectors:
    """A compound file as numbered sectors and the table that says which follows which."""

    data: bytes
    size: int
    next: tuple[int, ...]

    def chain(self, start: int) -> bytes:
        return b"".join(self.sector(number) for number in _chain(self.next, start))

    def sector(self, number: int) -> bytes:
        at = (number + 1) * self.size
        if at >= len(self.data):
            raise CannotFollowError("cut off")
        return self.data[at : at + self.size]


def workbook_stream(data: bytes, shown: str) -> bytes:
    """The stream of an .xls file in which its workbook is written. Raises UnusableFile for any other compound file."""
    try:
        sectors = _sectors(data)
        entries = _entries(sectors)
        name = next((each for each in _WORKBOOK if each in entries), None)
        # Beside a stream of protected content, the workbook is a stand-in that only says that it is protected.
        if name is not None and "\tdrmcontent" not in entries:
            return _stream(sectors, entries, entries[name])
    except (CannotFollowError, struct.error) as error:
        raise _encrypted(data, shown) or UnusableFile(
            f"{shown} is in an old Office format, and damaged: part of the file is missing.",
            SEND_AGAIN,
            "file-damaged",
        ) from error
    raise _encrypted(data, shown) or _other(entries, shown)


def streams(data: bytes, *names: str) -> dict[str, bytes]:
    """Other streams of a compound file by their names in small letters; those that are not there or damaged are not."""
    found: dict[str, bytes] = {}
    try:
        sectors = _sectors(data)
        entries = _entries(sectors)
    except (CannotFollowError, struct.error):
        return {}
    for name in names:
        with suppress(CannotFollowError, struct.error):
            if name in entries:
                found[name] = _stream(sectors, entries, entries[name])
    return found


def _encrypted(data: bytes, shown: str) -> UnusableFile | None:
    """The refusal of an encrypted workbook; which of the two ways it was done stands in the names of its streams."""
    if any(_utf16(name) in data for name in ("DRMEncrypted", "DRMContent", "DRMViewerContent")):
        return UnusableFile(
            f"{shown} is encrypted by its sensitivity label or by rights management.",
            "Choose a label without encryption in Excel (Home, Sensitivity), save it and send it again.",
            "file-encrypted-by-label",
        )
    if any(_utf16(name) in data for name in ("EncryptedPackage", "EncryptionInfo")):
        hint = "Take the password off in Excel: File, Info, Protect Workbook, Encrypt with Password."
        return UnusableFile(f"{shown} has a password.", hint, "file-password")
    return None


def _other(entries: dict[str, _Entry], shown: str) -> UnusableFile:
    for name, (code, says) in _OTHERS.items():
        if name in entries:
            return UnusableFile(f"{shown} {says}.", SEND_THE_WORKBOOK, code)
    says = "is in an old Office format and holds no workbook"
    return UnusableFile(f"{shown} {says}.", SAVE_AS, "file-not-a-workbook")


def _sectors(data: bytes) -> _Sectors:
    if len(data) < _HEADER:
        raise CannotFollowError("cut off")
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in _SHIFTS:
        raise CannotFollowError("sectors of an unknown size")
    size = 1 << shift
    plain = _Sectors(data, size, ())
    tables = b"".join(plain.sector(number) for number in _tables(plain))
    return _Sectors(data, size, struct.unpack(f"<{len(tables) // 4}I", tables[: len(tables) // 4 * 4]))


def _tables(sectors: _Sectors) -> Iterator[int]:
    """The sectors with the table of chains: the first are named in the header, the rest in a chain of their own."""
    data = sectors.data
    yield from (number for number in struct.unpack_from(f"<{_HEADER_SECTORS}I", data, 76) if number < _END)
    (number,) = struct.unpack_from("<I", data, 68)
    seen: set[int] = set()
    while number < _END:
        if number in seen:
            raise CannotFollowError("a chain in a circle")
        seen.add(number)
        *named, number = struct.unpack(f"<{sectors.size // 4}I", sectors.sector(number))
        yield from (each for each in named if each < _END)


def _entries(sectors: _Sectors) -> dict[str, _Entry]:
    """The directory: each stream and the root ("") by its name in small letters."""
    (start,) = struct.unpack_from("<I", sectors.data, 48)
    directory = sectors.chain(start)
    found: dict[str, _Entry] = {}
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        (length,) = struct.unpack_from("<H", directory, at + 64)
        kind = directory[at + 66]
        begin, size = struct.unpack_from("<II", directory, at + 116)
        name = directory[at : at + max(min(length, _LONGEST_NAME) - 2, 0)].decode("utf-16-le", "replace").lower()
        if kind == _ROOT:
            found.setdefault("", _Entry(kind, begin, size))
        elif kind == _STREAM:
            found.setdefault(name, _Entry(kind, begin, size))
    return found


def _stream(sectors: _Sectors, entries: dict[str, _Entry], entry: _Entry) -> bytes:
    (smallest,) = struct.unpack_from("<I", sectors.data, 56)
    content = sectors.chain(entry.start) if entry.size >= smallest else _small(sectors, entries, entry)
    if len(content) < entry.size:
        raise CannotFollowError("cut off")
    return content[: entry.size]


def _small(sectors: _Sectors, entries: dict[str, _Entry], entry: _Entry) -> bytes:
    """A short stream, which lies in small sectors inside the root's own."""
    (first, _, shift) = (*struct.unpack_from("<II", sectors.data, 60), struct.unpack_from("<H", sectors.data, 32)[0])
    if "" not in entries or shift > 12:  # noqa: PLR2004 (no sector is larger)
        raise CannotFollowError("no small sectors")
    table = sectors.chain(first)
    following = struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])
    room, size = sectors.chain(entries[""].start), 1 << shift
    return b"".join(room[number * size : (number + 1) * size] for number in _chain(following, entry.start))


def _chain(following: tuple[int, ...], start: int) -> Iterator[int]:
    number, steps = start, 0
    while number < _END:
        if number >= len(following) or steps > len(following):
            raise CannotFollowError("a chain that leads nowhere")
        yield number
        number, steps = following[number], steps + 1


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
