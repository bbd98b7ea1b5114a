"""A planning cycle on disk, small and clean, for tests to build, to break and to look at."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from svcdocs import __version__
from svcdocs.model.assignments import PARTS, Assignment, assignments_of
from svcdocs.model.finance import Finance
from svcdocs.model.framework import Framework, Service
from svcdocs.model.service_plan import Declaration, ServicePlan
from svcdocs.project import Project, file_name, settings_text
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.starter import starter_framework
from svcdocs.workbook.writer import write_framework, write_workbook

SERVICES = ("Parks", "Homes")
MANY_HANDS: dict[str, Any] = {
    "services": [
        {"service": "Parks", "manager": "Ines Calloway"},
        {"service": "Parks", "team": "Trees", "also_called": "Arboriculture"},
        {"service": "Parks", "team": "Play"},
        {"service": "Homes", "manager": "Ines Calloway"},
    ],
    "contributors": [
        {"who": "Head of service"},
        {"who": "Each team"},
        {"who": "Finance", "sheets": "Money"},
    ],
}
"""What a framework says that divides Parks among its head, two teams and Finance."""


def no_progress(_what: str, _done: int, _total: int) -> None:
    """Tells nobody."""


def framework(**changes: Any) -> Framework:
    """A framework with two services, two priorities and one person; ``changes`` replace its fields."""
    values = starter_framework().model_dump(mode="json") | {
        "about": {"council": "Saltmarsh Borough Council", "first_year": "2027/28", "years": "2", "version": "Draft 1"},
        "priorities": [
            {"level": "Aim", "ref": "A", "text": "Places people are proud of"},
            {"level": "Council action", "ref": "A1", "under": "A", "text": "Plant a thousand trees by March 2029"},
        ],
        "services": [{"service": name, "manager": "Ines Calloway"} for name in SERVICES],
        "people": [{"name": "Ines Calloway", "post": "Head of Service"}],
        "signatures": [{"role": "Portfolio Holder", "name": "Cllr Tom Brandreth"}],
        "money_columns": [{"heading": "2027/28 original"}],
    }
    return Framework.model_validate(values | changes)


def plan(service: str = "Parks", **changes: Any) -> ServicePlan:
    """A plan with nothing to put right; ``changes`` replace its fields."""
    mark = service[0]
    values = {
        "service": service,
        "declarations": [{"ready": "Yes", "checked_by": "Ines Calloway", "contributor": service}],
        "passages": [{"section": "About our service", "text": f"{service} looks after what its name says."}],
        "objectives": [{"ref": f"{mark}1", "text": f"Better {service.lower()}", "serves": "A1"}],
        "actions": [
            {
                "ref": f"{mark}1.1",
                "title": f"Improve the {service.lower()}",
                "serves": f"{mark}1",
                "steps": [{"text": "Ask residents", "by": "June 2027"}, {"text": "Do what they said"}],
                "finish": "March 2028",
                "lead": "Ines Calloway",
                "outcome": "More residents say they are content",
            }
        ],
    }
    return ServicePlan.model_validate(values | changes)


def write_cycle(folder: Path, plans: Mapping[str, ServicePlan] | None = None, **changes: Any) -> Project:
    """A cycle folder with a framework and a workbook for each plan, by file name; by default one for each service."""
    council = framework(**changes)
    given = {f"{file_name(name)}.xlsx": plan(name) for name in SERVICES} if plans is None else plans
    return write_returns(folder, council, {name: workbook(content, council) for name, content in given.items()})


def returned(
    council: Framework, contributor: str, *plans: ServicePlan, finance: Finance | None = None, ready: str = "Yes"
) -> bytes:
    """The workbook of one contributor as it comes back: issued blank, filled in with plans, and declared ready."""
    whose = next(one for one in assignments_of(council) if one.contributor == contributor)
    said = Declaration(ready=ready, contributor=contributor)
    given = plans or (ServicePlan(service=whose.services[0]),)
    declared = [each.model_copy(update={"declarations": (said,)}) for each in given]
    return write_workbook(layout_of(council, whose), declared, finance=finance, issued=())


def write_returns(folder: Path, council: Framework, returns: Mapping[str, bytes]) -> Project:
    """A cycle folder with a framework and what has come back, by file name."""
    (folder / "workbooks").mkdir(parents=True, exist_ok=True)
    (folder / "svcdocs.toml").write_text(settings_text(program=__version__), encoding="utf-8")
    (folder / "framework.xlsx").write_bytes(write_framework(council, Identity(kind="framework")))
    for name, content in returns.items():
        (folder / "workbooks" / name).write_bytes(content)
    return Project.open(folder)


def workbook(content: ServicePlan, council: Framework) -> bytes:
    """A workbook about the whole of a service, as it comes back: issued blank, and filled in."""
    layout = layout_of(council, whole_service(council, content.service))
    return write_workbook(layout, [content], issued=())


def whole_service(council: Framework, service: str) -> Assignment:
    """A workbook that asks for everything of a service, whoever has been given a part of it or knows of it."""
    row = council.service(service) or Service(service=service)
    return Assignment(
        contributor=service,
        services=(service,),
        parts=tuple(PARTS.values()),
        sections=tuple(dict.fromkeys(row.key for row in council.sections_of(service) if row.key)),
        leads=True,
        contact=row.contact,
        email=row.email,
        deadline=row.deadline,
    )
