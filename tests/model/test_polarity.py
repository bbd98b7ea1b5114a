from __future__ import annotations

import pytest

from svcdocs.model.polarity import polarity_in


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
