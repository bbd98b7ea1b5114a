from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from svcdocs.report.mailto import LONGEST, holds, mailto


def test_a_link_carries_address_subject_and_lines() -> None:
    link = mailto("tom.fell@fenmoor.example", "A & B? 50% – yes", "Dear Tom,\n\nC&P = #1\n")
    assert link.startswith("mailto:tom.fell@fenmoor.example?subject=A%20%26%20B%3F%2050%25")
    asked = parse_qs(urlsplit(link).query, keep_blank_values=True)
    assert asked == {"subject": ["A & B? 50% – yes"], "body": ["Dear Tom,\r\n\r\nC&P = #1\r\n"]}


def test_nothing_typed_adds_another_header_to_the_mail() -> None:
    link = mailto("a@b.example?cc=x@y.example", "x\nBcc: z@y.example", "&cc=w@y.example")
    assert set(parse_qs(urlsplit(link).query)) == {"subject", "body"}
    assert "\n" not in link


def test_a_long_text_is_cut_at_the_end_of_a_line_and_goes_on_with_dots() -> None:
    body = "\n".join(f"Line {number} of a letter" for number in range(200))
    assert not holds("a@b.example", "s", body)
    told = unquote(mailto("a@b.example", "s", body).partition("&body=")[2])
    assert told.endswith(" of a letter\r\n…")
    assert holds("a@b.example", "s", "short\n")


@given(st.text(), st.text(), st.text())
def test_no_link_is_longer_than_windows_hands_on_or_holds_anything_unencoded(to: str, about: str, body: str) -> None:
    link = mailto(to, about, body * 50)
    assert len(link) <= LONGEST
    assert link.isascii()
    assert not set(' "<>\n\r') & set(link)
