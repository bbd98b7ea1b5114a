"""Marked copies of workbooks with what we never wrote: macros, threaded comments, newer formats, protection, damage."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

import pytest

from svcdocs.errors import UnusableFile
from svcdocs.excel.our_marks import LIST_NAME
from svcdocs.excel.patching import CannotMarkError, Mark, marked_copy
from svcdocs.excel.reading import read_book
from tests.excel.damages import DAMAGES, Damage
from tests.excel.test_patching import MARKS, TEAM, marked, parts, written

SHEET = "xl/worksheets/sheet1.xml"
X14 = (
    '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"'
    ' xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings>'
    '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
    '<x14:cfRule type="iconSet" priority="9" id="{00000000-0000-0000-0000-000000000001}"/><xm:sqref>B2</xm:sqref>'
    "</x14:conditionalFormatting></x14:conditionalFormattings></ext>"
    '<ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"'
    ' xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1"'
    ' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1">'
    "<x14:formula1><xm:f>Other!$A$1</xm:f></x14:formula1><xm:sqref>C2</xm:sqref></x14:dataValidation>"
    "</x14:dataValidations></ext></extLst>"
)
VBA = (
    '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"'
    ' Target="vbaProject.bin"/></Relationships>'
)
CONVERSATION = (
    '<Relationship Id="rId77" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"'
    ' Target="../threadedComments/threadedComment1.xml"/></Relationships>'
)
THREADED = (
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    '<threadedComment ref="E5" dT="2027-01-05T10:00:00.00" personId="{1}" id="{2}"><text>Ours alone</text>'
    "</threadedComment></ThreadedComments>"
)


def with_parts(changes: Mapping[str, tuple[str, str]], more: Mapping[str, bytes] | None = None) -> bytes:
    """The workbook with one text of some parts replaced by another, and with further parts."""
    contents = parts(written())
    for name, (old, new) in changes.items():
        text = contents[name].decode()
        assert old in text, (name, old)
        contents[name] = text.replace(old, new, 1).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {**contents, **(more or {})}.items():
            package.writestr(name, content)
    return out.getvalue()


def unchanged(book: bytes, *names: str) -> None:
    before, after = parts(book), parts(marked(book))
    assert {name: after[name] for name in names} == {name: before[name] for name in names}


def test_formats_and_drop_downs_of_newer_excel_stand_in_the_copy_as_they_did() -> None:
    book = with_parts({SHEET: ("</worksheet>", f"{X14}</worksheet>")})
    after = parts(marked(book))[SHEET].decode()
    assert re.sub(r' xmlns:\w+="[^"]*"', "", X14) in re.sub(r' xmlns:\w+="[^"]*"', "", after)
    assert "<dataValidations" in after
    assert read_book(marked(book)) == read_book(book)


def test_a_workbook_with_macros_keeps_them_byte_for_byte() -> None:
    plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macros = b"\xd0\xcf\x11\xe0 not looked into"
    book = with_parts(
        {
            "[Content_Types].xml": (plain, "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
            "xl/_rels/workbook.xml.rels": ("</Relationships>", VBA),
        },
        {"xl/vbaProject.bin": macros},
    )
    unchanged(book, "xl/vbaProject.bin")
    assert b"macroEnabled" in parts(marked(book))["[Content_Types].xml"]
    assert b"vbaProject.bin" in parts(marked(book))["xl/_rels/workbook.xml.rels"]
    assert read_book(marked(book)) == read_book(book)


def test_threaded_comments_and_who_wrote_them_stay_as_they_are() -> None:
    threads = "xl/threadedComments/threadedComment1.xml"
    book = with_parts(
        {
            "xl/worksheets/_rels/sheet1.xml.rels": ("</Relationships>", CONVERSATION),
        },
        {threads: THREADED.encode(), "xl/persons/person.xml": b"<personList/>"},
    )
    unchanged(book, threads, "xl/persons/person.xml")
    assert read_book(marked(book)) == read_book(book)


def test_a_protected_structure_stays_protected_and_has_its_list() -> None:
    book = with_parts({"xl/workbook.xml": ("<sheets>", '<workbookProtection lockStructure="1"/><sheets>')})
    after = parts(marked(book))
    assert b'lockStructure="1"' in after["xl/workbook.xml"]
    assert LIST_NAME.encode() in after["xl/workbook.xml"]
    assert b"<sheetProtection" in after[SHEET]
    assert read_book(marked(book)) == read_book(book)


def test_defined_names_and_a_chain_of_calculation_stay() -> None:
    sheet = TEAM.replace("'", "''")
    names = f"<definedNames><definedName name=\"Team\">'{sheet}'!$B$2</definedName></definedNames>"
    book = with_parts({"xl/workbook.xml": ("</sheets>", f"</sheets>{names}")}, {"xl/calcChain.xml": b"<calcChain/>"})
    unchanged(book, "xl/calcChain.xml")
    assert names.encode() in parts(marked(book))["xl/workbook.xml"]
    assert read_book(marked(book)).names == read_book(book).names


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_of_a_damaged_workbook_a_copy_says_the_same_or_there_is_none(damage: Damage) -> None:
    try:
        before = read_book(damage.data)
    except UnusableFile:
        return  # refused, with its own sentence
    first = next((sheet.name for sheet in before.sheets if sheet.visible), "")
    marks = (Mark(first, "B2", 0, "To put right", "Odd.", "Mend it."), *MARKS[-1:])
    try:
        copy = marked_copy(damage.data, marks, "Fenmoor District Council", back_under="Needs")
    except CannotMarkError:
        return
    after = read_book(copy)
    assert after.sheets == before.sheets
    assert (after.properties, after.names, after.core) == (before.properties, before.names, before.core)
