"""How anyone will know that an aim is reached: its indicators on the scorecard, and how many more there are."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.documents.corporate_actions import Style, is_published
from svcdocs.documents.scorecard_lines import name_told, targets_told, told_of
from svcdocs.model.corporate_view import Aim, CorporateView
from svcdocs.model.scorecard_view import ScorecardLine
from svcdocs.model.text import Block, Run, Text, merged


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """An indicator that measures an aim."""

    name: Text
    """Its reference, what is measured, and in what."""
    service: str
    """The service that reports it."""
    latest: str
    """The newest result, with its year, and how it stands against the target for the first year."""
    targets: str
    """The targets, one a line, each with its year."""


@dataclass(frozen=True, slots=True)
class MeasuresPart:
    """How anyone will know."""

    rows: tuple[MeasureRow, ...]
    """Its indicators on the scorecard that one service alone reports."""
    note: str
    """How many more indicators measure it; or that none does."""


def measures_part(aim: Aim, view: CorporateView, style: Style) -> MeasuresPart:
    """The indicators of an aim: those on the scorecard as rows, the others by their number.

    What all services report alike says little of one aim: it stands on the scorecard, and counts among the others.
    """
    words = style.words
    lines = {id(line.indicator): line for line in view.scorecard.lines if line.shared is None}
    shown = [lines[id(one.indicator)] for one in aim.measures if id(one.indicator) in lines]
    rows = tuple(_row(line, style) for line in shown if is_published(line.indicator))
    more = len(aim.measures) - len(rows)
    if not aim.measures:
        return MeasuresPart((), words.nothing_measures_it)
    pattern = words.more_measures if rows else words.measures_off_the_scorecard
    return MeasuresPart(rows, pattern.format(count=more) if more else "")


def _row(line: ScorecardLine, style: Style) -> MeasureRow:
    ref, name = line.indicator.ref.text.strip(), name_told(line, style).blocks[0].runs
    runs = (*((Run(text=f"{ref} ", bold=True),) if ref else ()), *name)
    return MeasureRow(
        Text(blocks=(Block(runs=merged(runs)),)), line.service, told_of(line, style), targets_told(line, style)
    )
