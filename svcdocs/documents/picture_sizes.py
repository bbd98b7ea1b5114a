"""How large a picture is printed, told from the first bytes of its file."""

from __future__ import annotations

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_DOTS_PER_MM = 150 / 25.4
_THINNEST = 0.1
"""Millimetres: a line one dot high is still a picture."""
_SIZE_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def printed_size(data: bytes, *, width: float, height: float) -> tuple[float, float] | None:
    """Width and height in millimetres: 150 dots an inch, but no larger than the room there is.

    None where the bytes are no picture that Word can show (PNG or JPEG).
    """
    dots = dots_of(data)
    if dots is None:
        return None
    across, down = (count / _DOTS_PER_MM for count in dots)
    scale = min(1.0, width / across, height / down)
    return max(round(across * scale, 1), _THINNEST), max(round(down * scale, 1), _THINNEST)


def dots_of(data: bytes) -> tuple[int, int] | None:
    """Width and height in dots; None for what is neither PNG nor JPEG, or is cut off."""
    found = _png(data) if data.startswith(_PNG) else _jpeg(data) if data.startswith(_JPEG) else None
    return found if found and all(found) else None


def _png(data: bytes) -> tuple[int, int] | None:
    if len(data) < 24:  # noqa: PLR2004 - signature, length and name of the first chunk, two numbers
        return None
    across, down = struct.unpack(">II", data[16:24])
    return int(across), int(down)


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Walk the segments of a JPEG to the one that tells the size (ITU T.81, annex B)."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - every segment begins with it
        if data[at + 1] in _SIZE_MARKERS:
            down, across = struct.unpack(">HH", data[at + 5 : at + 9])
            return int(across), int(down)
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None
