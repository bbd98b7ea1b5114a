"""From the workbooks of a service to its plan, and from a plan to what belongs into each of its workbooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from svcdocs.model.assignments import PARTS, Assignment, contributors_to
from svcdocs.model.base import Record
from svcdocs.model.finance import Finance
from svcdocs.model.framework import Framework
from svcdocs.model.names import all_folded, folded
from svcdocs.model.service_plan import Passage, ServicePlan
from svcdocs.model.teams import names_of
from svcdocs.workbook.reader import Reading


def assemble(service: str, readings: Sequence[Reading]) -> ServicePlan:
    """The plan of a service from its workbooks, in the order given: sheet by sheet, one workbook after another."""
    held: dict[str, Any] = {}
    for part in PARTS.values():
        held[part] = tuple(record for reading in readings for record in reading.plans.get(service, {}).get(part, ()))
    held["declarations"] = tuple(reading.declaration for reading in readings if reading.gives_to(service))
    # The readers have made these records already; validating them once more would cost as much as reading them.
    return ServicePlan.model_construct(None, service=service, **held)


def finance_of(readings: Iterable[Reading]) -> Finance:
    """What the finance workbooks say of all figures, in the order given: the first states what there is one of."""
    said = [reading.finance for reading in readings if reading.finance is not None]
    if not said:
        return Finance()
    return said[0].model_copy(
        update={
            "columns": tuple(row for finance in said for row in finance.columns),
            "totals": tuple(row for finance in said for row in finance.totals),
        }
    )


def share_of(plan: ServicePlan, assignment: Assignment, framework: Framework) -> ServicePlan:
    """The part of a whole plan that belongs into one contributor's workbook.

    Each record belongs into one workbook: that of its team, if its team has one that asks for it; else the first that
    asks for it and is no team's. What fits nobody goes to the workbook that leads.
    """
    others = contributors_to(framework, plan.service)
    mine = folded(assignment.contributor)
    held: dict[str, Any] = {
        part: tuple(row for row in getattr(plan, part) if _home(part, row, plan.service, others, framework) == mine)
        for part in PARTS.values()
    }
    names = all_folded(one.contributor for one in others)
    leads = not others or folded(others[0].contributor) == mine
    held["declarations"] = tuple(
        row
        for row in plan.declarations
        if folded(row.contributor) == mine or (leads and folded(row.contributor) not in names)
    )
    return ServicePlan.model_construct(None, service=plan.service, **held)


def _home(part: str, record: Record, service: str, contributors: Sequence[Assignment], framework: Framework) -> str:
    """Whose workbook a record belongs into, folded."""
    asked = [one for one in contributors if part in one.parts]
    if isinstance(record, Passage):
        section = framework.section(record.section, service)
        key = section.key if section is not None else None  # nobody has been asked for a section that is none
        asked = [one for one in asked if key in one.sections]
    team = folded(getattr(record, "team", ""))
    of_team = (one for one in asked if team and team in _team_names(one, framework))
    of_none = (one for one in asked if not one.team)
    home = next(of_team, None) or next(of_none, None) or next(iter(contributors), None)
    return folded(home.contributor) if home else ""


def _team_names(assignment: Assignment, framework: Framework) -> frozenset[str]:
    """Every name of the team a workbook is about."""
    rows = (row for row in framework.teams_of(assignment.service) if not assignment.central)
    return all_folded(name for row in rows if row.team == assignment.team for name in names_of(row))
