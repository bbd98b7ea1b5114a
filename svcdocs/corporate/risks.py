"""The top corporate risks: those a service marked Corporate, and those in the highest band of the council's scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from svcdocs.model.answers import is_yes
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import RiskLevel
from svcdocs.model.likeness import Words, near_pairs, words_in
from svcdocs.model.risk_scale import IMPACT, LIKELIHOOD, band_of, is_in_highest_band, number_of
from svcdocs.model.scorecard_view import RankedRisk
from svcdocs.model.service_plan import Risk

_ALIKE = 80
"""From so many words in common, in per cent, two risks are one."""
_FEWEST = 4


def top_risks(cycle: Cycle) -> tuple[RankedRisk, ...]:
    """The corporate risks, the highest score first; those without a score last; else in the order of the services.

    Risks of several services that say nearly the same stand once, where the highest of them does; two of one service
    are two.
    """
    scale = cycle.framework.risk_scale
    ranked = [ranked_risk(scale, plan.service, risk) for plan in cycle.plans for risk in plan.risks]
    chosen = [
        one
        for one in ranked
        if is_yes(one.risk.corporate) or (one.score is not None and is_in_highest_band(scale, one.score))
    ]
    return _told_once(sorted(chosen, key=lambda one: (one.score is None, -(one.score or Decimal(0)))))


def ranked_risk(scale: Iterable[RiskLevel], service: str, risk: Risk) -> RankedRisk:
    """A risk with its score and band. Score = likelihood times impact, where both are numbers or words of the scale."""
    scale = tuple(scale)
    likelihood, impact = number_of(scale, LIKELIHOOD, risk.likelihood), number_of(scale, IMPACT, risk.impact)
    score = None if likelihood is None or impact is None else likelihood * impact
    return RankedRisk(service, risk, score, None if score is None else band_of(scale, score))


def _told_once(risks: Sequence[RankedRisk]) -> tuple[RankedRisk, ...]:
    """Each risk with those of other services that are nearly worded as it is; these stand there alone."""
    texts = [_words(one.risk) for one in risks]
    others: dict[int, list[RankedRisk]] = {}
    gone: set[int] = set()
    for later, earlier in near_pairs(texts, _ALIKE):
        services = {one.service for one in (risks[earlier], *others.get(earlier, ()))}
        if not {later, earlier} & gone and risks[later].service not in services:
            others.setdefault(earlier, []).append(risks[later])
            gone.add(later)
    return tuple(
        replace(one, others=tuple(others.get(place, ()))) for place, one in enumerate(risks) if place not in gone
    )


def _words(risk: Risk) -> Words:
    """The words by which a risk is known; none where they are too few to tell it from others."""
    words = words_in(f"{risk.cause.plain} {risk.leading_to.plain} {risk.resulting_in.plain}")
    return words if len(words) >= _FEWEST else frozenset()
