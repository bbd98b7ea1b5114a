"""Section breaks: beside a tag as LibreOffice saves it, in loops over whole sections, behind sections left empty."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.word import Template
from tests.word.building import LANDSCAPE, PORTRAIT, contents, docx, h, p, part, row, section, table
from tests.word.contexts import Group, Plan, render
from tests.word.test_checking import faults

BREAK = f"<w:sectPr>{LANDSCAPE}</w:sectPr>"
STRETCHES = (
    p("Cover"), section(PORTRAIT),
    p("{%p for g in groups %}"),
    p("{%p if g.title %}"), p("{{ g.title }}"), p("{%p endif %}"), section(PORTRAIT),
    p("{%p if g.width > 1 %}"), table(row("{{ g.width }}", "wide")), p("{%p endif %}"), section(LANDSCAPE),
    p("{%p endfor %}"),
    p("{%p if note %}"), p("{{ note }}"), p("{%p endif %}"),
)  # fmt: skip
"""Upright text and tables on their side, any number of times; the last section of the file is on its side as well."""


def pages(document: bytes) -> list[tuple[str, list[str]]]:
    """The sections of a document: how each lies, and the texts of its paragraphs and tables."""
    shown = []
    for one in Document(io.BytesIO(document)).sections:
        lies = "wide" if one.orientation == WD_ORIENT.LANDSCAPE else "upright"
        texts = [item.cell(0, 0).text if isinstance(item, Table) else item.text for item in one.iter_inner_content()]
        shown.append((lies, [text for text in texts if text]))
    return shown


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


def test_a_loop_over_whole_sections_gives_each_turn_its_pages() -> None:
    plan = Plan(groups=(Group(title="One", width=2), Group(title="Two", width=3)), note="End")
    assert pages(render(docx(*STRETCHES, end=BREAK), plan)) == [
        ("upright", ["Cover"]), ("upright", ["One"]), ("wide", ["2"]), ("upright", ["Two"]), ("wide", ["3"]),
        ("wide", ["End"]),
    ]  # fmt: skip


@given(
    groups=st.lists(st.tuples(st.sampled_from(["", "Text"]), st.integers(1, 2)), max_size=5),
    note=st.sampled_from(["", "End"]),
)
def test_no_section_is_left_empty_and_none_lies_other_than_its_template_says(
    groups: list[tuple[str, int]], note: str
) -> None:
    plan = Plan(groups=tuple(Group(title=title, width=width) for title, width in groups), note=note)
    made = pages(TEMPLATE.render(plan))
    wanted = [("upright", ["Cover"])]
    for title, width in groups:
        wanted += [("upright", [title])] if title else []
        wanted += [("wide", [str(width)])] if width > 1 else []
    assert made == [*wanted, *([("wide", [note])] if note else [])]


def test_a_document_whose_last_section_is_empty_ends_with_a_paragraph_behind_a_table() -> None:
    ends = part(render(docx(*STRETCHES, end=BREAK), Plan(groups=(Group(title="", width=2),))))
    assert "</w:tbl><w:p></w:p><w:sectPr>" in ends.replace("<w:p><w:pPr></w:pPr></w:p>", "<w:p></w:p>")
    assert ends.count("<w:sectPr>") == 2


def test_a_section_with_nothing_but_the_contents_is_not_taken_for_empty() -> None:
    body = p("Cover"), section(PORTRAIT), contents(), section(PORTRAIT), h("Head")
    assert [lies for lies, _ in pages(render(docx(*body)))] == ["upright"] * 3


def test_contents_in_a_control_end_their_section_as_libreoffice_saves_them() -> None:
    inside = contents().replace('<w:p><w:r><w:fldChar w:fldCharType="end"/>', f"<w:p><w:pPr>{BREAK}</w:pPr><w:r>"
                                '<w:fldChar w:fldCharType="end"/>')  # fmt: skip
    control = f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    body = h("A"), control, p("{%p for n in names %}"), p("{{ n }}"), section(PORTRAIT), p("{%p endfor %}")
    assert not faults(*body)
    made = part(render(docx(*body), Plan(names=("x",)))).split("<w:sectPr>")[1:]
    assert ["landscape" in setup.split("</w:sectPr>")[0] for setup in made] == [True, False]


def test_an_empty_first_section_takes_nothing_along() -> None:
    body = p("{%p if flag %}"), p("x"), p("{%p endif %}"), section(LANDSCAPE), p("Text")
    assert pages(render(docx(*body))) == [("upright", ["Text"])]
    assert pages(render(docx(*body), Plan(flag=True))) == [("wide", ["x"]), ("upright", ["Text"])]


def test_a_break_in_a_paragraph_of_text_leaves_the_text_where_its_section_becomes_the_last() -> None:
    body = p("Text", more=BREAK), p("{%p if flag %}"), p("x"), p("{%p endif %}")
    assert pages(render(docx(*body))) == [("wide", ["Text"])]


def test_the_heads_of_a_section_that_is_left_out_are_there_for_those_behind_it() -> None:
    head = '<w:headerReference w:type="default" r:id="rId90"/>'
    body = (
        p("Cover"), section(PORTRAIT), p("{%p if flag %}"), p("x"), section(PORTRAIT, head), p("{%p endif %}"),
        p("Text"),
    )  # fmt: skip
    assert part(render(docx(*body))).count('r:id="rId90"') == 1
    assert part(render(docx(*body), Plan(flag=True))).count('r:id="rId90"') == 2


@pytest.mark.parametrize(
    "body",
    [
        (p("before"), p("{%p if flag %}"), p("x"), section(PORTRAIT), p("{%p endif %}")),
        (p("{%p if flag %}"), section(PORTRAIT), p("x"), p("{%p endif %}")),
        (p("{%p for n in names %}"), p("x"), section(PORTRAIT), p("y"), p("{%p endfor %}")),
        (p("{%p if flag %}"), p("x"), p("{%p else %}"), p("y"), section(PORTRAIT), p("{%p endif %}")),
        (p("{%p if flag %}"), p("x"), section(PORTRAIT), p("{%p else %}"), p("y"), p("{%p endif %}")),
        (p("{{p intro }}"), p("{%p if flag %}"), p("x"), section(PORTRAIT), p("{%p endif %}")),
        (p("{%p if flag %}"), p("x"), p("{%p endif %}"), p("{%p if flag %}"), section(PORTRAIT), p("{%p endif %}")),
    ],
)
def test_a_condition_or_loop_that_holds_more_than_whole_sections_is_reported(body: tuple[str, ...]) -> None:
    (fault,) = faults(*body)
    assert "a section ends between {%p" in fault.message
    assert "right behind a section break" in fault.hint


@pytest.mark.parametrize(
    "body",
    [
        (
            p("{%p if flag %}"), p("x"), section(PORTRAIT), p("{%p else %}"), p("y"), section(LANDSCAPE),
            p("{%p endif %}"),
        ),
        (
            p("x"), section(PORTRAIT), p("{%p for g in groups %}"), p("{%p if g.logo %}"), p("y"), section(LANDSCAPE),
            p("{%p endif %}"), p("z"), section(PORTRAIT), p("{%p endfor %}"), p("{%p for n in names %}"), p("x"),
            section(PORTRAIT), p("{%p endfor %}"),
        ),
    ],
)  # fmt: skip
def test_whole_sections_may_stand_in_any_loop_or_condition(body: tuple[str, ...]) -> None:
    assert not faults(*body)


TEMPLATE = Template.compile(docx(*STRETCHES, end=BREAK), Plan, "plan.docx")
