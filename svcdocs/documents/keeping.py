"""What stands together on a page: about how high texts are, and which rows of a table stay with the next."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from svcdocs.model.text import Text

HALF_A_PAGE = 19
"""The lines of table text on half a landscape page, below the heading row and with the space between steps."""
_FEW_ROWS = 5


def height(text: Text, line: int) -> int:
    """About how many lines a text takes with so many characters a line."""
    return sum(max(1, len(textwrap.wrap(item.plain, line))) for item in text.blocks)


def kept_rows(heights: Sequence[int]) -> frozenset[int]:
    """The places of the rows that stay on one page with the row below them; ``heights`` are their lines.

    A small table is not cut: all but its last do. Of another neither its first nor its last row stands alone, as long
    as the two that stand together leave half a page to others.
    """
    last = len(heights) - 1
    if len(heights) <= _FEW_ROWS and sum(heights) <= HALF_A_PAGE:
        return frozenset(range(last))
    ends = {0, last - 1} if last > 0 else set[int]()
    return frozenset(place for place in ends if heights[place] + heights[place + 1] <= HALF_A_PAGE)
