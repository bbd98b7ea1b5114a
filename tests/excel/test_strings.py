from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from svcdocs.excel.package import BadPartError
from svcdocs.excel.strings import is_plain, unescape

PIECES = st.sampled_from(
    ["&", "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#65;", "&#x41;", "&#0;", "&nbsp;", "amp;", "a", ";", "#"]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join))
def test_entities_are_resolved_as_by_a_reader_of_xml_and_refused_where_it_refuses_them(text: str) -> None:
    try:
        read = etree.fromstring(f"<t>{text}</t>").text or ""
    except etree.XMLSyntaxError:
        with pytest.raises(BadPartError):
            unescape(text)
    else:
        assert unescape(text) == read


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join))
def test_what_is_plain_is_always_resolved(text: str) -> None:
    if is_plain(text):
        unescape(text)
