"""Targets: they run the way that is called good, ask for more than was reached, and stand beside where it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from svcdocs.checks.indicator_figures import Figure, are_alike, figure_of
from svcdocs.checks.names import called, elsewhere
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.checks.unread import is_unread
from svcdocs.model.as_written import Target
from svcdocs.model.cycle import Cycle
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Indicator, ServicePlan
from svcdocs.model.targets import TargetKind

_ROW = "Indicators | Ref: N2 | Indicator: Complaints upheld | Unit: Number | Good is: Low"
AGAINST = Rule(
    "target-direction",
    "Targets run against what is called good",
    WARNING,
    WARNING,
    judged=True,
    message="An indicator of which low is good has a target that rises, or one of which high is good a target that "
    "falls.",
    remedy="Correct the target, or what stands under 'Good is'.",
    example=Example(
        f"{_ROW} | Target 2027/28: 12 | Target 2028/29: 15", f"{_ROW} | Target 2027/28: 15 | Target 2028/29: 12"
    ),
)
EASIER = Rule(
    "target-easier",
    "A target asks for less than was reached already",
    NOTE,
    WARNING,
    judged=True,
    message="The first target of an indicator is easier than its last result.",
    remedy="Set a harder target, or say under 'Why this target' what speaks for it.",
    example=Example(
        f"{_ROW} | Result 2025/26: 9 | Target 2027/28: 12", f"{_ROW} | Result 2025/26: 14 | Target 2027/28: 12"
    ),
)
FLAT = Rule(
    "target-flat",
    "A target never changes",
    NOTE,
    NOTE,
    judged=True,
    message="An indicator has the same target in every year, and nothing shows that it is more than was reached.",
    remedy="Set targets that lead somewhere, or say under 'Why this target' why it stays.",
    example=Example(
        f"{_ROW} | Result 2025/26: 12 | Target 2027/28: 12 | Target 2028/29: 12",
        f"{_ROW} | Result 2025/26: 12 | Target 2027/28: 11 | Target 2028/29: 10",
    ),
)
NO_BASELINE = Rule(
    "indicator-baseline",
    "An indicator does not say where it stood before",
    NOTE,
    NOTE,
    judged=True,
    message="An indicator has a figure for a target, and neither a baseline nor a result of an earlier year.",
    remedy="Give the last result or a baseline, or set the baseline in the first year.",
    example=Example(f"{_ROW} | Target 2027/28: 12", f"{_ROW} | Baseline: 14 | Target 2027/28: 12"),
)


def targets_against_what_is_good(cycle: Cycle) -> Iterator[Hit]:
    """A target worse than the one before it, by what is called good; told once an indicator, at the first."""
    for plan, indicator in _indicators(cycle):
        good = _good(indicator)
        runs = (_figures(cycle, plan, indicator), _relations(cycle, plan, indicator))
        hit = next((hit for run in runs if good for hit in _against(plan, indicator, run, good)), None)
        if hit is not None:
            yield hit


def targets_easier_than_the_last_result(cycle: Cycle) -> Iterator[Hit]:
    """A first target that is worse than the last result before the plan, where nothing says why."""
    for plan, indicator in _indicators(cycle):
        good, targets, last = _good(indicator), _figures(cycle, plan, indicator), _last(cycle, indicator)
        if not good or not targets or last is None or indicator.why_target or not are_alike(targets[0], last):
            continue
        if next(_against(plan, indicator, targets, good), None):
            continue  # told as that: what is called good may be the slip
        first = targets[0]
        if good * (first.value - last.value) < 0:
            message = (
                f"The target of {called(indicator)} for {first.year} is {first.said}, and {last.said} was reached "
                f"already{f' in {last.year}' if last.year else ''}."
            )
            way = "higher" if good > 0 else "lower"
            hint = (
                f"Set it {way} than {last.said}, or say under 'Why this target', which is printed, what speaks for it."
            )
            yield Hit(EASIER, message, hint, plan.service, indicator, first.field)


def targets_that_never_change(cycle: Cycle) -> Iterator[Hit]:
    """The same figure in every year of the plan, where no more can be asked for only at nothing and at 100 %.

    A target above the last result that is then held is in order.
    """
    for plan, indicator in _indicators(cycle):
        targets, last = _figures(cycle, plan, indicator), _last(cycle, indicator)
        years = cycle.framework.years_of(plan.service)
        if len(targets) < max(len(years), 2) or indicator.why_target or not _good(indicator):
            continue
        values = {one.value for one in targets}
        at_the_end = values <= {Decimal(0), Decimal(100)}
        is_unlike = last is None and (indicator.baseline or indicator.baseline_note.strip())
        if len(values) > 1 or at_the_end or is_unlike or (last is not None and last.value not in values):
            continue
        same = f", as it was{f' in {last.year}' if last.year else ' before'}" if last is not None else ""
        message = f"The target of {called(indicator)} is {targets[0].said} in every year{same}."
        hint = "Set targets that lead somewhere, or say under 'Why this target', which is printed, why it stays."
        yield Hit(FLAT, message, hint, plan.service, indicator, targets[0].field)


def indicators_without_a_baseline(cycle: Cycle) -> Iterator[Hit]:
    """Indicators with a figure for a target and nothing to compare it with; told once a plan, at the first."""
    for plan in cycle.plans:
        lacking = [row for row in plan.indicators if _lacks_baseline(cycle, plan, row)]
        hint = "Give the last result or a baseline, or set the baseline in the first year."
        reasoned = [row for row in lacking if Hit(NO_BASELINE, "", "", plan.service, row).reason]
        for row in reasoned:
            yield Hit(NO_BASELINE, f"{called(row)} has no baseline.", hint, plan.service, row, "baseline")
        open_ones = [row for row in lacking if not any(row is one for one in reasoned)]
        if open_ones:
            first, *others = open_ones
            message = f"{called(first)} has a target, and does not say where it stood before."
            message += elsewhere([(row, "baseline") for row in others])
            yield Hit(NO_BASELINE, message, hint, plan.service, first, "baseline")


_IN_WORDS = re.compile(r"(?:=|\blevel of)\s*(?P<figure>£?\d[\d,]*(?:\.\d+)?\s?%?)", re.IGNORECASE)
"""A baseline in the wording: "(2024 = 37%)", "below the 2025/26 level of 976"."""
_ONLY_WHEN = re.compile(
    r"[\s\d/.,–-]*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|spring|summer|autumn|winter)?[\s\d/.,–-]*",
    re.IGNORECASE,
)
"""A note that says when a baseline was taken, and nothing else: "2025/26", "31 March 2026", "December 2026"."""


def _indicators(cycle: Cycle) -> Iterator[tuple[ServicePlan, Indicator]]:
    for plan in cycle.plans:
        for indicator in plan.indicators:
            if not indicator.measures_nothing:
                yield plan, indicator


def _good(indicator: Indicator) -> int:
    """1 where high is good, -1 where low is, 0 where nobody can tell."""
    return {"high": 1, "low": -1}.get(folded(indicator.polarity), 0)


def _figures(cycle: Cycle, plan: ServicePlan, indicator: Indicator) -> list[Figure]:
    """The targets of the plan's years that are figures, in order."""
    years = cycle.framework.years_of(plan.service)
    found = [(year, f"targets {year}", indicator.targets.get(year, Target())) for year in years]
    return [figure for each in found for figure in [figure_of(indicator, *each)] if figure is not None]


def _relations(cycle: Cycle, plan: ServicePlan, indicator: Indicator) -> list[Figure]:
    """The targets that are a change from the baseline, in order, from no change on."""
    start = Figure("", "", "the baseline", Decimal(0), "")
    found = [start]
    for year in cycle.framework.years_of(plan.service):
        target = indicator.targets.get(year, Target())
        if target.meaning.kind is TargetKind.FROM_BASELINE and target.meaning.value is not None:
            found.append(Figure(year, f"targets {year}", target.text, target.meaning.value, ""))
    return found


def _last(cycle: Cycle, indicator: Indicator) -> Figure | None:
    """The last result before the plan; for want of any its baseline, unless a note says more of that than when."""
    years, first = cycle.framework.financial_years, cycle.framework.first_day
    before = [(day, year) for year in indicator.results if (day := years.first_day(year)) and first and day < first]
    results = [figure_of(indicator, year, f"results {year}", indicator.results[year]) for _, year in sorted(before)]
    known = [figure for figure in results if figure is not None]
    if known:
        return known[-1]
    if not _ONLY_WHEN.fullmatch(indicator.baseline_note):
        return None
    stated = _IN_WORDS.search(indicator.name.plain)
    baseline = indicator.baseline or Target(text=stated["figure"] if stated else "")
    return figure_of(indicator, "", "baseline", baseline)


def _against(plan: ServicePlan, indicator: Indicator, run: list[Figure], good: int) -> Iterator[Hit]:
    for before, target in pairwise(run):
        if are_alike(before, target) and good * (target.value - before.value) < 0:
            word, way = ("High", "falls") if good > 0 else ("Low", "rises")
            message = (
                f"{word} is good for {called(indicator)}, and its target {way} from {before.said} to {target.said}."
            )
            hint = "Correct the target, or what stands under 'Good is'."
            yield Hit(AGAINST, message, hint, plan.service, indicator, target.field)


def _lacks_baseline(cycle: Cycle, plan: ServicePlan, indicator: Indicator) -> bool:
    said = any(one.meaning.kind is TargetKind.SET_BASELINE for one in indicator.targets.values())
    known = indicator.baseline or indicator.baseline_note.strip() or any(indicator.results.values()) or said
    if known or indicator.measures_nothing or not _figures(cycle, plan, indicator):
        return False
    in_words = "=" in indicator.name.plain or _IN_WORDS.search(indicator.name.plain) is not None
    return not in_words and not is_unread(cycle, indicator, "baseline")
