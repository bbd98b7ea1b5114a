"""What a workbook's cells come out as, whoever wrote the file."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.comments import Comment

from svcdocs.excel.cells import Cell, CellSheet, column_letters, column_number, place
from svcdocs.excel.reading import read_book
from svcdocs.model.text import Run
from tests.excel.handmade import MAIN, book_of, sheet_xml, styles_of


def sheet_of(data: bytes) -> CellSheet:
    return read_book(data).sheets[0]


def only(data: bytes) -> Cell:
    (row,) = sheet_of(data).rows.values()
    (cell,) = row.values()
    return cell


def text_at(data: bytes, row: int, column: int) -> str:
    cell = sheet_of(data).cell(row, column)
    return cell.text if cell else ""


def test_a_shared_string_is_read_with_its_spaces_and_line_breaks() -> None:
    strings = '<si><t xml:space="preserve">  one&#10;two  </t></si>'
    assert only(book_of('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=strings)).text == "  one\ntwo  "


def test_an_inline_string_is_read_like_a_shared_one() -> None:
    assert only(book_of('<row r="1"><c r="A1" t="inlineStr"><is><t>R&amp;D</t></is></c></row>')).text == "R&D"


def test_escaped_characters_are_decoded_and_carriage_returns_become_line_ends() -> None:
    strings = "<si><t>a_x000D_\nb_x0009_c_x005F_x000D_d_xD83D__xDE00_</t></si>"
    assert only(book_of('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=strings)).text == "a\nb\tc_x000D_d😀"


def test_how_japanese_signs_are_spoken_is_left_out() -> None:
    strings = '<si><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si>'
    assert only(book_of('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=strings)).text == "課"


def test_bold_and_italic_parts_are_kept_and_equal_neighbours_are_one_run() -> None:
    strings = (
        "<si><r><t>plain </t></r><r><rPr><b/><sz val='9'/></rPr><t>bo</t></r><r><rPr><b val='1'/></rPr><t>ld</t></r>"
        "<r><rPr><i/><b val='0'/></rPr><t> it</t></r></si>"
    )
    cell = only(book_of('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=strings))
    assert cell.text == "plain bold it"
    assert cell.runs == (Run(text="plain "), Run(text="bold", bold=True), Run(text=" it", italic=True))


def test_rich_text_that_is_plain_throughout_has_no_runs() -> None:
    strings = "<si><r><t>a</t></r><r><rPr><sz val='9'/></rPr><t>b</t></r></si>"
    assert only(book_of('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=strings)).runs == ()


def test_a_part_without_a_font_looks_like_its_bold_cell() -> None:
    strings = "<si><r><t>as the cell </t></r><r><rPr><i/></rPr><t>not</t></r></si>"
    data = book_of(
        '<row r="1"><c r="A1" s="0" t="s"><v>0</v></c></row>', strings=strings, styles=styles_of("@", bold=(True,))
    )
    assert only(data).runs == (Run(text="as the cell ", bold=True), Run(text="not", italic=True))


def test_a_bold_cell_says_so_apart_from_runs_and_marked_gives_both_alike() -> None:
    data = book_of(
        '<row r="1"><c r="A1" s="0" t="s"><v>0</v></c></row>',
        strings="<si><t>all bold</t></si>",
        styles=styles_of("@", bold=(True,)),
    )
    cell = only(data)
    assert (cell.runs, cell.bold, cell.marked) == ((), True, (Run(text="all bold", bold=True),))


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ('<c r="A1"><v>5.0</v></c>', Cell("5", (), "number", 5.0)),
        ('<c r="A1" t="n"><v>0.30000000000000004</v></c>', Cell("0.3", (), "number", 0.30000000000000004)),
        ('<c r="A1" t="b"><v>1</v></c>', Cell("TRUE", (), "bool", 1.0)),
        ('<c r="A1" t="b"><v>0</v></c>', Cell("FALSE", (), "bool", 0.0)),
        ('<c r="A1" t="e"><v>#N/A</v></c>', Cell("#N/A", (), "error")),
        ('<c r="A1" t="str"><f>B1&amp;"x"</f><v>y&lt;x</v></c>', Cell("y<x", formula='B1&"x"')),
        ('<c r="A1" t="str"><f>A1&amp;B1</f><v></v></c><c r="B1"><v>7</v></c>', Cell("7", (), "number", 7.0)),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', Cell("2", (), "number", 2.0, formula="1+1")),
        ('<c r="A1"><f>1+1</f></c>', Cell("", (), "uncalculated", formula="1+1")),
        ('<c r="A1"><f>1+1</f><v/></c>', Cell("", (), "uncalculated", formula="1+1")),
        ('<c r="A1"><f t="shared" si="0"/><v>2</v></c>', Cell("2", (), "number", 2.0, formula="…")),
        ('<c r="A1" t="d"><v>2025-04-01</v></c>', Cell("01/04/2025", (), "date", 45748.0)),
    ],
)
def test_each_kind_of_cell_is_told_apart(xml: str, expected: Cell) -> None:
    assert only(book_of(f'<row r="1">{xml}</row>')) == expected


@pytest.mark.parametrize(
    "xml", ['<c r="A1" s="0"/>', '<c r="A1" t="s"/>', '<c r="A1" t="str"><f>B1</f><v></v></c>', '<c r="A1"></c>']
)
def test_a_cell_without_anything_to_see_is_blank(xml: str) -> None:
    assert sheet_of(book_of(f'<row r="1">{xml}</row>')).rows == {}


@pytest.mark.parametrize(
    ("code", "raw", "text", "kind"),
    [
        ("0%", "0.85", "85%", "number"),
        ("dd/mm/yyyy", "45748", "01/04/2025", "date"),
        ("mmm-yy", "45748", "Apr-25", "date"),
        ("£#,##0", "12000", "£12,000", "number"),
    ],
)
def test_a_number_is_read_as_it_was_displayed(code: str, raw: str, text: str, kind: str) -> None:
    cell = only(book_of(f'<row r="1"><c r="A1" s="0"><v>{raw}</v></c></row>', styles=styles_of(code)))
    assert (cell.text, cell.kind, cell.value) == (text, kind, float(raw))


def test_dates_counted_from_1904_are_the_same_days() -> None:
    data = book_of(
        '<row r="1"><c r="A1" s="0"><v>44286</v></c></row>',
        styles=styles_of("dd/mm/yyyy"),
        settings='<workbookPr date1904="1"/>',
    )
    assert only(data) == Cell("01/04/2025", (), "date", 45748.0)


def test_a_format_that_cannot_be_shown_gives_the_plain_number_and_a_remark() -> None:
    book = read_book(book_of('<row r="1"><c r="A1" s="0"><v>1.5</v></c></row>', styles=styles_of("# ?/?")))
    assert book.sheets[0].rows[1][1].text == "1.5"
    assert book.remarks == (
        "Sheet1: numbers formatted as '# ?/?' were read without that format, as '1.5' and the like",
    )


def test_rows_and_cells_that_do_not_say_where_they_stand_follow_each_other() -> None:
    first, last = "<row><c><v>1</v></c><c><v>2</v></c></row>", "<row><c><v>5</v></c></row>"
    data = f"{first}<row r='5'><c r='C5'><v>3</v></c><c><v>4</v></c></row>{last}"
    rows = sheet_of(book_of(data)).rows
    places = {(row, column): cell.text for row, cells in rows.items() for column, cell in cells.items()}
    assert places == {(1, 1): "1", (1, 2): "2", (5, 3): "3", (5, 4): "4", (6, 1): "5"}


def test_rows_out_of_order_come_in_order() -> None:
    data = '<row r="7"><c r="A7"><v>7</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>'
    assert list(sheet_of(book_of(data)).rows) == [2, 7]


def test_a_wrong_dimension_hides_no_cell() -> None:
    xml = sheet_xml('<row r="9"><c r="Z9"><v>1</v></c></row>', before='<dimension ref="A1"/>')
    assert text_at(book_of(sheet=xml), 9, 26) == "1"


def test_two_far_corners_cost_no_more_than_two_cells() -> None:
    data = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    assert {row: list(cells) for row, cells in sheet_of(book_of(data)).rows.items()} == {1: [1], 1048576: [16384]}


@pytest.mark.parametrize(
    "data", ['<row r="1048577"><c r="A1048577"><v>1</v></c></row>', '<row r="1"><c r="XFE1"><v>1</v></c></row>']
)
def test_a_cell_no_sheet_can_have_is_left_out_and_told_as_lost(data: str) -> None:
    book = read_book(book_of(data))
    assert book.sheets[0].rows == {}
    assert len(book.lost) == 1


def test_a_missing_table_of_strings_leaves_blanks_that_are_told_as_lost_by_name() -> None:
    book = read_book(book_of('<row r="1"><c r="A1" t="s"><v>4</v></c></row>'))
    assert book.sheets[0].rows == {}
    assert book.lost == ("Sheet1: the text of A1 is not in the file",)


def test_a_workbook_in_the_strict_form_is_read() -> None:
    data = book_of(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>0.5</v></c></row>',
        strings="<si><t>strict</t></si>",
        styles=styles_of("0%"),
        strict=True,
    )
    assert (text_at(data, 1, 1), text_at(data, 1, 2)) == ("strict", "50%")


def test_tags_with_a_prefix_are_read_as_well() -> None:
    xml = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="2" hidden="1"><x:c r="B2" t="inlineStr">'
        "<x:is><x:r><x:rPr><x:b/></x:rPr><x:t>bold</x:t></x:r><x:r><x:t> not</x:t></x:r></x:is></x:c></x:row>"
        "</x:sheetData></x:worksheet>"
    )
    sheet = sheet_of(book_of(sheet=xml))
    assert sheet.rows[2][2].runs == (Run(text="bold", bold=True), Run(text=" not"))
    assert sheet.hidden_rows == {2}


def test_hidden_rows_columns_and_sheets_are_read_and_told() -> None:
    xml = sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row>'
        '<row r="2" hidden="1"><c r="A2"><v>3</v></c></row>',
        before='<cols><col min="2" max="16384" hidden="1"/></cols>',
    )
    sheet = sheet_of(book_of(sheet=xml, state='state="veryHidden"'))
    assert (set(sheet.hidden_rows), set(sheet.hidden_columns)) == ({2}, {2, 3})
    assert (sheet.state, sheet.visible) == ("veryHidden", False)


def test_merged_ranges_are_told_and_their_cells_left_where_they_are() -> None:
    after = '<mergeCells count="2"><mergeCell ref="A1:B3"/><mergeCell ref="nonsense"/></mergeCells>'
    assert sheet_of(book_of(sheet=sheet_xml("", after=after))).merged == ((1, 1, 3, 2),)


def test_names_are_keyed_by_their_sheet_where_they_belong_to_one() -> None:
    names = (
        '<definedNames><definedName name="people">Sheet1!$A$1</definedName>'
        '<definedName name="top" localSheetId="0">Sheet1!$B$1</definedName></definedNames>'
    )
    assert read_book(book_of(names=names)).names == {"people": "Sheet1!$A$1", "Sheet1!top": "Sheet1!$B$1"}


def test_damaged_properties_cost_the_properties_only() -> None:
    book = read_book(book_of('<row r="1"><c r="A1"><v>1</v></c></row>', parts={"docProps/custom.xml": "<broken"}))
    assert book.sheets[0].rows[1][1].text == "1"
    assert book.remarks == ("docProps/custom.xml is not well formed, and was left out",)


def test_notes_and_custom_properties_are_read_from_a_library_s_file() -> None:
    book = Workbook()
    book.worksheets[0].cell(2, 2, "x").comment = Comment("Are you\nsure?", "Sam")
    out = io.BytesIO()
    book.save(out)
    assert sheet_of(out.getvalue()).notes == {(2, 2): "Are you\nsure?"}
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as other:
        other.add_worksheet("A")
        other.set_custom_property("cycle", "2026-27", "text")
        other.set_properties({"title": "T"})
    read = read_book(written.getvalue())
    assert (read.properties, read.title) == ({"cycle": "2026-27"}, "T")


def test_a_thread_of_comments_is_read_instead_of_its_stand_in() -> None:
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    rels = (
        f'<Relationships xmlns="{MAIN}"><Relationship Id="r1" Type="{kind}" Target="../threadedComments/t1.xml"/>'
        '<Relationship Id="r2" Type="x/comments" Target="../comments1.xml"/></Relationships>'
    )
    stand_in = "[Threaded comment]\n\nYour version of Excel …\n\nComment:\n    Who?"
    note = f"<text><t>{stand_in}</t></text></comment>"
    notes = f'<comment ref="A1">{note}<comment ref="B1">{note}'
    thread = '<c ref="A1"><text>Who?</text></c><c ref="A1"><text>Jo</text></c>'
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": rels,
        "xl/threadedComments/t1.xml": f'<T xmlns="urn:t">{thread}</T>',
        "xl/comments1.xml": f'<comments xmlns="{MAIN}"><commentList>{notes}</commentList></comments>',
    }
    assert sheet_of(book_of(parts=parts)).notes == {(1, 1): "Who?\nJo", (1, 2): "Who?"}


def test_a_file_is_called_by_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "Housing.xlsx"
    path.write_bytes(book_of('<row r="1"><c r="A1"><v>1</v></c></row>'))
    assert read_book(path).sheet("sheet1") is not None


@pytest.mark.parametrize(("letters", "number"), [("A", 1), ("Z", 26), ("AA", 27), ("ZZ", 702), ("XFD", 16384)])
def test_columns_are_numbered_as_excel_letters_them(letters: str, number: int) -> None:
    assert (column_number(letters), column_letters(number)) == (number, letters)


@pytest.mark.parametrize("reference", ["", "A", "1", "A0", "XFE1", "A1048577", "A1:B2", "AAAA1"])
def test_what_is_no_cell_has_no_place(reference: str) -> None:
    assert place(reference) is None
