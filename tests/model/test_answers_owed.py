"""Answers that are owed: to whom, by whom and by when, and no more once they have been given."""

from __future__ import annotations

from datetime import date

import pytest

from svcdocs.commands.requesting import with_requests
from svcdocs.model.answers_owed import answers_owed, day_of_answer, first_due
from svcdocs.model.cycle import Cycle, link
from tests.commands.asking import action
from tests.commands.test_requesting import back
from tests.cycles import framework, plan


def asked(*rows: dict[str, str]) -> Cycle:
    actions = [action(1), action(2, "Homes: keys")]
    made = link(framework(), [plan("Parks", actions=actions), plan("Homes")])
    return with_requests(made, [back(*rows)] if rows else [])


SECOND = {"ref": "HO-r2", "action": "P1.2", "what": "keys", "asked_on": "1 February 2027"}


def test_what_was_asked_and_not_answered_is_owed_to_who_asked() -> None:
    (one, other) = answers_owed(asked({}, SECOND))
    assert (one.service, one.who, one.what, one.when.text) == (
        "Parks",
        "Homes",
        "the answer to HO-r1, for P1.1 Improve the parks",
        "18 January 2027",
    )
    assert other.when.text == "15 February 2027"
    assert one.record is not None


def test_the_first_of_them_says_when_a_workbook_is_due() -> None:
    assert {who: day.text for who, day in first_due(asked(SECOND, {})).items()} == {"Homes": "18 January 2027"}
    assert first_due(asked({"answer": "Accepted"}, SECOND))["Homes"].text == "15 February 2027"


@pytest.mark.parametrize("rows", [(), ({"answer": "Accepted"}, {**SECOND, "answer": "Declined"})])
def test_nothing_is_owed_of_what_was_answered_or_never_sent_out(rows: tuple[dict[str, str], ...]) -> None:
    assert answers_owed(asked(*rows)) == ()
    assert first_due(asked(*rows)) == {}


def test_a_request_that_has_changed_is_owed_an_answer_again() -> None:
    assert [one.what[:19] for one in answers_owed(asked({"answer": "Accepted", "what": "trees"}))] == [
        "the answer to HO-r1"
    ]


def test_one_that_does_not_say_when_it_was_asked_is_owed_without_a_day() -> None:
    (one,) = answers_owed(asked({"asked_on": ""}))
    assert one.when.text == ""
    assert first_due(asked({"asked_on": ""})) == {}


def test_the_sheet_rules_may_give_more_days() -> None:
    council = framework(rules=[{"rule": "request-unanswered", "limit": "30"}])
    assert day_of_answer(council, date(2027, 1, 1)) == date(2027, 1, 31)
