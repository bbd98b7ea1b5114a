"""What is told of requests, to whom and at which cell; the rules' own examples run elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from svcdocs.checks.run import checked
from svcdocs.commands.requesting import with_requests
from svcdocs.model.cycle import link
from svcdocs.model.findings import Finding
from svcdocs.model.given_refs import GivenRef
from tests.commands.asking import action
from tests.commands.test_requesting import back
from tests.cycles import framework, plan

DUE, AFTER = date(2027, 1, 18), date(2027, 1, 19)
SENT = GivenRef("HO-r1", "Homes", "requests", "Parks\tP1.1\tImprove the parks\ta list of estates", "2027-01-04")


def told(
    *rows: dict[str, str],
    today: date | None = AFTER,
    register: tuple[GivenRef, ...] = (),
    actions: list[dict[str, Any]] | None = None,
    **council: Any,
) -> list[Finding]:
    plans = [plan("Parks", actions=actions or [action()]), plan("Homes")]
    made = with_requests(link(framework(**council), plans), [back(*rows)] if rows else [], register)
    found = checked(replace(made, today=today)).findings
    return [one for one in found if one.code.startswith("request-")]


def codes(*rows: dict[str, str], **more: Any) -> list[str]:
    return [one.code for one in told(*rows, **more)]


def test_a_request_is_late_from_the_day_after_its_answer_was_due() -> None:
    assert codes({}, today=DUE) == []
    assert codes({}) == ["request-unanswered"]
    assert codes({}, today=None) == []


def test_the_limit_and_the_calendar_of_the_council_say_when_it_is_due() -> None:
    assert codes({}, rules=[{"rule": "request-unanswered", "limit": "20"}]) == []
    assert codes({}, calendar=[{"when": "1 February 2027", "what": "Requests are answered"}]) == []
    assert codes({}, calendar=[{"when": "1 January 2027", "what": "Requests are answered"}]) == ["request-unanswered"]


def test_who_was_asked_hears_of_a_row_without_an_answer() -> None:
    (one,) = told({})
    assert (one.audience, one.service) == ("service", "Homes")
    assert one.message == (
        "Homes has not answered what Action P1.1 'Improve the parks' of Parks needs of it: 'a list of estates'; "
        "that was due on 18 January 2027."
    )


def test_a_workbook_that_has_not_come_back_is_told_once_to_the_officer() -> None:
    second = replace(SENT, ref="HO-r2", words="Parks\tP1.2\tImprove the parks\tkeys")
    (one,) = told(register=(SENT, second), actions=[action(1), action(2, "Homes: keys")])
    assert (one.code, one.audience, one.service, one.where) == ("request-unanswered", "officer", "Homes", None)
    assert one.message.startswith("Homes has not answered the 2 requests of other services")


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"answer": "Declined"}, "request-declined", "Services whose help we need"),
        ({"answer": "Other date", "new_date": "May 2028"}, "request-later", "Finish by"),
        ({"answer": "Question", "words": "Which?"}, "request-question", "Services whose help we need"),
    ],
)
def test_the_team_that_asks_hears_what_does_not_go_with_its_action(said: dict[str, str], code: str, field: str) -> None:
    (one,) = told(said)
    assert (one.code, one.service, one.audience, one.field) == (code, "Parks", "team", field)
    assert not one.blocks


def test_a_reason_on_the_row_of_the_action_answers_what_was_declined() -> None:
    reason = action(reason="The county council helps instead.")
    assert codes({"answer": "Declined"}, actions=[reason]) == []


@pytest.mark.parametrize(
    "said",
    [
        {"answer": "Accepted"},
        {"answer": "Other date", "new_date": "March 2028"},
        {"answer": "Declined", "what": "keys"},
    ],
)
def test_what_goes_with_the_action_is_told_to_no_team(said: dict[str, str]) -> None:
    assert {one.audience for one in told(said)} <= {"officer"}


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"answer": "Other date"}, "New date"),
        ({"answer": "Other date", "new_date": "soon"}, "New date"),
        ({"answer": "Question"}, "Words"),
        ({"words": "We might"}, "Answer"),
        ({"new_date": "May 2028"}, "Answer"),
    ],
)
def test_an_answer_that_lacks_something_is_told_at_what_it_lacks(said: dict[str, str], field: str) -> None:
    (one,) = told(said)
    assert (one.code, one.field, one.service) == ("request-unclear", field, "Homes")


def test_a_request_that_has_changed_is_told_to_the_officer_alone() -> None:
    (one,) = told({"answer": "Accepted", "what": "keys"})
    assert (one.code, one.audience) == ("request-changed", "officer")
    assert "asks 'a list of estates' by now" in one.message
    (other,) = told({"answer": "Accepted", "by": "May 2027"})
    assert "needs it by 'March 2028' by now" in other.message


def test_an_answer_to_what_nobody_asks_is_told_and_silent_while_that_plan_is_awaited() -> None:
    assert codes({"answer": "Accepted"}, actions=[action(1, "N/A")]) == ["request-gone"]
    made = with_requests(link(framework(), [plan("Homes")]), [back({"answer": "Accepted"})])
    assert not [one for one in checked(made).findings if one.code.startswith("request-")]


def test_finance_hears_as_somebody_who_works_for_several() -> None:
    council = {"contributors": [{"who": "Finance", "sheets": "Money"}]}
    plans = [plan("Parks", actions=[action(1, "Finance: a list of estates")])]
    made = with_requests(link(framework(**council), plans), [back({"answer": "Other date"}, asked="Finance")])
    (one,) = (one for one in checked(made).findings if one.code.startswith("request-"))
    assert (one.code, one.audience, one.service) == ("request-unclear", "other", "")


def test_a_service_that_was_sent_a_request_need_not_be_asked_once_more() -> None:
    def unasked(*rows: dict[str, str]) -> list[str]:
        made = with_requests(
            link(framework(), [plan("Parks", actions=[action()]), plan("Homes")]), [back(*rows)] if rows else []
        )
        return [one.code for one in checked(made).findings if one.code == "help-unasked"]

    assert unasked() == ["help-unasked"]
    assert unasked({}) == []
