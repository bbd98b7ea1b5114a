"""A section break in the paragraph of a tag, as LibreOffice saves it, stays outside the loop or condition."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.text.paragraph import Paragraph

from svcdocs.word import Template
from tests.word.building import LANDSCAPE, docx, p
from tests.word.contexts import Plan

BREAK = f"<w:sectPr>{LANDSCAPE}</w:sectPr>"


@pytest.mark.parametrize("flag", [True, False])
@pytest.mark.parametrize("ends", [True, False])
def test_a_section_break_beside_a_tag_is_printed_once_whatever_the_condition(*, flag: bool, ends: bool) -> None:
    first, last = ("", BREAK) if ends else (BREAK, "")
    body = p("before"), p("{%p if flag %}", more=first), p("inside"), p("{%p endif %}", more=last), p("after")
    made = Template.compile(docx(*body), Plan, "plan.docx").render(Plan(flag=flag))
    document = Document(io.BytesIO(made))
    assert len(document.sections) == 2
    by_section = [
        [q.text for q in one.iter_inner_content() if isinstance(q, Paragraph) and q.text] for one in document.sections
    ]
    inside = ["inside"] if flag else []
    assert by_section == ([["before", *inside], ["after"]] if ends else [["before"], [*inside, "after"]])
