from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.model.dates import DateKind
from svcdocs.model.targets import TargetKind, read_target
from tests.plans import AWKWARD_TARGETS

K = TargetKind
READ: list[tuple[str, TargetKind, str]] = [
    ("45", K.NUMBER, "45"),
    ("2", K.NUMBER, "2"),
    ("90", K.NUMBER, "90"),
    ("1,250", K.NUMBER, "1250"),
    (".5", K.NUMBER, "0.5"),
    ("-3", K.NUMBER, "-3"),
    ("£1,200", K.NUMBER, "1200"),
    ("10 days", K.NUMBER, "10"),
    ("at least 30", K.NUMBER, "30"),
    ("5 or fewer", K.NUMBER, "5"),
    ("3 (?)", K.NUMBER, "3"),
    ("80%", K.PERCENT, "80"),
    ("80 per cent.", K.PERCENT, "80"),
    ("4%", K.PERCENT, "4"),
    ("2%", K.PERCENT, "2"),
    ("0%", K.PERCENT, "0"),
    ("≥ 95%", K.PERCENT, "95"),
    ("Set baseline", K.SET_BASELINE, ""),
    ("Set Baseline based on Place Survey", K.SET_BASELINE, ""),
    ("Baseline +2.5%", K.FROM_BASELINE, "2.5"),
    ("Baseline + 5%", K.FROM_BASELINE, "5"),
    ("baseline – 3", K.FROM_BASELINE, "-3"),
    ("By end Q3", K.MILESTONE, ""),
    ("July 09", K.MILESTONE, ""),
    ("1st May 09", K.MILESTONE, ""),
    ("1 st May 09", K.MILESTONE, ""),
    ("2010/11", K.MILESTONE, ""),
    ("31st September 2027", K.MILESTONE, ""),
    ("N/A", K.NOT_APPLICABLE, ""),
    ("No survey this year", K.NOT_APPLICABLE, ""),
    ("-", K.NONE, ""),
    ("TBC", K.LATER, ""),
    ("Disaggregated targets being developed", K.LATER, ""),
    ("First judgement available", K.WORDS, ""),
    ("x%", K.WORDS, ""),
    ("1, 2", K.WORDS, ""),
    ("?", K.WORDS, ""),
    ("", K.BLANK, ""),
]


@pytest.mark.parametrize(("written", "kind", "value"), READ, ids=[written or "nothing" for written, _, _ in READ])
def test_a_written_target_means(written: str, kind: TargetKind, value: str) -> None:
    meaning = read_target(written)
    assert (meaning.kind, meaning.value) == (kind, Decimal(value) if value else None)


def test_every_awkward_target_has_a_meaning_that_is_tested() -> None:
    assert set(AWKWARD_TARGETS.values()) <= {written for written, _, _ in READ}


def test_a_question_mark_makes_a_figure_doubtful() -> None:
    assert read_target("3 (?)").doubtful
    assert read_target("3?").doubtful
    assert not read_target("3").doubtful


def test_a_milestone_says_when() -> None:
    when = read_target("1st May 09").when
    assert when is not None
    assert (when.kind, when.first) == (DateKind.DAY, date(2009, 5, 1))


@settings(max_examples=300, deadline=None)
@given(st.text() | st.text("0123456789.,%£()+-–?<≥ baseline", max_size=15))
def test_reading_never_fails_and_a_figure_is_a_figure(written: str) -> None:
    meaning = read_target(written)
    assert (meaning.value is not None) == (meaning.kind in (K.NUMBER, K.PERCENT, K.FROM_BASELINE))
