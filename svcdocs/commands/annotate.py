"""Marked copies of what has come back, and beside each a preview of its owner's part of the plan."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from svcdocs import __version__
from svcdocs.commands.intake import Intake, Progress
from svcdocs.commands.opening import bytes_of, pictures_of
from svcdocs.commands.printing import ready
from svcdocs.commands.reading import limits_of
from svcdocs.documents.catalogue import SERVICE_PLANS
from svcdocs.errors import SvcdocsError
from svcdocs.excel.patching import CannotMarkError
from svcdocs.model.addressed import OFFICER, by_contributor
from svcdocs.model.cycle import link
from svcdocs.outputs import Outcome, Output, Published, publish
from svcdocs.project import Project, file_name
from svcdocs.workbook.annotate import annotated, as_list
from svcdocs.workbook.assembly import assemble, finance_of
from svcdocs.workbook.reader import Reading


@dataclass(frozen=True, slots=True)
class Annotated:
    """What was written, and a line for each workbook or preview that could not be made.

    ``copies`` gives for each contributor the name of the marked copy, or of the list that stands in for it.
    """

    published: Published = field(default_factory=lambda: Published(()))
    lines: tuple[str, ...] = ()
    copies: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The files that hold what they should, as they are told."""
        written = (result for result in self.published.results if result.outcome is not Outcome.REFUSED)
        return tuple(str(result.file) for result in written)


def must_not_hold_originals(project: Project, into: Path) -> None:
    """Raises SvcdocsError for a file, and for a folder that is the cycle's own or one of those with workbooks."""
    place = into.resolve()
    if place.exists() and not place.is_dir():
        raise SvcdocsError(f"{into} is a file, so no marked copies can be written into it", "give a folder")
    kept = [project.workbooks_dir, project.inbox_dir, project.received_dir, project.issued_dir]
    if place == project.folder.resolve() or any(place.is_relative_to(folder.resolve()) for folder in kept):
        raise SvcdocsError(
            f"{into} holds the workbooks themselves, so no marked copies are written there",
            f"give a folder of its own, such as {project.output_dir / 'marked'}",
        )


def annotate(
    project: Project, intake: Intake, into: Path, progress: Progress, *, only: Collection[str] = ()
) -> Annotated:
    """Write a marked copy of each workbook with something found in it, and a preview beside it, into a folder.

    Each holds only what its owner is to hear. ``only`` narrows it to workbooks of those names.

    Raises:
        SvcdocsError: a workbook cannot be opened, or the folder cannot be written to.
    """
    owners = {reading.file: who for who, reading in intake.returned.items()}
    # What is shared is somebody's own comment or sheet: a mark on it would only repeat it to whoever wrote it.
    heard = by_contributor((one for one in intake.findings if not one.shared), owners)
    outputs: list[Output] = []
    lines: list[str] = []
    copies: dict[str, str] = {}
    theirs = [who for who in intake.returned if who in heard and who != OFFICER and who not in intake.not_started]
    for number, who in enumerate(theirs):
        reading = intake.returned[who]
        if only and reading.file not in only:
            continue
        progress("Marking copies", number, len(theirs))
        path = project.folder / reading.file
        name, inputs = _name(project, path), {reading.file: intake.hashes[reading.file]}
        try:
            council = intake.cycle.framework.about.council
            copy = annotated(bytes_of(path), heard[who], council, limits_of(project))
            outputs.append(Output(name.as_posix(), copy, inputs))
            copies[who] = name.name
        except CannotMarkError as error:
            beside = name.with_name(f"{name.stem} to put right.txt")
            lines.append(f"{reading.file} was not marked: {error}. What was found in it is listed in {beside.name}.")
            copies[who] = beside.name
            outputs.append(Output(beside.as_posix(), as_list(heard[who], name.name).encode(), inputs))
        try:
            outputs += _previews(project, intake, reading, name, inputs)
        except SvcdocsError as error:
            lines.append(f"There is no preview of {reading.file}: {error.message}.")
    published = publish(into, outputs, program=__version__) if outputs else Published(())
    return Annotated(published, tuple(lines), copies)


def _previews(
    project: Project, intake: Intake, reading: Reading, name: PurePosixPath, inputs: dict[str, str]
) -> Iterator[Output]:
    """The plan of each service that a workbook gives to, made of that workbook alone; a draft in any case."""
    council = intake.cycle.framework
    services = [service for service in council.service_names if reading.gives_to(service)]
    plans = [assemble(service, [reading]) for service in services]
    cycle = link(council, plans, finance_of([reading]), (), reading.gaps)
    pictures = pictures_of(project)
    for plan in cycle.plans:
        kind, laid_out = SERVICE_PLANS[council.layout_of(plan.service)]
        template = ready(project, kind)
        context = laid_out(cycle, plan, draft=True, pictures=pictures)
        of = f" {file_name(plan.service)}" if len(services) > 1 else ""
        shown = name.with_name(f"{name.stem} preview{of}.docx").as_posix()
        yield Output(shown, template.print(context), {**inputs, **template.inputs})


def _name(project: Project, path: Path) -> PurePosixPath:
    """What the copy of a workbook is called: as the workbook is, below the folder of workbooks."""
    return PurePosixPath(path.relative_to(project.workbooks_dir).as_posix())
