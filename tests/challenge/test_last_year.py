from __future__ import annotations

from typing import Any

from svcdocs.challenge.pack import challenge_pack
from svcdocs.model.challenge import Question
from tests.comparison.last_years import SHELTER, TREES, plan, said, since


def asked(before: list[dict[str, Any]], start: str, **now: Any) -> list[Question]:
    pack = challenge_pack(since({"actions": before}, plan(**now)), ())
    return [question for question in pack["Housing"] if question.text.startswith(start)]


def test_what_was_dropped_is_asked_about_with_its_reasons() -> None:
    rows = [said(SHELTER, "Dropped", why="The county runs one action", asked="Cllr Mir"), said(TREES, "Dropped")]
    (question,) = asked([SHELTER, TREES], "Why are", last_year=rows)
    assert question.text == (
        "Why are HC1.1 'Open a second emergency night shelter' and HC1.2 'Plant four hundred trees along main roads' "
        "no longer in the plan, and who will notice?"
    )
    assert question.why == (
        "The reasons given: HC1.1: 'The county runs one action', asked: 'Cllr Mir'; HC1.2: none, and nobody was asked."
    )
    assert [cell.cell for cell in question.where] == ["F3", "F4"]


def test_what_was_put_off_is_asked_about_with_both_ends() -> None:
    (question,) = asked([SHELTER], "What keeps the new end", actions=[SHELTER | {"finish": "June 2028"}])
    assert question.why == "Since last year's plan, 'March 2027' became 'June 2028'."


def test_nothing_is_asked_where_nothing_was_dropped_or_put_off() -> None:
    assert asked([SHELTER], "Why", actions=[SHELTER]) == []
    assert asked([SHELTER], "What keeps", actions=[SHELTER]) == []
