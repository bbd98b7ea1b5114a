"""Headings: as people type them, and as the council calls them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from svcdocs.model.names import typewritten

NEEDS = "Needs"
"""The column of ours that says in words what a row still lacks."""
_LONGEST = 100


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """A heading without what people and programs change by accident: case, blanks, quotation marks, ends."""
    plain = typewritten(text) if not text.isascii() else text
    return re.sub(r"\s+", " ", plain).strip(" *:.").casefold()


def fits_a_heading(name: str) -> bool:
    """Whether a name can stand over a column: on one line, not too long, and not marked as somebody's own."""
    return 0 < len(name) <= _LONGEST and "\n" not in name and not name.startswith("#")


def in_their_words(
    ours: Sequence[str],
    theirs: Sequence[str],
    *,
    taken: Collection[str] = (),
    fits: Callable[[str], bool] = fits_a_heading,
) -> tuple[str, ...]:
    """Names of ours, each in the council's words where it can be.

    A name stays ours where the council's would be another's, of ours or theirs, or is one of ``taken``, or does not
    fit: what stands in a workbook must name one thing, whichever words it is written in.
    """
    known = {fold(name) for name in (*ours, *taken)}
    often = Counter(map(fold, theirs))
    return tuple(
        word
        if fold(word) == fold(name) or (fits(word) and fold(word) not in known and often[fold(word)] == 1)
        else name
        for name, word in zip(ours, theirs, strict=True)
    )
