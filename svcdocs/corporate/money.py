"""The money, by kind and column, of each service and the council: sums of what was written, and what has none."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from svcdocs.model.as_written import Amount
from svcdocs.model.corporate_view import KindSums, Money, NotOneFigure, ServiceMoney
from svcdocs.model.cycle import Cycle
from svcdocs.model.figures import TOTAL, WITHOUT_SIGN, Reading, in_order, kind_of, plus, reading_of, sign_of, sum_of
from svcdocs.model.service_plan import MoneyLine, ServicePlan
from svcdocs.model.totals import totals_that_differ


def money_of(cycle: Cycle) -> Money:
    """The money of the services that gave figures, the council's sums, and the services that gave none.

    Each sum adds the figures of the lines of one kind in one column. Services differ in whether they write income and
    savings with a minus: of these, the sum of a service counts without its sign. Lines of type Total are checked and
    not added. A line without a type, and a cell that is not one figure, is named and not added.
    """
    columns = tuple(column.heading for column in cycle.money_columns)
    read, sign = reading_of(cycle), sign_of(cycle)
    services = tuple(_service(plan, columns, read, sign) for plan in cycle.plans if plan.money)
    given = {one.service for one in services if any(amount is not None for kind in one.kinds for amount in kind.sums)}
    every = dict.fromkeys((*cycle.framework.service_names, *(plan.service for plan in cycle.plans)))
    return Money(
        cycle.money_unit,
        cycle.money_columns,
        services,
        _added([kind for one in services for kind in one.kinds]),
        tuple(name for name in every if name not in given),
    )


def _service(plan: ServicePlan, columns: tuple[str, ...], read: Reading, sign: str) -> ServiceMoney:
    lines = [line for line in plan.money if kind_of(line) != TOTAL]
    kinds: dict[str, str] = {}
    for line in lines:
        if kind_of(line):
            kinds.setdefault(kind_of(line), line.kind.strip())
    order = in_order(kinds)
    cells = {
        (kind, column): [read(line.figures.get(column, Amount())) for line in lines if kind_of(line) == kind]
        for kind in order
        for column in columns
    }
    return ServiceMoney(
        plan.service,
        tuple(KindSums(kinds[kind], tuple(sum_of(kind, cells[kind, column]) for column in columns)) for kind in order),
        tuple(
            (kinds[kind], column)
            for (kind, column), found in cells.items()
            if kind in WITHOUT_SIGN and not sign and _mixed(found)
        ),
        tuple(one for line in plan.money for one in _not_counted(line, columns, read)),
        totals_that_differ(plan.money, columns, read, sign),
    )


def _mixed(figures: list[Decimal | None]) -> bool:
    return len({one > 0 for one in figures if one}) > 1


def _added(kinds: list[KindSums]) -> tuple[KindSums, ...]:
    """The same kinds of all services added up, in the order of kinds."""
    names: dict[str, str] = {}
    for kind in kinds:
        names.setdefault(kind.kind.casefold(), kind.kind)
    return tuple(
        KindSums(names[name], tuple(plus(column) for column in zip(*same, strict=True)))
        for name in in_order(names)
        for same in [[kind.sums for kind in kinds if kind.kind.casefold() == name]]
    )


def _not_counted(line: MoneyLine, columns: tuple[str, ...], read: Reading) -> Iterator[NotOneFigure]:
    """The cells of a line that no sum holds: no figure, no type, or a column the framework does not have."""
    for column in columns:
        amount = line.figures.get(column, Amount())
        blank_total = kind_of(line) == TOTAL and not amount
        if (read(amount) is None or not kind_of(line)) and not blank_total:
            yield NotOneFigure(line.heading, column, amount.text)
    for column, amount in line.figures.items():
        if column not in columns and amount:
            yield NotOneFigure(line.heading, column, amount.text)
