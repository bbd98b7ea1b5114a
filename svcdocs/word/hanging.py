"""How much room the labels of a list need: their widths, and the hanging indent that holds them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Final

# Widths in thousandths of the size of the letters, as Arial and its metric twins have them; other faces in which
# councils print are about as wide.
_WIDTHS: Final = {
    **dict.fromkeys("ijl", 222), **dict.fromkeys("ft.,:;I[]/ ", 278), **dict.fromkeys("r()-", 333),
    **dict.fromkeys("ckJsvxyz", 500), **dict.fromkeys("FLTZ", 611), **dict.fromkeys("ABEKPSVXY", 667),
    **dict.fromkeys("CDHNRUw", 722), **dict.fromkeys("GOQ", 778), **dict.fromkeys("Mm", 833), "W": 944,
}  # fmt: skip
_USUAL: Final = 556
_GAP: Final = 320
"""What stays free between a label and its text, in thousandths of the size."""
_STEP: Final = 20
_LEFT: Final = re.compile(r'(w:(?:left|start)=")(\d+)')
_HANGING: Final = re.compile(r'(w:hanging=")(\d+)')


def label_width(label: str, size: int) -> int:
    """The room a label needs in front of its text, in twentieths of a point; ``size`` is in half-points."""
    wide = sum(_WIDTHS.get(sign, _USUAL) for sign in label) + _GAP
    return math.ceil(wide * size / 100 / _STEP) * _STEP


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
