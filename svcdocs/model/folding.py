"""Findings that come again in many cells, told once: the first in full, the others by their cells and what differs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from svcdocs.model.findings import Finding

MANY = 3
"""From so many findings of one kind on one sheet, only the first is told in full."""
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_QUOTED = re.compile(r"(?<!\w)'(.*?)'(?!\w)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Cells in which a finding comes again, as they are named in short: "F6:F9, F12 (twice)".

    ``said`` is what the finding says otherwise there than in its first cell: the values it quotes, or where more is
    different its whole sentence; "" where it says just the same. Values quoted of the same cells stand together.
    """

    cells: str
    said: str = ""

    def __str__(self) -> str:
        return f"{self.cells}: {self.said}" if self.said else self.cells


@dataclass(frozen=True, slots=True)
class Fold:
    """Findings that are told together: the ``first`` in full, the ``others`` by where they stand."""

    first: Finding
    others: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them, in their order."""
        return (self.first, *self.others)

    @property
    def cells(self) -> str:
        """The cells of all of them, in short; "" where they have none."""
        return cells_in_short(one.where.cell for one in self.findings if one.where is not None)

    @property
    def elsewhere(self) -> tuple[Elsewhere, ...]:
        """The cells of the others, those together in which the same is said, and what is quoted there."""
        said: dict[str, list[str]] = {}
        for other in self.others:
            said.setdefault(_difference(self.first.message, other.message), []).append(_cell(other))
        together: dict[tuple[str, str], list[str]] = {}
        for words, cells in said.items():
            values = words.startswith("'")
            place = _with_counts(cells, "" if words else _cell(self.first))
            together.setdefault((place, "'" if values else words), []).append(words)
        return tuple(Elsewhere(place, ", ".join(words)) for (place, _), words in together.items())


def folded_findings(findings: Iterable[Finding], least: int = MANY) -> tuple[Fold, ...]:
    """Findings of one kind on one sheet together, where there are at least so many or they say the very same.

    They are of one kind where they ask for the same thing in the same column. What has no cell stands alone. Each fold
    stands where the first of its findings stood.
    """
    alike: dict[object, list[Finding]] = {}
    for number, one in enumerate(findings):
        place = one.where
        column = _CELL.match(place.cell) if place else None
        kind = (one.code, one.severity, one.hint, place.file, place.sheet, column[1]) if place and column else number
        alike.setdefault(kind, []).append(one)
    order = {id(one): number for number, group in enumerate(alike.values()) for one in group}
    folds = [fold for group in alike.values() for fold in _folds(group, least)]
    return tuple(sorted(folds, key=lambda fold: order[id(fold.first)]))


def cells_in_short(cells: Iterable[str]) -> str:
    """Cells as a person names many: those under one another in a column as a range, "F6:F9, F12, H3"."""
    rows: dict[str, list[int]] = {}
    others: list[str] = []
    for cell in dict.fromkeys(cells):
        found = _CELL.fullmatch(cell)
        if found:
            rows.setdefault(found[1], []).append(int(found[2]))
        elif cell:
            others.append(cell)
    named = [_range(column, first, last) for column, at in rows.items() for first, last in _runs(sorted(at))]
    return ", ".join((*named, *others))


def _folds(alike: Sequence[Finding], least: int) -> Iterator[Fold]:
    if len(alike) >= least:
        yield Fold(alike[0], tuple(alike[1:]))
        return
    same: dict[str, list[Finding]] = {}
    for one in alike:
        same.setdefault(one.message, []).append(one)
    yield from (Fold(group[0], tuple(group[1:])) for group in same.values())


def _difference(first: str, other: str) -> str:
    """What another message says otherwise than the first: the values it quotes, or all of it."""
    if first == other:
        return ""
    if _QUOTED.sub("''", first) != _QUOTED.sub("''", other):
        return other
    pairs = zip(_QUOTED.findall(first), _QUOTED.findall(other), strict=True)
    return ", ".join(f"'{theirs}'" for mine, theirs in pairs if mine != theirs)


def _cell(finding: Finding) -> str:
    return finding.where.cell if finding.where is not None else ""


def _with_counts(cells: Sequence[str], first: str) -> str:
    """Cells in short, those that come several times with how often; ``first`` has been named before."""
    often = Counter(cells)
    once = [cell for cell, times in often.items() if times == 1 and cell != first]
    more = [f"{cell} {_times(times)}" for cell, times in often.items() if cell and cell not in once]
    return ", ".join(filter(None, (*more, cells_in_short(once))))


def _times(times: int) -> str:
    """How often more a cell has the same."""
    return "again" if times == 1 else "(twice)" if times == 2 else f"({times} times)"  # noqa: PLR2004


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each run of rows without a gap."""
    start = before = rows[0]
    for row in rows[1:]:
        if row != before + 1:
            yield start, before
            start = row
        before = row
    yield start, before


def _range(column: str, first: int, last: int) -> str:
    return f"{column}{first}" if first == last else f"{column}{first}:{column}{last}"
