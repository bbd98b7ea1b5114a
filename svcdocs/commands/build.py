"""The verb build: read, link, check, consolidate, print, write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from svcdocs import __version__
from svcdocs.commands.check import publish_findings
from svcdocs.commands.export import data_outputs
from svcdocs.commands.intake import Intake, Progress, counts, read_cycle
from svcdocs.commands.opening import pictures_of
from svcdocs.commands.printing import Ready, ready
from svcdocs.corporate.consolidation import consolidate
from svcdocs.documents.catalogue import SERVICE_PLANS
from svcdocs.documents.corporate_plan import corporate_plan_context
from svcdocs.errors import SvcdocsError
from svcdocs.model.findings import Finding
from svcdocs.outputs import Outcome, Output, Published, publish, sha256_of
from svcdocs.project import Project
from svcdocs.word.page_count import about_pages

BUILT, KEPT, NOT_BUILT = "built", "kept", "not built"


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one document, why where it was not built, and else about how many pages it has."""

    document: str
    outcome: str
    why: str = ""
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: a line for each document, the findings, and what was written."""

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]
    published: Published

    @property
    def blocks(self) -> bool:
        """Whether a document that was asked for was not built."""
        return any(line.outcome != BUILT for line in self.lines)

    def as_json(self) -> dict[str, Any]:
        """The result for programs."""
        return {
            "documents": [
                {"document": line.document, "outcome": line.outcome, "why": line.why, "about_pages": line.pages or None}
                for line in self.lines
            ],
            "findings": [finding.as_json() for finding in self.findings],
            "counts": counts(self.findings),
        }


def build(
    project: Project, progress: Progress, *, draft: bool = False, only: str = "", today: date | None = None
) -> Built:
    """Make the documents of a cycle.

    ``draft`` builds in spite of findings that block; ``only`` names one service, whose plan alone is made.
    ``today`` is the day of the letters and the challenge pack; without it none are written.

    Raises:
        SvcdocsError: the framework or a template cannot be used, there is no service ``only``, or the output folder
            cannot be written to.
    """
    intake = read_cycle(project, progress)
    if only and only not in intake.cycle.framework.service_names:
        names = ", ".join(intake.cycle.framework.service_names)
        raise SvcdocsError(f"there is no service '{only}'", f"the services are: {names}")
    reasons = dict(_reasons(intake, draft=draft))
    outputs = list(_service_plans(project, intake, reasons, progress, draft=draft, only=only))
    if not only and not reasons.get(CORPORATE):
        progress("Making the corporate plan", 0, 1)
        outputs.append(_corporate_plan(project, intake, draft=draft))
        outputs += data_outputs(intake)
    published = publish(project.output_dir, outputs, program=__version__)
    told = publish_findings(project, intake, today).published
    published = Published((*published.results, *told.results))
    lines = _lines(project, intake, reasons, _pages(outputs, published), only)
    return Built(tuple(lines), intake.findings, published)


CORPORATE = "corporate-plan.docx"


def _reasons(intake: Intake, *, draft: bool) -> Iterator[tuple[str, str]]:
    """Why a document cannot be built, by service or by the corporate plan's name."""
    framework = intake.cycle.framework
    present = {plan.service for plan in intake.cycle.plans}
    blocked = []
    for service in framework.service_names:
        if service not in present:
            due = framework.service(service)
            when = f", due {due.deadline}" if due and due.deadline else ""
            yield service, f"return awaited from {service}{when}"
        elif not draft and intake.framework_blocks:
            yield service, "the framework is to be put right first"
        elif not draft and intake.blocking(service):
            count = len(intake.blocking(service))
            yield service, f"{count} {'finding' if count == 1 else 'findings'} to be put right first"
            blocked.append(service)
    if draft:
        return
    if intake.framework_blocks:
        yield CORPORATE, "the framework is to be put right first"
    elif intake.strays_block:
        yield CORPORATE, "something in the workbooks could not be told to belong to a service"
    elif blocked:
        yield CORPORATE, f"findings to be put right first in {', '.join(blocked)}"
    elif framework.is_final and intake.cycle.awaited:
        yield CORPORATE, f"return awaited from {', '.join(intake.cycle.awaited)}"


def _service_plans(
    project: Project, intake: Intake, reasons: Mapping[str, str], progress: Progress, *, draft: bool, only: str
) -> Iterator[Output]:
    plans = [plan for plan in intake.cycle.plans if plan.service not in reasons and only in ("", plan.service)]
    if not plans:
        return
    templates: dict[str, Ready] = {}
    pictures = pictures_of(project)
    seen = {intake.framework: intake.hashes[intake.framework]} | {
        f"pictures/{name}": sha256_of(data) for name, data in pictures.items()
    }
    is_draft = draft or not intake.cycle.framework.is_final
    for number, plan in enumerate(plans):
        progress("Making service plans", number, len(plans))
        kind, laid_out = SERVICE_PLANS[intake.cycle.framework.layout_of(plan.service)]
        if kind not in templates:
            templates[kind] = ready(project, kind)
        template, context = templates[kind], laid_out(intake.cycle, plan, draft=is_draft, pictures=pictures)
        inputs = {name: sha for name, sha in intake.hashes.items() if name in intake.files.get(plan.service, ())}
        name = project.service_plan(plan.service).relative_to(project.output_dir).as_posix()
        yield Output(name, template.print(context), {**seen, **inputs, **template.inputs})


def _corporate_plan(project: Project, intake: Intake, *, draft: bool) -> Output:
    template = ready(project, "corporate-plan")
    is_draft = draft or not intake.cycle.framework.is_final
    view = consolidate(intake.cycle)
    context = corporate_plan_context(intake.cycle, view, draft=is_draft, pictures=pictures_of(project))
    return Output(CORPORATE, template.print(context), {**intake.hashes, **template.inputs})


def _pages(outputs: Iterable[Output], published: Published) -> dict[str, int]:
    """About how many pages each document has that was written."""
    written = {result.name for result in published.results if result.outcome is not Outcome.REFUSED}
    documents = (output for output in outputs if output.name in written and output.name.endswith(".docx"))
    return {output.name: about_pages(output.content) for output in documents}


def _lines(
    project: Project, intake: Intake, reasons: Mapping[str, str], pages: Mapping[str, int], only: str
) -> Iterator[Line]:
    """A line for each document asked for. ``pages`` has those that were written."""
    for service in intake.cycle.framework.service_names:
        if only in ("", service):
            path = project.service_plan(service)
            name = path.relative_to(project.output_dir).as_posix()
            yield _line(name, reasons.get(service, ""), pages.get(name, 0), there=path.exists())
    if not only:
        there = project.corporate_plan.exists()
        yield _line(CORPORATE, reasons.get(CORPORATE, ""), pages.get(CORPORATE, 0), there=there)


def _line(name: str, why: str, pages: int, *, there: bool) -> Line:
    """What became of a document. ``pages`` is about how many it has; 0 for one that was not written."""
    if pages:
        return Line(name, BUILT, pages=pages)
    why = why or "it could not be written"
    if there:
        return Line(name, KEPT, f"{why}; the last good document stays")
    return Line(name, NOT_BUILT, why)
