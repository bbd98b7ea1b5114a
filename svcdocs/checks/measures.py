"""Units: what a figure is counted in agrees with what the indicator is counted in, and no share is over the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from svcdocs.checks.names import called
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.as_written import Target
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.framework import SharedIndicator
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Indicator
from svcdocs.model.targets import TargetKind

PERCENT, NUMBER, MONEY = "percentage", "number", "pounds"
EACH = (PERCENT, MONEY, "hours", "days", "weeks", "months", "years")
"""The units that may be written behind or before a figure."""

_ROW = "Indicators | Ref: N1 | Indicator: Repairs done | Good is: High"
UNIT_DIFFERS = Rule(
    "unit-differs",
    "A figure is in another unit than its indicator",
    WARNING,
    WARNING,
    judged=True,
    message="A target, result or baseline, or the name of an indicator, speaks of another unit than the column Unit.",
    remedy="Correct the unit, or the figure.",
    example=Example(
        f"{_ROW} | Unit: Percentage | Target 2027/28: 45 days", f"{_ROW} | Unit: Percentage | Target 2027/28: 45%"
    ),
)
OUT_OF_RANGE = Rule(
    "percentage-range",
    "A percentage is below 0 or over 100",
    WARNING,
    WARNING,
    judged=True,
    message="A share of a whole is given as less than nothing or more than all of it.",
    remedy="Correct the figure, or its unit if it is no percentage.",
    example=Example(
        f"{_ROW} | Unit: Percentage | Target 2027/28: 930%", f"{_ROW} | Unit: Percentage | Target 2027/28: 93%"
    ),
)
SHARED_DIFFERS = Rule(
    "shared-differs",
    "A shared indicator is not measured as the council has it",
    NOTE,
    WARNING,
    judged=True,
    message="An indicator that the council sets for several services has another unit, or another way that is good.",
    remedy="Take over what the council has for it, or ask the policy officer to change it for all.",
    example=Example(
        "Framework/Shared indicators | Ref: SX052 | Name: Complaints | Unit: Number | Good is: Low\n"
        "Indicators | Ref: SX052 | Indicator: Complaints | Unit: Percentage | Good is: Low",
        "Framework/Shared indicators | Ref: SX052 | Name: Complaints | Unit: Number | Good is: Low\n"
        "Indicators | Ref: SX052 | Indicator: Complaints | Unit: Number | Good is: Low",
    ),
)

_UNITS = {
    **dict.fromkeys(("%", "percent", "per cent", "percentage", "percentages"), PERCENT),
    **dict.fromkeys(("number", "numbers", "no", "no.", "count", "#"), NUMBER),
    **dict.fromkeys(("£", "pounds", "gbp"), MONEY),
    **{word: unit for unit in EACH[2:] for word in (unit, unit[:-1])},
    **dict.fromkeys(("working days", "calendar days"), "days"),
}
_WRITTEN = re.compile(
    r"(?P<pounds>£)\s?[\d.,]+.*|[^\d£]{0,20}[\d.,]+\s*(?:(?P<percent>%|per ?cent\b)|"
    r"(?:working |calendar )?(?P<time>hours?|days?|weeks?|months?|years?)\b).*",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:the )?(?:(?P<percentage>%|percentage|per ?cent(?:age)?|proportion)|(?P<number>number|no\.?)) of\b",
    re.IGNORECASE,
)
_NO_SHARE = re.compile(
    r"\b(?:chang|increas|decreas|reduc|growth|grow|rise|ris|fall|improv|variance|vari|compar|above|below|against|more"
    r"|less|over|up|down|return|yield|inflation|deviat|differ|cover|ratio|relative|baseline|index|recover|surplus"
    r"|deficit|budget|net)",
    re.IGNORECASE,
)
"""What may be over 100 % or below nothing: growth, change, comparison."""
_WHOLE = 100


def unit_of(indicator: Indicator | SharedIndicator) -> str:
    """The unit of an indicator, where it is one the program knows; else ""."""
    return _UNITS.get(folded(indicator.unit), "")


def unit_written(text: str) -> str:
    """The unit a figure is written with: "45 days", "80%", "£1,200"; "" for a bare figure and for words."""
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        return ""
    if match["pounds"] or match["percent"]:
        return MONEY if match["pounds"] else PERCENT
    return _UNITS[match["time"].lower()]


def figures_in_another_unit(cycle: Cycle) -> Iterator[Hit]:
    """A figure, or a name such as "Number of …", that speaks of another unit than the column; once an indicator."""
    hint = "Correct the unit, or the figure."
    for plan in cycle.plans:
        for indicator in plan.indicators:
            unit = unit_of(indicator)
            if not unit:
                continue
            clash = next((place for place in _figures(indicator) if _clashes(unit, place[1])), None)
            named = _COUNTED.match(indicator.name.plain.strip())
            by_name = (PERCENT if named["percentage"] else NUMBER) if named else ""
            if clash is not None:
                field, figure = clash
                message = (
                    f"{called(indicator)} is counted as '{in_short(indicator.unit)}', and '{in_short(figure.text)}' "
                    "is another unit."
                )
                yield Hit(UNIT_DIFFERS, message, hint, plan.service, indicator, field)
            elif by_name and unit in (PERCENT, NUMBER) and by_name != unit:
                message = (
                    f"{called(indicator)} is a {by_name} by its name, and its unit is '{in_short(indicator.unit)}'."
                )
                yield Hit(UNIT_DIFFERS, message, "Correct the unit.", plan.service, indicator, "unit")


def percentages_out_of_range(cycle: Cycle) -> Iterator[Hit]:
    """A share of a whole below nothing or over all of it; once an indicator. What grows or is compared may be both."""
    for plan in cycle.plans:
        for indicator in plan.indicators:
            told = f"{indicator.name.plain} {indicator.method.plain}"
            if _NO_SHARE.search(told):
                continue
            for field, figure in _figures(indicator):
                meaning = figure.meaning
                is_share = unit_of(indicator) == PERCENT or meaning.kind is TargetKind.PERCENT
                if meaning.value is None or meaning.kind not in _READ or not is_share or _is_change(figure.text):
                    continue
                if not 0 <= meaning.value <= _WHOLE:
                    message = f"'{in_short(figure.text)}' for {called(indicator)} cannot be a share of a whole."
                    hint = "Correct the figure, or its unit if it is no percentage."
                    yield Hit(OUT_OF_RANGE, message, hint, plan.service, indicator, field)
                    break


def shared_indicators_measured_otherwise(cycle: Cycle) -> Iterator[Hit]:
    """An indicator of the council's for several services that one of them measures in another way."""
    shared = {row.ref.canonical: row for row in cycle.framework.shared_indicators if row.ref.canonical}
    hint = "Take over what the council has for it, or ask the policy officer to change it for all."
    for plan in cycle.plans:
        for indicator in plan.indicators:
            council = shared.get(indicator.ref.canonical)
            if council is None:
                continue
            units = (unit_of(indicator), unit_of(council))
            goods = (folded(indicator.polarity), folded(council.polarity))
            if all(units) and units[0] != units[1]:
                message = (
                    f"{called(indicator)} is counted as '{in_short(indicator.unit)}', and by the whole council as "
                    f"'{in_short(council.unit)}'."
                )
                yield Hit(SHARED_DIFFERS, message, hint, plan.service, indicator, "unit")
            elif all(goods) and goods[0] != goods[1]:
                message = (
                    f"{goods[0].capitalize()} is good for {called(indicator)}, and {goods[1]} for the whole council."
                )
                yield Hit(SHARED_DIFFERS, message, hint, plan.service, indicator, "good_is")


_READ = (TargetKind.NUMBER, TargetKind.PERCENT)


def _figures(indicator: Indicator) -> Iterator[tuple[str, Target]]:
    """Every cell of an indicator that holds a figure, by its field."""
    yield from ((f"targets {year}", figure) for year, figure in indicator.targets.items())
    yield from ((f"results {year}", figure) for year, figure in indicator.results.items())
    yield "baseline", indicator.baseline


def _is_change(text: str) -> bool:
    """Whether a figure is written as a change: "+2%"."""
    return text.strip()[:1] == "+"


def _clashes(unit: str, figure: Target) -> bool:
    """Whether the unit behind a figure cannot be that of the column. A number may be one of days; a sum may not."""
    written = unit_written(figure.text) if figure.meaning.kind in _READ else ""
    return bool(written) and unit != written and (unit != NUMBER or written in (PERCENT, MONEY))
