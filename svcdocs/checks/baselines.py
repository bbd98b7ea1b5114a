"""Baselines: what stands there is what the result of the same year says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from svcdocs.checks.indicator_figures import Figure, are_alike, figure_of
from svcdocs.checks.names import called
from svcdocs.checks.rule import WARNING, Example, Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.dates import DateKind, read_date
from svcdocs.model.service_plan import Indicator

DIFFERS = Rule(
    "baseline-differs",
    "A baseline is not the result of its year",
    WARNING,
    WARNING,
    judged=True,
    message="The baseline of an indicator and its result of the same year are two different figures.",
    remedy="Correct whichever is wrong; or if the baseline is of another time, say of which under 'Baseline from'.",
    example=Example(
        "Indicators | Ref: N2 | Indicator: Calls answered | Unit: Percentage | Result 2025/26: 72.4% | Baseline: 74.2% "
        "| Baseline from: 2025/26",
        "Indicators | Ref: N2 | Indicator: Calls answered | Unit: Percentage | Result 2025/26: 72.4% | Baseline: 72.4% "
        "| Baseline from: 2025/26",
    ),
)


def baselines_that_are_not_the_result(cycle: Cycle) -> Iterator[Hit]:
    """A baseline of a year whose result is another figure; figures that differ only by rounding are the same.

    The year is the one that 'Baseline from' names; for want of any the last of which there is a result, unless an
    earlier one says what the baseline says. A note that says more than a year or its last day may explain it.
    """
    for plan in cycle.plans:
        for indicator in plan.indicators:
            baseline = figure_of(indicator, "", "baseline", indicator.baseline)
            result = _result(cycle, indicator, baseline) if baseline is not None else None
            if baseline is None or result is None or not are_alike(baseline, result) or _are_equal(baseline, result):
                continue
            cell = indicator.cell(result.field)
            place = f" ({cell.cell})" if cell is not None and cell.cell else ""
            message = (
                f"The baseline of {called(indicator)} is {baseline.said}, and its result for {result.year}{place} is "
                f"{result.said}."
            )
            yield Hit(DIFFERS, message, DIFFERS.remedy, plan.service, indicator, "baseline")


def _result(cycle: Cycle, indicator: Indicator, baseline: Figure) -> Figure | None:
    """The result with which a baseline is to be compared."""
    years, note = cycle.framework.financial_years, indicator.baseline_note.strip()
    found = [figure_of(indicator, year, f"results {year}", typed) for year, typed in indicator.results.items()]
    days = {one: day for one in found if one is not None and (day := years.first_day(one.year)) is not None}
    results = sorted(days, key=days.__getitem__)
    if not note:
        is_of_one = any(_are_equal(baseline, one) for one in results)
        return results[-1] if results and not is_of_one else None
    when = read_date(note)
    named = years.first_day(note)
    for one in results:
        if named == days[one] or (when.kind is DateKind.DAY and when.last == years.last_day(one.year)):
            return one
    return None


def _are_equal(one: Figure, other: Figure) -> bool:
    """Whether two figures are the same, as far as the one with fewer places says."""
    last_place = Decimal(1).scaleb(-min(_places(one.written), _places(other.written)))
    return abs(one.value - other.value) * 2 <= last_place


def _places(written: str) -> int:
    """How many places a figure has behind its point."""
    found = re.search(r"\.(\d{1,9})", written)
    return len(found[1]) if found else 0
