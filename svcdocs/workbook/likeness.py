"""How alike the words over a column, on a tab or beside an answer are to those that were sent out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from svcdocs.workbook.headings import fold

SURE = 0.84
"""From here on words are the same but for a slip of the keyboard, and nobody needs to be asked."""
NEAR = 0.6
"""From here on one may be meant for the other, and somebody should look."""
SAME = 0.99
"""The same words, but for what stands between them."""
_KNOWN, _PART = 0.95, 0.72
_NUMBERS = re.compile(r"\d+")
_COPY = re.compile(r"^(?:copy of )?(.*?)(?: ?\(\d+\)| ?[-–_]? ?copy(?: ?\(?\d+\)?)?| \d| cont(?:inued|d)?\.?)?$")


@dataclass(frozen=True, slots=True)
class Guess:
    """Words that are read as others: "Milestones" as "Step".

    ``sure`` says that nobody needs to be asked; ``cell`` is where they stand, where that is on a sheet.
    """

    typed: str
    meant: str
    sure: bool
    cell: str = ""


def alike(typed: str, names: Iterable[str], others: Iterable[str] = ()) -> float:
    """From 0 to 1, how surely typed words mean a thing with these names; ``others`` are what people also call it.

    Words with other numbers than a name has never mean it: "Target 2028/29" is not a slip of "Target 2027/28".
    """
    bare = letters_of(typed)
    if not bare:
        return 0.0
    if any(bare == letters_of(name) for name in names):
        return SAME
    if any(bare == letters_of(name) for name in others):
        return _KNOWN
    return max((_near(bare, letters_of(name)) for name in names), default=0.0)


def without_copy_mark(name: str) -> str:
    """The name of a tab, folded, without what programs add when a sheet is copied: "Actions (2)", "Copy of Actions"."""
    match = _COPY.match(fold(name))
    return fold(match[1]) if match else fold(name)


@lru_cache(maxsize=4096)
def letters_of(text: str) -> str:
    """The words of a heading in small letters, without whatever stands between them."""
    return " ".join(re.findall(r"[^\W_]+", fold(text).replace("&", " and ")))


@lru_cache(maxsize=16384)
def _near(typed: str, name: str) -> float:
    numbers = _NUMBERS.findall(name)
    if _NUMBERS.findall(typed) not in (numbers, []) or not name:
        return 0.0
    ratio = SequenceMatcher(None, typed, name, autojunk=False).ratio()
    if numbers and not _NUMBERS.search(typed):
        return min(ratio, NEAR)  # "Target" may be either year's
    words, wanted = set(typed.split()), set(name.split())
    if words < wanted or words > wanted:
        return max(_PART, min(ratio, SURE - 0.01))
    # A short word with one letter changed is soon another: "Steps" is "Step", and "Ref" may be meant by "Rev" or not.
    return ratio if min(len(typed), len(name)) > 3 else min(ratio, NEAR)  # noqa: PLR2004 - letters
