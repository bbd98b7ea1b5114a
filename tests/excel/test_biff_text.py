"""Texts of .xls come whole, in the letters their workbook says it writes."""

from __future__ import annotations

import struct

import pytest

from svcdocs.excel.biff_text import BIFF8, codec_of, own_text, shared_texts


@pytest.mark.parametrize(
    ("page", "written", "text"),
    [(1252, b"Caf\xe9", "Café"), (1251, b"\xc4\xe0", "Да"), (32_768, b"Caf\x8e", "Café"), (9_999, b"Caf\xe9", "Café")],
)
def test_a_text_of_excel_5_is_in_the_letters_the_workbook_names_or_else_the_usual_ones(
    page: int, written: bytes, text: str
) -> None:
    record = struct.pack("<H", len(written)) + written
    assert own_text([record], 0, 0x0500, codec_of(struct.pack("<H", page))) == text


def test_each_record_that_goes_on_with_a_text_says_anew_how_wide_its_letters_are() -> None:
    pieces = [struct.pack("<HB", 6, 0) + b"ab", b"\1" + "–é".encode("utf-16-le"), b"\0ef"]
    assert own_text(pieces, 0, BIFF8, "cp1252") == "ab–éef"


def test_a_sign_of_two_halves_is_one_character_even_where_a_record_ends_between_them() -> None:
    wide = "🌳x".encode("utf-16-le")
    for pieces in ([wide], [wide[:2], b"\1" + wide[2:]]):
        assert own_text([struct.pack("<HB", 3, 1) + pieces[0], *pieces[1:]], 0, BIFF8, "cp1252") == "🌳x"


def test_a_table_of_texts_that_is_cut_off_gives_those_before_the_cut() -> None:
    table = bytes(8) + struct.pack("<HB", 3, 0) + b"one" + struct.pack("<HB", 3, 0) + b"tw"
    assert shared_texts([table]) == ["one"]
