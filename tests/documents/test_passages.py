from __future__ import annotations

from typing import Any

import pytest

from svcdocs.documents.parts import Part, with_leads
from svcdocs.documents.passages import parts_of
from svcdocs.model.service_plan import Passage
from svcdocs.model.text import BlockKind, Run
from tests.documents import samples


def _parts(*rows: dict[str, Any]) -> tuple[Part, ...]:
    return parts_of([Passage.model_validate(row) for row in rows], samples.setting(), 2, "Section")


def _owed(**row: Any) -> str:
    (part,) = _parts(row)
    (block,) = part.text.blocks
    assert block.kind is BlockKind.OWED
    return block.plain


def test_what_is_owed_says_what_from_whom_and_by_when_as_far_as_known() -> None:
    assert (
        _owed(text="the budget", owed_by="Finance", owed_on="1 May 2027")
        == "To be added by Finance by 1 May 2027: the budget"
    )
    assert _owed(text="the budget", owed_by="Finance") == "To be added by Finance: the budget"
    assert _owed(text="the budget", owed_on="May") == "To be added by May: the budget"
    assert _owed(text="the budget", kind="To be added") == "To be added: the budget"
    assert _owed(kind="to be added") == "To be added: the text of this section"


def test_a_promise_in_the_writers_own_words_is_not_promised_twice() -> None:
    typed = "To be added into the final plan in March"
    assert _owed(text=typed, kind="To be added") == typed
    assert _owed(text=typed, owed_by="Finance", owed_on="March") == f"{typed} (Finance, March)"


def test_a_promise_in_the_text_alone_is_a_note_as_typed() -> None:
    for typed in ("To be added by Finance by 21 February 2027", "TBC by Finance, May 2027", "TBA: rents by HR"):
        assert _owed(text=typed) == typed
        assert _owed(text=f"- {typed}") == typed
    assert _owed(text="TBC by Finance", owed_on="May 2027") == "TBC by Finance (May 2027)"
    (part,) = _parts({"text": "TBC"})
    assert part.text.blocks[0].kind is BlockKind.PARAGRAPH


def test_a_note_that_ends_by_saying_so_is_not_promised_twice() -> None:
    for end in ("added", "inserted.", "completed", "confirmed…"):
        assert _owed(text=f"Value for money template to be {end}", kind="To be added").endswith(f"template to be {end}")
        assert not _owed(text=f"Template to be {end}", kind="To be added").startswith("To be added")


def test_a_picture_that_is_not_there_is_owed_by_what_it_shows() -> None:
    assert _owed(text="the teams", kind="Picture") == "To be added: the teams"
    assert _owed(text="the teams", picture="chart.png") == "To be added: the picture chart.png: the teams"
    assert _owed(text="the teams", picture="a.png", owed_by="HR") == "To be added by HR: the picture a.png: the teams"
    assert _owed(picture="chart.png") == "To be added: the picture chart.png"
    assert _owed(kind="Picture") == "To be added: the picture"
    assert _owed(text="Chart to be inserted", kind="Picture") == "Chart to be inserted"


def test_the_kind_given_goes_before_what_the_text_looks_like() -> None:
    (part,) = _parts(
        {"text": "- not a bullet", "kind": "Paragraph"},
        {"text": "one", "kind": "Bullet"},
        {"text": "two", "kind": "Sub-bullet"},
    )
    shown = [(block.kind.value, block.level, block.plain) for block in part.text.blocks]
    assert shown == [("paragraph", 0, "not a bullet"), ("bullet", 0, "one"), ("bullet", 1, "two")]


def test_numbered_passages_in_a_row_are_one_list_and_keep_numbers_of_their_own() -> None:
    (part,) = _parts(
        {"text": "one", "kind": "Numbered"}, {"text": "two", "kind": "Numbered"}, {"text": "between"},
        {"text": "again", "kind": "Numbered"}, {"text": "e) five", "kind": "Numbered"},
    )  # fmt: skip
    assert [block.label for block in part.text.blocks] == ["1.", "2.", "", "1.", "e)"]


def test_a_heading_opens_a_part_and_passages_before_it_are_one_of_their_own() -> None:
    first, second = _parts(
        {"text": "Before"}, {"text": "What we did", "kind": "Heading"}, {"text": "This"}, {"text": "And that"}
    )
    assert (first.heading, first.level, first.text.plain) == ("", 0, "Before")
    assert (second.heading, second.level, second.text.plain) == ("What we did", 2, "This\nAnd that")


def test_bold_and_italic_survive() -> None:
    text = {"blocks": [{"runs": [{"text": "Older people", "bold": True}, {"text": " and others", "italic": True}]}]}
    (part,) = _parts({"text": text})
    assert part.text.blocks[0].runs == (Run(text="Older people", bold=True), Run(text=" and others", italic=True))


def test_nothing_comes_of_nothing() -> None:
    assert _parts({"section": "Section"}) == ()


def test_a_sentence_that_leads_in_to_a_list_stays_with_it() -> None:
    text = "We do much.\nWe do:\n• this\n• that\nAnd this:\n1. one\nDone: all of it"
    first, second, third = with_leads(_parts({"text": "What", "kind": "Heading"}, {"text": text}))
    assert (first.heading, first.lead.plain, first.text.plain) == ("What", "", "We do much.")
    assert (second.heading, second.lead.plain, second.text.plain) == ("", "We do:", "• this\n• that")
    assert (third.lead.plain, third.text.plain) == ("And this:", "1. one\nDone: all of it")


def test_a_lead_in_right_below_a_heading_stands_under_it() -> None:
    (part,) = with_leads(_parts({"text": "What", "kind": "Heading"}, {"text": "We do:\n• this"}))
    assert (part.heading, part.lead.plain, part.text.plain) == ("What", "We do:", "• this")


@pytest.mark.parametrize("lead", ["We do:", "We do as follows:-", "We do: –", "The team consists of –", "We do -"])
def test_a_sentence_leads_in_to_a_list_whatever_signs_people_end_it_with(lead: str) -> None:
    (part,) = with_leads(_parts({"text": f"{lead}\n• this"}))
    assert (part.lead.plain, part.text.plain) == (lead, "• this")
