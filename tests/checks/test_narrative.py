from __future__ import annotations

from typing import Any

import pytest

from tests.checks.councils import PLAN, cycle, place
from tests.checks.services import told

POSTS = [
    {"team": "Repairs", "title": "Fitter", "number": "40", "fte": "38.5"},
    {"team": "Homelessness", "title": "Adviser", "number": "30", "fte": "26"},
]
MONEY = [
    {"heading": "Employees", "kind": "Spend", "figures": {"2027/28": "1,500,000"}},
    {"heading": "Fees", "kind": "Income", "figures": {"2027/28": "280,000"}},
]
TABLES = {
    "objectives": [PLAN["objectives"][0] | {"ref": f"HC{n}"} for n in (1, 2, 3)],
    "posts": POSTS,
    "money": MONEY,
}


def said(text: str, **more: Any) -> list[str]:
    passages = [*PLAN["passages"], {"section": "Risks", "text": text}]
    of = {"money_columns": [{"heading": "2027/28", "year": "2027/28"}]}
    return [place(finding) for finding in told("figure-contradicts", cycle(of=of, passages=passages, **TABLES | more))]


@pytest.mark.parametrize(
    "text",
    [
        "Our 25 objectives are set out below.",
        "The plan sets out twelve actions.",
        "We have 42 staff.",
        "The service has 74.5 FTE.",
        "Our workforce of 60 full-time equivalent posts is spread over two teams.",
        "We have a net budget of £1.4m.",
        "Our budget of £1,230,000 is tight.",
        "Two of the six objectives are about homes.",
        "Our objectives are those of the council. Two of the five stand in its own plan.",
    ],
)
def test_a_figure_that_is_none_of_the_tables_is_told_at_the_text(text: str) -> None:
    assert said(text) == ["Passages B8"]


@pytest.mark.parametrize(
    "text",
    [
        "Our three objectives are set out below.",
        "We have 70 staff.",
        "The service has 64.5 FTE, and the team for repairs has 38.5 FTE.",
        "The service has about 65 FTE.",
        "We have a net budget of £1.2m.",
        "We have a gross budget of £1,500,000.",
        "Last year we had 25 objectives.",
        "We will have 80 FTE by 2029.",
        "The council has 33 actions.",
        "Two of our objectives need a budget of their own.",
        "We answered 42 people and 25 letters.",
        "Two of the three objectives are about homes.",
        "20 of the 28 actions in the 2026/27 plan are complete.",
        "Some of our actions are met with doubt. Two of the five are late.",
        "Our tenants are young. Two of the five stand alone.",
        "By March 2028 our budget of £2m would be needed.",
    ],
)
def test_a_figure_that_fits_or_speaks_of_something_else_is_in_order(text: str) -> None:
    assert said(text) == []


def test_nothing_contradicts_a_table_that_is_not_there_or_not_all_of_it() -> None:
    assert said("We have 42 staff.", posts=[]) == []
    assert said("We have 42 staff.", posts=[*POSTS, {"team": "Repairs", "title": "Clerk", "fte": "1"}]) == []
    unread = [*MONEY, {"heading": "Other", "kind": "Spend", "figures": {"2027/28": "some"}}]
    assert said("We have a net budget of £1.4m.", money=unread) == []


def test_a_budget_with_two_digits_in_another_order_is_told_with_the_one_it_may_be() -> None:
    passages = [*PLAN["passages"], {"section": "Risks", "text": "We have a net budget of £1,202,000."}]
    of = {"money_columns": [{"heading": "2027/28", "year": "2027/28"}]}
    (finding,) = told("figure-contradicts", cycle(of=of, passages=passages, money=MONEY))
    assert finding.message == (
        "The text says 'net budget of £1,202,000', and the plan's own table has 1,220,000: two digits may have changed"
        " places."
    )
    assert finding.severity == "warning"
    assert finding.hint.startswith("Correct the text or the sheet Money; ")


def council_said(text: str, **changes: Any) -> list[str]:
    of = {"corporate_text": [{"part": "Foreword", "text": text}]} | changes.pop("of", {})
    return [finding.message for finding in told("figure-contradicts", cycle(of=of, **changes))]


def test_the_councils_own_texts_agree_with_all_plans_together() -> None:
    assert council_said("Our 9 actions matter most.") == [
        "The text says 'Our 9 actions', and all plans together have 1."
    ]
    assert council_said("Our 2 indicators matter most. We have 2.0 FTE in all.") == [
        "The text says 'Our 2 indicators', and all plans together have 1."
    ]


def test_of_the_councils_own_texts_nothing_is_said_while_a_return_is_awaited() -> None:
    of = {"services": [{"service": "Housing"}, {"service": "Parks"}]}
    assert council_said("Our 9 actions matter most.", of=of) == []
