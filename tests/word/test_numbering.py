"""Labels: read into numbers that Word can count, and written back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.word.numbering import Label, labels, written


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        ("1.", [Label("decimal", 1, "", ".")]),
        ("(12)", [Label("decimal", 12, "(", ")")]),
        ("01.", [Label("decimalZero", 1, "", ".")]),
        ("i)", [Label("lowerRoman", 1, "", ")"), Label("lowerLetter", 9, "", ")")]),
        ("B.", [Label("upperLetter", 2, "", ".")]),
        ("(iv)", [Label("lowerRoman", 4, "(", ")")]),
        ("aa)", [Label("lowerLetter", 27, "", ")")]),
        ("1.1", []),
        ("iiii)", [Label("lowerLetter", 87, "", ")")]),
        ("Ab)", []),
        ("", []),
        ("007.", []),
    ],
)
def test_a_label_is_read_in_every_way_that_prints_it(typed: str, readings: list[Label]) -> None:
    assert labels(typed) == readings


@settings(deadline=None)
@given(st.sampled_from(["decimal", "lowerRoman", "upperRoman", "lowerLetter", "upperLetter"]), st.integers(1, 200))
def test_every_number_is_read_again_from_how_it_is_written(form: str, number: int) -> None:
    typed = f"({written(form, number)})"
    assert Label(form, number, "(", ")") in labels(typed)


def test_a_label_follows_the_one_before_it_in_the_same_form_and_signs_only() -> None:
    one = Label("decimal", 1, "", ".")
    assert Label("decimal", 2, "", ".").follows(one)
    assert not Label("decimal", 2, "", ")").follows(one)
    assert not Label("decimal", 3, "", ".").follows(one)
    assert not one.follows(None)
