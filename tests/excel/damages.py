"""Damages to the file itself, by name: how each is made, and what has to become of it.

A damage ends in one of three ways: everything is read right; something is lost, which is told with its place while all
the rest is read; or the file is refused whole, by its code.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.excel import old_formats as old
from tests.excel.handmade import MAIN, OFFICE, PACKAGE, book_of, sheet_xml, styles_of, zipped

A1 = '<row r="1"><c r="A1" t="inlineStr"><is><t>one</t></is></c></row>'
A2 = '<row r="2"><c r="A2" t="inlineStr"><is><t>two</t></is></c></row>'
GOOD = book_of(A1 + A2)
BOTH = {"A1": "one", "A2": "two"}
_BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_KINDS = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


@dataclass(frozen=True)
class Damage:
    """``cells`` are the texts that must be read on the first sheet, by place, and no others; ``lost`` and ``remark``
    words that must be said (nothing where they are empty); ``code`` that of the refusal. ``file`` is its name."""

    name: str
    data: bytes
    cells: Mapping[str, str] = field(default_factory=dict)
    lost: str = ""
    remark: str = ""
    code: str = ""
    file: str = "Housing.xlsx"


def read(name: str, data: bytes, remark: str = "", file: str = "Housing.xlsx", **cells: str) -> Damage:
    """A damage that costs nothing."""
    return Damage(name, data, cells or BOTH, remark=remark, file=file)


def lost(name: str, data: bytes, words: str, **cells: str) -> Damage:
    """A damage that costs something, which is told in these words."""
    return Damage(name, data, cells, lost=words)


def refused(name: str, data: bytes, code: str, file: str = "Housing.xlsx") -> Damage:
    """A damage for which the file is refused."""
    return Damage(name, data, code=code, file=file)


def patched(data: bytes, part: str, old_bytes: bytes = b"", new: bytes = b"", *, drop: bool = False) -> bytes:
    """A workbook with some bytes of one part replaced (all of it where none are named), or without the part."""
    contents: dict[str, str | bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name == part:
                assert old_bytes in content
                content = content.replace(old_bytes, new, 1) if old_bytes else new
            if name != part or not drop:
                contents[name] = content
    return zipped(contents)


def spoilt(data: bytes, part: str) -> bytes:
    """A workbook in which one byte of a part's packed content is another, as a bad disk leaves it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo(part)
    at = info.header_offset + 30 + len(part) + info.compress_size // 2
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def cell(inside: str, says: str = "") -> str:
    """A sheet's rows: one cell A1."""
    return f'<row r="1"><c r="A1" {says}>{inside}</c></row>'


def two_sheets(second: str = A2) -> bytes:
    """A workbook with a second sheet "Sheet2" in a part of its own, "" for none."""
    tabs = "".join(f'<sheet name="Sheet{n}" sheetId="{n}" r:id="rId{n}"/>' for n in (1, 2))
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in (1, 2)
    )
    return book_of(
        A1 + A2,
        parts={
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{tabs}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
            "xl/worksheets/sheet2.xml": sheet_xml(second) if second else "",
        },
    )


def linked(kind: str, target: str, part: str | bytes) -> bytes:
    """A workbook whose sheet leads to another part."""
    relation = f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    rels = f'<Relationships xmlns="{PACKAGE}">{relation}</Relationships>'
    return book_of(A1 + A2, parts={"xl/worksheets/_rels/sheet1.xml.rels": rels, f"xl/{target[3:]}": part})


def with_macros() -> bytes:
    """A workbook with macros beside its sheet."""
    macros = f'<Relationship Id="rId9" Type="{OFFICE}/vbaProject" Target="vbaProject.bin"/></Relationships>'
    return patched(GOOD, "xl/_rels/workbook.xml.rels", b"</Relationships>", macros.encode())


def with_flag(data: bytes, flag: int) -> bytes:
    """A zip file whose members claim something of themselves, such as a password (1)."""
    out = bytearray(data)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = out.find(mark)
        while at >= 0:
            out[at + place] |= flag
            at = out.find(mark, at + 4)
    return bytes(out)


def after(xml: str) -> bytes:
    """A workbook with something behind the rows of its sheet."""
    return book_of(sheet=sheet_xml(A1 + A2, after=xml))


def _moved(data: bytes, names: Mapping[str, str]) -> bytes:
    """A workbook whose parts are called otherwise in the zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({names.get(name, name): archive.read(name) for name in archive.namelist()})


STRINGS = "<si><t>one</t></si><si><t>two</t></si>"
BY_STRINGS = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>'
SHARED = book_of(BY_STRINGS, strings=STRINGS)
SHEET = "xl/worksheets/sheet1.xml"
WORDY = book_of("".join(f'<row r="{n}"><c r="A{n}" t="str"><v>words {n * 7919}</v></c></row>' for n in range(1, 99)))

FILES = (
    refused("nothing in it", b"", "file-empty"),
    refused("only zeros in it, as a broken download leaves it", bytes(5_000), "file-damaged"),
    refused("cut in half", GOOD[: len(GOOD) // 2], "file-damaged"),
    refused("its last bytes cut off", GOOD[:-30], "file-damaged"),
    read("something appended by a mail program", GOOD + b"\r\n-- \r\nSent from a phone\r\n"),
    refused("a password", old.ole({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "file-password"),
    refused(
        "encrypted by a sensitivity label",
        old.ole({"EncryptedPackage": b"x", "DRMEncryptedDataSpace": b"x"}),
        "file-encrypted-by-label",
    ),
    refused(
        "an old workbook under rights management",
        old.ole({"Workbook": b"stand-in", "\tDRMContent": b"x"}),
        "file-encrypted-by-label",
        "Housing.xls",
    ),
    refused("a zip password", with_flag(GOOD, 1), "file-password"),
    refused("a Word document", zipped({"word/document.xml": "<x/>", "[Content_Types].xml": _KINDS}), "file-word"),
    refused("a presentation", zipped({"ppt/presentation.xml": "<x/>"}), "file-presentation"),
    refused("an old Word document", old.ole({"WordDocument": b"x"}), "file-word", "Housing.xls"),
    refused("an e-mail", old.ole({"__properties_version1.0": b"x"}), "file-email"),
    refused("a PDF", b"%PDF-1.7\n%\xe2\xe3", "file-pdf"),
    refused("a photograph", b"\xff\xd8\xff\xe0\0\x10JFIF", "file-picture"),
    refused("a photograph from a telephone", b"\0\0\0\x18ftypheic" + bytes(30), "file-picture"),
    refused("a rich text document", b"{\\rtf1\\ansi Actions}", "file-word"),
    refused("a list of values", b"Action,Lead\r\nPlant trees,Ines\r\n", "file-text"),
    refused("a list of values in UTF-16", "Action\tLead\r\nPlant\tInes".encode("utf-16"), "file-text"),
    refused("a web page", b"<html><table><tr><td>Action</td></tr></table></html>", "file-web-page", "Housing.xls"),
    refused("a web page in parts", b"MIME-Version: 1.0\r\nX-Document-Type: Workbook", "file-web-page", "Housing.xls"),
    refused(
        "the XML form of 2003",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "file-xml",
        "Housing.xls",
    ),
    refused("a shortcut", b"L\0\0\0\x01\x14\x02\0" + bytes(60), "file-shortcut"),
    refused("an internet shortcut", b"[InternetShortcut]\r\nURL=https://example.org", "file-shortcut"),
    refused("a link to Google Drive", b'{"doc_id": "1aB", "email": "x"}', "file-link", "Housing.gsheet"),
    refused("a Numbers document", zipped({"Index/Document.iwa": "x", "preview.jpg": "x"}), "file-numbers"),
    refused("a workbook in a packed folder", zipped({"Housing.xlsx": GOOD}), "file-archive", "Housing.zip"),
    refused("another archive", b"7z\xbc\xaf\x27\x1c", "file-archive"),
    refused("the lock of an open workbook", b"\x06Ines C" + bytes(158), "file-lock", "in/~$Housing.xlsx"),
    refused("bytes at random", bytes(range(7, 250)) * 9, "file-not-a-workbook"),
    refused("a zip bomb", book_of(sheet=sheet_xml(" " * (30 * 2**20))), "file-unpacks-too-large"),
    refused("thousands of parts", zipped({f"xl/{n}": "" for n in range(6_000)}), "file-unpacks-too-large"),
    read("the name of an old format", GOOD, file="Housing.xls"),
    read("the name of a template", GOOD, file="Housing.xltx"),
    read(
        "the name of a binary workbook",
        old.xls(("Sheet1", [old.label(0, 0, "one"), old.label(1, 0, "two")])),
        "old format .xls",
    ),
)

PARTS = (
    lost(
        "its only sheet missing from a list of two",
        two_sheets(second=""),
        "Sheet2: nothing of it could be read",
        **BOTH,
    ),
    lost("a bad disk under one sheet", spoilt(two_sheets(), "xl/worksheets/sheet2.xml"), "Sheet2: nothing", **BOTH),
    refused("a bad disk under its only sheet", spoilt(WORDY, SHEET), "file-damaged"),
    refused("a bad disk under the table of texts", spoilt(SHARED, "xl/sharedStrings.xml"), "file-damaged"),
    lost(
        "a sheet that nothing leads to",
        patched(two_sheets(), "xl/_rels/workbook.xml.rels", b'"rId2"', b'"rId7"'),
        "Sheet2: the sheet is missing",
        **BOTH,
    ),
    lost(
        "a sheet cut off in the middle",
        book_of(sheet=sheet_xml(A1 + A2).partition("o</t></is></c></row></sheetData>")[0]),
        "Sheet1: it is not written as a sheet is; check row 2",
        A1="one",
        A2="tw",
    ),
    lost(
        "a bare ampersand in a cell",
        book_of(A1.replace("one", "R & D") + A2),
        "Sheet1: it is not written as a sheet is",
        A1="R  D",
        A2="two",
    ),
    read("a character no XML may hold", book_of(A1.replace("one", "o\x0bne") + A2), A1="o\x0bne", A2="two"),
    lost(
        "an entity nobody declared",
        book_of(A1.replace("one", "o&who;ne") + A2),
        "Sheet1: it is not written as a sheet is",
        A1="one",
        A2="two",
    ),
    lost(
        "an entity nobody declared in a formula that shows nothing",
        book_of(A1 + A2 + '<row r="3"><c r="A3" t="str"><f>A1&amp;&who;</f><v></v></c></row>'),
        "Sheet1: it is not written as a sheet is",
        A1="one",
        A2="two",
    ),
    lost(
        "the table of texts missing",
        patched(SHARED, "xl/sharedStrings.xml", drop=True),
        "Sheet1: the text of A1 and A2 is not in the file",
    ),
    lost(
        "the table of texts too short",
        book_of(BY_STRINGS, strings="<si><t>one</t></si>"),
        "Sheet1: the text of A2 is not in the file",
        A1="one",
    ),
    refused("the table of texts cut off", book_of(BY_STRINGS, strings="<si><t>one"), "file-damaged"),
    lost(
        "the styles missing",
        patched(book_of(A1 + A2, styles=styles_of("@")), "xl/styles.xml", drop=True),
        "xl/styles.xml is absent, so that dates came as numbers",
        **BOTH,
    ),
    lost(
        "comments missing",
        patched(linked("comments", "../comments1.xml", "<comments/>"), "xl/comments1.xml", drop=True),
        "Sheet1: its comments could not be read",
        **BOTH,
    ),
    lost(
        "the styles cut off", book_of(A1 + A2, parts={"xl/styles.xml": "<styleSheet>"}), "dates came as numbers", **BOTH
    ),
    refused("the workbook part missing", patched(GOOD, "xl/workbook.xml", drop=True), "file-damaged"),
    refused("the workbook part cut off", patched(GOOD, "xl/workbook.xml", new=b"<workbook"), "file-damaged"),
    refused(
        "the list of sheets' parts missing", patched(GOOD, "xl/_rels/workbook.xml.rels", drop=True), "file-damaged"
    ),
    read("the first list of parts damaged", patched(GOOD, "_rels/.rels", new=b"<Rel"), "_rels/.rels"),
    read("the first list of parts missing", patched(GOOD, "_rels/.rels", drop=True)),
    read("the list of kinds missing", patched(GOOD, "[Content_Types].xml", drop=True)),
    read("parts with capital letters", _moved(GOOD, {SHEET: "xl/WORKSHEETS/Sheet1.XML"})),
    read("parts with the other slash", _moved(GOOD, {SHEET: "xl\\worksheets\\sheet1.xml"})),
    read("parts named from the top", patched(GOOD, "xl/_rels/workbook.xml.rels", b'"worksheets', b'"/xl/worksheets')),
    read("own properties cut off", book_of(A1 + A2, parts={"docProps/custom.xml": "<broken"}), "docProps/custom.xml"),
    lost(
        "comments cut off",
        linked("comments", "../comments1.xml", "<comments"),
        "Sheet1: its comments could not be read",
        **BOTH,
    ),
    read("a sensitivity label", book_of(A1 + A2, parts={"docMetadata/LabelInfo.xml": "<clbl:labelList/>"})),
    read("macros", with_macros(), "macros, which were not run"),
    read("links to another workbook", book_of(A1 + A2, parts={"xl/externalLinks/externalLink1.xml": "<x/>"})),
    refused("an XML bomb in a sheet", book_of(sheet=_BOMB + sheet_xml(A1)), "file-unsafe"),
    refused(
        "an XML bomb in the texts", book_of(BY_STRINGS, parts={"xl/sharedStrings.xml": _BOMB + "<sst/>"}), "file-unsafe"
    ),
    refused("an XML bomb in the workbook", book_of(parts={"xl/workbook.xml": _BOMB + "<workbook/>"}), "file-unsafe"),
    refused(
        "an XML bomb among the comments", linked("comments", "../comments1.xml", _BOMB + "<comments/>"), "file-unsafe"
    ),
)

CELLS = (
    read("the strict form", book_of(A1 + A2, strict=True)),
    read(
        "a sheet in UTF-16",
        book_of(
            sheet=None, parts={SHEET: ('<?xml version="1.0" encoding="utf-16"?>' + sheet_xml(A1 + A2)).encode("utf-16")}
        ),
    ),
    read("a sheet with a byte order mark", book_of(parts={SHEET: b"\xef\xbb\xbf" + sheet_xml(A1 + A2).encode()})),
    read(
        "cells that do not say where they stand", book_of("<row><c><v>1</v></c><c><v>2</v></c></row>"), A1="1", B1="2"
    ),
    read(
        "rows that do not say where they stand",
        book_of('<row><c r="B5"><v>1</v></c></row><row><c r="B9"><v>2</v></c></row>'),
        B5="1",
        B9="2",
    ),
    read(
        "a row that contradicts its cells",
        book_of('<row r="3"><c r="B7"><v>1</v></c><c r="C7"><v>2</v></c></row>'),
        B7="1",
        C7="2",
    ),
    read("references in small letters", book_of('<row r="1"><c r="b1"><v>1</v></c></row>'), B1="1"),
    read("rows out of order", book_of(A2 + A1)),
    lost("a cell twice", book_of(A1 + A1.replace("one", "again")), "Sheet1: A1 stands there twice", A1="again"),
    read("a cell in the last row", book_of('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), A1048576="1"),
    read(
        "the two farthest corners",
        book_of('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
        A1="1",
        XFD1048576="2",
    ),
    lost(
        "a row past the last",
        book_of(A1 + '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'),
        "Sheet1: rows past the last",
        A1="one",
    ),
    lost(
        "a column past the last",
        book_of('<row r="1"><c r="A1"><v>1</v></c><c r="XFE1"><v>2</v></c></row>'),
        "Sheet1: cells beyond the last column",
        A1="1",
    ),
    read("a false size", book_of(sheet=sheet_xml(A1 + A2, before='<dimension ref="A1:XFD1048576"/>'))),
    read("the rows in two pieces", book_of(sheet=sheet_xml(A1, after=f"<sheetData>{A2}</sheetData>"))),
    lost(
        "cells where none belong",
        book_of(sheet=sheet_xml(A1, after=f'<extLst xmlns="{MAIN}"><x>{A2}</x></extLst>')),
        "Sheet1: it may hold more",
        A1="one",
    ),
    read(
        "tags with a prefix",
        book_of(
            sheet=f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'
            "</x:sheetData></x:worksheet>"
        ),
        A1="1",
    ),
    read("carriage returns as escapes", book_of(cell("<is><t>a_x000D_\nb</t></is>", 't="inlineStr"')), A1="a\nb"),
    read("an escape that means itself", book_of(cell("<is><t>_x005F_x000D_</t></is>", 't="inlineStr"')), A1="_x000D_"),
    read(
        "rich text", book_of(cell("<is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is>", 't="inlineStr"')), A1="ab"
    ),
    read(
        "how Japanese signs are spoken",
        book_of(cell('<is><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh></is>', 't="inlineStr"')),
        A1="課",
    ),
    read("nothing but spaces", book_of(cell('<is><t xml:space="preserve">  </t></is>', 't="inlineStr"')), A1="  "),
    read("a number kept as text", book_of(cell("<v>007</v>", 't="str"')), A1="007"),
    read("a truth", book_of(cell("<v>1</v>", 't="b"')), A1="TRUE"),
    read("an error", book_of(cell("<v>#REF!</v>", 't="e"')), A1="#REF!"),
    read("a formula with its value", book_of(cell("<f>1+1</f><v>2</v>")), A1="2"),
    read("a formula never calculated", book_of(cell("<f>1+1</f>")), A1=""),
    read("a formula shared with another cell", book_of(cell('<f t="shared" si="0"/><v>4</v>')), A1="4"),
    read("a formula over many cells", book_of(cell('<f t="array" ref="A1:B2">X</f><v>4</v>')), A1="4"),
    read(
        "a date counted from 1904",
        book_of(cell("<v>44286</v>", 's="0"'), styles=styles_of("dd/mm/yyyy"), settings='<workbookPr date1904="1"/>'),
        A1="01/04/2025",
    ),
    read(
        "a date in the strict form", book_of(cell("<v>2025-04-01T00:00:00</v>", 't="d"'), strict=True), A1="01/04/2025"
    ),
    read("a number that is none", book_of(cell("<v>1.2.3</v>")), A1="1.2.3"),
    read("a number without end", book_of(cell("<v>1e999</v>")), A1="1e999"),
    read("a style that is not there", book_of(cell("<v>7</v>", 's="99"')), A1="7"),
    read("a kind of cell nobody knows", book_of(cell("<v>7</v>", 't="zz"')), A1="7"),
    read("a text number beyond all numbers", book_of(cell(f"<v>{'9' * 5_000}</v>", 't="str"')), A1="9" * 5_000),
    read("merged over the whole sheet", after('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    read(
        "merged ranges over each other",
        after('<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A2:C3"/></mergeCells>'),
        "lie over each other",
    ),
    read(
        "a link over the whole sheet", after('<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>')
    ),
    read(
        "a drop-down over the whole sheet",
        after('<dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>'),
    ),
    read(
        "a hidden row, column and sheet",
        book_of(
            sheet=sheet_xml(
                A1 + A2.replace("<row", '<row hidden="1"'), before='<cols><col min="1" max="16384" hidden="1"/></cols>'
            ),
            state='state="veryHidden"',
        ),
    ),
    read("an odd name of a sheet", patched(GOOD, "xl/workbook.xml", b'"Sheet1"', '"It\'s [1] – 😀"'.encode())),
)

DAMAGES = (*FILES, *PARTS, *CELLS)
