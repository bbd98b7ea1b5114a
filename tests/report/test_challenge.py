from __future__ import annotations

from svcdocs.model.challenge import Question
from svcdocs.model.findings import CellRef
from svcdocs.report.challenge import challenge_text


def test_a_question_says_why_it_is_asked_and_where_that_stands() -> None:
    places = ("Actions F6", "Actions F7", "Actions F9", "Risks E3")
    where = tuple(CellRef("parks.xlsx", *place.split()) for place in places)
    assert challenge_text("Parks", [Question("Parks", "Which?", "20 of 26.", where)]).splitlines() == [
        "Parks: questions for the challenge meeting",
        "",
        "1. Which?",
        "   Why we ask: 20 of 26.",
        "   Where it stands: Actions F6:F7, F9; Risks E3",
    ]


def test_a_plan_that_raises_no_question_says_so() -> None:
    assert challenge_text("Parks", []).splitlines()[-1] == "The plan raises no question by itself."
