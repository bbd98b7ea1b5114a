"""The corporate scorecard: the indicators a service marked for it, and those the council shares out."""

from __future__ import annotations

from decimal import Decimal

from svcdocs.model.answers import is_yes
from svcdocs.model.as_written import Target
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import SharedIndicator
from svcdocs.model.names import folded, lines_of
from svcdocs.model.scorecard_view import NotReported, Scorecard, ScorecardLine, Standing
from svcdocs.model.service_plan import Indicator
from svcdocs.model.targets import TargetKind

_FIGURES = (TargetKind.NUMBER, TargetKind.PERCENT)


def scorecard_of(cycle: Cycle) -> Scorecard:
    """The scorecard, service by service, and which shared indicators were not reported by whom.

    On it stands an indicator marked Yes, and one that bears the reference of a shared indicator marked Yes.
    """
    shared = {row.ref.canonical: row for row in cycle.framework.shared_indicators if is_yes(row.scorecard)}
    lines = tuple(
        _line(cycle, plan.service, indicator, shared.get(indicator.ref.canonical))
        for plan in cycle.plans
        for indicator in plan.indicators
        if is_yes(indicator.scorecard) or indicator.ref.canonical in shared
    )
    return Scorecard(lines, tuple(one for row in shared.values() for one in _not_reported(cycle, row)))


def _line(cycle: Cycle, service: str, indicator: Indicator, shared: SharedIndicator | None) -> ScorecardLine:
    years = cycle.framework.financial_years
    given = [(year, result) for year, result in indicator.results.items() if result]
    latest = max(given, key=lambda pair: (str(years.first_day(pair[0]) or ""), pair[0]), default=None)
    targets = tuple((year, indicator.targets.get(year, Target())) for year in cycle.framework.longest_years)
    polarity = indicator.polarity or (shared.polarity if shared else "")
    standing = _standing(latest[1], targets[0][1], polarity) if latest and targets else Standing.UNTOLD
    return ScorecardLine(service, indicator, shared, latest, targets, standing)


def _standing(result: Target, target: Target, polarity: str) -> Standing:
    """How a result stands against a target: reached where it is as good or better."""
    good = {"high": 1, "low": -1}.get(folded(polarity), 0)
    known = [one.meaning for one in (result, target) if one.meaning.kind in _FIGURES and not one.meaning.doubtful]
    if not good or len({one.kind for one in known}) != 1 or len(known) != len((result, target)):
        return Standing.UNTOLD
    reached, wanted = (one.value or Decimal(0) for one in known)
    return Standing.THERE if good * (reached - wanted) >= 0 else Standing.SHORT


def _not_reported(cycle: Cycle, row: SharedIndicator) -> list[NotReported]:
    missing = []
    named = dict.fromkeys(map(cycle.framework.service_name, lines_of(row.services)))
    for service in named or cycle.framework.service_names:
        plan = cycle.plan(service)
        if plan is None or all(indicator.ref.canonical != row.ref.canonical for indicator in plan.indicators):
            missing.append(NotReported(service, row, awaited=plan is None))
    return missing
