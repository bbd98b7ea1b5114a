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
