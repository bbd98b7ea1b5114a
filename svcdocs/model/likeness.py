"""Likeness: which texts of many are nearly the same, found by the rare words they share and never pair by pair."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from svcdocs.model.names import folded

Words = frozenset[str]

_WORD = re.compile(r"[^\W\d_]{2,}|\d[\d,.]*\d|\d")
_SMALL = frozenset(
    [
        "a",
        "all",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "can",
        "do",
        "each",
        "every",
        "for",
        "from",
        "has",
        "have",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "more",
        "new",
        "no",
        "not",
        "of",
        "on",
        "or",
        "our",
        "that",
        "the",
        "their",
        "them",
        "they",
        "this",
        "to",
        "up",
        "us",
        "we",
        "where",
        "which",
        "who",
        "will",
        "with",
        "within",
        "so",
        "such",
        "than",
        "then",
        "there",
        "these",
    ]
)
"""Words that any two texts share."""
_MOST_COMPARED = 12
"""With how many of those that share a word each text is compared: what keeps the work in step with their number."""


def words_in(text: str) -> Words:
    """The words that carry a text, each once: no small words, no difference between one and several."""
    return frozenset(_singular(word) for word in _WORD.findall(folded(text)) if word not in _SMALL)


def overlap(one: Words, other: Words) -> float:
    """How many of the words of two texts are in both, in per cent of all of them."""
    return 100 * len(one & other) / len(one | other) if one or other else 0.0


def candidates(texts: Sequence[Words], limit: float) -> Iterator[tuple[int, int]]:
    """Pairs of texts, by their places, that may share so many words in per cent: the later one first.

    Texts that share at least a part t of their words share one of the rarest of each: of n words in the order of how
    rare they are, one of the first n - ceil(t n) + 1. Only those are looked up, and for each only the last few texts
    that have it among theirs: so the pairs are no more than the words times a fixed number.
    """
    often = Counter(word for text in texts for word in text)
    holding: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        rarest = sorted(text, key=lambda word: (often[word], word))
        seen: set[int] = set()
        for word in rarest[: len(text) - math.ceil(limit / 100 * len(text)) + 1]:
            before = holding.setdefault(word, [])
            for other in before[-_MOST_COMPARED:]:
                if other not in seen:
                    seen.add(other)
                    yield place, other
            before.append(place)


def near_pairs(texts: Sequence[Words], limit: float) -> Iterator[tuple[int, int]]:
    """The pairs that do share so many words in per cent; the later one first, the earliest other before the others."""
    found = (pair for pair in candidates(texts, limit) if overlap(texts[pair[0]], texts[pair[1]]) >= limit)
    yield from sorted(found)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > len("ties"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > len("bus") else word
