"""From the cycle folder to a linked cycle: the framework, every workbook, and all that is to be said about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from svcdocs.checks.run import run_checks
from svcdocs.errors import SvcdocsError, UnusableFile
from svcdocs.excel.package import Limits
from svcdocs.excel.reading import read_book
from svcdocs.excel.second_reader import unseen
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.findings import CellRef, Finding, Severity, in_short
from svcdocs.model.framework import Framework
from svcdocs.outputs import sha256_of
from svcdocs.project import Project
from svcdocs.workbook.assembly import assemble
from svcdocs.workbook.identity import cycle_name
from svcdocs.workbook.reader import Reading, read_framework, read_service_workbook

Progress = Callable[[str, int, int], None]
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8")
"""How the pictures that Word can show begin, whatever their files are called: PNG and JPEG."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What lies in a cycle folder.

    ``files`` gives for each service the workbooks its plan was read from; ``hashes`` the SHA-256 of every file read,
    by its name from the cycle folder; ``not_started`` the services whose workbook nobody has touched; ``framework`` is
    the name of the framework's file.
    """

    cycle: Cycle
    findings: tuple[Finding, ...]
    files: Mapping[str, tuple[str, ...]]
    hashes: Mapping[str, str]
    not_started: tuple[str, ...] = ()

    framework: str = ""

    @property
    def framework_blocks(self) -> bool:
        """Whether something is wrong with the framework that no document can be built with."""
        own = (finding for finding in self.findings if finding.blocks and not finding.service)
        return any(finding.where is None or finding.where.file == self.framework for finding in own)

    @property
    def strays_block(self) -> bool:
        """Whether a workbook lies in the folder that is nobody's, so that something may be missing from the whole."""
        return not self.framework_blocks and any(finding.blocks and not finding.service for finding in self.findings)

    def blocking(self, service: str) -> tuple[Finding, ...]:
        """The findings that keep a service's plan from being built."""
        return tuple(finding for finding in self.findings if finding.blocks and finding.service == service)


def read_cycle(project: Project, progress: Progress) -> Intake:
    """Read and check everything in a cycle folder.

    Raises:
        SvcdocsError: the framework is not there or cannot be read at all.
    """
    framework, findings, content = read_framework_of(project)
    hashes = {project.name_of(project.framework): sha256_of(content)}
    readings: dict[str, list[Reading]] = {}
    not_started: list[str] = []
    paths = project.workbooks()
    for number, path in enumerate(paths):
        progress("Reading workbooks", number, len(paths))
        reading, service, odd = _read_workbook(path, project, framework, hashes)
        findings += odd
        if reading is None or not service:
            continue
        if reading.is_untouched:
            not_started.append(service)
            findings.append(_not_started(reading, service))
        elif twin := _twin(reading, readings.get(service, ())):
            findings.append(_twice(reading, twin, service))
        else:
            readings.setdefault(service, []).append(reading)
    progress("Checking", len(paths), len(paths))
    plans = [assemble(service, group) for service, group in readings.items()]
    cycle = link(framework, plans)
    files = {service: tuple(reading.file for reading in group) for service, group in readings.items()}
    findings += run_checks(cycle)
    findings += _missing_pictures(project, cycle)
    return Intake(cycle, tuple(findings), files, hashes, tuple(not_started), project.name_of(project.framework))


def second_opinion(project: Project, intake: Intake, progress: Progress) -> Iterator[Finding]:
    """What another reader sees in the workbooks that were read, in cells where we saw nothing."""
    owner = {file: service for service, files in intake.files.items() for file in files}
    for number, path in enumerate(project.workbooks()):
        name = project.name_of(path)
        progress("Reading once more", number, len(owner))
        if name not in owner:
            continue
        content = bytes_of(path)
        for sheet, cell, text in unseen(content, read_book(content, name, _limits(project))):
            yield Finding(
                "second-reader",
                Severity.WARNING,
                f"Another program sees '{in_short(text)}' in {cell}, where this one saw nothing.",
                "Look at the cell; type what belongs there once more, and save.",
                audience="officer",
                service=owner[name],
                where=CellRef(name, sheet, cell),
            )


def read_framework_of(project: Project) -> tuple[Framework, list[Finding], bytes]:
    """The framework of a cycle, what is odd about its workbook, and the workbook's bytes.

    Raises:
        SvcdocsError: it is not there or cannot be read at all.
    """
    path = project.framework
    if not path.is_file():
        hint = f"put the framework workbook back, or correct its name in {project.folder / 'svcdocs.toml'}"
        raise SvcdocsError(f"there is no framework at {path}", hint)
    name, content = project.name_of(path), bytes_of(path)
    framework, findings = read_framework(read_book(content, name, _limits(project)), name)
    return framework, [replace(finding, audience="officer") for finding in findings], content


def _read_workbook(
    path: Path, project: Project, framework: Framework, hashes: dict[str, str]
) -> tuple[Reading | None, str, list[Finding]]:
    """One workbook, the service it is about, and what is odd about it; no reading where it cannot be used."""
    name = project.name_of(path)
    content = bytes_of(path)
    hashes[name] = sha256_of(content)
    try:
        cells = read_book(content, name, _limits(project))
    except UnusableFile as error:
        service = _service_named_in(path.stem, framework)
        unusable = Finding(
            "file-unusable", Severity.ERROR, error.message, error.hint, service=service, where=CellRef(name)
        )
        return None, service, [unusable]
    reading = read_service_workbook(cells, name, framework)
    identity = reading.identity
    if identity.cycle and identity.cycle != cycle_name(framework):
        return None, "", [_foreign(name, identity.cycle, cycle_name(framework))]
    service = _service_called(identity.service, framework) or _service_named_in(path.stem, framework)
    if not service:
        return None, "", [_nobodys(name, identity.service)]
    odd = [] if reading.is_untouched else [replace(finding, service=service) for finding in reading.findings]
    return reading, service, odd


def _missing_pictures(project: Project, cycle: Cycle) -> Iterator[Finding]:
    """A picture that a passage names and that is not in the folder of pictures, or is not one that Word can show."""
    folder = project.pictures_dir
    files = [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []
    there = {path.name.casefold() for path in files if bytes_of(path).startswith(_PICTURES)}
    severity = Severity.ERROR if cycle.framework.is_final else Severity.NOTE
    for plan in cycle.plans:
        for passage in plan.passages:
            if passage.picture and passage.picture.casefold() not in there:
                yield Finding(
                    "picture-missing",
                    severity,
                    f"There is no PNG or JPEG picture '{passage.picture}' in the folder {project.name_of(folder)}.",
                    "Put the file there under that name, saved as PNG or JPEG; or correct the name.",
                    service=plan.service,
                    where=passage.cell("picture"),
                    field="Picture",
                )


def _limits(project: Project) -> Limits:
    return Limits(project.settings.limits.workbook_mb, project.settings.limits.unpacked_mb)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        SvcdocsError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise SvcdocsError(
            f"{path} cannot be read: {error.strerror or error}", "close it elsewhere and try again"
        ) from error


def _service_called(name: str, framework: Framework) -> str:
    """The service of that name, or of which it is another name; "" where there is none."""
    folded = name.strip().casefold()
    for row in framework.services:
        names = {row.service.casefold(), *(line.strip().casefold() for line in row.also_called.split("\n"))}
        if folded and not row.team and folded in names:
            return row.service
    return ""


def _service_named_in(stem: str, framework: Framework) -> str:
    """The one service whose name stands in a file name, for a workbook that has lost its identity; else ""."""
    folded = _letters(stem)
    named = [name for name in framework.service_names if _letters(name) and _letters(name) in folded]
    return named[0] if len(named) == 1 else ""


def _letters(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _not_started(reading: Reading, service: str) -> Finding:
    return Finding(
        "not-started",
        Severity.NOTE,
        f"The workbook of {reading.identity.contributor or service} is as it was sent out.",
        "Nothing to put right; its plan waits for it.",
        service=service,
        where=CellRef(reading.file),
    )


def _foreign(name: str, theirs: str, ours: str) -> Finding:
    return Finding(
        "workbook-of-another-cycle",
        Severity.ERROR,
        f"{name} belongs to {theirs}, and this is {ours}, so it was not read.",
        "Take it out of the folder; to carry its content over, export that cycle and issue from its plans.json.",
        audience="officer",
        where=CellRef(name),
    )


def _nobodys(name: str, service: str) -> Finding:
    about = f"is about '{service}', which is not one of the services" if service else "does not say whose it is"
    return Finding(
        "workbook-of-nobody",
        Severity.ERROR,
        f"{name} {about}, so it was not read.",
        "Put the service's name into the file's name, as it stands on the sheet 'Services and teams'.",
        audience="officer",
        where=CellRef(name),
    )


def _twin(reading: Reading, others: Iterable[Reading]) -> Reading | None:
    """Another return of the same contributor: one of the two must be a copy."""
    mine = reading.identity.contributor
    return next((other for other in others if other.identity.contributor == mine), None)


def _twice(reading: Reading, twin: Reading, service: str) -> Finding:
    return Finding(
        "workbook-twice",
        Severity.ERROR,
        f"{reading.file} and {twin.file} are two copies of the same workbook; only {twin.file} was read.",
        "Keep the right one in the folder and take the other one out.",
        audience="officer",
        service=service,
        where=CellRef(reading.file),
    )


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity; every severity is named."""
    found = {severity.value: 0 for severity in Severity}
    for finding in findings:
        found[finding.severity.value] += 1
    return found
