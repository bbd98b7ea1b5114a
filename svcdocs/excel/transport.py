"""A workbook's cells on their way between our own processes: a CellBook as bytes, and back.

JSON and nothing else: a file that took over the process that reads it could send any bytes, and JSON can become nothing
but texts and numbers, whose types are looked at here. It costs as much as marshal, which is unsafe, and twice pickle.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from svcdocs.excel.cells import Cell, CellBook, CellSheet, Kind, State

if TYPE_CHECKING:
    from svcdocs.model.text import Run

_PLAIN = ((), "text", None, False, False, "")
"""All of a plain text cell but its text; such a cell travels as its text alone, a number as text and value."""
_KINDS: frozenset[str] = frozenset(get_args(Kind))
_VALUES: frozenset[type] = frozenset({float, int, type(None)})
_STATES: frozenset[str] = frozenset(get_args(State))


class PackedRun(NamedTuple):
    """A stretch of rich text as it travels: a Run without what makes one slow to load."""

    text: str
    bold: bool
    italic: bool


class BadAnswerError(Exception):
    """Bytes that are no workbook's cells."""


def pack_book(book: CellBook) -> bytes:
    """The bytes of a book's cells."""
    with no_collection():
        whole = {
            "sheets": [_packed_sheet(sheet) for sheet in book.sheets],
            "texts": [list(mapping.items()) for mapping in (book.properties, book.names, book.core)],
            "said": [book.remarks, book.lost],
        }
        return json.dumps(whole, separators=(",", ":")).encode()


def unpack_book(data: bytes) -> CellBook:
    """The book that ``pack_book`` made these bytes of. Raises BadAnswerError."""
    try:
        with no_collection():
            whole = json.loads(data)
            properties, names, core = (dict(_texts(pair) for pair in pairs) for pairs in whole["texts"])
            remarks, lost = (tuple(_texts(said)) for said in whole["said"])
            sheets = tuple(_sheet(sheet) for sheet in whole["sheets"])
            return CellBook(sheets, properties, names, core, remarks, lost)
    except (ValueError, TypeError, KeyError, LookupError, RecursionError) as error:
        raise BadAnswerError("the process that reads files answered with what is no workbook") from error


@contextmanager
def no_collection() -> Iterator[None]:
    """Holds Python's search for cyclic garbage: it would walk the growing cells again and again, and they have none.

    What was made meanwhile then counts as old, so that it is not walked at once.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        if was_on:
            gc.enable()


def _packed_sheet(sheet: CellSheet) -> list[Any]:
    """Rows by number and by which of the few sets of columns each fills; texts in one list; what is not plain apart."""
    layouts: dict[tuple[int, ...], int] = {}
    rows = [(number, layouts.setdefault(tuple(row), len(layouts))) for number, row in sheet.rows.items()]
    cells = [cell for row in sheet.rows.values() for cell in row.values()]
    looks: dict[tuple[str, bool, bool], int] = {}
    valued: tuple[list[int], list[int], list[float | None]] = [], [], []
    special: list[tuple[int, Cell]] = []
    for at, cell in enumerate(cells):
        _, runs, kind, value, bold, italic, formula = cell
        if runs or formula:
            special.append((at, cell))
        elif kind != "text" or value is not None or bold or italic:
            valued[0].append(at)
            valued[1].append(looks.setdefault((kind, bold, italic), len(looks)))
            valued[2].append(value)
    return [
        [sheet.name, sheet.state],
        list(layouts),
        rows,
        [cell[0] for cell in cells],
        list(looks),
        valued,
        [(at, [(run.text, run.bold, run.italic) for run in cell.runs], *cell[2:]) for at, cell in special],
        sheet.merged,
        [sorted(sheet.hidden_rows), sorted(sheet.hidden_columns)],
        [[(*where, words) for where, words in said.items()] for said in (sheet.notes, sheet.struck)],
    ]


def _sheet(packed: list[Any]) -> CellSheet:
    (name, state), layouts, rows, texts, looks, valued, special, merged, hidden, said = packed
    new = tuple.__new__
    cells: list[Cell] = [new(Cell, (text, *_PLAIN)) for text in _texts(texts)]
    if not {kind for kind, _, _ in looks} <= _KINDS:
        raise TypeError("a cell of an unknown kind")
    known: list[tuple[Kind, bool, bool]] = [(kind, bool(bold), bool(italic)) for kind, bold, italic in looks]
    if not set(map(type, valued[2])) <= _VALUES:
        raise TypeError("a value that is no number")
    for at, look, value in zip(*valued, strict=True):
        kind, bold, italic = known[look]
        cells[at] = new(Cell, (texts[at], (), kind, value, bold, italic, ""))
    for at, runs, kind, value, bold, italic, formula in special:
        _texts((kind, formula))
        if kind not in _KINDS or not isinstance(value, int | float | None):
            raise TypeError("a cell of an unknown kind")
        cells[at] = Cell(cells[at].text, _runs(runs), kind, value, bool(bold), bool(italic), formula)
    if state not in _STATES:
        raise TypeError("a sheet in an unknown state")
    _texts((name,))
    hidden_rows, hidden_columns = (frozenset(map(int, numbers)) for numbers in hidden)
    return CellSheet(
        name,
        state,
        _rows(layouts, rows, cells),
        tuple((int(a), int(b), int(c), int(d)) for a, b, c, d in merged),
        hidden_rows,
        hidden_columns,
        *({(int(row), int(column)): _texts((words,))[0] for row, column, words in words_of} for words_of in said),
    )


def _rows(layouts: list[list[int]], rows: list[list[int]], cells: list[Cell]) -> Mapping[int, Mapping[int, Cell]]:
    columns = [[int(column) for column in layout] for layout in layouts]
    found: dict[int, dict[int, Cell]] = {}
    at = 0
    for number, layout in rows:
        end = at + len(columns[layout])
        found[int(number)] = dict(zip(columns[layout], cells[at:end], strict=True))
        at = end
    return found


def _runs(packed: list[list[Any]]) -> tuple[Run, ...]:
    if not packed:
        return ()
    from svcdocs.model.text import Run  # noqa: PLC0415 (only rich text needs it, and it is slow to load)

    return tuple(Run(text=text, bold=bold, italic=italic) for text, bold, italic in packed)


def _texts(values: Iterable[Any]) -> list[str]:
    """The values, each of which has to be a text."""
    texts = list(values)
    if not set(map(type, texts)) <= {str}:
        raise TypeError("a text that is none")
    return texts
