from __future__ import annotations

from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.table import Table

from svcdocs.documents.own_tables import OwnTable, own_table
from svcdocs.model.service_plan import TableRow
from svcdocs.model.words import DEFAULT
from svcdocs.shipped import doc_template
from svcdocs.word.outline import outline, text_of
from tests.documents import samples, three_year_samples
from tests.word.plain_docxtpl import render_plain

ROWS = [
    {"cells": ["Place", "Staff", "What they do"]},
    {"cells": ["Depot", "12", "Repairs to homes in the north of the district, day and night"]},
    {"cells": ["Hall", "", "• Letters\n• Visits"]},
]
PASSAGES: list[dict[str, Any]] = [
    {"section": "Workforce", "text": "Before it."},
    {"section": "Workforce", "text": "Where people work", "kind": "Table", "picture": "Places", "rows": ROWS},
    {"section": "Workforce", "text": "Behind it."},
]


def made(*rows: list[str], caption: str = "Costs") -> OwnTable:
    return own_table([TableRow.model_validate({"cells": row}) for row in rows], caption, "Workforce", DEFAULT)


def test_shares_that_are_given_are_the_widths_and_go_with_their_columns() -> None:
    rows = [TableRow.model_validate({"cells": cells}) for cells in (["Who", "", "What"], ["Ann", "", "A long " * 20])]
    table = own_table(rows, "", "Workforce", DEFAULT, (10, 20, 30))
    assert [column.width for column in table.columns] == [10, 30]
    assert [cell.width for cell in table.lines[0].cells] == [10, 30]


def the_table(document: bytes) -> Table:
    (found,) = samples.tables(document, "Place")
    return found


def printed_in_three_years() -> bytes:
    return three_year_samples.printed(three_year_samples.context({"passages": PASSAGES}))


def printed_as_usual() -> bytes:
    return samples.printed(samples.context({"passages": PASSAGES}))


@pytest.mark.parametrize("printed", [printed_as_usual, printed_in_three_years])
def test_a_table_is_printed_in_its_place_in_either_form_with_its_caption(printed: Any) -> None:
    document = printed()
    lines = [line for line in text_of(document).splitlines() if line.strip()]
    at = lines.index("Before it.")
    assert lines[at + 1] == "Where people work"
    assert lines.index("Behind it.") > at + 2
    grid = the_table(document)
    assert [cell.text for cell in grid.rows[0].cells] == ["Place", "Staff", "What they do"]
    assert [cell.text for cell in grid.rows[2].cells] == ["Hall", "–", "Letters\nVisits"]
    assert len(grid.rows) == 3


@pytest.mark.parametrize("printed", [printed_as_usual, printed_in_three_years])
def test_its_headings_are_repeated_and_it_is_described_to_screen_readers(printed: Any) -> None:
    grid = the_table(printed())
    assert grid.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    title, about = (next(grid._tbl.iter(qn(name))).get(qn("w:val")) for name in ("w:tblCaption", "w:tblDescription"))
    assert (title, about) == ("Where people work", "A table of 3 columns: Place, Staff, What they do")


def test_its_columns_are_as_wide_as_what_stands_in_them_asks_for_and_fill_the_page() -> None:
    grid = the_table(printed_as_usual())
    widths = [int(column.get(qn("w:w"), "")) for column in grid._tbl.tblGrid]
    assert sum(widths) == 11906 - 2 * 1247
    assert widths[2] > 2 * widths[0]
    assert min(widths) > sum(widths) / (2.6 * 3)
    each = [int(width.get(qn("w:w"), "")) for width in grid._tbl.iter(qn("w:tcW"))]
    assert each == widths * 3


@pytest.mark.parametrize("columns", range(2, 9))
def test_no_column_is_without_room_however_long_another_is(columns: int) -> None:
    table = made(["x"] * columns, [*["1"] * (columns - 1), "long words " * 90])
    widths = [column.width for column in table.columns]
    assert min(widths) >= sum(widths) / (3 * columns)
    assert max(widths) == widths[-1]
    assert [cell.width for cell in table.lines[0].cells] == widths


def test_no_word_is_broken_while_there_is_room_for_all_of_them() -> None:
    heads = ["Fund", "FY25 adopted", "FY26 adopted", "FY27 projected", "FY28 projected", "Change", "Owner", "Notes"]
    table = made(heads, ["Waterways", "1,200", "", "1,300", "1,400", "+1,100", "Director; Budget Office", "so " * 60])
    whole = sum(column.width for column in table.columns)
    for column, longest in zip(table.columns, (9, 7, 7, 9, 9, 6, 9, 5), strict=True):
        assert column.width / whole * 88 >= longest + 2


def test_a_cell_with_nothing_in_it_prints_a_dash_and_a_table_without_words_is_named() -> None:
    table = made(["A", "B"], ["1", ""], caption="")
    assert [cell.text.plain for cell in table.lines[0].cells] == ["1", "–"]
    assert (table.title, table.about) == ("A table in the section Workforce", "A table of 2 columns: A, B")


def test_a_column_without_a_heading_is_called_by_what_its_rows_are_or_by_its_place() -> None:
    table = made(["", "B", ""], ["North", "1", "2"])
    assert [column.heading for column in table.columns] == ["Item", "B", "Column 3"]


def test_a_column_with_nothing_in_it_is_left_out() -> None:
    table = made(["A", "", "C"], ["1", "", "3"], ["4", "", "6"])
    assert [column.heading for column in table.columns] == ["A", "C"]
    assert [[cell.text.plain for cell in line.cells] for line in table.lines] == [["1", "3"], ["4", "6"]]


def test_a_table_whose_sheet_is_missing_says_that_it_is_to_be_added() -> None:
    missing = {"section": "Workforce", "text": "Where people work", "kind": "Table", "picture": "Places"}
    printed = text_of(samples.printed(samples.context({"passages": [missing]})))
    assert "To be added: the table Places: Where people work" in printed


def test_a_table_without_a_caption_has_no_blank_line_in_its_place() -> None:
    rows = [{"section": "Workforce", "kind": "Table", "picture": "Places", "rows": ROWS}]
    assert "[Table Lead] \n" not in outline(samples.printed(samples.context({"passages": rows})))


def test_plain_docxtpl_prints_the_same_table() -> None:
    context = samples.context({"passages": PASSAGES})
    plain = text_of(render_plain(doc_template("service-plan").read_bytes(), context, in_line={"title"}))
    for line in ("Where people work", "What they do", "Repairs to homes in the north of the district, day and night"):
        assert line in plain


def test_a_small_table_is_not_cut_and_no_line_of_a_longer_one_stands_alone() -> None:
    def kept(lines: int, said: str = "words") -> list[bool]:
        return [line.stays for line in made(["Place", "What"], *([f"{n}", said] for n in range(lines))).lines]

    assert kept(1) == [False]
    assert kept(4) == [True, True, True, False]
    assert kept(7) == [True, False, False, False, False, True, False]
    assert kept(4, "long words " * 40) == [True, False, True, False]
    assert kept(4, "long words " * 90) == [False] * 4
