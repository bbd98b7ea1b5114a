"""Which column stands where: the headings of a table to columns, also where people have changed, moved or lost them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from svcdocs.excel.cells import Cell, CellSheet, column_letters
from svcdocs.model.text import Text
from svcdocs.workbook.also_called import COLUMNS
from svcdocs.workbook.choices import Answers
from svcdocs.workbook.declaration import Column, Shape, Sheet
from svcdocs.workbook.headings import NEEDS, fold
from svcdocs.workbook.likely_values import fit
from svcdocs.workbook.likeness import NEAR, SURE, Guess, alike, letters_of
from svcdocs.workbook.matching import best_pairs

_Seat = tuple[int, str]
_SAMPLE = 12  # so many cells below a heading say what it is for
_REMARKS = frozenset(
    {"comment", "comments", "note", "notes", "remark", "remarks", "internal", "checked", "query", "queries", "question"}
)
"""Headings of people's own columns: what stands under them is never taken for ours because of its place."""


@dataclass(frozen=True)
class Wanted:
    """What the headings of a table are compared with.

    ``ours`` are headings, folded, of columns that hold nothing a person typed; ``also`` gives by field what else a
    column is called; ``order`` the keys of the columns as they were sent out, "" for one of ours.
    """

    columns: Sequence[Column]
    ours: frozenset[str] = frozenset({fold(NEEDS)})
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    answers: Mapping[str, Answers] = field(default_factory=dict)
    order: tuple[str, ...] = ()

    @cached_property
    def by_title(self) -> Mapping[str, Column]:
        """The columns by their headings, folded: the council's and ours."""
        return {fold(title): column for column in self.columns for title in (column.ours, column.title)}

    @cached_property
    def help_lines(self) -> frozenset[str]:
        """The lines of help under the headings, folded."""
        return frozenset(fold(line) for column in self.columns for line in (column.help_line, column.our_help) if line)


@dataclass(frozen=True, slots=True)
class Heads:
    """Where the headings of a table stand: its rows ``first`` to ``last``, and the words over each place.

    ``help_row`` is the row in which the lines of help stand, where they have been left.
    """

    first: int
    last: int
    titles: Mapping[int, str]
    help_row: int = 0


def wanted_of(sheet: Sheet, columns: Sequence[Column], answers: Mapping[str, Answers]) -> Wanted:
    """What the headings of a sheet are compared with."""
    keys = [column.key for column in columns]
    later = next((place for place, column in enumerate(columns) if column.ask.later), len(columns))
    if sheet.shape is not Shape.LISTS and any(column.ask.needs for column in columns):
        keys.insert(later, "")
    if sheet.prompt:
        keys.insert(1 + (len(columns) > 0 and columns[0].ask not in sheet.columns), "")
    ours = frozenset(fold(title) for title in (NEEDS, sheet.prompt) if title)
    return Wanted(columns, ours, COLUMNS.get(sheet.holds, {}), answers, tuple(keys))


def place_columns(cells: CellSheet, heads: Heads, wanted: Wanted) -> tuple[dict[int, Column], list[Guess]]:
    """The column at each place, and which of them were guessed.

    A heading as it was sent out is taken at its word. What is left is paired as a whole with the columns that are
    missing: by the line of help below, by the words, by what stands under it, and by its place among the others.
    """
    found = _as_sent_out(heads, wanted)
    there = {column.key for column in found.values()}
    missing = [column for column in wanted.columns if column.key not in there]
    open_places = _open(cells, heads, found, wanted) if missing else []
    if not open_places:
        return found, []
    evidence = _Evidence(cells, heads, wanted, _seats(found, open_places, missing, wanted.order))
    evidence.look_under(open_places, missing)
    scores = [[evidence.score(at, column) for column in missing] for at in open_places]
    guesses = []
    for row, number in best_pairs(scores):
        at, column = open_places[row], missing[number]
        found[at] = column
        cell = f"{column_letters(at)}{max(heads.last, 1)}"
        guesses.append(Guess(heads.titles.get(at, "").strip(), column.title, evidence.is_sure(at, column), cell))
    return dict(sorted(found.items())), guesses


def samples(cells: CellSheet, places: Collection[int], below: int) -> dict[int, list[Cell]]:
    """The first few cells under each place, from the row after ``below`` on."""
    found: dict[int, list[Cell]] = {place: [] for place in places}
    for number, row in cells.rows.items():
        if number > below:
            for place, cell in row.items():
                if place in found and len(found[place]) < _SAMPLE and cell.text.strip():
                    found[place].append(cell)
    return found


def _as_sent_out(heads: Heads, wanted: Wanted) -> dict[int, Column]:
    """The places of headings that stand as they were sent out; of a heading that stands twice, the first."""
    titles = wanted.by_title
    found: dict[str, int] = {}
    by_key = {column.key: column for column in wanted.columns}
    for place, title in heads.titles.items():
        column = titles.get(fold(title))
        if column is not None:
            found.setdefault(column.key, place)
    return {place: by_key[key] for key, place in found.items()}


def _open(cells: CellSheet, heads: Heads, found: Mapping[int, Column], wanted: Wanted) -> list[int]:
    """The places of which nobody knows yet what they are for: with a strange heading, or with none and something."""
    known = {fold(title) for column in found.values() for title in (column.ours, column.title)} | wanted.ours
    strange = {
        place
        for place, title in heads.titles.items()
        if place not in found and title.strip() and not title.strip().startswith("#") and fold(title) not in known
    }
    headed = {place for place, title in heads.titles.items() if title.strip()}
    used = {place for number, row in cells.rows.items() if number > heads.last for place in row}
    return sorted(strange | (used - headed - found.keys()))


class _Evidence:
    """All that speaks for a column at a place."""

    def __init__(self, cells: CellSheet, heads: Heads, wanted: Wanted, seats: Iterable[tuple[_Seat, int]]) -> None:
        self._cells, self._heads, self._wanted = cells, heads, wanted
        self._seats = dict(seats)
        self._helps = cells.rows.get(heads.help_row, {})
        self._under: dict[int, list[Cell]] = {}

    def look_under(self, places: Sequence[int], columns: Sequence[Column]) -> None:
        """Take a few cells from under each place; the line of help is none of them."""
        is_there = any(self._is_helped(at, column) for at in places for column in columns)
        self._under = samples(self._cells, places, max(self._heads.last, self._heads.help_row if is_there else 0))

    def score(self, at: int, column: Column) -> float:
        """How much speaks for a column at a place; 0 where it is not to be guessed."""
        if self._is_helped(at, column):
            return 3.0
        words = self._words(at, column)
        under = fit(self._under[at], column, self._wanted.answers)
        seated = self._seats.get((at, column.key), 0)
        if words >= SURE:
            return 1 + words + 0.1 * under
        if words >= NEAR:
            return words + 0.15 * under + 0.1 * seated if under > -0.3 else 0.0  # noqa: PLR2004
        if not self._under[at] or set(letters_of(self._heads.titles.get(at, "")).split()) & _REMARKS:
            return 0.0
        enough = 0.0 if seated == 2 else 0.5  # noqa: PLR2004 - between two neighbours that are where they were
        return 0.4 + 0.15 * under if seated and under >= enough else 0.0

    def is_sure(self, at: int, column: Column) -> bool:
        """Whether nobody needs to be asked."""
        return self._is_helped(at, column) or self._words(at, column) >= SURE

    def _words(self, at: int, column: Column) -> float:
        names = (column.title, column.ours)
        return alike(self._heads.titles.get(at, ""), names, self._wanted.also.get(column.ask.field, ()))

    def _is_helped(self, at: int, column: Column) -> bool:
        cell = self._helps.get(at)
        return cell is not None and is_help(cell, column)


def is_help(cell: Cell, column: Column) -> bool:
    """Whether a cell holds the line of help of a column."""
    begins = cell.text.lstrip()[:3]
    for line in (column.help_line, column.our_help):
        # Words that do not begin alike need no closer look: this question is put to every cell of a workbook.
        if line and (cell.text == line or (begins == line[:3] and fold(cell.text) == fold(line))):
            return True
    return False


def _seats(
    found: Mapping[int, Column], open_places: Sequence[int], missing: Sequence[Column], order: Sequence[str]
) -> Iterator[tuple[_Seat, int]]:
    """Places that lie as a missing column was sent out: 2 between both of its neighbours, 1 beside one of them.

    The places between two neighbours count only if as many are open there as columns are missing there.
    """
    number = {key: at for at, key in enumerate(order)}
    known = sorted((at, number.get(column.key, -1)) for at, column in found.items())
    gaps = [(0, -1), *known, (max([*open_places, *found], default=0) + 1, len(order))]
    wanted = sorted(number[column.key] for column in missing if column.key in number)
    for (left, from_), (right, to) in pairwise(gaps):
        places = [at for at in open_places if left < at < right]
        seats = [at for at in wanted if from_ < at < to]
        if places and len(places) == len(seats):
            sides = (left > 0) + (right <= max(found, default=0))
            yield from (((at, order[seat]), max(sides, 1)) for at, seat in zip(places, seats, strict=True))


def by_order(cells: CellSheet, wanted: Wanted) -> tuple[Heads, dict[int, Column]] | None:
    """The columns of a table without headings in the order in which they were sent out, where what is there fits."""
    first = next((number for number, row in cells.rows.items() if len(row) > 1), None)
    if first is None:
        return None
    by_key = {column.key: column for column in wanted.columns}
    width = max(place for row in cells.rows.values() for place in row)
    under = samples(cells, range(1, width + 1), first - 1)
    best: tuple[float, dict[int, Column]] = (0.0, {})
    for order in _orders(wanted):
        if width <= len(order):
            places = {at: by_key[key] for at, key in enumerate(order, 1) if key and under.get(at)}
            fits = [(fit(under[at], column, wanted.answers), column.type is Text) for at, column in places.items()]
            total = sum(mark for mark, _ in fits) if _speaks(fits) else 0.0
            if total > best[0]:
                best = (total, {at: by_key[key] for at, key in enumerate(order, 1) if key})
    return (Heads(first - 1, first - 1, {}), best[1]) if best[1] else None


def _speaks(fits: Sequence[tuple[float, bool]]) -> bool:
    """Whether what stands under the columns speaks for them: two look like it, one of them more than any prose would.

    ``fits`` gives for each column how well it fits, and whether it is one of prose.
    """
    well = [is_prose for mark, is_prose in fits if mark >= 0.5]  # noqa: PLR2004 - more often than not
    return len(well) > 1 and not all(well) and min(mark for mark, _ in fits) > -0.5  # noqa: PLR2004


def _orders(wanted: Wanted) -> Iterable[tuple[str, ...]]:
    """The orders in which the columns may have been sent out: a team is not asked which team it is."""
    yield wanted.order
    if "team" in wanted.order:
        yield tuple(key for key in wanted.order if key != "team")
