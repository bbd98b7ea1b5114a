from __future__ import annotations

from decimal import Decimal

from svcdocs.corporate.bids import asked_of
from svcdocs.model.claims import Certainty
from tests.corporate import small

VAN = {
    "ref": "B1",
    "what": "A second van",
    "amounts": {"2027/28": "£24,000", "2028/29": "2,000 per annum"},
    "fte": "0.5",
}
POST = {"ref": "B2", "what": "A post", "amounts": {"2027/28": "30,000.50"}, "fte": "1"}


def test_bids_are_added_year_by_year_to_the_last_penny() -> None:
    asked = asked_of(small.cycle({**small.HOMES, "bids": [VAN, POST]}))
    assert [line.services for line in asked.lines] == [("Homes",), ("Homes",)]
    assert asked.sums == (("2027/28", Decimal("54000.50")), ("2028/29", None))
    assert asked.fte == Decimal("1.5")


def test_a_bid_of_which_an_amount_is_no_one_figure_is_not_whole_and_that_year_not_added() -> None:
    asked = asked_of(small.cycle({**small.HOMES, "bids": [VAN, POST]}))
    assert [line.counted.name for line in asked.lines if not line.is_whole] == ["bid B1"]


def test_a_service_that_asks_for_nothing_is_not_listed() -> None:
    assert asked_of(small.cycle()).lines == ()


def test_amounts_of_bids_are_pounds_whatever_the_unit_of_the_budget() -> None:
    asked = asked_of(small.cycle({**small.HOMES, "bids": [POST | {"amounts": {"2027/28": "£24k"}}]}))
    assert asked.sums[0] == ("2027/28", Decimal(24000))


def test_what_was_not_agreed_is_listed_and_in_no_sum() -> None:
    asked = asked_of(small.cycle({**small.HOMES, "bids": [VAN | {"state": "Not agreed"}, POST]}))
    assert [line.certainty for line in asked.lines] == [Certainty.REFUSED, Certainty.ASKED]
    assert asked.sums[0] == ("2027/28", Decimal("30000.50"))
    # Beside the one bid there is a post of Homes that is subject to a bid.
    assert [(one.certainty, one.count) for one in asked.certainties if one.count] == [(Certainty.ASKED, 2)]


def test_what_two_services_share_stands_once_beside_the_bids_and_in_the_sums_of_all() -> None:
    homes = small.HOMES | {"bids": [POST]}
    streets = small.STREETS | {
        "actions": [{"ref": "S9", "title": "Plan streets", "resources": "£30,000.50, bid B2 of Homes, if agreed"}]
    }
    asked = asked_of(small.cycle(homes, streets))
    assert [line.services for line in asked.lines] == [("Homes", "Streets")]
    assert asked.sums == (("2027/28", Decimal("30000.50")), ("2028/29", None))
    assert sum(one.count for one in asked.certainties) == 2  # with the post of Homes that is subject to a bid
