"""Risks: on the council's scale, held by controls, no worse for them, and acted on where they are high."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from svcdocs.checks.names import called
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.checks.unread import is_awaited, is_sheet_unread, is_unread
from svcdocs.model.amounts import read_number
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.framework import RiskLevel
from svcdocs.model.names import folded
from svcdocs.model.risk_scale import BAND, IMPACT, LIKELIHOOD, band_of, is_in_highest_band, levels_of, product_of
from svcdocs.model.service_plan import Risk, ServicePlan
from svcdocs.model.wordings import key_of

_SCALE = "\n".join(
    (
        *(f"Framework/Risk scale | Scale: {axis} | Score: {n}" for axis in (LIKELIHOOD, IMPACT) for n in range(1, 5)),
        "Framework/Risk scale | Scale: Band | Score: 1-4 | Label: Low",
        "Framework/Risk scale | Scale: Band | Score: 12-16 | Label: High",
    )
)
_ROW = "Risks | Ref: R2 | Cause: Rents rise | Owner: Tom Fell"
OFF_SCALE = Rule(
    "risk-off-scale",
    "A risk is not scored on the council's scale",
    WARNING,
    WARNING,
    message="A likelihood, an impact or a score is none of the council's scale, or its word is that of another step.",
    remedy="Choose a step of the scale; a score is likelihood times impact.",
    example=Example(
        f"{_SCALE}\n{_ROW} | Likelihood: 6 | Impact: 2 | Controls: Watched monthly",
        f"{_SCALE}\n{_ROW} | Likelihood: 4 | Impact: 2 | Controls: Watched monthly",
    ),
)
WORSE = Rule(
    "risk-residual-higher",
    "A risk is worse with its controls than without",
    WARNING,
    WARNING,
    judged=True,
    message="The score that is left of a risk once controls work is higher than the score as things stand; or the "
    "score aimed at is higher than the one that is left.",
    remedy="Correct the scores: each should be no higher than the one before.",
    example=Example(
        f"{_SCALE}\n{_ROW} | Likelihood: 2 | Impact: 3 | Residual score: 12 | Controls: Watched monthly | "
        "Further action: Reserve in 2027",
        f"{_SCALE}\n{_ROW} | Likelihood: 4 | Impact: 3 | Residual score: 6 | Controls: Watched monthly | "
        "Further action: Reserve in 2027",
    ),
)
UNCONTROLLED = Rule(
    "risk-uncontrolled",
    "A risk has no controls",
    NOTE,
    WARNING,
    judged=True,
    message="A risk has been scored, and nothing is said of what holds it.",
    remedy="Say under Controls what is in place, or under 'Further action' what will be done.",
    example=Example(
        f"{_SCALE}\n{_ROW} | Likelihood: 2 | Impact: 2 | Controls: ",
        f"{_SCALE}\n{_ROW} | Likelihood: 2 | Impact: 2 | Controls: Watched monthly",
    ),
)
UNANSWERED = Rule(
    "risk-high-no-action",
    "Nothing more is planned against a high risk",
    NOTE,
    WARNING,
    judged=True,
    message="A risk stays in the highest band of the council's scale, and no action is planned against it.",
    remedy="Say under 'Further action' what will be done, or name the risk under 'Main risk' of an action.",
    example=Example(
        f"{_SCALE}\n{_ROW} | Likelihood: 4 | Impact: 4 | Controls: Watched monthly",
        f"{_SCALE}\n{_ROW} | Likelihood: 4 | Impact: 4 | Controls: Watched monthly | Further action: Buy by June 2027",
    ),
)

_AXES = (("likelihood", LIKELIHOOD), ("impact", IMPACT))
_ACTIONS = ("actions", "council_actions")
_SCORES = ("residual", "target")
_STEP = re.compile(r"(?P<figure>\d+(?:\.\d+)?)?[\s()–—:=/-]*(?P<word>[a-z][a-z ]*?)?\)?", re.IGNORECASE)
"""A step or score with or without a word: "4", "Likely", "4 - Likely", "12 (High)"."""


def risks_off_the_scale(cycle: Cycle) -> Iterator[Hit]:
    """A likelihood, impact or score that the council's scale does not have; once a risk, at its first cell."""
    scale = cycle.framework.risk_scale
    for plan in cycle.plans:
        for risk in plan.risks:
            told = next(_off_scale(scale, risk), None)
            if told is not None:
                field, wrong = told
                message = f"'{in_short(getattr(risk, field))}' for {called(risk)} {wrong}."
                yield Hit(OFF_SCALE, message, _choose(scale, field), plan.service, risk, field)


def risks_worse_with_controls(cycle: Cycle) -> Iterator[Hit]:
    """A score that is left once controls work and is higher than before, or one aimed at that is higher than that."""
    scale = cycle.framework.risk_scale
    for plan in cycle.plans:
        for risk in plan.risks:
            inherent = product_of(scale, risk.likelihood, risk.impact)
            left, aim = _score(risk.residual), _score(risk.target)
            hint = "Correct the scores: each should be no higher than the one before."
            if inherent is not None and left is not None and left > inherent:
                message = f"{called(risk)} scores {inherent:f} as things stand, and {left:f} once its controls work."
                yield Hit(WORSE, message, hint, plan.service, risk, "residual")
            elif left is not None and aim is not None and aim > left:
                message = f"{called(risk)} is to score {aim:f}, and scores {left:f} once its controls work."
                yield Hit(WORSE, message, hint, plan.service, risk, "target")


def risks_without_controls(cycle: Cycle) -> Iterator[Hit]:
    """A risk of which something was scored, and of which nobody says what holds it or what will be done.

    Half a score is enough: who completes the score because the row lacks it should not hear of this afterwards.
    """
    for plan in cycle.plans:
        for risk in plan.risks:
            if not (risk.likelihood or risk.impact) or risk.controls or risk.further_action:
                continue
            if any(is_unread(cycle, risk, field) for field in ("controls", "further_action")):
                continue
            message = f"{called(risk)} does not say what is in place against it."
            hint = "Say under Controls what is in place, or under 'Further action' what will be done."
            yield Hit(UNCONTROLLED, message, hint, plan.service, risk, "controls")


def high_risks_without_action(cycle: Cycle) -> Iterator[Hit]:
    """A risk that stays in the highest band, with no further action, and that no action of the plan answers."""
    scale = cycle.framework.risk_scale
    for plan in cycle.plans:
        if is_awaited(cycle, plan.service, _ACTIONS) or is_sheet_unread(cycle, plan.service, _ACTIONS):
            continue
        answered = _answered(plan)
        for risk in plan.risks:
            left = _score(risk.residual)
            score = product_of(scale, risk.likelihood, risk.impact) if left is None else left
            if score is None or not is_in_highest_band(scale, score) or risk.further_action:
                continue
            # Without controls it has been told already; by what it threatens it may be an action's own risk.
            is_told = not risk.controls or is_unread(cycle, risk, "further_action")
            if is_told or risk.ref.canonical in answered or key_of(risk) in answered:
                continue
            message = f"{called(risk)} stays at {score:f}, in the highest band, and nothing more is to be done."
            hint = "Say under 'Further action' what will be done, or name the risk under 'Main risk' of an action."
            yield Hit(UNANSWERED, message, hint, plan.service, risk, "further_action")


def _off_scale(scale: tuple[RiskLevel, ...], risk: Risk) -> Iterator[tuple[str, str]]:
    """The fields of a risk that are off the scale, each with what is wrong, to stand behind what was typed."""
    for field, axis in _AXES:
        levels, match = levels_of(scale, axis), _STEP.fullmatch(getattr(risk, field).strip())
        if not levels or match is None:
            continue
        figure, word = read_number(match["figure"] or ""), folded(match["word"] or "")
        labels = {folded(level.label): read_number(level.score) for level in levels}
        scores = [score for score in labels.values() if score is not None]
        if figure is not None and scores and figure not in {read_number(level.score) for level in levels}:
            yield field, f"is not on the council's scale, which runs from {min(scores):f} to {max(scores):f}"
        elif word and word in labels and figure is not None and labels[word] != figure:
            yield field, "has the word of another step of the council's scale"
        elif figure is None and word and word not in labels and word not in _OPEN and len(word.split()) < _A_SENTENCE:
            yield field, "is no word of the council's scale"
    for field in _SCORES:
        match = _STEP.fullmatch(getattr(risk, field).strip())
        score = read_number(match["figure"] or "") if match else None
        band, products = band_of(scale, score) if score is not None else None, _products(scale)
        if match is None or score is None:
            continue
        if products and score not in products:
            yield field, "is no score that the council's scale can give"
        elif _is_band(scale, match["word"] or "") and (band is None or folded(band.label) != folded(match["word"])):
            yield field, "has the word of another band of the council's scale"


def _choose(scale: tuple[RiskLevel, ...], field: str) -> str:
    """What may stand in a field of a risk."""
    steps = [level.score.strip() for axis in _AXES if axis[0] == field for level in levels_of(scale, axis[1])]
    named = [step for step in steps if step]
    return f"Choose one of: {', '.join(named)}." if named else "A score is likelihood times impact: correct it."


_OPEN = {"", "n/a", "na", "none", "nil", "tbc", "tba", "leave out", "not scored"}
_A_SENTENCE = 4


def _products(scale: tuple[RiskLevel, ...]) -> set[Decimal]:
    """Every score that a likelihood and an impact of the scale make."""
    one, other = (
        [score for level in levels_of(scale, axis) if (score := read_number(level.score)) is not None]
        for _, axis in _AXES
    )
    return {likelihood * impact for likelihood in one for impact in other}


def _is_band(scale: tuple[RiskLevel, ...], word: str) -> bool:
    return bool(word) and folded(word) in {folded(level.label) for level in levels_of(scale, BAND)}


def _score(written: str) -> Decimal | None:
    match = _STEP.fullmatch(written.strip())
    return read_number(match["figure"] or "") if match else None


def _answered(plan: ServicePlan) -> set[str]:
    """The risks that actions name as their main risk, by reference; by key those that name an action they threaten."""
    named = {ref for action in plan.all_actions for ref in re.findall(r"\w+", action.risk.plain.upper())}
    refs = {action.ref.canonical for action in plan.all_actions if action.ref.canonical}
    threatened = {key_of(risk) for risk in plan.risks if any(ref.canonical in refs for ref in risk.serves.items)}
    own = {risk.ref.canonical for risk in plan.risks if risk.ref.canonical}
    return (named & own) | threatened
