"""The archive of returns: every original byte for byte and for ever, and the ledger of what became of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath

from svcdocs.errors import SvcdocsError
from svcdocs.files import make_read_only, put_in_place, sha256_of, sha256_of_file
from svcdocs.model.findings import Finding
from svcdocs.model.names import folded
from svcdocs.project.file_names import file_name
from svcdocs.project.folder import Project
from svcdocs.project.ledger import Event, What, read_ledger
from svcdocs.project.lines import bytes_at, with_added

LEDGER = "ledger.jsonl"
_LONGEST = 60  # characters kept of a file's own name; the ledger has the whole
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')
_KEPT = re.compile(r"(\d+) ")


@dataclass(frozen=True, slots=True)
class Filed:
    """One thing to be put on record: what happened, and the bytes it happened to, which are kept if they are not yet.

    ``name`` is what the file was called, ``after`` the versions it was made from, ``open`` the questions it leaves.
    """

    what: What
    content: bytes
    name: str
    after: tuple[int, ...] = ()
    open: tuple[str, ...] = ()


@dataclass(frozen=True)
class History:
    """What has become of the returns of one contributor, in order. ``loose`` are kept files of which no event tells."""

    contributor: str
    events: tuple[Event, ...] = ()
    loose: Mapping[str, str] = field(default_factory=dict)

    @property
    def last(self) -> Event | None:
        """The latest event; what it says lies in the workbooks folder should still lie there."""
        return self.events[-1] if self.events else None

    @property
    def current(self) -> Event | None:
        """The event by which what lies in the workbooks folder was first kept."""
        return self.known(self.last.lies) if self.last else None

    @property
    def accepted(self) -> Event | None:
        """The latest acceptance."""
        return next((event for event in reversed(self.events) if event.what is What.ACCEPTED), None)

    @cached_property
    def versions(self) -> dict[int, Event]:
        """The event by which each version was first kept, by its number."""
        return {event.version: event for event in reversed(self.events)}

    def known(self, sha256: str) -> Event | None:
        """The event by which a file with these bytes was first kept."""
        return next((event for event in self.events if event.sha256 == sha256), None)

    def keeps(self, sha256: str) -> bool:
        """Whether a file with these bytes is in the archive."""
        return self.known(sha256) is not None or sha256 in self.loose


@dataclass(frozen=True)
class Archive:
    """All that was received in a cycle. ``findings`` tell what in the ledger cannot be understood."""

    project: Project
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    ledger: bytes

    @classmethod
    def open(cls, project: Project, called: Callable[[str], str] = str) -> Archive:
        """The archive of a cycle; an empty one where nothing was received yet.

        ``called`` gives what a contributor is called by now who was called otherwise when something was received.

        Raises:
            SvcdocsError: the ledger cannot be read.
        """
        path = project.received_dir / LEDGER
        content = bytes_at(path)
        events, findings = read_ledger(content, project.name_of(path))
        now = tuple(replace(event, contributor=called(event.contributor)) for event in events)
        return cls(project, now, findings, content)

    @property
    def contributors(self) -> tuple[str, ...]:
        """Everybody of whom something was received, in the order in which it first was."""
        names: dict[str, str] = {}
        for event in self.events:
            names.setdefault(folded(event.contributor), event.contributor)
        return tuple(names.values())

    def history(self, contributor: str) -> History:
        """What has become of the returns of a contributor."""
        events = tuple(event for event in self.events if folded(event.contributor) == folded(contributor))
        told = {event.file for event in events}
        folder = self.folder_of(contributor)
        files = sorted(folder.iterdir()) if folder.is_dir() else []
        names = [self.project.name_of(path) for path in files if _KEPT.match(path.name) and path.is_file()]
        loose = {sha256_of_file(self.project.folder / name): name for name in names if name not in told}
        return History(contributor, events, loose)

    def folder_of(self, contributor: str) -> Path:
        """Where the originals of a contributor are kept."""
        return self.project.received_dir / file_name(contributor)

    def content(self, event: Event) -> bytes:
        """The kept bytes that an event is about.

        Raises:
            SvcdocsError: they are no longer there, or no longer what they were.
        """
        path = self.project.folder / event.file
        content = _read(path)
        if sha256_of(content) != event.sha256:
            hint = "put the file back from a copy; it was received on " + event.date
            raise SvcdocsError(f"{path} is not what was received any more", hint)
        return content

    def record(
        self,
        contributor: str,
        filed: Sequence[Filed],
        today: date,
        *,
        workbook: tuple[Path, bytes] | None = None,
    ) -> Archive:
        """Keep what is to be kept, put the workbook in its place, and write the events down: all of it or nothing.

        ``workbook`` is what lies in the workbooks folder after this and where, if that changes. Gives back the archive
        as it is then.

        Raises:
            SvcdocsError: something cannot be written; nothing has changed then.
        """
        history = self.history(contributor)
        kept: dict[Path, bytes] = {}
        events: list[Event] = []
        for each in filed:
            event = self._event(replace(history, events=(*history.events, *events)), each, today, workbook)
            events.append(event)
            path = self.project.folder / event.file
            if not path.exists():
                kept[path] = each.content
        ledger = self.project.received_dir / LEDGER
        content = with_added(ledger, self.ledger, events)
        placed = [workbook] if workbook and not _holds(*workbook) else []
        put_in_place({**kept, **dict(placed), ledger: content})
        for path in kept:
            make_read_only(path)
        return replace(self, events=(*self.events, *events), ledger=content)

    def next_version(self, history: History) -> int:
        """The number of the next file that is kept of a contributor."""
        numbers = [*history.versions, *map(_number, history.loose.values())]
        return max(numbers, default=0) + 1

    def _event(self, history: History, each: Filed, today: date, workbook: tuple[Path, bytes] | None) -> Event:
        sha, last = sha256_of(each.content), history.last
        known = history.known(sha)
        file = known.file if known else history.loose.get(sha, "")
        version = known.version if known else _number(file) or self.next_version(history)
        if not file:
            path = self.folder_of(history.contributor) / _kept_name(version, today, each.name)
            file = self.project.name_of(path)
        lies, place = (last.lies, last.place) if last else ("", "")
        if workbook:
            lies, place = sha256_of(workbook[1]), self.project.name_of(workbook[0])
        return Event(
            number=max((event.number for event in (*self.events, *history.events)), default=0) + 1,
            contributor=history.contributor,
            what=each.what,
            version=version,
            file=file,
            sha256=sha,
            name=each.name,
            date=today.isoformat(),
            lies=lies,
            place=place,
            after=each.after,
            open=each.open,
        )


def _holds(path: Path, content: bytes) -> bool:
    return path.exists() and _read(path) == content


def _kept_name(version: int, day: date, name: str) -> str:
    """The name under which a file is kept: "001 2026-12-01 our return.xlsx"."""
    path = PurePosixPath(_NOT_IN_NAMES.sub("_", name))
    suffix = path.suffix[:10].rstrip(". ")
    stem = path.name.removesuffix(path.suffix)[:_LONGEST].strip(". ")
    return f"{version:03} {day.isoformat()} {stem}{suffix}".rstrip(". ")


def _number(file: str) -> int:
    """The version in the name of a kept file; 0 where there is none."""
    found = _KEPT.match(PurePosixPath(file).name)
    return int(found[1]) if found else 0


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        hint = "see that it is there and that you may open it"
        raise SvcdocsError(f"{path} cannot be read: {error.strerror or error}", hint) from error
