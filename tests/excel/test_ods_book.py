"""OpenDocument spreadsheets come out as LibreOffice showed them."""

from __future__ import annotations

import pytest

from svcdocs.errors import UnusableFile
from svcdocs.excel.cells import MAX_ROW, Cell, CellBook
from svcdocs.excel.reading import read_book
from svcdocs.excel.sheet_cells import MAX_CELLS
from svcdocs.model.text import Run
from tests.excel.handmade import zipped

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in [
        *(("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("meta", "meta")),
        ("fo", "xsl-fo-compatible"),
    ]
)
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
KIND = "application/vnd.oasis.opendocument.spreadsheet"
STYLES = (
    '<office:automatic-styles><style:style style:name="b"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="i"><style:text-properties fo:font-style="italic"/></style:style>'
    '<style:style style:name="gone"><style:table-properties table:display="false"/></style:style>'
    "</office:automatic-styles>"
)


def ods(
    rows: str, *, table: str = "", columns: str = "", kind: str = KIND, parts: dict[str, str] | None = None
) -> bytes:
    content = (
        f"<office:document-content {NAMES} {CALC}>{STYLES}<office:body><office:spreadsheet>"
        f'<table:table table:name="Actions" {table}>{columns}{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": kind, "content.xml": content, **(parts or {})})


def read(rows: str, *, table: str = "", columns: str = "") -> CellBook:
    return read_book(ods(rows, table=table, columns=columns), "a.ods")


def row(*cells: str, says: str = "") -> str:
    return f"<table:table-row {says}>{''.join(cells)}</table:table-row>"


def cell(inside: str = "", says: str = "") -> str:
    return f"<table:table-cell {says}>{inside}</table:table-cell>"


def typed(kind: str, value: str, shown: str) -> str:
    name = {"date": "date-value", "boolean": "boolean-value"}.get(kind, "value")
    return cell(f"<text:p>{shown}</text:p>", f'office:value-type="{kind}" office:{name}="{value}"')


def only(*cells: str) -> Cell:
    [found] = read(row(*cells)).sheets[0].rows[1].values()
    return found


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (typed("float", "45", "45"), Cell("45", kind="number", value=45.0)),
        (typed("percentage", "0.85", "85%"), Cell("85%", kind="number", value=0.85)),
        (typed("currency", "12000", "£12,000"), Cell("£12,000", kind="number", value=12_000.0)),
        (typed("date", "2027-12-31", "31/12/2027"), Cell("31/12/2027", kind="date", value=46_752.0)),
        (typed("boolean", "true", "TRUE"), Cell("TRUE", kind="bool", value=1.0)),
        (cell("<text:p>#REF!</text:p>", 'calcext:value-type="error"'), Cell("#REF!", kind="error")),
        (
            cell("<text:p>2</text:p>", 'office:value-type="float" office:value="2" table:formula="of:=[.A1]+1"'),
            Cell("2", kind="number", value=2.0, formula="[.A1]+1"),
        ),
        (cell("", 'office:value-type="float" office:value="7"'), Cell("7", kind="number", value=7.0)),
        (
            cell("", 'office:value-type="date" office:date-value="2027-12-31"'),
            Cell("31/12/2027", kind="date", value=46_752.0),
        ),
        (cell("", 'office:value-type="string" office:string-value="said"'), Cell("said")),
    ],
)
def test_a_value_comes_as_it_was_shown(cells: str, expected: Cell) -> None:
    assert only(cells) == expected


def test_lines_spaces_and_tabs_of_a_text_are_kept() -> None:
    inside = '<text:p>a<text:s text:c="3"/>b<text:tab/>c</text:p><text:p/><text:p>d<text:line-break/>e</text:p>'
    assert only(cell(inside)).text == "a   b\tc\n\nd\ne"


def test_a_carriage_return_is_a_line_end() -> None:
    assert only(cell("<text:p>a&#13;b</text:p>")).text == "a\nb"


def test_bold_and_italic_are_kept_in_parts_and_for_the_whole_cell() -> None:
    inside = '<text:p>plain <text:span text:style-name="b">bold</text:span></text:p>'
    assert only(cell(inside)).runs == (Run(text="plain "), Run(text="bold", bold=True))
    whole = only(cell("<text:p>x</text:p>", 'table:style-name="i"'))
    assert (whole.runs, whole.bold, whole.italic) == ((), False, True)


def test_repeated_cells_and_rows_are_counted_and_blank_ones_cost_nothing() -> None:
    far = 'table:number-rows-repeated="1000000"'
    wide = 'table:number-columns-repeated="3"'
    sheet = read(
        row(cell(says=wide), cell("<text:p>x</text:p>", wide)) + row(cell(), says=far) + row(cell("<text:p>y</text:p>"))
    ).sheets[0]
    assert {number: list(cells) for number, cells in sheet.rows.items()} == {1: [4, 5, 6], 1_000_002: [1]}


def test_content_repeated_without_end_is_read_up_to_a_limit_and_told() -> None:
    x = "<text:p>x</text:p>"
    wide = row(cell(x, 'table:number-columns-repeated="99999"'), says='table:number-rows-repeated="1048576"')
    book = read(wide)
    assert sum(map(len, book.sheets[0].rows.values())) <= MAX_CELLS
    assert any("only the first" in lost for lost in book.lost)
    assert any("last column" in lost for lost in book.lost)


def test_rows_past_the_last_are_told() -> None:
    blank = row(cell(), says=f'table:number-rows-repeated="{MAX_ROW}"')
    book = read(blank + row(cell("<text:p>x</text:p>")))
    assert book.lost == ("Actions: rows past the last one a sheet can have were left out",)


def test_hidden_rows_columns_and_sheets_merged_cells_and_notes_are_told() -> None:
    x, note = "<text:p>x</text:p>", "<office:annotation><text:p>Who?</text:p></office:annotation>"
    merged = 'table:number-columns-spanned="2" table:number-rows-spanned="2"'
    book = read(
        row(cell(note + x, merged), "<table:covered-table-cell/>") + row(cell(x), says='table:visibility="collapse"'),
        table='table:style-name="gone"',
        columns='<table:table-column table:visibility="collapse"/>',
    )
    sheet = book.sheets[0]
    assert (sheet.state, set(sheet.hidden_rows), set(sheet.hidden_columns)) == ("hidden", {2}, {1})
    assert (sheet.merged, sheet.notes) == (((1, 1, 2, 2),), {(1, 1): "Who?"})
    assert sheet.rows[1][1].text == "x"


def test_rows_in_groups_are_read_with_the_others() -> None:
    x = row(cell("<text:p>x</text:p>"))
    assert list(
        read(
            f"{x}<table:table-row-group>{x}<table:table-row-group>{x}</table:table-row-group></table:table-row-group>{x}"
        )
        .sheets[0]
        .rows
    ) == [1, 2, 3, 4]


def test_properties_of_the_document_are_read() -> None:
    own = '<meta:user-defined meta:name="cycle">2027</meta:user-defined>'
    meta = f"<office:document-meta {NAMES}><office:meta>{own}</office:meta></office:document-meta>"
    assert read_book(ods(row(cell()), parts={"meta.xml": meta}), "a.ods").properties == {"cycle": "2027"}


def test_a_part_within_the_sizes_judged_beforehand_is_read_however_large_its_pieces_are() -> None:
    words = " ".join(map(str, range(1_600_000)))
    assert len(words) > 10_000_000
    assert read(row(cell(f"<text:p>{words}</text:p>"))).sheets[0].rows[1][1].text == words


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ods("", kind="application/vnd.oasis.opendocument.text"), "file-opendocument"),
        (ods("", parts={"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "file-password"),
        (ods("", parts={"content.xml": "<broken"}), "file-damaged"),
        (ods("", parts={"content.xml": "<office/>"}), "file-damaged"),
        (ods("", parts={"content.xml": "<!DOCTYPE x><office/>"}), "file-unsafe"),
    ],
)
def test_an_opendocument_file_that_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnusableFile) as refused:
        read_book(data, "a.ods")
    assert refused.value.code == code
