"""Random damage to a workbook as it is issued: never a traceback, and never a sheet that is silently another."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.errors import UnusableFile
from svcdocs.excel.cells import CellBook, CellSheet
from svcdocs.excel.reading import read_book
from tests.cycles import framework, plan, workbook
from tests.excel.handmade import zipped

Change = tuple[str, float, float, bytes]
"""How bytes are changed: written over, put in, taken out or swapped; where and how far, as shares of the whole."""

_CHANGE = st.tuples(
    st.sampled_from(["write", "insert", "remove", "swap"]),
    st.floats(0, 1),
    st.floats(0, 0.2),
    st.binary(min_size=1, max_size=12),
)
_CHANGES = st.lists(_CHANGE, min_size=1, max_size=3)
_SHARED = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml")
"""Parts on which all sheets depend."""


@cache
def issued() -> bytes:
    return workbook(plan("Parks"), framework())


@cache
def original() -> CellBook:
    return read_book(issued(), "f.xlsx")


@cache
def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(issued())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(data: bytes, changes: list[Change]) -> bytes:
    for how, where, far, new in changes:
        at = int(where * len(data))
        end = min(at + 1 + int(far * 40), len(data))
        other = int((where + 0.37) % 1 * len(data))
        if how == "write":
            data = data[:at] + new + data[at + len(new) :]
        elif how == "insert":
            data = data[:at] + new + data[at:]
        elif how == "remove":
            data = data[:at] + data[end:]
        elif at < other:
            data = data[:at] + data[other : other + 5] + data[at + 5 : other] + data[at : at + 5] + data[other + 5 :]
    return data


def read(data: bytes) -> CellBook | None:
    """The cells; None where the file is refused. Anything else that happens is a fault."""
    try:
        return read_book(data, "f.xlsx")
    except UnusableFile as error:
        refused = error
    assert refused.message.startswith("f.xlsx")
    assert refused.code.startswith("file-")
    assert refused.hint
    return None


def seen(sheet: CellSheet) -> object:
    return sheet.rows, sheet.merged, sheet.state


def part_of(number: int) -> str:
    return f"xl/worksheets/sheet{number}.xml"


def sheets_told_otherwise(book: CellBook) -> list[str]:
    """The sheets that came out otherwise than they were issued though nothing is said of them."""
    told = "\n".join(book.lost)
    found = {sheet.name: seen(sheet) for sheet in book.sheets}
    return [
        sheet.name
        for sheet in original().sheets
        if found.get(sheet.name) != seen(sheet) and sheet.name not in told and "dates came as numbers" not in told
    ]


@settings(max_examples=100, deadline=None)
@given(_CHANGES)
def test_bytes_changed_anywhere_in_the_file_are_refused_or_told(changes: list[Change]) -> None:
    book = read(changed(issued(), changes))
    assert book is None or sheets_told_otherwise(book) == []


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_bytes_changed_in_one_part_leave_every_other_sheet_as_it_was(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(parts())))
    book = read(zipped({**parts(), name: changed(parts()[name], data.draw(_CHANGES))}))
    if book is None or name in _SHARED:
        return
    found = {sheet.name: seen(sheet) for sheet in book.sheets}
    for number, sheet in enumerate(original().sheets, 1):
        if part_of(number) != name:
            assert found[sheet.name] == seen(sheet)


@pytest.mark.parametrize("name", sorted(parts()))
def test_a_part_taken_out_is_refused_or_told(name: str) -> None:
    book = read(zipped({part: content for part, content in parts().items() if part != name}))
    assert book is None or sheets_told_otherwise(book) == []


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(parts())), st.sampled_from(sorted(parts())))
def test_parts_that_changed_places_are_read_or_refused(one: str, other: str) -> None:
    read(zipped({**parts(), one: parts()[other], other: parts()[one]}))


def test_a_broken_name_of_what_no_cell_uses_does_not_stop_the_salvage() -> None:
    name = part_of(10)
    broken = parts()[name].replace(b"officeDocument/2006/relationships", b"officeDocument/2006/relation\x00hips", 1)
    assert broken != parts()[name]
    book = read(zipped({**parts(), name: broken}))
    assert book is None or sheets_told_otherwise(book) == []
