"""Rendering: what a template says is what a document holds."""

# XML and templates are read best in one piece.
# ruff: noqa: E501

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.model.text import parse
from svcdocs.word import Properties, Template
from svcdocs.word.outline import outline, text_of
from svcdocs.word.printable import printable
from tests.word.building import cell, docx, field, h, p, part, row, run, table
from tests.word.contexts import Action, Group, Plan, render

PLAN = Plan(
    title="Homes & streets",
    groups=(
        Group("Homes", (Action("A1", "Ann"), Action("A2", None))),
        Group("Roads", (Action("B1", "Bob", number=7, score=1.25),)),
    ),
    names=("Ann", "Bob"),
)


def lines(document: bytes) -> list[str]:
    return outline(document).splitlines()


def test_a_heading_and_a_table_are_written_for_each_group() -> None:
    template = docx(
        p("{%p for g in groups %}"),
        h("{{ g.title }}"),
        table(
            row("Ref", "Owner", header=True),
            row("{%tr for a in g.actions %}", ""),
            row("{{ a.ref }} ({{ loop.index }} of {{ loop.length }})", "{{ a.owner or 'Not given' }}"),
            row("{%tr endfor %}", ""),
        ),
        p("{%p endfor %}"),
    )
    assert lines(render(template, PLAN)) == [
        "# Homes",
        "|= Ref | Owner",
        "| A1 (1 of 2) | Ann",
        "| A2 (2 of 2) | Not given",
        "# Roads",
        "|= Ref | Owner",
        "| B1 (1 of 1) | Bob",
        "",
        "-- section: portrait",
    ]


def test_loops_over_rows_stand_inside_each_other() -> None:
    template = docx(
        table(
            row("{%tr for g in groups %}", ""),
            row("{{ g.title }}", "{{ loop.index }}"),
            row("{%tr for a in g.actions %}", ""),
            row("{{ a.ref }}", "{{ g.title }}"),
            row("{%tr endfor %}", ""),
            row("{%tr endfor %}", ""),
        )
    )
    assert text_of(render(template, PLAN)).split() == [
        "Homes",
        "1",
        "A1",
        "Homes",
        "A2",
        "Homes",
        "Roads",
        "2",
        "B1",
        "Roads",
    ]


def test_columns_are_written_in_a_loop() -> None:
    template = docx(table(row("{%tc for n in names %}", "{{ n }}", "{%tc endfor %}", "Sum"), columns=4))
    assert "| Ann | Bob | Sum" in outline(render(template, PLAN))


def test_a_condition_within_a_line_keeps_the_looks_of_its_runs() -> None:
    template = docx(
        p(
            "<w:r><w:rPr><w:b/></w:rPr><w:t>Title: {{ title }}{% if flag %} (draft){% else %} (final){% endif %}!</w:t></w:r>"
        )
    )
    document = render(template, PLAN)
    assert text_of(document) == "Title: Homes & streets (final)!"
    assert part(document).count("<w:b/>") == part(document).count("<w:r>")


def test_a_loop_within_a_line_repeats_its_runs() -> None:
    template = docx(p("Names: {% for n in names %}{{ n }}{% if not loop.last %}, {% endif %}{% endfor %}."))
    assert text_of(render(template, PLAN)) == "Names: Ann, Bob."


def test_a_loop_can_have_a_condition_and_an_else() -> None:
    template = docx(
        p("{%p for g in groups if g.title == 'Roads' %}"), p("{{ g.title }} {{ loop.length }}"), p("{%p endfor %}"),
        p("{%p for r in risks %}"), p("{{ r.title }}"), p("{%p else %}"), p("No risks"), p("{%p endfor %}"),
    )  # fmt: skip
    assert text_of(render(template, PLAN)) == "Roads 1\nNo risks"


def test_values_are_printed_in_headers_footers_footnotes_text_boxes_and_properties() -> None:
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Box of {{ title }}"/>'
        '<a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent>' + p("Box {{ title }}") + "</w:txbxContent></wps:txbx></wps:wsp>"
        '</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="s"><v:textbox><w:txbxContent>'
        + p("Box {{ title }}") + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )  # fmt: skip
    note = '<w:footnote w:id="2">' + p("Note {{ title }}") + "</w:footnote>"
    template = docx(
        p("Text", '<w:r><w:footnoteReference w:id="2"/></w:r>', box),
        header=p("Head {{ title }}"), footer=p("Foot {{ title }}"), footnotes=note, properties={"title": "Doc {{ title }}"},
    )  # fmt: skip
    document = render(template, Plan(title="R&D"))
    assert sorted(text_of(document).splitlines()) == ["Box R&D", "Foot R&D", "Head R&D", "Note R&D", "Text"]
    assert part(document).count("Box R&amp;D") == 2
    assert 'descr="Box of R&amp;D"' in part(document)
    assert "<dc:title>Doc R&amp;D</dc:title>" in part(document, "docProps/core.xml")


def test_properties_given_by_the_caller_win_over_those_of_the_template() -> None:
    template = Template.compile(docx(p("x"), properties={"title": "{{ title }}", "creator": "Council"}), Plan)
    document = template.render(Plan(), Properties(title="A & B", language="en-GB", custom={"Fingerprint": "1<2"}))
    core = part(document, "docProps/core.xml")
    assert "<dc:title>A &amp; B</dc:title>" in core
    assert "<dc:creator>Council</dc:creator>" in core
    assert "<dc:language>en-GB</dc:language>" in core
    assert 'name="Fingerprint"><vt:lpwstr>1&lt;2</vt:lpwstr>' in part(document, "docProps/custom.xml")


def test_what_looks_like_a_tag_in_the_data_is_printed_as_it_is() -> None:
    hostile = "{{ 7*7 }} {% for x in y %} {#x#} ${1} ﷐0﷑ <?svcdocs 0?> \\g<0> %s"
    assert text_of(render(docx(p("{{ title }}")), Plan(title=hostile))) == hostile


@settings(deadline=None)
@given(st.text(st.characters(codec=None, exclude_categories=[])))
def test_every_text_is_found_again_as_it_was_printed(text: str) -> None:
    template = _template()
    document = template.render(Plan(title=text, names=(text,)))
    assert text_of(document) == f"[{printable(text)}]\n[{printable(text)}]"


_made: list[Template] = []


def _template() -> Template:
    if not _made:
        body = docx(p("[{{ title }}]"), p("{%p for n in names %}"), p("[{{ n }}]"), p("{%p endfor %}"))
        _made.append(Template.compile(body, Plan))
    return _made[0]


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_block_text_is_found_again_as_it_was_printed(text: str) -> None:
    blocks = parse(text)
    document = render(docx(p("{{p intro }}")), Plan(intro=blocks))
    expected = [printable(block.plain) for block in blocks.blocks]
    assert text_of(document) == "\n".join(expected)


def test_the_same_data_give_the_same_bytes() -> None:
    template = docx(p("{{ title }}"), p("{%p for g in groups %}"), h("{{ g.title }}"), p("{%p endfor %}"))
    assert render(template, PLAN) == render(template, PLAN)
    with zipfile.ZipFile(io.BytesIO(render(template, PLAN))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_a_template_can_be_rendered_many_times_with_different_data() -> None:
    template = Template.compile(docx(p("{{ title }}"), p("{{p intro }}")), Plan)
    first = template.render(Plan(title="One", intro=parse("1. a\n2. b")))
    second = template.render(Plan(title="Two", intro=parse("1. c")))
    assert text_of(first) == "One\na\nb"
    assert text_of(second) == "Two\nc"
    assert template.render(Plan(title="One", intro=parse("1. a\n2. b"))) == first


def test_fields_outside_the_text_stay_as_they_are() -> None:
    template = docx(p("x"), footer=p("Page ", field("PAGE"), " of ", field("NUMPAGES")))
    assert part(render(template), "word/footer.xml").count("<w:fldChar ") == 6


def test_editing_traces_and_requests_to_update_fields_are_dropped() -> None:
    traced = '<w:p w:rsidR="00AA" w14:paraId="12345678"><w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00BB"><w:lastRenderedPageBreak/><w:t>x</w:t></w:r></w:p>'
    document = render(docx(traced))
    for trace in ("rsid", "paraId", "proofErr", "lastRendered"):
        assert trace not in part(document)
    assert "updateFields" not in part(document, "word/settings.xml")


def test_the_data_must_be_of_the_class_the_template_was_compiled_for() -> None:
    template = Template.compile(docx(p("x")), Plan)
    with pytest.raises(TypeError, match="prints a Plan, not a Group"):
        template.render(Group())


def test_the_names_a_template_uses_are_told() -> None:
    template = Template.compile(
        docx(
            p("{%p for g in groups %}"),
            p("{% for a in g.actions %}{{ a.owner or g.title }}{% endfor %}"),
            p("{%p endfor %}"),
        ),
        Plan,
    )
    assert template.names_used() == {"groups", "groups[].actions", "groups[].actions[].owner", "groups[].title"}


def test_numbers_and_chosen_words_are_printed() -> None:
    template = docx(
        p("{% for g in groups %}{% for a in g.actions %}{{ a.number }} {{ a.score }} {{ 'done' if a.done else 'open' }};{% endfor %}{% endfor %}"),
        p("{{ names|join(', ') }} {{ names|length }} {{ title ~ '!' }} {{ 'x' if flag }}"),
    )  # fmt: skip
    assert text_of(render(template, PLAN)) == "1 0.5 open;1 0.5 open;7 1.25 open;\nAnn, Bob 2 Homes & streets! "


def test_a_cell_is_coloured() -> None:
    looped = table(
        row("{%tr for g in groups %}", ""),
        row("{{ g.title }}{% cellbg g.actions_colour %}", ""),
        row("{%tr endfor %}", ""),
    )
    looped = looped.replace("g.actions_colour", "'00703C' if g.title == 'Homes' else 'auto'")
    found = outline(render(docx(looped), PLAN))
    assert "| Homes (#00703C) |\n" in found
    assert "| Roads |\n" in found


def test_cells_are_merged_down_the_rows_of_a_loop() -> None:
    body = table(row("{%tr for n in names %}", ""), row("{% vm %}Names", "{{ n }}"), row("{%tr endfor %}", ""))
    assert lines(render(docx(body), PLAN))[:2] == [
        "| (merged below) Names | Ann",
        "| (merged) | Bob",
    ]


def test_a_run_level_tag_takes_its_run_away() -> None:
    template = docx(p(run("A"), run("{%r if flag %}"), run("B", "<w:i/>"), run("{%r endif %}"), run("C")))
    assert text_of(render(template, Plan(flag=True))) == "ABC"
    assert text_of(render(template, Plan())) == "AC"


def test_columns_from_a_loop_share_the_room_the_others_leave() -> None:
    body = table(
        row("Name", "{%tc for n in names %}", "{{ n }}", "{%tc endfor %}"),
        row("", "{%tc for n in names %}", "x", "{%tc endfor %}"),
        columns=4,
    )
    for count, share in ((1, 3600), (2, 1800), (3, 1200)):
        made = part(render(docx(p("x"), body, p("y")), Plan(names=("n",) * count)))
        assert made.count("<w:gridCol ") == count + 1
        assert made.count(f'<w:gridCol w:w="{share}"/>') == count + (share == 1200)
        assert made.count(f'<w:tcW w:w="{share}" w:type="dxa"/>') == 2 * (count + (share == 1200))
    assert "\ufdd2" not in part(render(docx(p("x"), body, p("y"))))


def test_columns_from_a_loop_that_print_their_widths_keep_their_proportions() -> None:
    def looped(text: str) -> str:
        return row("{%tc for g in groups %}", cell(text, "{{ g.width }}"), "{%tc endfor %}")

    template = docx(p("x"), table(looped("a"), looped("b"), columns=3, width=2000), p("y"))
    groups = (Group("A", width=1), Group("B", width=2), Group("C", width=3))
    made = part(render(template, Plan(groups=groups)))
    assert re.findall(r'<w:gridCol w:w="(\d+)"/>', made) == ["1000", "2000", "3000"]
    assert re.findall(r'<w:tcW w:w="(\d+)"', made) == ["1000", "2000", "3000"] * 2


def test_columns_under_a_condition_share_the_room_in_proportion() -> None:
    def cells(text: str) -> str:
        return row(cell(text, 1000), "{%tc if flag %}", cell(text, 2000), "{%tc endif %}", cell(text, 3000))

    template = docx(p("x"), table(cells("a"), cells("b"), columns=3, width=2000), p("y"))
    for flag, widths in ((True, (1000, 2000, 3000)), (False, (1500, 4500))):
        made = part(render(template, Plan(flag=flag)))
        assert re.findall(r'<w:gridCol w:w="(\d+)"/>', made) == [str(width) for width in widths]
        assert re.findall(r'<w:tcW w:w="(\d+)"', made) == [str(width) for width in widths] * 2
