from __future__ import annotations

import pytest

from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import Objective, ServicePlan
from svcdocs.workbook.choices import answers_for, families_of, lists_for
from tests.plans import COUNCIL


def test_the_past_years_are_the_three_before_the_plan_for_councils_that_plan_late_as_well() -> None:
    assert families_of(COUNCIL)["past years"] == ("2024/25", "2025/26", "2026/27")
    assert families_of(COUNCIL)["plan years"] == ("2027/28", "2028/29")


def test_without_a_first_year_there_are_no_columns_of_years() -> None:
    assert families_of(Framework())["past years"] == families_of(Framework())["plan years"] == ()


def test_the_teams_offered_are_those_of_the_service() -> None:
    assert lists_for(COUNCIL, ["Housing"])["teams"] == ("Homelessness", "Repairs")
    assert lists_for(COUNCIL, ["Streets"])["teams"] == ()


def test_a_plan_offers_its_own_objectives_before_the_councils_priorities_each_once() -> None:
    plan = ServicePlan(service="Housing", objectives=(Objective(ref="HC1"), Objective(), Objective(ref="A")))
    assert lists_for(COUNCIL, ["Housing"], [plan])["objectives_and_priorities"] == ("HC1", "A", "A1")


def test_posts_are_offered_before_names() -> None:
    assert lists_for(COUNCIL)["leads"] == ("Housing Options Manager", "Tom Fell")


def test_a_list_that_offers_nothing_refuses_nothing() -> None:
    assert "services" not in answers_for(Framework())


def test_an_answer_is_known_with_places_behind_it_and_yes_as_excels_own_true() -> None:
    answers = answers_for(COUNCIL)
    assert [answers["likelihoods"].match(typed) for typed in ("3", "3.0", " 3.00 ", "3.5")] == ["3", "3", "3", None]
    assert [answers["yes_no"].match(typed) for typed in ("TRUE", "false", "Yes ")] == ["Yes", "No", "Yes"]


def test_an_answer_goes_before_a_spelling_of_another() -> None:
    framework = Framework.model_validate(
        {"sections": [{"key": "Risks", "heading": "Customers"}, {"key": "Customers", "heading": "Risks"}]}
    )
    assert answers_for(framework)["sections"].match(" customers") == "Customers"


def test_the_nearest_answer_is_offered_only_where_it_is_near() -> None:
    answers = answers_for(COUNCIL)["kinds"]
    assert (answers.nearest("Paragrah"), answers.nearest("zzz")) == ("Paragraph", "")


@pytest.mark.parametrize(
    ("name", "typed", "near"),
    [
        ("fates", "Not done", ""),
        ("fates", "Undone", ""),
        ("fates", "Don", "Done"),
        ("request_answers", "Not accepted", ""),
        ("request_answers", "Acepted", "Accepted"),
        ("same_or_not", "Not the smae", "Not the same"),
        ("same_or_not", "The smae", "The same"),
    ],
)
def test_no_answer_is_suggested_to_somebody_who_has_denied_it(name: str, typed: str, near: str) -> None:
    assert answers_for(COUNCIL)[name].nearest(typed) == near
