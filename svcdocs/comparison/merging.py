"""One version of two copies that both come from a third: what each has changed, and where they clash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from svcdocs.comparison.joining import Places, joined_places
from svcdocs.comparison.naming import all_words_of, called, words_of
from svcdocs.comparison.plans import Parts, part_names
from svcdocs.comparison.values import Cell, cells_of, parts_in, says_the_same, title_of, with_cells, written
from svcdocs.model.base import Record
from svcdocs.model.changes import Clash


@dataclass(frozen=True, slots=True)
class Merged:
    """What two copies say together, and the fields in which they contradict each other."""

    parts: dict[str, tuple[Record, ...]]
    clashes: tuple[Clash, ...]


def merged(base: Parts | None, one: Parts, other: Parts) -> Merged:
    """The records of two copies as one; ``base`` is what both come from, None where nobody knows.

    What only one copy has changed, added or taken out holds. Where both have changed a field, what ``one`` says is
    kept, or what ``other`` says if it is blank in ``one``, and both are told; so is a record that one copy has changed
    and the other taken out: it is kept. Values that say the same do not clash. Without a base, what stands in either
    copy is kept.

    The order is that of the base, or of the first copy that has changed it; what is new stands behind what it followed,
    that of ``one`` first. A record made of both copies has the origin that it has in ``one``.
    """
    parts: dict[str, tuple[Record, ...]] = {}
    clashes: list[Clash] = []
    for part in part_names(base or {}, one, other):
        merging = _Merging(part, (base or {}).get(part, ()), one.get(part, ()), other.get(part, ()))
        parts[part] = tuple(merging.records())
        clashes += merging.clashes
    return Merged(parts, tuple(clashes))


@dataclass(slots=True)
class _Merging:
    """The merging of the records of one part, or of the steps of one record; it gathers the clashes on the way."""

    part: str
    base: Sequence[Record]
    one: Sequence[Record]
    other: Sequence[Record]
    record: str = ""
    holds: str = ""
    clashes: list[Clash] = field(default_factory=list)

    def records(self) -> Iterator[Record]:
        """The merged records in order."""
        for places in joined_places(self.base, self.one, self.other):
            record = self._record(places)
            if record is not None:
                yield record

    def _record(self, places: Places) -> Record | None:
        """One record from up to three versions of it; None where it has been taken out."""
        base, one, other = (
            None if place is None else version[place]
            for place, version in zip(places, (self.base, self.one, self.other), strict=True)
        )
        if one is not None and other is not None:
            return self._of_both(base, one, other)
        left = one or other
        if base is None or left is None:
            return left
        if _say_the_same(base, left):
            return None
        self._clash_of_wholes(base, one, other)
        return left

    def _of_both(self, base: Record | None, one: Record, other: Record) -> Record:
        if other in (one, base):
            return one
        if one == base:
            return other
        before = cells_of(base) if base else {}
        mine, theirs = cells_of(one), cells_of(other)
        cells: dict[str, Cell] = {}
        for key in dict.fromkeys((*mine, *theirs)):
            kept, is_agreed = _choice(before.get(key), mine.get(key), theirs.get(key))
            if kept is not None:
                cells[key] = kept
            if not is_agreed:
                self._clash_of_cells(key, (base, one, other), written(kept))
        return with_cells(one, cells, self._parts(base, one, other))

    def _clash_of_cells(self, key: str, versions: tuple[Record | None, Record, Record], kept: str) -> None:
        """Both copies have changed a field, and not to the same."""
        _, one, other = versions
        base, mine, theirs = ("" if record is None else written(cells_of(record).get(key)) for record in versions)
        self.clashes.append(
            Clash(
                self.part,
                record=self.record or called(one),
                step=called(one) if self.holds else "",
                field=f"{self.holds}.{key}" if self.holds else key,
                title=title_of(one, key),
                base=base,
                one=mine,
                other=theirs,
                kept=kept,
                cell_one=one.cell(key),
                cell_other=other.cell(key),
            )
        )

    def _parts(self, base: Record | None, one: Record, other: Record) -> Mapping[str, tuple[Record, ...]]:
        """The steps of a record, merged like records."""
        before, theirs = dict(parts_in(base)) if base else {}, dict(parts_in(other))
        found: dict[str, tuple[Record, ...]] = {}
        for holds, mine in parts_in(one):
            within = _Merging(self.part, before.get(holds, ()), mine, theirs[holds], called(one), holds, self.clashes)
            found[holds] = tuple(within.records())
        return found

    def _clash_of_wholes(self, base: Record, one: Record | None, other: Record | None) -> None:
        """One copy has changed a record, and the other has taken it out."""
        left = one or other
        assert left is not None
        self.clashes.append(
            Clash(
                self.part,
                record=self.record or called(left),
                step=called(left) if self.holds else "",
                field=self.holds,
                title="",
                base=_words(base),
                one=_words(one),
                other=_words(other),
                kept=_words(left),
                cell_one=one.cell() if one else None,
                cell_other=other.cell() if other else None,
            )
        )


def _choice(base: Cell | None, one: Cell | None, other: Cell | None) -> tuple[Cell | None, bool]:
    """What two copies of a field make, and whether they agree on it. What was typed goes before a blank."""
    if other in (one, base):
        return one, True
    if one == base:
        return other, True
    if says_the_same(one, other) or says_the_same(other, base):
        return one, True
    if says_the_same(one, base):
        return other, True
    return one or other, False


def _words(record: Record | None) -> str:
    return (words_of(record) or all_words_of(record)) if record else ""


def _say_the_same(one: Record, other: Record) -> bool:
    """Whether two records differ in nothing that anybody would call a change."""
    mine, theirs = cells_of(one), cells_of(other)
    parts = list(zip(parts_in(one), parts_in(other), strict=True))
    return all(says_the_same(mine.get(key), theirs.get(key)) for key in (*mine, *theirs)) and all(
        len(ours) == len(others) and all(map(_say_the_same, ours, others)) for (_, ours), (_, others) in parts
    )
