from __future__ import annotations

from typing import Any

import pytest

from tests.checks.councils import PLAN, found, place

ABOUT, DONE = PLAN["passages"]


def codes(**changes: Any) -> list[str]:
    return [finding.code for finding in found(**changes)]


@pytest.mark.parametrize(
    "section", ["About our service", "ABOUT OUR SERVICE", "Achievements", "achievements in 2026/27"]
)
def test_a_section_is_known_by_key_or_heading_whatever_its_case(section: str) -> None:
    assert codes(passages=[ABOUT, DONE, {"section": section, "text": "More"}]) == []


def test_a_text_of_no_section_is_reported_once_a_section_with_what_may_be_meant() -> None:
    lost = [{"section": "Achievments", "text": "One"}, {"section": "achievments", "text": "Two"}]
    (finding,) = found(passages=[ABOUT, DONE, *lost])
    assert (finding.code, place(finding)) == ("section-unknown", "Passages A8")
    assert finding.message == ("There is no section 'Achievments', so nobody can tell where to print this.")
    assert finding.hint.startswith("Did you mean 'Achievements'?")


def test_a_text_without_a_section_is_named_by_its_words() -> None:
    told = found(passages=[ABOUT, DONE, {"text": "Words"}, {"picture": "chart.png"}])
    assert [finding.message for finding in told] == [
        "'Words' names no section, so nobody can tell where to print it.",
        "This row names no section, so nobody can tell where to print it.",
    ]


def test_a_section_required_in_drafts_is_asked_for_under_its_printed_heading() -> None:
    (finding,) = found(passages=[ABOUT])
    assert (finding.code, place(finding), finding.audience) == ("section-empty", "Text", "service")
    assert finding.message == "The section 'Achievements in 2026/27' has no text."


def test_a_section_required_in_final_plans_is_asked_for_only_then() -> None:
    assert codes(passages=[DONE]) == []
    (finding,) = found(of={"stage": "Final"}, passages=[DONE])
    assert finding.message == "The section 'About our service' has no text."
    assert finding.blocks


@pytest.mark.parametrize(
    "more", [{"picture": "chart.png"}, {"text": "Words"}, {"owed_by": "Finance"}, {"kind": "to be added"}]
)
def test_words_a_picture_or_a_promise_fill_a_section(more: dict[str, str]) -> None:
    told = found(of={"stage": "Final"}, passages=[DONE, {"section": "About our service"} | more])
    assert "section-empty" not in {finding.code for finding in told}


def test_a_list_or_a_lead_in_or_a_part_with_text_fills_a_section() -> None:
    assert codes(of={"stage": "Final"}) == []  # its risks fill the section of risks
    assert codes(of={"stage": "Final"}, risks=[]) == ["section-empty"]
    sections = [
        {"key": "Context", "required": "Final"},
        {"key": "Partners", "under": "context", "required": "Never"},
        {"key": "Closing", "lead_in": "With thanks.", "required": "Final"},
    ]
    texts = [{"section": "Partners", "text": "Many"}]
    assert codes(of={"stage": "Final", "sections": sections}, passages=texts) == []
    assert codes(of={"stage": "Final", "sections": sections}, passages=[]) == ["section-empty"]


def test_a_section_longer_than_it_may_be_is_told_with_both_counts() -> None:
    long = [ABOUT, DONE | {"text": "one two three four\n- five six"}, DONE | {"text": "seven eight nine ten eleven"}]
    (finding,) = found(passages=long)
    assert (finding.code, place(finding)) == ("section-too-long", "Passages B7")
    assert finding.message == "The section 'Achievements in 2026/27' has 12 words, and 10 are allowed."


def test_what_is_still_owed_says_what_from_whom_and_by_when() -> None:
    owed = [ABOUT, DONE, {"section": "Risks", "text": "Figures", "owed_by": "Finance", "owed_on": "1 May 2027"}]
    (finding,) = found(passages=owed)
    assert (finding.code, place(finding), finding.audience) == ("still-owed", "Passages B8", "other")
    assert finding.message == "'Figures' is still owed by Finance, due 1 May 2027."
    assert finding.hint == "Ask Finance for it, and put it in place of the promise."
    assert not finding.blocks
    assert [finding.blocks for finding in found(of={"stage": "Final"}, passages=owed)] == [True]


def test_a_promise_without_words_is_named_by_its_section() -> None:
    (finding,) = found(passages=[ABOUT, DONE, {"section": "Risks", "kind": "To be added"}])
    assert finding.message == "'Risks' is still owed."
