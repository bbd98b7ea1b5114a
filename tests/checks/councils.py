"""A council that has everything in order, for tests that spoil one thing at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from svcdocs.checks.run import checked
from svcdocs.model.base import Origin, Record
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.finance import Finance
from svcdocs.model.findings import Finding
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan

FRAMEWORK: dict[str, Any] = {
    "about": {"council": "Fenmoor District Council", "first_year": "2027/28", "years": "2"},
    "priorities": [
        {"level": "Aim", "ref": "A", "text": "Homes for all"},
        {"level": "Council action", "ref": "A1", "text": "Build 150 homes", "under": "A", "lead_services": "Housing"},
        {"level": "Item", "ref": "i)", "text": "Find the land"},
    ],
    "services": [
        {"service": "Housing", "also_called": "Homes", "manager": "Joan Ashdown"},
        {"service": "Housing", "team": "Homelessness", "also_called": "Rough sleeping"},
        {"service": "Housing", "team": "Repairs"},
    ],
    "people": [
        {"name": "Tom Fell", "post": "Housing Options Manager", "abbreviation": "HOM", "also_written": "T Fell"}
    ],
    "signatures": [{"role": "Cabinet"}],
    "sections": [
        {"key": "About our service", "heading": "About our service", "required": "Final"},
        {"key": "Achievements", "heading": "Achievements in {last year}", "required": "Draft", "word_limit": "10"},
        {"key": "Risks", "heading": "Risks", "required": "Final"},
    ],
    "shared_indicators": [{"ref": "SX052", "name": "Complaints"}],
}
PLAN: dict[str, Any] = {
    "service": "Housing",
    "declarations": [{"ready": "Yes"}],
    "passages": [
        {"section": "About our service", "text": "We house people."},
        {"section": "achievements in 2026/27", "text": "We built 40 homes."},
    ],
    "objectives": [{"ref": "HC1", "text": "Fewer lose their home", "serves": "A, A1"}],
    "actions": [
        {
            "ref": "HC1.1",
            "title": "Open a shelter",
            "serves": "HC1",
            "finish": "March 2028",
            "lead": "Tom Fell",
            "outcome": "Nobody sleeps rough",
            "indicators": "N1, SX52",
            "team": "Rough  Sleeping",
            "steps": [{"text": "Agree the brief (May 2027)"}, {"text": "Build", "by": "January 2028"}],
        }
    ],
    "indicators": [
        {
            "ref": "N1",
            "name": "Rough sleepers",
            "unit": "Number",
            "good_is": "Low",
            "targets": {"2027/28": "4", "2028/29": "July 28"},
            "lead": "HOM",
            "objective": "HC1",
        }
    ],
    "risks": [{"ref": "R1", "cause": "Rents rise", "likelihood": "3", "impact": "4", "owner": "T Fell/ HOM"}],
    "posts": [{"team": "Repairs", "title": "Fitter", "fte": "2"}],
}


def framework(**changes: Any) -> Framework:
    """The framework with some sheets or answers of its form in place of its own."""
    about = {
        key: changes.pop(key)
        for key in ("stage", "first_year", "years", "council", "ends_on", "year_starts")
        if key in changes
    }
    made = Framework.model_validate(FRAMEWORK | {"about": FRAMEWORK["about"] | about} | changes)
    for held, sheet in (("about", "About"), ("priorities", "Priorities"), ("services", "Services and teams")):
        _place(getattr(made, held), "framework.xlsx", sheet)
    others = (
        "people",
        "signatures",
        "rules",
        "words",
        "shared_indicators",
        "money_columns",
        "calendar",
        "contributors",
        "sections",
    )
    for held in others:
        _place(getattr(made, held), "framework.xlsx", held.capitalize())
    return made


def plan(**changes: Any) -> ServicePlan:
    """The plan with some sheets in place of its own, each record on a row of its own."""
    made = ServicePlan.model_validate(PLAN | changes)
    for held in ServicePlan.model_fields:
        if held != "service":
            _place(getattr(made, held), "housing.xlsx", held.capitalize())
    for action in made.all_actions:
        for number, step in enumerate(action.steps):
            row = action.origin.row + number if action.origin else 0
            step.at(Origin("housing.xlsx", "Actions", row, {"text": "D", "by": "E"}))
    return made


def found(
    *, of: Mapping[str, Any] | None = None, finance: Mapping[str, Any] | None = None, **changes: Any
) -> list[Finding]:
    """What the checks say of the plan with some changes, against the framework with the changes ``of``.

    ``finance`` is what the finance workbook says beside the lines, where there is one.
    """
    return list(checked(cycle(of=of, finance=finance, **changes)).findings)


def cycle(*, of: Mapping[str, Any] | None = None, finance: Mapping[str, Any] | None = None, **changes: Any) -> Cycle:
    """The plan and framework, linked."""
    made = Finance.model_validate({"contributor": "Finance"} | dict(finance)) if finance is not None else None
    if made is not None:
        for held, sheet in (("columns", "Columns of figures"), ("totals", "Control totals")):
            _place(getattr(made, held), "finance.xlsx", sheet)
    return link(framework(**(of or {})), [plan(**changes)], made)


def changed(held: str, **values: Any) -> dict[str, Any]:
    """The first record of a sheet of the plan with other values, as a change to give to ``found``."""
    return {held: [PLAN[held][0] | values]}


def place(finding: Finding) -> str:
    """Where a finding points: "Actions F6"."""
    return f"{finding.where.sheet} {finding.where.cell}".strip() if finding.where else ""


def _place(records: Any, file: str, sheet: str) -> None:
    """Give each record a row from 6 on, its fields the columns A, B, C … in their order."""
    for row, record in enumerate(records if isinstance(records, tuple) else (records,), 6):
        assert isinstance(record, Record)
        columns: dict[str, str] = {}
        for field in type(record).model_fields:
            value = getattr(record, field)
            for key in [f"{field} {member}" for member in value] if isinstance(value, dict) else [field]:
                columns[key] = chr(65 + len(columns)) if len(columns) < 26 else f"A{chr(65 + len(columns) - 26)}"
        record.at(Origin(file, sheet, row, columns))
