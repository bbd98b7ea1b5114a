"""What stands in two places: a target in the text and in the table, a sum in an action and in its bid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from svcdocs.checks.names import called
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.amounts import AmountKind, read_amount, read_number
from svcdocs.model.as_written import Target, canonical_ref
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.resources import Bid
from svcdocs.model.service_plan import Indicator, ServicePlan
from svcdocs.model.targets import TargetKind

TARGET = Rule(
    "target-restated",
    "A target in the text is not that of the table",
    NOTE,
    WARNING,
    "service",
    message="A sentence names an indicator and gives a target for it that its row does not have.",
    remedy="Correct the text or the row of the indicator.",
    example=Example(
        "Text | Section: About our service | Text: Our target for SX052 is 95%.\n"
        "Indicators | Ref: SX052 | Indicator: Calls answered | Unit: Percentage | Target 2027/28: 90%",
        "Text | Section: About our service | Text: Our target for SX052 is 90%.\n"
        "Indicators | Ref: SX052 | Indicator: Calls answered | Unit: Percentage | Target 2027/28: 90%",
    ),
)
SUM = Rule(
    "bid-restated",
    "An action gives another sum than its bid",
    NOTE,
    WARNING,
    "service",
    judged=True,
    message="An action names a bid and a sum, and the bid asks for another.",
    remedy="Correct the sum in the action or in the bid.",
    example=Example(
        "Bids | Ref: LB1 | What for: Changing rooms | Asked for 2027/28: £64,000\n"
        "Actions | Ref: L1 | Action: Renew the changing rooms | Extra resources: £46,000, bid LB1",
        "Bids | Ref: LB1 | What for: Changing rooms | Asked for 2027/28: £64,000\n"
        "Actions | Ref: L1 | Action: Renew the changing rooms | Extra resources: £64,000, bid LB1",
    ),
)

_REF = re.compile(r"\b[A-Z]{1,4} ?\d{1,4}\b")
_TARGET = re.compile(
    r"\btargets?\b[^.;]*?\b(?:is|are|of|to|be)\s+(?:about |at least |no more than )?(?P<figure>£?\d[\d,]*(?:\.\d+)?)\s?"
    r"(?P<percent>%|per ?cent)?",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"(?<=[.!?;])\s+(?=[A-Z‘“'\"(])|\n")
_SUM = re.compile(r"£\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:k|m|million)\b)?", re.IGNORECASE)


def targets_stated_otherwise(cycle: Cycle) -> Iterator[Hit]:
    """A sentence of the text or of an action that names one indicator and a target that is none of its figures."""
    for plan in cycle.plans:
        indicators = {row.ref.canonical: row for row in plan.indicators if row.ref.canonical}
        for record, field, text in _texts(plan) if indicators else ():
            hit = next(
                (
                    hit
                    for part in _SENTENCE_ENDS.split(text)
                    for hit in _otherwise(plan, indicators, record, field, part)
                ),
                None,
            )
            if hit is not None:
                yield hit


def sums_stated_otherwise(cycle: Cycle) -> Iterator[Hit]:
    """An action that names one bid of its plan and one sum, which is none that the bid asks for in a year or in all."""
    for plan in cycle.plans:
        bids = {bid.ref.canonical: bid for bid in plan.bids if bid.ref.canonical}
        for action in plan.all_actions if bids else ():
            text = action.resources.plain
            named = {ref: bids[ref] for ref in map(canonical_ref, re.findall(r"[\w.]+", text)) if ref in bids}
            sums = [amount for found in _SUM.findall(text) for amount in [read_amount(found).low] if amount is not None]
            if len(named) != 1 or len(sums) != 1:
                continue
            bid = next(iter(named.values()))
            asked = _asked(bid)
            if asked and sums[0] not in asked:
                told = ", ".join(f"£{amount:,f}" for amount in asked[: len(bid.amounts)])
                message = f"{called(action)} gives £{sums[0]:,f}, and bid {in_short(str(bid.ref))} asks for {told}."
                hint = "Correct the sum in the action or in the bid."
                yield Hit(SUM, message, hint, plan.service, action, "resources")


def _texts(plan: ServicePlan) -> Iterator[tuple[Record, str, str]]:
    yield from ((passage, "text", passage.text.plain) for passage in plan.passages)
    yield from ((action, "outcome", action.outcome.plain) for action in plan.all_actions)


def _otherwise(
    plan: ServicePlan, indicators: dict[str, Indicator], record: Record, field: str, sentence: str
) -> Iterator[Hit]:
    stated = list(_TARGET.finditer(sentence))
    if len(stated) != 1:
        return
    named = {ref: indicators[ref] for ref in map(canonical_ref, _REF.findall(sentence)) if ref in indicators}
    value = read_number(stated[0]["figure"])
    if len(named) != 1 or value is None:
        return
    (indicator,) = named.values()
    known = _figures(indicator)
    # A figure that is no percentage may be a year or a part of something else where the indicator is one.
    is_percent = stated[0]["percent"] is not None
    if known and value not in known.values() and is_percent == _is_percentage(indicator):
        message = (
            f"The text gives a target of {stated[0]['figure']}{'%' if is_percent else ''} for {called(indicator)}."
        )
        hint = "Correct the text or the row of the indicator."
        yield Hit(TARGET, message, hint, plan.service, record, field)


def _figures(indicator: Indicator) -> dict[str, Decimal]:
    """Every figure of an indicator by the field in which it stands; none where it has no target in figures."""
    cells = {f"targets {year}": figure for year, figure in indicator.targets.items()}
    has_target = any(_value(figure) is not None for figure in cells.values())
    cells |= {f"results {year}": figure for year, figure in indicator.results.items()} | {
        "baseline": indicator.baseline
    }
    found = {field: value for field, figure in cells.items() if (value := _value(figure)) is not None}
    return found if has_target else {}


def _value(figure: Target) -> Decimal | None:
    meaning = figure.meaning
    return meaning.value if meaning.kind in (TargetKind.NUMBER, TargetKind.PERCENT) else None


def _is_percentage(indicator: Indicator) -> bool:
    signs = any(figure.meaning.kind is TargetKind.PERCENT for figure in indicator.targets.values())
    return signs or indicator.unit.strip().casefold() in ("%", "percent", "per cent", "percentage")


def _asked(bid: Bid) -> list[Decimal]:
    """What a bid asks for: in each year, and in all."""
    meanings = [amount.meaning for amount in bid.amounts.values()]
    sums = [meaning.low for meaning in meanings if meaning.kind is AmountKind.AMOUNT and meaning.low is not None]
    if any(meaning.kind is AmountKind.WORDS or meaning.kind is AmountKind.RANGE for meaning in meanings):
        return []
    return [*sums, sum(sums, Decimal(0))] if sums else []
