"""Block text as paragraphs: styles by the paragraph that holds the tag, and numbers that print as they were typed."""

# XML and templates are read best in one piece.
# ruff: noqa: E501

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.model.text import Block, BlockKind, Run, Text, parse
from svcdocs.word import Template
from svcdocs.word.outline import outline, text_of
from tests.word.building import docx, h, p, part, row, run, table
from tests.word.contexts import Action, Group, Plan, render


def shown(template: bytes, intro: Text) -> list[str]:
    return outline(render(template, Plan(intro=intro))).splitlines()[:-1]


HOST = docx(p("{{p intro }}", style="BodyText"))


def test_each_kind_of_block_has_the_style_that_goes_with_its_host() -> None:
    text = Text(blocks=(
        *parse("One\n• two\n  – three\n1. four\n   a) five").blocks,
        Block(kind=BlockKind.OWED, runs=(Run(text="six"),)), Block(kind=BlockKind.HEADING, runs=(Run(text="seven"),)),
    ))  # fmt: skip
    assert shown(HOST, text) == [
        "One", "[List Bullet] • two", "[List Bullet 2] • three", "[List Number] 1. four",
        "[List Number 2] a) five", "[Owed] six", "### seven",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("• a\n• b\n• c", "ab"),
        ("• a\n• b\n• c\n• d\n• e\n• f", "ae"),
        ("• a\n• b\n• c\n  – d\n• e\n• f", "ace"),
        ("1. a\n2. b\nfirst\nmore\n• c", "am"),
        ("first\nlead\n• c", "l"),
        ("• a" + " long" * 200 + "\n• b\n• c\n• d", "ac"),
        ("• a", ""),
    ],
)
def test_a_short_list_is_not_cut_and_neither_an_item_of_a_longer_one_nor_what_stands_over_it_stands_alone(
    typed: str, kept: str
) -> None:
    xml = part(render(HOST, Plan(intro=parse(typed))))
    paragraphs = re.findall(r"<w:p>.*?</w:p>", xml)
    shown = [re.sub("<[^>]*>", "", each)[:1] for each in paragraphs if "<w:keepNext/>" in each]
    assert "".join(shown) == kept


def test_a_list_set_into_a_paragraph_that_stays_with_what_comes_next_stays_with_it_too() -> None:
    template = docx(p("{{p intro }}", style="Heading3"))
    typed = "• a\n• b\n• c\n• d\n• e\n• f"
    xml = part(render(template, Plan(intro=parse(typed))))
    paragraphs = re.findall(r"<w:p>.*?</w:p>", xml)
    assert "".join(re.sub("<[^>]*>", "", each)[:1] for each in paragraphs if "<w:keepNext/>" in each) == "aef"


def test_items_in_a_table_are_kept_by_their_row_alone() -> None:
    xml = part(render(docx(table(row("{{p intro }}", ""))), Plan(intro=parse("• a\n• b"))))
    assert "keepNext" not in xml


def test_block_text_in_a_table_has_the_styles_of_tables_and_no_headings() -> None:
    text = Text(blocks=(*parse("One\n• two\n1. three").blocks, Block(kind=BlockKind.HEADING, runs=(Run(text="four"),))))
    assert shown(docx(table(row("{{p intro }}", ""))), text) == [
        "| One / [Table Bullet] • two / [Table Number] 1. three / four |",
        "",
    ]


@pytest.mark.parametrize(("above", "level"), [(1, "##"), (2, "###"), (3, "####")])
def test_a_heading_in_the_text_stands_one_level_below_the_heading_above_it(above: int, level: str) -> None:
    text = Text(blocks=(Block(kind=BlockKind.HEADING, runs=(Run(text="Inner"),)),))
    assert shown(docx(h("Outer", above), p("{{p intro }}")), text)[1] == f"{level} Inner"


def test_bold_and_italic_are_kept_on_top_of_the_looks_of_the_tag() -> None:
    text = Text(blocks=(Block(runs=(Run(text="a"), Run(text="b", bold=True), Run(text="c", bold=True, italic=True))),))
    document = part(
        render(docx(p(run("{{p intro }}", '<w:rFonts w:ascii="X"/><w:color w:val="FF0000"/>'))), Plan(intro=text))
    )
    looks = '<w:rFonts w:ascii="X"/>{}<w:color w:val="FF0000"/>'
    for marks in ("", "<w:b/>", "<w:b/><w:i/>"):
        assert f"<w:rPr>{looks.format(marks)}</w:rPr>" in document


@pytest.mark.parametrize(
    "labels",
    [
        ["1.", "2.", "3."], ["1)", "2)"], ["(1)", "(2)"], ["a)", "b)", "c)"], ["a.", "b."], ["(a)", "(b)"],
        ["(i)", "(ii)", "(iii)", "(iv)"], ["i.", "ii."], ["A)", "B)"], ["I.", "II."], ["01.", "02.", "10."],
        ["1.", "2.", "4.", "5."], ["3.", "4."], ["1.", "1.", "2."], ["h)", "i)", "j)"], ["i)", "ii)", "v)", "w)"],
        ["c)", "d)"], ["z)", "aa)"], ["9.", "a)", "10."], ["1.1", "1.2"], ["A1)", "A2)"], ["iiii)"], ["(x"], ["?"],
    ],
)  # fmt: skip
def test_every_label_is_printed_as_it_was_typed(labels: list[str]) -> None:
    text = Text(blocks=tuple(Block(kind=BlockKind.NUMBERED, label=label, runs=(Run(text="x"),)) for label in labels))
    typed = [line.removeprefix("[List Number] ").replace(" → ", " ") for line in shown(HOST, text)]
    assert typed == [f"{label} x" for label in labels]


_LABELS = st.from_regex(r"\(?([0-9]{1,2}|[a-z]{1,2}|[IVX]{1,3})[.)]", fullmatch=True)
_compiled: list[Template] = []


@settings(deadline=None)
@given(st.lists(st.tuples(_LABELS, st.integers(0, 1)), min_size=1, max_size=8))
def test_labels_are_printed_as_typed_whatever_their_order_and_depth(items: list[tuple[str, int]]) -> None:
    if not _compiled:
        _compiled.append(Template.compile(HOST, Plan))
    blocks = tuple(
        Block(kind=BlockKind.NUMBERED, label=label, level=level, runs=(Run(text="x"),)) for label, level in items
    )
    lines = outline(_compiled[0].render(Plan(intro=Text(blocks=blocks)))).splitlines()[:-1]
    found = [line.partition("] ")[2].replace(" → ", " ") for line in lines]
    assert found == [f"{label} x" for label, _ in items]


def test_a_list_begins_anew_in_each_text_and_after_another_text() -> None:
    steps = parse("1. a\n2. b")
    template = docx(
        p("{%p for g in groups %}"),
        table(row("Ref", "Steps"), row("{%tr for a in g.actions %}", ""), row("{{ a.ref }}", "{{p a.steps }}"), row("{%tr endfor %}", "")),
        p("{{ g.title }}"), p("{%p endfor %}"),
    )  # fmt: skip
    plan = Plan(groups=(Group("x", (Action("A1", steps=steps), Action("A2", steps=steps))),))
    rows = outline(render(template, plan)).splitlines()[1:3]
    assert all(line.endswith("[Table Number] 1. a / [Table Number] 2. b") for line in rows)


def test_a_list_goes_on_after_a_paragraph_when_its_labels_do() -> None:
    document = render(HOST, Plan(intro=parse("1. a\nbetween\n2. b")))
    assert part(document, "word/numbering.xml").count("startOverride") == 1


def test_a_nested_list_begins_anew_under_each_item() -> None:
    assert [line.partition("] ")[2] for line in shown(HOST, parse("1. a\n   a) b\n   b) c\n2. d\n   a) e"))] == [
        "1. a", "a) b", "b) c", "2. d", "a) e",
    ]  # fmt: skip


def test_numbered_items_are_list_items_of_word_and_no_typed_text() -> None:
    document = render(HOST, Plan(intro=parse("1. a\n2. b")))
    assert text_of(document) == "a\nb"
    assert part(document).count("<w:numId ") == 2


def test_text_within_a_line_keeps_its_blocks_apart_and_its_marks() -> None:
    text = Text(blocks=(Block(runs=(Run(text="a & ", italic=True), Run(text="b"))), *parse("• c\n1. d").blocks))
    document = render(docx(p("X: {{r intro }}!")), Plan(intro=text))
    assert text_of(document) == "X: a & b\n• c\n1. d!"
    assert '<w:rPr><w:i/></w:rPr><w:t xml:space="preserve">a &amp; </w:t>' in part(document)
