"""Completeness: what each stage of the plan asks of a row, a section and the plan as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.checks.names import called
from svcdocs.checks.rule import ERROR, NOTE, WARNING, Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import CellRef
from svcdocs.model.framework import Framework, Section
from svcdocs.model.service_plan import Action, Indicator, Passage, Risk, ServicePlan

INCOMPLETE_ACTION = Rule("action-incomplete", "An action lacks something a reader will look for", WARNING, ERROR)
INCOMPLETE_INDICATOR = Rule(
    "indicator-incomplete", "An indicator lacks something a reader will look for", WARNING, ERROR
)
INCOMPLETE_RISK = Rule("risk-incomplete", "A risk lacks something a reader will look for", NOTE, WARNING)
EMPTY_OBJECTIVE = Rule("objective-empty", "Nothing is planned for an objective", WARNING, WARNING, "service")
EMPTY_SECTION = Rule("section-empty", "A section has no text", NOTE, ERROR, "service")
OWED = Rule("still-owed", "Something is still to come", NOTE, ERROR, "other")
NOT_READY = Rule("not-ready", "The workbook has not been declared ready", NOTE, WARNING)
NO_SIGNATURE = Rule("no-signature", "Nobody is down to sign the plan", NOTE, ERROR, "officer")
FRAMEWORK_GAP = Rule("framework-gap", "The framework lacks what every document needs", ERROR, ERROR, "officer")

_ACTION = {"serves": "what it is for", "finish": "by when", "lead": "who leads", "outcome": "how anyone will know"}
_INDICATOR = {
    "unit": "its unit",
    "good_is": "whether high or low is good",
    "targets": "a target",
    "lead": "who answers for it",
}
_RISK = {"likelihood": "how likely it is", "impact": "how bad it would be", "owner": "who watches it"}


def incomplete_rows(cycle: Cycle) -> Iterator[Hit]:
    """Actions, indicators and risks with a blank where a reader looks for something; one finding a row."""
    for plan in cycle.plans:
        for action in plan.all_actions:
            yield from _lacking(INCOMPLETE_ACTION, plan, action, _ACTION)
        for indicator in plan.indicators:
            yield from _lacking(INCOMPLETE_INDICATOR, plan, indicator, _INDICATOR)
        for risk in plan.risks:
            yield from _lacking(INCOMPLETE_RISK, plan, risk, _RISK)


def objectives_with_nothing_under_them(cycle: Cycle) -> Iterator[Hit]:
    """An objective that no part, action or indicator names."""
    for plan in cycle.plans:
        named = {ref.canonical for action in plan.all_actions for ref in action.serves.items}
        named |= {ref.canonical for indicator in plan.indicators for ref in indicator.objective.items}
        reached = named | {part.under.canonical for part in plan.objectives if part.ref.canonical in named}
        for objective in plan.objectives:
            key = objective.ref.canonical
            if key and not objective.under and key not in reached:
                yield Hit(
                    EMPTY_OBJECTIVE,
                    f"{called(objective)} has no action and no indicator.",
                    f"Name {objective.ref} under For on an action, or drop the objective.",
                    plan.service,
                    objective,
                    "ref",
                )


def empty_sections(cycle: Cycle) -> Iterator[Hit]:
    """A section that the stage requires and that has neither text nor a table or list of its own."""
    for plan in cycle.plans:
        filled = {passage.section.casefold() for passage in plan.passages if passage.text or passage.owed_by}
        for section in cycle.framework.sections:
            names = {section.key.casefold(), section.heading.casefold()}
            if (
                _is_required(section, cycle.framework)
                and not names & filled
                and not _has_own_content(section, plan, cycle)
            ):
                yield Hit(
                    EMPTY_SECTION,
                    f"The section '{section.heading or section.key}' has no text.",
                    "Write it on the sheet Text; or, if it is still to come, say who owes it and by when.",
                    plan.service,
                    where=_sheet_of(plan, "Text"),
                )


def things_still_owed(cycle: Cycle) -> Iterator[Hit]:
    """Text or figures promised for later: legal in draft, not in final."""
    for plan in cycle.plans:
        for passage in plan.passages:
            if is_owed(passage):
                by = f" by {passage.owed_by}" if passage.owed_by else ""
                on = f", due {passage.owed_on}" if passage.owed_on else ""
                what = passage.text.plain.split("\n", 1)[0] or passage.section
                hint = f"Ask {passage.owed_by or 'whoever owes it'} for it and put it in place of the promise."
                yield Hit(OWED, f"'{what}' is still owed{by}{on}.", hint, plan.service, passage, "text")


def workbooks_not_declared_ready(cycle: Cycle) -> Iterator[Hit]:
    """A return whose guide does not say that it is ready."""
    for plan in cycle.plans:
        if plan.declaration.ready.casefold() != "yes":
            hint = "When everything is in it, answer Yes to 'Ready to send' on the sheet Guide."
            message = f"The workbook of {plan.service} has not been declared ready."
            yield Hit(NOT_READY, message, hint, plan.service, plan.declaration, "ready")


def plans_nobody_signs(cycle: Cycle) -> Iterator[Hit]:
    """A service for which the framework names nobody who signs."""
    named = {row.service.casefold() for row in cycle.framework.signatures}
    for plan in cycle.plans:
        if "" not in named and plan.service.casefold() not in named:
            hint = "Add a row for it on the sheet Sign-off of the framework."
            yield Hit(NO_SIGNATURE, f"Nobody is down to sign the plan of {plan.service}.", hint, plan.service)


def framework_gaps(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: no council, no year that can be read, no services."""
    framework = cycle.framework
    if not framework.about.council:
        yield Hit(
            FRAMEWORK_GAP,
            "The council has no name.",
            "Fill in Council on the sheet About.",
            "",
            framework.about,
            "council",
        )
    if not framework.plan_years:
        typed = framework.about.first_year
        message = f"'{typed}' is not a financial year." if typed else "The first year of the plans is not given."
        hint = "Write it as 2027/28 in First year on the sheet About."
        yield Hit(FRAMEWORK_GAP, message, hint, "", framework.about, "first_year")
    if not framework.service_names:
        hint = "Add a row for each service on the sheet 'Services and teams'."
        yield Hit(FRAMEWORK_GAP, "No service is named, so there is no plan to make.", hint)


def is_owed(passage: Passage) -> bool:
    """Whether a passage is a promise of words still to come."""
    return bool(passage.owed_by or passage.owed_on) or passage.kind == "To be added"


def _lacking(rule: Rule, plan: ServicePlan, record: Action | Indicator | Risk, asked: dict[str, str]) -> Iterator[Hit]:
    blank = [field for field in asked if not getattr(record, field)]
    if blank:
        words = [asked[field] for field in blank]
        listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
        yield Hit(
            rule,
            f"{called(record)} does not say {listed}.",
            "Fill in what is blank on its row.",
            plan.service,
            record,
            blank[0],
        )


def _is_required(section: Section, framework: Framework) -> bool:
    required = section.required.casefold()
    return (
        required == "draft" or (required == "final" and framework.is_final) or (required == "" and framework.is_final)
    )


def _has_own_content(section: Section, plan: ServicePlan, cycle: Cycle) -> bool:
    """Whether a section prints something that does not come from the sheet Text, its own or its parts'."""
    own = {
        "SWOT": plan.swot,
        "External drivers": plan.drivers,
        "Key partners": plan.partners,
        "Service objectives": plan.objectives,
        "Financial resources": plan.money,
        "Workforce": plan.posts,
        "Risks": plan.risks,
        "Action plan": plan.all_actions,
        "Indicators": plan.indicators,
        "Values": cycle.framework.values,
        "Council objectives": cycle.framework.priorities,
        "Council actions": cycle.framework.priorities,
    }
    parts = [part for part in cycle.framework.sections if part.under == section.key]
    texts = {passage.section.casefold() for passage in plan.passages}
    return (
        bool(own.get(section.key))
        or bool(section.lead_in)
        or any(part.key.casefold() in texts or own.get(part.key) for part in parts)
    )


def _sheet_of(plan: ServicePlan, sheet: str) -> CellRef | None:
    place = plan.declaration.cell()
    return CellRef(place.file, sheet) if place else None
