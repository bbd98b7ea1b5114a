"""Consolidation, told top-down: from the linked plans to the council's view of its year."""

from __future__ import annotations

from dataclasses import replace

from svcdocs.corporate.bids import asked_of
from svcdocs.corporate.leads import leads_of
from svcdocs.corporate.measures import measured, measures_of, unmeasured
from svcdocs.corporate.money import money_of
from svcdocs.corporate.resources import resources_of
from svcdocs.corporate.risks import top_risks
from svcdocs.corporate.scorecard import scorecard_of
from svcdocs.corporate.thread import aims_of, headlines, strands_of, unserved
from svcdocs.corporate.workforce import workforce_of
from svcdocs.model.answers import is_yes
from svcdocs.model.corporate_view import Aim, Awaited, CorporateView, ServiceCounts
from svcdocs.model.cycle import Cycle
from svcdocs.model.service_plan import ServicePlan


def consolidate(cycle: Cycle) -> CorporateView:
    """The council's view of all plans that have come in. Nothing is dropped: what cannot be counted is named."""
    strands = strands_of(cycle)
    measures = measures_of(cycle, strands)
    aims = tuple(
        replace(measured(aim, measures), resources=resources_of(cycle, aim)) for aim in aims_of(cycle, strands)
    )
    return CorporateView(
        aims=aims,
        other_headlines=headlines(strands.loose),
        unserved=unserved(cycle, strands),
        loose=strands.loose,
        scorecard=scorecard_of(cycle),
        risks=top_risks(cycle),
        workforce=workforce_of(cycle),
        money=money_of(cycle),
        asked=asked_of(cycle),
        leads=leads_of(cycle),
        counts=tuple(_counts(plan, aims) for plan in cycle.plans),
        awaited=tuple(_awaited(cycle, service) for service in cycle.awaited),
        unmeasured=unmeasured(cycle, aims),
        loose_measures=tuple(one for one in measures if one.is_loose),
    )


def _counts(plan: ServicePlan, aims: tuple[Aim, ...]) -> ServiceCounts:
    return ServiceCounts(
        service=plan.service,
        objectives=sum(1 for objective in plan.objectives if not objective.under),
        actions=len(plan.all_actions),
        headlines=sum(1 for action in plan.all_actions if is_yes(action.headline)),
        indicators=sum(not row.measures_nothing for row in plan.indicators),
        risks=len(plan.risks),
        council_actions=sum(
            any(one.service == plan.service for one in action.contributions)
            for aim in aims
            for action in aim.council_actions
            if not action.priority.withdrawn_on
        ),
    )


def _awaited(cycle: Cycle, service: str) -> Awaited:
    row = cycle.framework.service(service)
    return Awaited(service, row.deadline.text if row is not None else "")
