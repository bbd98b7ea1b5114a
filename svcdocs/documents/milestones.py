"""When the actions of a plan end, month by month, as columns."""

from __future__ import annotations

from decimal import Decimal

from svcdocs.documents.drawn import Drawn
from svcdocs.documents.setting import Setting
from svcdocs.model.months import EARLIER, LATER, months_of
from svcdocs.word import Chart, ChartKind, Series

_MOST_MONTHS = 14
"""A year, with what lies before and after it; more names than that do not stand beside each other."""
_FEWEST_ENDS = 5
_WIDTH, _HEIGHT = 240, 60


def milestones(setting: Setting) -> Drawn | None:
    """How many actions end in each month of the plan; None for a plan of several years, or with few dates to show."""
    framework, plan, words = setting.framework, setting.plan, setting.words
    months = months_of((plan,), framework.first_day, framework.last_day_of(plan.service))
    ends = sum(month.actions for month in months)
    if ends < _FEWEST_ENDS or len(months) > _MOST_MONTHS:
        return None
    outside = {EARLIER: words.earlier, LATER: words.later}
    names = [outside.get(month.name, month.name) for month in months]
    shown = [(name, month.actions) for name, month in zip(names, months, strict=True)]
    told = "; ".join(words.year.format(year=name, value=count) for name, count in shown if count)
    chart = Chart(
        ChartKind.COLUMNS,
        tuple(name for name, _ in shown),
        # A column of no height would bear a nought that says nothing.
        (Series(words.drawn_ends, tuple(Decimal(count) if count else None for _, count in shown)),),
        words.milestones_about.format(months=told),
        _WIDTH,
        _HEIGHT,
        format="0",
    )
    undated = len(plan.all_actions) - ends
    caption = words.milestones_drawn.format(count=ends)
    return Drawn(chart, f"{caption} {words.milestones_undated.format(count=undated)}" if undated else caption)
