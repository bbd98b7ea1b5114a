"""Whose the rows of a workbook are: the services they are about, and the team they belong to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from svcdocs.excel.cells import place
from svcdocs.model.base import Record
from svcdocs.model.findings import Finding
from svcdocs.workbook import messages
from svcdocs.workbook.declaration import ROUTE, Sheet
from svcdocs.workbook.layout import Layout
from svcdocs.workbook.records import Draft
from svcdocs.workbook.service_book import BIDS
from svcdocs.workbook.table import Table

Made = Sequence[tuple[Draft, Record]]
"""The rows of a sheet as drafts, each with the record made of it."""


def by_service(sheet: Sheet, table: Table, made: Made, layout: Layout) -> dict[str, tuple[Record, ...]]:
    """The records of a sheet by the service they are about; a row that names none is told and kept out.

    The findings of the table learn whose they are on the way.
    """
    if not layout.routes(sheet):
        return {layout.assignment.service: tuple(_of_team(made, layout.assignment.team))}
    found: dict[str, list[Record]] = {}
    lost: dict[str, list[Draft]] = {}
    for draft, record in made:
        service = layout.service_called(draft.service)
        if service:
            found.setdefault(service, []).append(record)
        else:
            lost.setdefault(draft.service_cell, []).append(draft)
    table.findings[:] = _attributed(table.findings, made, layout)
    if ROUTE.field in table.letters:
        table.findings += _lost(lost, sheet, table, layout)
    return {service: tuple(records) for service, records in found.items()}


def as_typed(sheet: Sheet, made: Made) -> dict[str, list[Record]]:
    """The records of a sheet by what their rows say of the service, whether there is such a one or not."""
    found: dict[str, list[Record]] = {}
    for draft, record in made:
        found.setdefault(f"{sheet.holds} {draft.service}".strip(), []).append(record)
    return found


def without_others(
    sheet: Sheet, found: Mapping[str, tuple[Record, ...]], layout: Layout
) -> tuple[dict[str, tuple[Record, ...]], list[Finding]]:
    """What counts of a sheet that may be somebody else's to fill in; and what is told of the rest, once a service."""
    kept: dict[str, tuple[Record, ...]] = {}
    findings = []
    for service, records in found.items():
        others = layout.others_with(sheet.holds, service) if records else ()
        first = records[0].cell() if others else None
        if first is not None:
            told = messages.others_sheet(first, others[0].contributor, layout.name(BIDS))
            findings.append(replace(told, service=service))
        else:
            kept[service] = records
    return kept, findings


def _of_team(made: Made, team: str) -> Iterator[Record]:
    """The records of a team's workbook: the team's own, unless a row says otherwise."""
    for draft, record in made:
        is_silent = team and "team" in type(record).model_fields and "team" not in draft.values
        yield record.model_copy(update={"team": team}) if is_silent else record


def _lost(lost: Mapping[str, list[Draft]], sheet: Sheet, table: Table, layout: Layout) -> Iterator[Finding]:
    column = next(column for column in layout.columns(sheet) if column.ask is ROUTE)
    for cell, drafts in lost.items():
        typed = drafts[0].service
        rows = len({draft.row for draft in drafts})
        yield messages.unknown_row(table.place(cell), typed, layout.service_like(typed), rows, column)


def _attributed(findings: Sequence[Finding], made: Made, layout: Layout) -> Iterator[Finding]:
    """Findings about a row, each with the service that row is about."""
    rows = sorted((draft.row, draft.service) for draft, _ in made)
    for finding in findings:
        at = place(finding.where.cell.partition(":")[0]) if finding.where else None
        number = bisect_right(rows, at[0], key=lambda row: row[0]) if at else 0
        service = layout.service_called(rows[number - 1][1]) if number else ""
        yield replace(finding, service=service) if service else finding
