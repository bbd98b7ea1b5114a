"""The policy officer's page of a cycle: everything it tells, gathered from the cycle folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from svcdocs.checks.every import ALL_RULES
from svcdocs.commands.documents import is_document
from svcdocs.commands.intake import Intake
from svcdocs.commands.sent import sent_of
from svcdocs.commands.standing import standings
from svcdocs.errors import SvcdocsError
from svcdocs.model.assignments import assignments_of
from svcdocs.model.challenge import Question
from svcdocs.model.position import Position
from svcdocs.model.printed import Document, DocumentState
from svcdocs.model.states import Standing
from svcdocs.model.words import capitalised
from svcdocs.outputs import OutputState, read_manifest, survey
from svcdocs.project import Project
from svcdocs.report.page import page_html
from svcdocs.report.situation import Situation

if TYPE_CHECKING:
    from svcdocs.commands.check import Checked

_NO_QUESTIONS: Mapping[str, tuple[Question, ...]] = {}


def page_of(
    project: Project,
    intake: Intake,
    checked: Checked,
    position: Position | None = None,
    questions: Mapping[str, tuple[Question, ...]] = _NO_QUESTIONS,
) -> str:
    """The page about what was read (``intake``) and found (``checked``), as a text.

    ``position`` says where the year stands, ``questions`` what may be asked of each service; without them the page
    leaves these parts out.

    Raises:
        SvcdocsError: the manifest of the output folder cannot be read.
    """
    standing, trouble = _standings(project, intake)
    documents = tuple(_documents(project, intake, checked.stale))
    return page_html(
        Situation(
            cycle=intake.cycle,
            findings=checked.findings,
            answered=tuple((one.finding, one.reason) for one in checked.cleared),
            excerpts=intake.excerpts,
            owners={reading.file: contributor for contributor, reading in intake.returned.items()},
            assignments={one.contributor: one for one in assignments_of(intake.cycle.framework)},
            standings=standing,
            trouble=trouble,
            owed=checked.owed,
            documents=documents,
            questions=questions,
            position=position,
            titles={rule.code: rule.title for rule in ALL_RULES},
            links=_links(project, intake, documents),
        )
    )


def _standings(project: Project, intake: Intake) -> tuple[tuple[Standing, ...], str]:
    """Where everybody stands; where the ledger cannot be read, nothing, and why."""
    try:
        return standings(project, intake), ""
    except SvcdocsError as error:
        return (), f"{error.message}. To mend it, {error.hint}."


def _documents(project: Project, intake: Intake, stale: tuple[str, ...]) -> Iterator[Document]:
    """The plan of every service and the corporate plan, then whatever else was built and is still known."""
    about = intake.cycle.framework.about
    wanted = {
        _name(project, service): (f"{about.plan_title}: {service}", service)
        for service in intake.cycle.framework.service_names
    }
    wanted |= {project.corporate_plan.relative_to(project.output_dir).as_posix(): (about.corporate_title, "")}
    built = [name for name in read_manifest(project.output_dir).outputs if is_document(name)]
    wanted |= {name: (PurePosixPath(name).stem, "") for name in built if name not in wanted}
    states = survey(project.output_dir, {name: {} for name in wanted})
    sent = {name: one.in_words for name, one in sent_of(project, wanted).items()}
    for name, (title, service) in wanted.items():
        state = _state(states[name], is_stale=name in stale)
        yield Document(name, title, state, service, circulated=capitalised(sent.get(name, "")))


def _name(project: Project, service: str) -> str:
    return project.service_plan(service).relative_to(project.output_dir).as_posix()


def _state(lying: OutputState, *, is_stale: bool) -> DocumentState:
    if not lying.is_present:
        return DocumentState.NOT_BUILT
    if is_stale:
        return DocumentState.OUT_OF_DATE
    return DocumentState.EDITED if lying.is_edited else DocumentState.UP_TO_DATE


def _links(project: Project, intake: Intake, documents: tuple[Document, ...]) -> dict[str, str]:
    """The addresses of workbooks and documents as seen from the page; only of what lies in the cycle folder."""
    links = {one.name: quote(one.name) for one in documents if one.state is not DocumentState.NOT_BUILT}
    if not project.output_dir.is_relative_to(project.folder):
        return links
    up = "../" * len(project.output_dir.relative_to(project.folder).parts)
    inside = (name for name in intake.hashes if not PurePosixPath(name).is_absolute() and ":" not in name)
    return links | {name: f"{up}{quote(name)}" for name in inside}
