"""Totals that are stated: whether each line of type Total, and each control total of Finance, is what lines make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from svcdocs.model.as_written import Amount
from svcdocs.model.corporate_view import TotalCheck
from svcdocs.model.cycle import Cycle
from svcdocs.model.figures import TOTAL, WITHOUT_SIGN, Reading, kind_of, reading_of, sum_of
from svcdocs.model.finance import SIGNED, ControlTotal
from svcdocs.model.names import folded
from svcdocs.model.resources import MoneyLine


def totals_that_differ(
    lines: tuple[MoneyLine, ...], columns: tuple[str, ...], read: Reading, sign: str = ""
) -> tuple[TotalCheck, ...]:
    """The stated totals that no usual way of adding up arrives at, column by column.

    A total that names a fund or a team is about the lines of that fund or team, else about all of them; it may cover
    those since the total before it, or all of them above. It may be a net total (spending less income, whichever sign
    the income is written with), or the plain sum of one kind. Where none of these agrees, the difference is told
    against the net total of the lines above.

    ``sign`` is the way in which Finance says that income and savings are written; "" where it may be either.
    """
    differing = []
    for place, total in enumerate(lines):
        if not _is_total(total):
            continue
        scope = [line for line in lines[:place] if _same(total.fund, line.fund) and _same(total.team, line.team)]
        last = max((number for number, line in enumerate(scope) if _is_total(line)), default=-1)
        for column in columns:
            stated = read(total.figures.get(column, Amount()))
            ways = [_ways(block, column, read, sign) for block in (scope, scope[last + 1 :])]
            if stated is not None and not any(stated in sums for sums in ways):
                loose = tuple(line for line in scope if not kind_of(line) and read(line.figures.get(column, Amount())))
                differing.append(TotalCheck(total.heading, column, stated, ways[0][0], total, loose))
    return tuple(differing)


def _ways(lines: list[MoneyLine], column: str, read: Reading, sign: str) -> list[Decimal]:
    """The ways a block of lines may add up: net, net after savings, by the signs as written, and kind by kind."""
    kinds: dict[str, list[Decimal]] = {}
    for line in lines:
        value = read(line.figures.get(column, Amount()))
        if value is not None and not _is_total(line):
            kinds.setdefault(kind_of(line), []).append(value)
    zero = Decimal(0)
    sums = {kind: sum(values, zero) for kind, values in kinds.items()}
    spend, written = sums.get("spend", zero), sum(sums.values(), zero)
    less = {kind: _less(kinds.get(kind, []), sign) for kind in WITHOUT_SIGN}
    net = spend - less["income"]
    either = [] if sign else [spend + sums.get("income", zero), written]
    return [net, net - less["saving"], *either, *sums.values(), *(abs(sums.get(kind, zero)) for kind in WITHOUT_SIGN)]


def _less(figures: list[Decimal], sign: str) -> Decimal:
    """What income or savings take off: by the sign stated, else whichever sign each of them has."""
    if sign == SIGNED:
        return -sum(figures, Decimal(0))
    return sum(figures if sign else map(abs, figures), Decimal(0))


def _same(wanted: str, given: str) -> bool:
    return not folded(wanted) or folded(wanted) == folded(given)


def _is_total(line: MoneyLine) -> bool:
    return kind_of(line) == TOTAL


@dataclass(frozen=True, slots=True)
class ControlDifference:
    """A control total that the lines do not come to: the row and column that state it, and both figures."""

    total: ControlTotal
    column: str
    stated: Decimal
    worked_out: Decimal


def control_differences(cycle: Cycle) -> Iterator[ControlDifference]:
    """The control totals of Finance that differ from the sums of the lines they are about.

    Figures in thousands or millions have been rounded line by line: each line may then be half a unit out (a sum of n
    rounded figures is within n/2 of the rounded sum).
    """
    read, columns = reading_of(cycle), cycle.money_columns
    slack = Decimal(0) if cycle.money_unit in ("£", "") else Decimal("0.5")
    for total in cycle.finance.totals:
        kind = folded(total.kind)
        lines = [line for line in _of_service(cycle, total.service) if kind_of(line) == kind]
        about = [line for line in lines if _same(total.fund, line.fund)]
        for column in columns:
            stated = read(total.figures.get(column.heading, Amount()))
            if stated is None:
                continue
            figures = [read(line.figures.get(column.heading, Amount())) for line in about]
            found = sum_of(kind, figures) or Decimal(0)
            wanted = abs(stated) if kind in WITHOUT_SIGN else stated
            if abs(found - wanted) > slack * sum(1 for one in figures if one is not None):
                yield ControlDifference(total, column.heading, wanted, found)


def _of_service(cycle: Cycle, service: str) -> Iterator[MoneyLine]:
    """The lines of one service, by its name; of all of them where none is named."""
    for plan in cycle.plans:
        if folded(service) in ("", folded(plan.service)):
            yield from plan.money
