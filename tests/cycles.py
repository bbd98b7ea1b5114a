"""A planning cycle on disk, small and clean, for tests to build, to break and to look at."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from svcdocs import __version__
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.project import Project, file_name, settings_text
from svcdocs.workbook.identity import Identity, cycle_name
from svcdocs.workbook.starter import starter_framework
from svcdocs.workbook.writer import write_framework, write_service_workbook

SERVICES = ("Parks", "Homes")


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
        "declaration": {"ready": "Yes", "checked_by": "Ines Calloway"},
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
    (folder / "workbooks").mkdir(parents=True, exist_ok=True)
    (folder / "svcdocs.toml").write_text(settings_text(program=__version__), encoding="utf-8")
    (folder / "framework.xlsx").write_bytes(write_framework(council, Identity(kind="framework")))
    for name, content in given.items():
        (folder / "workbooks" / name).write_bytes(workbook(content, council))
    return Project.open(folder)


def workbook(content: ServicePlan, council: Framework) -> bytes:
    """A service's workbook, as it comes back: issued blank, and filled in."""
    service = content.service
    identity = Identity(kind="service", cycle=cycle_name(council), contributor=service, service=service)
    return write_service_workbook(content, council, identity, issued=ServicePlan(service=service))
