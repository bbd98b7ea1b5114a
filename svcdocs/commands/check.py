"""The verb check: read everything, say everything that is to be put right, write nothing but the findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from svcdocs import __version__
from svcdocs.checks import completeness
from svcdocs.checks.run import Cleared
from svcdocs.checks.sections import EMPTY_SECTION
from svcdocs.commands.documents import stale_documents
from svcdocs.commands.intake import Intake, Progress, counts, read_cycle, second_opinion
from svcdocs.commands.position import position
from svcdocs.commands.standing import standings
from svcdocs.errors import SvcdocsError
from svcdocs.model.findings import Finding
from svcdocs.model.owed import Owed, owed_of
from svcdocs.model.position import Position
from svcdocs.model.states import Standing
from svcdocs.outputs import Output, Published, json_bytes, publish
from svcdocs.project import Project

FINDINGS = "findings.json"
_GAPS = frozenset(rule.code for rule in (*completeness.GAPS, EMPTY_SECTION))


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: the findings, which documents are out of date, and what came in.

    ``files`` gives the workbooks read for each service, in the council's order; ``awaited`` those whose workbook has
    not come back; ``owed`` what is still to come to the plans that have come in; ``cleared`` what somebody has said is
    right as it stands; ``published`` says whether the findings could be written. ``standings`` and ``position`` say how
    everybody and the year stand, where the day is known.
    """

    findings: tuple[Finding, ...]
    stale: tuple[str, ...]
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    awaited: tuple[str, ...] = ()
    owed: tuple[Owed, ...] = ()
    cleared: tuple[Cleared, ...] = ()
    published: Published = field(default_factory=lambda: Published(()))
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
    today: date | None = None,
    given: Path | None = None,
) -> Checked:
    """Read and check a cycle.

    ``today`` is the day for which it is told where the year stands, ``given`` the cycle folder as the user named it.
    ``files`` narrows what is told to those workbooks. ``second_reader`` reads every workbook once more with openpyxl,
    and tells the cells in which it sees something and we do not.

    Raises:
        SvcdocsError: the framework cannot be read, or one of ``files`` is not a workbook of the cycle.
    """
    intake = read_cycle(project, progress)
    if second_reader:
        intake = replace(intake, findings=(*intake.findings, *second_opinion(project, intake, progress)))
    whole = publish_findings(project, intake)
    if today is not None:
        stand = standings(project, intake)
        whole = replace(whole, standings=stand, position=position(project, intake, stand, today, given=given))
    if not files:
        return whole
    wanted = {_name(project, path, intake.hashes) for path in files}
    told = tuple(finding for finding in whole.findings if finding.where is not None and finding.where.file in wanted)
    cells = ((one, one.record.cell(one.field)) for one in whole.owed if one.record is not None)
    owed = tuple(one for one, cell in cells if cell is not None and cell.file in wanted)
    cleared = tuple(one for one in whole.cleared if one.finding.where and one.finding.where.file in wanted)
    return replace(whole, findings=told, owed=owed, cleared=cleared)


def publish_findings(project: Project, intake: Intake) -> Checked:
    """Write what was found into findings.json, and say which documents are out of date by now."""
    read = {plan.service: intake.files[plan.service] for plan in intake.cycle.plans}
    awaited = tuple(one.contributor for one in intake.cycle.missing)
    whole = Checked(
        intake.findings, stale_documents(project, intake), read, awaited, owed_of(intake.cycle), intake.cleared
    )
    findings = Output(FINDINGS, json_bytes(whole.as_json()), intake.hashes, keep_edits=False)
    return replace(whole, published=publish(project.output_dir, [findings], program=__version__))


def _name(project: Project, path: Path, hashes: Mapping[str, str]) -> str:
    for candidate in (path.absolute(), project.workbooks_dir / path, project.folder / path):
        name = project.name_of(candidate)
        if name in hashes:
            return name
    raise SvcdocsError(f"{path} is not a workbook of this cycle", f"the workbooks lie in {project.workbooks_dir}")
