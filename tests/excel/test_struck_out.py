"""Words with a line through them, whichever program has drawn it."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from svcdocs.excel.cells import CellBook
from svcdocs.excel.guarded import read_guarded
from svcdocs.excel.package import Limits
from svcdocs.excel.reading import read_book
from svcdocs.excel.transport import pack_book, unpack_book
from tests.excel.handmade import book_of

LINED = "<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId='0'/><xf fontId='1'/></cellXfs>"
STRINGS = (
    "<si><t>all of it</t></si>"
    "<si><r><t>keep </t></r><r><rPr><strike/></rPr><t>drop </t></r><r><rPr><strike/><b/></rPr><t>this</t></r>"
    "<r><rPr><strike val='0'/></rPr><t> keep</t></r><r><rPr><strike/></rPr><t> end</t></r></si>"
)


def cells() -> CellBook:
    row = (
        '<c r="A1" t="s" s="1"><v>0</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>'
        '<c r="D1" s="1"><v>12</v></c><c r="E1" s="1" t="b"><v>1</v></c><c r="F1"><v>12</v></c>'
        '<c r="G1" s="1" t="inlineStr"><is><t>inline</t></is></c><c r="H1" s="1"/>'
    )
    return read_book(book_of(f'<row r="1">{row}</row>', strings=STRINGS, styles=LINED))


def test_cells_and_stretches_with_a_line_through_them_are_known() -> None:
    sheet = cells().sheets[0]
    assert sheet.struck == {
        (1, 1): "all of it",
        (1, 3): "drop this … end",
        (1, 4): "12",
        (1, 5): "TRUE",
        (1, 7): "inline",
    }
    text = sheet.cell(1, 3)
    assert text is not None
    assert text.text == "keep drop this keep end"
    assert [(run.text, run.bold) for run in text.runs] == [("keep drop ", False), ("this", True), (" keep end", False)]


def test_what_is_struck_out_comes_through_to_whoever_reads_in_another_process() -> None:
    book = cells()
    assert unpack_book(pack_book(book)) == book


def test_what_another_program_strikes_out_is_known_too() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "gone"
    sheet["A1"].font = Font(strike=True)
    sheet["A2"] = CellRichText("stays ", TextBlock(InlineFont(strike=True), "goes"))
    out = io.BytesIO()
    book.save(out)
    found = read_guarded(out.getvalue(), "a.xlsx", Limits()).sheets[0]
    assert found.struck == {(1, 1): "gone", (2, 1): "goes"}


@pytest.mark.parametrize("line", ['text-line-through-style="solid"', 'text-line-through-type="double"'])
def test_an_opendocument_spreadsheet_is_read_alike(line: str) -> None:
    styles = (
        f'<style:style style:name="S"><style:text-properties style:{line}/></style:style>'
        '<style:style style:name="N"><style:text-properties style:text-line-through-style="none"/></style:style>'
    )
    row = (
        '<table:table-cell table:style-name="S"><text:p>all</text:p></table:table-cell>'
        '<table:table-cell table:style-name="S"><text:p><text:span text:style-name="N">live</text:span></text:p>'
        "</table:table-cell>"
        '<table:table-cell><text:p>keep <text:span text:style-name="S">drop</text:span></text:p></table:table-cell>'
    )
    sheet = read_book(_ods(styles, row)).sheets[0]
    assert sheet.struck == {(1, 1): "all", (1, 3): "drop"}
    cell = sheet.cell(1, 3)
    assert cell is not None
    assert (cell.text, cell.runs) == ("keep drop", ())


def _ods(styles: str, row: str) -> bytes:
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    content = (
        f"<office:document-content{spaces}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f'<office:spreadsheet><table:table table:name="A"><table:table-row>{row}</table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return out.getvalue()
