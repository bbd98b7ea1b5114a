"""One sheet of a workbook taken in: its tabs to records by service, with what is odd about any of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from svcdocs.excel.cells import CellSheet, column_letters
from svcdocs.model.base import Record
from svcdocs.model.findings import Finding
from svcdocs.model.gaps import Gap
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook import damage_messages
from svcdocs.workbook.beside import apart, gaps_of
from svcdocs.workbook.declaration import Column, Shape, Sheet
from svcdocs.workbook.forms import read_form
from svcdocs.workbook.further_years import columns_on
from svcdocs.workbook.layout import Layout
from svcdocs.workbook.likeness import Guess
from svcdocs.workbook.parts import with_parts
from svcdocs.workbook.placing import Heads, wanted_of
from svcdocs.workbook.records import Draft, drafts_of, entries_of
from svcdocs.workbook.routing import Made, as_typed, by_service, without_others
from svcdocs.workbook.second_tables import SecondTable
from svcdocs.workbook.second_tables import apart as tables_apart
from svcdocs.workbook.service_book import MONEY
from svcdocs.workbook.table import Table, find_table


@dataclass(slots=True)
class Pages:
    """What the sheets of a workbook say: by service what goes into its plan, the rest by field; and all as typed."""

    plans: dict[str, dict[str, tuple[Record, ...]]] = field(default_factory=dict)
    shared: dict[str, tuple[Record, ...]] = field(default_factory=dict)
    typed: dict[str, Sequence[Record]] = field(default_factory=dict)
    gaps: list[Gap] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    heads: dict[str, Heads] = field(default_factory=dict)


def take(sheet: Sheet, tabs: Sequence[CellSheet], layout: Layout, pages: Pages, how: tuple[str, Guess | None]) -> None:
    """Read one sheet: the tab that is it, and what others go on from it. ``how`` is the file, and the tab's guess."""
    file, guess = how
    first, *others = tabs
    if sheet.shape is Shape.FORM:
        record, odd = read_form(sheet, first, layout.columns(sheet), layout.answers, file, guess=guess)
        pages.shared[sheet.holds] = (record,)
        pages.typed[sheet.holds] = (record,)
        pages.findings += odd
        return
    first, below = _parted(sheet, first, layout)
    table, made = _rows_of(sheet, first, layout, file)
    if guess or table.guesses:
        table.findings.insert(0, damage_messages.read_as(table.place(), guess, table.guesses))
    _note(sheet, table, layout, pages)
    _put(sheet, table, made, layout, pages)
    for second in below:
        made = [*made, *_take_second(sheet, second, table, layout, pages)]
    for tab in others:
        copy, more = _rows_of(sheet, tab, layout, file)
        new, changed = apart(more, made)
        rows = sorted({draft.row for draft, _ in changed})
        copy.findings[:] = [damage_messages.copied_sheet(copy.place(), first.name, rows, len(new))]
        _note(sheet, copy, layout, pages)
        _put(sheet, copy, new, layout, pages)
        made = [*made, *new]


def _parted(sheet: Sheet, tab: CellSheet, layout: Layout) -> tuple[CellSheet, tuple[SecondTable, ...]]:
    """A tab without the tables that stand below its own, and those."""
    return tables_apart(tab, wanted_of(sheet, columns_on(sheet, tab, layout), layout.answers))


def _take_second(sheet: Sheet, second: SecondTable, ours: Table, layout: Layout, pages: Pages) -> Made:
    """Read a table that stands below another, by its own headings; its rows have nothing from those above."""
    table, made = _rows_of(sheet, second.tab, layout, ours.file, second.heads)
    heading = second.heads.last
    where = table.place(f"{column_letters(min(second.heads.titles))}{heading}")
    top = ours.heads.last if ours.heads is not None else 1
    told = damage_messages.second_table(where, heading, second.rows, top, table.guesses)
    # That a small table lacks most columns goes without saying; whose its rows are does not.
    kept = [one for one in table.findings if one.code != "column-missing" or one.blocks]
    table.findings[:] = [told, *kept]
    pages.gaps += gaps_of(sheet, table, ())
    pages.gaps += _lacking(sheet, table, made, layout)
    _put(sheet, table, made, layout, pages)
    return made


def _lacking(sheet: Sheet, table: Table, made: Made, layout: Layout) -> Iterator[Gap]:
    """What the rows of a small table cannot say, since it has no column for it: nobody is asked for that there."""
    missing = [column.key for column in layout.columns(sheet) if column.key not in table.letters]
    for _, record in made:
        yield from (Gap(sheet.holds, key, record.cell(key)) for key in missing)


def _rows_of(sheet: Sheet, tab: CellSheet, layout: Layout, file: str, known: Heads | None = None) -> tuple[Table, Made]:
    """The table of one tab, and its rows as drafts, each with the record made of it.

    ``known`` are its headings, where somebody has found them already.
    """
    columns = columns_on(sheet, tab, layout)
    wanted = wanted_of(sheet, columns, layout.answers)
    table = find_table(tab, wanted, file, is_final=layout.framework.is_final, known=known)
    return table, [(draft, draft.record(sheet.record, table)) for draft in _drafts(sheet, table, columns, layout)]


def _note(sheet: Sheet, table: Table, layout: Layout, pages: Pages) -> None:
    """Note where the headings of a tab stand, and what of it could not be read."""
    if table.heads is not None:
        pages.heads[table.sheet] = table.heads
    pages.gaps += gaps_of(sheet, table, layout.columns(sheet))


def _put(sheet: Sheet, table: Table, made: Made, layout: Layout, pages: Pages) -> None:
    """Add the records of one table to what is known of the workbook."""
    if sheet.holds in ServicePlan.model_fields:
        found = by_service(sheet, table, made, layout)
        pages.findings += table.findings
        if sheet is MONEY:
            found, odd = without_others(sheet, found, layout)
            pages.findings += odd
        for service, records in found.items():
            held = pages.plans.setdefault(service, {})
            held[sheet.holds] = (*held.get(sheet.holds, ()), *records)
        for name, typed in as_typed(sheet, made).items():
            pages.typed[name] = [*pages.typed.get(name, ()), *typed]
    else:
        pages.findings += table.findings
        pages.shared[sheet.holds] = (*pages.shared.get(sheet.holds, ()), *(record for _, record in made))
        pages.typed[sheet.holds] = pages.shared[sheet.holds]


def _drafts(sheet: Sheet, table: Table, columns: Sequence[Column], layout: Layout) -> Iterable[Draft]:
    drafts = drafts_of(sheet, table, columns, layout.answers)
    if sheet.shape is Shape.LISTS:
        return entries_of(table, columns, drafts)
    if sheet.parts:
        return with_parts(sheet, table, drafts)
    return (draft for draft in drafts if draft.values.keys() - {sheet.starts}) if sheet.starts else drafts
