"""The kinds of fault that linters of docxtpl templates know, each made anew: told once, with heading, table, row, cell."""

# XML and templates are read best in one piece.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from svcdocs.word import Place, check
from tests.word.building import cell, docx, h, p, row, run, table
from tests.word.contexts import Plan

AT = Place("plan.docx", "body", "Action plan", table=1, row=2, cell=2)
"""The cell in which each fault of ``IN_A_CELL`` stands."""

DELETED = '<w:del w:id="3" w:author="x"><w:r><w:delText>{{ title }}</w:delText></w:r></w:del>'
IN_A_CELL = {
    "an expression that never ends": (p("{{ title"), "is not whole"),
    "a tag that never ends": (p("{% if flag "), "is not whole"),
    "a tag over two paragraphs": (p("{{ title") + p("}}"), "is not whole"),
    "a tag in what is struck out": (p("x", DELETED), "tracked changes"),
    "a condition never closed": (p("{% if flag %}x"), "is never closed"),
    "a loop never closed": (p("{% for n in names %}x"), "is never closed"),
    "an end of nothing": (p("x{% endif %}"), "closes nothing"),
    "an else of nothing": (p("x{% else %}y"), "closes nothing"),
    "the wrong end": (p("{% for n in names %}x{% endif %}"), "closes nothing"),
    "what no grammar reads": (p("{{ title title }}"), "cannot be read"),
    "a filter not known": (p("{{ names|jion(', ') }}"), "the filter “jion”"),
    "a test not known": (p("{% if flag is tall %}x{% endif %}"), "the only test is"),
    "a name of a loop behind its end": (p("{% for n in names %}{{ n }}{% endfor %}{{ n }}"), "“n”, which is not there"),
    "a per cent sign in a tag of its paragraph": (p("{%p if title == '50%' %}") + p("x") + p("{%p endif %}"), None),
    "a blank before the letters of a tag": (p("{% tr for n in names %}"), "“tr” is not part of the language"),
    "a row tag closed as a paragraph": (p("{%p if flag %}") + p("x") + p("{% endif %}"), "{%p endif %}"),
    "text beside a tag of its paragraph": (p("Total {%p if flag %}") + p("x") + p("{%p endif %}"), "the rest of its paragraph"),
    "a tag of its paragraph closed in it": (p("{%p if flag %}x{%p endif %}"), "Each needs a paragraph of its own"),
    "a name that is not there": (p("{{ titel }}"), "Did you mean “title”?"),
    "a field that is not there": (p("{% for g in groups %}{{ g.tilte }}{% endfor %}"), "Did you mean “title”?"),
    "a loop over what is no list": (p("{% for n in title %}x{% endfor %}"), "loops over a text"),
    "a filter of lists for a text": (p("{{ title|join(', ') }}"), "cannot join"),
    "a block text printed as a text": (p("{{ intro }}"), "is a block text"),
    "a text printed as a block text": (p("{{p title }}"), "is a text"),
}  # fmt: skip


def _in_a_cell(content: str) -> bytes:
    last = content if content.endswith("</w:p>") else content + p("")
    return docx(h("Action plan"), table(row("Ref", "Owner"), row("x", cell(last))))


@pytest.mark.parametrize("name", IN_A_CELL)
def test_every_kind_of_fault_in_a_cell_is_told_at_its_cell_under_its_heading(name: str) -> None:
    content, message = IN_A_CELL[name]
    found = check(_in_a_cell(content), Plan, "plan.docx")
    if message is None:  # docxtpl cannot have it, this program can
        assert found == []
        return
    assert found, name
    assert message in str(found[0])
    assert found[0].place == AT


OF_TABLES = {
    "a row tag outside a table": ((p("{%tr for n in names %}"), p("x"), p("{%tr endfor %}")), "stands in no table"),
    "a cell tag outside a table": ((p("{%tc for n in names %}"), p("x"), p("{%tc endfor %}")), "stands in no table"),
    "a colour outside a table": ((p("{% cellbg title %}"),), "stands in no table"),
    "a merge outside a table": ((p("{% vm %}x"),), "stands in no table"),
    "rows over two tables": (
        (table(row("{%tr for n in names %}", ""), row("{{ n }}", "")), p("x"), table(row("{%tr endfor %}", ""))),
        "does not stand beside",
    ),
    "rows that end in their row": ((table(row("{%tr for n in names %}{{ n }}", "{%tr endfor %}")),), "in the same row"),
    "cells that end in another row": (
        (table(row("{%tc for n in names %}", "{{ n }}"), row("{%tc endfor %}", "x")),),
        "row",
    ),
    "text beside a row tag": (
        (table(row("{%tr for n in names %}", "Total"), row("{{ n }}", ""), row("{%tr endfor %}", "")),),
        "would take away the text beside it in its row",
    ),
}


@pytest.mark.parametrize("name", OF_TABLES)
def test_every_kind_of_fault_about_tables_is_told(name: str) -> None:
    body, message = OF_TABLES[name]
    found = check(docx(h("Action plan"), *body), Plan, "plan.docx")
    assert found, name
    assert any(message in str(fault) for fault in found), [str(fault) for fault in found]
    assert {fault.place.heading for fault in found} == {"Action plan"}


FAULTY = table(row("Ref", "Owner"), row("x", "{{ titel }}"))
BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
CONTROL = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("part", ["header", "footer"])
def test_a_fault_in_a_table_of_a_header_or_footer_is_told_with_its_cell(part: str) -> None:
    made = docx(p("x"), header=FAULTY) if part == "header" else docx(p("x"), footer=FAULTY)
    (fault,) = check(made, Plan, "plan.docx")
    assert fault.place == Place("plan.docx", f"{part} ({part}.xml)", table=1, row=2, cell=2)
    assert "Did you mean “title”?" in str(fault)


@pytest.mark.parametrize("note", ["footnote", "endnote"])
def test_a_fault_in_a_note_is_told_with_its_cell(note: str) -> None:
    body = p("x", f'<w:r><w:{note}Reference w:id="2"/></w:r>')
    notes = f'<w:{note} w:id="2">{FAULTY}{p("")}</w:{note}>'
    made = docx(body, footnotes=notes) if note == "footnote" else docx(body, endnotes=notes)
    (fault,) = check(made, Plan, "plan.docx")
    assert (fault.place.table, fault.place.row, fault.place.cell) == (1, 2, 2)
    assert fault.place.part.startswith(f"{note}s")


def test_a_fault_in_a_table_of_a_text_box_is_told_with_its_cell() -> None:
    (fault,) = check(docx(h("Action plan"), p("x", BOX.format(FAULTY + p("")))), Plan, "plan.docx")
    assert fault.place == Place("plan.docx", "body", "Action plan", table=1, row=2, cell=2, text_box=True)


def test_a_fault_in_a_table_within_a_cell_is_told_with_the_cell_it_stands_in() -> None:
    outer = table(row("a", cell(FAULTY + p(""))))
    (fault,) = check(docx(h("Action plan"), outer), Plan, "plan.docx")
    assert (fault.place.heading, fault.place.table, fault.place.row, fault.place.cell) == ("Action plan", 2, 2, 2)


def test_a_fault_in_a_content_control_or_the_words_of_a_link_is_told() -> None:
    link = f'<w:hyperlink w:anchor="x">{run("{{ titel }}")}</w:hyperlink>'
    for body in (CONTROL.format(p("{{ titel }}")), p("x ", CONTROL.format(run("{{ titel }}"))), p("x ", link)):
        (fault,) = check(docx(h("Action plan"), body), Plan, "plan.docx")
        assert (fault.place.heading, fault.tag) == ("Action plan", "{{ titel }}")


def test_a_tag_in_a_comment_is_told_with_the_cell_that_it_is_about() -> None:
    about = cell(p("x", '<w:r><w:commentReference w:id="0"/></w:r>'))
    found = check(docx(h("Action plan"), table(row("Ref", "Owner"), row("x", about))), Plan, "plan.docx")
    assert [(fault.place, fault.message) for fault in found] == [(AT, "holds comments.")]


def _with_property(element: str) -> bytes:
    spaces = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return docx(p("x"), parts={"docProps/core.xml": f"<cp:coreProperties {spaces}>{element}</cp:coreProperties>"})


@pytest.mark.parametrize(
    "name", ["dc:title", "dc:subject", "dc:creator", "dc:description", "cp:keywords", "cp:category"]
)
def test_a_fault_in_any_property_is_told_as_such(name: str) -> None:
    (fault,) = check(_with_property(f"<{name}>{{{{ titel }}}}</{name}>"), Plan, "plan.docx")
    assert (fault.place, fault.tag) == (Place("plan.docx", "properties"), "{{ titel }}")


@pytest.mark.parametrize("name", ["cp:contentStatus", "cp:lastModifiedBy", "cp:version"])
def test_a_tag_in_a_property_that_is_not_printed_is_told(name: str) -> None:
    (fault,) = check(_with_property(f"<{name}>{{{{ title }}}}</{name}>"), Plan, "plan.docx")
    assert fault.place == Place("plan.docx", "properties")
    assert name.partition(":")[2] in fault.message
    assert check(_with_property(f"<{name}>Final</{name}>"), Plan, "plan.docx") == []


def test_a_tag_that_word_has_split_over_runs_and_marks_of_proofing_is_read_whole() -> None:
    torn = p(run("{"), '<w:proofErr w:type="spellStart"/>', run("{ ti", "<w:b/>"), '<w:bookmarkStart w:id="1" w:name="x"/>', run("tel }"), '<w:bookmarkEnd w:id="1"/>', run("}"))  # fmt: skip
    (fault,) = check(docx(h("Action plan"), table(row("Ref", "Owner"), row("x", cell(torn)))), Plan, "plan.docx")
    assert (fault.place, fault.tag) == (AT, "{{ titel }}")
