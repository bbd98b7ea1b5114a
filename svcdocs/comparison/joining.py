"""The records of two copies of a base as one sequence: which is which in all three, and in what order they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from svcdocs.comparison.matching import paired
from svcdocs.model.base import Record

Places = tuple[int | None, int | None, int | None]
"""Where one record stands in the base, in one copy and in the other; None where it does not."""


def joined_places(base: Sequence[Record], one: Sequence[Record], other: Sequence[Record]) -> tuple[Places, ...]:
    """Every record that either copy has, once.

    They stand in the order of the base, or of the first copy that has changed it. What that order does not know stands
    behind what it follows in its own copy; of what is new in both copies, that of ``one`` first.
    """
    mine, theirs = _partners(base, one), _partners(base, other)
    rows: list[Places] = [(i, mine.get(i), theirs.get(i)) for i in range(len(base))]
    rows += _additions(one, other, set(mine.values()), set(theirs.values()))
    in_one, in_other = _by_place(rows, 1), _by_place(rows, 2)
    known = [row[0] for row in in_one if row[0] is not None]
    if known == sorted(known):
        return tuple(_woven(in_other, in_one, passing=()))
    return tuple(_woven(in_one, in_other, passing=(row for row in in_one if row[2] is None)))


def _partners(base: Sequence[Record], copy: Sequence[Record]) -> dict[int, int]:
    """The place in a copy for each place in the base that is still there."""
    pairs = paired(base, copy)
    return {pair.before: pair.after for pair in pairs if pair.before is not None and pair.after is not None}


def _additions(
    one: Sequence[Record], other: Sequence[Record], known_one: set[int], known_other: set[int]
) -> Iterator[Places]:
    """What the base does not have: in one copy, in the other, or the same in both."""
    mine = [place for place in range(len(one)) if place not in known_one]
    theirs = [place for place in range(len(other)) if place not in known_other]
    for pair in paired([one[place] for place in mine], [other[place] for place in theirs]):
        yield (
            None,
            None if pair.before is None else mine[pair.before],
            None if pair.after is None else theirs[pair.after],
        )


def _by_place(rows: Iterable[Places], version: int) -> list[Places]:
    """The rows that a version has, in its order."""
    there = ((row[version], row) for row in rows)
    return [row for _, row in sorted((place, row) for place, row in there if place is not None)]


def _woven(spine: Sequence[Places], more: Sequence[Places], passing: Iterable[Places]) -> Iterator[Places]:
    """The rows of ``spine``, and those of ``more`` that it lacks: each behind the row that it follows there.

    Rows of the spine that are in ``passing`` keep their place before those that come behind the same row.
    """
    behind = _following(spine, more)
    passed = set(passing)
    waiting: list[Places] = list(behind.get(None, ()))
    if not (spine and spine[0] in passed):
        yield from waiting
        waiting = []
    for at, row in enumerate(spine):
        yield row
        waiting += behind.get(row, ())
        if at + 1 == len(spine) or spine[at + 1] not in passed:
            yield from waiting
            waiting = []
    yield from waiting


def _following(spine: Sequence[Places], more: Sequence[Places]) -> Mapping[Places | None, list[Places]]:
    """What the spine lacks, in order, by the row of the spine that it comes behind; None where it comes first."""
    known = set(spine)
    behind: dict[Places | None, list[Places]] = {}
    last: Places | None = None
    for row in more:
        if row in known:
            last = row
        else:
            behind.setdefault(last, []).append(row)
    return behind
