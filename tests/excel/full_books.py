"""Workbooks with what other programs and later versions put in, each a whole package made as those make it."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Mapping

import openpyxl
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table
from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from svcdocs.excel.our_marks import LIST_NAME
from tests.excel.handmade import MAIN, OFFICE, book_of, zipped
from tests.excel.marked_copies import parts

PAGE = "Actions"
HEADINGS = ("Ref", "When", "Sum", "Needs")
SHEET = "xl/worksheets/sheet1.xml"
_RELS, _BOOK, _LINKS = "xl/worksheets/_rels/sheet1.xml.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_TYPES, _OF_TYPES = "[Content_Types].xml", "http://schemas.openxmlformats.org/package/2006/content-types"
_END = "</Relationships>"
_MICROSOFT = "http://schemas.microsoft.com/office"
_X14 = f'xmlns:x14="{_MICROSOFT}/spreadsheetml/2009/9/main" xmlns:xm="{_MICROSOFT}/excel/2006/main"'
_KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_JOAN, _THREAD = "{62BA20C9-03D5-4C09-8ECA-000000000001}", "{62BA20C9-03D5-4C09-8ECA-000000000002}"
_ARMS = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def _with(book: bytes, put: Mapping[str, tuple[str, str]], more: Mapping[str, str | bytes] | None = None) -> bytes:
    """The workbook with something put into parts, each before a text of it, and with further parts."""
    contents: dict[str, str | bytes] = {**parts(book), **(more or {})}
    for name, (before, new) in put.items():
        text = parts(book)[name].decode()
        assert before in text, (name, before)
        contents[name] = text.replace(before, new + before, 1)
    return zipped(contents)


def conversation() -> bytes:
    """A conversation on B2 as Excel keeps it: with its stand-in among the notes, and who has taken part."""

    def add(page: Worksheet) -> None:
        page.write_comment("B2", "[Threaded comment] Which day?", {"author": f"tc={_THREAD}"})

    space, kind = f'xmlns="{_MICROSOFT}/spreadsheetml/2018/threadedcomments"', f"{_MICROSOFT}/2017/10/relationships"
    return _with(
        _written(add),
        {
            _RELS: (
                _END,
                f'<Relationship Id="rId77" Type="{kind}/threadedComment" Target="../threadedComments/t1.xml"/>',
            ),
            _LINKS: (_END, f'<Relationship Id="rId77" Type="{kind}/person" Target="persons/person.xml"/>'),
            _TYPES: (
                "</Types>",
                _kind_of("/xl/threadedComments/t1.xml", "application/vnd.ms-excel.threadedcomments")
                + _kind_of("/xl/persons/person.xml", "application/vnd.ms-excel.person"),
            ),
        },
        {
            "xl/threadedComments/t1.xml": f'<ThreadedComments {space}><threadedComment ref="B2" '
            f'dT="2027-01-05T10:00:00.00" personId="{_JOAN}" id="{_THREAD}"><text>Which day?</text>'
            "</threadedComment></ThreadedComments>",
            "xl/persons/person.xml": f'<personList {space}><person displayName="Joan" id="{_JOAN}" userId="joan" '
            'providerId="None"/></personList>',
        },
    )


def newer_formats() -> bytes:
    """Bars and drop-downs of Excel 2010 and later, which stand at the end of a sheet."""

    def add(page: Worksheet) -> None:
        page.conditional_format("C2:C9", {"type": "data_bar", "data_bar_2010": True})
        page.data_validation("A2:A9", {"validate": "list", "source": "=Other!$A$1:$A$3"})

    listed = (
        f'<ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" {_X14}><x14:dataValidations count="1">'
        '<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Other!$A$1:$A$3</xm:f></x14:formula1>'
        "<xm:sqref>D2:D9</xm:sqref></x14:dataValidation></x14:dataValidations></ext>"
    )
    return _with(_written(add), {SHEET: ("</extLst>", listed)})


def locked() -> bytes:
    """Sheets and the structure of the workbook locked, with a password that nobody here knows."""

    def add(page: Worksheet) -> None:
        page.protect("secret", {"objects": True, "scenarios": True})

    return _with(
        _written(add), {_BOOK: ("<bookViews>", '<workbookProtection workbookPassword="CC1A" lockStructure="1"/>')}
    )


def macros() -> bytes:
    """A workbook with macros and a button that runs one."""

    def add(page: Worksheet) -> None:
        page.insert_button("F2", {"macro": "Say", "caption": "Say"})

    project = f'<Relationship Id="rId99" Type="{_MICROSOFT}/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
    book = _with(
        _written(add),
        {
            _LINKS: (_END, project),
            _TYPES: ("<Default", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'),
        },
        {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 not looked into" * 40},
    )
    plain, its = f"{_KINDS}.sheet.main", "application/vnd.ms-excel.sheet.macroEnabled.main"
    return zipped({**parts(book), _TYPES: parts(book)[_TYPES].decode().replace(plain, its)})


def noted() -> bytes:
    """Notes of the team's on the very cell that is marked and on another, and a picture drawn as notes are."""

    def add(page: Worksheet) -> None:
        page.write_comment("B2", "Ask Tom", {"author": "Joan", "visible": True, "width": 900, "height": 20})
        page.write_comment("E5", "Ours alone", {"author": "Tom"})
        page.set_header("&L&G", {"image_left": "arms.png", "image_data_left": io.BytesIO(_ARMS)})

    return _written(add)


def inline() -> bytes:
    """Texts in the cells themselves, without a table of texts, styles, columns or heights."""
    return _typed(book_of(_row(1, A="Ref", B="When", D="Needs") + _row(2, A="R1", B="31 April", D="a date")))


def strict() -> bytes:
    """The strict form, which Excel offers under Save As."""
    formats = (
        '<fonts><font><sz val="11"/></font></fonts><fills><fill><patternFill/></fill></fills><borders><border/>'
        "</borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/></cellXfs>"
    )
    rows = _row(1, A="Ref", B="When") + '<row r="2"><c r="B2" t="d"><v>2027-04-01</v></c></row>'
    return _typed(book_of(rows, strict=True, styles=formats))


def from_the_top() -> bytes:
    """Parts named from the top of the package, as openpyxl does it, with notes and a table."""
    book = openpyxl.Workbook()
    page = book.create_sheet(PAGE, 0)
    for row in (("Ref", "When", "Sum", "Needs"), ("R1", "31 April", 2, "a date"), ("R2", "May", 3, "x")):
        page.append(row)
    page["B2"].comment = Comment("Ask Tom", "Joan")
    page.add_table(Table(displayName="Actions", ref="A1:D3"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def calculated() -> bytes:
    """A chain of calculation, which names each cell with a formula."""
    chain = f'<calcChain xmlns="{MAIN}"><c r="C2" i="1"/><c r="C3" i="1"/></calcChain>'
    return _with(
        _written(),
        {
            _LINKS: (_END, f'<Relationship Id="rId88" Type="{OFFICE}/calcChain" Target="calcChain.xml"/>'),
            _TYPES: ("</Types>", _kind_of("/xl/calcChain.xml", f"{_KINDS}.calcChain")),
        },
        {"xl/calcChain.xml": chain},
    )


def table() -> bytes:
    """A table of Excel's own over the marked cells, with a filter, a chart, a link and merged cells beside it."""

    def add(page: Worksheet) -> None:
        page.add_table("A1:D5", {"name": "Plan", "columns": [{"header": each} for each in HEADINGS]})
        page.merge_range("F8:G9", "together")
        page.write_url("H1", "https://example.org/")

    return _written(add, lambda book: book.worksheets()[0].insert_chart("G2", _chart(book)))


def same_name() -> bytes:
    """A sheet of the team's own that is called as our list is, names for the whole and for single sheets, a chart."""

    def add(page: Worksheet) -> None:
        page.print_area("A1:D9")
        page.repeat_rows(0)

    def add_to_the_book(book: Workbook) -> None:
        book.add_chartsheet("Picture").set_chart(_chart(book))
        book.add_worksheet(LIST_NAME).write_string("A1", "bread, milk")
        book.define_name("Team", f"={PAGE}!$B$2")
        book.define_name("Other!Place", "=Other!$A$1")

    return _written(add, add_to_the_book)


def escaped_names() -> bytes:
    """Parts whose names have blanks in them, which a package writes as web addresses do."""
    contents = parts(inline())
    links = contents[_LINKS].decode().replace("worksheets/sheet1.xml", "worksheets/the%20plan.xml")
    types = contents[_TYPES].decode().replace("/xl/worksheets/sheet1.xml", "/xl/worksheets/the%20plan.xml")
    renamed = {name.replace("sheet1.xml", "the%20plan.xml"): content for name, content in contents.items()}
    return zipped({**renamed, _LINKS: links, _TYPES: types})


BOOKS: tuple[Callable[[], bytes], ...] = (
    *(conversation, newer_formats, locked, macros, noted, inline, strict, from_the_top, calculated, table),
    *(same_name, escaped_names),
)


def _written(
    add: Callable[[Worksheet], object] = lambda _: None, add_to_the_book: Callable[[Workbook], object] = lambda _: None
) -> bytes:
    """A workbook of two sheets as XlsxWriter makes it, with something more on its first or beside that."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet(PAGE)
        page.write_row(0, 0, HEADINGS)
        page.write_row(1, 0, ["R1", "31 April"])
        page.write_formula(1, 2, "=1+1", None, 2)
        page.write_formula(2, 2, "=C2*2", None, 4)
        book.add_worksheet("Other").write_string("A1", "left alone")
        add(page)
        add_to_the_book(book)
    return out.getvalue()


def _chart(book: Workbook) -> Chart:
    chart = book.add_chart({"type": "bar"})
    assert chart is not None
    chart.add_series({"values": f"={PAGE}!$C$2:$C$3"})
    return chart


def _row(number: int, **cells: str) -> str:
    held = (f'<c r="{at}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for at, text in cells.items())
    return f'<row r="{number}">{"".join(held)}</row>'


def _kind_of(part: str, kind: str) -> str:
    return f'<Override PartName="{part}" ContentType="{kind}+xml"/>'


def _typed(book: bytes) -> bytes:
    """A handmade workbook with the kinds of its parts said, as a valid package says them."""
    kinds = {"/xl/workbook.xml": "sheet.main", "/xl/worksheets/sheet1.xml": "worksheet", "/xl/styles.xml": "styles"}
    said = "".join(_kind_of(part, f"{_KINDS}.{kind}") for part, kind in kinds.items() if part[1:] in parts(book))
    usual = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return _with(
        zipped({**parts(book), _TYPES: f'<Types xmlns="{_OF_TYPES}"></Types>'}), {_TYPES: ("</Types>", usual + said)}
    )
