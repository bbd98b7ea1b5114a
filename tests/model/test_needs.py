"""What is needed for one thing is added kind by kind, and only where that can be told."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from svcdocs.corporate.consolidation import consolidate
from svcdocs.model.cycle import link
from svcdocs.model.framework import Framework
from svcdocs.model.needs import NeedKind, Needs, Unadded
from svcdocs.model.service_plan import ServicePlan
from tests.corporate import small

EACH, ONCE, YEAR, CAPITAL = NeedKind


def needs(*said: str, bids: list[dict[str, Any]] | None = None, **council: Any) -> Needs:
    """The needs of an aim whose actions H9.0, H9.1 and so on say these of money."""
    actions = [{"ref": f"H9.{n}", "title": "x", "serves": "B1", "resources": text} for n, text in enumerate(said)]
    plan = ServicePlan.model_validate({"service": "Homes", "actions": actions, "bids": bids or []})
    cycle = link(Framework.model_validate(small.FRAMEWORK | council), [plan])
    return consolidate(cycle).aims[1].resources.needs


def sums(found: Needs) -> list[tuple[NeedKind, str, int, int]]:
    return [(one.kind, one.year, int(one.amount), one.count) for one in found.sums]


def left(found: Needs) -> dict[Unadded, list[str]]:
    return {why: [claim.ref for claim in claims] for why, claims in found.left}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (("£5,000 per annum", "£2,500 a year"), [(EACH, "", 7500, 2)]),
        (("£5,000 once", "One-off: £2,500"), [(ONCE, "", 7500, 2)]),
        (("£5,000 of capital", "£2,500 in the capital programme"), [(CAPITAL, "", 7500, 2)]),
        (("£5,000 in 2027/28", "£2,500 in 2027/28"), [(YEAR, "2027/28", 7500, 2)]),
        (("£5,000 of capital in 2028/29",), [(CAPITAL, "2028/29", 5000, 1)]),
        (("£5 in 2027/28 and £7 in 2028/29", "£1 in 2028/29"), [(YEAR, "2027/28", 5, 1), (YEAR, "2028/29", 8, 2)]),
        (("£44,000 once and £18,000 per annum",), [(EACH, "", 18000, 1), (ONCE, "", 44000, 1)]),
        (("£5,000 once", "£5,000 per annum"), [(EACH, "", 5000, 1), (ONCE, "", 5000, 1)]),
    ],
)
def test_only_what_is_of_one_kind_and_year_is_added(
    said: tuple[str, ...], wanted: list[tuple[NeedKind, str, int, int]]
) -> None:
    found = needs(*said)
    assert (sums(found), found.left, found.count) == (wanted, (), len(said))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("£12,000 – £15,000 once", Unadded.NO_FIGURE),
        ("Half a post", Unadded.NO_FIGURE),
        ("About £5,000 once", Unadded.NO_FIGURE),
        ("Up to £5,000 a year", Unadded.NO_FIGURE),
        ("£5,000? once", Unadded.NO_FIGURE),
        ("£5,000 and £2,000", Unadded.NO_FIGURE),
        ("£5,000", Unadded.NO_KIND),
        ("£5,000 over two years", Unadded.NO_KIND),
    ],
)
def test_what_is_not_clear_is_in_no_sum_and_says_why(said: str, why: Unadded) -> None:
    found = needs("£100 once", said)
    assert sums(found) == [(ONCE, "", 100, 1)]
    assert left(found) == {why: ["H9.1"]}


def test_a_bid_and_the_action_that_names_it_are_one_pound() -> None:
    bid = {"ref": "B7", "what": "Van", "serves": "H9.0", "amounts": {"2027/28": "£900"}, "once": "One-off"}
    assert sums(needs("£900 once, bid B7", "£50 once", bids=[bid])) == [(ONCE, "", 50, 1), (YEAR, "2027/28", 900, 1)]


def test_what_the_council_calls_the_same_is_one_pound() -> None:
    rows = [{"one": "Homes: H9.0", "other": "Homes: H9.1", "answer": "The same"}]
    assert sums(needs("£900 once", "£900 once", shared_resources=rows)) == [(ONCE, "", 900, 1)]


def test_a_bid_for_every_year_is_for_each_year_where_it_is_as_much_in_each() -> None:
    bids = [
        {"ref": f"B{n}", "what": "x", "serves": "B1", "amounts": {"2027/28": "£10", "2028/29": more},
         "once": "Every year"}
        for n, more in enumerate(("£10", "£30"))
    ]  # fmt: skip
    assert sums(needs(bids=bids)) == [(EACH, "", 10, 1), (YEAR, "2027/28", 10, 1), (YEAR, "2028/29", 30, 1)]


def test_what_was_not_agreed_and_what_is_not_for_publication_are_in_no_sum() -> None:
    bids = [
        {"ref": "B1", "what": "x", "serves": "B1", "amounts": {"2027/28": "£10"}, "state": "Not agreed"},
        {"ref": "B2", "what": "x", "serves": "B1", "amounts": {"2027/28": "£20"}, "publish": "No"},
        {"ref": "B3", "what": "x", "serves": "B1", "amounts": {"2027/28": "£40"}},
    ]
    found = needs(bids=bids)
    assert [one.amount for one in found.sums] == [Decimal(40)]
    assert left(found) == {Unadded.REFUSED: ["B1"], Unadded.HIDDEN: ["B2"]}
