"""The verb issue: a workbook for each service, blank or filled from a plans.json, with the framework's lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from svcdocs.commands.intake import Progress, read_framework_of
from svcdocs.errors import SvcdocsError
from svcdocs.exports.plans import read_plans
from svcdocs.model.findings import Finding
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.project import Project, file_name
from svcdocs.workbook.identity import Identity, cycle_name
from svcdocs.workbook.writer import write_service_workbook


@dataclass(frozen=True, slots=True)
class Issued:
    """What was sent out: the folder of the day, a workbook for each service, and what is odd about the framework."""

    folder: Path
    workbooks: Mapping[str, Path]
    findings: tuple[Finding, ...]


def issue(
    project: Project, today: date, progress: Progress, *, plans_from: Path | None = None, only: str = ""
) -> Issued:
    """Write the services' workbooks into the folder of the day, with an exact copy of the framework.

    ``plans_from`` is a plans.json whose content the workbooks start with; ``only`` names one service.

    Raises:
        SvcdocsError: the framework names no service or is otherwise not ready, there is no such service, the
            plans.json cannot be read, or a workbook of that day lies there already.
    """
    framework, findings, content = read_framework_of(project)
    services = _services(framework, findings, only)
    plans = _plans(plans_from)
    folder = project.issued_on(today)
    written: dict[Path, bytes] = {folder / project.framework.name: content}
    workbooks: dict[str, Path] = {}
    for number, service in enumerate(services):
        progress("Writing workbooks", number, len(services))
        plan = plans.get(service, ServicePlan(service=service))
        identity = Identity(kind="service", cycle=cycle_name(framework), contributor=service, service=service)
        workbooks[service] = folder / f"{file_name(service)}.xlsx"
        written[workbooks[service]] = _workbook(plan, framework, identity)
    _write(written)
    return Issued(folder, workbooks, tuple(findings))


def _workbook(plan: ServicePlan, framework: Framework, identity: Identity) -> bytes:
    try:
        return write_service_workbook(plan, framework, identity)
    except ValueError as error:  # what Excel cannot hold: a text too long for a cell, half of a character
        first, *others = str(error).splitlines()
        more = f" (and {len(others)} more)" if others else ""
        hint = "shorten that text where the content comes from, or divide it into two records"
        raise SvcdocsError(f"the workbook of {plan.service} cannot be written: {first}{more}", hint) from error


def _services(framework: Framework, findings: list[Finding], only: str) -> tuple[str, ...]:
    blocking = [finding for finding in findings if finding.blocks]
    if blocking:
        more = f" (and {len(blocking) - 1} more)" if len(blocking) > 1 else ""
        raise SvcdocsError(f"the framework is not ready: {blocking[0].message}{more}", "see `svcdocs check`")
    names = framework.service_names
    if not names:
        raise SvcdocsError(
            "the framework names no service, so there is nobody to send a workbook to",
            "add a row for each service on its sheet 'Services and teams'",
        )
    files = [file_name(name) for name in names]
    alike = [name for name in names if files.count(file_name(name)) > 1]
    if alike:
        hint = "give services names that differ in more than case and punctuation, on the sheet 'Services and teams'"
        raise SvcdocsError(f"two services would have the same workbook: {', '.join(alike)}", hint)
    if only and only not in names:
        raise SvcdocsError(f"there is no service '{only}'", f"the services are: {', '.join(names)}")
    return (only,) if only else names


def _plans(path: Path | None) -> dict[str, ServicePlan]:
    if path is None:
        return {}
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SvcdocsError(
            f"{path} cannot be read: {error.strerror or error}", "give the path of a plans.json"
        ) from error
    return {plan.service: plan for plan in read_plans(content, str(path))[1]}


def _write(contents: Mapping[Path, bytes]) -> None:
    """Write each file; one that is there with other content stops everything before anything is written."""
    for path, content in contents.items():
        if path.exists() and path.read_bytes() != content:
            raise SvcdocsError(
                f"{path} was sent out today with other content, and what was sent out stays as it was",
                "if it never left the building, move that folder away and issue again",
            )
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.write_bytes(content)
    except OSError as error:
        raise SvcdocsError(
            f"{error.filename} cannot be written: {error.strerror or error}", "choose another folder"
        ) from error
