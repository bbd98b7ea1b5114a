"""What could not be read, so that no rule tells the rows around it to be wrong: it has been told at its own place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from svcdocs.model.as_written import canonical_ref
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import CellRef
from svcdocs.model.gaps import Gap
from svcdocs.model.service_plan import ServicePlan

_NAMING = {"actions": ("serves",), "council_actions": ("serves",), "indicators": ("objective",)}
"""The parts of a plan that name objectives, and the fields in which they do."""


def is_unread(cycle: Cycle, record: Record, field: str) -> bool:
    """Whether the answer to a field of a record is blank only because its column is gone or its cell cannot be read."""
    return any(_is_at(gap, record) for gap in cycle.gaps if gap.is_of(field))


def is_column_gone(cycle: Cycle, record: Record, field: str) -> bool:
    """Whether there is no column for a field on the sheet of a record."""
    return any(_is_at(gap, record) for gap in cycle.gaps if gap.is_column and gap.is_of(field))


def is_sheet_unread(cycle: Cycle, service: str, parts: Collection[str]) -> bool:
    """Whether the sheet of one of these parts of a plan is not there, or nothing on it can be made out."""
    return any(gap.part in parts and not gap.field and gap.concerns(service) for gap in cycle.gaps)


def is_awaited(cycle: Cycle, service: str, parts: Collection[str]) -> bool:
    """Whether a workbook with one of these parts of a plan has not come back."""
    return any(service in one.services and part in one.parts for one in cycle.missing for part in parts)


def may_be_unread_ref(cycle: Cycle, plan: ServicePlan, written: str, parts: Collection[str]) -> bool:
    """Whether a reference may be that of a record whose own reference cannot be read.

    It must be of a shape that references there have, A7 beside A1 and not beside 2.4; and where those count upwards it
    must fit in at the place that cannot be read: between A2 and A4 it is A3, and A9 leads nowhere.
    """
    broken = (
        gap
        for gap in cycle.gaps
        if gap.field == "ref" and not gap.is_column and gap.part in parts and gap.concerns(plan.service)
    )
    return any(_may_stand_at(gap, canonical_ref(written), getattr(plan, gap.part)) for gap in broken)


def may_be_named_unseen(cycle: Cycle, plan: ServicePlan) -> bool:
    """Whether an objective may be named where nobody can see it: in what cannot be read or is yet to come."""
    if is_sheet_unread(cycle, plan.service, _NAMING) or is_awaited(cycle, plan.service, _NAMING):
        return True
    broken = (gap for gap in cycle.gaps if gap.concerns(plan.service) and gap.part in _NAMING)
    return any(gap.field in _NAMING[gap.part] for gap in broken if gap.part != "indicators" or not gap.is_column)


def _is_at(gap: Gap, record: Record) -> bool:
    """Whether a gap lies in the row of a record, or is a column that its sheet lacks."""
    where = record.cell(gap.field)
    if where is None or gap.where is None:
        return False
    return gap.where == where or (gap.is_column and (gap.where.file, gap.where.sheet) == (where.file, where.sheet))


def _may_stand_at(gap: Gap, wanted: str, records: Iterable[Record]) -> bool:
    """Whether a reference may be the one that cannot be read in a cell, by those of the records around it."""
    known = [(record.ref.canonical, record.cell("ref")) for record in records]  # type: ignore[attr-defined]
    if not any(ref for ref, _ in known):
        return True
    alike = [(ref, cell) for ref, cell in known if _shape(ref) == _shape(wanted)]
    beside = [
        (_row(cell), _numbers(ref))
        for ref, cell in alike
        if gap.where and cell and (cell.file, cell.sheet) == (gap.where.file, gap.where.sheet)
    ]
    if gap.where is None or [number for _, number in beside] != sorted(number for _, number in beside):
        return bool(alike)
    above = [number for row, number in beside if row < _row(gap.where)]
    below = [number for row, number in beside if row > _row(gap.where)]
    fits = (not above or above[-1] < _numbers(wanted)) and (not below or _numbers(wanted) < below[0])
    return bool(alike) and fits


def _shape(ref: str) -> str:
    return re.sub(r"\d+", "9", ref)


def _numbers(ref: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", ref)))


def _row(where: CellRef) -> int:
    return int("".join(filter(str.isdigit, where.cell)) or 0)
