"""How near two texts are to each other, and which texts are worth comparing: without comparing each with each."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from svcdocs.comparison.values import plain_words
from svcdocs.model.names import folded

Grams = Mapping[str, int]
"""The pieces of three characters that a text is made of, each with how often it occurs."""
Pieces = frozenset[str]

_PIECE = 3
_RARE = 12
"""So many of the rarest pieces of a text are looked up."""
_HELD = 64
"""A piece that more texts hold than this tells nothing; of those only the ones around the same place are tried."""
_TRIED = 6
"""So many texts at most are compared with one."""


def grams(text: str) -> Grams:
    """The pieces of a text, capitals, blanks, quotation marks and dashes left out of account."""
    line = f" {' '.join(_words(text))} "
    return Counter(line[at : at + _PIECE] for at in range(len(line) - _PIECE + 1))


def nearness(one: Grams, other: Grams) -> float:
    """How much two texts share (Dice's coefficient of their pieces): 1 for the same words, 0 for no piece."""
    if len(other) < len(one):
        one, other = other, one
    shared = sum(min(count, other.get(piece, 0)) for piece, count in one.items())
    total = sum(one.values()) + sum(other.values())
    return 2 * shared / total if total else 0.0


def pieces(text: str) -> Pieces:
    """What a text is looked up by: its pieces of three characters, and each two words that stand side by side."""
    words = _words(text)
    return frozenset((*grams(text), *map(" ".join, pairwise(words))))


def worth_comparing(before: Sequence[Pieces], after: Sequence[Pieces]) -> set[tuple[int, int]]:
    """The places of texts that share rare pieces: a few for each text, however many there are.

    Looked for from either side, so that it is the same the other way about.
    """
    return {*_found(before, after), *((there, here) for here, there in _found(after, before))}


def _words(text: str) -> list[str]:
    return folded(plain_words(text)).split()


def _found(wanted: Sequence[Pieces], known: Sequence[Pieces]) -> Iterator[tuple[int, int]]:
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(known):
        for piece in text:
            holding[piece].append(place)
    for here, text in enumerate(wanted):
        rarest = sorted((len(holding[piece]), piece) for piece in text if piece in holding)[:_RARE]
        votes: defaultdict[int, float] = defaultdict(float)
        for held_by, piece in rarest:
            for there in _around(here, holding[piece]):
                votes[there] += 1 / held_by
        best = sorted(votes, key=lambda there: (-votes[there], abs(there - here), there))
        yield from ((here, there) for there in best[:_TRIED])


def _around(here: int, places: Sequence[int]) -> Sequence[int]:
    """Of the places, if there are many, those nearest to one."""
    if len(places) <= _HELD:
        return places
    at = max(bisect_left(places, here) - _HELD // 2, 0)
    return places[at : at + _HELD]
