"""The table of risks: scores, controls, what else will be done, and who watches. It stands only where any is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from svcdocs.documents.formats import as_typed, filled, lines
from svcdocs.documents.keeping import height, kept_rows
from svcdocs.documents.labels import as_label
from svcdocs.documents.lists import risk_label
from svcdocs.documents.scores import Coloured, risk_score, score
from svcdocs.documents.setting import Setting
from svcdocs.model.service_plan import Risk
from svcdocs.model.text import Text

_LINE = {"controls": 24, "further_action": 19, "owner": 12}
"""About how many characters stand in a line of each column that may grow tall."""


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A row of the table of risks."""

    ref: str
    """Its reference; its label in the list above where it has none."""
    score: Coloured
    """Likelihood times impact as they stand, with the band they fall into."""
    controls: Text
    """What is in place."""
    further_action: Text
    """What else will be done."""
    owner: Text
    """Who watches it."""
    residual: str
    """The score with the controls, and its band."""
    target: str
    """The score it should have once that is done."""
    stays: bool
    """Whether it stays on one page with the row below it, so that none stands alone."""


def risk_rows(risks: Sequence[Risk], setting: Setting) -> tuple[RiskRow, ...]:
    """A row for each risk, or none at all where no risk has anything the table would tell."""
    if not any(_has_more(risk) for risk in risks):
        return ()
    rows = tuple(_row(place, risk, setting) for place, risk in enumerate(risks))
    kept = kept_rows([_height(row) for row in rows])
    return tuple(replace(row, stays=place in kept) for place, row in enumerate(rows))


def row_label(risk: Risk, place: int) -> str:
    """What a risk is called in a table: its reference, or its label in the list where it has none."""
    return as_label(risk.ref.text) or risk.ref.text.strip() or risk_label(risk, place)[0]


def _has_more(risk: Risk) -> bool:
    scores = (risk.likelihood, risk.impact, risk.residual, risk.target)
    return any(score.strip() for score in scores) or bool(risk.controls or risk.further_action or risk.owner)


def _height(row: RiskRow) -> int:
    """About how many lines a row takes."""
    return max(height(getattr(row, name), room) for name, room in _LINE.items())


def _row(place: int, risk: Risk, setting: Setting) -> RiskRow:
    words = setting.words
    return RiskRow(
        ref=row_label(risk, place),
        score=risk_score(risk.likelihood, risk.impact, setting),
        controls=filled(risk.controls, words.not_given),
        further_action=filled(risk.further_action, words.dash),
        owner=filled(lines(as_typed(risk.owner)), words.not_given),
        residual=score(risk.residual, setting),
        target=score(risk.target, setting),
        stays=False,
    )
