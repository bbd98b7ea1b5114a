"""The versions of one contributor's workbook, and how a new one goes with them: it follows, adds nothing, or is a copy.

What two people have filled in side by side is merged by record; nothing is decided here that they would not see told.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path

from svcdocs.commands.arrivals import Arrival, read_arrival
from svcdocs.commands.reading import HEALTH, health
from svcdocs.commands.whose import Desks
from svcdocs.comparison.gone_columns import gone_columns
from svcdocs.comparison.shares import Shares, changes_in, goes_on_from, left_behind, merged_shares
from svcdocs.comparison.told import clash_told
from svcdocs.errors import SvcdocsError
from svcdocs.model.findings import Finding
from svcdocs.model.names import folded
from svcdocs.project import Archive, Event, History, Project, What, file_name
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.leftovers import Leftovers, leftovers, together
from svcdocs.workbook.shares import share_in, workbook_of
from svcdocs.workbook.writer import identity_for

_UNSEEN = (What.EDITS_KEPT,)
"""Versions that nobody but the policy officer has seen."""
_FEW = 3
NOT_KNOWN = "not known"
"""The fingerprint of what was sent out, where nobody knows that: it is none, so that no workbook has it."""
_UNREAD = ("headings-not-found", "row-of-no-service", "sheet-of-another")
"""Findings of reading that say that rows were typed which a workbook made anew would not have."""
_GONE = ("sheet-missing", "column-missing")
"""Findings of reading by which what another copy says would be taken for deleted in this one."""


@dataclass(frozen=True)
class Merger:
    """Two copies as one workbook; ``clashes`` are told a sentence each."""

    content: bytes
    clashes: tuple[str, ...]


@dataclass
class Copies:
    """Everything that was sent to or came from one contributor, read when somebody asks for it."""

    project: Project
    desks: Desks
    archive: Archive
    history: History
    _read: dict[str, Arrival | None] = field(default_factory=dict)

    def version(self, event: Event) -> Arrival | None:
        """A kept workbook, read as it is read today; None where it cannot be read any more."""
        if event.file not in self._read:
            self._read[event.file] = self._reread(Path(event.name), event)
        return self._read[event.file]

    def sent_out(self, identity: Identity) -> Arrival | None:
        """The workbook that was sent out first and that a return goes back to; None where none lies in the cycle.

        It is known by its fingerprint; a return that has lost its own goes back to the latest of the contributor.
        """
        stem = file_name(self.history.contributor)
        issued = self.project.issued_dir.glob("*/*.xlsx") if self.project.issued_dir.is_dir() else ()
        found = sorted(issued, key=lambda path: (path.parent.name, path.stem))
        named = [path for path in found if path.stem.startswith(stem)]
        if not identity.issued:
            return next((own for path in reversed(named) if (own := self._own(path))), None)
        ordered = (*named, *(path for path in found if path not in named))
        sent = (read for path in ordered if (read := self._own(path)))
        return next((read for read in sent if read.reading.identity.issued == identity.issued), None)

    def origin_of(self, new: Arrival) -> int:
        """The version a return was made from: the latest whose news it has; 0 where that is what was sent out."""
        current = self.history.current
        return self._origin(new, current.version, frozenset()) if current else 0

    def says(self, number: int, new: Arrival) -> Shares | None:
        """What a version says; for 0 what was sent out. None where that is not known."""
        event = self.history.versions.get(number)
        read = self.version(event) if event else self.sent_out(new.reading.identity)
        return share_in(read.reading) if read else None

    def merge(self, origin: int, new: Arrival, last: Arrival, *, new_first: bool) -> Merger:
        """The new copy and the last as one workbook, with the identity they came with.

        Raises:
            SvcdocsError: rows of one of them are in no way to be read, so that they would be lost; or a text is too
                long for a cell.
        """
        for each in (new, last):
            must_be_read_whole(each, "merged with another copy", "Or say --replace to take the new one alone", _GONE)
        base = self.says(origin, new)
        for each in (new, last):
            must_have_its_columns(each, base)
        one, other = (new, last) if new_first else (last, new)
        share, clashes = merged_shares(base, share_in(one.reading), share_in(other.reading))
        knows = (new, last, self.sent_out(new.reading.identity))
        like = next((each for each in knows if each and each.reading.identity.issued), None)
        theirs = together(*(leftovers(each.cells, each.reading, each.layout) for each in (one, other)))
        content = made_anew(share, new, like, theirs)
        return Merger(content, tuple(map(clash_told, clashes)))

    def typed_back(self, origin: int, new: Arrival, last: Arrival) -> tuple[str, ...]:
        """The cells in which the last copy has typed over what stands in the new one still, or again; a sentence each.

        Where they are few, whoever sent the new copy may well have seen the last one and typed back what was there. Of
        many nobody would think so, nor where nobody but the policy officer has seen the last.
        """
        base, current = self.says(origin, new), self.history.current
        if base is None or current is None or current.what in _UNSEEN:
            return ()
        behind = tuple(left_behind(base, share_in(last.reading), share_in(new.reading)))
        return tuple(map(clash_told, behind)) if len(behind) <= _FEW else ()

    def _origin(self, new: Arrival, number: int, seen: frozenset[int]) -> int:
        """The latest version, from one of some number back, that a return goes on from.

        What was merged goes back to two: whoever goes on from one of them has none of the other's news.
        """
        event = self.history.versions.get(number)
        version = self.version(event) if event else None
        if event is None or version is None or number in seen:
            return number if event else 0
        said = share_in(version.reading)
        for before in event.after or (0,):
            base = self.says(before, new)
            wholly = base is None or event.what in _UNSEEN
            if not goes_on_from(base or {}, said, share_in(new.reading), wholly=wholly):
                return self._origin(new, before, seen | {number})
        return number

    def _reread(self, name: Path, event: Event) -> Arrival | None:
        try:
            read = read_arrival(self.project, self.desks, name, self.archive.content(event))
        except SvcdocsError:
            return None
        return None if isinstance(read, Finding) else read

    def _own(self, path: Path) -> Arrival | None:
        """A workbook that was sent out, if it went to this contributor: blank ones are all alike."""
        name = self.project.name_of(path)
        if name not in self._read:
            try:
                read = read_arrival(self.project, self.desks, path, path.read_bytes())
            except (SvcdocsError, OSError):
                read = None
            self._read[name] = None if isinstance(read, Finding) else read
        found = self._read[name]
        return found if found and folded(found.whose.contributor) == folded(self.history.contributor) else None


def must_be_read_whole(copy: Arrival, done: str, otherwise: str, codes: Collection[str] = ()) -> None:
    """Raises SvcdocsError where something of a workbook cannot be read, and would be lost if this were ``done``.

    ``codes`` are those of further findings of reading by which something would be.
    """
    found = (*health(copy.name, copy.cells), *copy.reading.findings)
    lost = next((one for one in found if one.code in (HEALTH, *_UNREAD, *codes)), None)
    if lost is not None:
        why = f"{copy.name} cannot be {done}, since some of it cannot be read: {lost.message}"
        raise SvcdocsError(why, f"{lost.hint} {otherwise}")


def must_have_its_columns(copy: Arrival, base: Shares | None) -> None:
    """Raises SvcdocsError where a column is gone from a copy with what stood there in what it was made from.

    In a merger that would be taken for deleted, one value after the other.
    """
    changes = changes_in(base, share_in(copy.reading)) if base is not None else ()
    gone, _ = gone_columns(changes, copy.reading.gaps)
    if gone:
        why = f"{copy.name} cannot be merged with another copy: {gone[0].told(copy.layout.terms)}"
        way = "Put the column back, from the workbook it was made from. Or say --replace to take the new one alone"
        raise SvcdocsError(why, way)


def made_anew(share: Shares, new: Arrival, like: Arrival | None, theirs: Leftovers) -> bytes:
    """The workbook of a contributor that says what a share says, and knows of itself what another knew.

    Raises:
        SvcdocsError: a text is too long for a cell.
    """
    # Where nobody knows what was sent out: whatever that was, it was not this.
    identity = like.reading.identity if like else replace(identity_for(new.layout), issued=NOT_KNOWN)
    try:
        return workbook_of(share, new.layout, identity, theirs)
    except ValueError as error:
        raise SvcdocsError(
            f"the copies of {new.whose.contributor} cannot be put into one workbook: {str(error).splitlines()[0]}",
            "shorten that text in one of them, or say --replace to take the new one alone",
        ) from error


def is_news(base: Shares, new: Shares) -> bool:
    """Whether a copy says anything that what it was made from does not."""
    return any(change.part != "declarations" for change in changes_in(base, new))
