from __future__ import annotations

from typing import Any

import pytest

from svcdocs.checks.run import checked
from svcdocs.model.cycle import link
from svcdocs.model.findings import Finding
from svcdocs.workbook.starter import starter_framework
from tests.checks.councils import framework, place


def told(*rows: dict[str, Any]) -> list[Finding]:
    return [one for one in checked(link(framework(words=rows), [])).findings if one.code.startswith("word-")]


def test_a_row_that_is_about_no_word_of_ours_is_told_with_the_nearest_one() -> None:
    (finding,) = told({"term": "council acton", "singular": "pledge"})
    assert (finding.code, place(finding), finding.audience) == ("word-unknown", "Words A6", "officer")
    assert finding.message == "'council acton' is not one of our words, so its row changes nothing."
    assert finding.hint.startswith("Did you mean 'council action'?")


def test_a_row_that_is_near_no_word_is_to_be_deleted() -> None:
    assert [finding.hint for finding in told({"term": "xyzzy", "singular": "pledge"})] == ["Delete the row."]


@pytest.mark.parametrize("term", ["aim", "Council  Action", "not-given", "contents", "milestones", ""])
def test_a_word_of_ours_is_known_however_it_is_typed(term: str) -> None:
    assert told({"term": term, "singular": "x"}) == []


def test_the_plural_of_a_term_has_no_row_of_its_own() -> None:
    assert [finding.hint for finding in told({"term": "council actions", "singular": "pledges"})] == [
        "Did you mean 'council action'? Then correct it; otherwise delete the row."
    ]


def test_a_word_with_two_rows_is_told_at_the_second() -> None:
    (finding,) = told(
        {"term": "aim", "singular": "goal"},
        {"term": "draft", "singular": "x"},
        {"term": "Aim", "others": {"cy": "nod"}},
    )
    assert (finding.code, place(finding)) == ("word-twice", "Words A8")
    assert finding.message == "'Aim' has a row above this one already; only the last of them counts."


def test_a_second_row_that_says_nothing_is_no_fault() -> None:
    assert told({"term": "aim", "singular": "goal"}, {"term": "aim"}, {"term": "aim", "others": {"cy": " "}}) == []


def test_a_row_that_says_nothing_is_no_fault_whatever_it_is_about() -> None:
    assert told({"term": "values"}, {"term": "xyzzy", "singular": " "}) == []
    assert len(told({"term": "xyzzy", "plural": "pledges"}, {"term": "xyzzy", "others": {"cy": "nod"}})) == 3


def test_the_sheet_a_new_cycle_starts_with_has_nothing_to_put_right() -> None:
    assert told(*(row.model_dump() for row in starter_framework().words)) == []


def test_a_sentence_that_leaves_out_what_is_filled_in_is_told_with_the_right_form() -> None:
    (finding,) = told({"term": "period", "singular": "from {first}"})
    assert (finding.code, place(finding), finding.audience) == ("word-filled-in", "Words C6", "officer")
    assert finding.message == "'from {first}' for 'period' does not say where {last} belongs, so it is put at the end."
    assert finding.hint == "Write {last} where it belongs, as in ours: '{first} to {last}'."
    (several,) = told({"term": "period", "singular": "the years"})
    assert "does not say where {first} and {last} belong, so" in several.message


def test_a_sentence_that_asks_for_what_nothing_is_filled_in_for_is_told() -> None:
    missing, strange = told({"term": "serves", "others": {"cy": "ar gyfer {aims}"}})
    assert "does not say where {refs} belongs" in missing.message
    assert strange.message == (
        "Nothing is filled in for {aims} in 'ar gyfer {aims}' for 'serves', so it is printed as it stands."
    )
    assert strange.hint == "Take it out, or write it as in ours: 'serves {refs}'."
    assert [finding.code for finding in told({"term": "aim", "singular": "{goal}"})] == ["word-filled-in"]


def test_a_whole_sentence_and_a_blank_are_no_fault() -> None:
    assert told({"term": "period", "singular": "{last}, from {first}"}, {"term": "serves", "singular": " "}) == []
