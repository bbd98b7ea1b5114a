"""The council's money: for each column of figures a table of services by kind, with its as-at date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.corporate_figures import total_label
from svcdocs.documents.corporate_owed import owed_figures
from svcdocs.documents.money import stated
from svcdocs.model.corporate_view import KindSums, Money, ServiceMoney
from svcdocs.model.figures import TOTAL, kind_of
from svcdocs.model.framework import MoneyColumn
from svcdocs.model.names import folded
from svcdocs.model.text import Text

_KINDS = ("spend", "income", "saving", "reserve", "capital")


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """The figures of one service, or of the council, in one column."""

    service: str
    """Its name."""
    spend: str
    """What it spends."""
    income: str
    """What it takes in, without a sign."""
    saving: str
    """What it saves, without a sign."""
    reserve: str
    """What it takes from or puts into reserves."""
    capital: str
    """What it invests."""


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """One column of figures for all services."""

    heading: str
    """The year and basis, with the day on which the figures were right."""
    rows: tuple[MoneyRow, ...]
    """A row for each service, in the council's order."""
    total: MoneyRow
    """The sums."""
    has_savings: bool
    """Whether any service has savings, so that the table has their column."""
    has_reserves: bool
    """Whether any service has reserves."""
    has_capital: bool
    """Whether any service has capital."""
    notes: tuple[str, ...]
    """What is not in the sums, and which totals do not agree with them."""


@dataclass(frozen=True, slots=True)
class MoneyFigure:
    """One sum of the council, for the page of figures."""

    label: str
    """What it is, and for which year."""
    amount: str
    """The sum."""
    source: str
    """How many services it is made of."""


@dataclass(frozen=True, slots=True)
class FinancePart:
    """The money of the council."""

    note: str
    """The unit of all figures."""
    owed: Text
    """Notes of the figures that services have promised for later."""
    tables: tuple[MoneyTable, ...]
    """A table for each column of figures the council asks for."""
    agrees: str
    """Said where services state totals, and every one of them agrees with the sum of its lines."""
    notes: tuple[str, ...]
    """What holds for all of them: who gave nothing, and figures in columns the council does not have."""


def finance_part(money: Money, style: Style) -> FinancePart:
    """The money by service, a table for each column."""
    words = style.words
    names = {column.heading for column in money.columns}
    missing = words.not_given_by.format(services=", ".join(money.not_given))
    strays = (
        words.money_other_column.format(
            service=one.service, line=item.heading, written=item.written, column=item.column
        )
        for one in money.services
        for item in one.not_counted
        if item.column not in names
    )
    cycle = style.setting.cycle
    note = (f"{item.label} {item.plain}".strip() for item in cycle.finance.statement.note.blocks)
    return FinancePart(
        note=words.money_unit.format(unit=money.unit) if money.unit.strip() else "",
        owed=owed_figures(money.not_given, "finance", style),
        tables=tuple(_table(place, column, money, style) for place, column in enumerate(money.columns)),
        agrees=words.money_agrees if _agree(money, style) else "",
        notes=(*([missing] if money.not_given else []), *strays, *stated(cycle, words), *note),
    )


def money_figures(money: Money, style: Style) -> tuple[MoneyFigure, ...]:
    """The council's sums for the first year of the plan, or for the last column where none is of that year."""
    years = style.framework.financial_years
    first = style.framework.first_day
    places = [place for place, column in enumerate(money.columns) if first and years.first_day(column.year) == first]
    services = len(dict.fromkeys((*(one.service for one in money.services), *money.not_given)))
    return tuple(
        MoneyFigure(
            f"{kind.kind}, {_heading(money.columns[place], style)}",
            pounds(amount, money.unit),
            style.words.from_services.format(some=_givers(money, kind.kind, place), all=services),
        )
        for place in places or range(len(money.columns))[-1:]
        for kind in money.council
        if (amount := kind.sums[place]) is not None
    )


def pounds(amount: Decimal, unit: str = "") -> str:
    """A sum with commas between thousands and a true minus sign; with the pound sign where the unit is the pound."""
    return f"{'−' if amount < 0 else ''}{'£' if unit.strip() == '£' else ''}{abs(amount):,f}"


def _agree(money: Money, style: Style) -> bool:
    """Whether totals are stated, and none of them differs from the sum of its lines."""
    stated = any(kind_of(line) == TOTAL for plan in style.setting.cycle.plans for line in plan.money)
    return stated and not any(one.totals_that_differ for one in money.services)


def _table(place: int, column: MoneyColumn, money: Money, style: Style) -> MoneyTable:
    given = {one.service: one for one in money.services}
    order = dict.fromkeys((*style.framework.service_names, *given, *money.not_given))
    rows = [_row(name, given[name].kinds if name in given else (), place, style) for name in order]
    givers = sum(any(kind.sums[place] is not None for kind in one.kinds) for one in money.services)
    total = _row(total_label(givers, len(order), style), money.council, place, style)
    nothing = (style.words.dash, style.words.not_given)
    return MoneyTable(
        heading=_heading(column, style),
        rows=tuple(rows),
        total=total,
        has_savings=total.saving not in nothing,
        has_reserves=total.reserve not in nothing,
        has_capital=total.capital not in nothing,
        notes=tuple(note for one in money.services for note in _notes(one, place, column.heading, style)),
    )


def _row(name: str, kinds: tuple[KindSums, ...], place: int, style: Style) -> MoneyRow:
    sums = {folded(kind.kind): kind.sums[place] for kind in kinds}
    dash, missing = style.words.dash, style.words.not_given
    if all(amount is None for amount in sums.values()):
        return MoneyRow(name, *[missing] * len(_KINDS))
    return MoneyRow(name, *(dash if (amount := sums.get(kind)) is None else pounds(amount) for kind in _KINDS))


def _notes(one: ServiceMoney, place: int, column: str, style: Style) -> Iterator[str]:
    words, service = style.words, one.service
    for kind in one.kinds:
        amount = kind.sums[place]
        if folded(kind.kind) not in _KINDS and amount is not None:
            yield words.money_other_kind.format(service=service, kind=kind.kind, amount=pounds(amount))
    for kind_name, where in one.both_signs:
        if where == column:
            yield words.both_signs.format(service=service, kind=kind_name)
    for item in one.not_counted:
        if item.column == column:
            pattern = words.money_not_counted if item.written.strip() else words.money_blank
            yield pattern.format(service=service, line=item.heading or words.not_given, written=item.written.strip())
    for check in one.totals_that_differ:
        if check.column == column:
            stated, worked_out = pounds(check.stated), pounds(check.worked_out)
            yield words.total_differs.format(service=service, line=check.heading, stated=stated, sum=worked_out)


def _heading(column: MoneyColumn, style: Style) -> str:
    if not column.as_at:
        return column.heading
    return style.words.money_heading.format(heading=column.heading, date=column.as_at.text)


def _givers(money: Money, kind: str, place: int) -> int:
    """How many services gave a figure of one kind in one column."""
    return sum(
        any(folded(own.kind) == folded(kind) and own.sums[place] is not None for own in one.kinds)
        for one in money.services
    )
