"""The summary of the corporate plan: what is chosen for it, and how the money is shown."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from svcdocs.corporate.consolidation import consolidate
from svcdocs.documents.beside import style_of
from svcdocs.documents.corporate_summary import CorporateSummaryContext, corporate_summary_context
from svcdocs.documents.summary_aims import first_of_each
from svcdocs.model.corporate_view import Contribution
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import Action, ServicePlan
from tests.corporate import small


def cycle(*plans: dict[str, Any], **framework: Any) -> Cycle:
    council = Framework.model_validate({**small.FRAMEWORK, **framework})
    return link(council, [ServicePlan.model_validate(plan) for plan in plans])


def context(*plans: dict[str, Any], **framework: Any) -> CorporateSummaryContext:
    made = cycle(*(plans or (small.HOMES, small.STREETS)), **framework)
    return corporate_summary_context(consolidate(made), style_of(made, {}, draft=True))


@pytest.mark.parametrize(
    ("services", "chosen"),
    [("AAAA", [0, 1, 2]), ("AAAB", [0, 1, 3]), ("AABBCC", [0, 2, 4]), ("AB", [0, 1]), ("", [])],
)
def test_of_what_services_give_the_first_of_each_comes_before_the_second_of_any(
    services: str, chosen: list[int]
) -> None:
    given = [Contribution(service, Action.model_validate({"ref": str(n)})) for n, service in enumerate(services)]
    assert [int(one.record.ref.text) for one in first_of_each(given)] == chosen


def test_an_aim_has_its_promises_in_force_and_three_headline_actions_that_may_be_published() -> None:
    homes = copy.deepcopy(small.HOMES)
    homes["actions"] += [
        {"ref": f"H7.{n}", "title": f"Do {n}", "serves": "A1", "headline": "Yes", "publish": "No" if n == 1 else ""}
        for n in range(5)
    ]
    first, second = context(homes, small.STREETS).aims
    assert [block.plain for block in first.promises.blocks] == ["Build 20 homes", "Warm every home"]
    assert len(first.headlines.blocks) == 3
    assert "Do 1" not in first.headlines.plain
    assert [block.plain for block in second.promises.blocks] == ["Sweep every street weekly"]


def test_a_measure_tells_where_we_stand_and_the_target_and_stands_under_one_aim_alone() -> None:
    homes = copy.deepcopy(small.HOMES)
    homes["objectives"][0]["serves"] = "A1, B1"
    homes["indicators"][0]["objective"] = "H1"
    first, second = context(homes).aims
    assert [(row.name.plain, row.now, row.target) for row in first.measures] == [("Homes built", "6 (2025/26)", "10")]
    assert second.measures == ()
    homes["indicators"][0]["publish"] = "No"
    assert context(homes).aims[0].measures == ()


def test_what_all_services_report_alike_measures_no_aim() -> None:
    streets = copy.deepcopy(small.STREETS)
    streets["indicators"][0] |= {"objective": "S1", "results": {"2025/26": "70%"}}
    assert context(streets).aims[1].measures == ()


def test_the_money_is_the_councils_sums_and_is_drawn_where_two_columns_can_be_compared() -> None:
    money = context().money
    assert (money.columns, money.first) == (2, "2026/27 budget, as at 1 December 2026")
    assert [(row.kind, row.first, row.second) for row in money.rows] == [
        ("Spend", "100,000.30", "0.20"),
        ("Income", "40,000", "–"),
    ]
    assert money.drawn is not None
    assert "Not given by: Streets, Customers. Their figures are in no sum." in money.notes
    assert context(small.STREETS).money.rows == ()
    one = copy.deepcopy(small.HOMES)
    for line in one["money"]:
        line["figures"] = {"2026/27 budget": "5"}
    assert context(one).money.drawn is None


def test_a_kind_of_money_too_small_to_be_seen_stands_in_the_table_alone() -> None:
    homes = copy.deepcopy(small.HOMES)
    homes["money"].append(
        {"heading": "Less", "kind": "Saving", "figures": {"2026/27 budget": "9", "2027/28 estimate": "7"}}
    )
    money = context(homes).money
    assert "Saving" in [row.kind for row in money.rows]
    assert money.drawn is not None
    assert "Saving" not in money.drawn.picture.description


def test_of_more_columns_than_there_is_room_for_the_last_are_shown() -> None:
    years = [f"20{n}/{n + 1}" for n in range(25, 31)]
    columns = [{"heading": year, "year": year} for year in years]
    homes = {"service": "Homes", "money": [{"heading": "Pay", "kind": "Spend", "figures": dict.fromkeys(years, "5")}]}
    money = context(homes, money_columns=columns).money
    assert (money.columns, money.first, money.fourth) == (4, "2027/28", "2030/31")


def test_the_councils_own_words_on_having_a_say_stand_in_place_of_ours() -> None:
    assert context().say.plain.startswith("Tell us what you think of this plan")
    texts = [{"part": "Have your say", "text": "Come to the hall on 3 May."}, {"text": "Or write."}]
    assert context(corporate_text=texts).say.plain == "Come to the hall on 3 May.\nOr write."


def test_the_figures_leave_out_what_there_is_none_of() -> None:
    rows = {row.label: row.figure for row in context().figures}
    assert rows["Actions"] == "8"
    assert "Risks" in rows
    assert "Risks" not in {row.label for row in context({**small.HOMES, "risks": []}).figures}
