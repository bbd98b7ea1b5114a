"""A workbook's cells survive the way between two processes, and nothing but cells comes out of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.excel.cells import Cell, CellBook, CellSheet
from svcdocs.excel.transport import BadAnswerError, pack_book, unpack_book
from svcdocs.model.text import Run

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_RUN = st.builds(Run, text=_TEXT, bold=st.booleans(), italic=st.booleans())
_CELL = st.one_of(
    st.builds(Cell, _TEXT),
    st.builds(
        Cell,
        _TEXT,
        st.lists(_RUN, max_size=2).map(tuple),
        st.sampled_from(["text", "number", "date", "bool", "error", "uncalculated"]),
        st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False)),
        st.booleans(),
        st.booleans(),
        _TEXT,
    ),
)
_ROWS = st.dictionaries(
    st.integers(1, 1_048_576), st.dictionaries(st.integers(1, 16_384), _CELL, min_size=1, max_size=3), max_size=4
)
_NUMBERS = st.frozensets(st.integers(1, 99), max_size=3)
_SHEET = st.builds(
    CellSheet,
    _TEXT,
    st.sampled_from(["visible", "hidden", "veryHidden"]),
    _ROWS,
    st.lists(st.tuples(*[st.integers(1, 9)] * 4), max_size=2).map(tuple),
    _NUMBERS,
    _NUMBERS,
    st.dictionaries(st.tuples(st.integers(1, 9), st.integers(1, 9)), _TEXT, max_size=2),
)
_TEXTS = st.dictionaries(_TEXT, _TEXT, max_size=2)
_SAID = st.lists(_TEXT, max_size=2).map(tuple)
_BOOK = st.builds(CellBook, st.lists(_SHEET, max_size=3).map(tuple), _TEXTS, _TEXTS, _TEXTS, _SAID, _SAID)


@given(_BOOK)
def test_a_book_comes_out_as_it_went_in(book: CellBook) -> None:
    assert unpack_book(pack_book(book)) == book


def spoilt(path: list[Any], value: Any) -> bytes:
    cell = Cell("b", (Run(text="b"),), "number", 1.0)
    packed = json.loads(pack_book(CellBook((CellSheet("S", rows={1: {1: Cell("a"), 2: cell}}),), {"p": "q"})))
    inner = packed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return json.dumps(packed).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"\x80\x05K\x01.",
        b"[" * 100_000,
        spoilt(["sheets", 0, 0, 0], 7),
        spoilt(["sheets", 0, 0, 1], "gone"),
        spoilt(["sheets", 0, 1, 0], ["x", 2]),
        spoilt(["sheets", 0, 2, 0], [1, 5]),
        spoilt(["sheets", 0, 3, 0], {"text": "a"}),
        spoilt(["sheets", 0, 3], ["a"]),
        spoilt(["sheets", 0, 4], [["spell", 0, 0]]),
        spoilt(["sheets", 0, 5], [[0, 0, "1"]]),
        spoilt(["sheets", 0, 5], [[0, 7, 1.5]]),
        spoilt(["sheets", 0, 6, 0, 0], 9),
        spoilt(["sheets", 0, 6, 0, 2], "spell"),
        spoilt(["sheets", 0, 6, 0, 3], "1"),
        spoilt(["sheets", 0, 6, 0, 6], None),
        spoilt(["sheets", 0, 7], [[1, 2]]),
        spoilt(["texts", 0], [["p", 1]]),
        spoilt(["said", 0], [1]),
    ],
)
def test_bytes_that_are_no_book_are_refused(data: bytes) -> None:
    with pytest.raises(BadAnswerError):
        unpack_book(data)
