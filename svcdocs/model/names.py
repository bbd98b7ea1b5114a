"""Names as people type them: capitals, blanks and the shape of quotation marks and dashes make no other name."""

from __future__ import annotations

from collections.abc import Iterable

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters nobody sees: soft hyphens, joiners and blanks of no width, pasted along from web pages and documents."""
_PLAINER = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | dict.fromkeys(UNSEEN)
)


def typewritten(text: str) -> str:
    """The characters a typewriter has for those that programs put in their place; for comparing, never for print."""
    return text.translate(_PLAINER)


def folded(text: str) -> str:
    """A name by which spellings that differ in nothing a person means are the same."""
    return " ".join((text if text.isascii() else typewritten(text)).casefold().split())


def lines_of(text: str) -> tuple[str, ...]:
    """The names in a cell, one a line, each once."""
    return tuple(dict.fromkeys(line.strip() for line in text.split("\n") if line.strip()))


def all_folded(names: Iterable[str]) -> frozenset[str]:
    """Names as ``folded`` makes them, for looking one up; none is blank."""
    return frozenset(name for name in map(folded, names) if name)
