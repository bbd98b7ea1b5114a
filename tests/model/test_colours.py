"""Colours: read as typed, and how well they can be told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.model.colours import contrast, digits_of

COLOURS = st.from_regex(r"[0-9A-F]{6}", fullmatch=True)


@pytest.mark.parametrize(("typed", "digits"), [("#12436d", "12436D"), ("12436D ", "12436D"), ("blue", ""), ("", "")])
def test_a_colour_is_read_with_or_without_its_sign(typed: str, digits: str) -> None:
    assert digits_of(typed) == digits


def test_contrast_is_that_of_wcag() -> None:
    assert round(contrast("FFFFFF", "000000")) == 21
    assert round(contrast("FFFFFF", "767676"), 2) == 4.54


@given(COLOURS, COLOURS)
def test_contrast_is_the_same_both_ways_and_never_below_one(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one) >= 1
