"""issue --refresh: a workbook that is half filled in, carried over to the framework and the workbook of today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from svcdocs.commands.arrivals import Arrival, read_arrival
from svcdocs.commands.copies import NOT_KNOWN, must_be_read_whole
from svcdocs.commands.intake import Progress, read_framework_of
from svcdocs.commands.issue import chosen, must_be_ready
from svcdocs.commands.last_year import with_accounts
from svcdocs.commands.opening import bytes_of
from svcdocs.commands.reading import limits_of
from svcdocs.commands.whose import Desks
from svcdocs.comparison.shares import Shares, changes_in
from svcdocs.comparison.told import told
from svcdocs.errors import SvcdocsError
from svcdocs.excel.guarded import read_guarded
from svcdocs.files import put_in_place
from svcdocs.model.base import Record
from svcdocs.model.findings import Finding
from svcdocs.model.names import folded
from svcdocs.project import Archive, Project, file_name
from svcdocs.workbook.layout import Layout
from svcdocs.workbook.leftovers import Leftovers, leftovers
from svcdocs.workbook.reader import read_framework, read_workbook
from svcdocs.workbook.shares import share_in, workbook_of
from svcdocs.workbook.writer import identity_for


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A workbook that was carried over: where it lies, from which file, and what it has no column for any more."""

    contributor: str
    path: Path
    source: str
    lines: tuple[str, ...]


def refresh(project: Project, today: date, progress: Progress, name: str, file: Path | None = None) -> Refreshed:
    """Carry what a contributor has filled in so far over to a new workbook, in a new file among those sent out.

    ``file`` is the half-filled workbook; without it, the one that lies in the workbooks folder. What the new workbook
    has no column for goes along as its owner's own, under a heading that begins with #.

    Raises:
        SvcdocsError: the framework is not ready, nobody is called that, there is nothing to carry over or it cannot be
            read whole, or something cannot be written.
    """
    framework, findings, content = read_framework_of(project)
    must_be_ready(framework, findings)
    desks = Desks(framework)
    names = chosen(desks, name)
    whose = next((one for one in names if folded(one.contributor) == folded(name)), names[0])
    if len(names) > 1 and folded(whose.contributor) != folded(name):
        raise SvcdocsError(
            f"'{name}' has several workbooks", f"say which: {', '.join(one.contributor for one in names)}"
        )
    progress("Carrying over", 0, 1)
    half = _half_filled(project, desks, whose.contributor, file)
    layout = desks.layout(whose)
    share, theirs = _as_of_today(_best_read(project, half), layout, desks)
    share = with_accounts(share, project, desks, whose)
    identity = replace(identity_for(layout), issued=half.reading.identity.issued or NOT_KNOWN)
    try:
        made = workbook_of(share, layout, identity, theirs)
    except ValueError as error:
        hint = "shorten that text, or divide it into two records"
        raise SvcdocsError(f"the workbook cannot be written: {str(error).splitlines()[0]}", hint) from error
    again = read_workbook(read_guarded(made, half.name, limits_of(project)), half.name, layout)
    changes = changes_in(share, share_in(again))
    folder = _folder(project, today, content)
    path = _free(folder, file_name(whose.contributor), made)
    put_in_place({folder / project.framework.name: content, path: made})
    return Refreshed(whose.contributor, path, half.name, tuple(told(changes)) if changes else ())


def _half_filled(project: Project, desks: Desks, contributor: str, file: Path | None) -> Arrival:
    """The workbook to carry over: the file given, else what was received last, else whichever is theirs."""
    for path in [file] if file else _likeliest_first(project, desks, contributor):
        try:
            read = read_arrival(project, desks, path, bytes_of(path))
        except SvcdocsError:
            if file:
                raise
            continue
        if isinstance(read, Finding):
            if file:
                raise SvcdocsError(read.message.rstrip("."), "give the workbook of this cycle that is half filled in")
            continue
        if folded(read.whose.contributor) == folded(contributor):
            if read.reading.is_untouched:
                raise SvcdocsError(
                    f"{path.name} is as it was sent out, so there is nothing to carry over",
                    f'send a new one: svcdocs issue --only "{contributor}"',
                )
            return read
    where = f"{file} is not the workbook of {contributor}" if file else f"nothing has come back of {contributor}"
    raise SvcdocsError(where, "give the half-filled workbook with --file, or receive it first")


def _likeliest_first(project: Project, desks: Desks, contributor: str) -> list[Path]:
    """The workbooks of the cycle; first the one that was put there when it was received, so that no other is opened."""
    last = Archive.open(project, desks.contributor_called).history(contributor).last
    place = project.folder / last.place if last is not None and last.place else None
    return sorted(project.workbooks(), key=lambda path: path != place)


def _best_read(project: Project, half: Arrival) -> Arrival:
    """The workbook read by the framework it was made from: of all that were sent out, that by which least is odd.

    Read by another, what stands under a heading that is no more would be taken for something else, or for nothing.
    """
    best = min((half, *_by_older(project, half)), key=_odd)
    must_be_read_whole(best, "carried over", "Put it right in that workbook first")
    return best


def _by_older(project: Project, half: Arrival) -> Iterator[Arrival]:
    """The workbook read by each framework that was sent out, the latest first."""
    seen = {bytes_of(project.framework)}
    for path in sorted(project.issued_dir.glob(f"*/{project.framework.name}"), reverse=True):
        content = bytes_of(path)
        if content in seen:
            continue
        seen.add(content)
        try:
            framework, _ = read_framework(read_guarded(content, path.name, limits_of(project)), path.name)
        except SvcdocsError:
            continue
        desks = Desks(framework)
        whose = desks.of(half.reading.identity, half.path.stem)
        if whose is not None:
            layout = desks.layout(whose)
            yield replace(half, reading=read_workbook(half.cells, half.name, layout), layout=layout)


def _odd(read: Arrival) -> int:
    """How much of a workbook was told about, guessed or left over when it was read."""
    theirs = leftovers(read.cells, read.reading, read.layout)
    return len(read.reading.findings) + sum(map(len, theirs.beside.values())) + len(theirs.rest)


def _as_of_today(half: Arrival, layout: Layout, desks: Desks) -> tuple[Shares, Leftovers]:
    """What the workbook says, of the services and the team as they are called by now; and what is left over of it."""
    then, now = half.whose, layout.assignment

    def service(name: str) -> str:
        return now.service if name == then.service and now.service else desks.service_called(name) or name

    def renamed(record: Record) -> Record:
        if not now.team or getattr(record, "team", "") != then.team or then.team == now.team:
            return record
        return record.model_copy(update={"team": now.team})

    said: dict[str, Mapping[str, tuple[Record, ...]]] = {}
    for name, parts in share_in(half.reading).items():
        said[service(name) if name else ""] = {part: tuple(map(renamed, found)) for part, found in parts.items()}
    declared = tuple(row.model_copy(update={"contributor": now.contributor}) for row in said[""]["declarations"])
    said[""] = {**said[""], "declarations": declared}
    return said, leftovers(half.cells, half.reading, half.layout)


def _folder(project: Project, today: date, framework: bytes) -> Path:
    """The folder of the day; one beside it, where another framework was sent out on that day."""
    first = project.issued_on(today)
    folders = (first if number == 1 else first.with_name(f"{first.name}-{number}") for number in range(1, 1000))
    for folder in folders:
        copy = folder / project.framework.name
        if not copy.exists() or bytes_of(copy) == framework:
            return folder
    raise SvcdocsError(f"too much was sent out on {first.name}", "try again tomorrow")


def _free(folder: Path, stem: str, content: bytes) -> Path:
    """A name for the new file that no other file has."""
    number = 1
    while True:
        path = folder / f"{stem} (refreshed{f' {number}' if number > 1 else ''}).xlsx"
        if not path.exists() or bytes_of(path) == content:
            return path
        number += 1
