"""Requests known again: by what was sent out, by the register, by near words; answers that belong to none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from svcdocs.commands.requesting import printed_from, with_refs, with_requests
from svcdocs.model.assignments import requests_to
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.given_refs import GivenRef
from svcdocs.model.requests import Answered, Standing
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.reader import Reading
from tests.commands.asking import action
from tests.cycles import framework, plan

DAY = date(2027, 1, 4)
ROW = {
    "ref": "HO-r1",
    "asker": "Parks",
    "action": "P1.1",
    "title": "Improve the parks",
    "what": "a list of estates",
    "by": "March 2028",
    "asked_on": "4 January 2027",
}


def cycle(*actions: dict[str, Any], **council: Any) -> Cycle:
    return link(framework(**council), [plan("Parks", actions=list(actions) or [action()]), plan("Homes")])


def back(*rows: dict[str, str], asked: str = "Homes") -> Reading:
    """A workbook of requests that has come back."""
    answered = Answered.model_validate({"answers": [ROW | row for row in rows]})
    return Reading("r.xlsx", Identity(kind="requests"), requests_to(asked), {asked: {}}, answered=answered)


def known(*actions: dict[str, Any], on: date = DAY) -> tuple[GivenRef, ...]:
    return with_refs(with_requests(cycle(*actions), ()), (), ["Homes"], on)[1]


def test_a_request_stands_as_its_row_says() -> None:
    (one,) = with_requests(cycle(), [back({"answer": "Accepted"})]).requests.asked
    assert (one.ref.text, one.standing, one.of.ref.text) == ("HO-r1", Standing.ACCEPTED, "P1.1")


def test_one_that_was_sent_out_and_has_not_come_back_is_open() -> None:
    (one,) = with_requests(cycle(), [], known(action())).requests.asked
    assert (one.ref.text, one.standing, one.asked_on.text) == ("HO-r1", Standing.OPEN, "4 January 2027")
    assert one.answer is None


def test_one_that_was_not_sent_out_is_not_asked_yet() -> None:
    (one,) = with_requests(cycle(), []).requests.asked
    assert (one.ref.text, one.standing) == ("", Standing.NOT_ASKED)


def test_another_service_that_asks_for_the_same_action_is_another_request() -> None:
    made = with_requests(cycle(), [back({"asker": "Homes", "answer": "Accepted"})])
    assert made.requests.asked[0].standing is Standing.NOT_ASKED
    assert [one.answer.answer for one in made.requests.strays] == ["Accepted"]


def test_a_former_name_of_who_asks_is_that_service() -> None:
    council = framework().model_dump(mode="json")["services"]
    council[0]["also_called"] = "Green spaces"
    (one,) = with_requests(
        cycle(services=council), [back({"asker": "Green spaces", "answer": "Accepted"})]
    ).requests.asked
    assert one.standing is Standing.ACCEPTED


def test_what_is_answered_on_two_rows_counts_once_and_a_blank_row_never() -> None:
    made = with_requests(cycle(), [back({}, {"answer": "Accepted"}, {"answer": "Declined"})]).requests
    assert made.asked[0].standing is Standing.ACCEPTED
    assert [(one.answer.answer, one.is_twice) for one in made.strays] == [("Declined", True)]


def test_an_answer_whose_action_is_gone_is_kept_as_a_stray() -> None:
    made = with_requests(cycle(action(1, "N/A")), [back({"answer": "Accepted"})]).requests
    assert made.asked == ()
    assert [(one.asked, one.answer.ref.text, one.is_twice) for one in made.strays] == [("Homes", "HO-r1", False)]


def test_a_row_without_an_answer_is_no_stray() -> None:
    assert with_requests(cycle(action(1, "N/A")), [back({})]).requests.strays == ()


def test_taking_an_answer_out_changes_that_request_and_no_other() -> None:
    actions = action(1), action(2, "Homes: names of tenants")
    second = {"ref": "HO-r2", "action": "P1.2", "what": "names of tenants"}
    whole = with_requests(cycle(*actions), [back({"answer": "Accepted"}, {**second, "answer": "Declined"})]).requests
    less = with_requests(cycle(*actions), [back({"answer": "Accepted"}, second)]).requests
    assert whole.asked[0] == less.asked[0]
    assert [one.standing for one in (whole.asked[1], less.asked[1])] == [Standing.DECLINED, Standing.OPEN]
    assert whole.strays == less.strays == ()


def test_an_action_without_a_reference_is_known_by_its_words_and_by_the_one_it_was_given() -> None:
    quiet = action(1, ref="", title="Mow less, and later in the year")
    (bare,) = with_requests(
        cycle(quiet), [back({"action": "", "title": quiet["title"], "answer": "Accepted"})]
    ).requests.asked
    assert bare.standing is Standing.ACCEPTED
    register = (GivenRef("PA-x1", "Parks", "actions", quiet["title"], "2027-01-04"),)
    (named,) = with_requests(cycle(quiet), [back({"action": "PA-x1", "answer": "Accepted"})], register).requests.asked
    assert (named.action.text, named.standing) == ("PA-x1", Standing.ACCEPTED)


def test_references_are_never_given_twice() -> None:
    first = known(action())
    asked, register = with_refs(
        with_requests(cycle(action(7, title="Something new")), [], first), first, ["Homes"], DAY
    )
    assert [one.ref.text for one in asked["Homes"]] == ["HO-r2"]
    assert [one.ref for one in register] == ["HO-r1", "HO-r2"]


def test_the_register_follows_the_words_and_keeps_the_day() -> None:
    first = known(action())
    later = with_requests(cycle(action(1, "Homes: keys")), [], first)
    _, register = with_refs(later, first, ["Homes"], date(2027, 3, 1))
    assert [(one.ref, one.given, one.words.endswith("keys")) for one in register] == [("HO-r1", "2027-01-04", True)]


def test_a_register_written_by_hand_in_another_manner_does_no_harm() -> None:
    odd = (GivenRef("HO-r1", "Homes", "requests", "what?", "some day"),)
    (one,) = with_requests(cycle(), [], odd).requests.asked
    assert one.standing in (Standing.NOT_ASKED, Standing.OPEN)


def test_dates_are_in_the_councils_years() -> None:
    about = framework().about.model_dump(mode="json") | {"year_starts": "July"}
    made = with_requests(cycle(about=about), [back({"answer": "Other date", "new_date": "Q4 2027/28"})])
    starts = made.framework.financial_years.starts
    (one,) = made.requests.asked
    assert one.answer is not None
    assert one.answer.new_date.starts == one.by.starts == starts != 4


def test_a_plan_is_printed_from_what_it_asks_and_is_asked() -> None:
    files = {"Parks": ("parks.xlsx",), "Homes": ("homes.xlsx",)}
    made = with_requests(cycle(), [back({"answer": "Accepted"})])
    assert printed_from(made, files, {"Homes": "r.xlsx"}, ["register"]) == {
        "Parks": ("r.xlsx", "register"),
        "Homes": ("parks.xlsx", "r.xlsx", "register"),
    }
    assert printed_from(with_requests(cycle(), ()), files, {}, []) == {}


def test_requests_come_in_the_order_of_the_plans() -> None:
    made = with_requests(cycle(action(1, "All services: a day"), action(2), action(3, "Homes: keys")), ())
    assert [one.action.text for one in made.requests.asked] == ["P1.1", "P1.2", "P1.3"]
    assert replace(made, today=DAY).today == DAY
