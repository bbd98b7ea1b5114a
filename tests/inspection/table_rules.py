"""Whether tables can be read cell by cell: heading rows, whole rows, no merged and no empty cell."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from tests.inspection.opened import MC, Element, Fault, Opened, W, cells, excerpt, is_on, rows, text, value, within

_SHORT_ROW = 300
"""Characters of a row that is less than half a page high, however narrow its columns."""


def heading_rows(opened: Opened) -> Iterator[Fault]:
    """WCAG 1.3.1: the first row names the columns and is repeated on each page."""
    for table in _tables(opened):
        marked = [is_on(row.find(f"{W}trPr/{W}tblHeader")) for row in rows(table)]
        where = _where(table)
        if not marked or not marked[0]:
            yield Fault("table-heading-missing", where)
        elif all(marked) and len(marked) > 1:
            yield Fault("table-of-headings-only", where)
        if any(later and not before for before, later in itertools.pairwise(marked)):
            yield Fault("table-heading-misplaced", where)
        first = rows(table)[0] if rows(table) else table
        if any(not text(cell).strip() for cell in cells(first)):
            yield Fault("table-heading-empty", where)


def whole_tables(opened: Opened) -> Iterator[Fault]:
    """No merged or split cells, no table in a table, none that text flows around, none for layout."""
    for table in _tables(opened):
        where = _where(table)
        spans = [one for one in table.iter(f"{W}gridSpan") if value(one) not in ("", "1")]
        if spans or any(True for _ in table.iter(f"{W}vMerge", f"{W}hMerge")):
            yield Fault("table-merged", where)
        if len({len(cells(row)) for row in rows(table)}) > 1:
            yield Fault("table-ragged", where)
        if within(table, f"{W}tc"):
            yield Fault("table-in-table", where)
        if table.find(f"{W}tblPr/{W}tblpPr") is not None:
            yield Fault("table-floats", where)
        if sum(len(cells(row)) for row in rows(table)) == 1:
            yield Fault("table-of-one-cell", where)


def whole_rows(opened: Opened) -> Iterator[Fault]:
    """Rows that fit half a page do not go over to another, and none cuts off what is enlarged."""
    for table in _tables(opened):
        for row in rows(table):
            height = row.find(f"{W}trPr/{W}trHeight")
            if value(height, "hRule") == "exact":
                yield Fault("row-cuts-off", _where(table), excerpt(row))
            if len(text(row)) < _SHORT_ROW and not is_on(row.find(f"{W}trPr/{W}cantSplit")):
                yield Fault("row-splits", _where(table), excerpt(row))


def said_cells(opened: Opened) -> Iterator[Fault]:
    """Every cell says something, but where somebody is to sign; a colour never says it alone."""
    for table in _tables(opened):
        signed = "Signed" in {text(cell).strip() for row in rows(table) for cell in cells(row)}
        for row in rows(table):
            for cell in cells(row):
                if text(cell).strip() or any(True for _ in cell.iter(f"{W}drawing", f"{W}tbl")):
                    continue
                fill = value(cell.find(f"{W}tcPr/{W}shd"), "fill")
                if fill not in ("", "auto", "FFFFFF"):
                    yield Fault("colour-alone", _where(table), excerpt(row))
                elif not signed:
                    yield Fault("cell-empty", _where(table), excerpt(row))


def _tables(opened: Opened) -> list[Element]:
    return [table for table in opened.body.iter(f"{W}tbl") if not within(table, f"{MC}Fallback", f"{W}txbxContent")]


def _where(table: Element) -> str:
    return "table: " + (excerpt(rows(table)[0]) if rows(table) else "")
