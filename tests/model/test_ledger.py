from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import Framework
from svcdocs.model.ledger import Ledger, claims_named, fte_of, ledger_of, sums_of
from svcdocs.model.service_plan import ServicePlan
from tests.corporate import small

POST = {"ref": "B2", "what": "Half a policy officer", "amounts": {"2027/28": "£24,000"}, "fte": "0.5"}
Rows = dict[str, Any]


def action(ref: str, resources: str, **more: Any) -> Rows:
    return {"ref": ref, "title": f"Do {ref}", "resources": resources, **more}


def cycle(homes: Rows, streets: Rows | None = None, *rows: tuple[str, str, str]) -> Cycle:
    shared = [dict(zip(("one", "other", "answer"), row, strict=True)) for row in rows]
    framework = Framework.model_validate(small.FRAMEWORK | {"shared_resources": shared})
    plans = [{"service": "Homes"} | homes, {"service": "Streets"} | (streets or {})]
    return link(framework, [ServicePlan.model_validate(plan) for plan in plans])


def together(ledger: Ledger) -> list[list[str]]:
    return [[claim.called for claim in line.claims] for line in ledger.lines]


@pytest.mark.parametrize(
    ("homes", "streets", "lines"),
    [
        # An action names its bid; another sum is told by a check of its own.
        ({"actions": [action("H1", "£24,000, bid B2")], "bids": [POST]}, {}, 1),
        # A bid is for an action that gives the same sum.
        ({"actions": [action("H1", "£24,000 a year")], "bids": [POST | {"serves": "H1"}]}, {}, 1),
        # Two actions of the same plan, of which one says that it asks for the same.
        ({"actions": [action("H1", "£24,000"), action("H2", "As asked for in H1")]}, {}, 1),
        # An action speaks of another, and asks for something beside it.
        ({"actions": [action("H1", "£24,000"), action("H2", "£9,000, once H1 is done")]}, {}, 2),
        # The bid of another service.
        ({"bids": [POST]}, {"actions": [action("S1", "£24,000, bid B2 of Homes")]}, 1),
        # A reference of its own goes before that of another service.
        ({"bids": [POST]}, {"actions": [action("S1", "Bid B2")], "bids": [POST]}, 2),
        # A post by its title, within the service.
        (
            {
                "actions": [action("H1", "£18,000 for the Recycling Adviser")],
                "posts": [{"title": "Recycling Adviser", "fte": "0.6", "state": "Subject to bid"}],
            },
            {"actions": [action("S1", "£18,000 for the Recycling Adviser")]},
            2,
        ),
        # A bare number is no reference.
        ({"actions": [action("3", "£5,000"), action("4", "3 posts, £90,000")]}, {}, 2),
    ],
)
def test_claims_of_which_one_names_the_other_are_one_line(homes: Rows, streets: Rows, lines: int) -> None:
    assert len(ledger_of(cycle(homes, streets)).lines) == lines


def test_a_bid_counts_before_the_action_it_is_for_and_a_post_gives_its_full_time_posts() -> None:
    homes = {
        "actions": [action("H1", "£30,000 for the Tree Officer, bid B2")],
        "bids": [POST | {"fte": ""}],
        "posts": [{"title": "Tree Officer", "fte": "0.4", "state": "Subject to bid"}],
    }
    (line,) = ledger_of(cycle(homes)).lines
    assert (dict(line.sums), line.fte) == ({"2027/28": Decimal(24000)}, Decimal("0.4"))


SHARED = (
    {"actions": [action("H1", "Half a policy officer, £24,000")]},
    {"actions": [action("S1", "A half-time policy officer (£24,000)")]},
)


def test_near_wording_joins_nothing_until_the_framework_says_so() -> None:
    assert sums_of(ledger_of(cycle(*SHARED)).lines, ()) == (("", Decimal(48000)),)
    both = cycle(*SHARED, ("Homes: H1", "Streets: s 1", "the same"))
    assert together(ledger_of(both)) == [["Homes: H1", "Streets: S1"]]
    assert sums_of(ledger_of(both).lines, ()) == (("", Decimal(24000)),)
    assert fte_of(ledger_of(both).lines) == Decimal("0.5")


def test_what_the_framework_says_are_two_are_not_taken_for_one() -> None:
    homes = {"actions": [action("H1", "£24,000, bid B2")], "bids": [POST]}
    assert len(ledger_of(cycle(homes, None, ("Homes: H1", "Homes: bid B2", "Not the same"))).lines) == 2


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("Homes: H1", ["Homes: H1"]),
        ("homes : action H1", ["Homes: H1"]),
        ("Homes: bid B2", ["Homes: bid B2"]),
        ("Homes: post tree officer", ["Homes: post Tree Officer"]),
        ("Homes: Build a shed", ["Homes: Build a shed"]),
        ("B2", ["Homes: bid B2"]),
        ("Homes: H9", []),
        ("Elsewhere: H1", []),
        ("", []),
    ],
)
def test_a_cell_names_a_row_by_service_and_reference_or_words(typed: str, named: list[str]) -> None:
    homes = {
        "actions": [action("H1", "£5"), {"title": "Build a shed", "resources": "£7"}],
        "bids": [POST],
        "posts": [{"title": "Tree Officer", "fte": "0.4", "state": "Subject to bid"}],
    }
    assert [claim.called for claim in claims_named(cycle(homes), typed)] == named


@given(
    amounts=st.lists(st.integers(1, 90), min_size=2, max_size=9),
    pairs=st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=8),
    order=st.randoms(use_true_random=False),
)
def test_the_ledger_comes_to_the_sum_of_what_differs_in_whatever_order(
    amounts: list[int], pairs: list[tuple[int, int]], order: Any
) -> None:
    rows = [action(f"H{at}", f"£{amount},000") for at, amount in enumerate(amounts)]
    said = [(f"Homes: H{one}", f"Homes: H{other}", "The same") for one, other in pairs]
    group = list(range(len(amounts)))
    for one, other in pairs:
        if one < len(group) and other < len(group):
            group = [group[one] if each == group[other] else each for each in group]
    distinct = sum(max(amounts[at] for at in range(len(group)) if group[at] == head) for head in set(group))
    for _ in range(2):
        found = sums_of(ledger_of(cycle({"actions": rows}, None, *said)).lines, ())
        assert found == (("", Decimal(distinct * 1000)),)
        order.shuffle(rows)
        order.shuffle(said)
