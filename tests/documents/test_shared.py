from __future__ import annotations

from svcdocs.corporate.bids import asked_of
from svcdocs.documents.action_plan import action_groups
from svcdocs.documents.bids import bid_rows
from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.corporate_bids import bids_part
from svcdocs.documents.setting import Setting, setting_of
from svcdocs.documents.shared import shared_with
from svcdocs.documents.supporting import supporting_information
from svcdocs.model.corporate_words import corporate_words_of
from svcdocs.model.cycle import Cycle
from tests.model.test_ledger import POST, SHARED, action, cycle

CONFIRMED = ("Homes: H1", "Streets: S1", "The same")


def setting(made: Cycle, service: str) -> Setting:
    plan = made.plan(service)
    assert plan is not None
    return setting_of(made, plan, {}, draft=True)


def test_both_plans_say_who_shares_and_a_row_that_nobody_shares_says_nothing() -> None:
    made = cycle(*SHARED, CONFIRMED)
    for service, others in (("Homes", "Streets (S1)"), ("Streets", "Homes (H1)")):
        here = setting(made, service)
        (row,) = here.plan.actions
        assert [one.plain for one in shared_with(row, here)] == [f"Shared with {others}; counted once"]
        assert f"Shared with {others}" in supporting_information(row, here).plain
        (group,) = action_groups(here)
        assert f"Shared with {others}" in group.rows[0].resources.plain
    apart = setting(cycle(*SHARED), "Homes")
    assert shared_with(apart.plan.actions[0], apart) == ()


def test_a_bid_says_who_shares_it_and_not_which_of_its_own_actions_it_is_for() -> None:
    homes = {"bids": [POST | {"serves": "H1"}], "actions": [action("H1", "£24,000")]}
    here = setting(cycle(homes, {"actions": [action("S1", "£24,000, bid B2 of Homes")]}), "Homes")
    (row,) = bid_rows(here.plan.bids, here)
    assert row.what.plain.endswith("Shared with Streets (S1); counted once")
    assert [one.plain for one in shared_with(here.plan.actions[0], here)] == ["Shared with Streets (S1); counted once"]


def test_the_corporate_plan_shows_a_share_once_with_all_who_ask_and_sums_all_by_certainty() -> None:
    made = cycle(*SHARED, CONFIRMED)
    here = setting_of(made, made.plans[0], {}, draft=True)
    part = bids_part(asked_of(made), Style(here, corporate_words_of(made.framework)))
    (row,) = part.rows
    assert (row.service, row.answer, row.fte) == ("Homes; Streets", "Asked for", "0.5")
    assert row.what.plain == "S1 – Do S1\nShared with Homes (H1); counted once"
    assert row.amounts.plain == part.total.amounts.plain == "No year given: £24,000"
    assert [(one.certainty, one.count, one.amounts.plain, one.fte) for one in part.certainties] == [
        ("Asked for", "1", "No year given: £24,000", "0.5")
    ]
