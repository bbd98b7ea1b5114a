"""Text of ours as the parts of a workbook hold it: escaped as Excel wants it, and no longer than it may be."""

from __future__ import annotations

import re

from svcdocs.excel.our_marks import CLOSES

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LEAST = 200
_MORE = "\n… The rest stands on the sheet To put right.\n"


def escaped(text: str) -> str:
    """A text without characters that XML does not take, and with what looks like an escape of Excel's set apart."""
    plain = _UNSEEN.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _LIKE_AN_ESCAPE.sub("_x005F_", plain)


def units(text: str) -> int:
    """The length of a text as Excel counts it."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def cut(text: str, most: int) -> str:
    """A text that is, once it is escaped, no longer than so much."""
    if units(escaped(text)) <= most:
        return text
    kept = text[: max(most - 1, 0)]
    while units(escaped(kept)) > most - 1:
        kept = kept[: -max(1, (units(escaped(kept)) - most + 1) // 7)]
    return f"{kept}…"


def fitting(note: str, room: int) -> str:
    """A note of ours cut to the room there is, the last line kept by which it is known; "" where that is too little."""
    if units(escaped(note)) <= room:
        return note
    if room < _LEAST:
        return ""
    body = note.removesuffix(CLOSES)
    return cut(body, room - units(_MORE + CLOSES)) + _MORE + CLOSES
