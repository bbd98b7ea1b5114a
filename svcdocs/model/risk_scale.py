"""The council's scale of risks: the number a likelihood, impact or score stands for, and the band a score lies in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from svcdocs.model.amounts import read_number
from svcdocs.model.council import RiskLevel

LIKELIHOOD, IMPACT, BAND = "Likelihood", "Impact", "Band"


def number_of(scale: Iterable[RiskLevel], axis: str, written: str) -> Decimal | None:
    """The number a likelihood or an impact stands for: itself, or that of the word of the scale; None for neither."""
    number = read_number(written)
    if number is None:
        word = written.strip().casefold()
        named = (level for level in levels_of(scale, axis) if word and level.label.strip().casefold() == word)
        number = next((read_number(level.score) for level in named), None)
    return number


def product_of(scale: Sequence[RiskLevel], likelihood: str, impact: str) -> Decimal | None:
    """Likelihood times impact, as a risk scores before what is in place against it; None where one is no number."""
    one, other = number_of(scale, LIKELIHOOD, likelihood), number_of(scale, IMPACT, impact)
    return None if one is None or other is None else one * other


def band_of(scale: Iterable[RiskLevel], score: Decimal) -> RiskLevel | None:
    """The band of the scale in which a score lies."""
    bands = ((level, limits_of(level)) for level in scale)
    return next((level for level, limits in bands if limits is not None and limits[0] <= score <= limits[1]), None)


def highest_score(scale: Iterable[RiskLevel]) -> Decimal | None:
    """The highest score of the highest band; None for a scale without bands."""
    return max((limits[1] for level in scale if (limits := limits_of(level)) is not None), default=None)


def is_in_highest_band(scale: Iterable[RiskLevel], score: Decimal) -> bool:
    """Whether a score lies in the highest band of the scale."""
    scale = tuple(scale)
    band = band_of(scale, score)
    limits = limits_of(band) if band is not None else None
    return limits is not None and limits[1] == highest_score(scale)


def levels_of(scale: Iterable[RiskLevel], axis: str) -> tuple[RiskLevel, ...]:
    """The steps of one axis of the scale, or its bands."""
    return tuple(level for level in scale if _is(level, axis))


def limits_of(level: RiskLevel) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest score of a band ("12-16", "12 to 16", "16"); None for what is no band."""
    if not _is(level, BAND):
        return None
    parts = level.score.replace("–", "-").replace("—", "-").replace(" to ", "-").split("-")
    numbers = [number for part in parts if (number := read_number(part)) is not None]
    return (min(numbers), max(numbers)) if numbers and len(numbers) == len(parts) else None


def _is(level: RiskLevel, axis: str) -> bool:
    return level.axis.strip().casefold() == axis.casefold()
