"""The top corporate risks: those a service marked Corporate, and those in the highest band of the council's scale."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from svcdocs.corporate.answers import is_yes
from svcdocs.model.amounts import read_number
from svcdocs.model.corporate_view import RankedRisk
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import RiskLevel
from svcdocs.model.service_plan import Risk


def top_risks(cycle: Cycle) -> tuple[RankedRisk, ...]:
    """The corporate risks, the highest score first; those without a score last; else in the order of the services."""
    scale = cycle.framework.risk_scale
    highest = max((limits[1] for level in scale if (limits := _limits(level)) is not None), default=None)
    ranked = [ranked_risk(scale, plan.service, risk) for plan in cycle.plans for risk in plan.risks]
    chosen = [one for one in ranked if is_yes(one.risk.corporate) or _reaches(one.band, highest)]
    return tuple(sorted(chosen, key=lambda one: (one.score is None, -(one.score or Decimal(0)))))


def ranked_risk(scale: Iterable[RiskLevel], service: str, risk: Risk) -> RankedRisk:
    """A risk with its score and band. Score = likelihood times impact, where both are numbers or words of the scale."""
    scale = tuple(scale)
    likelihood, impact = _number(scale, "Likelihood", risk.likelihood), _number(scale, "Impact", risk.impact)
    score = None if likelihood is None or impact is None else likelihood * impact
    return RankedRisk(service, risk, score, None if score is None else _band(scale, score))


def _number(scale: tuple[RiskLevel, ...], axis: str, written: str) -> Decimal | None:
    number = read_number(written)
    if number is None:
        word = written.strip().casefold()
        named = (level for level in scale if _is(level, axis) and word and level.label.strip().casefold() == word)
        number = next((read_number(level.score) for level in named), None)
    return number


def _band(scale: tuple[RiskLevel, ...], score: Decimal) -> RiskLevel | None:
    bands = ((level, _limits(level)) for level in scale)
    return next((level for level, limits in bands if limits is not None and limits[0] <= score <= limits[1]), None)


def _reaches(band: RiskLevel | None, highest: Decimal | None) -> bool:
    limits = _limits(band) if band is not None else None
    return limits is not None and limits[1] == highest


def _limits(level: RiskLevel) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest score of a band ("12-16", "12 to 16", "16"); None for what is no band."""
    if not _is(level, "Band"):
        return None
    parts = level.score.replace("–", "-").replace("—", "-").replace(" to ", "-").split("-")
    numbers = [number for part in parts if (number := read_number(part)) is not None]
    return (min(numbers), max(numbers)) if numbers and len(numbers) == len(parts) else None


def _is(level: RiskLevel, axis: str) -> bool:
    return level.axis.strip().casefold() == axis.casefold()
