"""The money of the whole council: what each kind comes to in each column, as a table and as a chart."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.corporate_money import pounds
from svcdocs.documents.drawn import Drawn
from svcdocs.model.corporate_view import Money
from svcdocs.word import Chart, ChartKind, Series
from svcdocs.word.charts import MOST_SERIES

MOST_COLUMNS = 4
"""So many columns of figures stand beside each other on a portrait page; of more, the last."""
_LEAST = 20
"""A kind that never comes to a twentieth of the largest sum cannot be seen beside it, and stands in the table alone."""
_WIDTH, _HEIGHT = 165, 65


@dataclass(frozen=True, slots=True)
class KindRow:
    """What one kind of money comes to."""

    kind: str
    """The kind."""
    first: str
    """The sum of the first column."""
    second: str
    """The sum of the second column; a dash where there is none."""
    third: str
    """The sum of the third column; a dash where there is none."""
    fourth: str
    """The sum of the fourth column; a dash where there is none."""


@dataclass(frozen=True, slots=True)
class CouncilMoney:
    """The council's sums."""

    columns: int
    """How many columns of figures there are; no more than four are shown."""
    first: str
    """What stands over the first column, with the day on which its figures were right."""
    second: str
    """What stands over the second column; empty where there is none."""
    third: str
    """What stands over the third column; empty where there is none."""
    fourth: str
    """What stands over the fourth column; empty where there is none."""
    rows: tuple[KindRow, ...]
    """A row for each kind of money."""
    drawn: Drawn | None
    """The larger kinds as a chart; None where there are no two columns to compare."""
    notes: tuple[str, ...]
    """The unit, and which services' figures are in no sum; a sentence each."""


def council_money(money: Money, style: Style) -> CouncilMoney:
    """The council's sums by kind. A column in which no service gave a figure is left out."""
    words = style.words
    places = [
        place for place in range(len(money.columns)) if any(kind.sums[place] is not None for kind in money.council)
    ]
    places = places[-MOST_COLUMNS:]
    heads = [_head(money, place, style) for place in places]
    first, second, third, fourth = (*heads, "", "", "", "")[:MOST_COLUMNS]
    rows = []
    for kind in money.council:
        found = (kind.sums[place] for place in places)
        shown = [words.dash if amount is None else pounds(amount) for amount in found]
        rows.append(KindRow(kind.kind, *(*shown, *[words.dash] * MOST_COLUMNS)[:MOST_COLUMNS]))
    notes = [words.money_unit.format(unit=money.unit)] if money.unit.strip() and rows else []
    notes += [words.finance_note] if rows else []
    notes += [words.not_given_by.format(services=", ".join(money.not_given))] if money.not_given and rows else []
    return CouncilMoney(
        columns=len(places),
        first=first,
        second=second,
        third=third,
        fourth=fourth,
        rows=tuple(rows) if places else (),
        drawn=_chart(money, places, style),
        notes=tuple(notes),
    )


def _head(money: Money, place: int, style: Style) -> str:
    column = money.columns[place]
    if not column.as_at:
        return column.heading
    return style.words.money_heading.format(heading=column.heading, date=column.as_at.text)


def _chart(money: Money, places: list[int], style: Style) -> Drawn | None:
    if len(places) < 2 or not 0 < len(money.council) <= MOST_SERIES:  # noqa: PLR2004 - one figure is compared with none
        return None
    heads = tuple(money.columns[place].heading for place in places)
    sums = {kind.kind: tuple(kind.sums[place] for place in places) for kind in money.council}
    largest = max(abs(amount) for found in sums.values() for amount in found if amount is not None)
    series = tuple(
        Series(name, found)
        for name, found in sums.items()
        if any(abs(amount) * _LEAST >= largest for amount in found if amount is not None)
    )
    told = "; ".join(
        f"{one.name}: "
        + ", ".join(f"{name} {value:,f}" for name, value in zip(heads, one.values, strict=True) if value)
        for one in series
    )
    words = style.words
    chart = Chart(ChartKind.COLUMNS, heads, series, words.money_about.format(figures=told), _WIDTH, _HEIGHT, "#,##0")
    unit = money.unit.strip()
    return Drawn(chart, words.money_drawn.format(unit=unit) if unit else words.money_drawn_bare)
