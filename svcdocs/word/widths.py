"""How wide characters are in print, before any document is laid out."""

from __future__ import annotations

from typing import Final

# In thousandths of the size of the letters, as Arial and its metric twins have them; other faces in which councils
# print are about as wide.
_WIDTHS: Final = {
    **dict.fromkeys("ijl", 222), **dict.fromkeys("ft.,:;I[]/ ", 278), **dict.fromkeys("r()-", 333),
    **dict.fromkeys("ckJsvxyz", 500), **dict.fromkeys("FLTZ", 611), **dict.fromkeys("ABEKPSVXY", 667),
    **dict.fromkeys("CDHNRUw", 722), **dict.fromkeys("GOQ", 778), **dict.fromkeys("Mm", 833), "W": 944,
}  # fmt: skip
_USUAL: Final = 556


def width(text: str) -> int:
    """The width of a line, in thousandths of the size of its letters."""
    return sum(_WIDTHS.get(sign, _USUAL) for sign in text)


def cut_to(text: str, most: int) -> str:
    """A line no wider than ``most``: as it is, else cut behind a word and marked with an ellipsis."""
    if width(text) <= most:
        return text
    words = text.split()
    while len(words) > 1 and width(f"{' '.join(words)} …") > most:
        words.pop()
    return f"{' '.join(words).rstrip(',;:')} …"
