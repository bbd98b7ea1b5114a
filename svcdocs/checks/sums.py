"""Sums in tables of a service's own, and years at the head of columns: totals add up, and years follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.checks.same_figure import where_else
from svcdocs.model.amounts import read_number
from svcdocs.model.cycle import Cycle
from svcdocs.model.figures import is_total_heading
from svcdocs.model.findings import in_short
from svcdocs.model.passages import Passage, TableRow

TABLE_TOTAL = Rule(
    "table-total-differs",
    "A total in a table is not the sum of its rows",
    WARNING,
    WARNING,
    "service",
    message="A row of a table is headed Total, and a figure in it is not what the rows above come to.",
    remedy="Correct the total, or the row that is wrong.",
    example=Example(
        "Text | Section: Workforce | Text: Our vehicles | Kind: Table | Picture: Vehicles\n"
        "Vehicles | Kind: Vans | Number: 4\nVehicles | Kind: Lorries | Number: 3\nVehicles | Kind: Total | Number: 8",
        "Text | Section: Workforce | Text: Our vehicles | Kind: Table | Picture: Vehicles\n"
        "Vehicles | Kind: Vans | Number: 4\nVehicles | Kind: Lorries | Number: 3\nVehicles | Kind: Total | Number: 7",
    ),
)
YEARS = Rule(
    "years-not-following",
    "Years at the head of columns do not follow each other",
    NOTE,
    WARNING,
    "officer",
    message="Of the columns of figures, or of a table, one names another year than its place asks for.",
    remedy="Correct the year at the head of the column.",
    example=Example(
        "Framework/Money columns | Heading: 2027/28 original | Year: 2026/27",
        "Framework/Money columns | Heading: 2027/28 original | Year: 2027/28",
    ),
)

_NO_SUM = re.compile(r"\b(?:average|mean|median|rate|rank|share|per|each|year|ref|target)\b|%", re.IGNORECASE)
"""Columns that nobody adds up."""
_ROUNDED = re.compile(r"£\s?(?:000|k|m)\b|\bthousands?\b|\bmillions?\b", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less|income|of which|including|net|minus|deduct)", re.IGNORECASE)
_YEAR = re.compile(r"\b(20\d\d)\s?[/–-]\s?(\d\d)\b")


def may_be_rounded(stated: Decimal, figures: Sequence[Decimal], *, each: bool = False) -> bool:
    """Whether a stated total may be the sum of some figures, once rounding is allowed for.

    The total may be out by half a unit of its last place. Where the figures themselves are coarser than it, or ``each``
    of them is known to have been rounded, they may be by half a unit of theirs.
    """
    places, finest = _places(stated), max(map(_places, figures))
    slack = _half(places) if places < finest else Decimal(0)
    if each or finest < places:
        slack += _half(finest) * len(figures)
    return abs(sum(figures, Decimal(0)) - stated) <= slack


def tables_that_do_not_add_up(cycle: Cycle) -> Iterator[Hit]:
    """A figure in a row headed Total that is neither the sum of the rows since the total before, nor of all above."""
    for plan in cycle.plans:
        for passage in plan.passages:
            for row, number, stated, worked_out in _differing(passage):
                heading = in_short(passage.rows[0].cells[number].plain) or "a column"
                message = f"The total for '{heading}' is {stated:,f}, and the rows above come to {worked_out:,f}."
                hint = where_else(cycle, plan, stated, worked_out, passage) or TABLE_TOTAL.remedy
                yield Hit(TABLE_TOTAL, message, hint, plan.service, where=row.cell(f"cells {number + 1}"))


def years_that_do_not_follow(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a column of figures whose heading names another year than it is for."""
    years = cycle.framework.financial_years
    for column in cycle.framework.money_columns:
        headed = _YEAR.search(column.heading)
        named = years.begins(f"{headed[1]}/{headed[2]}") if headed else None
        given = years.begins(column.year)
        if headed and named is None:
            message = f"The heading '{in_short(column.heading)}' names a year that is none."
            yield Hit(YEARS, message, "Correct the heading of the column.", "", column, "heading")
        elif named is not None and given is not None and named != given:
            message = f"The column headed '{in_short(column.heading)}' is given for {in_short(column.year)}."
            yield Hit(YEARS, message, "Correct the heading of the column, or its year.", "", column, "year")


def years_of_tables_that_do_not_follow(cycle: Cycle) -> Iterator[Hit]:
    """A table whose columns are headed by years of which one stands twice, goes back, or leaves a year out.

    Years that lie evenly apart follow each other: a survey may be taken every second year.
    """
    for plan in cycle.plans:
        for passage in plan.passages:
            heads = passage.rows[0].cells if passage.rows else ()
            columns = [number for number, cell in enumerate(heads) if _YEAR.fullmatch(cell.plain.strip())]
            begins = [int(heads[number].plain.strip()[:4]) for number in columns]
            steps = [after - before for before, after in pairwise(begins)]
            if len(steps) > 1 and len(set(steps)) > 1:
                usual = max(set(steps), key=lambda step: (steps.count(step), -abs(step)))
                odd = columns[next(place for place, step in enumerate(steps, 1) if step != usual)]
                row, typed = passage.rows[0], in_short(heads[odd].plain)
                message = f"The column '{typed}' of the table does not follow the year before it."
                where = row.cell(f"cells {odd + 1}")
                hint = "Correct the year at the head of the column."
                rule = replace(YEARS, audience="service")
                yield Hit(rule, message, hint, plan.service, where=where)


def _differing(passage: Passage) -> Iterator[tuple[TableRow, int, Decimal, Decimal]]:
    """The stated figures of a table that no sum of its rows arrives at: the row, the column, both figures."""
    if not passage.rows:
        return
    head, *rows = passage.rows
    if any(_LESS.search(row.cells[0].plain) for row in rows if row.cells):
        return  # what is taken off or counted within another row cannot be added
    rounded = _ROUNDED.search(f"{passage.text.plain} {' '.join(cell.plain for cell in head.cells)}") is not None
    for number, cell in enumerate(head.cells[1:], 1):
        if not _NO_SUM.search(cell.plain):
            yield from _of_column(rows, number, rounded=rounded)


def _of_column(
    rows: Sequence[TableRow], number: int, *, rounded: bool
) -> Iterator[tuple[TableRow, int, Decimal, Decimal]]:
    every: list[Decimal] = []
    since: list[Decimal] = []
    totals: list[Decimal] = []
    for row in rows:
        written = row.cells[number].plain.strip()
        value = Decimal(0) if written in _NOTHING else read_number(written)
        if value is None:
            return  # words beside figures: nobody can tell what they add
        if not is_total_heading(row.cells[0].plain):
            every.append(value)
            since.append(value)
        elif written not in _NOTHING:
            ways = [way for way in (since, every, totals) if len(way) > 1]
            if ways and not any(may_be_rounded(value, way, each=rounded) for way in ways):
                yield row, number, value, sum(ways[0], Decimal(0))
            totals.append(value)
            since = []


_NOTHING = ("", "-", "–", "—")


def _places(figure: Decimal) -> int:
    """How many places after the point a figure has."""
    exponent = figure.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _half(places: int) -> Decimal:
    return Decimal(5).scaleb(-places - 1)
