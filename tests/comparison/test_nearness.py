from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.comparison.nearness import grams, nearness, pieces, worth_comparing
from tests.comparison.versions import TITLES


@given(st.text(max_size=40), st.text(max_size=40))
def test_nearness_is_a_part_of_one_and_the_same_from_either_side(one: str, other: str) -> None:
    near = nearness(grams(one), grams(other))
    assert 0 <= near <= 1
    assert near == nearness(grams(other), grams(one))


@pytest.mark.parametrize("other", ["Open a Hub", "open  a\u00a0hub", "open a hub "])
def test_the_same_words_are_as_near_as_can_be(other: str) -> None:
    assert nearness(grams("Open a hub"), grams(other)) == 1


def test_small_edits_stay_near_and_other_texts_are_far() -> None:
    for title in TITLES:
        assert nearness(grams(title), grams(f"{title[:9]}{title[10:]} again")) > 0.6
        assert all(nearness(grams(title), grams(other)) < 0.4 for other in TITLES if other != title)


def test_words_in_another_order_are_less_near_than_in_the_same() -> None:
    assert nearness(grams("parks and trees"), grams("trees and parks")) < 1


def test_blank_texts_are_near_to_nothing() -> None:
    assert nearness(grams(""), grams("")) == 0


def test_what_shares_rare_pieces_is_worth_comparing_and_what_shares_none_is_not() -> None:
    before = [pieces(title) for title in TITLES]
    after = [pieces(f"{title} again") for title in reversed(TITLES)]
    found = worth_comparing(before, after)
    assert {(place, len(TITLES) - 1 - place) for place in range(len(TITLES))} <= found
    assert worth_comparing([pieces("abc")], [pieces("xyz")]) == set()
    assert {(there, here) for here, there in worth_comparing(after, before)} == found
