"""What is declared is what the workbook holds, every time with the same bytes."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.excel.cells import CellBook
from svcdocs.excel.entry_rules import _shortened
from svcdocs.excel.reading import read_book
from svcdocs.excel.writing import (
    FIRST_FIELD_ROW,
    FIRST_ROW,
    HEADING_ROW,
    HELP_ROW,
    BookSpec,
    CellValue,
    ColumnSpec,
    FieldSpec,
    FormSheet,
    GuideLine,
    GuideSheet,
    Need,
    TableSheet,
    answer_rows,
    last_row,
    write_book,
)
from svcdocs.model.text import Run

AWKWARD = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1",
    "-",
    "- item",
    "@x",
    "001",
    "March 10",
    "2-8",
    "80%",
    "TRUE",
    "#N/A",
    "1e5",
    "  leading and trailing  ",
    "\ttab",
    "one\ntwo\n\nthree",
    "\n",
    "'quoted' \"double\"",
    "R&D <b>not markup</b> ]]>",
    "<r>not rich</r>",
    "<r></r>",
    "<r><t>&</t></r>",
    "_x000D_ _x0041_ _x005F_",
    "_x005F_x0008_",
    "\ufdd00041\ufdd1",
    "{=A1}",
    "http://example.org",
    "internal:Sheet!A1",
    "😀 é e\u0301 \u200b\u00a0",
    "שלום עולם العربية",
    "\x01\x0b\x1f",
    "\ufffe",
    "x" * 30_000,
    "£" * 32_767,
]

COLUMNS = (
    ColumnSpec("Ref", "Leave blank.", 10),
    ColumnSpec("Action", "What you will do.", 60, prompt="One sentence."),
    ColumnSpec("Lead", "Who.", 24, choices="people"),
    ColumnSpec("Publish?", "Yes or no.", 10, choices="yes_no", strict=True),
    ColumnSpec("Later", "In the autumn.", 30, later=True),
)
NEEDS = (Need((2,), "Who leads?", when=(1,)), Need((1, 4), 'What is "it"?'))
LISTS = {"people": ("Jo Ó Briain", "Sam Patel"), "yes_no": ("Yes", "No"), "nobody": ()}


def table(*rows: tuple[CellValue, ...], spare: int = 5) -> TableSheet:
    return TableSheet("Actions", "Actions", "Why.\nAnd how.", COLUMNS, rows, spare, NEEDS)


def spec(*rows: tuple[CellValue, ...]) -> BookSpec:
    form = FormSheet(
        "About you", "About", "Why.", (FieldSpec("Team", "Name.", "001"), FieldSpec("Manager", "", "", "people"))
    )
    lines = (GuideLine("Actions", "What you will do."), GuideLine("About you", "Who you are."))
    answers = (
        FieldSpec("Ready to send", "Yes when done.", "", "yes_no", strict=True),
        FieldSpec("Checked by", "Name."),
    )
    guide = GuideSheet("Guide", "Guide", "By Friday.", (("What to do", "Fill in."),), lines, answers)
    return BookSpec((guide, form, table(*rows)), LISTS, "Plan", "Policy", {"cycle": "2026-27", "team": "R&D"})


def values(book: CellBook) -> list[tuple[Run, ...]]:
    """The marked values of the first column of the table, row by row; () for blank."""
    sheet = book.sheet("Actions")
    assert sheet is not None
    cells = (sheet.cell(row, 2) for row in range(FIRST_ROW, max(sheet.rows, default=0) + 1))
    return [cell.marked if cell else () for cell in cells]


def stored(value: CellValue) -> tuple[Run, ...]:
    """A value as it is kept: equal neighbours one run, empty runs gone, line ends as Excel has them."""
    out: list[Run] = []
    for run in (Run(text=value),) if isinstance(value, str) else value:
        text = run.text.replace("\r\n", "\n").replace("\r", "\n")
        if out and (out[-1].bold, out[-1].italic) == (run.bold, run.italic):
            out[-1] = Run(text=out[-1].text + text, bold=run.bold, italic=run.italic)
        elif text:
            out.append(Run(text=text, bold=run.bold, italic=run.italic))
    return tuple(out)


@pytest.mark.parametrize("text", AWKWARD, ids=lambda text: repr(text[:20]))
def test_text_comes_back_as_it_was_whatever_it_looks_like(text: str) -> None:
    book = read_book(write_book(spec(("", text))))
    assert values(book) == [(Run(text=text),)]
    assert book.remarks == ()


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(AWKWARD[:-2])
_RUN = st.builds(Run, text=_TEXT, bold=st.booleans(), italic=st.booleans())
_VALUES = st.lists(_TEXT | st.lists(_RUN, max_size=4).map(tuple), max_size=8)


@settings(max_examples=40, deadline=None)
@given(_VALUES)
def test_whatever_is_prefilled_is_read_back_exactly(given_values: list[CellValue]) -> None:
    rows = [("r", value) for value in given_values]
    assert values(read_book(write_book(spec(*rows)))) == [stored(value) for value in given_values]


@settings(max_examples=40, deadline=None)
@given(_VALUES)
def test_the_same_declaration_gives_the_same_bytes(given_values: list[CellValue]) -> None:
    rows = [("r", value) for value in given_values]
    assert write_book(spec(*rows)) == write_book(spec(*rows))


def test_headings_help_and_rows_stand_where_the_reader_looks_for_them() -> None:
    sheet = read_book(write_book(spec(("a", "b")))).sheet("Actions")
    assert sheet is not None
    now, later = COLUMNS[:-1], COLUMNS[-1]
    assert [cell.text for cell in sheet.rows[HEADING_ROW].values()] == [*(c.title for c in now), "Needs", later.title]
    assert [sheet.rows[HELP_ROW][column].text for column in range(1, 5)] == [c.help for c in now]
    assert [sheet.rows[FIRST_ROW][column].text for column in (1, 2)] == ["a", "b"]


def test_form_answers_and_guide_answers_stand_in_column_b() -> None:
    declared = spec()
    book = read_book(write_book(declared))
    about, guide = book.sheet("About you"), book.sheet("Guide")
    assert about is not None
    assert guide is not None
    assert [about.rows[FIRST_FIELD_ROW][column].text for column in (1, 2)] == ["Team", "001"]
    assert isinstance(declared.sheets[0], GuideSheet)
    labels = [guide.rows[row][1].text for row in answer_rows(declared.sheets[0])]
    assert labels == ["Ready to send", "Checked by"]


def test_identity_title_and_language_are_stated_in_the_file() -> None:
    book = read_book(write_book(spec()))
    assert (book.properties, book.title) == ({"cycle": "2026-27", "team": "R&D"}, "Plan")
    assert book.core["language"] == "en-GB"


def test_lists_are_names_of_the_book_on_a_hidden_sheet() -> None:
    book = read_book(write_book(spec()))
    lists = book.sheet("Lists")
    assert lists is not None
    assert (lists.state, book.names["people"], book.names["nobody"]) == (
        "hidden",
        "'Lists'!$A$2:$A$3",
        "'Lists'!$C$2:$C$2",
    )
    assert [lists.rows[row][1].text for row in (1, 2, 3)] == ["people", "Jo Ó Briain", "Sam Patel"]


ROWS: tuple[tuple[CellValue, ...], ...] = (
    ("1", "Repair homes", "Jo Ó Briain"),
    ("2", "Let homes"),
    ("", "", "", "Yes"),
    (" ", " "),
    (),
    ("", "", "", "", "an output"),
)
NEEDS_COLUMN = 5  # before the one column for later
NEEDED = ["", "Who leads?", 'What is "it"?', 'What is "it"?', "", ""]


def needed(book: CellBook) -> list[str]:
    sheet = book.sheet("Actions")
    assert sheet is not None
    cells = (sheet.cell(row, NEEDS_COLUMN) for row in range(FIRST_ROW, FIRST_ROW + len(ROWS)))
    return [cell.text if cell else "" for cell in cells]


def counts(book: CellBook) -> list[str]:
    guide = book.sheet("Guide")
    assert guide is not None
    return [cell.text for row in guide.rows.values() for cell in row.values() if cell.kind == "number"]


def test_a_file_never_calculated_says_already_what_is_needed_and_filled() -> None:
    book = read_book(write_book(spec(*ROWS)))
    assert needed(book) == NEEDED
    assert counts(book) == ["5", "3", "1"]
    assert not any(cell.kind == "uncalculated" for s in book.sheets for row in s.rows.values() for cell in row.values())


def test_a_spreadsheet_program_calculates_what_we_worked_out(recalculated: Callable[[bytes], bytes]) -> None:
    book = read_book(recalculated(write_book(spec(*ROWS))))
    assert needed(book) == NEEDED
    assert counts(book) == ["5", "3", "1"]


def test_values_names_and_identity_survive_libreoffice(recalculated: Callable[[bytes], bytes]) -> None:
    kept = [text for text in AWKWARD if text.isprintable() or text == "one\ntwo\n\nthree"]
    kept.remove("_x005F_x0008_")  # which LibreOffice reads as two escapes
    marked: list[CellValue] = [
        (Run(text="a "), Run(text="bold", bold=True), Run(text=" and "), Run(text="italic", italic=True)),
        (Run(text="all bold", bold=True),),
        (Run(text="b", bold=True),),
    ]
    before = write_book(spec(*[("r", value) for value in [*kept, *marked]]))
    after = recalculated(before)
    book = read_book(after)
    assert values(book) == values(read_book(before))
    assert book.properties == {"cycle": "2026-27", "team": "R&D"}
    assert book.names["people"] == "Lists!$A$2:$A$3"
    assert validations(after) == validations(before)


def validations(data: bytes) -> dict[str, tuple[object, ...]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Actions"]
    return {
        str(rule.sqref): (
            rule.type,
            rule.formula1 if rule.type else None,  # LibreOffice gives a bare message an empty condition
            rule.errorStyle or "stop",
            rule.promptTitle,
            rule.prompt,
        )
        for rule in sheet.data_validations.dataValidation
    }


def test_drop_downs_go_by_name_and_cover_the_spare_rows() -> None:
    rules = validations(write_book(spec(("a",))))
    last = last_row(table(("a",)))
    assert rules[f"C6:C{last}"][:3] == ("list", "people", "warning")
    assert rules[f"D6:D{last}"][:3] == ("list", "yes_no", "stop")
    assert rules[f"B6:B{last}"][3:] == ("Action", "One sentence.")


def test_every_cell_to_type_in_is_text_so_that_excel_changes_nothing() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_book(spec(("a",)))))["Actions"]
    rows = sheet.iter_rows(FIRST_ROW, last_row(table(("a",))), 1, 6)
    formats = {cell.number_format for row in rows for cell in row if cell.column != NEEDS_COLUMN}
    assert formats == {"@"}
    assert sheet.column_dimensions["B"].width > 60


def test_guide_and_lists_are_protected_without_a_password_and_tables_are_not() -> None:
    declared = spec()
    book = openpyxl.load_workbook(io.BytesIO(write_book(declared)))
    protection = {sheet.title: (sheet.protection.sheet, sheet.protection.password) for sheet in book.worksheets}
    expected = {"Guide": (True, None), "About you": (False, None), "Actions": (False, None), "Lists": (True, None)}
    assert protection == expected
    assert isinstance(declared.sheets[0], GuideSheet)
    unlocked = [cell.coordinate for row in book["Guide"].iter_rows() for cell in row if not cell.protection.locked]
    assert unlocked == [f"B{row}" for row in answer_rows(declared.sheets[0])]


def test_sorting_and_filtering_leave_headings_and_help_in_place() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_book(spec(("a",)))))["Actions"]
    assert sheet.auto_filter.ref == f"A{HELP_ROW}:F{last_row(table(('a',)))}"
    assert sheet.freeze_panes == f"B{FIRST_ROW}"
    assert sheet.print_title_rows == f"${HEADING_ROW}:${HELP_ROW}"
    assert not sheet.merged_cells.ranges


LONG = "x" * 32_768


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (spec(("", LONG)), "32,768 characters"),
        (spec(("", "😀" * 16_384)), "32,768 characters"),
        (spec(("", "\ud83d")), "half of a character"),
        (spec(("",) * 6), "6 values for 5 columns"),
        (BookSpec(()), "needs a sheet"),
        (BookSpec((dataclasses.replace(table(), name="a" * 32),), LISTS), "no name for a sheet"),
        (BookSpec((dataclasses.replace(table(), name="Q1/Q2"),), LISTS), "no name for a sheet"),
        (BookSpec((dataclasses.replace(table(), name="History"),), LISTS), "no name for a sheet in Excel"),
        (BookSpec((table(), dataclasses.replace(table(), name="ACTIONS")), LISTS), "two sheets are named"),
        (BookSpec((table(),), {}), "list 'people', which is not there"),
        (BookSpec((table(),), {**LISTS, "AB1": ()}), "no name for a list"),
        (BookSpec((table(),), {**LISTS, "R": ()}), "no name for a list"),
        (
            BookSpec((dataclasses.replace(table(), columns=(*COLUMNS, COLUMNS[0])),), LISTS),
            "two columns are titled 'Ref'",
        ),
        (BookSpec((dataclasses.replace(table(), needs=(Need((9,), "x"),)),), LISTS), "not there"),
        (BookSpec((dataclasses.replace(table(), needs=(Need((1,), "x" * 255),)),), LISTS), "255 characters"),
        (
            BookSpec((dataclasses.replace(table(), columns=(ColumnSpec("A", prompt="x" * 256),), needs=()),), LISTS),
            "256",
        ),
        (BookSpec((table(),), LISTS, properties={"a": "x" * 256}), "property"),
        (BookSpec((GuideSheet("G", "G", lines=(GuideLine("None", ""),)),)), "a sheet 'None' that is not there"),
    ],
)
def test_what_excel_could_not_hold_is_refused_in_words(wrong: BookSpec, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        write_book(wrong)


def test_all_breaches_are_told_at_once() -> None:
    wrong = BookSpec((dataclasses.replace(table(("", LONG)), name="a/b"),), {})
    with pytest.raises(ValueError, match=r"(?s)a/b.*people.*32,768"):
        write_book(wrong)


@pytest.mark.parametrize("title", ["Finish by", "x" * 40, "\U00010000" * 20, "x" * 31 + "\U00010000"])
def test_the_title_of_a_message_fits_as_excel_counts(title: str) -> None:
    shown = _shortened(title)
    assert title.startswith(shown)
    assert len(shown.encode("utf-16-le")) // 2 <= 32
    assert shown == title or len(shown.encode("utf-16-le")) // 2 >= 31
