from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.model.effort import Asked, minutes_for, said_time


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(15, "15 minutes"), (60, "1 hour"), (90, "1½ hours"), (120, "2 hours"), (165, "3 hours"), (1470, "24 hours")],
)
def test_a_time_is_said_no_more_exactly_than_it_is_known(minutes: int, said: str) -> None:
    assert said_time(minutes) == said


def test_a_sheet_that_is_filled_in_already_takes_less_than_an_empty_one() -> None:
    assert minutes_for([Asked("actions", "Actions", rows=10)]) < minutes_for([Asked("actions", "Actions")])


def test_each_section_that_is_still_to_be_written_takes_its_time() -> None:
    three, six = (minutes_for([Asked("passages", "Text", sections=tuple("abcdef"[:n]))]) for n in (3, 6))
    assert six == 2 * three


def test_nobody_has_to_make_a_bid_but_everything_takes_a_quarter_of_an_hour() -> None:
    assert minutes_for([Asked("bids", "Bids")]) == minutes_for([]) == 15


def test_a_row_of_last_year_takes_a_glance() -> None:
    assert minutes_for([Asked("last_year", "Last year", rows=120)]) == 30
    assert minutes_for([Asked("last_year", "Last year")]) == 15


@given(st.integers(0, 200), st.integers(0, 200))
def test_more_rows_never_take_less_time(rows: int, more: int) -> None:
    one, other = (minutes_for([Asked("actions", "Actions", rows=1 + n)]) for n in (rows, rows + more))
    assert one <= other
