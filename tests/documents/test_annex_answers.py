"""What was answered to those who need help stands with the need: in annex C, and in its sheet of the spreadsheet."""

from __future__ import annotations

import pytest

from svcdocs.commands.beside_names import ANNEXES
from svcdocs.model.cycle import Cycle
from svcdocs.model.publication import for_corporate_plan
from tests.commands.asking import action
from tests.documents import besides
from tests.documents.corporate_outline import outline, section
from tests.documents.test_requests import asked

C = ANNEXES[2]
SAID = [
    ({"answer": "Accepted", "words": "Gladly"}, "Accepted: Gladly"),
    ({"answer": "Other date", "new_date": "May 2028"}, "By May 2028"),
    ({"answer": "Declined", "words": "We keep none"}, "Declined: We keep none"),
    ({"answer": "Question", "words": "Which?\nAll?"}, "Question: Which? All?"),
    ({}, "Not answered yet"),
]


def annex(cycle: Cycle) -> str:
    return outline(besides.printed(cycle)[C])


def answers(cycle: Cycle) -> list[str]:
    return [row["Answer"] for row in besides.rows(besides.book(cycle), "Dependencies")]


@pytest.mark.parametrize(("said", "told"), SAID)
def test_an_answer_stands_below_what_is_needed_on_the_side_that_asks_and_on_that_which_is_asked(
    said: dict[str, str], told: str
) -> None:
    text = annex(asked(said))
    for heading, line in (("Parks needs", "Homes: a list of estates"), ("Homes is asked for", "P1.1: a list of")):
        _, _, below = section(text, heading).partition(line)
        assert f"Answer: {told}" in below, heading


@pytest.mark.parametrize(("said", "told"), SAID)
def test_an_answer_stands_in_the_row_of_what_is_needed(said: dict[str, str], told: str) -> None:
    assert [" ".join(one.split()) for one in answers(asked(said))] == [told]


def test_answers_are_counted_over_what_is_needed() -> None:
    actions = [action(1), action(2, "Homes: keys"), action(3, "All services: a day each")]
    text = annex(asked({"answer": "Accepted"}, actions=actions))
    assert "Requests to other services: 2. Sent out in writing: 1. Accepted: 1." in text
    assert text.count("Answer: ") == 2  # below the need, and on the side that is asked


def test_what_nobody_has_been_asked_in_writing_says_so_in_its_row_and_has_no_answer_in_the_annex() -> None:
    actions = [action(1), action(2, "All services: a day each"), action(3, "The Parish Clerk: dates")]
    cycle = asked(actions=actions)
    assert answers(cycle) == [
        "Not asked in writing yet",
        "Asks all services, so that nobody in particular answers",
        "–",
    ]
    text = annex(cycle)
    assert "Answer: " not in text
    assert "Requests to other services: 1. None has been sent out in writing yet." in text


def test_an_answer_is_known_by_its_action_in_the_plans_as_the_public_may_read_them() -> None:
    cycle = for_corporate_plan(asked({"answer": "Accepted"}, people=[{"name": "Jo Lane", "post": "Head"}]))
    assert answers(cycle) == ["Accepted"]


def test_what_is_asked_for_an_action_that_is_not_for_publication_has_no_answer_either() -> None:
    cycle = for_corporate_plan(asked({"answer": "Declined", "words": "SECRET"}, actions=[action(publish="No")]))
    assert "SECRET" not in annex(cycle)
    assert "SECRET" not in str(answers(cycle))
