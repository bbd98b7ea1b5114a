"""Requests: found in plans, with the day they are needed, and how each stands by what was said to it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from svcdocs.model.as_written import WrittenDate
from svcdocs.model.requests import Answer, Request, Requests, Standing, answer_due, needed_by, requests_of
from svcdocs.model.service_plan import Action
from tests.cycles import framework, plan

COUNCIL = framework()


def needing(help_needed: str, **more: Any) -> tuple[Request, ...]:
    action = {"ref": "P1.1", "title": "Plant", "finish": "March 2028", "help_needed": help_needed} | more
    return requests_of(COUNCIL, [plan("Parks", actions=[action])])


def answered(**said: Any) -> Request:
    """A request as it was sent out, with an answer."""
    (one,) = needing("Homes: a list of estates")
    sent = one.model_copy(update={"ref": Answer(ref="H-r1").ref})
    row = sent.as_sent().model_dump(include=_SENT)
    return sent.model_copy(update={"answer": Answer.model_validate(row | said)})


_SENT = {"ref", "asker", "action", "title", "what", "by", "asked_on"}


def test_an_action_that_needs_another_service_makes_a_request() -> None:
    (one,) = needing("Homes: a list of estates")
    assert (one.asker, one.asked, one.action.text, one.what.plain, one.by.text) == (
        "Parks",
        "Homes",
        "P1.1",
        "a list of estates",
        "March 2028",
    )
    assert one.standing is Standing.NOT_ASKED
    assert one.of.title.plain == "Plant"


def test_a_team_of_its_own_is_no_request() -> None:
    assert needing("Parks: the mowers") == ()


def test_what_all_services_are_asked_is_a_notice() -> None:
    (one,) = needing("All services: a day each")
    assert one.is_notice
    assert not one.is_open


@pytest.mark.parametrize(
    ("help_needed", "finish", "by"),
    [
        ("Homes: lists (May 2027)", "March 2028", "May 2027"),
        ("Homes: lists", "1. May 2027\n2. June 2028\n3. Ongoing", "June 2028"),
        ("Homes: lists", "See actions", "See actions"),
        ("Homes: lists", "", ""),
        ("Homes: lists (of estates)", "March 2028", "March 2028"),
    ],
)
def test_it_is_needed_by_the_day_in_its_last_bracket_else_when_the_action_ends(
    help_needed: str, finish: str, by: str
) -> None:
    (one,) = needing(help_needed, finish=finish)
    assert one.by.text == by


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        ({}, Standing.OPEN),
        ({"words": "Perhaps"}, Standing.OPEN),
        ({"answer": "Accepted"}, Standing.ACCEPTED),
        ({"answer": "Declined"}, Standing.DECLINED),
        ({"answer": "Other date", "new_date": "May 2028"}, Standing.OTHER_DATE),
        ({"answer": "Question", "words": "Which?"}, Standing.QUESTION),
        ({"answer": "Accepted", "what": "a list of trees"}, Standing.CHANGED),
        ({"answer": "Accepted", "by": "May 2027"}, Standing.CHANGED),
        ({"answer": "Accepted", "what": "", "by": ""}, Standing.ACCEPTED),
        ({"answer": "Accepted", "what": "A  list of ESTATES"}, Standing.ACCEPTED),
    ],
)
def test_it_stands_as_was_said_to_it_while_it_asks_the_same(said: dict[str, str], standing: Standing) -> None:
    one = answered(**said)
    assert one.standing is standing
    assert one.is_open is (standing in (Standing.OPEN, Standing.CHANGED))


@pytest.mark.parametrize(
    ("new_date", "late"),
    [("May 2028", True), ("March 2028", False), ("1 April 2028", True), ("soon", False), ("", False)],
)
def test_another_day_is_too_late_behind_the_one_by_which_it_is_needed(new_date: str, late: bool) -> None:  # noqa: FBT001
    one = answered(answer="Other date", new_date=new_date)
    assert one.is_too_late is late
    assert one.is_contradicted is late


def test_it_is_sent_out_again_with_its_answer_and_without_it_once_it_has_changed() -> None:
    same, changed = (
        answered(answer="Accepted", words="Gladly"),
        answered(answer="Accepted", what="trees", words="Gladly"),
    )
    assert (same.as_sent().answer, same.as_sent().words.plain) == ("Accepted", "Gladly")
    assert not changed.as_sent().says_something
    assert changed.as_sent().what.plain == "a list of estates"
    assert same.as_sent().ref == changed.as_sent().ref


def test_only_what_was_sent_out_is_asked_by_and_of_a_service() -> None:
    (quiet,) = needing("Homes: trees", ref="P1.2")
    all_of_them = Requests(asked=(answered(), quiet))
    assert (
        [one.ref.text for one in all_of_them.by("Parks")]
        == ["H-r1"]
        == [one.ref.text for one in all_of_them.of("Homes")]
    )
    assert all_of_them.by("Homes") == all_of_them.of("Parks") == ()


def test_an_answer_is_due_on_the_day_of_the_calendar_else_so_many_days_after_asking() -> None:
    asked = date(2027, 1, 4)
    dated = framework(calendar=[{"when": "1 February 2027", "what": "Requests between services are answered"}])
    assert answer_due(COUNCIL, asked, 14) == date(2027, 1, 18)
    assert answer_due(dated, asked, 14) == date(2027, 2, 1)
    assert answer_due(dated, date(2027, 2, 8), 14) == date(2027, 2, 22)


def test_two_requests_are_the_same_wherever_they_were_read() -> None:
    (one,), (other,) = needing("Homes: lists"), needing("Homes: lists")
    assert one == other.for_action(Action(title="another"))


def test_a_date_in_words_stays_as_it_was_written() -> None:
    assert needed_by(Action.model_validate({"finish": "As soon as possible"}), "") == WrittenDate(
        text="As soon as possible"
    )
