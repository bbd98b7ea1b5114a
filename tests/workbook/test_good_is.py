from __future__ import annotations

import pytest

from tests.workbook.sheets import read_one

_LAST = "otherwise choose one of: High (more is better), Low (less is better), Within a range."


def _hint(heads: str, cells: str) -> str:
    _, findings = read_one("Indicators", f"| Ref | Indicator | Good is | {heads} |\n| N1 | {cells} |")
    (slip,) = (one for one in findings if one.code == "choice-unknown")
    return slip.hint


@pytest.mark.parametrize(
    ("heads", "cells", "why"),
    [
        ("Target 2028/29 | Target 2027/28", "Calls | Hgih | 8 | 9", "The targets of this row fall."),
        ("Target 2027/28", "Calls | Hihg | Baseline -2%", "The targets of this row fall."),
        ("Result 2025/26 | Target 2027/28", "Calls | Hgih | 80% | 75%", "lower than its last result."),
        ("Target 2027/28", "Days lost per employee | Hgih | N/A", "one would want less of it."),
    ],
)
def test_a_slip_is_answered_by_what_fits_the_row_and_by_what_its_letters_look_like_second(
    heads: str, cells: str, why: str
) -> None:
    hint = _hint(heads, cells)
    assert f"{why} Did you mean 'Low' (less is better)? Then type that; if it is 'High' (more is better), " in hint


@pytest.mark.parametrize(
    ("heads", "cells", "asked"),
    [
        ("Target 2027/28 | Target 2028/29", "Calls | Hgih | 8 | 9", "'High' (more is better)"),
        ("Target 2027/28 | Target 2028/29", "Calls | Hgih | 80% | 9", "'High' (more is better)"),
        ("Target 2027/28 | Target 2028/29", "Calls | Lwo | 9 | 8", "'Low' (less is better)"),
        ("Target 2027/28 | Target 2028/29", "Calls | Within a rnage | 9 | 8", "'Within a range'"),
    ],
)
def test_a_slip_that_the_row_does_not_speak_against_is_answered_by_the_nearest_with_what_each_means(
    heads: str, cells: str, asked: str
) -> None:
    assert _hint(heads, cells) == f"Did you mean {asked}? Then type that; {_LAST}"
