"""Files that cannot be read at all are refused with one sentence and what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from svcdocs.errors import UnusableFile
from svcdocs.excel.package import Limits
from svcdocs.excel.reading import read_book
from tests.excel.handmade import MAIN, book_of, sheet_xml, styles_of, zipped

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_GOOD = book_of('<row r="1"><c r="A1"><v>1</v></c></row>')
_LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"Action,Lead\n", "not an Excel workbook"),
        (b"PK\x03\x04 and no more", "damaged"),
        (_GOOD[: len(_GOOD) // 2], "damaged"),
        (_OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "password"),
        (_OLE + b"\0" * 600, "old Office format"),
        (zipped({"word/document.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "Word document"),
        (zipped({"xl/workbook.bin": "x", "[Content_Types].xml": "<x/>"}), "xlsb"),
        (zipped({"content.xml": "<x/>", "mimetype": "x"}), "OpenDocument"),
        (zipped({"photo.jpg": "x"}), "not an Excel workbook"),
        (book_of(sheet="<worksheet>"), "damaged"),
        (book_of(sheet=_LAUGHS + sheet_xml("")), "document type"),
        (book_of(sheet=(_LAUGHS + sheet_xml("")).encode("utf-16").decode("latin-1")), "damaged"),
        (book_of(strings="<si><t>&unknown;</t></si>"), "damaged"),
        (book_of(parts={"xl/workbook.xml": f'<workbook xmlns="{MAIN}"><sheets/></workbook>'}), "0 sheets"),
        (book_of(parts={"xl/workbook.xml": "<other/>"}), "not an Excel workbook"),
    ],
)
def test_a_file_that_is_no_workbook_is_refused_by_name_with_a_hint(data: bytes, says: str) -> None:
    with pytest.raises(UnusableFile, match=says) as refused:
        read_book(data, "Housing.xlsx")
    assert refused.value.message.startswith("Housing.xlsx")
    assert refused.value.hint


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="not there"):
        read_book(tmp_path / "none.xlsx")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="cannot be opened"):
        read_book(tmp_path)


def test_a_part_that_packs_beyond_all_measure_is_refused_before_it_is_unpacked() -> None:
    bomb = book_of(sheet=sheet_xml(" " * (30 * 2**20)))
    assert len(bomb) < 2**16
    with pytest.raises(UnusableFile, match="far more than a plan holds"):
        read_book(bomb)


def test_sizes_the_file_lies_about_do_not_unpack_more_than_it_claims() -> None:
    honest = book_of(sheet=sheet_xml(" " * 1_000_000))
    info = next(i for i in zipfile.ZipFile(io.BytesIO(honest)).infolist() if i.filename.endswith("sheet1.xml"))
    lying = honest.replace(info.file_size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    with pytest.raises(UnusableFile, match="damaged"):
        read_book(lying)


def test_a_file_beyond_the_limits_given_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(_GOOD)
    with pytest.raises(UnusableFile, match="larger than 0 MB"):
        read_book(path, limits=Limits(file_mb=0))
    with pytest.raises(UnusableFile, match="unpacks to far more"):
        read_book(path, limits=Limits(unpacked_mb=0))


@pytest.mark.parametrize(
    "data",
    [
        '<row r="1">' + '<c r="A1"><is>' * 60_000,
        '<row r="1">' + '<c r="A1"><f' * 60_000,
        "<row " * 100_000,
        '<row r="1"><c r="A1"><is>' + "<t" * 100_000,
    ],
)
def test_xml_made_to_be_slow_is_refused_at_once(data: str) -> None:
    with pytest.raises(UnusableFile):
        read_book(book_of(data))


def test_strings_made_to_be_slow_are_refused_at_once() -> None:
    with pytest.raises(UnusableFile):
        read_book(book_of(strings="<si><r>" * 100_000))


def test_every_cut_of_a_workbook_is_either_read_or_refused() -> None:
    for length in range(0, len(_GOOD), 7):
        with pytest.raises(UnusableFile):
            read_book(_GOOD[:length])


def test_overlapping_spans_of_hidden_columns_are_gone_through_once() -> None:
    spans = '<col min="1" max="16384" hidden="1"/>' * 20_000
    cell = '<row r="1"><c r="XFD1"><v>1</v></c></row>'
    sheet = read_book(book_of(sheet=sheet_xml(cell, before=f"<cols>{spans}</cols>"))).sheets[0]
    assert len(sheet.hidden_columns) == 16_384


def test_a_number_format_beyond_excels_length_is_taken_for_none() -> None:
    data = book_of('<row r="1"><c r="A1" s="0"><v>7</v></c></row>', styles=styles_of("0" * 1_000_000))
    assert read_book(data).sheets[0].rows[1][1].text == "7"
