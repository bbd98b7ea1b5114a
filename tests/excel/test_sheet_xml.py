"""The quick way through a sheet's XML gives what the tree gives, or stands aside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.excel.health import Health
from svcdocs.excel.package import BadPartError, parse_xml
from svcdocs.excel.reading import _run
from svcdocs.excel.sheet_cells import SheetCells
from svcdocs.excel.sheet_xml import SheetXml, _by_pattern, by_tree, read_sheet_xml, utf8
from svcdocs.excel.strings import StoredText, shared_strings, strings_by_tree
from svcdocs.excel.styles import CellStyle
from tests.excel.handmade import MAIN, sheet_xml

_LETTERS = st.sampled_from(["A", "B", "Z", "AA", "XFD"])
_PLAIN = st.text("ab 1é<&\n\"'", max_size=6).map(lambda t: t.replace("&", "&amp;").replace("<", "&lt;"))
_VALUE = st.one_of(st.just(""), st.just("<v/>"), _PLAIN.map(lambda t: f"<v>{t}</v>"))
_FORMULA = st.one_of(st.just(""), st.just('<f t="shared" si="0"/>'), _PLAIN.map(lambda t: f"<f>{t}</f>"))
_INLINE = st.one_of(_PLAIN.map(lambda t: f"<is><t>{t}</t></is>"), st.just("<is><r><rPr><b/></rPr><t>x</t></r></is>"))
_TYPE = st.sampled_from(["", ' t="s"', ' t="str"', ' t="n"', ' t="inlineStr"'])
_STYLE = st.sampled_from(["", ' s="0"', ' s="12"'])


@st.composite
def rows(draw: st.DrawFn) -> str:
    out = ""
    for number in range(1, draw(st.integers(1, 4))):
        cells = ""
        for _ in range(draw(st.integers(0, 4))):
            inside = draw(st.one_of(_VALUE, st.tuples(_FORMULA, _VALUE).map("".join), _INLINE))
            head = f'<c r="{draw(_LETTERS)}{number}"{draw(_STYLE)}{draw(_TYPE)}'
            cells += f"{head}>{inside}</c>" if inside else f"{head}/>"
        attributes = draw(st.sampled_from(["", ' spans="1:3"', ' hidden="1"', ' ht="15" customHeight="1"']))
        out += f'<row r="{number}"{attributes}>{cells}</row>'
    return out


def understood(sheet: SheetXml | None) -> object:
    assert sheet is not None
    strings, styles = [StoredText("zero"), StoredText("one")], [CellStyle(), CellStyle("0%", bold=True)]
    health = Health()
    cells = SheetCells(strings, styles, health, _run, from_1904=False)
    return cells.read(sheet.tokens, ""), health


@given(rows())
def test_the_pattern_finds_the_rows_and_cells_that_the_tree_finds(data: str) -> None:
    xml = sheet_xml(data, after='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>').encode()
    assert understood(_by_pattern(xml, "")) == understood(by_tree(parse_xml(xml)))


@pytest.mark.parametrize(
    "data",
    [
        '<row r="1"><!-- a note --><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>',
        '<row r="1"><c s="1" r="A1"><v>1</v></c></row>',
        '<row r="1"><c><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v xml:space="preserve">1</v></c></row>',
        "<row r='1'><c r='A1'><v>1</v></c></row>",
    ],
)
def test_a_form_the_pattern_does_not_know_goes_through_the_tree(data: str) -> None:
    xml = sheet_xml(data).encode()
    assert _by_pattern(xml, "") is None
    assert [token[5] for token in read_sheet_xml(xml, "").tokens][1:] == ["1"]


def test_what_is_broken_beside_the_rows_is_still_refused() -> None:
    with pytest.raises(BadPartError):
        read_sheet_xml(sheet_xml("", after="<mergeCells>").encode(), "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_sheet_is_read_in_either_encoding(encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?>' + sheet_xml('<row r="1"><c r="A1" t="str"><v>£</v></c></row>')
    assert [token[5] for token in read_sheet_xml(xml.encode(encoding), "").tokens] == [None, "£"]


_ITEM = st.one_of(
    _PLAIN.map(lambda t: f"<si><t>{t}</t></si>"),
    _PLAIN.map(lambda t: f'<si><t xml:space="preserve"> {t}</t></si>'),
    _PLAIN.map(lambda t: f"<si><r><rPr><b/></rPr><t>{t}</t></r><r><t>x</t></r></si>"),
    st.sampled_from(["<si><t/></si>", "<si/>", "<si><t>a</t><rPh sb='0' eb='1'><t>b</t></rPh></si>", "<si></si>"]),
)


@given(st.lists(_ITEM, max_size=6))
def test_the_pattern_finds_the_strings_that_the_tree_finds(items: list[str]) -> None:
    data = f'<?xml version="1.0"?><sst xmlns="{MAIN}" count="1">{"".join(items)}</sst>'.encode()
    assert shared_strings(data, utf8(data), "") == strings_by_tree(parse_xml(data))
