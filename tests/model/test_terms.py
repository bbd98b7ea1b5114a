from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.model.findings import Finding, Severity
from svcdocs.model.framework import Framework
from svcdocs.model.terms import OURS, Terms, terms_of

WORDS = [
    {"term": "council action", "singular": "commitment", "plural": "commitments"},
    {"term": "action", "singular": "task"},
    {"term": "service", "singular": "department", "plural": "departments"},
    {"term": "team", "singular": "unit"},
    {"term": "aim", "singular": "ambition"},
    {"term": "approach", "singular": "method"},
]


def council(**framework: Any) -> Terms:
    return terms_of(Framework.model_validate({"words": WORDS} | framework))


THEIRS = council()
SOME = st.sampled_from(
    [*OURS, *OURS.values(), "an action", "Housing service", "'team'", "R&D", "s", "’s", "-", ". ", "\n"]
)
TEXTS = st.one_of(st.text(), st.lists(SOME, max_size=12).map(" ".join), st.lists(SOME, max_size=12).map("".join))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Council actions of each service", "Commitments of each department"),
        ("the service's plan", "the department's plan"),
        ("the service’s plan", "the department’s plan"),
        ("the services' plans, the teams’ posts", "the departments' plans, the units’ posts"),
        ("service-wide and sub-service", "department-wide and sub-department"),
        ("Aim:\nTeam of the service\n- action", "Ambition:\nUnit of the department\n- task"),
        ("AIMS AND ACTIONS", "AMBITIONS AND TASKS"),
        ("an aim, an action, a team", "an ambition, a task, a unit"),
        ("An approach. A service", "A method. A department"),
        ("(actions)/teams, aims;", "(tasks)/units, ambitions;"),
        ("approaches", "methods"),
        ("Relevant council aim/s and approach/es", "Relevant council ambition/ambitions and method/methods"),
    ],
)
def test_whole_words_are_replaced_wherever_they_stand(ours: str, theirs: str) -> None:
    assert THEIRS.put_into(ours) == theirs


@pytest.mark.parametrize("word", ["Portfolio Holder/s", "Approach/es", "Holder(s)", "Approach(es)"])
def test_a_word_that_leaves_open_how_many_there_are_is_its_own_plural(word: str) -> None:
    rows = [{"term": "portfolio holder", "singular": word}, {"term": "approach", "singular": word, "plural": "Ways"}]
    theirs = council(words=rows)
    assert theirs.put_into("Portfolio holder, portfolio holders") == f"{word}, {word}"
    assert theirs.put_into("Approach/es, approaches") == f"{word}, Ways"


@pytest.mark.parametrize(
    "text",
    [
        "It serves the claim in reaction, transactions and teamwork.",
        "service_plan.title",
        "doc_templates/service-plan.docx and services.xlsx",
        "interservice",
    ],
)
def test_what_only_holds_our_word_is_left(text: str) -> None:
    assert THEIRS.put_into(text) == text


def test_a_sentence_that_ends_in_our_word_is_no_name_of_a_file() -> None:
    assert THEIRS.put_into("Name a team. Give its service.") == "Name a unit. Give its department."


@pytest.mark.parametrize(
    ("term", "phrase"),
    [
        ("unit", "a unit"), ("union", "a union"), ("user", "a user"), ("European goal", "a European goal"),
        ("one-year goal", "a one-year goal"), ("hour", "an hour"), ("honour", "an honour"), ("end", "an end"),
        ("Under-aim", "an Under-aim"), ("ode", "an ode"), ("house", "a house"), ("uncle", "an uncle"),
    ],
)  # fmt: skip
def test_a_and_an_are_what_the_new_word_asks_for(term: str, phrase: str) -> None:
    assert Terms({"aim": term}).put_into("an aim") == phrase


def test_names_of_services_and_teams_are_never_changed() -> None:
    terms = council(services=[{"service": "Customer service (north)"}, {"service": "Homes", "team": "Action team"}])
    text = "Customer service (north): its Action team has an action. This team is an action team."
    assert terms.put_into(text) == (
        "Customer service (north): its Action team has a task. This unit is an action team."
    )


def told(terms: Terms, message: str, hint: str = "") -> tuple[str, str]:
    finding = terms.told(Finding("x", Severity.ERROR, message, hint))
    return finding.message, finding.hint


def test_what_a_finding_quotes_stays_as_it_was_typed() -> None:
    assert told(THEIRS, "The service's action 'Team action' is no action.", "Did you mean “action”?") == (
        "The department's task 'Team action' is no task.",
        "Did you mean “action”?",
    )


def test_an_apostrophe_opens_no_quotation() -> None:
    message = "The teams' and the service's actions, in 'the team's action', are actions."
    assert told(THEIRS, message)[0] == "The units' and the department's tasks, in 'the team's action', are tasks."
    assert told(THEIRS, "The service’s ‘team’s action’, an action")[0] == "The department’s ‘team’s action’, a task"


def test_a_council_without_words_is_told_what_we_say() -> None:
    finding = Finding("x", Severity.ERROR, "An action", "Name the team.")
    assert terms_of(Framework()).told(finding) is finding
    assert terms_of(Framework()).is_ours


def test_a_term_without_a_word_for_several_adds_an_s() -> None:
    assert THEIRS.theirs["aims"] == "ambitions"


@given(TEXTS)
def test_a_council_without_words_changes_nothing(text: str) -> None:
    assert Terms().put_into(text) == text
    assert Terms({ours: ours for one, several in OURS.items() for ours in (one, several)}).put_into(text) == text


@given(TEXTS, st.sampled_from(["Housing service", "The Action Team", "aim-high", "risk, bid & team"]))
def test_a_kept_name_survives_whatever_stands_around_it(text: str, name: str) -> None:
    terms = Terms(THEIRS.theirs, frozenset({name}))
    assert name in terms.put_into(f"{text} | {name} | {text}")


@given(TEXTS)
def test_what_was_replaced_once_holds_none_of_our_words_any_more(text: str) -> None:
    once = THEIRS.put_into(text)
    assert THEIRS.put_into(once) == once


def test_what_the_council_itself_has_named_is_never_changed() -> None:
    terms = council(
        services=[{"service": "Homes", "also_called": "Old Homes service"}],
        people=[{"name": "Tom Fell", "post": "Action Manager"}],
        sections=[
            {"key": "Service objectives", "heading": "Our goals"},
            {"key": "Ours", "heading": "Action for {year}"},
            {"key": "Council actions", "heading": "Council actions"},
        ],
        list_headings=[{"sheet": "SWOT", "heading": "Team and skills"}],
        money_columns=[{"heading": "Service estimate"}],
        contributors=[{"who": "Shared service"}],
        about={"first_year": "2027/28"},
    )
    kept = "Old Homes service, Action Manager, Service objectives, Action for 2027/28, Team and skills, Shared service"
    assert terms.put_into(kept) == kept
    assert terms.put_into("Service estimate of a service") == "Service estimate of a department"
    assert terms.put_into("Council actions") == "Commitments"  # a section that is called by a term, as its sheet is
