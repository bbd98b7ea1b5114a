"""The money, by kind and column, of each service and the council: sums of what was written, and what has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial

from svcdocs.corporate.totals import Reading, totals_that_differ
from svcdocs.model.amounts import AmountKind, read_number
from svcdocs.model.as_written import Amount
from svcdocs.model.corporate_view import KindSums, Money, NotOneFigure, ServiceMoney
from svcdocs.model.cycle import Cycle
from svcdocs.model.service_plan import MoneyLine, ServicePlan

TOTAL = "total"
_UNSIGNED = ("income", "saving")
_ORDER = ("spend", "income", "saving", "reserve", "capital")


def money_of(cycle: Cycle) -> Money:
    """The money of the services that gave figures, the council's sums, and the services that gave none.

    Each sum adds the figures of the lines of one kind in one column. Services differ in whether they write income and
    savings with a minus: of these, the sum of a service counts without its sign. Lines of type Total are checked and
    not added. A line without a type, and a cell that is not one figure, is named and not added.
    """
    columns = tuple(column.heading for column in cycle.framework.money_columns)
    read = partial(figure, unit=cycle.framework.about.money_unit)
    services = tuple(_service(plan, columns, read) for plan in cycle.plans if plan.money)
    given = {one.service for one in services if any(amount is not None for kind in one.kinds for amount in kind.sums)}
    every = dict.fromkeys((*cycle.framework.service_names, *(plan.service for plan in cycle.plans)))
    return Money(
        cycle.framework.about.money_unit,
        cycle.framework.money_columns,
        services,
        _added([kind for one in services for kind in one.kinds]),
        tuple(name for name in every if name not in given),
    )


def figure(amount: Amount, *, unit: str) -> Decimal | None:
    """The one figure an amount stands for in the unit of its sheet; None where it is no figure, or more than one.

    "412,300" and "(1,200)" are figures; "None" and "-" are 0. "£12k" counts where the unit is the pound alone, and a
    figure with words beside it does not: nobody can tell what the words do to it.
    """
    number = read_number(amount.text)
    if number is not None:
        return number
    if amount.meaning.kind is AmountKind.NONE:
        return Decimal(0)
    scaled = re.fullmatch(r"£?\s?[\d,.]+\s?(?:k|m|million|thousand)", amount.text.strip().lower())
    return amount.meaning.low if scaled and unit.strip() == "£" else None


def _service(plan: ServicePlan, columns: tuple[str, ...], read: Reading) -> ServiceMoney:
    lines = [line for line in plan.money if _kind(line) != TOTAL]
    kinds: dict[str, str] = {}
    for line in lines:
        if line.kind.strip():
            kinds.setdefault(_kind(line), line.kind.strip())
    order = sorted(kinds, key=lambda kind: _ORDER.index(kind) if kind in _ORDER else len(_ORDER))
    cells = {
        (kind, column): [read(line.figures.get(column, Amount())) for line in lines if _kind(line) == kind]
        for kind in order
        for column in columns
    }
    return ServiceMoney(
        plan.service,
        tuple(KindSums(kinds[kind], tuple(_sum(kind, cells[kind, column]) for column in columns)) for kind in order),
        tuple((kinds[kind], column) for (kind, column), found in cells.items() if kind in _UNSIGNED and _mixed(found)),
        tuple(one for line in plan.money for one in _not_counted(line, columns, read)),
        totals_that_differ(plan.money, columns, read),
    )


def _sum(kind: str, figures: list[Decimal | None]) -> Decimal | None:
    total = _plus(figures)
    return abs(total) if total is not None and kind in _UNSIGNED else total


def _mixed(figures: list[Decimal | None]) -> bool:
    return len({one > 0 for one in figures if one}) > 1


def _added(kinds: list[KindSums]) -> tuple[KindSums, ...]:
    """The same kinds of all services added up, in the order of kinds."""
    names: dict[str, str] = {}
    for kind in kinds:
        names.setdefault(kind.kind.casefold(), kind.kind)
    order = sorted(names, key=lambda kind: _ORDER.index(kind) if kind in _ORDER else len(_ORDER))
    return tuple(
        KindSums(names[name], tuple(_plus(column) for column in zip(*same, strict=True)))
        for name in order
        for same in [[kind.sums for kind in kinds if kind.kind.casefold() == name]]
    )


def _plus(figures: Iterable[Decimal | None]) -> Decimal | None:
    given = [one for one in figures if one is not None]
    return sum(given, Decimal(0)) if given else None


def _not_counted(line: MoneyLine, columns: tuple[str, ...], read: Reading) -> Iterator[NotOneFigure]:
    """The cells of a line that no sum holds: no figure, no type, or a column the framework does not have."""
    for column in columns:
        amount = line.figures.get(column, Amount())
        blank_total = _kind(line) == TOTAL and not amount
        if (read(amount) is None or not line.kind.strip()) and not blank_total:
            yield NotOneFigure(line.heading, column, amount.text)
    for column, amount in line.figures.items():
        if column not in columns and amount:
            yield NotOneFigure(line.heading, column, amount.text)


def _kind(line: MoneyLine) -> str:
    return line.kind.strip().casefold()
