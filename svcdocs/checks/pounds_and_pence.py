"""Money with a point where a comma is meant, "£14.500": wherever a sum is typed, in a column of sums or among words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from svcdocs.checks.printed import printed_cells
from svcdocs.checks.rule import ERROR, WARNING, Example, Hit, Rule
from svcdocs.model.as_written import Amount
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short

POINT = Rule(
    "money-point",
    "A sum has a point where a comma may be meant",
    WARNING,
    ERROR,
    judged=True,
    message="A sum of money has three figures behind its point, so it reads as pounds and pence where thousands are "
    "meant.",
    remedy="Write thousands with a comma, and pence with two figures behind the point.",
    example=Example(
        "Bids | Ref: B1 | What for: Changing rooms | Asked for 2027/28: £14.500",
        "Bids | Ref: B1 | What for: Changing rooms | Asked for 2027/28: £14,500",
    ),
    covers=("bid-restated",),
)

_SCALED = r"(?:k|m|bn|million|billion|thousand)\b|(?:per|a|an) (?!annum|year)"
"""What may stand behind a figure with three places: £2.125 million, £1.495 per litre."""
_POINTED = rf"(?P<figure>[1-9]\d{{0,2}}(?:,\d{{3}})*(?:\.\d{{3}})+)(?!\d|[.,]\d| ?(?:{_SCALED}))"
_IN_WORDS = re.compile(rf"£\s?{_POINTED}", re.IGNORECASE)
_ALONE = re.compile(rf"(?:£\s?|(?<![\d.,])){_POINTED}", re.IGNORECASE)
_POUNDS = "£"


def sums_with_a_point(cycle: Cycle) -> Iterator[Hit]:
    """A sum with groups of three figures behind a point: with a pound sign anywhere, without one in a column of sums.

    Figures in thousands or millions may have three places, so those of the money sheets count only in pounds.
    """
    in_pounds = cycle.money_unit.strip() == _POUNDS
    for plan in cycle.plans:
        for cell in printed_cells(plan):
            if found := _IN_WORDS.search(cell.text):
                yield cell.hit(POINT, *_told(found))
        for bid in plan.bids:
            yield from _in_columns(plan.service, bid, "amounts", bid.amounts)
        for line in plan.money if in_pounds else ():
            yield from _in_columns(plan.service, line, "figures", line.figures)
    for total in cycle.finance.totals if in_pounds else ():
        yield from _in_columns("", total, "figures", total.figures)


def _in_columns(service: str, record: Record, field: str, sums: dict[str, Amount]) -> Iterator[Hit]:
    for column, amount in sums.items():
        if found := _ALONE.search(amount.text):
            yield Hit(POINT, *_told(found), service, record, f"{field} {column}")


def _told(found: re.Match[str]) -> tuple[str, str]:
    """What is wrong with a sum, and what to do about it: the sum in thousands, and in pounds and pence."""
    written, figure = found[0], found["figure"]
    sign = written.removesuffix(figure)
    whole, _, _ = figure.rpartition(".")
    thousands, pence = figure.replace(".", ","), f"{whole.replace('.', ',')}.{figure[-3:-1]}"
    message = f"'{in_short(written)}' has three figures behind its point, so it does not say if thousands are meant."
    return message, f"If thousands are meant, write {sign}{thousands}; if pounds and pence, write {sign}{pence}."
