"""What has become of requests for help is told by who asks: made, asked or answered otherwise, withdrawn."""

from __future__ import annotations

from typing import Any

from svcdocs.comparison.versions import Compared, Version, compared
from svcdocs.model.cycle import Cycle
from tests.commands.asking import action
from tests.documents.test_requests import asked

NAME = "ES-r1 Improve the parks, a list of estates (asked of Homes)"


def version(cycle: Cycle, name: str = "a") -> Version:
    return Version(name, cycle.framework, tuple(cycle.plans), cycle.finance, cycle.requests)


def between(before: Cycle, after: Cycle) -> Compared:
    return compared(version(before), version(after, "b"))


def told(before: Cycle, after: Cycle) -> list[tuple[str, str, str, str]]:
    found = [one for one in between(before, after).changes if one.part == "requests"]
    assert {(one.service, one.also) for one in found} <= {("Parks", "Homes")}
    assert all(one.record.endswith("(asked of Homes)") for one in found)
    return [(one.kind.value, one.title, one.before, one.after) for one in found]


def test_a_request_that_is_made_and_one_that_is_withdrawn_are_told_whole() -> None:
    with_it, without = asked({}), asked()
    ((kind, _, before, after),) = told(without, with_it)
    assert (kind, before) == ("added", "")
    assert after.endswith("a list of estates")
    ((kind, _, before, after),) = told(with_it, without)
    assert (kind, after) == ("removed", "")
    assert before.endswith("a list of estates")


def test_what_was_answered_otherwise_is_told_answer_by_answer() -> None:
    before, after = asked({"answer": "Accepted", "words": "Gladly"}), asked({"answer": "Declined", "words": "No list"})
    assert told(before, after) == [
        ("changed", "Answer", "Accepted", "Declined"),
        ("changed", "Words", "Gladly", "No list"),
    ]
    later = asked({"answer": "Other date", "new_date": "May 2028"})
    assert told(asked({}), later) == [
        ("changed", "Answer", "", "Other date"),
        ("changed", "New date", "", "May 2028"),
    ]


def test_a_request_that_asks_something_else_is_told_beside_the_cell_and_keeps_what_was_said_to_it() -> None:
    before = asked({"answer": "Accepted"})
    after = asked({"answer": "Accepted"}, actions=[action(help_needed="Homes: the keys of estates")])
    assert told(before, after) == [("changed", "What is asked", "a list of estates", "the keys of estates")]


def test_the_same_requests_give_nothing_and_what_was_not_sent_out_is_none() -> None:
    assert told(asked({"answer": "Accepted"}), asked({"answer": "Accepted"})) == []
    assert told(asked(actions=[action(help_needed="None")]), asked()) == []


def test_requests_of_two_years_are_not_compared_and_that_is_said() -> None:
    about: dict[str, Any] = {"council": "Little Wick", "first_year": "2028/29", "years": "1"}
    found = between(asked({"answer": "Accepted"}), asked(about=about))
    assert not [one for one in found.changes if one.part == "requests"]
    assert "Requests for help are of one year: those of a and b are not compared." in found.not_compared
    assert not between(asked(actions=[action(help_needed="None")]), asked({})).not_compared
