"""A .docx as bytes: read within limits, and written so that the same parts always give the same bytes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from svcdocs.errors import UnusableFile

# What a council's template may weigh at most. A page of Word is some 30 kB of XML; a zip bomb is a thousand times more.
MAX_PARTS: Final = 2_000
MAX_PART_BYTES: Final = 64 * 1024 * 1024
MAX_TOTAL_BYTES: Final = 256 * 1024 * 1024
MAX_RATIO: Final = 250
_RATIO_MATTERS_ABOVE: Final = 1024 * 1024

# Level 3 writes a plan in two fifths of the time of level 6, and a file a fifth larger at most.
LEVEL: Final = 3
_STORED, _DEFLATED = 0, 8
_UTF8_NAMES: Final = 0x800
# 1 January 1980, the first day a zip file knows: an output must not change with the clock.
_DATE: Final = (1 << 5) | 1
_LOCAL: Final = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL: Final = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END: Final = struct.Struct("<4sHHHHIIH")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the zip, ready to be written: its bytes are compressed already."""

    name: str
    method: int
    crc: int
    size: int
    packed: bytes


def pack(name: str, content: bytes, level: int = LEVEL) -> Member:
    """Compress one file."""
    squeeze = zlib.compressobj(level, zlib.DEFLATED, -15)
    packed = squeeze.compress(content) + squeeze.flush()
    return Member(name, _DEFLATED, zlib.crc32(content), len(content), packed)


def unpack(data: bytes, name: str) -> tuple[dict[str, bytes], dict[str, Member]]:
    """Read a zip into its files, both plain and still compressed, in the order they stand in it.

    Raises:
        UnusableFile: it is no zip, is encrypted, or is larger than any template can be.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse_monsters(entries, name)
            plain = {entry.filename: archive.read(entry) for entry in entries}
            packed = {entry.filename: _as_packed(entry, data) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, ValueError) as error:
        raise UnusableFile(
            f"{name} is not a Word document (.docx), or is damaged: {error}.", "Open it in Word and save it again."
        ) from error
    return plain, packed


def write(members: Iterable[Member]) -> bytes:
    """The zip of these files in this order, without a date of its own."""
    out: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        label = member.name.encode()
        flags = 0 if label.isascii() else _UTF8_NAMES
        facts = (20, flags, member.method, 0, _DATE, member.crc, len(member.packed), member.size, len(label), 0)
        out += (_LOCAL.pack(b"PK\x03\x04", *facts), label, member.packed)
        directory += (_CENTRAL.pack(b"PK\x01\x02", 20, *facts, 0, 0, 0, 0, offset), label)
        offset += _LOCAL.size + len(label) + len(member.packed)
    listing = b"".join(directory)
    count = len(directory) // 2
    return b"".join((*out, listing, _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listing), offset, 0)))


def in_order(members: Mapping[str, Member]) -> list[Member]:
    """The files as programs expect them: the list of content types first, then the relationships, then the rest."""
    first = ("[Content_Types].xml", "_rels/.rels")
    return [members[name] for name in first if name in members] + [
        member for name, member in members.items() if name not in first
    ]


def _refuse_monsters(entries: list[zipfile.ZipInfo], name: str) -> None:
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES:
        raise UnusableFile(f"{name} is far larger inside than a Word template can be.", "Do not open it.")
    seen: set[str] = set()
    for entry in entries:
        lower = entry.filename.lower()
        if entry.flag_bits & 1:
            raise UnusableFile(f"{name} is encrypted.", "Save it in Word without a password.")
        if lower in seen or lower.startswith("/") or ".." in lower.split("/") or "\\" in lower:
            raise UnusableFile(f"{name} holds a file under an unlawful name: {entry.filename}.", "Do not open it.")
        seen.add(lower)
        swollen = entry.file_size > _RATIO_MATTERS_ABOVE and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        if swollen or entry.file_size > MAX_PART_BYTES:
            raise UnusableFile(f"{name}: {entry.filename} is packed like a zip bomb.", "Do not open it.")


def _as_packed(entry: zipfile.ZipInfo, data: bytes) -> Member:
    """The compressed bytes as they stand, so that a file that is not changed is not compressed again."""
    if entry.compress_type not in (_STORED, _DEFLATED):
        raise ValueError(f"{entry.filename} is compressed in a way that Word does not use")
    label_length, extra_length = _LOCAL.unpack_from(data, entry.header_offset)[-2:]
    start = entry.header_offset + _LOCAL.size + label_length + extra_length
    packed = data[start : start + entry.compress_size]
    if len(packed) != entry.compress_size:
        raise ValueError(f"{entry.filename} is cut short")
    return Member(entry.filename, entry.compress_type, entry.CRC, entry.file_size, packed)
