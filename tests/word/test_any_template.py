"""Whatever people type into a template: it is refused with faults, or it renders to a document that is well-formed."""

# Templates are read best in one piece.
# ruff: noqa: E501

from __future__ import annotations

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from svcdocs.model.text import parse
from svcdocs.word import RenderError, Template, check
from svcdocs.word.names import TBL, TC, TR, P
from tests.word.building import cell, docx, h, p, row, run, table, zipped
from tests.word.contexts import Action, Group, Plan

_TAGS = st.sampled_from([
    "text", "{{ title }}", "{{ note }}", "{{ note or 'none' }}", "{% if flag %}", "{% else %}", "{% endif %}", "{% for n in names %}",
    "{{ n }}", "{% endfor %}", "{{r intro }}", "{# x #}", "{{ ", " }}", "{%", "%}", "“", "{{ logo }}", "{%r if flag %}", "{%r endif %}",
])  # fmt: skip
_ALONE = st.sampled_from([
    "{%p if flag %}", "{%p else %}", "{%p endif %}", "{%p for n in names %}", "{%p for g in groups %}", "{%p endfor %}", "{{p intro }}", "{% vm %}",
    "{% cellbg '00703C' %}", "{{ g.title }}", "plain",
])  # fmt: skip
_ROW_TAGS = st.sampled_from(
    [
        "{%tr for n in names %}",
        "{%tr endfor %}",
        "{%tr if flag %}",
        "{%tr endif %}",
        "{{ n }}",
        "x",
        "{%tc if flag %}",
        "{%tc endif %}",
    ]
)
_LINE = st.lists(_TAGS, max_size=5).map(lambda texts: p(*(run(text) for text in texts)))
_LONE = _ALONE.map(p)
_PARAGRAPH = st.one_of(_LINE, _LONE, _TAGS.map(h))
_CELL = st.one_of(
    _ROW_TAGS.map(cell), st.lists(_PARAGRAPH, min_size=1, max_size=3).map(lambda found: cell("".join(found)))
)
_ROW = st.one_of(
    _ROW_TAGS.map(lambda tag: row(tag, "")), st.lists(_CELL, min_size=1, max_size=3).map(lambda cells: row(*cells))
)
_TABLE = st.lists(_ROW, min_size=1, max_size=4).map(lambda rows: table(*rows))
_BODY = st.lists(st.one_of(_PARAGRAPH, _TABLE), min_size=1, max_size=5)

_PLANS = (
    Plan(),
    Plan(
        flag=True,
        note="n",
        intro=parse("a\n1. b\n• c"),
        names=("A", "<B>"),
        groups=(Group("G", (Action(),)), Group("H")),
    ),
)


@settings(max_examples=300, deadline=None)
@given(_BODY)
def test_every_template_is_refused_or_renders_to_lawful_documents(body: list[str]) -> None:
    template = docx(*body)
    if check(template, Plan):
        return
    compiled = Template.compile(template, Plan)
    for plan in _PLANS:
        try:
            document = compiled.render(plan)
        except RenderError:
            continue
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            roots = [
                etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith((".xml", ".rels"))
            ]
        for root in roots:
            assert all(found[-1].tag == P for found in root.iter(TC))
            assert all(found.find(TC) is not None for found in root.iter(TR))
            assert all(found.find(TR) is not None for found in root.iter(TBL))
            assert not any(found.getparent().tag == P for found in root.iter(P))  # type: ignore[union-attr]
            assert not list(root.iter(etree.ProcessingInstruction))


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40),
    st.sampled_from(
        ["{{ %s }}", "{%% %s %%}", "{%% if %s %%}x{%% endif %%}", "{%% for x in %s %%}x{%% endfor %%}", "{{p %s }}"]
    ),
)
def test_any_words_in_a_tag_are_read_or_refused(words: str, form: str) -> None:
    text = (form % words).replace("\ufffe", "").replace("\uffff", "")
    if not check(docx(p(text)), Plan):
        Template.compile(docx(p(text)), Plan)


_GOOD = docx(p("{{ title }}"), h("A"), p("{{p intro }}"), table(row("{% cellbg '00703C' %}x", "y")))


@settings(deadline=None)
@given(
    st.sampled_from(
        [
            "word/document.xml",
            "word/styles.xml",
            "word/numbering.xml",
            "_rels/.rels",
            "[Content_Types].xml",
            "word/_rels/document.xml.rels",
        ]
    ),
    st.data(),
)
def test_a_damaged_template_is_refused_or_read_and_never_stops_the_program(name: str, data: st.DataObject) -> None:
    parts: dict[str, str | bytes] = {}
    with zipfile.ZipFile(io.BytesIO(_GOOD)) as archive:
        parts = {entry: archive.read(entry).decode() for entry in archive.namelist()}
    text = str(parts[name])
    at = data.draw(st.integers(0, len(text) - 1))
    length = data.draw(st.integers(0, 30))
    patch = data.draw(
        st.sampled_from(
            ["", "x", '"', "-1", "99999999999", "\ufdd05\ufdd1", "<?svcdocs 3?>", "<w:p/>", "{{", "&#xFDD0;1&#xFDD1;"]
        )
    )
    broken = zipped({**parts, name: text[:at] + patch + text[at + length :]})
    if not check(broken, Plan):
        Template.compile(broken, Plan).render(_PLANS[1])
