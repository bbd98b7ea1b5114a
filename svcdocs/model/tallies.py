"""Tallies: what the lines of a finance workbook come to, to be ticked off against Finance's own paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from svcdocs.model.figures import TOTAL, figure, in_order, kind_of, sum_of
from svcdocs.model.findings import CellRef, in_short
from svcdocs.model.names import folded
from svcdocs.model.resources import MoneyLine

Lines = Mapping[str, Sequence[MoneyLine]]
"""Lines of money by service."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the lines of one service, fund and kind come to, column by column; "" as service stands for all of them.

    Income and savings are given without a sign; None where no line has a figure.
    """

    service: str
    fund: str
    kind: str
    lines: int
    sums: tuple[tuple[str, Decimal | None], ...]

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is about."""
        return folded(self.service), folded(self.fund), folded(self.kind)

    @property
    def name(self) -> str:
        """What it is about, in words: "Housing, General Fund, Spend"."""
        return ", ".join((self.service or "All services", self.fund or "no fund named", self.kind))

    def __str__(self) -> str:
        count = f"{self.lines:,} line{'' if self.lines == 1 else 's'}"
        sums = "; ".join(f"{column} {said(amount)}" for column, amount in self.sums)
        return f"{self.name}, {count}: {sums}"


@dataclass(frozen=True, slots=True)
class NotTallied:
    """A cell that is in no tally, since it is not one figure, or its line has no type."""

    service: str
    heading: str
    column: str
    written: str
    cell: CellRef | None = field(default=None, compare=False)

    def __str__(self) -> str:
        place = f"{self.cell.sheet} {self.cell.cell}, " if self.cell else ""
        return f"{place}{self.service}, {in_short(self.heading)}, {self.column}: '{in_short(self.written)}'"


@dataclass(frozen=True, slots=True)
class Tallies:
    """The tallies of one version of the figures, and what is in none.

    ``version`` is what Finance calls the version, with its date; ``totals`` counts the lines that are totals
    themselves, which are in no sum.
    """

    version: str
    unit: str
    tallies: tuple[Tally, ...]
    left_out: tuple[NotTallied, ...]
    lines: int
    totals: int


def tallies_of(money: Lines, columns: Sequence[str], unit: str, version: str = "") -> Tallies:
    """The tallies of all services together, then of each. ``columns`` are the council's, in their order."""
    every = [line for lines in money.values() for line in lines]
    used = dict.fromkeys(name for line in every for name, amount in line.figures.items() if amount)
    shown = tuple(name for name in columns if name in used) + tuple(name for name in used if name not in columns)
    found = [*_of("", every, shown, unit)]
    for service, lines in money.items():
        found += _of(service, lines, shown, unit)
    left_out = (one for service, lines in money.items() for line in lines for one in _left_out(service, line, unit))
    totals = sum(kind_of(line) == TOTAL for line in every)
    return Tallies(version, unit, tuple(found), tuple(left_out), len(every), totals)


def said(amount: Decimal | None) -> str:
    """A sum as it is told, with commas between thousands; "none" where there is no figure."""
    return "none" if amount is None else f"{'−' if amount < 0 else ''}{abs(amount):,f}"


def _of(service: str, lines: Sequence[MoneyLine], columns: Sequence[str], unit: str) -> Iterator[Tally]:
    """The tallies of some lines, by fund in the order in which they come, and by kind."""
    groups: dict[tuple[str, str], list[MoneyLine]] = {}
    for line in lines:
        if kind_of(line) not in ("", TOTAL):
            groups.setdefault((folded(line.fund), kind_of(line)), []).append(line)
    for fund in dict.fromkeys(fund for fund, _ in groups):
        for kind in in_order(kind for of, kind in groups if of == fund):
            own = groups[fund, kind]
            sums = (
                (
                    column,
                    sum_of(kind, [figure(line.figures[column], unit=unit) for line in own if line.figures.get(column)]),
                )
                for column in columns
            )
            yield Tally(service, own[0].fund.strip(), own[0].kind.strip(), len(own), tuple(sums))


def _left_out(service: str, line: MoneyLine, unit: str) -> Iterator[NotTallied]:
    for column, amount in line.figures.items():
        if amount and (figure(amount, unit=unit) is None or not kind_of(line)):
            yield NotTallied(service, line.heading, column, amount.text, line.cell(f"figures {column}"))
