from __future__ import annotations

from decimal import Decimal

from svcdocs.corporate.bids import bids_of
from tests.corporate import small

VAN = {
    "ref": "B1",
    "what": "A second van",
    "amounts": {"2027/28": "£24,000", "2028/29": "2,000 per annum"},
    "fte": "0.5",
}
POST = {"ref": "B2", "what": "A post", "amounts": {"2027/28": "30,000.50"}, "fte": "1"}


def test_bids_are_added_year_by_year_to_the_last_penny() -> None:
    (homes,) = bids_of(small.cycle({**small.HOMES, "bids": [VAN, POST]}))
    assert homes.service == "Homes"
    assert homes.sums == (("2027/28", Decimal("54000.50")), ("2028/29", None))
    assert homes.fte == Decimal("1.5")


def test_a_bid_of_which_an_amount_is_no_one_figure_is_named_and_that_year_not_added() -> None:
    (homes,) = bids_of(small.cycle({**small.HOMES, "bids": [VAN, POST]}))
    assert [str(bid.ref) for bid in homes.not_one_figure] == ["B1"]


def test_a_service_that_asks_for_nothing_is_not_listed() -> None:
    assert bids_of(small.cycle()) == ()


def test_amounts_of_bids_are_pounds_whatever_the_unit_of_the_budget() -> None:
    (homes,) = bids_of(small.cycle({**small.HOMES, "bids": [POST | {"amounts": {"2027/28": "£24k"}}]}))
    assert homes.sums[0] == ("2027/28", Decimal(24000))
