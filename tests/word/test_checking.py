"""Checking a template: every fault is told, at its place, all of them at once."""

# XML and templates are read best in one piece.
# ruff: noqa: E501

from __future__ import annotations

import re
from typing import Any

import pytest

from svcdocs.word import Place, Template, TemplateErrors, TemplateFault, check
from tests.word.building import PORTRAIT, docx, h, p, row, run, section, styles, table, zipped
from tests.word.contexts import Plan


def faults(*body: str, **more: Any) -> list[TemplateFault]:
    return check(docx(*body, **more), Plan, "plan.docx")


def one(*body: str, **more: Any) -> TemplateFault:
    found = faults(*body, **more)
    assert len(found) == 1, [str(fault) for fault in found]
    return found[0]


def test_a_misspelt_name_in_a_loop_is_reported_with_its_place_and_the_nearest_name() -> None:
    fault = one(
        table(row("x")),
        p("{%p for group in groups %}"),
        h("Action plan"),
        table(
            row("Ref", "Owner", header=True),
            row("{%tr for a in group.actions %}", ""),
            row("{{ a.ref }}", "{{ a.ownr }}"),
            row("{%tr endfor %}", ""),
        ),
        p("{%p endfor %}"),
    )
    assert fault.place == Place("plan.docx", "body", "Action plan", table=2, row=3, cell=2)
    assert fault.tag == "{{ a.ownr }}"
    assert str(fault) == (
        "plan.docx, body, under “Action plan”, table 2, row 3, cell 2: {{ a.ownr }} "
        "asks for “ownr”, which “actions” does not have. Did you mean “owner”?"
    )


def test_all_faults_are_told_at_once_in_reading_order() -> None:
    with pytest.raises(TemplateErrors) as caught:
        Template.compile(
            docx(p("{{ titel }}"), p("{% if flag %}"), p("{{ names }}"), header=p("{{ nope }}")), Plan, "plan.docx"
        )
    assert [fault.tag for fault in caught.value.faults] == ["{{ titel }}", "{% if flag %}", "{{ names }}", "{{ nope }}"]
    assert caught.value.message.startswith("plan.docx has 4 faults:\n  plan.docx, body: {{ titel }}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ title", "is not whole"),
        ("title }}", "is not whole"),
        ("{{ title }", "is not whole"),
        ("{% if flag", "is not whole"),
        ("{# note", "is not whole"),
        ("{{ }}", "prints nothing"),
        ("{% %}", "is empty"),
        ("{{- title }}", "taking blanks away"),
        ("{% set x = 1 %}", "“set” is not part of the language"),
        ("{% include 'x' %}", "“include” is not part of the language"),
        ("{% if %}x{% endif %}", "says too little"),
        ("{% if flag %}x{% endif flag %}", "says too much"),
        ("{% if flag %}x", "is never closed"),
        ("x{% endif %}", "closes nothing"),
        ("{% if flag %}x{% endfor %}{% endif %}", "closes nothing"),
        ("{% for n in names %}{% if flag %}x{% endfor %}", "is not closed before {% endfor %}"),
        ("{% if flag %}a{% else %}b{% else %}c{% endif %}", "does not belong"),
        ("{% for n in title %}x{% endfor %}", "loops over a text"),
        ("{% for a, b in names %}x{% endfor %}", "more than one thing"),
        ("{% for n names %}x{% endfor %}", "cannot be read"),
        ("{% for loop in names %}x{% endfor %}", "cannot call its item “loop”"),
        ("{{ loop.index }}", "stands in no loop"),
        ("{% for n in names %}{{ loop.cycle }}{% endfor %}", "does not tell"),
        ("{{tr title }}", "cannot print a row"),
        ("{%tr for n in names %}", "stands in no table"),
        ("{% cellbg title %}", "stands in no table"),
        ("{{ flag }}", "only text and numbers can be printed"),
        ("{{ names }}", "only text and numbers can be printed"),
        ("{{ intro }}", "is a block text"),
        ("{{p title }}", "is a text"),
        ("{{r title }}", "is a text"),
        ("{{ groups|join(', ') }}", "cannot join"),
        ("{{ title.upper }}", "has no fields"),
        ("{{ title.upper() }}", "nothing can be called"),
        ("{{ names[0] }}", "[ ] is not part"),
        ("{{ title|upper }}", "the filters are"),
        ("{{ 1 + 1 }}", "arithmetic"),
        ("{{ 2 ** 9 }}", "powers"),
        ("{{ -1 }}", "arithmetic"),
        ("{{ [1] }}", "lists and dictionaries"),
        ("{{ none }}", "neither a text nor a number"),
        ("{{ title is defined }}", "the only test is"),
        ("{{ title.__class__ }}", "has no fields"),
        ("{{ groups.__class__ }}", "has no fields"),
        ("{{ __import__ }}", "not there"),
        ("{{ title == 1 }}", "compares a text with a number"),
        ("{{ title < 1 }}", "compares"),
        ("{% if groups < groups %}x{% endif %}", "in order"),
        ("{% if 1 in title %}x{% endif %}", "looks for a number in a text"),
        ("{{ title title }}", "cannot be read"),
        ("{{ " + "(" * 400 + " }}", "is too deep"),
        ("{{ " + "not " * 240 + "flag }}", "too deep"),
        ("{{ '" + "x" * 2000 + "' }}", "longer than"),
        ("{{ 1e999 }}", "neither a text nor a number"),
    ],
)
def test_what_is_not_in_the_language_is_refused(text: str, message: str) -> None:
    found = faults(p("Before ", text, " after"))
    assert any(message in str(fault) for fault in found), [str(fault) for fault in found]
    assert found[0].place == Place("plan.docx", "body")


def test_a_fault_in_a_loop_is_not_told_again_for_everything_inside_it() -> None:
    fault = one(p("{% for g in grups %}{{ g.title }}{% for a in g.actions %}{{ a.ref }}{% endfor %}{% endfor %}"))
    assert fault.tag == "{% for g in grups %}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ ''.__class__ }}", "a field can only be asked of a name"),
        ("{{ title.__class__.__mro__ }}", "has no fields"),
        ("{{ cycler.__init__.__globals__.os }}", "“cycler”, which is not there"),
        ("{% for n in range(999999999) %}x{% endfor %}", "nothing can be called"),
        ("{% for n in 'x' * 999999999 %}x{% endfor %}", "arithmetic is not part of the language"),
        ("{{ title|attr('__class__') }}", "the filter “attr”"),
        ("{% include '/etc/passwd' %}", "“include” is not part of the language"),
        ("{% import 'os' as os %}", "“import” is not part of the language"),
        ("{% macro m() %}{{ m() }}{% endmacro %}", "“macro” is not part of the language"),
    ],
)
def test_a_template_that_reaches_for_the_program_or_would_never_end_is_told_and_not_run(
    text: str, message: str
) -> None:
    with pytest.raises(TemplateErrors, match=re.escape(message)):
        Template.compile(docx(p(text)), Plan, "plan.docx")


def test_a_misspelt_filter_is_told_with_the_nearest_one() -> None:
    fault = one(p("{{ names|joins(', ') }}"))
    assert "the filter “joins”" in fault.message
    assert fault.hint == "Did you mean “join”?"


def test_a_name_of_a_loop_is_not_known_after_its_end() -> None:
    fault = one(p("{% for person in names %}{{ person }}{% endfor %}{{ person }}"))
    assert "“person”, which is not there" in fault.message


def test_a_row_loop_that_is_closed_outside_its_table_names_both_places() -> None:
    fault = one(table(row("{%tr for n in names %}"), row("{{ n }}")), p("{%p endfor %}"))
    assert "table 1, row 1, cell 1" in fault.message
    assert "{%tr endfor %}" in fault.hint


def test_a_row_tag_outside_a_table_is_reported() -> None:
    found = faults(p("{%tr for n in names %}"), p("x"), p("{%tr endfor %}"))
    assert [fault.tag for fault in found] == ["{%tr for n in names %}", "{%tr endfor %}"]
    assert {fault.hint for fault in found} == {"Write {%p … %}."}


def test_a_power_that_would_take_for_ever_is_refused_at_once() -> None:
    assert "powers" in one(p("{{ 9**9**9**9 }}")).message


def test_a_row_tag_with_text_beside_it_is_reported() -> None:
    fault = one(table(row("{%tr for n in names %}", "Total"), row("{{ n }}", ""), row("{%tr endfor %}", "")))
    assert fault.place.row == 1
    assert "would take away the text beside it in its row" in fault.message


def test_a_paragraph_tag_with_text_beside_it_is_reported() -> None:
    assert "the rest of its paragraph" in one(p("Text {%p if flag %}"), p("x"), p("{%p endif %}")).message


def test_a_row_loop_that_ends_in_its_own_row_is_reported() -> None:
    fault = one(table(row("{%tr for n in names %}{{ n }}", "{%tr endfor %}")))
    assert str(fault).endswith(
        "{%tr endfor %} stands in the same row as {%tr for n in names %}. Each needs a row of its own."
    )


def test_a_condition_over_several_paragraphs_must_be_of_paragraphs() -> None:
    fault = one(p("{% if flag %}"), p("x"), p("{% endif %}"))
    assert "does not stand beside {% if flag %}" in fault.message
    assert "{%p … %}" in fault.hint


def test_a_tag_and_its_end_must_be_of_one_level() -> None:
    fault = one(p("{%p if flag %}"), p("x{% endif %}"))
    assert fault.hint == "Write {%p endif %}, as in {%p if flag %}."


def test_a_loop_must_end_in_the_cell_it_begins_in() -> None:
    fault = one(
        table(
            row(
                "<w:tc>" + p("{%p for n in names %}") + p("x") + "</w:tc>",
                "<w:tc>" + p("{%p endfor %}") + p("y") + "</w:tc>",
            )
        )
    )
    assert "Both must stand in the same cell" in fault.hint


def test_a_section_break_in_a_control_in_a_condition_is_reported() -> None:
    control = f"<w:sdt><w:sdtContent>{p('x')}{section(PORTRAIT)}{p('y')}</w:sdtContent></w:sdt>"
    fault = one(p("{%p if flag %}"), control, p("{%p endif %}"))
    assert "a section ends between {%p if flag %}" in fault.message
    assert "Move the section break out" in fault.hint


def test_a_tag_in_the_middle_of_a_condition_in_the_paragraph_of_a_section_break_is_reported() -> None:
    broken = p("{%p else %}", more=f"<w:sectPr>{PORTRAIT}</w:sectPr>")
    assert "ends a section" in faults(p("{%p if flag %}"), p("x"), broken, p("{%p endif %}"))[0].message


def test_a_footnote_in_a_loop_is_reported() -> None:
    body = p("{%p for n in names %}"), p("x", '<w:r><w:footnoteReference w:id="2"/></w:r>'), p("{%p endfor %}")
    assert "a footnote" in one(*body, footnotes=f'<w:footnote w:id="2">{p("n")}</w:footnote>').message


@pytest.mark.parametrize("name", ["List Bullet", "List Number 2", "Heading 3", "Owed"])
def test_a_style_that_block_text_needs_is_named_when_it_is_missing(name: str) -> None:
    sheet = styles().replace(f'w:val="{name.lower() if "Heading" in name else name}"', 'w:val="Other"')
    fault = one(p("{{p intro }}", style="BodyText"), style_sheet=sheet)
    assert fault.message == f"needs the style “{name}”."


def test_block_text_in_a_table_needs_the_styles_of_its_table_text() -> None:
    sheet = styles().replace('w:val="Table Bullet"', 'w:val="Other"')
    fault = one(table(row("{{p intro }}", "")), style_sheet=sheet)
    assert fault.message == "needs the style “Table Bullet”."


def test_a_list_style_without_a_bullet_is_reported() -> None:
    sheet = styles().replace('<w:numId w:val="1"/>', '<w:numId w:val="0"/>')
    assert "needs a bullet in the style “List Bullet”" in one(p("{{p intro }}"), style_sheet=sheet).message


def test_tracked_changes_and_comments_are_reported() -> None:
    changed = p(
        '<w:ins w:id="1" w:author="x"><w:r><w:t>new</w:t></w:r></w:ins>', '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    assert [fault.message for fault in faults(changed)] == ["holds tracked changes.", "holds comments."]


def test_a_tag_in_a_field_code_is_reported() -> None:
    code = '<w:r><w:instrText>HYPERLINK "{{ title }}"</w:instrText></w:r>'
    assert "in a field code" in one(p(code)).message


@pytest.mark.parametrize(("part", "keyword"), [("header (header.xml)", "header"), ("footer (footer.xml)", "footer")])
def test_a_fault_outside_the_body_is_told_with_its_part(part: str, keyword: str) -> None:
    assert one(p("x"), **{keyword: p("{{ nope }}")}).place == Place("plan.docx", part)


def test_a_fault_in_a_property_is_told_as_such() -> None:
    found = check(docx(p("x"), properties={"title": "{{ nope }}"}), Plan, "plan.docx")
    assert found[0].place == Place("plan.docx", "properties")


def test_a_fault_in_a_text_box_is_told_as_such() -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('{{ nope }}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    assert one(p("x", box)).place.text_box


def test_tags_that_stand_too_deep_are_reported() -> None:
    deep = "{% if flag %}" * 14 + "x" + "{% endif %}" * 14
    assert "stands inside 12 others" in faults(p(deep))[0].message


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (b"no zip at all", "is not a Word document"),
        (zipped({"a.txt": "x"}), "no Word document"),
        (docx(p("x"), parts={"word/document.xml": "<w:document>"}), "cannot be read"),
        (docx(p("x"), parts={"word/document.xml": "<x/>"}), "not a Word document as Word saves it"),
        (docx(p("x"), parts={"word/vbaProject.bin": b"x"}), "holds macros"),
        (docx(p("x"), parts={"../evil.xml": b"x"}), "unlawful name"),
        (docx(p("x"), parts={"word/media/bomb.bin": b"\0" * 40_000_000}), "zip bomb"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_fault(damage: bytes, message: str) -> None:
    found = check(damage, Plan, "plan.docx")
    assert len(found) == 1
    assert message in found[0].message


def test_entities_are_never_read() -> None:
    evil = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    document = (
        evil
        + '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
    )
    found = check(docx(p("x"), parts={"word/document.xml": document}), Plan, "plan.docx")
    assert [fault.place.part for fault in found] == ["file"]


def test_a_tag_torn_by_formatting_is_reported_as_it_was_typed() -> None:
    fault = one(p(run("{{ ti"), run("tel", "<w:b/>"), run(" }}")))
    assert fault.tag == "{{ titel }}"


def test_a_loop_that_sets_table_after_table_is_reported() -> None:
    fault = one(p("{%p for g in groups %}"), table(row("{{ g.title }}", "")), p("{%p endfor %}"))
    assert fault.message == "would join its tables into one."
    assert not faults(p("{%p for g in groups %}"), table(row("{{ g.title }}", "")), p("x"), p("{%p endfor %}"))


def test_a_tag_where_none_is_read_is_reported() -> None:
    label = "<w:r><w:drawing><wp:inline><a:graphic><a:t>{{ title }}</a:t></a:graphic></wp:inline></w:drawing></w:r>"
    assert "stands where no tag is read" in one(p("x", label)).message


def test_a_fault_in_a_text_box_is_told_once_although_word_keeps_two_copies() -> None:
    box = f"<w:txbxContent>{p('{{ nope }}')}</w:txbxContent>"
    both = f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    assert one(p("x", both)).tag == "{{ nope }}"


def test_faults_of_the_shape_and_of_names_are_told_in_reading_order() -> None:
    found = faults(p("{{ one }}"), p("{% set x %}"), p("{{ two }}"), p("{{ three"))
    assert [fault.tag or fault.message[:9] for fault in found] == ["{{ one }}", "{% set x %}", "{{ two }}", "“{{ three"]
