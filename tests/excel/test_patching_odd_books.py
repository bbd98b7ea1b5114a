"""Marked copies of workbooks with what we never wrote, and of damaged ones: the workbook itself, or a reason."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.errors import UnusableFile
from svcdocs.excel.cells import CellBook
from svcdocs.excel.our_marks import LIST_NAME, OPENS
from svcdocs.excel.package import Limits
from svcdocs.excel.patching import CannotMarkError, Mark, marked_copy
from svcdocs.excel.reading import read_book, read_raw
from tests.excel import full_books
from tests.excel.damages import DAMAGES, Damage, patched
from tests.excel.full_books import BOOKS, SHEET
from tests.excel.handmade import book_of, styles_of, zipped
from tests.excel.marked_copies import assert_differs_only_by_marks, complaints, parts
from tests.excel.test_random_damage import Change, changed, issued
from tests.plans import HOSTILE

COUNCIL = "Fenmoor District Council"
CELLS = ("A1", "B2", "B2", "C2", "F8:G9", "A40", "")
_CHANGE = st.tuples(
    st.sampled_from(["write", "insert", "remove", "swap"]),
    st.floats(0, 1),
    st.floats(0, 0.2),
    st.binary(min_size=1, max_size=9),
)


def marks_on(book: CellBook, *cells: str) -> tuple[Mark, ...]:
    """A mark on each of some cells of the first sheet."""
    sheet = book.sheets[0].name
    return tuple(Mark(sheet, cell, n % 3, "To put right", "Odd.", "Mend it.") for n, cell in enumerate(cells or CELLS))


def copy_of(book: bytes, *cells: str) -> bytes:
    return marked_copy(book, marks_on(read_book(book), *cells), COUNCIL, back_under="Needs")


def kept(book: bytes, *names: str) -> None:
    """Some parts stand in the copy byte for byte."""
    before, after = parts(book), parts(copy_of(book))
    for name in names:
        assert after[name] == before[name], name


@pytest.mark.parametrize("make", BOOKS, ids=lambda make: make.__name__)
def test_but_for_the_marks_a_copy_is_the_workbook_itself(make: Callable[[], bytes]) -> None:
    book = make()
    copy = copy_of(book)
    assert copy != book
    assert_differs_only_by_marks(book, copy)
    assert read_book(copy) == read_book(book)
    assert copy_of(copy) == copy


@pytest.mark.parametrize("make", BOOKS, ids=lambda make: make.__name__)
def test_microsofts_validator_has_nothing_new_to_say_of_a_copy(
    make: Callable[[], bytes], needs: Callable[[str], str]
) -> None:
    validator = needs("ooxml-validator")
    assert complaints(copy_of(make()), validator) - complaints(make(), validator) == {}


def test_a_copy_has_the_same_bytes_whatever_libraries_are_loaded_and_so_has_the_copy_of_a_copy(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from svcdocs.excel.patching import Mark, marked_copy\n"
        "for path in sorted(Path(sys.argv[1]).glob('*.xlsx')):\n"
        "    marks = (Mark(path.stem.partition(' ')[2], 'B2', 0, 'To put right', 'Odd.', 'Mend.'),)\n"
        "    copy = marked_copy(path.read_bytes(), marks, 'Fenmoor')\n"
        "    assert marked_copy(copy, marks, 'Fenmoor') == copy, path\n"
        "    path.with_suffix('.copy').write_bytes(copy)\n"
        "assert 'openpyxl' not in sys.modules"
    )
    made = {make.__name__: make() for make in BOOKS}
    paths = {name: tmp_path / f"{name} {read_book(book).sheets[0].name}.xlsx" for name, book in made.items()}
    for name, path in paths.items():
        path.write_bytes(made[name])
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for name, path in paths.items():
        sheet = path.stem.partition(" ")[2]
        here = marked_copy(made[name], (Mark(sheet, "B2", 0, "To put right", "Odd.", "Mend."),), "Fenmoor")
        assert path.with_suffix(".copy").read_bytes() == here, name


def test_a_conversation_on_the_marked_cell_keeps_its_cell_and_the_list_says_so() -> None:
    book = full_books.conversation()
    kept(book, "xl/threadedComments/t1.xml", "xl/persons/person.xml")
    copy = copy_of(book, "B2", "C2")
    [sheet, *_, told] = read_raw(copy, Limits()).sheets
    assert OPENS in sheet.notes[2, 3]
    assert OPENS not in sheet.notes[2, 2]
    assert told.rows[5][6].text == ("Mend it. The cell has a conversation of yours, so there is no note on it.")


def test_macros_stay_byte_for_byte_and_the_copy_is_still_a_workbook_with_macros() -> None:
    kept(full_books.macros(), "xl/vbaProject.bin")
    assert b"macroEnabled" in parts(copy_of(full_books.macros()))["[Content_Types].xml"]


def test_a_table_and_a_chain_of_calculation_stay_byte_for_byte() -> None:
    kept(full_books.table(), "xl/tables/table1.xml", "xl/charts/chart1.xml", "xl/drawings/drawing1.xml")
    kept(full_books.calculated(), "xl/calcChain.xml")
    before, after = (parts(book)[SHEET] for book in (full_books.calculated(), copy_of(full_books.calculated())))
    assert b"<f>1+1</f><v>2</v>" in before
    assert b"<f>1+1</f><v>2</v>" in after


def test_locks_stay_and_the_list_is_there_all_the_same() -> None:
    after = parts(copy_of(full_books.locked()))
    assert b'lockStructure="1"' in after["xl/workbook.xml"]
    assert b"<sheetProtection password=" in after[SHEET]
    assert LIST_NAME.encode() in after["xl/workbook.xml"]


def test_a_list_stands_behind_a_sheet_of_the_same_name() -> None:
    names = [sheet.name for sheet in read_raw(copy_of(full_books.same_name()), Limits()).sheets]
    assert names == ["Actions", "Other", LIST_NAME, f"{LIST_NAME} 2"]


def test_cells_that_ask_for_no_fill_get_none_where_a_workbook_names_no_fills() -> None:
    book = book_of('<row r="1"><c r="A1" s="0"><v>1</v></c></row>', styles=styles_of("0"))
    copy = copy_of(book, "A1")
    fills = parts(copy)["xl/styles.xml"].decode().partition("<fills")[2]
    assert fills.index('"none"') < fills.index('"gray125"') < fills.index("FFFDC0A0")


def test_what_leads_nowhere_does_not_lead_to_a_part_of_ours() -> None:
    picture = b'<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>'
    book = patched(full_books.inline(), SHEET, b"</worksheet>", picture + b"</worksheet>")
    assert b'"rId1"' not in parts(copy_of(book))["xl/worksheets/_rels/sheet1.xml.rels"]


def test_rows_in_two_pieces_are_not_marked_in_the_wrong_one() -> None:
    damage = next(damage for damage in DAMAGES if damage.name == "the rows in two pieces")
    with pytest.raises(CannotMarkError, match="the rows of a sheet stand in two pieces"):
        copy_of(damage.data)


def assert_a_copy_or_a_reason(book: bytes, marks: tuple[Mark, ...]) -> None:
    """The law of damaged workbooks: a copy says what the workbook says and is else the same, or there is none."""
    try:
        copy = marked_copy(book, marks, COUNCIL, back_under="one")
    except CannotMarkError as error:
        reason = str(error)
        assert reason
        assert not reason.endswith(".")
        assert "\n" not in reason
        return
    assert read_book(copy) == read_book(book)
    assert_differs_only_by_marks(book, copy)
    assert marked_copy(copy, marks, COUNCIL, back_under="one") == copy


MARKS = st.lists(
    st.tuples(
        st.sampled_from(["A1", "A2", "B2", "C9", "XFD1048576", "A0", "B2:C3", ""]),
        st.integers(0, 2),
        st.sampled_from(list(HOSTILE.values())),
    ),
    max_size=6,
)


@settings(max_examples=80)
@given(st.sampled_from(DAMAGES), MARKS)
def test_of_a_damaged_workbook_there_is_a_copy_that_says_the_same_or_a_reason_why_not(
    damage: Damage, marks: list[tuple[str, int, str]]
) -> None:
    try:
        sheet = read_book(damage.data).sheets[0].name
    except UnusableFile:
        sheet = "Sheet1"
    assert_a_copy_or_a_reason(
        damage.data, tuple(Mark(sheet, at, weight, "Please check", said, said) for at, weight, said in marks)
    )


@settings(max_examples=40)
@given(st.sampled_from(sorted(parts(issued()))), st.lists(_CHANGE, min_size=1, max_size=2))
def test_of_a_return_with_bytes_changed_there_is_a_copy_that_says_the_same_or_a_reason_why_not(
    name: str, changes: list[Change]
) -> None:
    whole = parts(issued())
    book = zipped({**whole, name: changed(whole[name], changes)})
    try:
        read = read_book(book)
    except UnusableFile:
        return  # refused, with its own sentence
    assert_a_copy_or_a_reason(book, marks_on(read))


def test_microsofts_validator_has_nothing_new_to_say_of_damaged_workbooks(needs: Callable[[str], str]) -> None:
    validator = needs("ooxml-validator")
    for damage in DAMAGES[40::6]:
        try:
            copy = copy_of(damage.data, "A1", "B2")
        except (CannotMarkError, UnusableFile):
            continue
        assert complaints(copy, validator) - complaints(damage.data, validator) == {}, damage.name
