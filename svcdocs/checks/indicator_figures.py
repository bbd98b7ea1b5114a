"""Figures of indicators as checks compare them: a target, result or baseline with its year, its value and its unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from svcdocs.checks.measures import EACH, PERCENT, unit_of, unit_written
from svcdocs.model.as_written import Target
from svcdocs.model.findings import in_short
from svcdocs.model.service_plan import Indicator
from svcdocs.model.targets import TargetKind


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of an indicator: its year, the field in which it stands, and what was written."""

    year: str
    field: str
    written: str
    value: Decimal
    unit: str

    @property
    def said(self) -> str:
        """The figure as a message quotes it."""
        return f"'{in_short(self.written)}'"


def figure_of(indicator: Indicator, year: str, field: str, target: Target) -> Figure | None:
    """A target, result or baseline as a figure; None where it is none, or nobody can tell which."""
    meaning = target.meaning
    if meaning.kind not in (TargetKind.NUMBER, TargetKind.PERCENT) or meaning.value is None or meaning.doubtful:
        return None
    unit = unit_written(target.text) or (unit_of(indicator) if unit_of(indicator) in EACH else "")
    return Figure(year, field, target.text, meaning.value, unit)


def are_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are counted in the same unit, so that one may be called more than the other.

    Of 0.55 beside 38 % nobody can tell whether it is a half; that it is a fraction is told at its own cell.
    """
    if one.unit != other.unit:
        return False
    low, high = sorted((one, other), key=lambda figure: figure.value)
    is_fraction = low.value < 1 < high.value and "%" not in low.written
    return one.unit != PERCENT or ("+" not in one.written + other.written and not is_fraction)
