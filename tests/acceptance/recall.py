"""How much of a plan on paper arrives in the document built from its workbooks: words, lines, their order, what is new.

Content counts, not furniture: numbers of lists are no words here, since Word makes them, and neither are the contents.
What a sentence above a table says for all its rows counts as often as the table has rows: a plan on paper repeats it.
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
    wanted, there = Counter(words(reference)), Counter(words(printed)) + _said_once(document)
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


def _said_once(document: bytes) -> Counter[str]:
    """The words that a sentence says for all rows of the tables behind it, for each row but the one it stands for."""
    found: Counter[str] = Counter()
    for paragraph in _body(document).iter(f"{_W}p"):
        if _style(paragraph) != "SaidOnce":
            continue
        rows = 0
        for following in paragraph.itersiblings():
            if following.tag == f"{_W}p" and _style(following) == "PartHeading":
                break
            rows += len(following.findall(f"{_W}tr")) - 1 if following.tag == f"{_W}tbl" else 0
        said = Counter(words("".join(paragraph.itertext())))
        found += Counter({word: count * (rows - 1) for word, count in said.items()})
    return found


def _body(document: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style.get(f"{_W}val", "") if style is not None else ""


def _paragraphs(document: bytes) -> Iterator[str]:
    """The paragraphs of the body, but for its contents."""
    for paragraph in _body(document).iter(f"{_W}p"):
        if _style(paragraph).casefold().startswith("toc"):
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
