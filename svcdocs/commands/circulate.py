"""The verb circulate: freeze what goes out for reading and signature, under a name that says what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from svcdocs import __version__
from svcdocs.commands.going_out import Candidate, candidates
from svcdocs.commands.intake import Intake, Progress, read_cycle
from svcdocs.commands.made import must_be_services
from svcdocs.errors import SvcdocsError
from svcdocs.exports.plans import plans_value
from svcdocs.model.dates import said_iso
from svcdocs.model.findings import Finding
from svcdocs.model.fingerprint import fingerprint_of
from svcdocs.outputs import json_bytes, sha256_of
from svcdocs.project import Circulated, Circulation, Kept, Project
from svcdocs.project.circulated import lies_otherwise
from svcdocs.project.circulated_names import LONGEST_PATH, copy_name, data_place, folder_name

CIRCULATED, ALREADY, PUT_BACK, NOT = "circulated", "already circulated", "put back", "not circulated"


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one document: its copy, from the cycle folder; and where there is none, why and what to do."""

    document: str
    outcome: str
    file: str = ""
    why: str = ""
    remedy: str = ""

    def as_json(self) -> dict[str, Any]:
        """The line for programs."""
        return {
            "document": self.document,
            "outcome": self.outcome,
            "file": self.file or None,
            "why": self.why,
            "remedy": self.remedy,
        }


@dataclass(frozen=True, slots=True)
class Frozen:
    """What was circulated: a line for each document, what in the record is damaged, and which copies have changed.

    ``not_kept`` has those of which ``lines`` do not tell.
    """

    version: str
    folder: Path
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()
    not_kept: tuple[tuple[str, Kept], ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether a document that was asked for is not circulated."""
        return any(line.outcome == NOT for line in self.lines)

    def as_json(self) -> dict[str, Any]:
        """The result for programs."""
        return {
            "version": self.version,
            "documents": [line.as_json() for line in self.lines],
            "findings": [finding.as_json() for finding in self.findings],
            "changed_copies": [{"file": file, "state": kept.value} for file, kept in self.not_kept],
        }


def circulate(project: Project, today: date, progress: Progress, *, only: Sequence[str] = ()) -> Frozen:
    """Freeze the documents of the version that the framework names, byte for byte, and write down what went out.

    ``only`` names services whose plans alone are meant. What may not go out is told; the rest does.

    Raises:
        SvcdocsError: the framework names no version or no service ``only``, the day is before that of the last
            circulation, or something cannot be read or written.
    """
    intake = read_cycle(project, progress, today)
    must_be_services(intake.cycle.framework, only)
    version = _version(intake)
    circulation = Circulation.open(project)
    _must_not_go_back(circulation, today)
    run = _Run(intake, circulation, version, today)
    lines = tuple(run.line(one) for one in candidates(project, intake, progress, only=only))
    circulation = _added(circulation, run)
    told = {line.file for line in lines if line.why}
    changed = {file: kept for file, kept in circulation.not_kept().items() if file not in told}
    return Frozen(version, run.folder, lines, circulation.findings, tuple(changed.items()))


def version_cell(intake: Intake) -> str:
    """Where the version stands, in words: "framework.xlsx, sheet About, B10"."""
    cell = intake.cycle.framework.about.cell("version")
    return f"{intake.framework}, sheet {cell.sheet}, {cell.cell}" if cell else f"{intake.framework}, sheet About"


def _version(intake: Intake) -> str:
    version = intake.cycle.framework.about.version.strip()
    if not version:
        why = f"nothing can be circulated, because it has no version yet: {version_cell(intake)}, is blank"
        raise SvcdocsError(why, "type what this round is called, such as Draft 1, with its date below, and build again")
    return version


def _must_not_go_back(circulation: Circulation, today: date) -> None:
    """A record whose days go back would prove nothing."""
    if circulation.last_day > today.isoformat():
        last, day = said_iso(circulation.last_day), said_iso(today.isoformat())
        why = f"something was circulated on {last} already, and today is said to be {day}"
        raise SvcdocsError(why, "set the date of this machine, or say --today")


def _added(circulation: Circulation, run: _Run) -> Circulation:
    try:
        return circulation.add(run.copies, run.contents)
    except SvcdocsError as error:
        longest = max((len(str(path)) for path in run.contents), default=0)
        if longest <= LONGEST_PATH:
            raise
        why = f"{error.message}; a path there has {longest} characters, and Windows takes {LONGEST_PATH}"
        raise SvcdocsError(why, "move the cycle folder up, or give it and those above it shorter names") from error


@dataclass
class _Run:
    """One circulation while it is being put together: what is to be written down, and what is to be put where."""

    intake: Intake
    circulation: Circulation
    version: str
    today: date
    copies: list[Circulated] = field(default_factory=list)
    contents: dict[Path, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        about = self.intake.cycle.framework.about
        self.date = about.version_date.text.strip()
        self.folder = self.circulation.project.circulation_dir / folder_name(self.circulation, self.version, self.date)
        self.plans = json_bytes(plans_value(self.intake.cycle))
        self.data = data_place(self.circulation, self.folder, self.plans)

    def line(self, one: Candidate) -> Line:
        """What becomes of a document."""
        if one.cover is None:
            return Line(one.document, NOT, why=one.why, remedy=one.remedy)
        before = self.circulation.copy_of(one.document, self.version)
        return self._again(one, before) if before else self._anew(one)

    def _again(self, one: Candidate, before: Circulated) -> Line:
        """A document that was circulated under this version: it is that one, or it needs a version of its own."""
        if not _is_the_same(one, before):
            why = f"another {self.version} was circulated on {said_iso(before.day)}"
            remedy = f"what was sent as {self.version} stays what it was: type the name and date of the next version"
            remedy += f" ({version_cell(self.intake)}, and the row below it), and build again"
            return Line(one.document, NOT, before.file, why, remedy)
        kept = self.circulation.kept(before.file, before.sha256)
        if kept is Kept.AS_IT_WAS:
            return Line(one.document, ALREADY, before.file)
        if kept is Kept.GONE and sha256_of(one.content) == before.sha256:
            self.contents[self.circulation.project.folder / before.file] = one.content
            return Line(one.document, PUT_BACK, before.file)
        why = f"its copy of {said_iso(before.day)} is {kept}"
        return Line(one.document, NOT, before.file, f"{why}: {before.file}", _put_right(kept))

    def _anew(self, one: Candidate) -> Line:
        assert one.cover is not None
        project = self.circulation.project
        taken = {path.name for path in self.contents}
        path = self.folder / copy_name(self.circulation, one.document, one.cover.title, one.cover.marks, taken)
        file = project.name_of(path)
        if lies_otherwise(path, one.content):
            why = f"{file} lies there already, and the record does not tell of it"
            return Line(one.document, NOT, file, why, "move that file elsewhere, and do this again")
        self.contents |= {path: one.content, self.data: self.plans}
        plan = self.intake.cycle.plan(one.service) if one.service else None
        self.copies.append(
            Circulated(
                number=self.circulation.next_number + len(self.copies),
                day=self.today.isoformat(),
                document=one.document,
                service=one.service,
                version=self.version,
                status=one.cover.status,
                date=self.date,
                file=file,
                sha256=sha256_of(one.content),
                fingerprint=fingerprint_of(plan) if plan else "",
                data=project.name_of(self.data),
                data_sha256=sha256_of(self.plans),
                program=__version__,
                inputs=dict(sorted(one.inputs.items())),
            )
        )
        return Line(one.document, CIRCULATED, file)


def _is_the_same(one: Candidate, before: Circulated) -> bool:
    """Whether a document says what was circulated: it is the same file, or was made from the same in the same way.

    PDFs differ each time they are made, and Word documents in the page numbers of their contents.
    """
    if sha256_of(one.content) == before.sha256:
        return True
    assert one.cover is not None
    path = PurePosixPath(one.document)
    printed = path.with_suffix(".docx").as_posix() if path.suffix == ".pdf" else ""
    if printed and one.inputs.get(printed) == before.inputs.get(printed):
        return True
    return before.program == __version__ and before.inputs == one.inputs and before.status == one.cover.status


def _put_right(kept: Kept) -> str:
    if kept is Kept.UNREADABLE:
        return "close it there, or wait until the folder has been synchronised, and do this again"
    return "put the file back from a backup copy; it is not written over here"
