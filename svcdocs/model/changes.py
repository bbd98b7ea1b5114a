"""What differs between two versions of the same records: which belong together, what has changed, and what clashes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Literal, TypeVar

from svcdocs.model.base import Record
from svcdocs.model.findings import CellRef

R = TypeVar("R", bound=Record)

How = Literal["ref", "text", "place"]
"""By what two records were found to be one: their reference, what they say, or nothing but where they stand."""


class ChangeKind(StrEnum):
    """What has become of a record, of a step of it, or of one of its fields."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Matched(Generic[R]):
    """One record before and after.

    Nothing ``before``: it is new. Nothing ``after``: it is gone. ``how`` is blank then.
    """

    before: R | None
    after: R | None
    how: How | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two versions.

    ``part`` is the field of the plan the record stands in ("actions"); ``record`` what the record is called, and
    ``step`` what the step of it is called that the change is about, if it is about one. ``field`` is the key of the
    field as origins have it ("targets 2028/29", "steps.by") and ``title`` the heading of its column; ``before`` and
    ``after`` are the cells as written.

    ``service`` is the one in whose plan it stands; ``also`` another that it is about: the one that is asked for help.

    Where a whole record has come or gone there is no ``field`` and no ``title``, and where it is a step, the field is
    the one that holds the steps; ``before`` or ``after`` then has its words. Another order is one change of all records
    of a part, or of the steps of one record, and names none of them.
    """

    kind: ChangeKind
    part: str
    record: str = ""
    step: str = ""
    field: str = ""
    title: str = ""
    before: str = ""
    after: str = ""
    how: How | Literal[""] = ""
    cell_before: CellRef | None = None
    cell_after: CellRef | None = None
    service: str = ""
    also: str = ""

    def as_json(self) -> dict[str, str | None]:
        """The change under its published names; what it lacks is null."""
        said = {
            "kind": self.kind.value,
            "service": self.service,
            "also": self.also,
            "part": self.part,
            "record": self.record,
            "step": self.step,
            "field": self.field,
            "title": self.title,
            "before": self.before,
            "after": self.after,
            "found_by": self.how,
            "cell_before": str(self.cell_before or ""),
            "cell_after": str(self.cell_after or ""),
        }
        return {name: text or None for name, text in said.items()}


@dataclass(frozen=True, slots=True)
class Since:
    """What has changed in a plan since the version that those who sign have seen; ``version`` is what it is called."""

    version: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """One field of one record to which two copies give different values; ``base`` is what stood there before both.

    ``kept`` is the one of the two that stands in what was merged. Without a ``title`` it is about a record or step as a
    whole: one copy has changed it, and the other, whose value is blank, has taken it out.
    """

    part: str
    record: str
    step: str
    field: str
    title: str
    base: str
    one: str
    other: str
    kept: str
    cell_one: CellRef | None = None
    cell_other: CellRef | None = None
