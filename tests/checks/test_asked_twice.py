from __future__ import annotations

import pytest

from tests.checks.councils import cycle, place
from tests.checks.services import action, told, two_services

HALF = action(ref="H1", title="Inspect homes", resources="Half-time cost of a policy officer (£24,000)")
AGAIN = action(ref="H2", title="Advise tenants", resources="Half a policy officer, £24,000 per annum")


def test_the_same_half_post_asked_for_twice_is_told_once_at_the_later() -> None:
    (finding,) = told("asked-twice", cycle(actions=[HALF, AGAIN]))
    assert (place(finding), finding.audience) == ("Actions O7", "finance")
    assert finding.message == (
        "Action H2 'Advise tenants' asks for the same post, £24,000, as Action H1 'Inspect homes'."
    )


def test_across_services_the_officer_hears_of_it() -> None:
    (finding,) = told("asked-twice", two_services({"actions": [HALF]}, {"actions": [AGAIN | {"serves": ""}]}))
    assert (finding.service, finding.audience) == ("Streets", "officer")


@pytest.mark.parametrize(
    "resources",
    [
        "As in H1: half a policy officer, £24,000",
        "Half a policy officer, £25,000",
        "£24,000 for surveys",
        "£24,000",
        "Within existing resources",
        "The policy officer of H1, £24,000",
    ],
)
def test_another_sum_or_thing_or_one_that_says_where_it_comes_from_is_in_order(resources: str) -> None:
    assert told("asked-twice", cycle(actions=[HALF, AGAIN | {"resources": resources}])) == []


def test_an_action_and_the_bid_for_it_are_one_request() -> None:
    bid = {"ref": "B1", "what": "Half a policy officer", "amounts": {"2027/28": "£24,000"}, "fte": "0.5"}
    assert told("asked-twice", cycle(actions=[HALF], bids=[bid | {"serves": "H1"}])) == []
    assert len(told("asked-twice", cycle(actions=[HALF], bids=[bid]))) == 1
    assert told("asked-twice", cycle(actions=[HALF], bids=[bid | {"state": "Not agreed"}])) == []


ENERGY = {"ref": "B1", "what": "Half a post for energy", "fte": "0.5"} | {
    "amounts": {"2027/28": "£14,500", "2028/29": "£14,500"}
}
SAME_POST = ENERGY | {"ref": "B2", "what": "Energy assistant, part time"}


def test_two_bids_for_one_post_are_told_at_the_later_though_their_words_differ() -> None:
    (finding,) = told("asked-twice", cycle(bids=[ENERGY, SAME_POST]))
    assert place(finding) == "Bids D7"
    assert finding.message == (
        "Bid B2 'Energy assistant, part time' asks for the same post, £14,500, as Bid B1 'Half a post for energy'."
    )


def test_bids_of_two_services_for_one_post_are_for_the_officer() -> None:
    (finding,) = told("asked-twice", two_services({"bids": [ENERGY]}, {"bids": [SAME_POST]}))
    assert (finding.service, finding.audience) == ("Streets", "officer")


@pytest.mark.parametrize(
    "bid",
    [
        {"what": "Planning assistant, part time"},
        {"fte": "1"},
        {"amounts": {"2027/28": "£14,500", "2028/29": "£7,250"}},
        {"what": "Energy assistant, part time (see B1)"},
        {"state": "Not agreed"},
    ],
)
def test_a_bid_for_another_post_or_more_or_one_that_names_the_other_is_in_order(bid: dict[str, str]) -> None:
    assert told("asked-twice", cycle(bids=[ENERGY, SAME_POST | bid])) == []


def test_posts_are_compared_where_no_sum_is_given() -> None:
    one = {"ref": "B1", "what": "A second energy officer", "fte": "1"}
    (finding,) = told("asked-twice", cycle(bids=[one, one | {"ref": "B2", "what": "Second energy officer"}]))
    assert place(finding) == "Bids D7"
    assert "asks for the same post, 1 FTE, as Bid B1" in finding.message
    assert told("asked-twice", cycle(bids=[one, one | {"ref": "B2", "fte": "2"}])) == []
