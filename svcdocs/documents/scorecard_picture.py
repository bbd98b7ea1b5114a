"""How the scorecard stands as a whole: in a sentence, and as bars for each service."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.drawn import Drawn
from svcdocs.documents.scorecard_lines import standings
from svcdocs.model.scorecard_view import ScorecardLine, Standing
from svcdocs.word import Chart, ChartKind, Series

_WIDTH, _ROW_HEIGHT, _AXIS_HEIGHT = 165, 6, 14
_MOST_BARS = 12
"""More services than that are a table, and the table stands there anyway."""


def scorecard_told(lines: Sequence[ScorecardLine], style: Style) -> str:
    """How many of some lines stand in which way; empty where there are none."""
    if not lines:
        return ""
    count = {standing: sum(line.standing is standing for line in lines) for standing in Standing}
    return style.words.scorecard_told.format(
        all=len(lines), there=count[Standing.THERE], short=count[Standing.SHORT], untold=count[Standing.UNTOLD]
    )


def scorecard_drawn(lines: Sequence[ScorecardLine], style: Style) -> Drawn | None:
    """For each service how many of its lines stand in which way; None for one service alone, or for very many."""
    words, names = style.words, standings(style)
    services = tuple(dict.fromkeys(line.service for line in lines))
    if not 1 < len(services) <= _MOST_BARS:
        return None
    counts = {
        name: [sum(line.service == one and line.standing is standing for line in lines) for one in services]
        for standing, name in names.items()
    }
    told = "; ".join(
        words.year.format(year=service, value=", ".join(f"{name} {counts[name][place]}" for name in names.values()))
        for place, service in enumerate(services)
    )
    # A bar of no length would bear a nought that says nothing.
    series = tuple(
        Series(name, tuple(Decimal(count) if count else None for count in found))
        for name, found in counts.items()
        if any(found)
    )
    height = _ROW_HEIGHT * len(services) + _AXIS_HEIGHT
    about = words.scorecard_about.format(figures=told)
    chart = Chart(ChartKind.BARS, services, series, about, _WIDTH, height, format="0")
    return Drawn(chart, words.scorecard_drawn)
