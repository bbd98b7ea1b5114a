"""From the sheets that were read and the findings about them to the excerpts that show what each finding means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from svcdocs.excel.cells import Cell, CellSheet, column_letters, place
from svcdocs.excel.spec import HEADING_ROW
from svcdocs.model.excerpts import Excerpt, ExcerptCell
from svcdocs.model.findings import CellRef, Finding
from svcdocs.workbook.placing import Heads

_LONGEST = 160
"""Characters of a cell that an excerpt shows."""
_FIRST, _BEFORE, _AFTER = 2, 1, 1
"""So many cells with something in them are shown: at the start of the row, before the marked one and behind it."""

Books = Mapping[str, tuple[CellSheet, ...]]
"""The sheets of each workbook, by its name."""
AllHeads = Mapping[str, Mapping[str, Heads]]
"""For each workbook the headings of its sheets, by their names."""


def excerpts_of(findings: Iterable[Finding], books: Books, heads: AllHeads) -> dict[CellRef, Excerpt]:
    """An excerpt for every cell that a finding names; none for a cell of a sheet that was not read.

    A workbook whose headings nobody has looked for, such as the framework, has them where it was given them.
    """
    sheets = {(file, sheet.name): sheet for file, some in books.items() for sheet in some}
    found: dict[CellRef, Excerpt] = {}
    for finding in findings:
        where = finding.where
        if where is None or where in found:
            continue
        sheet, at = sheets.get((where.file, where.sheet)), place(where.cell)
        if sheet is not None and at is not None:
            known = heads.get(where.file)
            found[where] = _excerpt(sheet, at, _as_issued(sheet) if known is None else known.get(where.sheet))
    return found


def _as_issued(sheet: CellSheet) -> Heads | None:
    row = sheet.rows.get(HEADING_ROW)
    return Heads(HEADING_ROW, HEADING_ROW, {at: cell.text for at, cell in row.items()}) if row else None


def _excerpt(sheet: CellSheet, at: tuple[int, int], heads: Heads | None) -> Excerpt:
    number, marked = at
    row = sheet.rows.get(number, {})
    titles = heads.titles if heads is not None and number > heads.last else {}
    cells = tuple(
        ExcerptCell(column_letters(column), _cut(titles.get(column, "")), _cut(_text(row, column)))
        for column in _shown(row, marked)
    )
    return Excerpt(number, cells, column_letters(marked))


def _text(row: Mapping[int, Cell], column: int) -> str:
    return row[column].text if column in row else ""


def _shown(row: Mapping[int, Cell], marked: int) -> Sequence[int]:
    """The columns of a row that an excerpt shows: the first ones, which name it, and those beside the marked one."""
    filled = sorted(column for column, cell in row.items() if cell.text.strip())
    before = [column for column in filled if column < marked]
    after = [column for column in filled if column > marked]
    return list(dict.fromkeys((*before[:_FIRST], *before[-_BEFORE:], marked, *after[:_AFTER])))


def _cut(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"
