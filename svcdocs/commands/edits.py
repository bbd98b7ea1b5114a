"""What the policy officer has done to the workbooks by hand: put one in, or edited one since it was received."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from svcdocs.commands.arrivals import Arrival, read_arrival
from svcdocs.commands.copies import Copies
from svcdocs.commands.intake import Progress
from svcdocs.commands.opening import bytes_of
from svcdocs.commands.whose import Desks
from svcdocs.comparison.shares import changes_in
from svcdocs.comparison.told import told
from svcdocs.errors import SvcdocsError, UnusableFile
from svcdocs.files import sha256_of
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.model.names import folded
from svcdocs.project import Archive, Event, Filed, Project, What
from svcdocs.workbook.shares import share_in


@dataclass(frozen=True, slots=True)
class Choices:
    """Whose edits are kept and whose are dropped, by the names of the contributors."""

    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edited:
    """A workbook that was edited since it was received: what was done to it, a line each."""

    contributor: str
    path: Path
    content: bytes
    lines: tuple[str, ...]

    def told(self, project: Project, new: Arrival) -> Finding:
        """What is told of a return that waits for a decision on the edits."""
        name, options = project.name_of(self.path), f'"{self.contributor}"'
        return Finding(
            "edited-since-received",
            Severity.ERROR,
            f"{new.name} was not taken in, because {name} was edited since it was received: {'; '.join(self.lines)}.",
            f"Type svcdocs receive with --keep-edits {options} to keep these edits, or with --drop-edits {options} to "
            "do without them. It was left where it is.",
            audience="officer",
            where=CellRef(project.name_of(new.path.absolute())),
        )


def adopt(
    project: Project, desks: Desks, archive: Archive, today: date, progress: Progress
) -> tuple[Archive, list[str]]:
    """Keep what was put into the workbooks folder by hand, as a return of whoever it belongs to.

    Gives back the archive as it is then, and a line for each.
    """
    lines = []
    paths = project.workbooks()
    for number, path in enumerate(paths):
        progress("Looking through the workbooks", number, len(paths))
        name, content = project.name_of(path), bytes_of(path)
        placed = _placed(archive).get(name)
        new = _read(project, desks, path, content) if placed is None else None
        found = _by_hand(archive, placed, new, sha256_of(content))
        if found is not None:
            contributor, what, told = found
            archive = archive.record(contributor, [Filed(what, content, path.name)], today, workbook=(path, content))
            lines.append(f"{name} {told}")
    return archive, lines


def settle(
    project: Project, desks: Desks, archive: Archive, today: date, choices: Choices
) -> tuple[Archive, dict[str, Edited], list[str]]:
    """Do with the edits what was chosen: the archive as it is then, the edits left to decide on, and what was done.

    Edits that change no record are kept without asking.

    Raises:
        SvcdocsError: a choice names nobody whose workbook was edited, or something cannot be written.
    """
    found = {folded(each.contributor): each for each in _edited(project, desks, archive)}
    keep, drop = (_chosen(names, found) for names in (choices.keep, choices.drop))
    both = keep & drop
    if both:
        raise SvcdocsError(f"the edits of {found[both.pop()].contributor} cannot be both kept and dropped", "say one")
    lines = []
    for key, edited in list(found.items()):
        if key not in keep | drop and edited.lines:
            continue
        del found[key]
        history = archive.history(edited.contributor)
        current, last = history.current, history.last
        assert last is not None
        after = (current.version,) if current else ()
        what = What.EDITS_DROPPED if key in drop else What.EDITS_KEPT
        filed = Filed(what, edited.content, edited.path.name, after=after)
        lies = archive.content(current) if key in drop and current else edited.content
        archive = archive.record(edited.contributor, [filed], today, workbook=(edited.path, lies))
        if edited.lines:
            lines.append(f"{edited.contributor}: {what.value}: {'; '.join(edited.lines)}")
    return archive, found, lines


def _by_hand(archive: Archive, placed: Event | None, new: Arrival | None, sha256: str) -> tuple[str, What, str] | None:
    """What is to be recorded of a workbook that lies there: whose it is, what happened, and what is told of it.

    ``placed`` is the event by which something was put into that place. None where all is as it was recorded, where the
    workbook was edited since, and where nobody can tell whose it is.
    """
    contributor = placed.contributor if placed else new.whose.contributor if new else ""
    if not contributor:
        return None
    history, folder = archive.history(contributor), archive.project.folder
    known = history.known(sha256)
    is_twin = placed is None and history.last is not None and (folder / history.last.place).is_file()
    if known is not None and not (folder / known.file).is_file():
        return contributor, What.RECEIVED, "was not in the archive any more: it is kept there again."
    if is_twin or (placed is not None and (placed.lies == sha256 or not history.keeps(sha256))):
        return None  # two of one contributor are told by `check`; what was edited waits for a decision
    if history.keeps(sha256) and history.events:
        return contributor, What.PUT_BACK, f"was put there by hand: it is an earlier version of {contributor}."
    return contributor, What.RECEIVED, f"was put there by hand: it is kept as a return of {contributor}."


def _edited(project: Project, desks: Desks, archive: Archive) -> Iterator[Edited]:
    for name, event in _placed(archive).items():
        path = project.folder / name
        content = bytes_of(path) if path.is_file() else b""
        history = archive.history(event.contributor)
        if not content or history.keeps(sha256_of(content)):
            continue
        new = _read(project, desks, path, content)
        current = history.current
        last = Copies(project, desks, archive, history).version(current) if current else None
        if new is None or last is None:
            lines: tuple[str, ...] = ("it cannot be compared with what was received",)
        else:
            changes = changes_in(share_in(last.reading), share_in(new.reading))
            lines = tuple(told(changes)) if changes else ()
        yield Edited(event.contributor, path, content, lines)


def _placed(archive: Archive) -> dict[str, Event]:
    """The latest event of each contributor, by the place where the workbook lies."""
    lasts = (archive.history(name).last for name in archive.contributors)
    return {event.place: event for event in lasts if event is not None and event.place}


def _chosen(names: Collection[str], found: Collection[str]) -> set[str]:
    for name in names:
        if folded(name) not in found:
            edited = ", ".join(found) or "nobody's"
            raise SvcdocsError(
                f"the workbook of '{name}' was not edited since it was received", f"edited since: {edited}"
            )
    return {folded(name) for name in names}


def _read(project: Project, desks: Desks, path: Path, content: bytes) -> Arrival | None:
    try:
        read = read_arrival(project, desks, path, content)
    except UnusableFile:
        return None
    return None if isinstance(read, Finding) else read
