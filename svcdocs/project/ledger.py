"""The ledger of returns: one line an event, only ever added to; what cannot be read in it is told and passed over."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from svcdocs.model.findings import CellRef, Finding, Severity


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
        blank = {field.name: field.default for field in fields(self)}
        said = {name: value for name, value in asdict(self).items() if value != blank[name]}
        return (json.dumps(said, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")


def read_ledger(content: bytes, name: str) -> tuple[tuple[Event, ...], tuple[Finding, ...]]:
    """The events of a ledger in their order, and a finding for each line that is none. ``name`` is its own."""
    events, findings = [], []
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            events.append(_event(json.loads(line.decode("utf-8", "surrogatepass").removeprefix("\ufeff"))))
        except (ValueError, TypeError, KeyError, RecursionError):
            findings.append(_broken(name, number))
    return tuple(events), tuple(findings)


def _event(said: Any) -> Event:
    """Raises ValueError, TypeError or KeyError where something is not what an event says."""
    wanted = {field.name: field for field in fields(Event)}
    values = {name: said[name] for name in wanted if name in said}
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


def _broken(name: str, number: int) -> Finding:
    return Finding(
        "ledger-line",
        Severity.WARNING,
        f"Line {number} of {name} cannot be understood, so what it records is not known.",
        "Put the file back from a copy, if there is one. The files kept beside it are all still there.",
        audience="officer",
        where=CellRef(name),
    )
