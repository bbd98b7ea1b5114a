from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from svcdocs.workbook.matching import best_pairs

SCORES = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(-3, 9).map(float), min_size=width, max_size=width), min_size=1, max_size=4
    )
)


def test_the_best_whole_goes_before_the_best_pair() -> None:
    assert best_pairs([[9, 8], [8, 1]]) == [(0, 1), (1, 0)]


def test_what_speaks_for_nothing_is_paired_with_nothing() -> None:
    assert best_pairs([[0.0, 2.0], [-1.0, 0.0]]) == [(0, 1)]
    assert best_pairs([]) == best_pairs([[]]) == []


@given(SCORES)
def test_no_other_pairing_is_worth_more(scores: list[list[float]]) -> None:
    pairs = best_pairs(scores)
    assert len({row for row, _ in pairs}) == len({at for _, at in pairs}) == len(pairs)
    size = max(len(scores), len(scores[0]))
    positive = [[max(value, 0) for value in [*row, *[0] * size][:size]] for row in [*scores, *[[]] * size][:size]]
    best = max(sum(positive[row][at] for row, at in enumerate(order)) for order in permutations(range(size)))
    assert sum(scores[row][at] for row, at in pairs) == best
