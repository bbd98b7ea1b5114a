"""The fields of a record one by one, as written; and when two values say the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from svcdocs.model.as_written import Ref, Refs, Written, canonical_ref
from svcdocs.model.base import Record
from svcdocs.model.names import typewritten
from svcdocs.model.text import Text

Cell = str | Text | Written
Content = tuple[tuple[str, Any], ...]


def cells_of(record: Record) -> dict[str, Cell]:
    """What a record says, by the keys that origins have: each member of a family is a field of its own.

    Fields that hold records of their own (steps) are left out: see ``parts_in``.
    """
    cells: dict[str, Cell] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Mapping):
            cells |= {f"{name} {member}": cell for member, cell in value.items()}
        elif not isinstance(value, tuple):
            cells[name] = value
    return cells


def parts_in(record: Record) -> Iterator[tuple[str, tuple[Record, ...]]]:
    """The fields of a record that hold records of their own, such as the steps of an action."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, tuple):
            yield name, value


def with_cells(record: Record, cells: Mapping[str, Cell], parts: Mapping[str, tuple[Record, ...]]) -> Record:
    """The record with other values, given as ``cells_of`` and ``parts_in`` give them; the origin is the record's."""
    held: dict[str, Any] = {
        name: {} for name in type(record).model_fields if isinstance(getattr(record, name), Mapping)
    }
    for key, value in cells.items():
        name, _, member = key.partition(" ")
        if name in held:
            held[name][member] = value
        else:
            held[key] = value
    return record.model_copy(update=held | dict(parts))


def content_of(record: Record) -> Content:
    """All that a record and its steps say, to be looked up by; bold and italic are left out of account."""
    cells = tuple((key, said) for key, cell in cells_of(record).items() if (said := written(cell)))
    parts = tuple((name, tuple(content_of(step) for step in steps)) for name, steps in parts_in(record) if steps)
    return cells + parts


def title_of(record: Record, key: str) -> str:
    """The heading of the column a field stands under: "Finish by", "Target 2028/29", "Strengths"."""
    name, _, member = key.partition(" ")
    info = type(record).model_fields[name]
    title = info.title or name.replace("_", " ").capitalize()
    return title.replace("{}", member or str(getattr(record, "heading", "")))


def written(value: Cell | None) -> str:
    """What stands in the cell of a value, without bold and italic; "" for none."""
    return "" if value is None else str(value)


def says_the_same(one: Cell | None, other: Cell | None) -> bool:
    """Whether two values differ in nothing but signs that a program may have put in the place of others.

    Blanks, quotation marks, dashes, unseen characters, bold and italic are left out of account, and the spelling of a
    reference. A missing value is a blank one.
    """
    if one == other:
        return True
    if isinstance(one, Refs) and isinstance(other, Refs):
        return [ref.canonical for ref in one.items] == [ref.canonical for ref in other.items] != []
    if isinstance(one, Ref) and isinstance(other, Ref) and canonical_ref(one.text):
        return canonical_ref(one.text) == canonical_ref(other.text)
    return plain_words(written(one)) == plain_words(written(other))


def plain_words(text: str) -> str:
    """Words in one spelling of blanks, quotation marks and dashes; "38 %" is written "38%"."""
    return " ".join(unicodedata.normalize("NFKC", typewritten(text)).split()).replace(" %", "%")
