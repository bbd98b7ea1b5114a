from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.project.ledger import Event, What, read_ledger

EVENT = Event(1, "Parks", What.RECEIVED, 1, "received/parks/001 a.xlsx", "ab", "a.xlsx", "2026-12-01")

texts = st.text(max_size=12)
events = st.builds(
    Event,
    st.integers(1, 10**9),
    texts,
    st.sampled_from(What),
    st.integers(1, 999),
    *[texts] * 4,
    lies=texts,
    place=texts,
    after=st.lists(st.integers(1, 99), max_size=2).map(tuple),
    open=st.lists(texts, max_size=2).map(tuple),
)


@given(st.lists(events, max_size=4))
def test_what_is_written_into_a_ledger_is_read_back(given_events: list[Event]) -> None:
    content = b"".join(event.line() for event in given_events)
    assert content.count(b"\n") == len(given_events)
    assert read_ledger(content, "ledger.jsonl") == (tuple(given_events), ())


BROKEN = {
    "torn": EVENT.line()[:40],
    "words": b"hello\n",
    "a list": b"[1, 2]\n",
    "a number": b"7\n",
    "nothing known": b"{}\n",
    "an unknown happening": EVENT.line().replace(b'"received"', b'"eaten"', 1),
    "a number in quotes": EVENT.line().replace(b'"version": 1', b'"version": "1"'),
    "a truth for a number": EVENT.line().replace(b'"version": 1', b'"version": true'),
    "no bytes of text": b"\xff\xfe\x00\n",
    "too deep": b"[" * 100_000 + b"\n",
    "a text for a list": EVENT.line().replace(b"}", b', "after": "12"}'),
    "nothing for a name": EVENT.line().replace(b'"Parks"', b"null"),
}


@pytest.mark.parametrize("line", BROKEN.values(), ids=BROKEN)
def test_a_line_that_was_broken_is_told_and_the_others_are_read(line: bytes) -> None:
    content = EVENT.line() + line.rstrip(b"\n") + b"\n" + EVENT.line()
    read, (told,) = read_ledger(content, "received/ledger.jsonl")
    assert read == (EVENT, EVENT)
    assert told.message.startswith("Line 2 of received/ledger.jsonl cannot be understood")


@given(st.binary(max_size=200))
def test_no_ledger_whatever_is_in_it_is_more_than_told(content: bytes) -> None:
    read, told = read_ledger(content, "ledger.jsonl")
    assert len(read) + len(told) <= content.count(b"\n") + 1


def test_blank_lines_and_what_notepad_puts_before_a_file_are_passed_over() -> None:
    content = b"\xef\xbb\xbf" + EVENT.line().replace(b"\n", b"\r\n") + b"\r\n\r\n"
    assert read_ledger(content, "ledger.jsonl") == ((EVENT,), ())


def test_a_line_says_only_what_there_is_to_say() -> None:
    assert set(json.loads(EVENT.line())) == {
        "number",
        "contributor",
        "what",
        "version",
        "file",
        "sha256",
        "name",
        "date",
    }
