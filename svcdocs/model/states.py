"""Where each contributor stands: told from what lies in the workbooks folder and from the ledger, never kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """How far a contributor's return has come. The first of these that holds, from the last to the first.

    * changed since accepted: a return was accepted, and what lies in the workbooks folder now says something else.
    * accepted: what lies there says what was accepted.
    * received: it is declared ready on its guide, and the very file is kept in the archive.
    * ready: it is declared ready, and the file is not kept: it was put there by hand, or edited since it was received.
    * started: it says something else than what was sent out, and is not declared ready.
    * not started: nothing lies there, or it says just what was sent out.
    """

    NOT_STARTED = "not started"
    STARTED = "started"
    READY = "ready"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    CHANGED = "changed since accepted"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one contributor stands.

    ``file`` is what lies in the workbooks folder and ``version`` its number in the archive, 0 where it is not kept;
    ``received`` the day on which that came, ``checked_by`` who declared it ready. ``open`` are the questions that
    somebody still has to answer, such as two people's copies that say different things in one cell.
    """

    contributor: str
    state: State
    file: str = ""
    version: int = 0
    received: str = ""
    checked_by: str = ""
    open: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The standing for programs; what is blank is null."""
        return {
            "contributor": self.contributor,
            "state": self.state.value,
            "file": self.file or None,
            "version": self.version or None,
            "received": self.received or None,
            "checked_by": self.checked_by or None,
            "open": list(self.open),
        }


def state_of(*, started: bool, declared: bool, kept: bool, accepted: bool | None) -> State:
    """The state of a contributor whose workbook says something (``started``), is ``declared`` ready and is ``kept``.

    ``accepted`` says whether what lies there is what was accepted; None where nothing was.
    """
    if accepted is not None:
        return State.ACCEPTED if accepted else State.CHANGED
    if not started:
        return State.NOT_STARTED
    if not declared:
        return State.STARTED
    return State.RECEIVED if kept else State.READY
