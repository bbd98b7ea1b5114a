"""Marks a copy of somebody's workbook: its bytes and what was found in, the bytes of the copy out.

Only what a mark needs is changed: the style of the marked cells, the notes of their sheets and the drawing of those,
links on cells that nobody fills in, and one more sheet. Every other part is the same, byte for byte. What an earlier
marking has left is taken out first, so that marking a marked copy gives what marking the workbook itself does.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from svcdocs.errors import UnusableFile
from svcdocs.excel import patch_list, patch_notes, patch_vml
from svcdocs.excel.cells import CellSheet, place
from svcdocs.excel.kinds import wrapping_of
from svcdocs.excel.our_marks import CLOSES, LIST_NAME, OPENS, Mark, in_one_line
from svcdocs.excel.package import BadPartError, Limits, bytes_of, contents_of, open_package
from svcdocs.excel.patch_book import BookPatch, open_book
from svcdocs.excel.patch_cells import SheetPatch
from svcdocs.excel.patch_list import link_to, row_of
from svcdocs.excel.patch_notes import Notes, notes_part, threads_of
from svcdocs.excel.patch_package import Patch
from svcdocs.excel.patch_styles import Styles
from svcdocs.excel.reading import read_raw
from svcdocs.excel.unmarking import unmark

__all__ = ["CannotMarkError", "Mark", "marked_copy"]

_ONLY = "a marked copy can be made only of an .xlsx or .xlsm workbook"
_TOP_ROWS = 12
_TALKED_OF = "The cell has a conversation of yours, so there is no note on it."
_FULL = "The note on the cell is full, so nothing was added to it."


class CannotMarkError(Exception):
    """A workbook of another format than .xlsx and .xlsm, or damaged where a mark would go; it says why in a clause."""


@dataclass
class _Made:
    """What marking has come to know: for a mark where its link leads, and what the list says of it beside."""

    links: dict[int, str] = field(default_factory=dict)
    remarks: dict[int, str] = field(default_factory=dict)


def marked_copy(
    content: bytes,
    marks: Sequence[Mark],
    author: str,
    *,
    back_under: str = "",
    limits: Limits = Limits(),  # noqa: B008 (immutable)
) -> bytes:
    """The workbook with every mark as a colour, a note and a line of its list; ``author`` signs the notes.

    Under the heading ``back_under`` stand cells that nobody fills in: on the row of a marked cell they take a link back
    to the list. The marked cell itself takes none, or nobody could click into it to put it right.

    Raises:
        CannotMarkError: it is in no format, or in no state, in which it can be marked.
    """
    try:
        if wrapping_of(content, "It") != "zip":
            raise CannotMarkError(_ONLY)
        package = open_package(bytes_of(content, "It", limits), "It", limits)
        if contents_of(package) != "xlsx":
            raise CannotMarkError(_ONLY)
        patch = Patch(package)
        book = open_book(patch)
        if book.lacks_a_sheet:
            raise CannotMarkError("a sheet is missing from the file")
        sheets = read_raw(content, limits).sheets
        unmark(patch, book, sheets)
        back = {sheet.name: column for sheet in sheets if (column := _column(sheet, back_under))}
        _mark(patch, book, marks, author, back)
        return patch.to_bytes()
    except (BadPartError, UnusableFile) as error:
        raise CannotMarkError(f"part of it is damaged ({error})") from error


def _mark(patch: Patch, book: BookPatch, marks: Sequence[Mark], author: str, back: Mapping[str, int]) -> None:
    styles, made, name = Styles(book.styles()), _Made(), book.free_name(LIST_NAME)
    tabs = {tab.name.casefold(): tab for tab in book.tabs}
    for sheet in dict.fromkeys(mark.sheet for mark in marks):
        tab = tabs.get(sheet.casefold())
        if tab is None:
            continue
        found = [(number, mark) for number, mark in enumerate(marks) if mark.sheet == sheet]
        for number, mark in found:
            made.links[number] = link_to(tab.name, _first_cell(mark.cell) or "A1")
        cells = _by_cell(SheetPatch(patch.tree(tab.part)), found)
        if cells:
            _Page(patch, tab.part, book, name, back.get(tab.name, 0)).mark(cells, styles, author, made)
    space = etree.QName(book.root).namespace or ""
    root = patch_list.list_sheet(space, marks, made.links, styles, made.remarks)
    book.put_styles(styles.root)
    part = patch.free(posixpath.join(posixpath.dirname(book.part), "worksheets/sheet{}.xml"))
    patch.put(part, root, patch_list.CONTENT_TYPE)
    book.add_tab(name, part)


def _by_cell(sheet: SheetPatch, found: Sequence[tuple[int, Mark]]) -> dict[tuple[int, int], list[tuple[int, Mark]]]:
    """The marks of a sheet by the cell that shows them, each with its number, in the order of the list."""
    cells: dict[tuple[int, int], list[tuple[int, Mark]]] = {}
    for number, mark in found:
        where = place(_first_cell(mark.cell))
        if where is not None:
            cells.setdefault(sheet.shown_at(where), []).append((number, mark))
    return cells


@dataclass
class _Page:
    """One sheet being marked; ``list_name`` is what the list is called, ``back`` the column with links to it, or 0."""

    patch: Patch
    part: str
    book: BookPatch
    list_name: str
    back: int

    def mark(
        self,
        cells: Mapping[tuple[int, int], Sequence[tuple[int, Mark]]],
        styles: Styles,
        author: str,
        made: _Made,
    ) -> None:
        """Colours the cells, writes their notes and puts links back beside them."""
        sheet = SheetPatch(self.patch.tree(self.part))
        for where, found in cells.items():
            sheet.restyle(where, styles.marked(sheet.style(where), min(mark.weight for _, mark in found)))
            if self.back:
                row = row_of(found[0][0])
                sheet.link((where[0], self.back), link_to(self.list_name, f"A{row}"), f"Row {row} of {self.list_name}")
        sheet.tidy()
        self._write_notes(sheet, cells, author, made)
        self.patch.put(self.part, sheet.root)

    def _write_notes(
        self,
        sheet: SheetPatch,
        cells: Mapping[tuple[int, int], Sequence[tuple[int, Mark]]],
        author: str,
        made: _Made,
    ) -> None:
        talked_of = threads_of(self.patch, self.part)
        part = notes_part(self.patch, self.part)
        notes = Notes(self.patch.tree(part)) if part else Notes.none_yet(sheet.root)
        said: dict[tuple[int, int], str] = {}
        for where, found in cells.items():
            words = "" if where in talked_of else notes.write(where, _note(found, self.list_name), author)
            if words:
                said[where] = words
            else:
                made.remarks.update((number, _TALKED_OF if where in talked_of else _FULL) for number, _ in found)
        if not said:
            return
        if not part:
            folder = posixpath.dirname(self.book.part)
            part = self.patch.free(posixpath.join(folder, "comments{}.xml"))
            self.patch.put(part, notes.root, patch_notes.CONTENT_TYPE)
            self.patch.link(self.part, "comments", part)
        self.patch.put(part, notes.root)
        self._draw(sheet, said)

    def _draw(self, sheet: SheetPatch, said: Mapping[tuple[int, int], str]) -> None:
        spoken = self.patch.relationships
        link = self.patch.links(self.part).get(sheet.drawing(spoken))
        if link is not None and self.patch.has(link.target):
            drawing = self.patch.tree(link.target, salvage=True)
            patch_vml.add_boxes(drawing, said, sheet)
            self.patch.put(link.target, drawing)
            return
        drawing = patch_vml.new_drawing(self.book.free_block())
        patch_vml.add_boxes(drawing, said, sheet)
        part = self.patch.free(posixpath.join(posixpath.dirname(self.book.part), "drawings/vmlDrawing{}.vml"))
        self.patch.default("vml", patch_vml.CONTENT_TYPE)
        self.patch.put(part, drawing)
        sheet.drawing(spoken, self.patch.link(self.part, "vmlDrawing", part))


def _note(found: Collection[tuple[int, Mark]], list_name: str) -> str:
    """The words of a note: each mark with its weight, and where on the list it stands."""
    told = [
        f"{mark.word} (row {row_of(number)} of the sheet {list_name})\n"
        f"{in_one_line(mark.what)}\n{in_one_line(mark.remedy)}"
        for number, mark in found
    ]
    return "\n".join((OPENS, "\n\n".join(told), CLOSES))


def _column(sheet: CellSheet, heading: str) -> int:
    """The column under a heading; 0 where no cell at the top of the sheet says that."""
    cells = (pair for row in list(sheet.rows.values())[:_TOP_ROWS] for pair in row.items())
    return next((at for at, cell in cells if heading and cell.text == heading), 0)


def _first_cell(cell: str) -> str:
    """The first cell of a range."""
    return cell.partition(":")[0].replace("$", "")
