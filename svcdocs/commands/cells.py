"""What stands in the cells of a workbook that was read, as somebody who looks there sees it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from svcdocs.comparison.values import cells_of, parts_in, written
from svcdocs.model.base import Record
from svcdocs.model.findings import CellRef
from svcdocs.workbook.reader import Reading


def values_in(reading: Reading) -> Mapping[CellRef, str]:
    """What each cell says that a record was read from. Cells that could not be read are left out."""
    unread = {gap.where for gap in reading.gaps}
    records = [record for parts in reading.plans.values() for some in parts.values() for record in some]
    records.append(reading.declaration)
    if reading.finance is not None:
        records += [reading.finance.statement, *reading.finance.columns, *reading.finance.totals]
    return {where: said for record in records for where, said in _cells(record) if where not in unread}


def _cells(record: Record) -> Iterator[tuple[CellRef, str]]:
    said = cells_of(record)
    for key in record.origin.columns if record.origin is not None else ():
        where = record.cell(key)
        if key in said and where is not None:
            yield where, written(said[key])
    for _, parts in parts_in(record):
        for part in parts:
            if isinstance(part, Record):
                yield from _cells(part)
