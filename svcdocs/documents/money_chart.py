"""The money of a service as columns: what each kind comes to, figure by figure of those the council asks for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from svcdocs.documents.drawn import Drawn
from svcdocs.documents.setting import Setting
from svcdocs.model.as_written import Amount
from svcdocs.model.figures import TOTAL, in_order, kind_of, reading_of, sum_of
from svcdocs.model.service_plan import MoneyLine
from svcdocs.word import Chart, ChartKind, Series
from svcdocs.word.charts import MOST_SERIES

_WIDTH, _HEIGHT = 165, 52
_MOST_COLUMNS = 6


def money_chart(lines: Sequence[MoneyLine], setting: Setting) -> Drawn | None:
    """What each kind of money comes to in each column.

    None where there are no two columns to compare, or the sums cannot be told.
    """
    used, series = sums_of(lines, setting)
    if not series or not 1 < len(used) <= _MOST_COLUMNS or len(series) > MOST_SERIES:
        return None
    told = "; ".join(
        f"{one.name}: " + ", ".join(f"{name} {value:,f}" for name, value in zip(used, one.values, strict=True) if value)
        for one in series
    )
    words, unit = setting.words, setting.cycle.money_unit
    about = words.money_about.format(figures=told)
    chart = Chart(ChartKind.COLUMNS, used, series, about, _WIDTH, _HEIGHT, "#,##0")
    return Drawn(chart, words.money_drawn.format(unit=unit) if unit else words.money_drawn_bare)


def sums_of(lines: Sequence[MoneyLine], setting: Setting) -> tuple[tuple[str, ...], tuple[Series, ...]]:
    """The columns in which any line has a figure, and what each kind of money comes to in them.

    No series where a cell is not one figure, or a line has no kind: a sum without it would not be that of the table.
    """
    read = reading_of(setting.cycle)
    rows = [line for line in lines if kind_of(line) != TOTAL]
    columns = [one.heading for one in setting.cycle.money_columns]
    used = tuple(name for name in columns if any(line.figures.get(name) for line in rows))
    kinds: dict[str, str] = {}
    for line in rows:
        kinds.setdefault(kind_of(line), line.kind.strip())
    cells = [line.figures[name] for line in rows for name in used if line.figures.get(name)]
    if "" in kinds or any(read(cell) is None for cell in cells):
        return used, ()

    def come_to(kind: str, column: str) -> Decimal | None:
        found = [line.figures.get(column, Amount()) for line in rows if kind_of(line) == kind]
        return sum_of(kind, (read(cell) for cell in found if cell))

    return used, tuple(Series(kinds[kind], tuple(come_to(kind, name) for name in used)) for kind in in_order(kinds))
