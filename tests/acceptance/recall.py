"""How much of a plan on paper arrives in the document built from its workbooks: words, lines, their order, what is new.

Content counts, not furniture: numbers of lists are no words here, since Word makes them, and neither are the contents.
"""

from __future__ import annotations

import io
import re
import zipfile
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD = re.compile(r"[^\W_]+")
_QUOTES = str.maketrans("", "", "'’‘`")
_LONG_ENOUGH = 4
"""So many words make a line that stands in one place only."""


@dataclass(frozen=True, slots=True)
class Recall:
    """What arrived of a text.

    ``words`` is the share of its words that are printed, each as often as it stands there; ``missing`` are the others.
    ``lines`` is the share of its longer lines that are printed whole, ``in_order`` the share of those that stand in the
    order of the text. ``new`` are words printed that the text does not have at all.
    """

    words: float
    missing: Counter[str]
    lines: float
    in_order: float
    new: frozenset[str]


def recall(reference: str, document: bytes) -> Recall:
    """How much of a reference text, line by line, is printed in a Word document."""
    printed = " ".join(_paragraphs(document))
    wanted, there = Counter(words(reference)), Counter(words(printed))
    missing = wanted - there
    places = _places(reference, words(printed))
    found = [place for place in places if place >= 0]
    return Recall(
        words=1 - missing.total() / wanted.total(),
        missing=missing,
        lines=len(found) / len(places),
        in_order=_longest_rise(found) / len(found),
        new=frozenset(there.keys() - wanted.keys()),
    )


def words(text: str) -> list[str]:
    """The words of a text in small letters, without apostrophes."""
    return _WORD.findall(text.translate(_QUOTES).casefold())


def _paragraphs(document: bytes) -> Iterator[str]:
    """The paragraphs of the body, but for its contents."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for paragraph in root.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if style is not None and style.get(f"{_W}val", "").casefold().startswith("toc"):
            continue
        signs = paragraph.iter(f"{_W}t", f"{_W}br", f"{_W}tab")
        own = (item for item in signs if next(item.iterancestors(f"{_W}p")) is paragraph)  # boxes give their own
        yield "".join(item.text or "" if item.tag == f"{_W}t" else " " for item in own)


def _places(reference: str, printed: Sequence[str]) -> list[int]:
    """Where each longer line of the reference begins in what is printed; -1 for one that is not there whole."""
    stream = f" {' '.join(printed)} "
    lines = [words(line) for line in reference.splitlines()]
    return [stream.find(f" {' '.join(line)} ") for line in lines if len(line) >= _LONG_ENOUGH]


def _longest_rise(places: Sequence[int]) -> int:
    """The length of the longest run of places that rises, others left out."""
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)
