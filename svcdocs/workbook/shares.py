"""One contributor's part of all plans, apart from its workbook: what a reading says, and the workbook that says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from svcdocs.model.base import Record
from svcdocs.model.finance import Finance, Statement
from svcdocs.model.requests import Answered
from svcdocs.model.service_plan import Declaration, ServicePlan
from svcdocs.workbook.declaration import Shape, Sheet
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.layout import Layout
from svcdocs.workbook.leftovers import Leftovers, together, without_column
from svcdocs.workbook.reader import Reading
from svcdocs.workbook.writer import write_workbook

Share = Mapping[str, Mapping[str, tuple[Record, ...]]]
"""The records of a contributor by service and by the field they fill; under "" what is about no service alone."""

_STATED = ("statement", "columns", "totals")


def share_in(reading: Reading) -> Share:
    """What a workbook says."""
    whole: dict[str, tuple[Record, ...]] = {"declarations": (reading.declaration,)}
    if reading.finance is not None:
        finance = reading.finance
        whole |= {"statement": (finance.statement,), "columns": finance.columns, "totals": finance.totals}
    if reading.answered is not None:
        whole |= {name: getattr(reading.answered, name) for name in Answered.model_fields}
    return {"": whole, **reading.plans}


def workbook_of(share: Share, layout: Layout, identity: Identity, theirs: Leftovers) -> bytes:
    """The workbook that says what a share says, with an identity that it has already, and with what is its owner's own.

    Raises:
        ValueError: a text does not fit into a cell.
    """
    whole, asked = share.get("", {}), layout.assignment.services
    said = tuple(record for record in whole.get("declarations", ()) if isinstance(record, Declaration))
    # Somebody from outside may have said something about a service that is not asked of them: it is kept.
    services = (*asked, *(name for name in share if name and name not in asked))
    wide = replace(layout, assignment=replace(layout.assignment, services=services))
    plans = []
    for name in services:
        held: dict[str, Any] = {**share.get(name, {}), "declarations": said}
        plans.append(ServicePlan.model_construct(None, service=name, **held))
    records = [
        record for parts in share.values() for sheet in tables_of(layout) for record in parts.get(sheet.holds, ())
    ]
    own = together(theirs, without_column(share, layout)).without(records)
    requests: dict[str, Any] = {name: whole.get(name, ()) for name in Answered.model_fields}
    given = Answered.model_construct(None, **requests)
    return write_workbook(wide, plans, finance=_finance(whole, layout), answered=given, identity=identity, theirs=own)


def tables_of(layout: Layout) -> tuple[Sheet, ...]:
    """The sheets on which something can stand beside a record."""
    return tuple(sheet for sheet in layout.known if sheet.shape is Shape.TABLE and layout.columns(sheet))


def _finance(whole: Mapping[str, tuple[Record, ...]], layout: Layout) -> Finance:
    held: dict[str, Any] = {name: whole[name] for name in _STATED if name in whole}
    (held["statement"],) = held.get("statement") or (Statement(),)
    return Finance.model_construct(None, contributor=layout.assignment.contributor, **held)
