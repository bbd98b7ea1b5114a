from __future__ import annotations

import io

from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from svcdocs.word.by_heading import by_heading
from tests.comparison.test_printed import ABOUT, MONEY, printed


def test_paragraphs_and_rows_stand_under_their_heading_and_the_foot_under_none() -> None:
    assert [
        (one.heading, one.lines) for one in by_heading(printed(("", ["Cover"]), ABOUT, ("-Parts", ["x"]), MONEY))
    ] == [
        ("", ("Draft 1", "Cover")),
        ("About us", ("We house people.", "We have 3 teams.")),
        ("About us: -Parts", ("x",)),
        ("Money", ("As at 12 February 2027.", "Employees\t100\t£1,200", "Vans\t20\t30")),
    ]


def test_the_contents_are_left_out_since_they_follow_headings_and_pages() -> None:
    document = Document()
    document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Money\t3", style="toc 1")
    document.add_heading("Money", level=1)
    data = io.BytesIO()
    document.save(data)
    assert [(one.heading, one.lines) for one in by_heading(data.getvalue())] == [("", ()), ("Money", ())]
