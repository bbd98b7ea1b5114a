"""One version of two copies that both come from a third: what each has changed, and where they clash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from svcdocs.comparison.matching import matched
from svcdocs.comparison.naming import called
from svcdocs.comparison.plans import Parts, part_names
from svcdocs.comparison.values import cells_of, says_the_same, title_of, with_cells, written
from svcdocs.model.base import Record
from svcdocs.model.changes import Clash


@dataclass(frozen=True, slots=True)
class Merged:
    """What two copies say together, and the fields in which they contradict each other."""

    parts: dict[str, tuple[Record, ...]]
    clashes: tuple[Clash, ...]


def merged(base: Parts | None, one: Parts, other: Parts) -> Merged:
    """The records of two copies as one; ``base`` is what both come from, None where nobody knows."""
    parts: dict[str, tuple[Record, ...]] = {}
    clashes: list[Clash] = []
    for part in part_names(base or {}, one, other):
        parts[part] = _part(part, (base or {}).get(part, ()), one.get(part, ()), other.get(part, ()), clashes)
    return Merged(parts, tuple(clashes))


def _part(
    part: str, base: Sequence[Record], one: Sequence[Record], other: Sequence[Record], clashes: list[Clash]
) -> tuple[Record, ...]:
    if tuple(one) == tuple(base) or tuple(one) == tuple(other):
        return tuple(other)
    if tuple(other) == tuple(base):
        return tuple(one)
    found: list[Record] = []
    for pair in matched(one, other):
        if pair.before is None or pair.after is None:
            found += [record for record in (pair.before, pair.after) if record is not None]
            continue
        mine, theirs = cells_of(pair.before), cells_of(pair.after)
        for key, value in theirs.items():
            if not mine.get(key):
                mine[key] = value
            elif value and not says_the_same(mine[key], value):
                told = written(mine[key])
                clashes.append(
                    Clash(
                        part,
                        called(pair.before),
                        "",
                        key,
                        title_of(pair.before, key),
                        "",
                        told,
                        written(value),
                        told,
                        pair.before.cell(key),
                        pair.after.cell(key),
                    )
                )
        found.append(with_cells(pair.before, mine, {}))
    return tuple(found)
