"""Lines of type Total: whether each is the sum of the lines it stands under."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from svcdocs.model.as_written import Amount
from svcdocs.model.corporate_view import TotalCheck
from svcdocs.model.service_plan import MoneyLine

Reading = Callable[[Amount], Decimal | None]


def totals_that_differ(lines: tuple[MoneyLine, ...], columns: tuple[str, ...], read: Reading) -> tuple[TotalCheck, ...]:
    """The stated totals that no usual way of adding up arrives at, column by column.

    A total that names a fund or a team is about the lines of that fund or team, else about all of them; it may cover
    those since the total before it, or all of them above. It may be a net total (spending less income, whichever sign
    the income is written with), or the plain sum of one kind. Where none of these agrees, the difference is told
    against the net total of the lines above.
    """
    differing = []
    for place, total in enumerate(lines):
        if not _is_total(total):
            continue
        scope = [line for line in lines[:place] if _same(total.fund, line.fund) and _same(total.team, line.team)]
        last = max((number for number, line in enumerate(scope) if _is_total(line)), default=-1)
        for column in columns:
            stated = read(total.figures.get(column, Amount()))
            ways = [_ways(block, column, read) for block in (scope, scope[last + 1 :])]
            if stated is not None and not any(stated in sums for sums in ways):
                differing.append(TotalCheck(total.heading, column, stated, ways[0][0]))
    return tuple(differing)


def _ways(lines: list[MoneyLine], column: str, read: Reading) -> list[Decimal]:
    """The ways a block of lines may add up: net, net by the signs written, net after savings, and kind by kind."""
    kinds: dict[str, list[Decimal]] = {}
    for line in lines:
        value = read(line.figures.get(column, Amount()))
        if value is not None and not _is_total(line):
            kinds.setdefault(line.kind.strip().casefold(), []).append(value)
    sums = {kind: sum(values, Decimal(0)) for kind, values in kinds.items()}
    spend, zero = sums.get("spend", Decimal(0)), Decimal(0)
    income = sum((abs(value) for value in kinds.get("income", [])), zero)
    saving = sum((abs(value) for value in kinds.get("saving", [])), zero)
    written = sum(sums.values(), zero)
    return [spend - income, spend + sums.get("income", zero), spend - income - saving, written, *sums.values()]


def _same(wanted: str, given: str) -> bool:
    return not wanted.strip() or wanted.strip().casefold() == given.strip().casefold()


def _is_total(line: MoneyLine) -> bool:
    return line.kind.strip().casefold() == "total"
