"""Reading a workbook back: every sheet to records that know their cells, and all that is odd about it as findings."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from svcdocs.excel.cells import CellBook, CellSheet
from svcdocs.model.base import Record
from svcdocs.model.findings import Finding
from svcdocs.model.framework import Framework
from svcdocs.workbook import messages
from svcdocs.workbook.choices import answers_for, families_of
from svcdocs.workbook.declaration import Book, Column, Shape, Sheet, columns_of
from svcdocs.workbook.forms import read_form
from svcdocs.workbook.framework_book import FRAMEWORK_BOOK
from svcdocs.workbook.headings import fold
from svcdocs.workbook.identity import Identity, fingerprint, identity_of
from svcdocs.workbook.parts import records_with_parts
from svcdocs.workbook.records import Choices, drafts_of, entries_of, records_of
from svcdocs.workbook.service_book import DRIVERS, MONEY, SERVICE_BOOK, SWOT
from svcdocs.workbook.table import NEEDS, find_table


@dataclass(frozen=True, slots=True)
class Reading:
    """What one workbook says: its identity, its records by the field they fill, and what is odd about it."""

    file: str
    identity: Identity
    records: Mapping[str, tuple[Record, ...]]
    findings: tuple[Finding, ...] = ()

    @property
    def is_untouched(self) -> bool:
        """Whether it says exactly what it said when it was sent out."""
        return bool(self.identity.issued) and self.identity.issued == fingerprint(self.records)


def read_service_workbook(cells: CellBook, file: str, framework: Framework) -> Reading:
    """The records of a service's workbook; ``framework`` gives its columns and the answers its drop-downs offer."""
    return _read(SERVICE_BOOK, cells, file, families_of(framework), answers_for(framework))


def read_framework(cells: CellBook, file: str) -> tuple[Framework, tuple[Finding, ...]]:
    """The framework, and what is odd about its workbook.

    A framework with findings that block may lack what they name.
    """
    reading = _read(FRAMEWORK_BOOK, cells, file, {}, answers_for(Framework()))
    held: dict[str, Any] = dict(reading.records)
    (held["about"],) = held["about"]
    # The reader has made these records already; validating them once more would cost as much as reading them.
    framework = Framework.model_construct(None, **held)
    return framework, (*reading.findings, *_unusable_headings(framework))


def read_book_of(book: Book, cells: CellBook, framework: Framework) -> Mapping[str, tuple[Record, ...]]:
    """The records in the cells of one of our workbooks, by the field they fill."""
    if book is FRAMEWORK_BOOK:
        return _read(book, cells, "", {}, answers_for(Framework())).records
    return read_service_workbook(cells, "", framework).records


def _read(book: Book, cells: CellBook, file: str, families: Mapping[str, tuple[str, ...]], choices: Choices) -> Reading:
    findings: list[Finding] = [messages.file_remark(file, remark) for remark in cells.remarks]
    records: dict[str, tuple[Record, ...]] = {}
    tabs = {fold(tab.name): tab for tab in reversed(cells.sheets)}
    others = [tab for tab in cells.sheets if tabs[fold(tab.name)] is not tab]
    missing: list[str] = []
    for sheet in book.sheets:
        found = tabs.pop(fold(sheet.name), None)
        columns = columns_of(sheet, families)
        if found is None:
            if columns:  # a council without headings for the SWOT has no such sheet
                missing.append(sheet.name)
            records[sheet.holds] = (sheet.record(),) if sheet.shape is Shape.FORM else ()
            continue
        records[sheet.holds], odd = _sheet(sheet, found, columns, choices, file)
        findings += odd
    findings += [messages.missing_sheet(file, name) for name in missing]
    for tab in (*tabs.values(), *others):
        if _is_foreign(tab):
            guess = difflib.get_close_matches(tab.name, missing, n=1, cutoff=0.6)
            findings.append(messages.unknown_sheet(file, tab.name, guess[0] if guess else ""))
    return Reading(file, identity_of(cells.properties), records, tuple(findings))


def _sheet(
    sheet: Sheet, tab: CellSheet, columns: tuple[Column, ...], choices: Choices, file: str
) -> tuple[tuple[Record, ...], list[Finding]]:
    if sheet.shape is Shape.FORM:
        record, odd = read_form(sheet, tab, columns, choices, file)
        return (record,), odd
    table = find_table(tab, columns, file, (NEEDS, sheet.prompt))
    if sheet.shape is Shape.LISTS:
        records = entries_of(sheet, table, columns)
    elif sheet.parts:
        records = records_with_parts(sheet, table, drafts_of(sheet, table, columns, choices))
    else:
        records = records_of(sheet, table, drafts_of(sheet, table, columns, choices))
    return tuple(records), table.findings


def _unusable_headings(framework: Framework) -> Iterator[Finding]:
    """Headings the officer has chosen for columns that would bear the name of another column of the same sheet."""
    families = families_of(framework)
    for sheet, family, rows in (
        (MONEY, "money", framework.money_columns),
        (SWOT, "swot", [row for row in framework.list_headings if fold(row.sheet) == "swot"]),
        (DRIVERS, "drivers", [row for row in framework.list_headings if fold(row.sheet) == "drivers"]),
    ):
        free = [column.member for column in columns_of(sheet, families) if column.ask.family == family]
        for row in rows:
            if row.heading in free:
                free.remove(row.heading)
            elif row.heading:
                yield messages.unusable_heading(row.cell("heading"), row.heading, sheet.name)


def _is_foreign(tab: CellSheet) -> bool:
    return tab.visible and bool(tab.rows) and not tab.name.startswith("#") and fold(tab.name) != "start here"
