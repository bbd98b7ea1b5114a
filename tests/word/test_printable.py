"""Characters: all that a reader could see arrive, and nothing that XML forbids."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from svcdocs.word.printable import in_attribute, in_element, in_text, printable

_ANY = st.text(st.characters(codec=None, exclude_categories=[]))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("R&D <10", "R&D <10"), ("a\r\nb\rc\x0bd\x0ce", "a\nb\nc\nd\ne"), ("a\x00\x07\x1fb\x7f", "ab"),
        ("a\ud83d", "a\ufffd"),
        ("\ufffe\uffff", ""), ("\u00a0é€😀\t", "\u00a0é€😀\t"), ("_x000B_", "_x000B_"), ("]]>", "]]>"),
    ],
)  # fmt: skip
def test_what_cannot_be_printed_goes_and_all_else_stays(typed: str, printed: str) -> None:
    assert printable(typed) == printed


@settings(deadline=None)
@given(_ANY)
def test_every_text_is_well_formed_xml_and_is_read_again(text: str) -> None:
    element = etree.fromstring(f"<a>{in_element(text)}</a>".encode())
    assert (element.text or "") == printable(text)
    attribute = etree.fromstring(f'<a b="{in_attribute(text)}"/>'.encode())
    assert attribute.get("b") == printable(text)


@settings(deadline=None)
@given(_ANY)
def test_breaks_and_tabs_become_those_of_word(text: str) -> None:
    run = etree.fromstring(f'<r xmlns:w="w"><w:t>{in_text(text)}</w:t></r>'.encode())
    shown = {"{w}br": "\n", "{w}tab": "\t"}
    assert "".join(shown.get(str(child.tag), child.text or "") for child in run) == printable(text)


@pytest.mark.parametrize("value", [None, 5, b"bytes", ["x"]])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        in_text(value)  # type: ignore[arg-type]
