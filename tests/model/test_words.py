from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from typing import Any

import pytest

from svcdocs.model.corporate_words import CORPORATE, CorporateWords, corporate_words_of, every_word
from svcdocs.model.framework import Framework
from svcdocs.model.terms import OURS
from svcdocs.model.words import DEFAULT, Words, capitalised, is_term, listed, words_of


def council(*rows: Mapping[str, Any], language: str = "en-GB") -> Framework:
    return Framework.model_validate({"about": {"language": language}, "words": rows})


def test_a_council_without_words_prints_ours() -> None:
    assert words_of(Framework()) == DEFAULT
    assert corporate_words_of(Framework()) == CORPORATE


def test_the_councils_own_row_takes_the_place_of_our_word() -> None:
    own = words_of(council({"term": "not given", "singular": "To follow"}))
    assert own == dataclasses.replace(DEFAULT, not_given="To follow")


@pytest.mark.parametrize("typed", ["not given", "Not  Given", "not-given", "not_given", " not given "])
def test_a_word_of_ours_is_known_however_its_name_is_typed(typed: str) -> None:
    assert words_of(council({"term": typed, "singular": "To follow"})).not_given == "To follow"


def test_terms_are_singular_or_plural_and_stand_in_every_other_word() -> None:
    own = words_of(council({"term": "council action", "singular": "commitment", "plural": "commitments"}))
    assert (own.council_action, own.council_actions) == ("commitment", "commitments")
    assert own.council_actions_heading == "Commitments for this service"
    assert own.action_plan == DEFAULT.action_plan


def test_a_row_for_the_very_word_goes_before_the_terms_in_it() -> None:
    rows = (
        {"term": "council action", "singular": "commitment", "plural": "commitments"},
        {"term": "council actions heading", "singular": "What we have promised"},
    )
    for order in (rows, rows[::-1]):
        own = words_of(council(*order))
        assert own.council_actions_heading == "What we have promised"
        assert own.council_actions_plan == "Commitments implementation plan"


def test_a_heading_that_is_a_term_follows_the_row_of_the_term_with_our_capital() -> None:
    own = corporate_words_of(council({"term": "service", "singular": "department"}, {"term": "risks", "singular": "x"}))
    assert (own.service, own.by_service, own.services_counted) == (
        *("Department", "Department by department", "Departments whose return has come in"),
    )
    assert own.risks_table == "Risks"


def test_the_plural_of_a_word_that_is_no_term_is_no_other_word() -> None:
    own = words_of(council({"term": "approval", "singular": "Consent", "plural": "Consents"}))
    assert (own.approval, own.approvals) == ("Consent", DEFAULT.approvals)


def test_what_stands_in_braces_is_no_term() -> None:
    own = words_of(council({"term": "service", "singular": "department"}, {"term": "team", "singular": "{crew}"}))
    assert own.short_title == "{service}: {title}"
    told = own.team_of_service_begins.format(date="May", service="Homes", team="Gas")
    assert told == "From May Homes has a new {crew}, Gas."
    assert own.all_teams == "Department as a whole"


def test_a_sentence_of_the_councils_own_loses_nothing_that_ours_would_tell() -> None:
    own = words_of(council({"term": "to be added by when", "singular": "Awaited: {what} {and"}))
    assert own.to_be_added_by_when.format(who="HR", when="May", what="a chart") == "Awaited: a chart {and HR May"
    assert words_of(council({"term": "draft", "singular": "{draft}"})).draft == "{draft}"


@pytest.mark.parametrize(
    ("language", "draft", "aims"),
    [
        ("cy", "Drafft", "nodau"),
        ("CY-gb", "Drafft", "nodau"),
        ("ga", "First go", "goals"),
        ("en-GB", "First go", "goals"),
    ],
)
def test_the_language_of_the_documents_picks_the_column(language: str, draft: str, aims: str) -> None:
    rows = (
        {"term": "draft", "singular": "First go", "others": {"cy": "Drafft", "ga": " "}},
        {
            "term": "aim",
            "singular": "goal",
            "plural": "goals",
            "others": {"cy": "nod"},
            "others_plural": {"cy": "nodau"},
        },
    )
    own = corporate_words_of(council(*rows, language=language))
    assert (own.draft, own.count_of_aims) == (draft, capitalised(aims))


def test_both_documents_take_their_words_in_one_way() -> None:
    framework = council(
        {"term": "aim", "singular": "goal"},
        {"term": "draft", "singular": "{x}"},
        {"term": "period", "singular": "{first}–{last}"},
    )
    shared = dict(listed(words_of(framework)))
    assert shared.items() <= dict(listed(corporate_words_of(framework))).items()


def test_no_word_has_two_meanings() -> None:
    """A word of the corporate plan of the same name as one of all documents would silently replace it."""
    own = set(CorporateWords.__annotations__)
    assert not own & {name for name, _ in listed(DEFAULT)}
    terms = {name for name, word in listed(CORPORATE) if is_term(name) and word.lower() != name.replace("_", " ")}
    assert terms == set(), "a term's name on a word that is more than the term"


def test_no_word_begins_or_ends_with_a_blank_since_none_survives_in_a_cell() -> None:
    assert [name for name, word in listed(CORPORATE) if word != word.strip() or not word] == []


def test_the_sheet_lists_every_word_once_the_terms_first() -> None:
    rows = every_word()
    assert list(rows)[: len(OURS)] == list(OURS)
    assert rows["approach"] == "approach, approaches"
    assert len(rows) == len(OURS) + sum(not is_term(name) for name, _ in listed(CORPORATE))
    assert (rows["not given"], rows["foreword"]) == ("Not given", "Foreword")


def test_every_row_of_the_sheet_changes_what_is_printed() -> None:
    for term, ours in every_word().items():
        theirs = f"«{term}» {' '.join(re.findall('{[a-z]+}', ours))}".strip()
        own = corporate_words_of(council({"term": term, "singular": theirs, "plural": theirs}))
        changed = {name: word for name, word in listed(own) if word != getattr(CORPORATE, name)}
        if term in OURS:
            assert all(f"«{term}»" in word.casefold() for word in changed.values()), term
        else:
            assert changed == {term.replace(" ", "_"): theirs}


def test_words_are_capitalised_at_the_beginning_alone() -> None:
    assert [capitalised(word) for word in ("aim", "FTE", "éric's", "")] == ["Aim", "FTE", "Éric's", ""]


def test_words_hold_texts_alone() -> None:
    assert {field.type for field in dataclasses.fields(Words)} == {"str"}
