"""How much room the labels of a list need: their widths, and the hanging indent that holds them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Final

from svcdocs.word.widths import width

_GAP: Final = 320
"""What stays free between a label and its text, in thousandths of the size."""
_STEP: Final = 20
_LEFT: Final = re.compile(r'(w:(?:left|start)=")(\d+)')
_HANGING: Final = re.compile(r'(w:hanging=")(\d+)')


def label_width(label: str, size: int) -> int:
    """The room a label needs in front of its text, in twentieths of a point; ``size`` is in half-points."""
    return math.ceil((width(label) + _GAP) * size / 100 / _STEP) * _STEP


def fitted(indents: Sequence[str], room: Sequence[int]) -> Iterator[str]:
    """The indents of the levels of a list, widened where a label needs more room than its hanging indent gives.

    ``indents`` is the XML of each; one that does not hang is left as it is. Deeper levels move along.
    """
    more = 0
    for indent, needed in zip(indents, room, strict=True):
        left, hanging = _LEFT.search(indent), _HANGING.search(indent)
        if left is None or hanging is None:
            yield indent
            continue
        added = max(needed - int(hanging[2]), 0)
        more += added
        wider = _HANGING.sub(rf"\g<1>{int(hanging[2]) + added}", indent)
        yield _LEFT.sub(rf"\g<1>{int(left[2]) + more}", wider)
