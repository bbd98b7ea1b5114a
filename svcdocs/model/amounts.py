"""What a written amount of money or number means: nothing, a figure, a range, "within existing resources", or words."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from svcdocs.model.base import Value


class AmountKind(StrEnum):
    """What sort of thing was written where money belongs."""

    NONE = "none"
    EXISTING = "existing"
    AMOUNT = "amount"
    RANGE = "range"
    WORDS = "words"
    BLANK = "blank"


class AmountMeaning(Value):
    """The pounds a written amount stands for: one figure (``low`` equals ``high``) or a range.

    ``yearly`` is true where it says so ("per annum"); ``several`` where more than one figure is named, and then no
    figure is given, since nobody can tell which one counts.
    """

    kind: AmountKind
    low: Decimal | None = None
    high: Decimal | None = None
    yearly: bool = False
    several: bool = False


@lru_cache(maxsize=8192)
def read_amount(written: str) -> AmountMeaning:
    """The meaning of an amount as written; never raises."""
    text = re.sub(r"[\s\u00a0]+", " ", written).strip().rstrip(".;").lower()
    if not text:
        return AmountMeaning(kind=AmountKind.BLANK)
    if _NONE.fullmatch(text):
        return AmountMeaning(kind=AmountKind.NONE)
    if _EXISTING.match(text):
        return AmountMeaning(kind=AmountKind.EXISTING)
    yearly = _YEARLY.search(text) is not None
    return _range(text, yearly=yearly) or _single(text, yearly=yearly)


@lru_cache(maxsize=8192)
def read_number(written: str) -> Decimal | None:
    """The number a cell holds, or None where it is not one number.

    Read are "0.6", "1x", "1,250", "-3", "(1,200)" and "£12,000".
    """
    text = re.sub(r"[\s\u00a0£]+", "", written).lower().rstrip("x×")
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    value = Decimal((match["bare"] or match["bracketed"]).replace(",", ""))
    return value.copy_negate() if match["bracketed"] or match["sign"] in ("-", "−") else value


_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_NUMBER = re.compile(rf"\((?P<bracketed>{_DIGITS})\)|(?P<sign>[-−+]?)(?P<bare>{_DIGITS})")
_NONE = re.compile(
    r"nil|no|n/?a|not applicable|-|–|—|£?0(?:\.00)?|none\b.*"
    r"|no (?:additional|extra|further|new) (?:cost|resource|fund|money|spend|budget)\w*\b.*"
)
_EXISTING = re.compile(
    r"(?:(?:to be )?(?:met|funded|contained|delivered|all|both) )?(?:from |within |by |out of )(?:the |our )?"
    r"(?:existing|current|approved)\b|existing (?:resources?|budgets?|staff)\b"
)
_YEARLY = re.compile(r"per annum|\bp\.?a\b|per year|a year|each year|every year|annually|/year")
_PLAIN = r" ?(\d[\d,]*(?:\.\d+)?)(?: ?(k|m|million|thousand)\b)?"
_FIGURE = re.compile(f"£?{_PLAIN}")
_POUNDS = re.compile(f"£{_PLAIN}")
_SPAN = re.compile(
    rf"(?:about |around |circa |c\.? ?|(?P<between>between ))?(?P<sign>£)?{_PLAIN} ?(?:-|–|—|to|(?(between)and|to)) ?"
    rf"(?P<second>£)?{_PLAIN}(?P<rest>.*)"
)
_SCALE = {"k": Decimal(1000), "thousand": Decimal(1000), "m": Decimal(1_000_000), "million": Decimal(1_000_000)}
# "3 x £5,000" and "£500 per event" name a price: how much it comes to is not said.
_PRICE = re.compile(r"\d ?[x×] ?£|\beach\b(?! year)|\bper (?!annum|year)")


def _range(text: str, *, yearly: bool) -> AmountMeaning | None:
    """Two figures with a dash or "to" between; "£12-15k" means thousands in both. Without £, no words may follow."""
    span = _SPAN.fullmatch(text)
    if span is None or _POUNDS.search(span["rest"]):
        return None
    _, _, low_digits, low_scale, _, high_digits, high_scale, rest = span.groups()
    if not (span["sign"] or span["second"]) and _YEARLY.sub("", rest).strip():
        return None
    if not low_scale and not span["second"]:
        low_scale = high_scale
    low, high = _value(low_digits, low_scale), _value(high_digits, high_scale)
    if low is None or high is None or low > high:
        return None
    return AmountMeaning(kind=AmountKind.RANGE, low=low, high=high, yearly=yearly)


def _single(text: str, *, yearly: bool) -> AmountMeaning:
    bare = _FIGURE.fullmatch(_YEARLY.sub("", text).strip())
    figures = [bare.groups()] if bare else [match.groups() for match in _POUNDS.finditer(text)]
    value = _value(*figures[0]) if len(figures) == 1 and not _PRICE.search(text) else None
    if value is not None:
        return AmountMeaning(kind=AmountKind.AMOUNT, low=value, high=value, yearly=yearly)
    return AmountMeaning(kind=AmountKind.WORDS, yearly=yearly, several=len(figures) > 1)


def _value(digits: str, scale: str | None) -> Decimal | None:
    try:
        return Decimal(digits.replace(",", "")) * _SCALE.get(scale or "", Decimal(1))
    except ArithmeticError:
        return None
