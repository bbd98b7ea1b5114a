"""The verb issue: a workbook for each contributor, blank or filled from a plans.json, with the framework's lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from svcdocs import __version__
from svcdocs.checks.framework import years_of_the_plans
from svcdocs.commands.check import told_outputs
from svcdocs.commands.intake import Progress, read_cycle, read_framework_of
from svcdocs.commands.last_year import accounts_asked, last_year_of
from svcdocs.commands.whose import Desks
from svcdocs.errors import SvcdocsError
from svcdocs.exports.plans import read_plans
from svcdocs.model.accounts import Account
from svcdocs.model.assignments import Assignment
from svcdocs.model.cycle import link
from svcdocs.model.finance import Finance
from svcdocs.model.findings import Finding
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.teams import stays_of
from svcdocs.outputs import Published, publish
from svcdocs.project import Project, file_name
from svcdocs.workbook.assembly import share_of
from svcdocs.workbook.headings import fold
from svcdocs.workbook.layout import Layout
from svcdocs.workbook.writer import write_workbook


@dataclass(frozen=True, slots=True)
class Issued:
    """What was sent out: the folder of the day, each contributor's workbook, and what is odd about the framework.

    ``published`` says what became of the letters that go with them.
    """

    folder: Path
    workbooks: Mapping[str, Path]
    findings: tuple[Finding, ...]
    published: Published = field(default_factory=lambda: Published(()))


def issue(
    project: Project, today: date, progress: Progress, *, plans_from: Path | None = None, only: str = ""
) -> Issued:
    """Write the contributors' workbooks into the folder of the day, with an exact copy of the framework.

    ``plans_from`` is a plans.json whose content the workbooks start with; ``only`` names one contributor or team, or a
    service, which stands for all the workbooks about it alone.

    Raises:
        SvcdocsError: the framework names no service or is otherwise not ready, there is nobody called ``only``, a
            plans.json cannot be read, or a workbook of that day lies there already.
    """
    framework, findings, content = read_framework_of(project)
    must_be_ready(framework, findings)
    desks = Desks(framework)
    files = _files(desks.assignments)
    plans, finance = _plans(plans_from)
    rows = accounts_asked(last_year_of(project, framework), framework)
    plans = {name: _with_accounts(name, plans, rows) for name in {**plans, **rows}}
    folder = project.issued_on(today)
    written: dict[Path, bytes] = {folder / project.framework.name: content}
    workbooks: dict[str, Path] = {}
    asked = chosen(desks, only)
    for number, assignment in enumerate(asked):
        progress("Writing workbooks", number, len(asked))
        path = folder / f"{files[assignment.contributor]}.xlsx"
        workbooks[assignment.contributor] = path
        written[path] = _workbook(desks.layout(assignment), plans, finance)
    write_out(written)
    letters = told_outputs(project, read_cycle(project, progress, today), today)
    published = publish(project.output_dir, letters, program=__version__)
    return Issued(folder, workbooks, tuple(map(desks.terms.told, findings)), published)


def must_be_ready(framework: Framework, findings: Sequence[Finding]) -> None:
    """Raises SvcdocsError where workbooks cannot be made from a framework yet."""
    blocking = [finding for finding in findings if finding.blocks]
    if blocking:
        more = f" (and {len(blocking) - 1} more)" if len(blocking) > 1 else ""
        raise SvcdocsError(f"the framework is not ready: {blocking[0].message}{more}", "see `svcdocs check`")
    if not framework.service_names:
        raise SvcdocsError(
            "the framework names no service, so there is nobody to send a workbook to",
            "add a row for each service on its sheet 'Services and teams'",
        )
    for hit in years_of_the_plans(link(framework, ())):  # without its years a workbook lacks the columns of targets
        raise SvcdocsError(f"the framework is not ready: {hit.message.rstrip('.')}", hit.hint)


def chosen(desks: Desks, only: str) -> tuple[Assignment, ...]:
    """The workbooks to write: all of them, or those of one service, team or contributor.

    Raises:
        SvcdocsError: nobody is called ``only``.
    """
    if not only:
        return desks.assignments
    wanted, service = folded(only), desks.service_called(only)
    own = tuple(one for one in desks.assignments if service and one.service == service)
    teams = {folded(row.team) for row in stays_of(desks.framework, only)}
    named = tuple(
        one
        for one in desks.assignments
        if folded(one.contributor) == wanted or (one.team and folded(one.team) in teams)
    )
    if not own and not named:
        names = ", ".join(
            (*desks.framework.service_names, *(one.contributor for one in desks.assignments if not one.leads))
        )
        raise SvcdocsError(f"there is no service, team or contributor '{only}'", f"there are: {names}")
    return own or named


def _workbook(layout: Layout, plans: Mapping[str, ServicePlan], finance: Finance) -> bytes:
    """One contributor's workbook with its share of the plans; what anybody declared of them has to be said anew."""
    whose = layout.assignment
    given = [plans.get(name, ServicePlan(service=name)) for name in whose.services]
    shares = [share_of(plan, whose, layout.framework).model_copy(update={"declarations": ()}) for plan in given]
    named = {fold(heading) for heading in layout.families["money"]}
    figures = finance.model_copy(
        update={"columns": tuple(row for row in finance.columns if fold(row.heading) in named)}
    )
    try:
        return write_workbook(layout, shares, finance=figures)
    except ValueError as error:  # what Excel cannot hold: a text too long for a cell, half of a character
        first, *others = str(error).splitlines()
        more = f" (and {len(others)} more)" if others else ""
        hint = "shorten that text where the content comes from, or divide it into two records"
        raise SvcdocsError(f"the workbook of {whose.contributor} cannot be written: {first}{more}", hint) from error


def _with_accounts(
    service: str, plans: Mapping[str, ServicePlan], rows: Mapping[str, tuple[Account, ...]]
) -> ServicePlan:
    """What a service starts with: what it is given, and a row for each thing that last year's plan had."""
    given = plans.get(service, ServicePlan(service=service))
    return given.model_copy(update={"last_year": rows.get(service, ())})


def _files(assignments: Sequence[Assignment]) -> dict[str, str]:
    """The name of each contributor's file, without its ending; no two may have one."""
    files = {one.contributor: file_name(one.contributor) for one in assignments}
    often = Counter(file_name(one.contributor) for one in assignments)
    alike = [one.contributor for one in assignments if often[files[one.contributor]] > 1]
    if alike:
        hint = "give services, teams and contributors names that differ in more than case and punctuation"
        raise SvcdocsError(f"two contributors would have the same workbook: {', '.join(alike)}", hint)
    return files


def _plans(path: Path | None) -> tuple[dict[str, ServicePlan], Finance]:
    if path is None:
        return {}, Finance()
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SvcdocsError(
            f"{path} cannot be read: {error.strerror or error}", "give the path of a plans.json"
        ) from error
    held = read_plans(content, str(path))
    return {plan.service: plan for plan in held.plans}, held.finance


def write_out(contents: Mapping[Path, bytes]) -> None:
    """Write each file; one that is there with other content stops everything before anything is written.

    Raises:
        SvcdocsError: such a file is there, or one cannot be written.
    """
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
