from __future__ import annotations

from decimal import Decimal

import pytest

from svcdocs.model.polarity import polarity_in, polarity_of_run, polarity_suggested


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Working days lost (low is good)", "Low"),
        ("Visits – High is good", "High"),
        ("Maintenance backlog (lower is better)", "Low"),
        ("Days:\nlow  is\ngood", "Low"),
        ("High is good, but low is good too", ""),
        ("Roads in low islands", ""),
        ("", ""),
    ],
)
def test_what_is_good_is_told_from_the_words_of_a_name(name: str, said: str) -> None:
    assert polarity_in(name) == said


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        ("Working days lost to sickness", "Low"),
        ("Complaints upheld", "Low"),
        ("Complaints answered within ten days", ""),
        ("Complaints upheld (high is good)", "High"),
        ("Affordable homes completed", ""),
    ],
)
def test_a_name_lets_one_expect_that_less_is_better_only_where_nothing_speaks_against_it(
    name: str, suggested: str
) -> None:
    assert polarity_suggested(name) == suggested


@pytest.mark.parametrize(
    ("figures", "way"), [((3, 2, 2), "Low"), ((1, 2), "High"), ((1, 2, 1), ""), ((4, 4), ""), ((4,), ""), ((), "")]
)
def test_a_run_of_figures_has_a_way_where_it_never_turns(figures: tuple[int, ...], way: str) -> None:
    assert polarity_of_run([Decimal(figure) for figure in figures]) == way
