"""A figure that stands elsewhere in a plan too: where a total and its rows differ, it says which is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import PurePosixPath

from svcdocs.model.amounts import read_number
from svcdocs.model.cycle import Cycle
from svcdocs.model.figures import reading_of
from svcdocs.model.findings import CellRef
from svcdocs.model.passages import Passage
from svcdocs.model.service_plan import ServicePlan

_FIGURE = re.compile(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?")
_SMALLEST = 1000
"""A figure below this stands in many places by chance."""


def where_else(cycle: Cycle, plan: ServicePlan, stated: Decimal, worked_out: Decimal, apart: Passage) -> str:
    """What to do about a total and its rows, by where else in the plan one of the two stands; "" where neither does.

    ``apart`` is the passage with the table itself, which is not looked at.
    """
    of_total, of_rows = (_place(cycle, plan, figure, apart) for figure in (stated, worked_out))
    if of_total:
        return f"{of_total} {stated:,f}, the same as this total: so look at the rows first, then correct what is wrong."
    if of_rows:
        return f"{of_rows} {worked_out:,f}, the same as the rows come to: so look at the total first."
    return ""


def _place(cycle: Cycle, plan: ServicePlan, figure: Decimal, apart: Passage) -> str:
    """The first place in which a figure stands, as the beginning of a sentence: "The sheet Money, cell F9, has"."""
    if abs(figure) < _SMALLEST:
        return ""
    where = next((where for where, value in _figures(cycle, plan, apart) if value == figure), None)
    if where is None:
        return ""
    is_theirs = apart.origin is None or apart.origin.file == where.file
    of = "" if is_theirs else f" of {PurePosixPath(where.file).name}"
    return f"The sheet {where.sheet}{of}, cell {where.cell}, has"


def _figures(cycle: Cycle, plan: ServicePlan, apart: Passage) -> Iterator[tuple[CellRef, Decimal]]:
    """The figures of the money lines, and those in the texts, with their cells."""
    read = reading_of(cycle)
    for line in plan.money:
        for heading, amount in line.figures.items():
            where, value = line.cell(f"figures {heading}"), read(amount)
            if where is not None and value is not None:
                yield where, abs(value)
    for passage in plan.passages:
        where = passage.cell("text")
        if passage is not apart and where is not None:
            found = map(read_number, _FIGURE.findall(passage.text.plain))
            yield from ((where, value) for value in found if value is not None)
