from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.model.likeness import candidates, near_pairs, overlap, words_in

WORDS = st.frozensets(st.sampled_from("abcdefghij"), max_size=6)


def test_words_are_those_that_carry_a_text_whether_one_or_several() -> None:
    assert words_in("The libraries and a bus; 12 policies of our class") == words_in("library bus 12 policy class")


@given(st.lists(WORDS, max_size=10))
def test_every_pair_that_shares_enough_is_found(texts: list[frozenset[str]]) -> None:
    by_hand = {
        (later, earlier)
        for later in range(len(texts))
        for earlier in range(later)
        if texts[later] and overlap(texts[later], texts[earlier]) >= 80
    }
    assert set(near_pairs(texts, 80)) == by_hand


@pytest.mark.parametrize("number", [400, 1600, 6400])
def test_looking_for_pairs_grows_in_step_with_the_number_of_texts(number: int) -> None:
    # A few words in all of them, a few in many, and one of its own: what hurts whoever compares pair by pair.
    texts = [words_in(f"improve service officer resident theme{n % 7} area{n % 5} thing{n}") for n in range(number)]
    looked_up = 3  # of at most eight words: 8 - 80 % of them, and one more
    assert 0 < len(list(candidates(texts, 80))) <= 12 * looked_up * number


def test_the_same_text_many_times_over_is_compared_with_a_few() -> None:
    texts = [words_in("open a night shelter in town")] * 500
    assert len(list(candidates(texts, 80))) <= 500 * 12
    assert {later for later, _ in near_pairs(texts, 80)} == set(range(1, 500))
