from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.model.text import BlockKind, Run, Text, format_lines, joined, merged, paragraph, parse

SIGNS = st.sampled_from(
    [
        *"aiovx1.)( -–•·▪o*§¨\uf0b7\u2060\t\n\r\u00a0\u200b\ufeff\u2003\u2028é",
        "1. ",
        "(i) ",
        "• ",
        "  - ",
        " a) ",
        "iv) ",
        "A) ",
        "o ",
    ]
)
RUNS = st.builds(Run, text=st.lists(SIGNS, max_size=20).map("".join), bold=st.booleans(), italic=st.booleans())


@settings(max_examples=400, deadline=None)
@given(st.lists(RUNS, max_size=5))
def test_what_parse_yields_is_formatted_and_parsed_to_the_same(runs: list[Run]) -> None:
    text = parse(runs)
    assert parse(format_lines(text)) == text


@settings(max_examples=400, deadline=None)
@given(st.lists(SIGNS, max_size=8).map("".join))
def test_a_line_with_nothing_on_it_changes_nothing(cell: str) -> None:
    assert parse(cell) == parse(f"{cell}\n")


def test_a_roman_number_of_several_letters_opens_a_numbered_item() -> None:
    assert [block.label for block in parse("iv) Repair").blocks] == ["iv)"]


def test_signs_with_nothing_seen_between_them_open_no_bullet() -> None:
    text = parse("\uf0b7\u200b\uf0b7")
    assert [block.kind for block in text.blocks] == [BlockKind.PARAGRAPH]
    assert parse(format_lines(text)) == text


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_characters_can_be_parsed_and_none_that_is_seen_is_lost(cell: str) -> None:
    seen = "".join(cell.split())
    shown = "".join(f"{block.label}{block.plain}" for block in parse(cell).blocks)
    signs = "•-–—·∙‣⁃▪●○■□☐◦◆❖➢➤►▶✓✔§¨o*" + "".join(map(chr, range(0xF020, 0xF100)))
    for character in signs + "\u00ad\u200b\u200c\u200d\u2060\ufeff\x0b\x0c\x1c\x1d\x1e\x85":
        seen, shown = seen.replace(character, ""), shown.replace(character, "")
    assert "".join(shown.split()) == seen


def shape(text: Text) -> list[tuple[str, int, str, str]]:
    return [(block.kind.value, block.level, block.label, block.plain) for block in text.blocks]


def test_lines_become_paragraphs_and_empty_ones_nothing() -> None:
    assert shape(parse("One \n\n \u200b\nTwo\r\nThree\rFour")) == [
        ("paragraph", 0, "", "One"),
        ("paragraph", 0, "", "Two"),
        ("paragraph", 0, "", "Three"),
        ("paragraph", 0, "", "Four"),
    ]


@pytest.mark.parametrize("sign", ["-", "–", "—", "•", "·", "▪", "□", "☐", "o", "*"])
def test_a_sign_and_a_blank_open_a_bullet(sign: str) -> None:
    assert shape(parse(f"{sign} One")) == [("bullet", 0, "", "One")]
    assert shape(parse(f"{sign}\u00a0One")) == [("bullet", 0, "", "One")]
    kind = ("bullet", 0, "", "One") if sign == "•" else ("paragraph", 0, "", f"{sign}One")
    assert shape(parse(f"{sign}One")) == [kind]


@pytest.mark.parametrize("sign", ["\uf0b7\t", "\uf0a7 ", "\uf0d8", "\uf0fc\u00a0", "§\t", "¨ ", "➢ ", "•\t", "✓ "])
def test_the_signs_of_words_symbol_fonts_open_a_bullet(sign: str) -> None:
    assert shape(parse(f"{sign}One\n{sign}Two")) == [("bullet", 0, "", "One"), ("bullet", 0, "", "Two")]


def test_a_section_sign_before_a_number_is_no_bullet() -> None:
    assert shape(parse("§ 21 of the Act")) == [("paragraph", 0, "", "§ 21 of the Act")]


def test_a_list_pasted_from_word_keeps_its_labels_behind_which_it_has_tabs() -> None:
    assert shape(parse("1.\tAgree\n\ta)\tBuild")) == [("numbered", 0, "1.", "Agree"), ("numbered", 1, "a)", "Build")]


@pytest.mark.parametrize("value", ["-", "–", "•", "o", " - "])
def test_a_sign_alone_is_a_value(value: str) -> None:
    assert shape(parse(value)) == [("paragraph", 0, "", value.strip())]


@pytest.mark.parametrize("label", ["1.", "12)", "a)", "a.", "(i)", "iv)", "(iv)", "(1)", "xii.", "A)", "(A)", "viii)"])
def test_a_number_and_a_blank_open_a_numbered_item_that_keeps_its_label(label: str) -> None:
    assert shape(parse(f"{label} One")) == [("numbered", 0, label, "One")]


@pytest.mark.parametrize("line", [". One", ") One", "() One", "A. Smith leads", "2027. A year", "1.2.10 One", "1.One"])
def test_what_only_looks_like_a_number_is_a_paragraph(line: str) -> None:
    assert shape(parse(line)) == [("paragraph", 0, "", line)]


def test_a_deeper_indent_nests_and_a_shallower_one_ends_it() -> None:
    assert [level for _, level, _, _ in shape(parse("• a\n  • b\n    • c\n  • d\n• e"))] == [0, 1, 2, 1, 0]
    assert [level for _, level, _, _ in shape(parse("1. a\n\ti) b\n\tii) c\n2. d"))] == [0, 1, 1, 0]


def test_a_dash_under_a_round_bullet_nests() -> None:
    assert [level for _, level, _, _ in shape(parse("• a\n– b\n– c\n• d"))] == [0, 1, 1, 0]
    assert [level for _, level, _, _ in shape(parse("- a\n- b"))] == [0, 0]


def test_a_paragraph_ends_every_list() -> None:
    assert [level for _, level, _, _ in shape(parse("• a\nwords\n– b"))] == [0, 0, 0]


def test_unseen_characters_before_a_sign_do_not_nest_it() -> None:
    assert [level for _, level, _, _ in shape(parse("• a\n\u200b• b"))] == [0, 0]


def test_bold_and_italic_are_kept_and_signs_lose_theirs() -> None:
    text = parse([Run(text="• Now", bold=True), Run(text=" or "), Run(text="never", italic=True)])
    assert text.blocks[0].runs == (Run(text="Now", bold=True), Run(text=" or "), Run(text="never", italic=True))
    assert format_lines(text)[0] == Run(text="• ")


def test_runs_are_merged_where_their_marks_are_the_same() -> None:
    assert merged([Run(text="a"), Run(text=""), Run(text="b"), Run(text="", bold=True), Run(text="c")]) == (
        Run(text="abc"),
    )


def test_a_paragraph_made_in_a_program_is_taken_as_it_is() -> None:
    assert shape(paragraph("- not a bullet")) == [("paragraph", 0, "", "- not a bullet")]
    assert paragraph("") == Text()


def test_a_text_may_be_given_as_the_lines_of_its_cell() -> None:
    assert Text.model_validate("a\n- b") == parse("a\n- b")
    assert str(Text.model_validate("a\n- b")) == "a\n• b"
    assert not Text.model_validate(" \n ")


def test_texts_are_joined_block_by_block() -> None:
    assert joined([parse("a"), Text(), parse("- b")]) == parse("a\n- b")
    assert {block.kind for block in joined([parse("- b")]).blocks} == {BlockKind.BULLET}
