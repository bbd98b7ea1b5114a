from __future__ import annotations

import pytest

from tests.checks.councils import PLAN, changed, cycle, place
from tests.checks.services import action, told

CALLS = changed("indicators", ref="HI07", name="Calls", unit="Percentage", targets={"2027/28": "90%", "2028/29": "92%"})
BID = {"ref": "LB1", "what": "Rooms", "amounts": {"2027/28": "£64,000", "2028/29": "£6,000"}}


@pytest.mark.parametrize("text", ["Our target for HI07 is 95%.", "For HI7 we set a target of 80 per cent."])
def test_a_target_in_the_text_that_the_table_does_not_have_is_told_at_the_text(text: str) -> None:
    passages = [*PLAN["passages"], {"section": "Risks", "text": text}]
    assert [place(one) for one in told("target-restated", cycle(passages=passages, **CALLS))] == ["Passages B8"]


def test_a_target_in_an_actions_outcome_is_held_against_the_table_too() -> None:
    rows = [action(outcome="The target for HI07 is 99%")]
    assert [place(one) for one in told("target-restated", cycle(actions=rows, **CALLS))] == ["Actions K6"]


@pytest.mark.parametrize(
    "text",
    [
        "Our target for HI07 is 92%.",
        "HI07 rose to 85%.",
        "Our target for HI09 is 80%.",
        "The target for HI07 is 12 calls.",
    ],
)
def test_a_target_that_stands_there_or_is_another_thing_is_in_order(text: str) -> None:
    passages = [*PLAN["passages"], {"section": "Risks", "text": text}]
    assert told("target-restated", cycle(passages=passages, **CALLS)) == []


def test_an_action_that_gives_another_sum_than_its_bid_is_told_at_the_sum() -> None:
    rows = [action(resources="£46,000, bid LB1")]
    assert [place(one) for one in told("bid-restated", cycle(actions=rows, bids=[BID]))] == ["Actions O6"]


@pytest.mark.parametrize(
    "written", ["£64,000, bid LB1", "£70,000 over two years, bid LB1", "bid LB1", "£5,000", "£1,000 and £2,000, LB1"]
)
def test_an_action_that_gives_what_the_bid_asks_for_or_no_single_sum_is_in_order(written: str) -> None:
    assert told("bid-restated", cycle(actions=[action(resources=written)], bids=[BID])) == []
