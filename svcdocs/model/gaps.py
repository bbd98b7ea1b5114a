"""What of a plan could not be read, so that whatever refers to it is not told to be wrong."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.model.findings import CellRef


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of a plan ("objectives"), or one answer on it, that stands in a workbook and could not be read.

    Without a ``field`` the whole part is meant: its sheet has not come back, or nothing on it can be made out.
    ``where`` is the cell of a single answer. What it is has been told already, at its own place.
    """

    part: str
    field: str = ""
    where: CellRef | None = None
    services: tuple[str, ...] = ()

    def concerns(self, service: str) -> bool:
        """Whether it may be part of the plan of a service; one that names none may be of any."""
        return not self.services or service in self.services
