"""Two prints of one document: under which headings something is printed otherwise, and how many figures of it are."""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from svcdocs.model.reprints import PartChange
from svcdocs.word.by_heading import by_heading

_DATE = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(list(month_name)[1:])}) \d{{4}}\b")
_FIGURE = re.compile(r"[−-]?£?\d[\d,]*(?:\.\d+)?%?")
_HERE = "\x00"
"""What stands in a frame for a date; no document has it."""


def changed_parts(before: bytes, after: bytes) -> tuple[PartChange, ...]:
    """Where two prints differ, heading by heading in the order of ``after``; nothing where they say the same.

    A line of which nothing but figures or dates are others counts by those, and so is a heading the same that has
    another date. Nothing is compared with everything: each line is looked up once.

    Raises:
        UnusableFile: one of them is no Word document.
    """
    old, new = ({one.heading: one.lines for one in by_heading(each)} for each in (before, after))
    return tuple(_changes(_renamed(old, new), new, old))


def _renamed(old: dict[str, tuple[str, ...]], new: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """What stood under the old headings, under those of the new ones that differ in nothing but a date."""
    come = {_DATE.sub(_HERE, heading): heading for heading in new if heading not in old}
    names = {heading: come.pop(_DATE.sub(_HERE, heading), heading) for heading in old if heading not in new}
    return {names.get(heading, heading): lines for heading, lines in old.items()}


def _changes(
    old: dict[str, tuple[str, ...]], new: dict[str, tuple[str, ...]], named: Collection[str]
) -> Iterator[PartChange]:
    for heading in dict.fromkeys((*new, *old)):
        if heading not in old:
            yield PartChange(heading, is_new=True)
        elif heading not in new:
            yield PartChange(heading, is_gone=True)
        else:
            change = _change(heading, old[heading], new[heading])
            dates = change.dates + (heading not in named)
            if old[heading] != new[heading] or dates:
                yield replace(change, dates=dates)


def _change(heading: str, old: tuple[str, ...], new: tuple[str, ...]) -> PartChange:
    """What is another under a heading: the figures and dates of lines that are else the same, and whole lines."""
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    were = _by_frame(gone)
    figures = dates = left = 0
    for frame, lines in _by_frame(come).items():
        for line in lines:
            if were.get(frame):
                twin = were[frame].pop(0)
                dates += _differing(_DATE.findall(twin), _DATE.findall(line))
                figures += _differing(*(_FIGURE.findall(_DATE.sub(_HERE, one)) for one in (twin, line)))
            else:
                left += 1
    return PartChange(heading, figures, dates, max(left, sum(map(len, were.values()))))


def _by_frame(lines: Counter[str]) -> dict[str, list[str]]:
    """Lines by what stands in them beside figures and dates."""
    found: dict[str, list[str]] = {}
    for line in lines.elements():
        found.setdefault(_FIGURE.sub("0", _DATE.sub(_HERE, line)), []).append(line)
    return found


def _differing(old: Sequence[str], new: Sequence[str]) -> int:
    return sum(one != other for one, other in zip(old, new, strict=True))
