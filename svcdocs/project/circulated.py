"""The record of what was circulated: one line a copy, only ever added to; and the copies, which stay what they were."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from svcdocs.errors import SvcdocsError
from svcdocs.files import make_read_only, put_in_place, sha256_of, sha256_of_file
from svcdocs.model.findings import Finding
from svcdocs.model.names import folded
from svcdocs.project.folder import Project
from svcdocs.project.lines import bytes_at, known_fields, read_lines, with_added

RECORD = "circulated.jsonl"
_HINT = "Put the file back from a copy, if there is one. What was circulated lies beside it all the same."


class Kept(StrEnum):
    """Whether a copy is still what was circulated."""

    AS_IT_WAS = "as it was"
    CHANGED = "changed since"
    GONE = "not there any more"
    UNREADABLE = "held by another program, so that it could not be looked at"


@dataclass(frozen=True, slots=True)
class Circulated:
    """One line of the record: a document as it went out.

    ``document`` is what it is called in the output folder, ``service`` whose plan it is, blank for one of the whole
    council. ``version``, ``status`` and ``date`` are the words of its cover, ``day`` the day on which it was
    circulated. ``file`` is the copy and ``data`` the plans of that version, both from the cycle folder, each with its
    hash. ``fingerprint`` is the hash of what the plan says, whatever it looks like; ``inputs`` has the hashes of what
    the document was built from, and ``program`` the version of svcdocs that built it.
    """

    number: int
    day: str
    document: str
    version: str
    file: str
    sha256: str
    data: str
    data_sha256: str
    program: str
    inputs: Mapping[str, str]
    service: str = ""
    status: str = ""
    date: str = ""
    fingerprint: str = ""


@dataclass(frozen=True)
class Circulation:
    """All that was circulated in a cycle. ``findings`` tell what in the record cannot be understood."""

    project: Project
    copies: tuple[Circulated, ...]
    findings: tuple[Finding, ...]
    record: bytes

    @classmethod
    def open(cls, project: Project) -> Circulation:
        """What was circulated in a cycle; nothing where there is no record yet.

        Raises:
            SvcdocsError: the record cannot be read.
        """
        path = project.circulation_dir / RECORD
        content = bytes_at(path)
        copies, findings = read_lines(content, project.name_of(path), _circulated, _HINT)
        return cls(project, copies, findings, content)

    @property
    def next_number(self) -> int:
        """The number of the next line; a line that cannot be understood had one, too."""
        lines = sum(1 for line in self.record.split(b"\n") if line.strip())
        return max(lines, *(copy.number for copy in self.copies), 0) + 1

    @property
    def last_day(self) -> str:
        """The latest day of which the record tells; blank where it tells of none."""
        return max((copy.day for copy in self.copies), default="")

    def of_version(self, version: str) -> tuple[Circulated, ...]:
        """What was circulated as a version, in order."""
        return tuple(copy for copy in self.copies if is_version(copy.version, version))

    def copy_of(self, document: str, version: str) -> Circulated | None:
        """How a document was circulated as a version; None where it was not."""
        found = (copy for copy in reversed(self.copies) if copy.document == document)
        return next((copy for copy in found if is_version(copy.version, version)), None)

    def before(self, service: str, version: str, called: Callable[[str], str] = str) -> Circulated | None:
        """The plan of a service as it was last circulated under another version than this.

        ``called`` gives what a service is called by now that was called otherwise then.
        """
        return next(
            (
                copy
                for copy in reversed(self.copies)
                if copy.service
                and folded(called(copy.service)) == folded(service)
                and not is_version(copy.version, version)
            ),
            None,
        )

    def kept(self, file: str, sha256: str) -> Kept:
        """Whether a file of the record, the copy or the data of a version, is still what was circulated."""
        try:
            return Kept.AS_IT_WAS if sha256_of_file(self.project.folder / file) == sha256 else Kept.CHANGED
        except FileNotFoundError:
            return Kept.GONE
        except OSError:
            return Kept.UNREADABLE

    def not_kept(self) -> dict[str, Kept]:
        """The copies and data that are not, or cannot be seen to be, what was circulated; each by its file."""
        files = {copy.file: copy.sha256 for copy in self.copies} | {copy.data: copy.data_sha256 for copy in self.copies}
        looked = {file: self.kept(file, sha256) for file, sha256 in files.items()}
        return {file: kept for file, kept in looked.items() if kept is not Kept.AS_IT_WAS}

    def add(self, copies: Sequence[Circulated], contents: Mapping[Path, bytes]) -> Circulation:
        """Put frozen copies in their places and write them down: all of it or nothing. What lies there stays.

        ``contents`` are the copies and data that do not lie there yet. Gives back the circulation as it is then.

        Raises:
            SvcdocsError: something else lies in one of the places, or something cannot be written; nothing has changed
                then.
        """
        for path, content in contents.items():
            if lies_otherwise(path, content):
                hint = "move it elsewhere, or give the next version another name"
                raise SvcdocsError(f"{path} lies there already, and is not what was to be circulated", hint)
        new = {path: content for path, content in contents.items() if not path.exists()}
        path = self.project.circulation_dir / RECORD
        content = with_added(path, self.record, copies)
        put_in_place(new | ({path: content} if copies else {}))
        for copy in new:
            make_read_only(copy)
        return replace(self, copies=(*self.copies, *copies), record=content if copies else self.record)


def is_version(one: str, other: str) -> bool:
    """Whether two names are those of one version: capitals and blanks make no other."""
    return folded(one) == folded(other)


def lies_otherwise(path: Path, content: bytes) -> bool:
    """Whether something else lies in a place than is to lie there, or what cannot be looked at."""
    try:
        return path.exists() and sha256_of_file(path) != sha256_of(content)
    except OSError:
        return True


def _circulated(said: Any) -> Circulated:
    """Raises ValueError, TypeError or KeyError where something is not what a line says."""
    values = known_fields(Circulated, said)
    inputs = values["inputs"]
    is_right = type(values["number"]) is int and values["number"] > 0 and isinstance(inputs, dict)
    texts = [text for name, text in values.items() if name not in ("number", "inputs")]
    if not is_right or not all(isinstance(text, str) for text in (*texts, *inputs.values())):
        raise ValueError("not of the right kind")
    return Circulated(**values)
