"""The top corporate risks: those a service marked Corporate, and those in the highest band of the council's scale."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from svcdocs.corporate.answers import is_yes
from svcdocs.model.corporate_view import RankedRisk
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import RiskLevel
from svcdocs.model.risk_scale import IMPACT, LIKELIHOOD, band_of, is_in_highest_band, number_of
from svcdocs.model.service_plan import Risk


def top_risks(cycle: Cycle) -> tuple[RankedRisk, ...]:
    """The corporate risks, the highest score first; those without a score last; else in the order of the services."""
    scale = cycle.framework.risk_scale
    ranked = [ranked_risk(scale, plan.service, risk) for plan in cycle.plans for risk in plan.risks]
    chosen = [
        one
        for one in ranked
        if is_yes(one.risk.corporate) or (one.score is not None and is_in_highest_band(scale, one.score))
    ]
    return tuple(sorted(chosen, key=lambda one: (one.score is None, -(one.score or Decimal(0)))))


def ranked_risk(scale: Iterable[RiskLevel], service: str, risk: Risk) -> RankedRisk:
    """A risk with its score and band. Score = likelihood times impact, where both are numbers or words of the scale."""
    scale = tuple(scale)
    likelihood, impact = number_of(scale, LIKELIHOOD, risk.likelihood), number_of(scale, IMPACT, risk.impact)
    score = None if likelihood is None or impact is None else likelihood * impact
    return RankedRisk(service, risk, score, None if score is None else band_of(scale, score))
