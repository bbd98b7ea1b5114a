"""Names as people type them: capitals and blanks make no other name."""

from __future__ import annotations

from collections.abc import Iterable


def folded(text: str) -> str:
    """A name by which spellings that differ in capitals and blanks are the same."""
    return " ".join(text.casefold().split())


def lines_of(text: str) -> tuple[str, ...]:
    """The names in a cell, one a line, each once."""
    return tuple(dict.fromkeys(line.strip() for line in text.split("\n") if line.strip()))


def all_folded(names: Iterable[str]) -> frozenset[str]:
    """Names as ``folded`` makes them, for looking one up; none is blank."""
    return frozenset(name for name in map(folded, names) if name)
