"""Takes out of a package what an earlier marking has put in: the list, the notes, the links and the colours."""

from __future__ import annotations

from collections.abc import Sequence

from svcdocs.excel import patch_vml
from svcdocs.excel.cells import CellSheet
from svcdocs.excel.our_marks import OPENS, is_list, kept_fills, list_head
from svcdocs.excel.patch_book import BookPatch
from svcdocs.excel.patch_cells import SheetPatch
from svcdocs.excel.patch_notes import Notes, notes_part
from svcdocs.excel.patch_package import Patch
from svcdocs.excel.patch_styles import Styles


def unmark(patch: Patch, book: BookPatch, sheets: Sequence[CellSheet]) -> None:
    """Takes out what is ours; ``sheets`` are what is read of the workbook, with ours.

    One that was never marked is left as it is. Raises BadPartError.
    """
    fills = {colour: fill for sheet in sheets if list_head(sheet) for colour, fill in kept_fills(sheet).items()}
    for sheet in sheets:
        if is_list(sheet):
            book.drop_tab(sheet.name)
    styles = Styles(book.styles())
    before = styles.unmarked(fills)
    if before:
        book.put_styles(styles.root)
    noted = {sheet.name for sheet in sheets if any(OPENS in words for words in sheet.notes.values())}
    for tab in book.tabs:
        page = SheetPatch(patch.tree(tab.part))
        changed = [page.replace_styles(before), page.drop_links()]
        if tab.name in noted:
            changed.append(_drop_notes(patch, tab.part, page))
        if any(changed):
            patch.put(tab.part, page.root)


def _drop_notes(patch: Patch, sheet: str, page: SheetPatch) -> bool:
    """Takes our words out of the notes of a sheet, and parts that hold nothing by that; whether the sheet changed."""
    part = notes_part(patch, sheet)
    if not part:
        return False
    notes = Notes(patch.tree(part))
    gone = notes.drop_ours()
    if notes.is_blank:
        patch.remove(part)
        _unlink(patch, sheet, part)
    else:
        patch.put(part, notes.root)
    link = patch.links(sheet).get(page.drawing(patch.relationships))
    if link is None or not patch.has(link.target) or not gone:
        return False
    drawing = patch.tree(link.target, salvage=True)
    patch_vml.drop_boxes(drawing, gone)
    if not patch_vml.is_blank(drawing):
        patch.put(link.target, drawing)
        return False
    patch.remove(link.target)
    _unlink(patch, sheet, link.target)
    page.drawing(patch.relationships, "")
    return True


def _unlink(patch: Patch, sheet: str, part: str) -> None:
    for identity, link in dict(patch.links(sheet)).items():
        if link.target == part:
            patch.unlink(sheet, identity)
