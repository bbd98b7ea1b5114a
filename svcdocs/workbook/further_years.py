"""Columns of years that a sheet has beyond those it was sent out with: found by their headings, kept when written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from svcdocs.excel.cells import CellSheet
from svcdocs.model.base import Record
from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.years import FinancialYears
from svcdocs.workbook.choices import BY_YEAR
from svcdocs.workbook.declaration import Ask, Column, Sheet, field_of, own_family
from svcdocs.workbook.finding_heads import HEADING_ROWS
from svcdocs.workbook.headings import fold
from svcdocs.workbook.layout import Layout
from svcdocs.workbook.service_book import SERVICE_BOOK


def columns_on(sheet: Sheet, tab: CellSheet, layout: Layout) -> tuple[Column, ...]:
    """The columns of a sheet with those of further years that somebody has added to it: "Result 2021/22".

    A year in another manner than the council's is one of its years all the same: "Target 2027-28".
    """
    columns = layout.columns(sheet)
    yearly = [ask for ask in sheet.columns if ask.family in BY_YEAR]
    known = {fold(title) for column in columns for title in (column.title, column.ours)}
    typed = [
        cell.text
        for number, row in (tab.rows.items() if yearly else ())
        if number <= HEADING_ROWS
        for cell in row.values()
        if len(cell.text) <= _LONGEST and fold(cell.text) not in known
    ]
    years = layout.framework.financial_years
    found: dict[str, dict[str, str]] = {}
    for ask in yearly:
        for heading in typed:
            year = _year_in(heading, sheet, ask, layout)
            if years.begins(year) is not None:
                found.setdefault(ask.field, {}).setdefault(years.called(year), heading)
    if not found:
        return columns
    wider = layout.with_headings(_wider(sheet, layout, found)).columns(sheet)
    # Under the heading that was typed, wherever that is not the one we would have written.
    heads = {(field, year): heading for field, named in found.items() for year, heading in named.items()}
    return tuple(replace(each, ours=heads.get((each.field, each.member), each.ours)) for each in wider)


def years_of(layout: Layout, plans: Sequence[ServicePlan]) -> dict[str, tuple[str, ...]]:
    """The families of years with those that only the plans have: shown, so that nothing is lost unseen."""
    own: dict[str, tuple[str, ...]] = {}
    for sheet in SERVICE_BOOK.sheets:
        records = [record for plan in plans for record in getattr(plan, sheet.holds)]
        given = {
            ask.field: dict.fromkeys(year for record in records for year in getattr(record, ask.field))
            for ask in sheet.columns
            if ask.family in BY_YEAR
        }
        own |= _wider(sheet, layout, given)
    return own


def in_the_councils_manner(plan: ServicePlan, years: FinancialYears) -> ServicePlan:
    """A plan whose years are called as the council calls them, whatever it called them when the plan was written."""
    changed = {}
    for sheet in SERVICE_BOOK.sheets:
        fields = [ask.field for ask in sheet.columns if ask.family in BY_YEAR]
        if fields:
            changed[sheet.holds] = tuple(_called(record, fields, years) for record in getattr(plan, sheet.holds))
    return plan.model_copy(update=changed)


_LONGEST = 100


def _year_in(heading: str, sheet: Sheet, ask: Ask, layout: Layout) -> str:
    """What stands in a heading where that of the column has its year; "" where it is no heading of that kind."""
    title = field_of(sheet.record, ask.field).title or ""
    for pattern in (title, layout.terms.put_into(title)):
        before, _, after = pattern.partition("{}")
        match = re.fullmatch(rf"{re.escape(fold(before))} ?(.+){re.escape(fold(after))}", fold(heading))
        if match is not None:
            return match[1].strip()
    return ""


def _wider(sheet: Sheet, layout: Layout, more: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The families of some fields of a sheet with further years, in the order of the years."""
    counted = layout.framework.financial_years
    wider = {}
    for ask in sheet.columns:
        known = layout.families.get(ask.family, ()) if ask.family in BY_YEAR else ()
        added = [year for year in more.get(ask.field, ()) if year not in known]
        if added:
            every = sorted((*known, *added), key=lambda year: (counted.begins(year) or 9999, year))
            wider[own_family(sheet, ask)] = tuple(every)
    return wider


def _called(record: Record, fields: Iterable[str], years: FinancialYears) -> Record:
    renamed = {}
    for name in fields:
        held = getattr(record, name)
        named = {years.called(year): value for year, value in held.items()}
        if len(named) == len(held) and named.keys() != held.keys():
            renamed[name] = named
    return record.model_copy(update=renamed) if renamed else record
