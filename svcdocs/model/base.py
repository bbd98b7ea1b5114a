"""The two bases every noun stands on: a value that is what it says, and a record that knows where it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from svcdocs.model.findings import CellRef


class Value(BaseModel):
    """A small immutable value: equal when its contents are equal."""

    model_config = ConfigDict(frozen=True, extra="ignore")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one record was read: the row it stood in, and the column of each of its fields.

    ``columns`` maps a field of the record to the letters of its column ("D"); on a form, where each field has a row of
    its own, to its cell ("B7").
    """

    file: str
    sheet: str
    row: int
    columns: Mapping[str, str] = field(default_factory=dict)

    def cell(self, name: str = "") -> CellRef:
        """The cell of one field; without a name, or for a field with no column, the first cell of the row."""
        # A family ("targets") or the parts of a record ("steps") stand where the first of their columns does.
        place = self.columns.get(name) or next(
            (place for key, place in self.columns.items() if name and key.startswith((f"{name} ", f"{name}."))),
            next(iter(self.columns.values()), "A"),
        )
        return CellRef(self.file, self.sheet, place if place[-1].isdigit() else f"{place}{self.row}")


class Record(Value):
    """Something a person wrote on a row of a sheet.

    The origin takes no part in equality, in JSON or in fingerprints: two records that say the same are the same,
    wherever they were read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    _origin: Origin | None = PrivateAttr(default=None)

    @property
    def origin(self) -> Origin | None:
        """Where the record was read; None for a record that was made in a program."""
        return self._origin

    def at(self, origin: Origin) -> Self:
        """The record itself, now knowing where it was read."""
        self._origin = origin
        return self

    def cell(self, name: str = "") -> CellRef | None:
        """The cell in which a field was read, or None where the record has no origin."""
        return self._origin.cell(name) if self._origin else None

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    __hash__ = None  # type: ignore[assignment]  # records hold mappings; key them by ref or by place instead


def column(title: str, help_line: str, default: Any = "", *, example: str = "") -> Any:
    """Declare a field that a person fills in: the heading of its column, the line of help under it and an example.

    This is the only place where these words stand: workbooks, messages, the JSON Schema and the field reference are
    made from them. A title with "{}" stands for a family of columns, one for each year, figure or heading of the
    council. ``default`` is the blank value of the field's type.
    """
    return Field(default=default, title=title, description=help_line, examples=[example] if example else None)


REASON = "If a check asks about this row and it is right as it stands: say why, in a sentence."
PUBLISH = "No if this row must not appear in the published edition."
"""The lines of help of columns that stand on several sheets."""
