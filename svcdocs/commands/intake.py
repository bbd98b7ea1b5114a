"""From the cycle folder to a linked cycle: the framework, every workbook, and all that is to be said about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from svcdocs.checks.run import Cleared, checked
from svcdocs.commands.excerpts import excerpts_of
from svcdocs.commands.gone_columns import with_gone_columns
from svcdocs.commands.last_year import last_year_of, with_last_year
from svcdocs.commands.opening import bytes_of, missing_pictures
from svcdocs.commands.reading import health, limits_of, no_second_opinion, patient, read_workbooks, refused
from svcdocs.commands.requesting import contributors_of, hash_of, places_of, printed_from, register_of, with_requests
from svcdocs.commands.told_of_workbooks import nobodys, not_started, of_another_cycle, twice
from svcdocs.commands.whose import Desks, of_nobody
from svcdocs.errors import SvcdocsError, UnusableFile
from svcdocs.excel.cells import CellBook, CellSheet
from svcdocs.excel.guarded import read_guarded, seen_by_another
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.excerpts import Excerpt
from svcdocs.model.findings import CellRef, Finding, Severity, in_short
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.outputs import sha256_of
from svcdocs.project import Project
from svcdocs.workbook.assembly import assemble, finance_of
from svcdocs.workbook.reader import Reading, read_framework, read_workbook

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Intake:
    """What lies in a cycle folder.

    ``files`` gives for each service the workbooks its plan was read from; ``hashes`` the SHA-256 of every file read,
    by its name from the cycle folder; ``not_started`` those whose workbook nobody has touched; ``framework`` is the
    name of the framework's file, ``last_year`` that of last year's plans, if there are any; ``cleared`` what would be
    among the findings, had nobody said why it is right. ``contributors`` are all who fill in a workbook, in the
    framework's order, and ``returned`` what lies there of each, touched or not. ``excerpts`` shows what stands around
    each cell that a finding, cleared or not, names. ``beside`` gives for each service the files beside its own from
    which its document is printed: what it asks, and is asked.
    """

    cycle: Cycle
    findings: tuple[Finding, ...]
    files: Mapping[str, tuple[str, ...]]
    hashes: Mapping[str, str]
    not_started: tuple[str, ...] = ()
    framework: str = ""
    last_year: str = ""
    cleared: tuple[Cleared, ...] = ()
    contributors: tuple[str, ...] = ()
    returned: Mapping[str, Reading] = field(default_factory=dict)
    excerpts: Mapping[CellRef, Excerpt] = field(default_factory=dict)
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def framework_blocks(self) -> bool:
        """Whether something is wrong with the framework that no document can be built with."""
        own = (finding for finding in self.findings if finding.blocks and not finding.service)
        return any(finding.where is None or finding.where.file == self.framework for finding in own)

    @property
    def strays_block(self) -> bool:
        """Whether a workbook lies in the folder that is nobody's, so that something may be missing from the whole."""
        return not self.framework_blocks and any(finding.blocks and not finding.service for finding in self.findings)

    @property
    def answers_awaited(self) -> dict[str, str]:
        """The files from which what services ask of each other is printed, without a hash: some have not come yet."""
        return dict.fromkeys((name for names in self.beside.values() for name in names), "")

    def blocking(self, service: str) -> tuple[Finding, ...]:
        """The findings that keep a service's plan from being built."""
        return tuple(finding for finding in self.findings if finding.blocks and finding.service == service)


def read_cycle(project: Project, progress: Progress, today: date | None = None) -> Intake:
    """Read and check everything in a cycle folder. ``today`` is the day by which an answer may be late.

    Raises:
        SvcdocsError: the framework is not there or cannot be read at all, or last year's plans cannot be.
    """
    framework, findings, content, cells = _framework_of(project)
    before = last_year_of(project, framework)
    desks = Desks(framework)
    returns = _returns(project, desks, progress)
    progress("Checking", 1, 1)
    cycle, files = _linked(desks, returns.readings)
    register = register_of(project)
    given = hash_of(project, register)
    cycle = with_last_year(replace(with_requests(cycle, returns.answers, register), today=today), before)
    told = checked(cycle)
    findings += [*returns.findings, *told.findings, *missing_pictures(project, cycle)]
    return Intake(
        cycle=cycle,
        findings=tuple(map(desks.terms.told, findings)),
        files=files,
        hashes={project.name_of(project.framework): sha256_of(content)}
        | ({before.name: before.sha} if before else {})
        | returns.hashes
        | given,
        not_started=tuple(returns.not_started),
        framework=project.name_of(project.framework),
        last_year=before.name if before else "",
        cleared=tuple(replace(one, finding=desks.terms.told(one.finding)) for one in told.cleared),
        contributors=contributors_of(project, desks, returns.returned),
        beside=printed_from(cycle, files, {**places_of(project, desks), **returns.answering}, given),
        returned=returns.returned,
        excerpts=excerpts_of(
            (*findings, *(one.finding for one in told.cleared)),
            returns.sheets | {project.name_of(project.framework): cells.sheets},
            {reading.file: reading.heads for reading in returns.returned.values()},
        ),
    )


@dataclass(slots=True)
class _Returns:
    """What came back: the workbooks that were read, those as they were sent out, and what is odd about any.

    ``answers`` are the workbooks of requests; one that is as it was sent out may hold answers of an earlier one.
    ``sheets`` are those of every workbook about which something may be said, kept until all has been.
    """

    readings: list[Reading] = field(default_factory=list)
    answers: list[Reading] = field(default_factory=list)
    not_started: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    hashes: dict[str, str] = field(default_factory=dict)
    returned: dict[str, Reading] = field(default_factory=dict)
    sheets: dict[str, tuple[CellSheet, ...]] = field(default_factory=dict)

    @property
    def answering(self) -> dict[str, str]:
        """The file with the answers of each who was asked."""
        return {each.assignment.service: each.file for each in self.answers}


def _returns(project: Project, desks: Desks, progress: Progress) -> _Returns:
    """Every workbook of the folder, each by whose it is."""
    returns = _Returns()
    first: dict[str, Reading] = {}
    paths = project.workbooks()
    books = read_workbooks(project, paths, returns.hashes)
    for number, (path, cells) in enumerate(zip(paths, books, strict=True)):
        progress("Reading workbooks", number, len(paths))
        reading, odd = _understood(path.stem, project.name_of(path), cells, desks)
        returns.findings += odd
        if reading is None:
            continue
        whose = reading.assignment
        if isinstance(cells, CellBook) and not reading.is_untouched:
            returns.sheets[reading.file] = cells.sheets
        returns.returned.setdefault(whose.contributor, reading)
        if reading.is_untouched:
            returns.not_started.append(whose.contributor)
            returns.findings.append(not_started(reading))
        elif twin := first.get(folded(whose.contributor)):
            returns.findings.append(twice(reading, twin))
        else:
            first[folded(whose.contributor)] = reading
            if not whose.asks_for_answers:
                returns.readings.append(reading)
        if whose.asks_for_answers and whose.service not in returns.answering:
            returns.answers.append(reading)
    returns.findings = with_gone_columns(returns.findings, project, desks, returns.readings, returns.hashes)
    return returns


def _linked(desks: Desks, readings: Iterable[Reading]) -> tuple[Cycle, dict[str, tuple[str, ...]]]:
    """The cycle that the workbooks make, and for each service the files from which its plan was read.

    A plan has come in once a workbook about its service alone has; where there is none such, any will do.
    """
    order = {folded(one.contributor): place for place, one in enumerate(desks.assignments)}
    read = sorted(readings, key=lambda each: order.get(folded(each.assignment.contributor), len(order)))
    own = {one.service for one in desks.assignments if not one.central}
    plans, files = [], {}
    for service in desks.framework.service_names:
        given = [each for each in read if each.gives_to(service)]
        if any(not each.assignment.central for each in given) or (given and service not in own):
            plans.append(assemble(service, given))
            files[service] = tuple(each.file for each in given)
    here = {folded(each.assignment.contributor) for each in read}
    missing = [one for one in desks.assignments if folded(one.contributor) not in here]
    gaps = [gap for each in read for gap in each.gaps]
    return link(desks.framework, plans, finance_of(read), missing, gaps), files


def second_opinion(project: Project, intake: Intake, progress: Progress) -> Iterator[Finding]:
    """What another reader sees in the workbooks that were read, in cells where we saw nothing."""
    owner: dict[str, str] = {}
    for service, files in intake.files.items():
        for file in files:
            owner[file] = "" if file in owner else service  # one about several services is nobody's alone
    for number, path in enumerate(project.workbooks()):
        name = project.name_of(path)
        progress("Reading once more", number, len(owner))
        if name not in owner:
            continue
        try:
            seen = seen_by_another(bytes_of(path), name, patient(limits_of(project)))
        except UnusableFile as error:
            yield no_second_opinion(name, error, owner[name])
            continue
        for sheet, cell, text in seen:
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
    return _framework_of(project)[:3]


def _framework_of(project: Project) -> tuple[Framework, list[Finding], bytes, CellBook]:
    path = project.framework
    if not path.is_file():
        hint = f"put the framework workbook back, or correct its name in {project.folder / 'svcdocs.toml'}"
        raise SvcdocsError(f"there is no framework at {path}", hint)
    name, content = project.name_of(path), bytes_of(path)
    cells = read_guarded(content, name, limits_of(project))
    framework, odd = read_framework(cells, name)
    return framework, [replace(finding, audience="officer") for finding in (*health(name, cells), *odd)], content, cells


def _understood(
    stem: str, name: str, cells: CellBook | UnusableFile, desks: Desks
) -> tuple[Reading | None, list[Finding]]:
    """One workbook and what is odd about it; no reading where it cannot be used or is nobody's."""
    if isinstance(cells, UnusableFile):
        whose = desks.in_name(stem)
        service = whose.service if whose else ""
        return None, [refused(name, cells, service)]
    if other := desks.of_another_cycle(cells):
        return None, [of_another_cycle(name, other)]
    assignment, _ = desks.of_book(cells, stem)
    if assignment is None:
        return None, [nobodys(name, of_nobody(cells))]
    reading = read_workbook(cells, name, desks.layout(assignment))
    unhealthy = health(name, cells)
    if reading.is_untouched and not unhealthy:
        return reading, []
    return reading, [
        finding if finding.service else replace(finding, service=assignment.service)
        for finding in (*unhealthy, *reading.findings)
    ]


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity; every severity is named."""
    found = {severity.value: 0 for severity in Severity}
    for finding in findings:
        found[finding.severity.value] += 1
    return found
