"""Records whose parts stand one a row below them: which row goes on with the one above, and the steps in one cell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, get_args

from svcdocs.model.as_written import Dates, Ref, WrittenDate
from svcdocs.model.base import Origin
from svcdocs.model.findings import CellRef, in_short
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Step
from svcdocs.model.text import Block, BlockKind, Text
from svcdocs.workbook import messages
from svcdocs.workbook.declaration import Sheet
from svcdocs.workbook.fields import appended
from svcdocs.workbook.records import Draft, is_dash
from svcdocs.workbook.table import Table

_NO_REF, _NO_TEXT = Ref(), Text()
_SEVERAL = 3
"""So many answers anew are those of a record of its own, whose name has gone."""


def with_parts(sheet: Sheet, table: Table, drafts: Iterable[Draft]) -> list[Draft]:
    """Of the drafts those that begin a record, each with the parts of the rows that go on with it."""
    assert get_args(sheet.record.model_fields[sheet.parts].annotation)[0] is Step
    whole: list[Draft] = []
    inherited = sheet.inherited
    for draft in drafts:
        draft.values[sheet.parts] = tuple(_steps(draft.values.pop(sheet.parts, {}), table, draft.row))
        if whole and _continues(draft, whole[-1], inherited):
            if again := _said_again(whole[-1], draft, sheet, table):
                table.findings.append(messages.nameless_row(*again))
            _append(whole[-1], draft, sheet, table)
        else:
            if is_dash(str(draft.values.get("ref", ""))):
                del draft.values["ref"]  # it has said that a new record begins, and says nothing else
            whole.append(draft)
    return whole


def _continues(draft: Draft, above: Draft, inherited: Collection[str]) -> bool:
    """Whether a row goes on with the record above: it names no record, or names the same one again.

    A row under another group or about another service begins a record, and so does one with a dash for its reference.
    """
    if draft.service != above.service and folded(draft.service) != folded(above.service):
        return False
    if any(draft.values.get(name, "") != above.values.get(name, "") for name in inherited):
        return False
    ref, title = draft.values.get("ref", _NO_REF), draft.values.get("title", _NO_TEXT)
    if not ref:
        return not title
    same = bool(ref.canonical) and ref.canonical == above.values.get("ref", _NO_REF).canonical
    return same and (not title or title == above.values.get("title"))


def _said_again(above: Draft, draft: Draft, sheet: Sheet, table: Table) -> tuple[CellRef, tuple[str, ...], str] | None:
    """Where a row without a name has answers of its own to much that the record above has answered.

    One answer more, such as a second lead, goes on below the first; several are those of a record of its own. Gives
    the cell of the first, the headings of all, and what the record above is called.
    """
    if draft.values.get("ref"):
        return None
    again = [
        name
        for name, value in draft.values.items()
        if name in above.values
        and name not in (sheet.parts, "ref", "title", *sheet.inherited)
        and value
        and above.values[name]
        and value != above.values[name]
        and not isinstance(value, dict)
    ]
    if len(again) < _SEVERAL:
        return None
    info = sheet.record.model_fields
    titles = tuple(str(info[name].title or name) for name in again)
    where = Origin(table.file, table.sheet, draft.row, table.letters | draft.elsewhere).cell(again[0])
    above_is = str(above.values.get("ref", "")) or in_short(str(above.values.get("title", "")))
    return where, titles, above_is


def _append(above: Draft, draft: Draft, sheet: Sheet, table: Table) -> None:
    """Add a row to the record it goes on with; what stands in its other columns goes on below what is there."""
    for name, value in draft.values.items():
        held = above.values.get(name)
        if name == sheet.parts:
            above.values[name] = (*above.values[name], *value)
        elif name == "ref" or held == value:
            continue
        elif isinstance(value, dict):
            family = above.values.setdefault(name, {})
            for member, more in value.items():
                _note_place(above, draft, table, f"{name} {member}", new=member not in family)
                family[member] = appended(family[member], more) if member in family else more
        else:
            _note_place(above, draft, table, name, new=not held)
            above.values[name] = appended(held, value) if held else value


def _note_place(above: Draft, draft: Draft, table: Table, key: str, *, new: bool) -> None:
    """A field that first stands on a later row is to be found there."""
    if new:
        above.elsewhere[key] = draft.elsewhere.get(key, f"{table.letters[key]}{draft.row}")


def _steps(values: Mapping[str, Any], table: Table, row: int) -> Iterator[Step]:
    """The steps in one cell: one, or one a line where several were typed, with their dates beside them."""
    if not values:
        return
    text: Text = values.get("text", _NO_TEXT)
    by: WrittenDate = values.get("by", WrittenDate())
    pieces = _pieces(text)
    letters = {name.rpartition(".")[2]: column for name, column in table.letters.items() if "." in name}
    origin = Origin(table.file, table.sheet, row, letters)
    if len(pieces) <= 1:
        if text or by:
            yield Step(text=text, by=by).at(origin)
        return
    dates = [item.text for item in Dates(text=by.text).items]
    dated = _dated(pieces)
    if len(dates) == len(dated):
        by_piece = dict(zip(dated, dates, strict=True))
    else:
        if dates:
            table.findings.append(messages.steps_and_dates(origin.cell("by"), len(dated), len(dates)))
        by_piece = {len(pieces) - 1: by.text}  # kept whole beside the last step, where it stood
    for place, piece in enumerate(pieces):
        yield Step(text=piece, by=WrittenDate(text=by_piece.get(place, ""))).at(origin)


def _dated(pieces: list[Text]) -> list[int]:
    """Which steps of a cell dates belong to: the numbered ones where there are any, else all of them."""
    numbered = [place for place, piece in enumerate(pieces) if piece.blocks[0].kind is BlockKind.NUMBERED]
    return numbered or list(range(len(pieces)))


def _pieces(text: Text) -> list[Text]:
    """The steps of one cell: each paragraph or number opens one; bullets belong to what they stand under.

    A paragraph wholly in brackets is a remark on the step above it.
    """
    pieces: list[list[Block]] = []
    only_bullets = all(block.kind is BlockKind.BULLET for block in text.blocks)
    for block in text.blocks:
        below = block.level > 0 or (block.kind is BlockKind.BULLET and not only_bullets) or _is_remark(block)
        if below and pieces:
            pieces[-1].append(block)
        else:
            pieces.append([block])
    return [Text(blocks=tuple(piece)) for piece in pieces]


def _is_remark(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and block.plain.startswith("(") and block.plain.endswith(")")
