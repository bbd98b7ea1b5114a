"""Tables of a service's own: on sheets that somebody has added, named by passages, read into them, written back."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from svcdocs.excel.cells import Cell, CellSheet, column_letters
from svcdocs.excel.spec import PlainSheet
from svcdocs.model.base import Origin, Record
from svcdocs.model.findings import CellRef, Finding
from svcdocs.model.service_plan import Passage, ServicePlan, TableRow, is_table
from svcdocs.model.text import Text, parse
from svcdocs.workbook import messages, table_messages
from svcdocs.workbook.fields import content_of, value_of
from svcdocs.workbook.headings import fold
from svcdocs.workbook.struck_out import struck_out_in
from svcdocs.workbook.table import is_blank

FEWEST, MOST = 2, 8
"""So many columns a table has that can be read on a page."""
_LONGEST_NAME = 31


@dataclass(slots=True)
class OwnTables:
    """The sheets of one workbook that may hold tables: those that are none of ours, by their folded names.

    ``used`` are those that passages have named.
    """

    file: str
    tabs: Mapping[str, CellSheet]
    is_final: bool
    used: set[str] = field(default_factory=set)

    def given_to(self, passages: Sequence[Record]) -> tuple[tuple[Record, ...], list[Finding]]:
        """The passages, those that are tables with the rows of their sheets; and what is odd about any."""
        findings: list[Finding] = []
        given = [
            self._with_rows(one, findings) if isinstance(one, Passage) and is_table(one) else one for one in passages
        ]
        return tuple(given), findings

    def _with_rows(self, passage: Passage, findings: list[Finding]) -> Passage:
        name = fold(passage.picture)
        tab = self.tabs.get(name)
        if tab is None or not tab.rows:
            near = difflib.get_close_matches(name, list(self.tabs), n=1, cutoff=0.6) if name else []
            guess = self.tabs[near[0]].name if near else ""
            where = passage.cell("picture") or CellRef(self.file)
            findings.append(table_messages.no_table(where, passage.picture, guess, is_final=self.is_final))
            return passage
        if name not in self.used:
            filled = ((number, dict.fromkeys(row, "")) for number, row in tab.rows.items())
            findings += struck_out_in(tab, self.file, filled)
        self.used.add(name)
        rows = tuple(_rows(tab, self.file, findings))
        width = len(rows[0].cells) if rows else 0
        if not FEWEST <= width <= MOST:
            findings.append(table_messages.table_shape(CellRef(self.file, tab.name, "A1"), width, MOST))
        return passage.model_copy(update={"rows": rows})


def sheets_of(
    plans: Sequence[ServicePlan], taken: Collection[str]
) -> tuple[tuple[ServicePlan, ...], tuple[PlainSheet, ...]]:
    """The sheets on which the tables of some plans stand; and the plans, each of whose tables names its sheet.

    A name that cannot be a sheet's, or is another's, gives way to one that can. ``taken`` are the names of our sheets.
    """
    sheets: dict[str, PlainSheet] = {}
    names = {fold(name) for name in taken}
    written = []
    for plan in plans:
        passages = tuple(_placed(one, sheets, names) if one.rows else one for one in plan.passages)
        written.append(plan.model_copy(update={"passages": passages}))
    return tuple(written), tuple(sheets.values())


def _placed(passage: Passage, sheets: dict[str, PlainSheet], taken: Collection[str]) -> Passage:
    """A passage with its table on a sheet of its name, or of one like it."""
    rows = tuple(_contents(row, is_heading=number == 0) for number, row in enumerate(passage.rows))
    for name in _names(passage.picture):
        held = sheets.get(fold(name))
        if fold(name) in taken or (held is not None and held.rows != rows):
            continue
        sheets.setdefault(fold(name), PlainSheet(name, rows))
        return passage if name == passage.picture else passage.model_copy(update={"picture": name})
    raise AssertionError("there is no end to the names")


def _names(wanted: str) -> Iterator[str]:
    """The name somebody gave a sheet, and others in its place: without what Excel forbids, and with a number."""
    allowed = "".join(sign for sign in wanted if sign not in "[]:*?/\\\n\r\t").strip(" '#")[:_LONGEST_NAME] or "Table"
    if allowed.casefold() != "history":
        yield allowed
    number = 2
    while True:
        yield f"{allowed[: _LONGEST_NAME - 5]} {number}"
        number += 1


def _contents(row: TableRow, *, is_heading: bool) -> tuple[str | tuple, ...]:  # type: ignore[type-arg]
    return tuple(cell.plain if is_heading else content_of(cell) for cell in row.cells)


def _rows(tab: CellSheet, file: str, findings: list[Finding]) -> Iterator[TableRow]:
    """The rows of a table that have something in them, all from its first column to its last."""
    filled = {number: row for number, row in tab.rows.items() if any(not is_blank(cell) for cell in row.values())}
    places = sorted({place for row in filled.values() for place, cell in row.items() if not is_blank(cell)})
    columns = range(places[0], places[-1] + 1) if places else range(0)
    letters = {f"cells {number}": column_letters(place) for number, place in enumerate(columns, 1)}
    heading = next(iter(filled), 0)
    for number, row in filled.items():
        for place, cell in row.items():
            if cell.formula or cell.kind in ("error", "uncalculated"):
                findings += messages.odd_formula(CellRef(file, tab.name, f"{column_letters(place)}{number}"), cell)
        cells = tuple(_text(row.get(place), is_heading=number == heading) for place in columns)
        yield TableRow(cells=cells).at(Origin(file, tab.name, number, letters))


def _text(cell: Cell | None, *, is_heading: bool) -> Text:
    """What stands in a cell; headings are printed as headings are, whatever marks they have."""
    if cell is None or cell.kind == "error":
        return Text()
    if is_heading:
        return parse(cell.text)
    value = value_of(Text, cell)
    assert isinstance(value, Text)
    return value
