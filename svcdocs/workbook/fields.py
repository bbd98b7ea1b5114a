"""One cell and one field: how what stands in a cell becomes a value, and how a value is put into a cell."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import cast

from svcdocs.excel.cells import Cell
from svcdocs.model.as_written import Dated, Written
from svcdocs.model.text import EDGES, Run, Text, format_lines, parse

AROUND = f"{EDGES}\r\n"
"""What a person does not see around what stands in a cell."""
CellContent = str | tuple[Run, ...]


def value_of(kind: type, cell: Cell | None) -> str | Text | Written:
    """The value of a field from its cell; a blank cell gives the blank value of the field's type.

    ``kind`` is the type of the field: str, Text or one of the as-written types. Blanks around what was typed go, and
    nothing else does.
    """
    if is_a(kind, Text):
        return parse(cell.marked) if cell else Text()
    text = cell.text.strip(AROUND) if cell else ""
    if is_a(kind, Dated):  # each learns for itself in which month the council's years begin
        return cast("type[Dated]", kind)(text=text)
    return _written(cast("type[Written]", kind), text) if is_a(kind, Written) else text


@cache
def is_a(kind: type, *bases: type) -> bool:
    """Whether a type of field is one of some kinds: asked of every cell of a workbook, and pydantic answers slowly."""
    return issubclass(kind, bases)


@lru_cache(maxsize=4096)
def _written(kind: type[Written], text: str) -> Written:
    """A value as written. The same leads and references come again and again, and these values never change."""
    return kind(text=text)


def content_of(value: str | Text | Written) -> CellContent:
    """What to put into the cell of a value: characters, or runs where some of them are bold or italic."""
    if isinstance(value, Text):
        runs = format_lines(value)
        return runs if any(run.bold or run.italic for run in runs) else "".join(run.text for run in runs)
    return value.text if isinstance(value, Written) else value


def appended(value: str | Text | Written, more: str | Text | Written) -> str | Text | Written:
    """Two values of one field, the second typed on a row that continues the first: nothing is lost, nothing doubled."""
    if not more or value == more:
        return value
    if not value:
        return more
    if isinstance(value, Text) and isinstance(more, Text):
        return Text(blocks=value.blocks + more.blocks)
    if isinstance(value, Written) and isinstance(more, Written):
        return type(value)(text=f"{value.text}\n{more.text}")
    return f"{value}\n{more}"
