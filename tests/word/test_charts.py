"""Charts: drawn by Word from a part of their own, with the figures in a workbook beside it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from svcdocs.word import Chart, ChartKind, Picture, Series, Template
from svcdocs.word.charts import chart_xml, sheet_bytes
from svcdocs.word.outline import outline
from tests.word.building import docx, p, part
from tests.word.contexts import png

YEARS = ("2025/26", "2026/27", "2027/28")
RESULT = Series("Result", (Decimal("12.5"), Decimal(14), None))
TARGET = Series("Target", (None, Decimal(10), Decimal(8)))


@dataclass(frozen=True, slots=True)
class Plan:
    charts: tuple[Chart, ...]
    logo: Picture


def chart(kind: ChartKind = ChartKind.LINES, *series: Series, **more: Any) -> Chart:
    return Chart(kind, YEARS, series or (RESULT, TARGET), "A trend", 80, 50, **more)


def rendered(*charts: Chart) -> bytes:
    body = (p("{{ logo }}"), p("{%p for c in charts %}"), p("{{ c }}"), p("{%p endfor %}"))
    return Template.compile(docx(*body), Plan, "plan.docx").render(Plan(charts, Picture(png(), "A dot", 9, 9)))


def figures(document: bytes, name: str) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        book = openpyxl.load_workbook(io.BytesIO(archive.read(name)))
    return [tuple(cell.value for cell in row) for row in book["Figures"].iter_rows()]


def test_a_chart_has_a_part_and_a_workbook_of_its_own_even_where_it_stands_twice() -> None:
    document = rendered(chart(), chart())
    names = zipfile.ZipFile(io.BytesIO(document)).namelist()
    charts = [name for name in names if re.fullmatch(r"word/charts/svcdocs\d\.xml", name)]
    books = [name for name in names if name.startswith("word/embeddings/")]
    assert (len(charts), len(books)) == (2, 2)
    assert part(document, "[Content_Types].xml").count("drawingml.chart+xml") == 2
    assert 'Extension="xlsx"' in part(document, "[Content_Types].xml")
    assert "(picture: A trend)" in outline(document)
    assert figures(document, books[0]) == [
        (None, "Result", "Target"),
        ("2025/26", 12.5, None),
        ("2026/27", 14, 10),
        ("2027/28", None, 8),
    ]


def test_a_figure_that_is_not_given_leaves_a_gap_and_is_no_nought() -> None:
    root = etree.fromstring(chart_xml(chart()))
    values = [[v.text for v in one.iter("{*}v")] for one in root.iter("{*}val")]
    assert values == [["12.5", "14"], ["10", "8"]]
    assert b'<c:dispBlanksAs val="gap"/>' in chart_xml(chart())


def test_a_label_stands_under_its_mark_where_another_line_is_above_it() -> None:
    below = re.findall(rb'<c:dLbl><c:idx val="(\d)"/>.*?<c:dLblPos val="b"/>', chart_xml(chart()))
    assert below == [b"1"], "in 2026/27 the target lies under the result"


def test_lines_differ_by_mark_and_dash_and_take_the_colours_of_the_theme() -> None:
    xml = chart_xml(chart()).decode()
    assert (
        len(set(re.findall(r'<c:symbol val="(\w+)"', xml))) == len(set(re.findall(r'prstDash val="(\w+)"', xml))) == 2
    )
    assert "srgbClr" not in xml


def test_columns_begin_at_nothing_unless_one_goes_below() -> None:
    assert b'<c:min val="0"/>' in chart_xml(chart(ChartKind.COLUMNS))
    below = Series("Net", (Decimal(-3), Decimal(1), None))
    assert b"<c:min " not in chart_xml(chart(ChartKind.COLUMNS, below))
    assert b"<c:min " not in chart_xml(chart())


def test_columns_stand_apart_so_that_no_figure_over_a_low_one_is_written_across_a_high_one() -> None:
    assert b'<c:overlap val="-10"/>' in chart_xml(chart(ChartKind.COLUMNS))
    assert b"<c:overlap val" not in chart_xml(chart(ChartKind.BARS))


@given(st.text(max_size=40))
def test_whatever_a_name_is_the_part_can_be_read_and_the_workbook_holds_no_formula(name: str) -> None:
    made = Chart(ChartKind.BARS, (name, "=1+1"), (Series(name, (Decimal(1), Decimal(2))),), "x", 9, 9, title=name)
    etree.fromstring(chart_xml(made))
    cells = [
        cell for row in openpyxl.load_workbook(io.BytesIO(sheet_bytes(made)))["Figures"].iter_rows() for cell in row
    ]
    assert all(cell.data_type != "f" for cell in cells)
    assert sheet_bytes(made) == sheet_bytes(made)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"description": " "}, "description"),
        ({"width": 0}, "width"),
        ({"categories": ()}, "categories"),
        ({"series": (Series("x", (Decimal(1),)),)}, "each series"),
        ({"series": (RESULT,) * 7}, "one to 6"),
    ],
)
def test_a_chart_that_cannot_be_drawn_or_told_is_refused(change: dict[str, object], message: str) -> None:
    values: dict[str, object] = {"description": "x", "width": 9, "height": 9, "categories": YEARS, "series": (RESULT,)}
    with pytest.raises(ValueError, match=message):
        Chart(kind=ChartKind.LINES, **(values | change))  # type: ignore[arg-type]


def test_a_key_names_the_series_where_there_are_several_unless_a_sentence_does() -> None:
    assert b"<c:legend>" in chart_xml(chart())
    assert b"<c:legend>" not in chart_xml(chart(ChartKind.LINES, RESULT))
    assert b"<c:legend>" not in chart_xml(chart(has_key=False))
