"""Columns that are gone from a sheet: the values that went with each of them, told once and not cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from svcdocs.model.changes import Change, ChangeKind
from svcdocs.model.gaps import Gap
from svcdocs.model.terms import Terms


@dataclass(frozen=True, slots=True)
class GoneColumn:
    """A column that is no longer on a sheet, and how many values that stood there before are gone with it."""

    gap: Gap
    title: str
    count: int

    def told(self, terms: Terms) -> str:
        """What is gone, as a sentence without its end. ``terms`` are the council's words for ours."""
        sheet = self.gap.where.sheet if self.gap.where is not None else ""
        values = "the one value that stood there is" if self.count == 1 else f"{self.count} values that stood there are"
        return f"The column '{terms.put_into(self.title)}' is no longer on the sheet {sheet}, and {values} gone"


def gone_columns(changes: Iterable[Change], gaps: Iterable[Gap]) -> tuple[tuple[GoneColumn, ...], tuple[Change, ...]]:
    """The columns among the ``gaps`` with which values are gone, and the changes that are none of that."""
    columns = {(gap.part, gap.field): gap for gap in gaps if gap.is_column}
    lost: dict[tuple[str, str], list[Change]] = {}
    others: list[Change] = []
    for change in changes:
        key = change.part, change.field
        if key in columns and change.kind is ChangeKind.CHANGED and not change.after:
            lost.setdefault(key, []).append(change)
        else:
            others.append(change)
    return tuple(_gone(columns[key], ones) for key, ones in lost.items()), tuple(others)


def _gone(gap: Gap, changes: Sequence[Change]) -> GoneColumn:
    return GoneColumn(gap, changes[0].title, len(changes))
