"""Completeness: what a reader looks for on each row and under each objective."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.checks.names import called, either, elsewhere, headings_of
from svcdocs.checks.rule import ERROR, NOTE, WARNING, Example, Hit, Rule
from svcdocs.checks.unread import is_unread, may_be_named_unseen
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import USUAL_FORM
from svcdocs.model.service_plan import Action, Indicator, Risk, ServicePlan
from svcdocs.model.wordings import key_of

INCOMPLETE_ACTION = Rule(
    "action-incomplete",
    "An action lacks something a reader looks for",
    WARNING,
    ERROR,
    judged=True,
    message=(
        "The row of an action is blank where a reader looks for what will be done, what it is for, by when, who "
        "leads, or how anyone will know."
    ),
    remedy=(
        "Fill in the columns that the finding names: Action, For, 'Finish by' (or 'Step by' at every step), Lead, "
        "'How we will know'."
    ),
    example=Example(
        "Actions | Ref: HC1.1 | Lead: ",
        "Actions | Ref: HC1.1 | Lead: Tom Fell",
    ),
)
INCOMPLETE_INDICATOR = Rule(
    "indicator-incomplete",
    "An indicator lacks something a reader looks for",
    WARNING,
    ERROR,
    judged=True,
    message=(
        "The row of an indicator is blank where a reader looks for what is measured, its unit, whether high or low "
        "is good, a target, or who answers for it."
    ),
    remedy=(
        "Fill in the columns that the finding names: Indicator, Unit, 'Good is', a target of at least one year, and "
        "Who or another column of those responsible."
    ),
    example=Example(
        "Indicators | Ref: N1 | Unit: ",
        "Indicators | Ref: N1 | Unit: Number",
    ),
)
INCOMPLETE_RISK = Rule(
    "risk-incomplete",
    "A risk lacks something a reader looks for",
    NOTE,
    WARNING,
    judged=True,
    message=(
        "The row of a risk is blank where a reader looks for what may happen, how likely and how bad it is, or who "
        "watches it."
    ),
    remedy="Fill in the columns that the finding names: Cause, Likelihood, Impact, Owner.",
    example=Example(
        "Risks | Ref: R1 | Owner: ",
        "Risks | Ref: R1 | Owner: Tom Fell",
    ),
)
NAMELESS_RISK = Rule(
    "risk-nameless",
    "A row of the risks does not say what the risk is",
    WARNING,
    WARNING,
    judged=True,
    message=(
        "The row of a risk is blank where it should say what may happen; the finding names whatever else the row lacks."
    ),
    remedy="Fill in the columns that the finding names, Cause first; if the row is left over, delete it.",
    example=Example(
        "Risks | Cause:  | Resulting in: The server room stands under water | Likelihood: 2 | Impact: 4",
        "Risks | Cause: A pipe bursts | Resulting in: The server room stands under water | Likelihood: 2 | Impact: 4 | "
        "Controls: Valves are tested every spring | Owner: Tom Fell",
    ),
    covers=("risk-uncontrolled",),
)
EMPTY_OBJECTIVE = Rule(
    "objective-empty",
    "Nothing is planned for an objective",
    WARNING,
    WARNING,
    "service",
    judged=True,
    message="No action and no indicator names this objective, so the plan does not say what will be done for it.",
    remedy="Write its reference under For in the row of an action, or under Objective in that of an indicator.",
    example=Example(
        "Objectives | Ref: HC2 | Objective: Repairs are done the first time | Serves: A1",
        "Objectives | Ref: HC2 | Objective: Repairs are done the first time | Serves: A1\n"
        "Actions | Ref: HC2.1 | Action: Give each van the parts it uses most | For: HC2",
    ),
)

GAPS = (INCOMPLETE_ACTION, INCOMPLETE_INDICATOR, INCOMPLETE_RISK, NAMELESS_RISK, EMPTY_OBJECTIVE)
"""The rules that ask for more than a plan says, and which not every council's plans can answer."""

_ACTION = {
    "title": "what will be done",
    "serves": "what it is for",
    "finish": "when it will be done",
    "lead": "who leads",
    "outcome": "how anyone will know",
}
_INDICATOR = {
    "name": "what is measured",
    "unit": "what it is counted in",
    "good_is": "whether high or low is good",
    "targets": "what the target is",
    "lead": "who answers for it",
}
_RISK = {
    "cause": "what may happen",
    "likelihood": "how likely it is",
    "impact": "how bad it would be",
    "owner": "who watches it",
}


def incomplete_rows(cycle: Cycle) -> Iterator[Hit]:
    """Actions, indicators and risks with a blank where a reader looks for something; one finding a row.

    What stands in a cell that cannot be read, or belongs under a heading that is gone, has been told there.
    What a form of plan has no place for, or gets from the council, is not asked for there.
    """
    for plan in cycle.plans:
        by_label = cycle.framework.form_of(plan.service) != USUAL_FORM
        for action in plan.all_actions:
            told = _told_otherwise(cycle, plan, action) | ({"outcome"} if by_label else set())
            asked = {field: words for field, words in _ACTION.items() if field not in told}
            yield from _lacking(INCOMPLETE_ACTION, asked, plan, action, cycle)
        if by_label:
            yield from _blank_outcomes(cycle, plan)
        for indicator in (row for row in plan.indicators if not row.measures_nothing):
            asked = dict(_INDICATOR)
            if indicator.responsible or indicator.owner:
                del asked["lead"]
            if by_label:
                del asked["unit"], asked["good_is"]
            elif indicator.polarity:
                del asked["good_is"]
            years = cycle.framework.years_of(plan.service)
            if any(indicator.targets.get(year) for year in years or indicator.targets):
                del asked["targets"]
            yield from _lacking(INCOMPLETE_INDICATOR, asked, plan, indicator, cycle)
        for risk in plan.risks:
            yield from _lacking(*_asked_of(risk, cycle), plan, risk, cycle)


def objectives_with_nothing_under_them(cycle: Cycle) -> Iterator[Hit]:
    """An objective that no action or indicator names, and none of whose parts is named.

    While something of the actions or indicators cannot be read, or is yet to come, it may stand there.
    """
    for plan in cycle.plans:
        if may_be_named_unseen(cycle, plan):
            continue
        reached = _reached(cycle, plan)
        for objective in plan.objectives:
            if objective.ref.canonical and not objective.under and key_of(objective) not in reached:
                message = f"{called(objective)} has no action and no indicator."
                hint = (
                    "Write its reference under For in the row of an action, or under Objective in that of an indicator."
                )
                yield Hit(EMPTY_OBJECTIVE, message, hint, plan.service, objective, "ref")


def _told_otherwise(cycle: Cycle, plan: ServicePlan, action: Action) -> set[str]:
    """The fields of an action that may be blank because another cell, the sheet or the council says the same."""
    told = {"finish"} if action.steps and all(step.due for step in action.steps) else set[str]()
    if action.detail:
        told.add("title")
    if any(action is row for row in plan.council_actions):
        told.add("serves")
        named = (cycle.priority(action.ref), *(one.priority for one in cycle.named(plan.service, action.serves)))
        is_of_form = cycle.framework.form_of(plan.service) != USUAL_FORM
        told |= {"title"} if is_of_form and any(priority is not None for priority in named) else set()
    return told


def _blank_outcomes(cycle: Cycle, plan: ServicePlan) -> Iterator[Hit]:
    """Where the label of the outcome is printed whether or not there is one: the rows without it, told together."""
    lacking = (action for action in plan.all_actions if not action.outcome and not is_unread(cycle, action, "outcome"))
    blank = [row for row in lacking if not Hit(INCOMPLETE_ACTION, "", "", plan.service, row).reason]
    if blank:
        first, *others = blank
        message = f"{called(first)} does not say {_ACTION['outcome']}.{elsewhere([(row, 'outcome') for row in others])}"
        hint = "Fill in 'How we will know'; or type Leave out there, and its label is not printed."
        yield Hit(INCOMPLETE_ACTION, message, hint, plan.service, first, "outcome")


def _reached(cycle: Cycle, plan: ServicePlan) -> set[str]:
    """The keys of all that actions and indicators name, and of what that is a part of or stands for in a table."""
    cells = (*(action.serves for action in plan.all_actions), *(row.objective for row in plan.indicators))
    reached = {key for refs in cells for key in cycle.keys(plan.service, refs)}
    above = {key_of(part): cycle.keys(plan.service, part.under) for part in plan.objectives if part.under}
    new = reached
    while new:
        new = {whole for key in new for whole in above.get(key, ())} - reached
        reached |= new
    return reached


def _asked_of(risk: Risk, cycle: Cycle) -> tuple[Rule, dict[str, str]]:
    """What the row of a risk is asked for, and by which rule: where it does not say what may happen, all at once."""
    if risk.cause or is_unread(cycle, risk, "cause"):
        return INCOMPLETE_RISK, _RISK
    is_bare = not risk.controls and not risk.further_action
    return NAMELESS_RISK, _RISK | ({"controls": "what is in place against it"} if is_bare else {})


def _lacking(
    rule: Rule, asked: dict[str, str], plan: ServicePlan, record: Action | Indicator | Risk, cycle: Cycle
) -> Iterator[Hit]:
    # Targets that are asked for have none for a year of the plan, whatever they say of other years.
    lacking = (field for field in asked if field == "targets" or not getattr(record, field))
    blank = [field for field in lacking if not is_unread(cycle, record, field)]
    if blank:
        message = f"{called(record)} does not say {either([asked[field] for field in blank])}."
        year = next(iter(cycle.framework.years_of(plan.service)), "")
        cells = [f"{field} {year}".strip() if field == "targets" else field for field in blank]
        hint = f"Fill in {headings_of(record, cells)} in its row."
        yield Hit(rule, message, hint, plan.service, record, cells[0])
