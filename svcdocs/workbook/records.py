"""From the rows of a table to records of the model: families gathered, steps joined to their action, origins kept."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from svcdocs.excel.cells import Cell
from svcdocs.model.as_written import Written, WrittenDate, canonical_ref
from svcdocs.model.base import Origin, Record
from svcdocs.model.findings import CellRef
from svcdocs.model.text import Block, BlockKind, Text
from svcdocs.workbook import messages
from svcdocs.workbook.declaration import Column, Sheet
from svcdocs.workbook.fields import appended, value_of
from svcdocs.workbook.table import Row, Table, fold

Choices = Mapping[str, Sequence[str]]


def records_of(sheet: Sheet, table: Table, columns: Sequence[Column], choices: Choices) -> list[Record]:
    """The records of a table, in order; what is odd about a cell joins the table's findings."""
    values = _inheriting(sheet, ((row, _values(row, table, columns, choices)) for row in table.rows))
    if not sheet.parts:
        return [_record(sheet.record, given, _origin(table, row)) for row, given in values]
    return list(_with_parts(sheet, table, values))


def entries_of(sheet: Sheet, table: Table, columns: Sequence[Column]) -> list[Record]:
    """The entries of a sheet of lists: heading by heading, each from the top down."""
    entries: list[Record] = []
    for column in columns:
        for row in table.rows:
            text = value_of(Text, row.cells.get(column.key))
            if text:
                origin = Origin(table.file, table.sheet, row.number, {"text": table.letters[column.key]})
                entries.append(sheet.record(heading=column.member, text=text).at(origin))
    return entries


def matching_choice(typed: str, choices: Sequence[str]) -> str | None:
    """The choice that what was typed stands for, whatever its case and blanks; None where it is none of them."""
    folded = fold(typed)
    return next((choice for choice in choices if fold(choice) == folded), None)


def _values(row: Row, table: Table, columns: Sequence[Column], choices: Choices) -> dict[str, Any]:
    """The fields a row fills: single values by name, families and parts as mappings of their own."""
    values: dict[str, Any] = {}
    for column in columns:
        cell = row.cells.get(column.key)
        if cell is None:
            continue
        value = value_of(column.type, _chosen(cell, row, table, column, choices))
        if column.member:
            values.setdefault(column.field, {})[column.member] = value
        elif column.part:
            values.setdefault(column.field, {})[column.part] = value
        else:
            values[column.field] = value
    return values


def _chosen(cell: Cell, row: Row, table: Table, column: Column, choices: Choices) -> Cell:
    """The cell with a choice in its proper spelling; what is no choice is kept as typed and reported."""
    offered = choices.get(column.ask.choices, ()) if column.type is str else ()
    if not offered:
        return cell
    choice = matching_choice(cell.text, offered)
    if choice is not None:
        return Cell(choice)
    if column.ask.strict:
        near = difflib.get_close_matches(cell.text.strip(), list(offered), n=1, cutoff=0.6)
        where = CellRef(table.file, table.sheet, f"{table.letters[column.key]}{row.number}")
        guess = near[0] if near else ""
        table.findings.append(messages.unknown_choice(where, column, cell.text.strip(), guess, offered))
    return cell


def _record(kind: type[Record], values: dict[str, Any], origin: Origin) -> Record:
    return kind(**values).at(origin)


def _origin(table: Table, row: Row) -> Origin:
    """The origin of a row; fields of parts are known by their own names ("text", "by") as well as by the path."""
    return Origin(table.file, table.sheet, row.number, table.letters)


def _inheriting(sheet: Sheet, rows: Iterator[tuple[Row, dict[str, Any]]]) -> Iterator[tuple[Row, dict[str, Any]]]:
    """The rows with blanks that mean "as above" filled in; a row that says nothing else is a heading for those below."""
    above: dict[str, Any] = {}
    names = {ask.field for ask in sheet.columns if ask.inherits}
    for row, values in rows:
        above |= {name: value for name, value in values.items() if name in names}
        if values.keys() - names:
            yield row, above | values


def _with_parts(sheet: Sheet, table: Table, rows: Iterator[tuple[Row, dict[str, Any]]]) -> Iterator[Record]:
    """Records whose parts stand one a row below them."""
    part = get_args(sheet.record.model_fields[sheet.parts].annotation)[0]
    current: dict[str, Any] = {}
    origin: Origin | None = None
    for row, values in rows:
        parts = list(_parts(part, values.pop(sheet.parts, {}), table, row))
        if origin is not None and _continues(values, current):
            _append(current, values, sheet.parts, parts)
            continue
        if origin is not None:
            yield _record(sheet.record, current, origin)
        current, origin = values | {sheet.parts: tuple(parts)}, _origin(table, row)
    if origin is not None:
        yield _record(sheet.record, current, origin)


def _continues(values: Mapping[str, Any], above: Mapping[str, Any]) -> bool:
    """Whether a row goes on with the record above: it names no record, or names the same one again."""
    ref, title = values.get("ref"), values.get("title")
    same_ref = not ref or canonical_ref(ref.text) == canonical_ref(above["ref"].text if above.get("ref") else "")
    return same_ref and (not title or (bool(ref) and title == above.get("title")))


def _append(current: dict[str, Any], values: Mapping[str, Any], parts_field: str, parts: list[Record]) -> None:
    """Add a continuing row to its record; what stands in its other columns goes on below what is there."""
    current[parts_field] = (*current[parts_field], *parts)
    for name, value in values.items():
        if name == "ref" or current.get(name) == value:
            continue
        if isinstance(value, dict):
            family = current.setdefault(name, {})
            for member, more in value.items():
                family[member] = appended(family[member], more) if member in family else more
        else:
            current[name] = appended(current[name], value) if name in current else value


def _parts(kind: type[Record], values: Mapping[str, Any], table: Table, row: Row) -> Iterator[Record]:
    """The steps in one cell: one, or one a line where several were typed, with their dates beside them."""
    text: Text = values.get("text", Text())
    by: Written = values.get("by", WrittenDate())
    pieces = _pieces(text)
    letters = {name.rpartition(".")[2]: column for name, column in table.letters.items() if "." in name}
    origin = Origin(table.file, table.sheet, row.number, letters)
    if len(pieces) <= 1:
        if text or by:
            yield kind(text=text, by=by).at(origin)
        return
    dates = by.lines
    if len(dates) not in (0, len(pieces)):
        table.findings.append(messages.steps_and_dates(origin.cell("by"), len(pieces), len(dates)))
        dates = ("",) * (len(pieces) - 1) + (by.text,)  # kept whole beside the last step, where it stood
    for place, piece in enumerate(pieces):
        yield kind(text=piece, by=WrittenDate(text=dates[place] if dates else "")).at(origin)


def _pieces(text: Text) -> list[Text]:
    """The steps of one cell: each paragraph or number opens one; bullets belong to what they stand under."""
    pieces: list[list[Block]] = []
    only_bullets = all(block.kind is BlockKind.BULLET for block in text.blocks)
    for block in text.blocks:
        below = block.level > 0 or (block.kind is BlockKind.BULLET and not only_bullets)
        if below and pieces:
            pieces[-1].append(block)
        else:
            pieces.append([block])
    return [Text(blocks=tuple(piece)) for piece in pieces]
