"""What the policy officer decides on returns: an earlier version put back, the present one accepted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath

from svcdocs.errors import SvcdocsError
from svcdocs.files import sha256_of_file
from svcdocs.model.names import folded
from svcdocs.project import Archive, Event, Filed, History, Project, What, file_name

EVERYBODY = "all"


def put_back(project: Project, archive: Archive, name: str, version: int, today: date) -> tuple[Archive, str]:
    """Make an earlier version of a contributor's workbook the one that counts; without ``version``, the one before.

    Gives back the archive as it is then, and a line that says what was done.

    Raises:
        SvcdocsError: there is no such version or contributor, the workbook was edited since it was received, or
            something cannot be written.
    """
    history = _history(archive, name)
    event = _wanted(history, version)
    last = history.last
    lying = project.folder / last.place if last and last.place else None
    if lying and lying.is_file() and not history.keeps(sha256_of_file(lying)):
        raise SvcdocsError(
            f"{project.name_of(lying)} was edited since it was received, and nobody has said what becomes of that",
            f'say --keep-edits "{history.contributor}" or --drop-edits "{history.contributor}" first',
        )
    content = archive.content(event)
    place = project.workbooks_dir / f"{file_name(history.contributor)}{PurePosixPath(event.file).suffix.lower()}"
    filed = Filed(What.PUT_BACK, content, event.name)
    after = archive.record(history.contributor, [filed], today, workbook=(place, content))
    return after, f"{history.contributor}: version {event.version} of {event.date} is put back."


def accept(project: Project, archive: Archive, names: Sequence[str], today: date) -> tuple[Archive, tuple[str, ...]]:
    """Mark what lies in the workbooks folder as accepted: of the contributors named, or of all with a return there.

    Raises:
        SvcdocsError: nothing was received of one of them, or it was edited since; nothing is accepted then.
    """
    everybody = any(folded(name) == EVERYBODY for name in names)
    histories = [_history(archive, name) for name in (archive.contributors if everybody else names)]
    lying = [(history, _lying(project, history)) for history in histories]
    lines = []
    for history, event in lying:
        filed = Filed(What.ACCEPTED, archive.content(event), event.name)
        archive = archive.record(history.contributor, [filed], today)
        lines.append(f"{history.contributor}: version {event.version} is accepted.")
    return archive, tuple(lines)


def _history(archive: Archive, name: str) -> History:
    history = archive.history(name)
    if not history.events:
        there = ", ".join(archive.contributors) or "nobody"
        raise SvcdocsError(f"nothing was received of '{name}'", f"something was received of: {there}")
    return archive.history(history.events[0].contributor)


def _wanted(history: History, version: int) -> Event:
    """The version that was asked for, or the one before the current one."""
    current = history.current
    before = [number for number in history.versions if current is None or number < current.version]
    number = version or max(before, default=0)
    if number not in history.versions:
        there = ", ".join(f"{event.version} of {event.date}" for event in history.versions.values())
        told = f"there is no version {number}" if version else "there is no earlier version"
        raise SvcdocsError(f"{told} of {history.contributor}", f"there are: {there}")
    return history.versions[number]


def _lying(project: Project, history: History) -> Event:
    """The event by which what lies in the workbooks folder was kept."""
    last = history.last
    path = project.folder / last.place if last and last.place else None
    event = history.known(sha256_of_file(path)) if path and path.is_file() else None
    if event is None:
        raise SvcdocsError(
            f"what lies in the workbooks folder of {history.contributor} is not what was received",
            "say `svcdocs receive` first, and keep or drop what was edited",
        )
    return event
