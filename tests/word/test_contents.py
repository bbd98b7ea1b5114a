"""The contents of a document: Word's own field, holding the headings as they were printed."""

# XML and templates are read best in one piece.
# ruff: noqa: E501

from __future__ import annotations

import re

import pytest

from svcdocs.model.text import Block, BlockKind, Run, Text
from svcdocs.word import Template
from svcdocs.word.outline import Entry, contents_of, outline, page_numbers_of
from tests.word.building import W, contents, docx, h, numbering, p, part, styles
from tests.word.contexts import Group, Plan, render

GROUPS = Plan(groups=(Group("Homes & streets"), Group("Roads")))
TEMPLATE = docx(contents(), h("Start"), p("{%p for g in groups %}"), h("{{ g.title }}", 2), p("{%p endfor %}"))


def listed(document: bytes) -> list[str]:
    return [line for line in outline(document).splitlines() if line.startswith("[toc")]


def test_the_contents_list_the_headings_as_printed() -> None:
    assert listed(render(TEMPLATE, GROUPS)) == ["[toc 1] Start", "[toc 2] Homes & streets", "[toc 2] Roads"]


def test_every_entry_links_to_the_bookmark_of_its_heading() -> None:
    document = render(TEMPLATE, GROUPS)
    anchors = re.findall(r'w:anchor="([^"]+)"', part(document))
    assert anchors == [entry.bookmark for entry in contents_of(document)]
    assert [entry.text for entry in contents_of(document)] == ["Start", "Homes & streets", "Roads"]
    assert 'w:tooltip="Go to Homes &amp; streets"' in part(document)


def test_the_pages_that_the_contents_name_are_read_back() -> None:
    pages = {entry.bookmark: 3 + number for number, entry in enumerate(contents_of(render(TEMPLATE, GROUPS)))}
    template = Template.compile(TEMPLATE, Plan)
    assert page_numbers_of(template.render(GROUPS, page_numbers=pages)) == pages
    assert page_numbers_of(template.render(GROUPS)) == {}


def test_the_field_stays_one_that_word_can_update_and_holds_no_stale_entry() -> None:
    xml = part(render(TEMPLATE, GROUPS))
    assert xml.count('fldCharType="begin"') == xml.count('fldCharType="end"') == 1
    assert "TOC \\o &quot;1-3&quot; \\h \\z \\u" in xml
    assert "Stale" not in xml
    assert "PAGEREF" not in xml


def test_an_entry_has_the_number_of_its_page_only_where_it_is_known() -> None:
    template = Template.compile(TEMPLATE, Plan)
    marks = [entry.bookmark for entry in contents_of(template.render(GROUPS))]
    document = template.render(GROUPS, page_numbers={marks[0]: 2, marks[2]: 11})
    assert listed(document) == ["[toc 1] Start → 2", "[toc 2] Homes & streets", "[toc 2] Roads → 11"]
    assert contents_of(document) == contents_of(template.render(GROUPS))


def test_entries_keep_the_paragraph_the_template_gave_them() -> None:
    assert part(render(TEMPLATE, GROUPS)).count('w:leader="dot"') == 3


TIGHT = "".join(
    f'<w:style w:type="paragraph" w:styleId="TOC{level}Tight"><w:name w:val="TOC {level} Tight"/></w:style>'
    for level in (1, 2)
)


@pytest.mark.parametrize(("entries", "style"), [(40, "toc 2"), (41, "TOC 2 Tight")])
def test_more_entries_than_a_page_holds_stand_closer_together(entries: int, style: str) -> None:
    sheet = styles().replace("</w:styles>", f"{TIGHT}</w:styles>")
    template = docx(
        contents(),
        h("Start"),
        p("{%p for g in groups %}"),
        h("{{ g.title }}", 2),
        p("{%p endfor %}"),
        style_sheet=sheet,
    )
    document = render(template, Plan(groups=tuple(Group(f"Part {place}") for place in range(entries - 1))))
    assert len(contents_of(document)) == entries
    assert part(document).count(f'<w:pStyle w:val="{style.replace("toc", "TOC").replace(" ", "")}"/>') == entries - 1


def test_a_template_without_closer_styles_lists_many_entries_in_its_usual_ones() -> None:
    document = render(TEMPLATE, Plan(groups=tuple(Group(f"Part {place}") for place in range(60))))
    assert len(listed(document)) == 61


def test_the_last_entries_go_over_a_page_together() -> None:
    document = render(TEMPLATE, Plan(groups=tuple(Group(f"Part {place}") for place in range(9))))
    entries = re.findall(r"<w:p>(?:(?!</w:p>).)*?<w:hyperlink", part(document))
    assert ["<w:keepNext/>" in entry for entry in entries] == [False] * 6 + [True] * 3 + [False]


def test_headings_inside_block_text_are_listed() -> None:
    text = Text(blocks=(Block(kind=BlockKind.HEADING, runs=(Run(text="Inner "), Run(text="<one>", bold=True))),))
    document = render(docx(contents(), h("Start"), p("{{p intro }}")), Plan(intro=text))
    assert listed(document) == ["[toc 1] Start", "[toc 2] Inner <one>"]
    assert contents_of(document)[1] == Entry("_Toc000000002", 2, "Inner <one>")


def test_only_the_levels_the_field_asks_for_are_listed() -> None:
    body = docx(contents('TOC \\o "2-2" \\h'), h("One"), h("Two", 2), h("Three", 3))
    assert listed(render(body)) == ["[toc 2] Two"]


def test_headings_that_a_condition_takes_away_are_not_listed() -> None:
    body = docx(
        contents(), h("One"), p("{%p if flag %}"), h("Two"), p("{%p endif %}"), h("{% if flag %}Three{% endif %}")
    )
    assert listed(render(body)) == ["[toc 1] One"]


def test_contents_without_headings_are_an_empty_field() -> None:
    xml = part(render(docx(contents(), p("x"))))
    assert xml.count('fldCharType="begin"') == xml.count('fldCharType="end"') == 1


def test_contents_in_a_content_control_are_filled() -> None:
    boxed = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Contents')}{contents()}</w:sdtContent></w:sdt>"
    assert listed(render(docx(boxed, h("One")))) == ["[toc 1] One"]


def test_contents_of_one_paragraph_and_as_a_simple_field_are_filled() -> None:
    simple = '<w:p><w:fldSimple w:instr=" TOC \\o &quot;1-2&quot; "><w:r><w:t>none yet</w:t></w:r></w:fldSimple></w:p>'
    assert listed(render(docx(simple, h("One")))) == ["[toc 1] One"]


def test_a_section_break_at_the_end_of_the_contents_stays() -> None:
    broken = contents().replace(
        '<w:p><w:r><w:fldChar w:fldCharType="end"/>',
        '<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:fldChar w:fldCharType="end"/>',
    )
    assert outline(render(docx(broken, h("One")))).count("-- section") == 2


def test_the_numbers_of_numbered_headings_are_listed() -> None:
    form = (
        f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    )
    numbers = numbering().replace(
        "</w:abstractNum><w:num ",
        f'</w:abstractNum>{form}<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num><w:num ',
        1,
    )
    sheet = styles()
    for level in (1, 2):
        old = f'<w:outlineLvl w:val="{level - 1}"/>'
        sheet = sheet.replace(old, f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="9"/></w:numPr>{old}')
    body = docx(
        contents(),
        h("A"),
        h("B", 2),
        h("C", 2),
        h("D"),
        h("E", 2),
        style_sheet=sheet,
        parts={"word/numbering.xml": numbers},
    )
    assert listed(render(body)) == ["[toc 1] 1. A", "[toc 2] 1.1 B", "[toc 2] 1.2 C", "[toc 1] 2. D", "[toc 2] 2.1 E"]


@pytest.mark.parametrize("name", ["toc 1", "toc 2"])
def test_a_style_of_the_contents_that_is_missing_is_named(name: str) -> None:
    from svcdocs.word import check

    found = check(docx(contents(), style_sheet=styles().replace(f'w:val="{name}"', 'w:val="Other"')), Plan)
    assert found[0].message == f"the contents field needs the style “{name.upper()}”."


def test_quotation_marks_in_a_heading_leave_its_entry_well_formed() -> None:
    document = render(docx(contents(), h('The "R&D" <plan>'), h("{{ title }}")), Plan(title='"x"'))
    assert listed(document) == ['[toc 1] The "R&D" <plan>', '[toc 1] "x"']


def test_a_heading_whose_words_all_go_goes_too() -> None:
    assert "#" not in outline(render(docx(p("A"), h("{% if flag %}Three{% endif %}"), p("B"))))
