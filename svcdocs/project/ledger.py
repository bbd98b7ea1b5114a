"""The ledger of returns: one line an event, only ever added to; what cannot be read in it is told and passed over."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from svcdocs.model.findings import Finding
from svcdocs.project.lines import known_fields, line_of, read_lines

_HINT = "Put the file back from a copy, if there is one. The files kept beside it are all still there."


class What(StrEnum):
    """What has happened to a contributor's return."""

    RECEIVED = "received"
    MERGED = "merged"
    PUT_BACK = "put back"
    ACCEPTED = "accepted"
    EDITS_KEPT = "edits kept"
    EDITS_DROPPED = "edits dropped"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the ledger.

    ``number`` counts all events, ``version`` the files kept of one contributor. ``file`` is the kept file that the
    event is about, from the cycle folder, ``sha256`` its hash, ``name`` what it was called when it came. ``lies`` is
    the hash of what lies at ``place`` in the workbooks folder since then; both are blank where nothing does.
    ``after`` are the versions it was made from, as far as that can be told: none stands for what was sent out. ``open``
    are the questions that it leaves for somebody to answer, a sentence each.
    """

    number: int
    contributor: str
    what: What
    version: int
    file: str
    sha256: str
    name: str
    date: str
    lies: str = ""
    place: str = ""
    after: tuple[int, ...] = ()
    open: tuple[str, ...] = ()

    def line(self) -> bytes:
        """The event as it stands in the ledger."""
        return line_of(self)


def read_ledger(content: bytes, name: str) -> tuple[tuple[Event, ...], tuple[Finding, ...]]:
    """The events of a ledger in their order, and a finding for each line that is none. ``name`` is its own."""
    return read_lines(content, name, _event, _HINT)


def _event(said: Any) -> Event:
    """Raises ValueError, TypeError or KeyError where something is not what an event says."""
    values = known_fields(Event, said)
    values["what"] = What(values["what"])
    values |= {name: tuple(values[name]) for name in ("after", "open") if name in values}
    if not all(_fits(name, value) for name, value in values.items()):
        raise ValueError("not of the right kind")
    return Event(**values)


def _fits(name: str, value: Any) -> bool:
    match name:
        case "number" | "version":
            return type(value) is int and value > 0
        case "after":
            return all(type(each) is int for each in value)
        case "open":
            return all(isinstance(each, str) for each in value)
    return isinstance(value, str)
