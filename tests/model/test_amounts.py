from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.model.amounts import AmountKind, read_amount, read_number
from tests.plans import AWKWARD_MONEY, AWKWARD_NUMBERS

K = AmountKind
READ: list[tuple[str, AmountKind, str, str, bool]] = [
    ("None", K.NONE, "", "", False),
    ("none – can use the £25,000 set aside", K.NONE, "", "", False),
    ("No additional resources required", K.NONE, "", "", False),
    ("N/A", K.NONE, "", "", False),
    ("£0", K.NONE, "", "", False),
    ("-", K.NONE, "", "", False),
    ("£10,000", K.AMOUNT, "10000", "10000", False),
    ("£10,000.50", K.AMOUNT, "10000.50", "10000.50", False),
    ("£5k", K.AMOUNT, "5000", "5000", False),
    ("£1.2m", K.AMOUNT, "1200000", "1200000", False),
    ("412,300", K.AMOUNT, "412300", "412300", False),
    ("£24,000 per annum", K.AMOUNT, "24000", "24000", True),
    ("24,000 pa", K.AMOUNT, "24000", "24000", True),
    ("Half-time cost of a policy officer (£24,000)", K.AMOUNT, "24000", "24000", False),
    ("£5 million match", K.AMOUNT, "5000000", "5000000", False),
    ("£12,000 – £15,000", K.RANGE, "12000", "15000", False),
    ("£12,000 – £15,000 maximum", K.RANGE, "12000", "15000", False),
    ("£12-15k", K.RANGE, "12000", "15000", False),
    ("between £5k and £6k a year", K.RANGE, "5000", "6000", True),
    ("12,000-15,000", K.RANGE, "12000", "15000", False),
    ("Within existing resources", K.EXISTING, "", "", False),
    ("Within existing resources.", K.EXISTING, "", "", False),
    ("To be met from existing budgets", K.EXISTING, "", "", False),
    ("Existing staff", K.EXISTING, "", "", False),
    ("£10,000 for advice and £3,500 for print", K.WORDS, "", "", False),
    ("£500 per event", K.WORDS, "", "", False),
    ("3 x £5,000", K.WORDS, "", "", False),
    ("3 to 4 days", K.WORDS, "", "", False),
    ("2027 to 2028 budget", K.WORDS, "", "", False),
    ("(1,200)", K.WORDS, "", "", False),
    ("various", K.WORDS, "", "", False),
    ("TBC", K.WORDS, "", "", False),
    ("", K.BLANK, "", "", False),
]


@pytest.mark.parametrize(("written", "kind", "low", "high", "yearly"), READ, ids=[row[0] or "nothing" for row in READ])
def test_a_written_amount_means(written: str, kind: AmountKind, low: str, high: str, *, yearly: bool) -> None:
    meaning = read_amount(written)
    assert (meaning.kind, meaning.yearly) == (kind, yearly)
    assert (meaning.low, meaning.high) == (Decimal(low) if low else None, Decimal(high) if high else None)


def test_every_awkward_amount_has_a_meaning_that_is_tested() -> None:
    assert set(AWKWARD_MONEY.values()) <= {row[0] for row in READ}


def test_where_several_figures_stand_none_is_chosen() -> None:
    assert read_amount("£10,000 for advice and £3,500 for print").several
    assert read_amount("£10,000 and £24,000 per annum").several
    assert not read_amount("£10,000").several


NUMBERS = [
    ("0.6", "0.6"),
    ("1x", "1"),
    ("1 X", "1"),
    ("1,250", "1250"),
    ("-3", "-3"),
    ("−3", "-3"),
    ("(1,200)", "-1200"),
    ("£12,000", "12000"),
    ("+4", "4"),
    (".5", "0.5"),
    ("three and a half", ""),
    ("2-", ""),
    ("--2", ""),
    ("1,2", ""),
    ("1.2.3", ""),
    ("", ""),
]


@pytest.mark.parametrize(("written", "value"), NUMBERS)
def test_a_written_number_is(written: str, value: str) -> None:
    assert read_number(written) == (Decimal(value) if value else None)


def test_every_awkward_number_is_tested() -> None:
    assert set(AWKWARD_NUMBERS.values()) <= {written for written, _ in NUMBERS}


@settings(max_examples=300, deadline=None)
@given(st.text() | st.text("0123456789.,£()-–kmx to pa", max_size=20))
def test_reading_never_fails_and_a_range_goes_up(written: str) -> None:
    meaning = read_amount(written)
    read_number(written)
    assert (meaning.low is not None) == (meaning.kind in (K.AMOUNT, K.RANGE))
    assert meaning.low is None or (meaning.high is not None and meaning.low <= meaning.high)


def test_a_number_of_any_length_is_read() -> None:
    assert read_number("9" * 6_000) == Decimal("9" * 6_000)
    assert read_amount("£" + "9" * 6_000).kind is K.AMOUNT
