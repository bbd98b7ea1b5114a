from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from xlsxwriter import Workbook

from svcdocs.excel.our_marks import CLOSES, LIST_NAME, OPENS
from svcdocs.excel.package import Limits
from svcdocs.excel.patching import CannotMarkError, Mark, marked_copy
from svcdocs.excel.reading import read_book, read_raw
from tests.excel.old_formats import label, xls, xlsb
from tests.excel.test_ods_book import ods

TEAM = "Leader's notes – Été"
MARKS = (
    Mark(TEAM, "B2", 0, "To put right", "There is no such date.", "Correct it."),
    Mark(TEAM, "B2", 1, "Please check", '=HYPERLINK("x") & <b> _x0041_ \x01', "Look at it."),
    Mark(TEAM, "D9", 2, "For your information", "Nothing here.", "Fill it in."),
    Mark(TEAM, "", 1, "Please check", "The whole sheet.", "Look."),
    Mark("", "", 1, "Please check", "The whole workbook.", "Look."),
)


@cache
def written() -> bytes:
    """A workbook with what marking must leave alone: formats, a note, a drop-down, a formula with its value."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet(TEAM)
        form = book.add_format(
            {"bold": True, "num_format": "0.00", "border": 1, "bg_color": "#CCFFCC", "locked": False}
        )
        page.write_row(0, 0, ["Ref", "When", "Sum", "Needs"])
        page.write_string(1, 1, "31 April", form)
        page.write_formula(1, 2, "=1+1", None, 2)
        page.write_string(1, 3, "a date", form)
        page.write_comment(1, 1, "Ask Tom", {"author": "Joan"})
        page.write_comment(4, 4, "Ours alone", {"author": "Joan"})
        page.data_validation("A2:A9", {"validate": "list", "source": ["x", "y"]})
        page.protect()
        book.add_worksheet("Other").write_string("A1", "left alone")
    return out.getvalue()


def marked(content: bytes | None = None, marks: tuple[Mark, ...] = MARKS) -> bytes:
    return marked_copy(content or written(), marks, "Fenmoor District Council", back_under="Needs")


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_only_the_parts_that_a_mark_needs_are_changed() -> None:
    before, after = parts(written()), parts(marked())
    assert {name for name in before if before[name] != after[name]} == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
    }
    assert after.keys() - before.keys() == {"xl/worksheets/sheet3.xml"}


def test_a_marked_cell_keeps_all_of_its_style_but_the_fill() -> None:
    plain, copy = (openpyxl.load_workbook(io.BytesIO(data))[TEAM]["B2"] for data in (written(), marked()))
    for name in ("value", "font", "border", "number_format", "alignment", "protection"):
        assert repr(getattr(plain, name)) == repr(getattr(copy, name)), name
    assert (plain.fill.fgColor.rgb, copy.fill.fgColor.rgb) == ("FFCCFFCC", "FFFDC0A0")


def test_every_finding_stands_in_a_note_below_its_owners_own_and_says_its_row_on_the_list() -> None:
    page = openpyxl.load_workbook(io.BytesIO(marked()))[TEAM]
    assert page["B2"].comment is not None
    words = page["B2"].comment.text
    assert words.startswith(
        f"Ask Tom\n\n{OPENS}\nTo put right (row 5 of the sheet To put right)\nThere is no such date."
    )
    assert "Please check (row 6 of the sheet To put right)" in words
    assert words.endswith(CLOSES)
    assert page["B2"].comment.author == "Joan"
    assert page["D9"].comment is not None
    assert page["D9"].comment.author == "Fenmoor District Council"


def test_the_list_names_every_finding_and_leads_to_its_cell_and_back() -> None:
    book = openpyxl.load_workbook(io.BytesIO(marked()))
    assert book.sheetnames == [TEAM, "Other", LIST_NAME]
    rows = list(book[LIST_NAME].iter_rows(min_row=5, max_col=6, values_only=True))
    assert rows[0] == ("1", "To put right", TEAM, "B2", "There is no such date.", "Correct it.")
    assert [row[3] for row in rows] == ["B2", "B2", "D9", "The sheet", None]
    assert book[LIST_NAME]["E6"].data_type == "s"
    link, back = book[LIST_NAME]["D5"].hyperlink, book[TEAM]["D2"].hyperlink
    assert link is not None
    assert back is not None
    assert link.location == "'Leader''s notes – Été'!B2"
    assert back.location == "'To put right'!A5"
    assert book[TEAM]["B2"].hyperlink is None


def test_a_marked_copy_reads_as_the_workbook_itself() -> None:
    assert read_book(marked()) == read_book(written())
    assert [sheet.name for sheet in read_raw(marked(), Limits()).sheets] == [TEAM, "Other", LIST_NAME]


def test_marking_a_marked_copy_gives_what_marking_the_workbook_gives() -> None:
    assert marked(marked()) == marked()


def test_a_marked_copy_is_marked_again_where_no_other_library_has_named_the_namespaces() -> None:
    program = (
        "import sys; from svcdocs.excel.patching import Mark, marked_copy; "
        "marks = (Mark(sys.argv[1], 'B2', 0, 'To put right', 'Odd.', 'Mend it.'),); "
        "copy = marked_copy(sys.stdin.buffer.read(), marks, 'Fenmoor'); "
        "assert 'openpyxl' not in sys.modules; "
        "assert marked_copy(copy, marks, 'Fenmoor') == copy"
    )
    done = subprocess.run([sys.executable, "-c", program, TEAM], input=written(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_a_cell_no_longer_marked_has_its_own_style_and_its_owners_note_alone_again() -> None:
    less = marked(marked(), MARKS[2:])
    page = openpyxl.load_workbook(io.BytesIO(less))[TEAM]
    assert page["B2"].fill.fgColor.rgb == "FFCCFFCC"
    assert page["B2"].comment is not None
    assert page["B2"].comment.text == "Ask Tom"
    assert page["D2"].hyperlink is None
    assert len([sheet for sheet in read_raw(less, Limits()).sheets if sheet.name.startswith(LIST_NAME)]) == 1


def test_a_copy_saved_by_another_program_gets_its_old_styles_back_and_one_list() -> None:
    book = openpyxl.load_workbook(io.BytesIO(marked()))
    out = io.BytesIO()
    book.save(out)
    again = openpyxl.load_workbook(io.BytesIO(marked(out.getvalue(), MARKS[2:])))
    assert again.sheetnames == [TEAM, "Other", LIST_NAME]
    assert again[TEAM]["B2"].fill.fgColor.rgb == "FFCCFFCC"
    assert again[TEAM]["B2"].comment is not None
    assert again[TEAM]["B2"].comment.text.strip() == "Ask Tom"


def test_what_somebody_writes_on_the_list_is_not_passed_over() -> None:
    book = openpyxl.load_workbook(io.BytesIO(marked()))
    book[LIST_NAME]["J5"] = "Done, see Actions"
    out = io.BytesIO()
    book.save(out)
    assert [sheet.name for sheet in read_book(out.getvalue()).sheets] == [TEAM, "Other", LIST_NAME]
    assert openpyxl.load_workbook(io.BytesIO(marked(out.getvalue()))).sheetnames[-1] == f"{LIST_NAME} 2"


def test_a_sheet_of_the_teams_own_called_like_the_list_stays_theirs() -> None:
    book = openpyxl.Workbook()
    page = book["Sheet"]
    page.title, page["A1"].value, page["A1"].fill = LIST_NAME, "ours", PatternFill("solid", fgColor="FF123456")
    page["A1"].comment = Comment("mine", "me")
    out = io.BytesIO()
    book.save(out)
    mark = replace(MARKS[0], sheet=LIST_NAME, cell="A1")
    assert openpyxl.load_workbook(io.BytesIO(marked(out.getvalue(), (mark,)))).sheetnames == [
        LIST_NAME,
        f"{LIST_NAME} 2",
    ]


def test_a_long_note_ends_where_excel_ends_it_and_is_still_known() -> None:
    marks = tuple(replace(MARKS[0], what="many _x0041_ words 👏 " * 200) for _ in range(20))
    copy = marked(marks=marks)
    raw = read_raw(copy, Limits()).sheets[0].notes[2, 2]
    assert len(raw.encode("utf-16-le")) // 2 <= 32_767
    assert raw.endswith(CLOSES)
    assert read_book(copy) == read_book(written())


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (xls(("Actions", [label(0, 0, "Ref")])), "only of an .xlsx or .xlsm workbook"),
        (xlsb(b""), "only of an .xlsx or .xlsm workbook"),
        (ods(""), "only of an .xlsx or .xlsm workbook"),
        (b"PK\x03\x04 damaged", "it is damaged: part of the file is missing"),
        (b"%PDF-1.7", "it is a PDF, not a workbook"),
    ],
)
def test_what_cannot_be_marked_says_why(content: bytes, why: str) -> None:
    with pytest.raises(CannotMarkError, match=why):
        marked(content)


def test_microsofts_validator_finds_nothing_in_a_marked_copy(tmp_path: Path, needs: Callable[[str], str]) -> None:
    validator = needs("ooxml-validator")
    for name, content in (("once.xlsx", marked()), ("less.xlsx", marked(marked(), MARKS[2:]))):
        (tmp_path / name).write_bytes(content)
        done = subprocess.run(
            [validator, str(tmp_path / name)],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        )
        assert json.loads(done.stdout)["errors"] == [], name
