from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from svcdocs.word.widths import cut_to, width


def test_a_line_is_as_wide_as_its_letters() -> None:
    assert width("WWW") > width("mmm") > width("aaa") > width("iii")


@given(st.lists(st.text("aimW", min_size=1), min_size=1), st.integers(0, 20_000))
def test_a_line_is_cut_behind_a_word_and_only_where_it_is_too_wide(words: list[str], most: int) -> None:
    line = " ".join(words)
    cut = cut_to(line, most)
    if width(line) <= most:
        assert cut == line
    else:
        assert cut.endswith(" …")
        assert line.startswith(cut.removesuffix(" …"))
        assert width(cut) <= most or cut == f"{words[0]} …"
