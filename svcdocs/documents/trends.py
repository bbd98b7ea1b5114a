"""The trend of each indicator: its results of past years and its targets, as a small chart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from svcdocs.documents.drawn import Drawn
from svcdocs.documents.indicators import shared_indicators
from svcdocs.documents.setting import Setting
from svcdocs.model.as_written import Target
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Indicator
from svcdocs.model.targets import TargetKind
from svcdocs.model.years import MOST_YEARS
from svcdocs.word import Chart, ChartKind, Series
from svcdocs.word.widths import cut_to

_LONGEST_TITLE = 28_000
"""As much as stands over a chart in two lines, in thousandths of the size of its letters."""
_WIDTH, _HEIGHT = 82, 48
"""Millimetres: three stand beside each other on a wide page and two on an upright one; three lines of them fit below
the heading of a wide page."""
_MOST = 36
"""Four landscape pages of charts."""
_FEWEST_RESULTS, _FEWEST_POINTS = 2, 3
"""One result shows no trend, and two figures are read more easily than drawn."""
_FIGURES = frozenset({TargetKind.NUMBER, TargetKind.PERCENT})


def trends(indicators: Iterable[Indicator], setting: Setting) -> tuple[Drawn, ...]:
    """A chart for each indicator with figures enough, in the order given.

    An indicator has none where a result or target that was given is not one figure, or is doubtful, or some are per
    cent and some are not: a line through what is left would show what nobody wrote. Where there would be more charts
    than anybody looks at, only the indicators marked for the corporate scorecard have one.
    """
    drawn = [(row, one) for row in indicators if (one := _trend(row, setting)) is not None]
    if len(drawn) > _MOST:
        drawn = [(row, one) for row, one in drawn if folded(row.scorecard) == "yes"][:_MOST]
    return tuple(one for _, one in drawn)


def _trend(row: Indicator, setting: Setting) -> Drawn | None:
    results, targets = _figures(row.results), _figures(row.targets)
    if results is None or targets is None:
        return None
    enough = len(results) >= _FEWEST_RESULTS and len(results) + len(targets) >= _FEWEST_POINTS
    given = [target for each in (row.results, row.targets) for target in each.values() if target]
    kinds = {target.meaning.kind for target in given} & _FIGURES
    if not enough or len(kinds) != 1:
        return None
    years = _every_year({*results, *targets}, setting)
    words, name = setting.words, _name(row, setting)
    series = [Series(words.trend_result, tuple(results.get(year) for year in years))]
    if targets:
        series.append(Series(words.trend_target, tuple(targets.get(year) for year in years)))
    chart = Chart(
        ChartKind.LINES,
        tuple(years),
        tuple(series),
        _about(row, name, setting),
        _WIDTH,
        _HEIGHT,
        format=_format((*results.values(), *targets.values()), is_percent=kinds == {TargetKind.PERCENT}),
        title=cut_to(name, _LONGEST_TITLE),
        has_key=False,
    )
    return Drawn(chart, name)


def _every_year(given: set[str], setting: Setting) -> list[str]:
    """The years in their order, and those between them: a line must not make one step of two years."""
    years = setting.framework.financial_years
    known = {first: year for year in given if (first := years.begins(year)) is not None}
    if len(known) < len(given) or max(known) - min(known) > MOST_YEARS:
        return sorted(given)
    return [known.get(first, years.name(first)) for first in range(min(known), max(known) + 1)]


def _figures(values: Mapping[str, Target]) -> dict[str, Decimal] | None:
    """The figures there are by year; None where something was written that is not a plain figure or its lack."""
    found = {}
    for year, target in values.items():
        meaning = target.meaning
        if meaning.kind in _FIGURES and meaning.value is not None and not meaning.doubtful:
            found[year] = meaning.value
        elif meaning.kind not in (TargetKind.BLANK, TargetKind.NOT_APPLICABLE, TargetKind.NONE):
            return None
    return found


def _name(row: Indicator, setting: Setting) -> str:
    shared = shared_indicators(setting).get(row.ref.canonical)
    wording = row.name or (shared.name if shared else row.name)
    said = " ".join(item.plain for item in wording.blocks)
    return " – ".join(part for part in (row.ref.text.strip(), said) if part) or setting.words.not_given


def _about(row: Indicator, name: str, setting: Setting) -> str:
    words = setting.words

    def told(values: Mapping[str, Target]) -> str:
        return "; ".join(
            words.year.format(year=year, value=value.text.strip()) for year, value in values.items() if value
        )

    said = [words.results_told.format(figures=told(row.results))]
    said += [words.targets_told.format(figures=told(row.targets))] if any(row.targets.values()) else []
    return f"{name}. {' '.join(said)}"


def _format(values: Iterable[Decimal], *, is_percent: bool) -> str:
    """As many decimals as the most exact of the figures has."""
    decimals = max((max(0, -int(value.normalize().as_tuple().exponent)) for value in values), default=0)
    whole = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    return f'{whole}"%"' if is_percent else whole
