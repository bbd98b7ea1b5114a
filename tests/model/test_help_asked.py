"""Whose help a cell asks for, and for what: written as people write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.model.framework import Framework
from svcdocs.model.help_asked import EVERYBODY, askable, asked_in
from svcdocs.model.text import Text

COUNCIL = Framework.model_validate(
    {
        "about": {"council": "Saltmarsh", "first_year": "2027/28"},
        "services": [
            {"service": "Housing and Communities", "also_called": "Housing"},
            {"service": "Housing and Communities", "team": "Repairs"},
            {"service": "Parks"},
            {"service": "Parks", "team": "Trees"},
            {"service": "Parks", "team": "Events"},
            {"service": "Arts", "team": "Events"},
            {"service": "Arts"},
        ],
        "contributors": [{"who": "Finance", "sheets": "Money"}, {"who": "HR", "sheets": "Posts"}],
        "glossary": [{"abbreviation": "HR", "meaning": "Human Resources"}],
    }
)
WHO = askable(COUNCIL)
HOUSING = "Housing and Communities"


def asked(cell: str) -> list[tuple[str, str]]:
    return [(one.of, one.what) for one in asked_in(Text.model_validate(cell), WHO)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Parks: tree surveys", [("Parks", "tree surveys")]),
        ("Parks – tree surveys", [("Parks", "tree surveys")]),
        ("Parks", [("Parks", "")]),
        ("PARKS: tree surveys", [("Parks", "tree surveys")]),
        ("Parks for surveys; Housing for lists", [("Parks", "for surveys"), (HOUSING, "for lists")]),
        ("• Parks: surveys\n• Housing: lists", [("Parks", "surveys"), (HOUSING, "lists")]),
        ("Parks, for the list of sites", [("Parks", "for the list of sites")]),
        ("Parks; and", [("Parks", "")]),
        ("Parks; county council", [("Parks", "")]),
    ],
)
def test_a_line_that_begins_with_a_name_asks_that_service_for_the_rest(cell: str, expected: object) -> None:
    assert asked(cell) == expected


def test_what_is_asked_keeps_its_days_people_and_money() -> None:
    said = "a business case. Two officers for 40 days; £2,000 for an adviser"
    assert asked(f"Finance: {said}") == [("Finance", said)]
    assert asked("Parks: two officers 40 days") == [("Parks", "two officers 40 days")]


def test_a_nested_line_belongs_to_the_service_above_it() -> None:
    assert asked("• Parks: surveys\n    – of oaks\n• Housing: lists") == [
        ("Parks", "surveys\nof oaks"),
        (HOUSING, "lists"),
    ]


def test_a_line_about_nobody_we_know_belongs_to_nobody() -> None:
    assert asked("Parks: surveys\nLegal Services: the leases") == [("Parks", "surveys")]
    assert asked("Parks: surveys. Legal Services: the leases.") == [("Parks", "surveys.")]


def test_several_names_before_one_colon_are_each_asked() -> None:
    assert asked("Parks, Housing and Communities and Finance: dates") == [
        ("Parks", "dates"),
        (HOUSING, "dates"),
        ("Finance", "dates"),
    ]


def test_the_longest_name_counts() -> None:
    assert asked("Housing and Communities: lists") == [(HOUSING, "lists")]
    assert asked("Parkside: lists") == []


def test_a_team_is_asked_by_its_service_and_stays_named() -> None:
    assert asked("Trees: surveys") == [("Parks", "Trees: surveys")]
    assert asked("Repairs") == [(HOUSING, "Repairs")]


def test_a_team_of_two_services_is_neither_of_them() -> None:
    assert asked("Events: a stage") == []


def test_who_works_for_several_services_can_be_asked_by_name_and_abbreviation() -> None:
    assert asked("Human Resources: recruitment\nHR: a contract") == [("HR", "recruitment\na contract")]


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        ("All services: a day each", "a day each"),
        ("All services as consultees", "as consultees"),
        ("all", ""),
        ("All/most services", ""),
        ("Potentially all service areas", ""),
        ("Every service: names", "names"),
    ],
)
def test_all_services_is_nobody_in_particular(cell: str, what: str) -> None:
    assert asked(cell) == [(EVERYBODY, what)]


def test_the_councils_own_word_for_services_counts_too() -> None:
    words = Framework.model_validate({"words": [{"term": "service", "singular": "directorate"}]}).words
    own = COUNCIL.model_copy(update={"words": words})
    found = asked_in(Text.model_validate("All directorates: a day each"), askable(own))
    assert [(one.of, one.what) for one in found] == [(EVERYBODY, "a day each")]


@pytest.mark.parametrize("cell", ["N/A", "None", "-", "", "various", "Leave out", "Alliance of traders", "allotments"])
def test_what_names_nobody_asks_nobody(cell: str) -> None:
    assert asked(cell) == []


@given(st.text(max_size=80))
def test_no_text_makes_it_fail_and_nobody_is_asked_twice(cell: str) -> None:
    found = [whom for whom, _ in asked(cell)]
    assert len(found) == len(set(found))
    assert set(found) <= {*WHO.names.values(), EVERYBODY}


@given(st.sampled_from(sorted(WHO.names)), st.text("abcdefgh äß£10", min_size=1, max_size=30))
def test_whatever_stands_behind_a_name_and_a_colon_is_what_is_asked(name: str, what: str) -> None:
    ((whom, said),) = asked(f"{name}: x {what}")
    assert whom == WHO.names[name]
    assert said.endswith(" ".join(f"x {what}".split()))
