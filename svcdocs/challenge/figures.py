"""Questions about figures: targets beside results, risks by their score, sums asked for, and what is still owed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from svcdocs.challenge.asking import MOST_NAMED, Asking, all_named, listed, named
from svcdocs.model.as_written import Target
from svcdocs.model.calendar import said_date
from svcdocs.model.challenge import Question
from svcdocs.model.figures import figure
from svcdocs.model.findings import in_short
from svcdocs.model.names import folded
from svcdocs.model.owed import owed_to
from svcdocs.model.service_plan import Indicator, Risk
from svcdocs.model.targets import TargetKind

_FIGURES = (TargetKind.NUMBER, TargetKind.PERCENT)
_HIGH = 12
"""From this score a risk is high where the council's scale has no bands of its own (12 to 16 of 4 by 4)."""
_MOST_EASIER = 3


def easier_than_last_year(asking: Asking) -> Iterator[Question]:
    """Targets that ask for less than the latest result already is."""
    if asking.is_told("target-easier"):
        return
    found = [(row, *pair) for row in asking.plan.indicators if (pair := _compared(asking, row)) is not None]
    easier = [
        (row, then, now)
        for row, then, now in found
        if (_value(now[1]) < _value(then[1]) if folded(row.polarity) == "high" else _value(now[1]) > _value(then[1]))
    ]
    for row, then, now in easier[:_MOST_EASIER]:
        text = f"Why is the target of {named(row)} for {now[0]} {now[1]}, when the result for {then[0]} was {then[1]}?"
        why = f"{row.polarity.strip().capitalize()} is good, so that the target is easier than what was reached."
        yield asking.question(text, why, [(row, f"results {then[0]}"), (row, f"targets {now[0]}")])


def flat_targets(asking: Asking) -> Iterator[Question]:
    """Targets that stay at the latest result for all years of the plan."""
    if asking.is_told("target-flat"):
        return
    flat = []
    for row in asking.plan.indicators:
        pair = _compared(asking, row)
        targets = [row.targets[year] for year in _years(asking) if row.targets.get(year)]
        if pair is not None and all(_is_figure(one) and _value(one) == _value(pair[0][1]) for one in targets):
            flat.append((row, pair[1][0]))
    if flat:
        rows = [row for row, _ in flat]
        text = f"What would it take to do better than last year on {all_named(rows)}?"
        why = f"The targets of {len(rows)} of {len(asking.plan.indicators)} indicators are the latest result once more."
        yield asking.question(text, why, [(row, f"targets {year}") for row, year in flat])


def high_risks_without_action(asking: Asking) -> Iterator[Question]:
    """Risks of a high score for which nothing more is to be done."""
    high = _high(asking)
    rows = [
        (row, score)
        for row in asking.plan.risks
        if not row.further_action and (score := _score(row)) is not None and score >= high
    ]
    for row, score in sorted(rows, key=lambda pair: -pair[1])[:_MOST_EASIER]:
        text = f"What more will be done about the risk {named(row)}, and by when?"
        why = (
            f"It is scored {row.likelihood.strip()} × {row.impact.strip()} = {score}, which is high, and nothing "
            "stands under 'Further action'."
        )
        yield asking.question(text, why, [(row, "likelihood"), (row, "further_action")])


def sums_without_saving(asking: Asking) -> Iterator[Question]:
    """Bids that nobody has answered yet, in a plan that offers no saving."""
    plan = asking.plan
    open_bids = [bid for bid in plan.bids if folded(bid.state) not in ("agreed", "not agreed")]
    if not open_bids or not plan.money or any(folded(line.kind) == "saving" for line in plan.money):
        return
    for year in _years(asking):
        asked = [
            (bid, sum_)
            for bid in open_bids
            if (sum_ := figure(bid.amounts[year], unit="£") if year in bid.amounts else None)
        ]
        if asked:
            total = sum((sum_ for _, sum_ in asked), Decimal(0))
            parts = listed([f"£{sum_:,} for '{in_short(bid.what.plain)}'" for bid, sum_ in asked])
            text = f"What could the service give up, to pay for a part of the £{total:,} it asks for in {year}?"
            why = f"It asks for {parts}, and no line of its money is a saving."
            yield asking.question(text, why, [(bid, f"amounts {year}") for bid, _ in asked])
            return


def still_owed(asking: Asking) -> Iterator[Question]:
    """What is still to come to the plan."""
    owed = owed_to(asking.cycle, asking.plan)
    if owed:
        said = [_promise(one.what, one.who, said_date(one.when)) for one in owed[:MOST_NAMED]]
        text = f"When will it be here: {listed(said, len(owed) - len(said))}? What can be decided without it?"
        why = f"{len(owed)} {'thing is' if len(owed) == 1 else 'things are'} still owed to this plan."
        cells = [(one.record or one.asked, one.field if one.record else "who") for one in owed]
        yield asking.question(text, why, [(record, field) for record, field in cells if record is not None])


def _promise(what: str, who: str, when: str) -> str:
    named_ = in_short(what) or "a text"
    return " ".join(part for part in (f"'{named_}'", who and f"from {in_short(who)}", when and f"by {when}") if part)


def _compared(asking: Asking, row: Indicator) -> tuple[tuple[str, Target], tuple[str, Target]] | None:
    """The latest result and the first target of an indicator, each with its year, where both are figures."""
    if folded(row.polarity) not in ("high", "low"):
        return None
    results = [(year, row.results[year]) for year in sorted(row.results) if _is_figure(row.results[year])]
    targets = [(year, row.targets[year]) for year in _years(asking) if year in row.targets]
    targets = [pair for pair in targets if _is_figure(pair[1])]
    return (results[-1], targets[0]) if results and targets else None


def _years(asking: Asking) -> tuple[str, ...]:
    return asking.cycle.framework.years_of(asking.plan.service)


def _is_figure(target: Target) -> bool:
    return target.meaning.kind in _FIGURES and target.meaning.value is not None


def _value(target: Target) -> Decimal:
    assert target.meaning.value is not None
    return target.meaning.value


def _score(row: Risk) -> int | None:
    figures = [text.strip() for text in (row.likelihood, row.impact)]
    return (
        int(figures[0]) * int(figures[1]) if all(one.isdecimal() and len(one) < MOST_NAMED for one in figures) else None
    )


def _high(asking: Asking) -> int:
    """The lowest score of the highest band of the council's scale."""
    bands = [row.score for row in asking.cycle.framework.risk_scale if folded(row.axis) == "band"]
    lows = [int(low) for band in bands if (low := band.replace("–", "-").partition("-")[0].strip()).isdecimal()]
    return max(lows, default=_HIGH)
