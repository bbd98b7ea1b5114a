"""What consolidation yields of measures and risks: the corporate scorecard, and the risks with their scores."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from svcdocs.model.as_written import Target
from svcdocs.model.framework import RiskLevel, SharedIndicator
from svcdocs.model.service_plan import Indicator, Risk


class Standing(StrEnum):
    """How the latest result of an indicator stands against its target for the first year of the plan."""

    THERE = "there"
    SHORT = "short"
    UNTOLD = "untold"
    """One of the two is no single figure, they are counted otherwise, or nobody says whether high or low is good."""


@dataclass(frozen=True, slots=True)
class ScorecardLine:
    """An indicator on the corporate scorecard, as one service reports it.

    ``latest`` is the year and figure of the newest result that is not blank; ``targets`` has a place for each year of
    the plan, blank where none was given. ``shared`` is the council's own row for it, where it is shared.
    """

    service: str
    indicator: Indicator
    shared: SharedIndicator | None
    latest: tuple[str, Target] | None
    targets: tuple[tuple[str, Target], ...]
    standing: Standing = Standing.UNTOLD


@dataclass(frozen=True, slots=True)
class NotReported:
    """A shared indicator that a service should report and did not; ``awaited`` where its return is not in."""

    service: str
    shared: SharedIndicator
    awaited: bool


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The corporate scorecard."""

    lines: tuple[ScorecardLine, ...]
    not_reported: tuple[NotReported, ...]


@dataclass(frozen=True, slots=True)
class RankedRisk:
    """A risk with its score (likelihood times impact; None where one is no number) and the band it falls in.

    ``others`` are those of other services that say nearly the same, each with its own score.
    """

    service: str
    risk: Risk
    score: Decimal | None
    band: RiskLevel | None
    others: tuple[RankedRisk, ...] = ()
