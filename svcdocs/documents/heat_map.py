"""The risks of a service on the council's scale: a table of impact by likelihood with the risks in its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from svcdocs.documents.formats import decimal
from svcdocs.documents.risks import row_label
from svcdocs.documents.scores import Coloured, coloured, in_words
from svcdocs.documents.setting import Setting
from svcdocs.model.amounts import read_number
from svcdocs.model.council import RiskLevel
from svcdocs.model.risk_scale import IMPACT, LIKELIHOOD, band_of, levels_of, number_of
from svcdocs.model.service_plan import Risk

_MOST_STEPS = 6
"""More columns than that do not stand beside each other on a portrait page."""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row of the heat map: one step of impact."""

    label: str
    """The step of impact."""
    cells: tuple[Coloured, ...]
    """For each step of likelihood the score with its band, and the risks that have it."""


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The heat map of a plan; without rows where there is none."""

    columns: tuple[str, ...] = ()
    """The steps of likelihood, the lowest first."""
    width: int = 0
    """How many there are."""
    rows: tuple[HeatRow, ...] = ()
    """The steps of impact, the highest first."""


def heat_map(risks: Sequence[Risk], setting: Setting) -> HeatMap:
    """The risks that are scored, in their places; no rows where none is, or the council has no such scale."""
    scale = setting.framework.risk_scale
    across, down = _steps(scale, LIKELIHOOD), _steps(scale, IMPACT)
    placed: dict[tuple[Decimal, Decimal], list[str]] = {}
    for place, risk in enumerate(risks):
        at = (number_of(scale, LIKELIHOOD, risk.likelihood), number_of(scale, IMPACT, risk.impact))
        if at[0] in across and at[1] in down:
            assert at[0] is not None
            assert at[1] is not None
            placed.setdefault((at[0], at[1]), []).append(row_label(risk, place))
    if not placed or not 1 < len(across) <= _MOST_STEPS:
        return HeatMap()
    rows = tuple(
        HeatRow(name, tuple(_cell(one * other, placed.get((one, other), ()), scale) for one in across))
        for other, name in sorted(down.items(), reverse=True)
    )
    return HeatMap(tuple(across.values()), len(across), rows)


def _steps(scale: Sequence[RiskLevel], axis: str) -> dict[Decimal, str]:
    """The steps of an axis by their numbers, the lowest first, each with its number and word."""
    found = {
        number: " ".join(part for part in (decimal(number), level.label.strip()) if part)
        for level in levels_of(scale, axis)
        if (number := read_number(level.score)) is not None
    }
    return dict(sorted(found.items()))


def _cell(product: Decimal, risks: Sequence[str], scale: Sequence[RiskLevel]) -> Coloured:
    band = band_of(scale, product)
    said = in_words(product, band)
    text = "\n".join((said, ", ".join(risks))) if risks else said
    return coloured(text, band.colour if band else "")
