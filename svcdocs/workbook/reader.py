"""Reading a workbook back: every sheet to records that know their cells, and all that is odd about it as findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from svcdocs.excel.cells import CellBook, CellSheet
from svcdocs.model.base import Origin, Record
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.model.framework import Framework
from svcdocs.workbook import messages
from svcdocs.workbook.choices import families_of, lists_for
from svcdocs.workbook.declaration import Book, Column, Shape, Sheet, columns_of
from svcdocs.workbook.fields import value_of
from svcdocs.workbook.framework_book import FRAMEWORK_BOOK
from svcdocs.workbook.identity import Identity, fingerprint, identity_of
from svcdocs.workbook.records import Choices, entries_of, matching_choice, records_of
from svcdocs.workbook.service_book import SERVICE_BOOK
from svcdocs.workbook.table import NEEDS, find_table, fold


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
    return _read(SERVICE_BOOK, cells, file, families_of(framework), lists_for(framework))


def read_framework(cells: CellBook, file: str) -> tuple[Framework, tuple[Finding, ...]]:
    """The framework and what is odd about its workbook. A framework with findings that block may lack what they name."""
    reading = _read(FRAMEWORK_BOOK, cells, file, {}, lists_for(Framework()))
    records = dict(reading.records)
    about = records.pop("about")
    return Framework.model_construct(about=about[0], **records), reading.findings


def _read(book: Book, cells: CellBook, file: str, families: Mapping[str, tuple[str, ...]], choices: Choices) -> Reading:
    findings: list[Finding] = [_remark(file, remark) for remark in cells.remarks]
    records: dict[str, tuple[Record, ...]] = {}
    tabs = {fold(sheet.name): sheet for sheet in cells.sheets}
    for sheet in book.sheets:
        tab = tabs.pop(fold(sheet.name), None)
        columns = columns_of(sheet, families)
        if tab is None:
            if columns:  # a council without headings for the SWOT has no such sheet
                findings.append(messages.missing_sheet(file, sheet.name))
            records[sheet.holds] = (sheet.record(),) if sheet.shape is Shape.FORM else ()
            continue
        found, odd = _sheet(sheet, tab, columns, choices, file)
        records[sheet.holds] = tuple(found)
        findings += odd
    findings += [messages.unknown_sheet(file, tab.name) for tab in tabs.values() if _is_foreign(tab)]
    return Reading(file, identity_of(cells.properties), records, tuple(findings))


def _sheet(
    sheet: Sheet, tab: CellSheet, columns: tuple[Column, ...], choices: Choices, file: str
) -> tuple[list[Record], list[Finding]]:
    if sheet.shape is Shape.FORM:
        return _form(sheet, tab, columns, choices, file)
    table = find_table(tab, columns, file, (NEEDS, sheet.prompt))
    if sheet.shape is Shape.LISTS:
        return entries_of(sheet, table, columns), table.findings
    return records_of(sheet, table, columns, choices), table.findings


def _form(
    sheet: Sheet, tab: CellSheet, columns: tuple[Column, ...], choices: Choices, file: str
) -> tuple[list[Record], list[Finding]]:
    """One record from a sheet of questions: what is asked stands in column A, the answer in column B."""
    asked = {fold(cell.text): number for number, row in tab.rows.items() if (cell := row.get(1)) is not None}
    values = {}
    findings: list[Finding] = []
    for column in columns:
        number = asked.get(fold(column.title))
        cell = tab.cell(number, 2) if number else None
        if cell is None:
            continue
        typed = cell.text.strip()
        offered = choices.get(column.ask.choices, ())
        choice = matching_choice(typed, offered) if offered else None
        if offered and choice is None and typed and column.ask.strict:
            where = CellRef(file, tab.name, f"B{number}")
            findings.append(messages.unknown_choice(where, column, typed, "", offered))
        values[column.field] = value_of(column.type, cell) if choice is None else choice
    places = {column.field: f"B{asked[fold(column.title)]}" for column in columns if fold(column.title) in asked}
    origin = Origin(file, tab.name, min(asked.values(), default=1), places)
    return [sheet.record(**values).at(origin)], findings


def _is_foreign(tab: CellSheet) -> bool:
    return tab.visible and bool(tab.rows) and not tab.name.startswith("#") and fold(tab.name) != "start here"


def _remark(file: str, remark: str) -> Finding:
    return Finding(
        "file-remark", Severity.NOTE, remark, "Check that the workbook opens as you expect.", where=CellRef(file)
    )
