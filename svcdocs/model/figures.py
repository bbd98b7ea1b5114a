"""Figures of money as sums need them: the one figure a cell stands for, and what lines of one kind come to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial

from svcdocs.model.amounts import AmountKind, read_number
from svcdocs.model.as_written import Amount
from svcdocs.model.cycle import Cycle
from svcdocs.model.finance import SIGNED, UNSIGNED
from svcdocs.model.names import folded
from svcdocs.model.resources import MoneyLine

Reading = Callable[[Amount], Decimal | None]
TOTAL = "total"
WITHOUT_SIGN = ("income", "saving")
"""The kinds of which some councils write figures with a minus; their sums are given without a sign."""
_TOTAL_HEADING = re.compile(r"(?:(?:grand|net|gross|sub)[ -]?)?totals?\b")
ORDER = ("spend", "income", "saving", "reserve", "capital")


def reading_of(cycle: Cycle) -> Reading:
    """How a cell of the money sheets is read in the unit of this cycle's figures."""
    return partial(figure, unit=cycle.money_unit)


def sign_of(cycle: Cycle) -> str:
    """The sign in which Finance says that income and savings are written; "" where nobody says so."""
    finance = cycle.finance
    stated = folded(finance.statement.sign)
    return next((sign for sign in (UNSIGNED, SIGNED) if finance.contributor and folded(sign) == stated), "")


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


def kind_of(line: MoneyLine) -> str:
    """The type of a line, in small letters; a line without one that is headed "Total" is a total."""
    return folded(line.kind) or (TOTAL if is_total_heading(line.heading) else "")


def is_total_heading(heading: str) -> bool:
    """Whether a row is a total by its heading: "Total", "Net total", "Subtotal for the team"."""
    return _TOTAL_HEADING.match(folded(heading)) is not None


def in_order(kinds: Iterable[str]) -> list[str]:
    """Types in the order in which they are told; those the program does not know come last, as they were given."""
    return sorted(kinds, key=lambda kind: ORDER.index(kind) if kind in ORDER else len(ORDER))


def sum_of(kind: str, figures: Iterable[Decimal | None]) -> Decimal | None:
    """What figures of one kind come to, income and savings without a sign; None where there is none."""
    total = plus(figures)
    return abs(total) if total is not None and kind in WITHOUT_SIGN else total


def plus(figures: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of the figures there are; None where there is none."""
    given = [one for one in figures if one is not None]
    return sum(given, Decimal(0)) if given else None
