"""What a written amount of money or number means: nothing, a figure, a range, "within existing resources", or words."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
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
    text = re.sub(r"[\s\u00a0]+", " ", written).strip().strip(".;").lower()
    if not text:
        return AmountMeaning(kind=AmountKind.BLANK)
    if re.fullmatch(r"nil|no|n/?a|not applicable|-|–|£?0(?:\.00)?|none\b.*", text):
        return AmountMeaning(kind=AmountKind.NONE)
    if re.match(
        r"(?:met |from |contained |all )?within (?:the )?(?:existing|current|approved)\b|existing (?:resources|budget)",
        text,
    ):
        return AmountMeaning(kind=AmountKind.EXISTING)
    yearly = re.search(r"per annum|\bp\.?a\b|per year|a year|each year|annually|/year", text) is not None
    span = re.fullmatch(rf"(?:about |around |circa |c\.? ?)?{_FIGURE} ?(?:-|–|—|to) ?{_FIGURE}(?P<rest>.*)", text)
    if span and not re.search(_FIGURE_WITH_SIGN, span["rest"]):
        low, high = _value(*span.group(1, 2)), _value(*span.group(3, 4))
        if low is not None and high is not None and low <= high:
            return AmountMeaning(kind=AmountKind.RANGE, low=low, high=high, yearly=yearly)
    return _single(text, yearly)


@lru_cache(maxsize=8192)
def read_number(written: str) -> Decimal | None:
    """The number a cell holds ("0.6", "1x", "1,250", "-3", "(1,200)", "£12,000"), or None where it is not one number."""
    text = re.sub(r"[\s\u00a0£]+", "", written).rstrip("x×").lower()
    negative = bool(re.fullmatch(r"\([\d,.]+\)", text)) or text[:1] in "-−"
    digits = text.strip("()-−+")
    if not re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+", digits):
        return None
    value = Decimal(digits.replace(",", ""))
    return -value if negative else value


_FIGURE = r"£? ?(\d[\d,]*(?:\.\d+)?) ?(k|m|million|thousand)?"
_FIGURE_WITH_SIGN = r"£ ?(\d[\d,]*(?:\.\d+)?) ?(k|m|million|thousand)?\b"
_SCALE = {"k": Decimal(1000), "thousand": Decimal(1000), "m": Decimal(1_000_000), "million": Decimal(1_000_000)}


def _single(text: str, yearly: bool) -> AmountMeaning:
    bare = re.fullmatch(_FIGURE, text)
    if bare:
        figures = [bare.groups()]
    else:
        figures = [match.groups() for match in re.finditer(_FIGURE_WITH_SIGN, text)]
    values = {value for value in (_value(*figure) for figure in figures) if value is not None}
    if len(values) == 1 and len(figures) == 1:
        value = values.pop()
        return AmountMeaning(kind=AmountKind.AMOUNT, low=value, high=value, yearly=yearly)
    return AmountMeaning(kind=AmountKind.WORDS, yearly=yearly, several=len(figures) > 1)


def _value(digits: str, scale: str | None) -> Decimal | None:
    try:
        return Decimal(digits.replace(",", "")) * _SCALE.get(scale or "", Decimal(1))
    except InvalidOperation:
        return None
