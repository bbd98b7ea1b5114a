"""What an .xls workbook knows of itself: property sets built here by the letter of the format, and damaged ones."""

from __future__ import annotations

import struct
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.excel.property_sets import core_of, own_of
from svcdocs.excel.reading import read_book
from tests.excel.old_formats import label, ole, xls_stream

SUMMARY_KIND = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
DOCUMENT_KIND = bytes.fromhex("02d5cdd59c2e1b10939708002b2cf9ae")
OWN_KIND = bytes.fromhex("05d5cdd59c2e1b10939708002b2cf9ae")


def text(value: str, page: str) -> bytes:
    raw = value.encode(page) + (b"\0\0" if page == "utf-16-le" else b"\0")
    return struct.pack("<II", 30, len(raw)) + raw


def names(of: dict[int, str], page: str) -> bytes:
    made = struct.pack("<I", len(of))
    for number, name in of.items():
        raw = name.encode(page) + (b"\0\0" if page == "utf-16-le" else b"\0")
        made += struct.pack("<II", number, len(raw) // (2 if page == "utf-16-le" else 1)) + raw
        made += b"\0" * (-len(raw) % 4 if page == "utf-16-le" else 0)
    return made


def property_set(values: dict[int, bytes]) -> bytes:
    head, body = b"", b""
    for number, value in values.items():
        head += struct.pack("<II", number, 8 + 8 * len(values) + len(body))
        body += value + b"\0" * (-len(value) % 4)
    return struct.pack("<II", 8 + len(head) + len(body), len(values)) + head + body


def stream(*sets: tuple[bytes, bytes]) -> bytes:
    head = struct.pack("<HHI16sI", 0xFFFE, 0, 0, bytes(16), len(sets))
    at = len(head) + 20 * len(sets)
    for kind, content in sets:
        head += kind + struct.pack("<I", at)
        at += len(content)
    return head + b"".join(content for _, content in sets)


def own(said: dict[str, str], page: str = "cp1252", number: int = 1252) -> bytes:
    of = dict(enumerate(said, 2))
    values = {0: names(of, page), 1: struct.pack("<IHxx", 2, number)}
    values |= {n: text(said[name], page) for n, name in of.items()}
    return stream((DOCUMENT_KIND, property_set({1: struct.pack("<IHxx", 2, 1252)})), (OWN_KIND, property_set(values)))


@pytest.mark.parametrize(
    ("page", "number"), [("cp1252", 1252), ("utf-8", 65001), ("utf-16-le", 1200), ("cp1251", 1251)]
)
def test_properties_that_a_program_named_itself_are_read_in_the_encoding_of_the_file(page: str, number: int) -> None:
    said = {"contributor": "Housing – Repairs" if page != "cp1251" else "Жильё", "layout": "2"}
    assert own_of(own(said, page, number)) == said


def test_numbers_flags_and_times_are_told_as_xlsx_writes_them() -> None:
    values = {
        0: names({2: "a", 3: "b", 4: "c", 5: "d"}, "cp1252"),
        2: struct.pack("<Ii", 3, -7),
        3: struct.pack("<IHxx", 11, 0xFFFF),
        4: struct.pack("<IQ", 64, (date(2026, 5, 27) - date(1601, 1, 1)).days * 864_000_000_000),
        5: struct.pack("<Id", 5, 1.5),  # a kind that no property of ours has
    }
    assert own_of(stream((OWN_KIND, property_set(values)))) == {"a": "-7", "b": "true", "c": "2026-05-27T00:00:00Z"}


def test_title_and_the_time_it_was_saved_are_read_and_a_time_of_nought_is_none() -> None:
    values = {2: text("Plan", "cp1252"), 4: text("Ann", "cp1252"), 12: struct.pack("<IQ", 64, 0)}
    assert core_of(stream((SUMMARY_KIND, property_set(values)))) == {"title": "Plan", "creator": "Ann"}


def test_an_xls_workbook_knows_whose_it_is() -> None:
    book = xls_stream(("Actions", [label(0, 0, "Ref")]))
    said = {"contributor": "Housing", "layout": "2"}
    told = read_book(ole({"Workbook": book, "\x05DocumentSummaryInformation": own(said)}))
    assert told.properties == said
    assert read_book(ole({"Workbook": book})).properties == {}


@given(st.binary(max_size=400))
def test_random_bytes_give_text_or_nothing(content: bytes) -> None:
    for found in (core_of(content), own_of(content)):
        assert all(isinstance(value, str) for value in found.values())


@given(st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_a_damaged_stream_gives_text_or_nothing(at: int, change: bytes) -> None:
    whole = own({"contributor": "Housing", "issued": "0" * 64, "layout": "2"})
    damaged = whole[:at] + change + whole[at + len(change) :]
    for content in (damaged, whole[:at]):
        assert all(isinstance(value, str) for value in own_of(content).values())
