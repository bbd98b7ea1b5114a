"""From workbooks in the cycle folder to their cells: read in a process of its own, each refused with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from svcdocs.errors import UnusableFile
from svcdocs.excel.cells import CellBook
from svcdocs.excel.guarded import read_each
from svcdocs.excel.package import Limits, bytes_of
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.outputs import sha256_of, sha256_of_file
from svcdocs.project import Project

HEALTH = "file-health"
"""The code of the finding that says that not all of a file could be read."""
_LOST_TOLD = 6
"""So many things that are missing from a file are named."""


def limits_of(project: Project) -> Limits:
    """What a workbook of the cycle may be, and what reading it may take."""
    said = project.settings.limits
    return Limits(said.workbook_mb, said.unpacked_mb, said.seconds, said.memory_mb)


def patient(limits: Limits) -> Limits:
    """Limits for another reader, which takes several times as long as ours and as much memory again."""
    return replace(limits, seconds=limits.seconds * 5, memory_mb=limits.memory_mb * 2)


def read_workbooks(
    project: Project, paths: Iterable[Path], hashes: dict[str, str]
) -> Iterator[CellBook | UnusableFile]:
    """The cells of each file in order, or why there are none; ``hashes`` takes the hash of each file by its name."""
    return read_each(_contents(project, paths, hashes), limits_of(project))


def refused(name: str, error: UnusableFile, service: str) -> Finding:
    """The finding for a file that cannot be read at all."""
    return Finding(error.code, Severity.ERROR, error.message, error.hint, service=service, where=CellRef(name))


def no_second_opinion(name: str, error: UnusableFile, service: str) -> Finding:
    """The finding for a workbook that another reader does not get through."""
    return Finding(
        "second-reader",
        Severity.NOTE,
        f"Another program cannot read {name}, so there is no second opinion on it.",
        error.hint,
        audience="officer",
        service=service,
        where=CellRef(name),
    )


def health(name: str, cells: CellBook) -> list[Finding]:
    """One finding that says what of a file could not be read, and where; none where it was read whole."""
    if not cells.lost:
        return []
    told, more = cells.lost[:_LOST_TOLD], len(cells.lost) - _LOST_TOLD
    rest = f"; and {more} more places" if more > 0 else ""
    return [
        Finding(
            HEALTH,
            Severity.ERROR,
            f"Not all of {name} could be read: {'; '.join(told)}{rest}.",
            "Open it in Excel, let Excel repair it, see that nothing is missing there, and save it.",
            where=CellRef(name),
        )
    ]


def _contents(
    project: Project, paths: Iterable[Path], hashes: dict[str, str]
) -> Iterator[tuple[str, bytes | UnusableFile]]:
    limits = limits_of(project)
    for path in paths:
        name = project.name_of(path)
        try:
            content = bytes_of(path, name, limits)
            hashes[name] = sha256_of(content)
            yield name, content
        except UnusableFile as error:
            hashes[name] = _hash(path)
            yield name, error


def _hash(path: Path) -> str:
    """The hash of a file that is not read; none where it cannot even be opened."""
    try:
        return sha256_of_file(path)
    except OSError:
        return ""
