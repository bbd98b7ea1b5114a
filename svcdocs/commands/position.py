"""Where the planning year of a cycle stands, told from its calendar, its returns, what was found and what was built."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from svcdocs.commands.documents import Document, Print, documents_of
from svcdocs.commands.intake import Intake
from svcdocs.commands.requesting import answerers_of
from svcdocs.commands.whose import Desks
from svcdocs.model.assignments import Assignment
from svcdocs.model.findings import Finding
from svcdocs.model.names import folded
from svcdocs.model.planning_year import due_of, events_from, steps_of
from svcdocs.model.position import Position
from svcdocs.model.states import Standing
from svcdocs.project import Project
from svcdocs.project.circulated import is_version
from svcdocs.report.position import Desk, Situation, position_of


def position(
    project: Project,
    intake: Intake,
    standings: Sequence[Standing],
    today: date,
    *,
    given: Path | None = None,
    documents: Sequence[Document] | None = None,
) -> Position:
    """Where the year stands on a day, what is to be done next, and who is late.

    ``given`` is the cycle folder as the user named it, for the lines to type; without it they have the whole path.
    ``documents`` is how the documents stand, where that is known already.

    Raises:
        SvcdocsError: the manifest cannot be read.
    """
    framework = intake.cycle.framework
    steps = steps_of(framework)
    found = documents_of(project, intake) if documents is None else documents
    blocked = blocked_places(intake)
    return position_of(
        Situation(
            today=today,
            folder=folder_words(project.folder if given is None else given),
            windows=on_windows(),
            begins=framework.first_day,
            steps=steps,
            events=tuple(events_from(framework, today)),
            framework=intake.framework,
            framework_blocks=sum(_is_frameworks(finding, intake) for finding in intake.findings if finding.blocks),
            is_issued=project.issued_dir.is_dir() and any(project.issued_dir.iterdir()),
            inbox=len(project.inbox()) if project.inbox_dir.is_dir() else 0,
            desks=desks_of(intake, standings),
            blocking=sum(finding.blocks for finding in intake.findings),
            blocked=blocked,
            unbuilt=sum(document.stands is Print.NOT_BUILT for document in found),
            stale=sum(document.stands is Print.STALE for document in found),
            is_final=framework.is_final,
            version=framework.about.version.strip(),
            unsent=sum(_is_unsent(document, framework.about.version) for document in found),
            outrun=sum(_is_outrun(document, framework.about.version) for document in found),
        )
    )


def desks_of(intake: Intake, standings: Sequence[Standing]) -> tuple[Desk, ...]:
    """Everybody who fills in a workbook, with what the position needs to know of them."""
    framework = intake.cycle.framework
    steps, asked = steps_of(framework), assignments_by_name(intake)
    blocking: dict[str, int] = {}
    for finding in intake.findings:
        if finding.blocks and finding.where:
            blocking[finding.where.file] = blocking.get(finding.where.file, 0) + 1
    found = []
    for each in standings:
        one = asked.get(folded(each.contributor))
        due = due_of(one.deadline, framework, steps) if one else None
        count = blocking.get(each.file, 0) if each.file else 0
        found.append(Desk(each.contributor, each.state, due, bool(each.version), count, len(each.open)))
    return tuple(found)


def assignments_by_name(intake: Intake) -> dict[str, Assignment]:
    """What everybody is asked for, by the contributor's name as ``folded`` has it; answers while some are owed."""
    desks = Desks(intake.cycle.framework)
    awaited = (one for one in answerers_of(intake.cycle, desks) if one.deadline)
    return {folded(one.contributor): one for one in (*desks.assignments, *awaited)}


def blocked_places(intake: Intake) -> tuple[str, ...]:
    """The services with something to put right, in the council's order; and the files that are no service's."""
    blocking = [finding for finding in intake.findings if finding.blocks]
    services = {finding.service for finding in blocking}
    files = [finding.where.file for finding in blocking if not finding.service and finding.where]
    others = [file for file in files if file != intake.framework]
    return (*(name for name in intake.cycle.framework.service_names if name in services), *dict.fromkeys(others))


def folder_words(folder: Path) -> tuple[str, ...]:
    """A cycle folder as it is typed: nothing where it is the current one."""
    return () if folder == Path() else (str(folder),)


def on_windows() -> bool:
    """Whether lines are typed into a Windows shell."""
    return os.name == "nt"


def _is_unsent(document: Document, version: str) -> bool:
    """Whether a document could be circulated as a version, and was not yet."""
    is_public = document.name.startswith("public/")
    is_sent = document.sent is not None and is_version(document.sent.version, version)
    return document.stands is Print.BUILT and not is_public and not document.is_edited and not is_sent


def _is_outrun(document: Document, version: str) -> bool:
    """Whether a document says something else than was circulated as this version."""
    sent = document.sent
    return (
        document.stands is Print.BUILT and sent is not None and is_version(sent.version, version) and not sent.is_same
    )


def _is_frameworks(finding: Finding, intake: Intake) -> bool:
    return not finding.service and (finding.where is None or finding.where.file == intake.framework)
