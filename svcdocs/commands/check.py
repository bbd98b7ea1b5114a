"""The verb check: read everything, say everything that is to be put right, write the findings and the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from svcdocs import __version__
from svcdocs.challenge.pack import challenge_pack
from svcdocs.checks import completeness
from svcdocs.checks.run import Cleared
from svcdocs.checks.sections import EMPTY_SECTION
from svcdocs.commands.annotate import Annotated, annotate, must_not_hold_originals
from svcdocs.commands.challenge import challenge_outputs
from svcdocs.commands.documents import stale_documents
from svcdocs.commands.intake import Intake, Progress, counts, read_cycle, second_opinion
from svcdocs.commands.letter_files import letter_outputs, letters_gone
from svcdocs.commands.letters import letters_of
from svcdocs.commands.page import page_of
from svcdocs.commands.position import position
from svcdocs.commands.standing import standings
from svcdocs.errors import SvcdocsError
from svcdocs.model.findings import Finding
from svcdocs.model.owed import Owed, owed_of
from svcdocs.model.position import Position
from svcdocs.model.states import Standing
from svcdocs.outputs import Output, Published, json_bytes, publish
from svcdocs.project import Project

FINDINGS, REPORT = "findings.json", "report.html"
_GAPS = frozenset(rule.code for rule in (*completeness.GAPS, EMPTY_SECTION))


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: the findings, which documents are out of date, and what came in.

    ``files`` gives the workbooks read for each service, in the council's order; ``awaited`` those whose workbook has
    not come back; ``owed`` what is still to come to the plans that have come in; ``cleared`` what somebody has said is
    right as it stands; ``published`` says whether the findings could be written; ``marked`` what marked copies were.
    ``standings`` and ``position`` say how everybody and the year stand, where the day is known.
    """

    findings: tuple[Finding, ...]
    stale: tuple[str, ...]
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    awaited: tuple[str, ...] = ()
    owed: tuple[Owed, ...] = ()
    cleared: tuple[Cleared, ...] = ()
    published: Published = field(default_factory=lambda: Published(()))
    marked: Annotated = field(default_factory=Annotated)
    standings: tuple[Standing, ...] = ()
    position: Position | None = None

    @property
    def gaps_block(self) -> bool:
        """Whether something keeps a document from being built only because a reader would look for more."""
        return any(finding.blocks and finding.code in _GAPS for finding in self.findings)

    @property
    def blocks(self) -> bool:
        """Whether anything found keeps a document from being built."""
        return any(finding.blocks for finding in self.findings)

    def as_json(self) -> dict[str, Any]:
        """The result under its published names."""
        return {
            "findings": [finding.as_json() for finding in self.findings],
            "counts": counts(self.findings),
            "cleared": [one.finding.as_json() | {"reason": one.reason} for one in self.cleared],
            "stale": list(self.stale),
        }


def check(
    project: Project,
    progress: Progress,
    *,
    files: Sequence[Path] = (),
    second_reader: bool = False,
    into: Path | None = None,
    today: date | None = None,
    given: Path | None = None,
) -> Checked:
    """Read and check a cycle.

    ``files`` narrows what is told to those workbooks. ``second_reader`` reads every workbook once more with openpyxl,
    and tells the cells in which it sees something and we do not. ``into`` is a folder for marked copies. ``today`` is
    the day of the letters and the challenge pack, and for which it is told where the year stands; without it neither
    is done. ``given`` is the cycle folder as the user named it.

    Raises:
        SvcdocsError: the framework cannot be read, one of ``files`` is not a workbook of the cycle, or ``into`` cannot
            be written to or holds the workbooks themselves.
    """
    if into is not None:
        must_not_hold_originals(project, into)
    intake = read_cycle(project, progress, today)
    if second_reader:
        intake = replace(intake, findings=(*intake.findings, *second_opinion(project, intake, progress)))
    wanted = {_name(project, path, intake.hashes) for path in files}
    marked = Annotated() if into is None else annotate(project, intake, into, progress, only=wanted)
    whole = replace(publish_findings(project, intake, today, marked.copies), marked=marked)
    if today is not None and whole.position is not None:
        year = position(project, intake, whole.standings, today, given=given)
        whole = replace(whole, position=year)
    if not files:
        return whole
    told = tuple(finding for finding in whole.findings if finding.where is not None and finding.where.file in wanted)
    cells = ((one, one.record.cell(one.field)) for one in whole.owed if one.record is not None)
    owed = tuple(one for one, cell in cells if cell is not None and cell.file in wanted)
    cleared = tuple(one for one in whole.cleared if one.finding.where and one.finding.where.file in wanted)
    return replace(whole, findings=told, owed=owed, cleared=cleared)


def publish_findings(
    project: Project, intake: Intake, today: date | None = None, marked: Mapping[str, str] | None = None
) -> Checked:
    """Write what was found into findings.json and the officer's page, and say which documents are out of date.

    ``today`` is the day of the letters and the challenge pack that are written as well; without it none are.
    ``marked`` gives the name of the marked copy of each contributor who has one.
    """
    read = {plan.service: intake.files[plan.service] for plan in intake.cycle.plans}
    awaited = tuple(one.contributor for one in intake.cycle.missing)
    whole = Checked(
        intake.findings, stale_documents(project, intake), read, awaited, owed_of(intake.cycle), intake.cleared
    )
    findings = Output(FINDINGS, json_bytes(whole.as_json()), intake.hashes, keep_edits=False)
    questions = challenge_pack(intake.cycle, intake.findings)
    stand, year = _stands(project, intake, today) if today is not None else ((), None)
    page = Output(REPORT, page_of(project, intake, whole, year, questions).encode(), intake.hashes, keep_edits=False)
    told: list[Output] = []
    gone: tuple[str, ...] = ()
    if today is not None:
        told += letter_outputs(letters_of(project, intake, today, marked=marked), intake.hashes)
        gone = letters_gone(project, told)
        told += challenge_outputs(questions, intake.hashes)
    published = publish(project.output_dir, [findings, page, *told], program=__version__, gone=gone)
    return replace(whole, published=published, standings=stand, position=year)


def told_outputs(
    project: Project, intake: Intake, today: date, refused: Sequence[Finding] | None = None
) -> list[Output]:
    """What is written for people on a day: a letter to each contributor, and a challenge page for each service.

    ``refused`` is what has been told of files that were not taken in, where somebody has looked.
    """
    letters = letter_outputs(letters_of(project, intake, today, refused=refused), intake.hashes)
    return [*letters, *challenge_outputs(challenge_pack(intake.cycle, intake.findings), intake.hashes)]


def _stands(project: Project, intake: Intake, today: date) -> tuple[tuple[Standing, ...], Position | None]:
    """How everybody and the year stand; nothing where the ledger cannot be read, which the page tells.

    The lines to type are for the folder the cycle lies in, so that the page is the same wherever this one was typed.
    """
    try:
        stand = standings(project, intake)
    except SvcdocsError:
        return (), None
    return stand, position(project, intake, stand, today, given=Path(project.folder.resolve().name))


def _name(project: Project, path: Path, hashes: Mapping[str, str]) -> str:
    for candidate in (path.absolute(), project.workbooks_dir / path, project.folder / path):
        name = project.name_of(candidate)
        if name in hashes:
            return name
    raise SvcdocsError(f"{path} is not a workbook of this cycle", f"the workbooks lie in {project.workbooks_dir}")
