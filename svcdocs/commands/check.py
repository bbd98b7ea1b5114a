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
from svcdocs.commands.intake import Intake, Progress, counts, read_cycle, second_opinion
from svcdocs.commands.letters import letter_outputs, letters_of
from svcdocs.commands.page import page_of
from svcdocs.errors import SvcdocsError
from svcdocs.model.findings import Finding
from svcdocs.model.owed import Owed, owed_of
from svcdocs.outputs import MANIFEST, Output, Published, json_bytes, publish, read_manifest, survey
from svcdocs.project import Project
from svcdocs.project.folder import SPREADSHEETS

FINDINGS, REPORT = "findings.json", "report.html"
_GAPS = frozenset(rule.code for rule in (*completeness.GAPS, EMPTY_SECTION))


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: the findings, which documents are out of date, and what came in.

    ``files`` gives the workbooks read for each service, in the council's order; ``awaited`` those whose workbook has
    not come back; ``owed`` what is still to come to the plans that have come in; ``cleared`` what somebody has said is
    right as it stands; ``published`` says whether the findings could be written; ``marked`` what marked copies were.
    """

    findings: tuple[Finding, ...]
    stale: tuple[str, ...]
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    awaited: tuple[str, ...] = ()
    owed: tuple[Owed, ...] = ()
    cleared: tuple[Cleared, ...] = ()
    published: Published = field(default_factory=lambda: Published(()))
    marked: Annotated = field(default_factory=Annotated)

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
) -> Checked:
    """Read and check a cycle.

    ``files`` narrows what is told to those workbooks. ``second_reader`` reads every workbook once more with openpyxl,
    and tells the cells in which it sees something and we do not. ``into`` is a folder for marked copies. ``today`` is
    the day of the letters and the challenge pack; without it none are written.

    Raises:
        SvcdocsError: the framework cannot be read, one of ``files`` is not a workbook of the cycle, or ``into`` cannot
            be written to or holds the workbooks themselves.
    """
    if into is not None:
        must_not_hold_originals(project, into)
    intake = read_cycle(project, progress)
    if second_reader:
        intake = replace(intake, findings=(*intake.findings, *second_opinion(project, intake, progress)))
    wanted = {_name(project, path, intake.hashes) for path in files}
    marked = Annotated() if into is None else annotate(project, intake, into, progress, only=wanted)
    whole = replace(publish_findings(project, intake, today, marked.copies), marked=marked)
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
    page = Output(REPORT, page_of(project, intake, whole, None, questions).encode(), intake.hashes, keep_edits=False)
    told: list[Output] = []
    if today is not None:
        told += letter_outputs(letters_of(project, intake, today, marked=marked), intake.hashes)
        told += challenge_outputs(questions, intake.hashes)
    return replace(whole, published=publish(project.output_dir, [findings, page, *told], program=__version__))


def told_outputs(project: Project, intake: Intake, today: date) -> list[Output]:
    """What is written for people on a day: a letter to each contributor, and a challenge page for each service."""
    letters = letter_outputs(letters_of(project, intake, today), intake.hashes)
    return [*letters, *challenge_outputs(challenge_pack(intake.cycle, intake.findings), intake.hashes)]


def stale_documents(project: Project, intake: Intake) -> tuple[str, ...]:
    """The documents in the output folder that were built from something else than what lies there now."""
    entries = read_manifest(project.output_dir).outputs
    now = {name: _now(entry.inputs, intake.hashes) for name, entry in entries.items() if name.endswith(".docx")}
    states = survey(project.output_dir, now)
    return tuple(sorted(name for name, state in states.items() if state.is_stale and name != MANIFEST))


def _now(inputs: Mapping[str, str], hashes: Mapping[str, str]) -> dict[str, str]:
    """What the inputs of a document hash to now; a workbook that is gone has no hash."""
    return {name: hashes.get(name, sha) if _is_built_in(name) else hashes.get(name, "") for name, sha in inputs.items()}


def _is_built_in(name: str) -> bool:
    return Path(name).suffix.lower() not in SPREADSHEETS


def _name(project: Project, path: Path, hashes: Mapping[str, str]) -> str:
    for candidate in (path.absolute(), project.workbooks_dir / path, project.folder / path):
        name = project.name_of(candidate)
        if name in hashes:
            return name
    raise SvcdocsError(f"{path} is not a workbook of this cycle", f"the workbooks lie in {project.workbooks_dir}")
