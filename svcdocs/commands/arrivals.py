"""What has come back: each file read and given to whom it belongs, or told and left where it lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from svcdocs.commands.opening import bytes_of
from svcdocs.commands.reading import limits_of
from svcdocs.commands.whose import NAME_IT, Desks, of_nobody
from svcdocs.errors import SvcdocsError, UnusableFile
from svcdocs.excel.cells import CellBook
from svcdocs.excel.guarded import read_each, read_guarded
from svcdocs.files import sha256_of
from svcdocs.model.assignments import Assignment
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.project import Project
from svcdocs.project.folder import SPREADSHEETS
from svcdocs.workbook.identity import identity_of
from svcdocs.workbook.layout import Layout
from svcdocs.workbook.reader import Reading, read_workbook

if TYPE_CHECKING:
    from svcdocs.commands.intake import Progress  # what is taken in is compared with what came before

_LOCKS = ("~$", ".~lock.")
_OTHERS = frozenset({"desktop.ini", "thumbs.db", "ehthumbs.db"})
_CONFLICT = re.compile(r"conflict(?:ed|ing)?[ _-]+(?:copy|version)|in conflict|case[ _-]conflict", re.IGNORECASE)
"""What programs that keep folders in step call a file when two people changed it at once."""


@dataclass(frozen=True)
class Arrival:
    """One workbook that came back: its bytes, what they say, and whose it is. ``note`` says how that was found out."""

    path: Path
    content: bytes
    cells: CellBook
    reading: Reading
    layout: Layout
    note: str = ""

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.path.name

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return sha256_of(self.content)

    @property
    def whose(self) -> Assignment:
        """Whose it is."""
        return self.reading.assignment

    @property
    def saved(self) -> str:
        """When the program it was filled in with says that it was saved last; "" where it does not say."""
        return self.cells.core.get("modified", "")


def arrivals(
    project: Project, desks: Desks, files: Sequence[Path], progress: Progress
) -> tuple[list[Arrival], list[Finding]]:
    """The returns among some files, those saved first first; and what is told of those that are none.

    Without ``files``, all that lies in the inbox.
    """
    paths = list(files) or sorted(_in_inbox(project), key=lambda path: (path.as_posix().casefold(), path.as_posix()))
    found: list[Arrival] = []
    told: list[Finding] = []
    odd = {path: said for path in paths if (said := _not_a_return(project, path)) is not None}
    told += odd.values()
    kept = [path for path in paths if path not in odd]
    contents: dict[Path, bytes] = {}
    books = read_each(_opened(kept, contents), limits_of(project))
    for number, (path, cells) in enumerate(zip(kept, books, strict=True)):
        progress("Reading returns", number, len(kept))
        if isinstance(cells, UnusableFile):
            told.append(_told(project, path, cells.code, cells.message, cells.hint))
            continue
        arrival = _arrival(project, desks, path, contents[path], cells)
        (told if isinstance(arrival, Finding) else found).append(arrival)  # type: ignore[arg-type]
    return sorted(found, key=lambda each: each.saved), told


def left_behind(project: Project, desks: Desks) -> list[Finding]:
    """What is told of files in the inbox that are no returns, or cannot be taken in."""
    return arrivals(project, desks, (), lambda *_: None)[1]


def read_arrival(project: Project, desks: Desks, path: Path, content: bytes) -> Arrival | Finding:
    """A workbook from outside with whose it is, or what is told where it is nobody's here.

    Raises:
        UnusableFile: it cannot be read at all.
    """
    return _arrival(project, desks, path, content, read_guarded(content, path.name, limits_of(project)))


def _opened(paths: Iterable[Path], contents: dict[Path, bytes]) -> Iterator[tuple[str, bytes | UnusableFile]]:
    """The bytes of each file, or why there are none; ``contents`` takes them as well."""
    for path in paths:
        try:
            contents[path] = bytes_of(path)
            yield path.name, contents[path]
        except SvcdocsError as error:
            yield path.name, UnusableFile(error.message, error.hint)


def _arrival(project: Project, desks: Desks, path: Path, content: bytes, cells: CellBook) -> Arrival | Finding:
    if identity_of(cells.properties).kind == "framework":
        hint = f"If it is to be the framework of this cycle, put it in the place of {project.framework.name} yourself."
        return _told(project, path, "framework-received", f"{path.name} is a framework workbook and no return.", hint)
    if other := desks.of_another_cycle(cells):
        hint = "To carry it over, receive and export it in its own cycle, and issue here with --from its plans.json."
        return _told(project, path, "workbook-of-another-cycle", f"{path.name} {other}.", hint)
    whose, note = desks.of_book(cells, path.stem)
    if whose is None:
        return _told(project, path, "workbook-of-nobody", f"{path.name} {of_nobody(cells)}.", NAME_IT)
    layout = desks.layout(whose)
    return Arrival(path, content, cells, read_workbook(cells, path.name, layout), layout, note)


def _in_inbox(project: Project) -> Iterator[Path]:
    """Everything in the inbox that somebody put there."""
    for path in project.inbox_dir.rglob("*"):
        parts = path.relative_to(project.inbox_dir).parts
        hidden = any(part.startswith(".") for part in parts) and not path.name.startswith(_LOCKS)
        if path.is_file() and not hidden and path.name.casefold() not in _OTHERS:
            yield path


def _not_a_return(project: Project, path: Path) -> Finding | None:
    """What is told of a file that is not even looked into."""
    if path.name.startswith(_LOCKS):
        return _told(
            project,
            path,
            "lock-file",
            f"{path.name} is no workbook: it only says that somebody has one open.",
            "Close the workbook; if nobody has it open, delete this file.",
            severity=Severity.WARNING,
        )
    if _CONFLICT.search(path.stem):
        return _told(
            project,
            path,
            "copy-in-inbox",
            f"{path.name} was put there by a program because two people changed one file at once.",
            "Ask which of the two counts, or receive both under plain names: they are merged record by record.",
        )
    if path.suffix.lower() not in SPREADSHEETS:
        return _told(
            project,
            path,
            "not-a-workbook",
            f"{path.name} is not a workbook.",
            "Ask for the workbook itself; or take this file out of the folder.",
        )
    return None


def _told(
    project: Project, path: Path, code: str, message: str, hint: str, *, severity: Severity = Severity.ERROR
) -> Finding:
    where = CellRef(project.name_of(path.absolute()))
    return Finding(code, severity, message, f"{hint} It was left where it is.", audience="officer", where=where)
