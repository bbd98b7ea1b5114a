"""What of a plan could not be read, so that whatever refers to it is not told to be wrong."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.model.findings import CellRef


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of a plan ("objectives"), or an answer on it, that should stand in a workbook and could not be read.

    Without a ``field`` the whole part is meant: its sheet has not come back, or nothing on it can be made out.
    ``where`` is the cell of a single answer ("lead", "targets 2027/28"), or the sheet from which a whole column is
    gone. What is wrong has been told already, at its own place.
    """

    part: str
    field: str = ""
    where: CellRef | None = None
    services: tuple[str, ...] = ()

    @property
    def is_column(self) -> bool:
        """Whether the answer is missing from all rows of a sheet, since its column is gone."""
        return bool(self.field) and self.where is not None and not self.where.cell

    def is_of(self, field: str) -> bool:
        """Whether it is about a field, or about one of the years or parts that a field has."""
        return self.field == field or self.field.startswith((f"{field} ", f"{field}."))

    def concerns(self, service: str) -> bool:
        """Whether it may be part of the plan of a service; one that names none may be of any."""
        return not self.services or service in self.services
