"""What stands in a workbook beside what is read of it: kept, when the workbook is made anew, as its owner's own.

What stood on the row of a record goes along with it, in a column whose heading begins with #; all else onto a sheet of
its own, with the place where it stood. Neither is read, and nothing that somebody typed is lost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from svcdocs.excel.cells import CellBook, CellSheet, column_letters, column_number
from svcdocs.excel.spec import ColumnSpec, TableSheet
from svcdocs.model.base import Record
from svcdocs.model.service_plan import ListEntry, Passage
from svcdocs.workbook.choices import BY_YEAR
from svcdocs.workbook.declaration import Shape, Sheet
from svcdocs.workbook.finding_heads import HEADING_ROWS
from svcdocs.workbook.headings import NEEDS, fold
from svcdocs.workbook.layout import Layout
from svcdocs.workbook.reader import Reading
from svcdocs.workbook.service_book import TEXT
from svcdocs.workbook.table import is_blank

KEPT = "# Kept"
OWN = "Yours alone: it is not read."
"""What stands under the heading of a column that we have put there for its owner."""
_HEADINGS = ("Where it stood", "Under which heading", "What stood there")
_NOT_READ = ("question-unknown", "question-twice", "above-table")
"""Findings of reading whose one cell was not read."""

Row = tuple[str, str, int]
"""Where a record was read: file, sheet and row."""


@dataclass(frozen=True)
class Leftovers:
    """What was not read: by the row of a record, under the headings it had; and the rest as where, under what, what."""

    beside: Mapping[Row, Mapping[str, str]] = field(default_factory=dict)
    rest: tuple[tuple[str, str, str], ...] = ()

    def of(self, record: Record) -> Mapping[str, str]:
        """What stood beside a record, by heading."""
        origin = record.origin
        return self.beside.get((origin.file, origin.sheet, origin.row), {}) if origin else {}

    def without(self, records: Iterable[Record]) -> Leftovers:
        """The same, with what stood beside none of some records among the rest."""
        there = {(each.origin.file, each.origin.sheet, each.origin.row) for each in records if each.origin}
        lost = [
            (f"{sheet}, row {row}", heading, text)
            for (file, sheet, row), cells in self.beside.items()
            if (file, sheet, row) not in there
            for heading, text in cells.items()
        ]
        kept = {row: cells for row, cells in self.beside.items() if row in there}
        return Leftovers(kept, tuple(dict.fromkeys((*self.rest, *lost))))

    def sheet(self) -> TableSheet | None:
        """The sheet with the rest; None where there is none."""
        if not self.rest:
            return None
        widths = (30, 30, 90)
        return TableSheet(
            name=KEPT,
            title="Kept from before",
            intro="What stood in your workbook where nothing is asked by now. It is yours alone and is not read.",
            columns=tuple(ColumnSpec(title, "", width) for title, width in zip(_HEADINGS, widths, strict=True)),
            rows=self.rest,
            spare_rows=0,
        )


def leftovers(cells: CellBook, reading: Reading, layout: Layout) -> Leftovers:
    """What somebody typed into a workbook that is no part of what was read of it."""
    beside: dict[Row, dict[str, str]] = {}
    rest: list[tuple[str, str, str]] = []
    by_tab: dict[str, list[Record]] = {}
    for record in _records(reading):
        if record.origin is not None:
            by_tab.setdefault(record.origin.sheet, []).append(record)
    ours = _ours(layout)
    forms = {record.origin.sheet for record in _forms(reading) if record.origin}
    for tab in cells.sheets:
        if tab.name in by_tab:
            _beside(tab, by_tab[tab.name], beside, rest)
        elif tab.name not in forms:  # what was not read of a form is told by its findings; its other words are ours
            rest += _apart(tab, ours)
        rest += ((f"{tab.name} {_place(*at)}", "Comment", words) for at, words in tab.notes.items())
    for finding in reading.findings:
        where = finding.where
        tab_of = cells.sheet(where.sheet) if where and finding.code in _NOT_READ else None
        if where and tab_of:
            rest.append((f"{where.sheet} {where.cell}", finding.field, _text(tab_of, where.cell)))
    return Leftovers(beside, tuple(dict.fromkeys(rest)))


def without_column(share: Mapping[str, Mapping[str, tuple[Record, ...]]], layout: Layout) -> Leftovers:
    """What records say under a heading of a family (a figure) that their sheet does not have any more.

    A year that the sheet does not have is written all the same, in a column of its own.
    """
    beside: dict[Row, dict[str, str]] = {}
    for parts in share.values():
        for sheet in layout.known:
            for record in parts.get(sheet.holds, ()):
                gone = dict(_gone(record, sheet, layout))
                if gone and record.origin:
                    beside[record.origin.file, record.origin.sheet, record.origin.row] = gone
    return Leftovers(beside)


def together(*several: Leftovers) -> Leftovers:
    """The leftovers of several workbooks, and of one for several reasons."""
    beside: dict[Row, dict[str, str]] = {}
    for each in several:
        for row, cells in each.beside.items():
            beside.setdefault(row, {}).update(cells)
    return Leftovers(beside, tuple(dict.fromkeys(line for each in several for line in each.rest)))


def _gone(record: Record, sheet: Sheet, layout: Layout) -> Iterator[tuple[str, str]]:
    there = {(column.field, column.member) for column in layout.columns(sheet) if column.member}
    yearly = {ask.field for ask in sheet.columns if ask.family in BY_YEAR}
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if sheet.shape is Shape.TABLE and isinstance(value, Mapping) and name not in yearly:
            for member, cell in value.items():
                if cell and (name, member) not in there:
                    yield f"# {(info.title or name).replace('{}', member)}", str(cell)


def _records(reading: Reading) -> Iterator[Record]:
    for parts in reading.plans.values():
        for records in parts.values():
            yield from records
            yield from (row for record in records if isinstance(record, Passage) for row in record.rows)
    if reading.answered is not None:
        yield from (*reading.answered.answers, *reading.answered.notices)
    if reading.finance is not None:
        yield from (*reading.finance.columns, *reading.finance.totals)


def _forms(reading: Reading) -> Iterator[Record]:
    yield reading.declaration
    if reading.finance is not None:
        yield reading.finance.statement


def _ours(layout: Layout) -> set[str]:
    return {fold(name) for sheet in layout.known for name in (sheet.name, layout.name(sheet))}


def _apart(tab: CellSheet, ours: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """What stands on a sheet of which nothing was read: all of it where it is none of ours."""
    if tab.name == KEPT:
        yield from _kept_before(tab)
    elif tab.name.startswith("#") or (tab.visible and fold(tab.name) not in ours):
        yield from _cells(tab, {place for row in tab.rows.values() for place in row})
    elif tab.visible:
        yield from _cells(tab, set(_private(tab)))


def _beside(
    tab: CellSheet, records: list[Record], beside: dict[Row, dict[str, str]], rest: list[tuple[str, str, str]]
) -> None:
    """What stands on a sheet in columns that were not read: with the record of its row, or with the rest."""
    origins = [record.origin for record in records if record.origin]
    read = {column_number(place.rstrip("0123456789")) for origin in origins for place in origin.columns.values()}
    rows = sorted({origin.row for origin in origins})
    head = _heading_row(tab, read, rows[0])
    for number, row in tab.rows.items():
        for place, cell in row.items():
            title = _title(tab, head, place)
            if number <= head or place in read or is_blank(cell) or fold(title) in _FILLED_BY_US or cell.text == OWN:
                continue
            if number < rows[0] or isinstance(records[0], ListEntry):
                rest.append((f"{tab.name} {_place(number, place)}", title, cell.text))
                continue
            at = max(each for each in rows if each <= number)
            named = title if title.startswith("#") else f"# {title or column_letters(place)}"
            held = beside.setdefault((origins[0].file, tab.name, at), {})
            held[named] = f"{held[named]}\n{cell.text}" if named in held else cell.text


_FILLED_BY_US = frozenset({fold(NEEDS), fold(TEXT.prompt)})


def _heading_row(tab: CellSheet, read: set[int], first: int) -> int:
    """The row of headings: of those above the first record, the one on which most columns that were read have words."""
    above = [number for number in tab.rows if number < min(first, HEADING_ROWS + 1)]
    return max(above, key=lambda number: (len(read & set(tab.rows[number])), -number), default=0)


def _private(tab: CellSheet) -> Iterator[int]:
    for number, row in tab.rows.items():
        if number > HEADING_ROWS:
            break
        yield from (place for place, cell in row.items() if cell.text.strip().startswith("#"))


def _cells(tab: CellSheet, places: set[int]) -> Iterator[tuple[str, str, str]]:
    for number, row in tab.rows.items():
        for place, cell in row.items():
            if place in places and not is_blank(cell):
                yield f"{tab.name} {_place(number, place)}", "", cell.text


def _kept_before(tab: CellSheet) -> Iterator[tuple[str, str, str]]:
    """The rows of such a sheet of ours, to be written again as they are."""
    below = False
    for row in tab.rows.values():
        texts = [row[place].text if place in row else "" for place in (1, 2, 3)]
        if below:
            yield texts[0], texts[1], texts[2]
        below = below or tuple(texts) == _HEADINGS


def _title(tab: CellSheet, head: int, place: int) -> str:
    cell = tab.cell(head, place)
    return cell.text.strip() if cell is not None else ""


def _text(tab: CellSheet, cell: str) -> str:
    letters = cell.rstrip("0123456789")
    found = tab.cell(int(cell[len(letters) :]), column_number(letters)) if letters and letters != cell else None
    return found.text if found is not None else ""


def _place(row: int, column: int) -> str:
    return f"{column_letters(column)}{row}"
