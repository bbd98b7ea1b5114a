"""Reads a workbook from outside: a file or its bytes in, plain cells as a person sees them out, whatever its format.

Commands read through ``guarded``, which runs this in a process of its own; here nothing bounds time and memory.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from svcdocs.excel.cells import CellBook, column_number, in_words
from svcdocs.excel.health import Health
from svcdocs.excel.kinds import wrapping_of
from svcdocs.excel.our_marks import without_marks
from svcdocs.excel.package import Limits, bytes_of, contents_of, open_package
from svcdocs.excel.sheet_cells import RunMaker
from svcdocs.excel.transport import no_collection
from svcdocs.excel.xlsx_book import read_xlsx

if TYPE_CHECKING:
    from svcdocs.model.text import Run


def read_book(source: Path | bytes, name: str = "", limits: Limits = Limits()) -> CellBook:  # noqa: B008 (immutable)
    """Reads every worksheet of a workbook in any format that Excel and LibreOffice save.

    ``source`` is the file or its bytes; ``name`` is what messages call it, else the file's own name; ``limits`` is what
    it may be at most. Numbers and dates come as their number format shows them. Raises UnusableFile for what cannot be
    read at all; smaller damage is told in what the book has ``lost`` and in its ``remarks``. What we have put into a
    marked copy is left out.
    """
    shown = name or (source.name if isinstance(source, Path) else "The file")
    return without_marks(read_cells(bytes_of(source, shown, limits), shown, limits, _run))


def read_raw(content: bytes, limits: Limits) -> CellBook:
    """The same with what we have put into a marked copy: its notes, and the list of what was found."""
    return read_cells(content, "The file", limits, _run)


def read_cells(data: bytes, shown: str, limits: Limits, run: RunMaker) -> CellBook:
    """The cells of a workbook as ``read_book`` gives them; ``run`` makes a stretch of rich text."""
    with no_collection():
        if wrapping_of(data, shown) == "ole":
            from svcdocs.excel.by_calamine import read_xls  # noqa: PLC0415 (few workbooks are in these formats)

            return read_xls(data, shown)
        package = open_package(data, shown, limits)
        contents = contents_of(package)
        if contents == "xlsb":
            from svcdocs.excel.by_calamine import read_xlsb  # noqa: PLC0415

            return read_xlsb(package, data)
        if contents == "ods":
            from svcdocs.excel.ods_book import read_ods  # noqa: PLC0415

            return read_ods(package, run)
        health = Health()
        book = read_xlsx(package, run, health)
        return _looked_at_again(data, book, health) if health.suspect else book


def _looked_at_again(data: bytes, book: CellBook, health: Health) -> CellBook:
    """The book, with what a second reader sees in sheets that seem to hold more than was read told as lost."""
    from svcdocs.excel.second_reader import unseen  # noqa: PLC0415 (slow, and hardly ever asked)

    missed: dict[str, list[tuple[int, int]]] = {}
    for sheet, cell, _ in unseen(data, book):
        letters = cell.rstrip("0123456789")
        missed.setdefault(sheet, []).append((int(cell[len(letters) :]), column_number(letters)))
    for sheet in health.suspect:
        if sheet in missed:
            health.lose(f"another program sees something in {in_words(missed[sheet])}, and this one does not", sheet)
        else:
            health.lose("it may hold more than could be read", sheet)
    return replace(book, lost=tuple(health.lost))


def _run(text: str, bold: bool, italic: bool) -> Run:  # noqa: FBT001 (made once for each stretch of rich text)
    from svcdocs.model.text import Run  # noqa: PLC0415 (slow to load, and only rich text needs it)

    return Run(text=text, bold=bold, italic=italic)
