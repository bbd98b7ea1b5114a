from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from svcdocs.model.assignments import Assignment
from svcdocs.model.states import State
from svcdocs.report.counting import Counts
from svcdocs.report.mail import address_in, letter_to
from tests.cycles import framework

ABOUT = {"council": "Saltmarsh Borough Council", "first_year": "2027/28", "officer": "Asha Verrall"}
PARKS = Assignment("Parks", ("Parks",), (), contact="Tom Fell", email="tom.fell@saltmarsh.example")


NONE = Counts()


def body(state: State | None, counts: Counts = NONE, asked: Assignment | None = PARKS) -> str:
    link = letter_to(framework(about=ABOUT), "Parks", asked, state, counts).link
    return parse_qs(urlsplit(link).query)["body"][0].replace("\r\n", "\n")


def test_the_link_goes_to_the_contact_with_a_subject_and_a_body_that_mail_programs_read() -> None:
    letter = letter_to(framework(about=ABOUT), "Parks", PARKS, State.READY, Counts(2, 1, 5))
    assert letter.address == "tom.fell@saltmarsh.example"
    assert letter.link.startswith(
        "mailto:tom.fell@saltmarsh.example?subject=Service%20plan%202027%2F28%3A%20the%20work"
    )
    assert "\r\n\r\n" in unquote(letter.link)
    assert len(letter.link) < 1800


@pytest.mark.parametrize(
    ("state", "counts", "says"),
    [
        (None, Counts(), "has not come back yet."),
        (State.NOT_STARTED, Counts(), "has not come back yet."),
        (State.STARTED, Counts(), "is not said to be ready yet"),
        (State.RECEIVED, Counts(2, 1, 5), "found 2 to put right and 1 to check."),
        (State.RECEIVED, Counts(0, 1, 0), "found 1 to check."),
        (State.RECEIVED, Counts(0, 0, 5), "There is nothing to put right in it."),
    ],
)
def test_the_body_says_what_the_state_of_the_workbook_asks_for(state: State | None, counts: Counts, says: str) -> None:
    told = body(state, counts)
    assert says in told
    assert told.startswith("Dear Tom Fell,\n\n")
    assert told.endswith("\n\nAsha Verrall")
    assert "svcdocs" not in told


def test_without_a_contact_the_contributor_is_addressed_and_without_an_address_nobody() -> None:
    letter = letter_to(framework(about=ABOUT), "Parks", None, State.READY, Counts())
    assert letter.address == ""
    assert letter.link.startswith("mailto:?subject=")
    assert body(State.READY, asked=None).startswith("Dear Parks,")


@pytest.mark.parametrize(
    "typed",
    ["", "Tom Fell", "a@b.example?cc=c@d.example", "a@b.example, c@d.example", "a b@c.example", "a&b@c.example"],
)
def test_what_is_not_one_address_is_none(typed: str) -> None:
    assert address_in(typed) == ""
