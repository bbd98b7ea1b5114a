from __future__ import annotations

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.report.typed_lines import quoted, typed_line, words_of

WORDS = st.text(st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="\u00a0\u3000"), max_size=20)


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("fenmoor-2027", "fenmoor-2027"),
        ("our plans 2027", '"our plans 2027"'),
        ("R&D", '"R&D"'),
        ("Parks – Trees", '"Parks – Trees"'),
        ("it's", '"it\'s"'),
        ("", '""'),
        ("$HOME", "'$HOME'"),
    ],
)
def test_a_word_is_quoted_where_a_shell_would_take_it_apart(word: str, typed: str) -> None:
    assert quoted(word) == typed


def test_a_windows_path_is_typed_as_it_is() -> None:
    assert typed_line("check", r"C:\plans\2027", windows=True) == r"svcdocs check C:\plans\2027"
    assert typed_line("check", r"C:\our plans", windows=True) == r'svcdocs check "C:\our plans"'


@given(st.lists(WORDS))
def test_a_line_gives_back_its_words(words: list[str]) -> None:
    assert words_of(typed_line(*words)) == words


@given(st.lists(WORDS.map(lambda word: word.replace('"', ""))))
def test_a_windows_line_gives_back_its_words(words: list[str]) -> None:
    assert words_of(typed_line(*words, windows=True), windows=True) == words


@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no sh on this machine")
@pytest.mark.parametrize("word", ["our plans", "$HOME", "a`b`", 'say "so"', "it's", "a\\b", "R&D; x", "*"])
def test_a_shell_takes_the_line_as_it_is_meant(word: str) -> None:
    line = typed_line(word).replace("svcdocs", "printf %s", 1)
    assert subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=True).stdout == word
