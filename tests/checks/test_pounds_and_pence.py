from __future__ import annotations

from typing import Any

import pytest

from svcdocs.model.findings import Finding
from tests.checks.councils import changed, found, framework, place

BID = {"ref": "B1", "what": "Vans", "why": "Old ones", "without": "They stop", "once": "One-off"}
LINE = {"heading": "Staff", "kind": "Spend"}


def pointed(**of: Any) -> list[Finding]:
    return [one for one in found(**of) if one.code == "money-point"]


@pytest.mark.parametrize(
    "of",
    [
        changed("actions", resources="£14.500 for vans"),
        changed("actions", outcome="Vans for £14.500."),
        {"bids": [BID | {"amounts": {"2027/28": "£14.500"}}]},
        {"money": [LINE | {"figures": {"2027/28": "£14.500"}}]},
        {"passages": [{"section": "Risks", "text": "It costs £14.500."}]},
    ],
)
def test_a_sum_with_a_point_for_a_comma_is_told_wherever_money_is_typed(of: dict[str, Any]) -> None:
    (finding,) = pointed(**of)
    assert "'£14.500' has three figures behind its point" in finding.message
    assert finding.hint.startswith("If thousands are meant, write £14,500; if pounds and pence, write £14.50.")


@pytest.mark.parametrize(
    ("written", "thousands", "pence"),
    [
        ("14.500", "14,500", "14.50"),
        ("£1.250.000", "£1,250,000", "£1,250.00"),
        ("£1,250.000", "£1,250,000", "£1,250.00"),
        ("£ 14.500 p.a.", "£ 14,500", "£ 14.50"),
        ("(14.500)", "14,500", "14.50"),
    ],
)
def test_a_column_of_sums_needs_no_pound_sign_and_both_ways_to_write_it_are_named(
    written: str, thousands: str, pence: str
) -> None:
    (finding,) = pointed(bids=[BID | {"amounts": {"2027/28": written}}])
    assert place(finding) == "Bids D6"
    assert finding.hint.startswith(f"If thousands are meant, write {thousands}; if pounds and pence, write {pence}.")


@pytest.mark.parametrize(
    "written", ["£14,500", "£14.50", "£1.250m", "£2.125 million", "£0.125", "£1.495 per litre", "£14.5", "1.5000"]
)
def test_pounds_and_pence_prices_and_millions_are_in_order(written: str) -> None:
    assert pointed(bids=[BID | {"amounts": {"2027/28": written}}]) == []
    assert pointed(**changed("actions", resources=written)) == []


def test_figures_in_thousands_or_millions_may_have_three_places() -> None:
    of = {"about": framework().about.model_dump() | {"money_unit": "£m"}}
    assert pointed(of=of, money=[LINE | {"figures": {"2027/28": "14.500"}}]) == []


def test_a_sum_with_a_point_is_not_told_again_as_another_than_its_bid_asks_for() -> None:
    told = found(bids=[BID | {"amounts": {"2027/28": "£14,500"}}], **changed("actions", resources="£14.500, bid B1"))
    assert {"money-point", "bid-restated"} & {one.code for one in told} == {"money-point"}
