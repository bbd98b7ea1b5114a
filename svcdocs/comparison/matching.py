"""Which record of one version is which of another: by reference, then by near text, then by place; one to one.

What is alike in everything comes first, then the best of what is near. A reference counts for much and not for all: a
record that stands under another reference with nearly its old words is the same record, if what has its old reference
now says something quite different.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from svcdocs.comparison.naming import all_words_of, key_of, other_words_of, words_of
from svcdocs.comparison.nearness import Grams, Pieces, grams, nearness, pieces, worth_comparing
from svcdocs.comparison.values import Content, content_of, plain_words
from svcdocs.model.base import Record
from svcdocs.model.changes import How, Matched
from svcdocs.model.names import folded

R = TypeVar("R", bound=Record)
Sign = TypeVar("Sign", bound=Content | tuple[str, ...] | str)

_SAME_KEY = 0.4
"""What a shared reference adds to nearness: with near words it is worth as much as the very words elsewhere."""
_NEAR = 0.6
_NEAR_ENOUGH_FOR_ANOTHER_REF = 0.8
_NEAR_ENOUGH_AMONG_EQUALS = 0.3
_BEGUN = 3
"""So many characters of a name say at least whose beginning they are, where there is nothing beside it."""
_LOOKED_UP = 12
_TELLING = 12
"""Fewer characters than this ("TBC") do not outweigh a reference."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The places of one record before and after; None where it is not there."""

    before: int | None
    after: int | None
    how: How | None = None


def matched(before: Sequence[R], after: Sequence[R]) -> tuple[Matched[R], ...]:
    """Every record of both versions of one part, once.

    They come in the order of ``after``; what is gone stands behind what it followed.
    """
    return tuple(
        Matched(
            None if pair.before is None else before[pair.before],
            None if pair.after is None else after[pair.after],
            pair.how or "",
        )
        for pair in paired(before, after)
    )


def paired(before: Sequence[Record], after: Sequence[Record]) -> tuple[Pair, ...]:
    """What ``matched`` gives, by places. The other way about it finds the same pairs; a version pairs with itself."""
    work = _Work(before, after)
    _pair_alike(work)
    _pair_near(work)
    _pair_in_place(work)
    _pair_named_anew(work)
    return tuple(_in_order(work))


class _Known:
    """What matching needs to know of a record, worked out when it is first asked for."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.key, self.how = key_of(record)
        self.words = folded(plain_words(words_of(record)))

    @cached_property
    def content(self) -> Content:
        return content_of(self.record)

    @cached_property
    def grams(self) -> Grams:
        """The pieces of what names the record, or else of all it says."""
        return grams(self.words) if self.words else self.all_grams

    @cached_property
    def pieces(self) -> Pieces:
        """By what it is looked up among many."""
        return pieces(self.words or all_words_of(self.record))

    @cached_property
    def others(self) -> str:
        """What it says beside its key and its name."""
        return other_words_of(self.record)

    @cached_property
    def all_grams(self) -> Grams:
        return grams(all_words_of(self.record))


class _Work:
    """Two versions, and the pairs found so far: for a place before the one after, and by what they belong together."""

    def __init__(self, before: Sequence[Record], after: Sequence[Record]) -> None:
        self.before = [_Known(record) for record in before]
        self.after = [_Known(record) for record in after]
        self.pairs: dict[int, tuple[int, How]] = {}
        self.taken: set[int] = set()

    def take(self, i: int, j: int, how: How = "text") -> None:
        """Pair two records if both are still free."""
        if i in self.pairs or j in self.taken:
            return
        one, other = self.before[i], self.after[j]
        self.pairs[i] = j, one.how if one.key and one.key == other.key else how
        self.taken.add(j)

    def free(self) -> tuple[list[int], list[int]]:
        """The places before and after that have no partner yet."""
        return (
            [i for i in range(len(self.before)) if i not in self.pairs],
            [j for j in range(len(self.after)) if j not in self.taken],
        )


def _pair_alike(work: _Work) -> None:
    """Pair records that say the same in everything: those there is one of, what stands beside them, then the rest.

    Of several that are alike, those are paired that stand beside the same neighbours, or another order would be told
    where one of them is gone (Heckel, "A technique for isolating differences between files", 1978).
    """
    _pair_by(work, _content, only_one=True)
    rows, others = len(work.before), len(work.after)
    for i in range(-1, rows - 1):
        _pair_beside(work, i, -1 if i < 0 else work.pairs.get(i, (others,))[0], 1)
    for i in range(rows, 0, -1):
        _pair_beside(work, i, others if i == rows else work.pairs.get(i, (-1,))[0], -1)
    _pair_by(work, _content, only_one=False)
    _pair_by(work, _key_and_words, only_one=True)


def _pair_beside(work: _Work, i: int, j: int, step: int) -> None:
    i, j = i + step, j + step
    if 0 <= i < len(work.before) and 0 <= j < len(work.after) and work.before[i].content == work.after[j].content:
        work.take(i, j)


def _pair_by(work: _Work, sign: Callable[[_Known], Sign], *, only_one: bool) -> None:
    """Pair what has the same sign, in order; or only where there is one of it on either side."""
    free_before, free_after = work.free()
    before, after = _grouped(work.before, free_before, sign), _grouped(work.after, free_after, sign)
    for same, places in before.items():
        others = after.get(same, [])
        if not only_one or len(places) == len(others) == 1:
            for i, j in zip(places, others, strict=False):
                work.take(i, j)


def _grouped(known: Sequence[_Known], places: Iterable[int], sign: Callable[[_Known], Sign]) -> dict[Sign, list[int]]:
    groups: dict[Sign, list[int]] = {}
    for place in places:
        if sign(known[place]):
            groups.setdefault(sign(known[place]), []).append(place)
    return groups


def _content(known: _Known) -> Content:
    return known.content


def _key_and_words(known: _Known) -> tuple[str, ...]:
    return (known.key, known.words) if known.words else ()


def _pair_near(work: _Work) -> None:
    """Pair what has one reference or near words, the nearest first."""
    before, after = work.free()
    alike = worth_comparing([work.before[i].pieces for i in before], [work.after[j].pieces for j in after])
    near = {(before[i], after[j]) for i, j in alike}
    keys = _Keys(work)
    near.update((i, j) for i in before if (j := keys.partner(i)) is not None and j not in work.taken)
    scored = [(*score, i, j) for i, j in near if (score := _score(work, keys, i, j)) is not None]
    for *_, i, j in sorted(scored):
        work.take(i, j)


def _score(work: _Work, keys: _Keys, i: int, j: int) -> tuple[float, float, int, int] | None:
    """A sort key by which the nearest pair comes first; None for two records that are not one.

    Between pairs as near as each other all they say decides, and then their places.
    """
    one, other = work.before[i], work.after[j]
    near = nearness(one.grams, other.grams) if bool(one.words) == bool(other.words) else 0.0
    if one.key and one.key == other.key:
        least = 0.0 if keys.partner(i) == j else _NEAR_ENOUGH_AMONG_EQUALS
        near, least = near + _SAME_KEY, least + _SAME_KEY
    elif one.key and other.key:
        is_telling = min(len(one.words), len(other.words)) >= _TELLING
        least = _NEAR_ENOUGH_FOR_ANOTHER_REF if is_telling or keys.are_new(one, other) else math.inf
    else:
        least = _NEAR
    if near < least:
        return None
    return -near, -nearness(one.all_grams, other.all_grams), abs(i - j), i + j


class _Keys:
    """The keys of both versions: which stand on one record of either, and which on none of the other."""

    def __init__(self, work: _Work) -> None:
        before, after = (_grouped(side, range(len(side)), lambda one: one.key) for side in (work.before, work.after))
        self._before, self._after = set(before), set(after)
        both = ((places, after.get(key, [])) for key, places in before.items())
        self._partners = {ones[0]: others[0] for ones, others in both if len(ones) == len(others) == 1}

    def partner(self, i: int) -> int | None:
        """The record after that alone has the key which this one alone has before."""
        return self._partners.get(i)

    def are_new(self, one: _Known, other: _Known) -> bool:
        """Whether the key of neither stands in the other version, so that one may be in the place of the other."""
        return one.key not in self._after and other.key not in self._before


def _pair_in_place(work: _Work) -> None:
    """Pair what has neither key nor name, and stands in the same place of both versions."""
    before, after = work.free()
    for i in sorted({*before} & {*after}):
        if all(not known.key and not known.words for known in (work.before[i], work.after[i])):
            work.take(i, i, "place")


def _pair_named_anew(work: _Work) -> None:
    """Pair what has lost its name, or the end of it, with what has it: the other cells say that it is the same row."""
    before, after = work.free()
    rows = [work.before[i].others for i in before], [work.after[j].others for j in after]
    near = worth_comparing(*([pieces(others) for others in side] for side in rows))
    near |= _begun_names([work.before[i].words for i in before], [work.after[j].words for j in after])
    scored = [
        (-score, abs(before[i] - after[j]), before[i] + after[j], before[i], after[j])
        for i, j in near
        if (score := _nearness_of_rows(work.before[before[i]], work.after[after[j]])) is not None
    ]
    for *_, i, j in sorted(scored):
        work.take(i, j)


def _begun_names(before: Sequence[str], after: Sequence[str]) -> set[tuple[int, int]]:
    """The places of names of which one is the beginning of the other."""
    return {*_begins(before, after), *((here, there) for there, here in _begins(after, before))}


def _begins(short: Sequence[str], long: Sequence[str]) -> Iterator[tuple[int, int]]:
    ordered = sorted((name, place) for place, name in enumerate(long))
    for here, name in enumerate(short):
        at = bisect_left(ordered, (name, -1)) if name else len(ordered)
        for other, there in ordered[at : at + _LOOKED_UP]:
            if other.startswith(name):
                yield here, there


def _nearness_of_rows(one: _Known, other: _Known) -> float | None:
    """How much two rows say the same beside their names; None where these do not begin alike, or the rest differs."""
    short, long = sorted((one.words, other.words), key=len)
    if short == long or not long.startswith(short) or (one.key and other.key):
        return None
    if not (one.others and other.others):
        least = _BEGUN if not (one.others or other.others) else _TELLING
        return 0.0 if len(short) >= least else None
    near = nearness(grams(one.others), grams(other.others))
    return near if near >= _NEAR else None


def _in_order(work: _Work) -> Iterator[Pair]:
    """All places of both versions: in the order of ``after``, what is gone behind what it followed."""
    there = {j: (i, how) for i, (j, how) in work.pairs.items()}
    yield from _gone(work, 0)
    for j in range(len(work.after)):
        if j in there:
            i, how = there[j]
            yield Pair(i, j, how)
            yield from _gone(work, i + 1)
        else:
            yield Pair(None, j)


def _gone(work: _Work, start: int) -> Iterator[Pair]:
    """The records from a place on that have no partner."""
    for i in range(start, len(work.before)):
        if i in work.pairs:
            return
        yield Pair(i, None)
