"""From the workbooks of a service to its plan: their sheets one after another, single answers from the first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from svcdocs.model.base import Record
from svcdocs.model.service_plan import Declaration, ServicePlan
from svcdocs.workbook.reader import Reading
from svcdocs.workbook.service_book import DECLARATION, SERVICE_BOOK


def assemble(service: str, readings: Sequence[Reading]) -> ServicePlan:
    """The plan of a service from its workbooks, in the order given; the first of them leads."""
    held: dict[str, Any] = {}
    for sheet in SERVICE_BOOK.sheets:
        if sheet is not DECLARATION:
            held[sheet.holds] = tuple(_all(readings, sheet.holds))
    held[DECLARATION.holds] = next(iter(_all(readings, DECLARATION.holds)), Declaration())
    # The readers have made these records already; validating them once more would cost as much as reading them.
    return ServicePlan.model_construct(None, service=service, **held)


def _all(readings: Iterable[Reading], holds: str) -> Iterable[Record]:
    return (record for reading in readings for record in reading.records.get(holds, ()))
