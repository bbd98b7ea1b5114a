"""Whatever the data, a document stays lawful and holds no blank that its template does not ask for."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from svcdocs.model.text import Text, parse
from svcdocs.word import Template
from svcdocs.word.names import TBL, TC, TR, P, w
from svcdocs.word.outline import outline
from tests.word.building import cell, docx, p, part, row, table
from tests.word.contexts import Action, Group, Plan, Risk, render


def root(document: bytes) -> etree._Element:
    return etree.fromstring(part(document).encode())


def paragraphs(document: bytes) -> list[str]:
    return outline(document).splitlines()[:-1]


def test_a_condition_over_paragraphs_leaves_no_blank_paragraph() -> None:
    template = docx(p("A"), p("{%p if flag %}"), p("B"), p("{%p endif %}"), p("C"))
    assert paragraphs(render(template)) == ["A", "C"]


def test_a_paragraph_whose_conditions_all_fail_is_not_left_blank() -> None:
    template = docx(p("A"), p("{% if flag %}B{% endif %}{% for r in risks %}{{ r.title }}{% endfor %}"), p("C"))
    assert paragraphs(render(template)) == ["A", "C"]
    assert paragraphs(render(template, Plan(flag=True))) == ["A", "B", "C"]
    assert paragraphs(render(template, Plan(risks=(Risk(),)))) == ["A", "Flood", "C"]


def test_a_paragraph_that_keeps_two_tables_apart_stays() -> None:
    one = table(row("x", "y"))
    assert paragraphs(render(docx(one, p("{% if flag %}B{% endif %}"), one)))[1] == ""


def test_a_cell_whose_text_is_empty_keeps_a_paragraph_in_its_style() -> None:
    document = render(docx(table(row("{{p intro }}", "y"))))
    cells = list(root(document).iter(TC))
    assert [len(one.findall(P)) for one in cells] == [1, 1]
    assert "|  | y" in outline(document)


def test_a_cell_that_ends_with_a_table_gets_a_paragraph() -> None:
    inner = table(row("x", "y")) + p("{%p if flag %}") + p("z") + p("{%p endif %}")
    found = next(root(render(docx(table(row(cell(inner), "y"))))).iter(TC))
    assert [str(child.tag) for child in found][-2:] == [TBL, P]


def test_a_table_whose_rows_all_go_goes_too() -> None:
    body = table(row("{%tr for n in names %}", ""), row("{{ n }}", ""), row("{%tr endfor %}", ""))
    assert list(root(render(docx(p("A"), body, p("B")))).iter(TBL)) == []
    assert len(list(root(render(docx(body), Plan(names=("x",)))).iter(TBL))) == 1


def test_a_row_whose_cells_all_go_goes_too() -> None:
    body = table(row("a", "b"), row("{%tc for n in names %}", "{{ n }}", "{%tc endfor %}"))
    assert len(list(root(render(docx(body))).iter(TR))) == 1


def test_a_header_left_without_text_keeps_a_paragraph() -> None:
    document = render(docx(p("x"), header=p("{%p if flag %}") + p("Draft") + p("{%p endif %}")))
    assert etree.fromstring(part(document, "word/header.xml").encode()).find(P) is not None


def test_a_content_control_left_without_text_keeps_a_paragraph() -> None:
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('{%p if flag %}')}{p('x')}{p('{%p endif %}')}</w:sdtContent></w:sdt>"
    assert root(render(docx(body))).find(f".//{w('sdtContent')}/{P}") is not None


_PIECES = {
    "block": p("{{p intro }}"),
    "if": p("{%p if flag %}") + p("shown") + p("{%p endif %}"),
    "else": p("{%p if flag %}") + p("a") + p("{%p else %}") + p("{%p endif %}"),
    "loop": p("{%p for n in names %}") + p("{{ n }}") + p("{%p endfor %}"),
    "line": p("{% if flag %}x{% endif %}"),
    "table": table(row("{%tr for n in names %}", ""), row("{{ n }}", "{{p intro }}"), row("{%tr endfor %}", "")),
    "plain": p("text"),
}
_templates: dict[tuple[str, ...], Template] = {}


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(sorted(_PIECES)), min_size=1, max_size=4).map(tuple),
    st.booleans(),
    st.lists(st.sampled_from(["", "x"]), max_size=2).map(tuple),
    st.sampled_from(["", "a\n1. b", "• c"]),
)
def test_every_cell_ends_with_a_paragraph_and_every_table_has_rows(
    pieces: tuple[str, ...],
    flag: bool,  # noqa: FBT001 - hypothesis draws it
    names: tuple[str, ...],
    intro: str,
) -> None:
    if pieces not in _templates:
        body = table(row(cell("".join(_PIECES[piece] for piece in pieces)), "x"))
        _templates[pieces] = Template.compile(docx(body), Plan)
    document = root(_templates[pieces].render(Plan(flag=flag, names=names, intro=parse(intro) if intro else Text())))
    assert all(one[-1].tag == P for one in document.iter(TC))
    assert all(one.find(TR) is not None for one in document.iter(TBL))
    assert all(one.find(TC) is not None for one in document.iter(TR))


@pytest.mark.parametrize("flag", [True, False])
def test_no_two_blank_paragraphs_follow_each_other(flag: bool) -> None:  # noqa: FBT001 - a case
    pieces = [p("{% if flag %}x{% endif %}"), p("{%p if flag %}"), p("x"), p("{%p endif %}"), p("{{p intro }}")]
    shown = paragraphs(render(docx(p("A"), *pieces, p("B")), Plan(flag=flag)))
    assert not any(not a and not b for a, b in itertools.pairwise(shown))


def test_groups_without_actions_keep_their_table_and_its_heading_row() -> None:
    body = table(
        row("Ref", "Owner", header=True),
        row("{%tr for a in g.actions %}", ""),
        row("{{ a.ref }}", ""),
        row("{%tr endfor %}", ""),
    )
    template = docx(p("{%p for g in groups %}"), body, p("{{ g.title }}"), p("{%p endfor %}"))
    document = render(template, Plan(groups=(Group(), Group("Roads", (Action(),)))))
    assert [len(list(one.iter(TR))) for one in root(document).iter(TBL)] == [1, 2]


def test_a_document_that_would_end_with_a_table_ends_with_a_paragraph_of_no_height() -> None:
    rows = (row("{%tr for n in names %}", ""), row("{{ n }}", ""), row("{%tr endfor %}", ""))
    template = docx(p("A"), p("{%p if flag %}"), p("B"), table(*rows), p("{%p endif %}"))
    body = root(render(template, Plan(flag=True, names=("x",)))).find(w("body"))
    assert body is not None
    assert [child.tag for child in body][-3:] == [TBL, P, w("sectPr")]
    assert len(paragraphs(render(template))) == 1
