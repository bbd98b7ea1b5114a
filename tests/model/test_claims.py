from __future__ import annotations

from decimal import Decimal

import pytest

from svcdocs.model.claims import Certainty, Claim, ClaimKind, claims_of
from tests.corporate import small

YEARS = ("2027/28", "2028/29")


def claims(resources: str = "", **plan: object) -> list[Claim]:
    action = {"ref": "H1.1", "title": "Draw", "resources": resources}
    return list(claims_of(small.cycle({"service": "Homes", "actions": [action], **plan})))


@pytest.mark.parametrize(
    "resources", ["", "None", "None, we use the van", "Within existing resources.", "N/A", "Leave out"]
)
def test_what_is_met_from_what_there_is_is_no_claim(resources: str) -> None:
    assert claims(resources) == []


@pytest.mark.parametrize(
    ("resources", "sums"),
    [
        ("£24,000", {"": 24000}),
        ("£56,000 once, for desks", {"": 56000}),
        ("£24,000 per annum", {"2027/28": 24000, "2028/29": 24000}),
        ("£148,000 in 2027/28 and £162,000 in 2028/29, both in the budget", {"2027/28": 148000, "2028/29": 162000}),
        ("£44,000 once and £18,000 per annum", {"": 44000, "2027/28": 18000, "2028/29": 18000}),
        ("£95,000, of which £60,000 is promised by a trust", {"": 95000}),
        ("£12k a year", {"2027/28": 12000, "2028/29": 12000}),
    ],
)
def test_sums_are_told_by_the_years_in_which_they_are_needed(resources: str, sums: dict[str, int]) -> None:
    (claim,) = claims(resources)
    assert dict(claim.sums) == {year: Decimal(amount) for year, amount in sums.items()}
    assert claim.is_whole
    assert claim.written == resources


@pytest.mark.parametrize(
    "resources", ["£12,000 – £15,000", "£24,000; £3,500 per annum", "3 x £5,000", "various", "£270,000, and £40,000"]
)
def test_what_nobody_can_add_is_kept_and_in_no_sum(resources: str) -> None:
    (claim,) = claims(resources)
    assert (claim.sums, claim.is_whole, claim.written) == ((), False, resources)


@pytest.mark.parametrize(
    ("resources", "kind", "fte"),
    [
        ("Half of one post, paid from penalties (£23,500 per annum)", ClaimKind.PART, "0.5"),
        ("half-time cost of a project officer (£21,500)", ClaimKind.PART, "0.5"),
        ("£58,000 per annum for two trainees", ClaimKind.POST, "2"),
        ("0.6 FTE", ClaimKind.PART, "0.6"),
        ("£30,000 for a tree officer", ClaimKind.POST, None),
        ("£3,800 for training of officers", ClaimKind.SUM, None),
    ],
)
def test_posts_and_parts_of_posts_are_told_from_sums(resources: str, kind: ClaimKind, fte: str | None) -> None:
    (claim,) = claims(resources)
    assert (claim.kind, claim.fte) == (kind, Decimal(fte) if fte else None)


@pytest.mark.parametrize(
    ("resources", "certainty"),
    [
        ("£5,000", Certainty.ASKED),
        ("£5,000 from the climate reserve", Certainty.FIRM),
        ("£5,000 in the capital programme", Certainty.FIRM),
        ("£5,000, of which £2,000 is promised by a trust", Certainty.ASKED),
        ("£5,000, partly met by the vacant post", Certainty.ASKED),
        ("£5,000, if the bid is agreed", Certainty.CONDITIONAL),
        ("£5,000, subject to a business case", Certainty.CONDITIONAL),
        ("£5,000 of grant, not yet decided", Certainty.CONDITIONAL),
        ("£5,000 in May 2028", Certainty.ASKED),
    ],
)
def test_how_certain_a_claim_is_is_told_by_its_words(resources: str, certainty: Certainty) -> None:
    (claim,) = claims(resources)
    assert claim.certainty is certainty


@pytest.mark.parametrize(
    ("state", "certainty"),
    [
        ("Agreed", Certainty.FIRM),
        ("Asked for", Certainty.ASKED),
        ("", Certainty.ASKED),
        ("Not agreed", Certainty.REFUSED),
    ],
)
def test_a_bid_is_as_certain_as_its_answer(state: str, certainty: Certainty) -> None:
    (claim,) = claims(bids=[{"ref": "B1", "what": "A van", "amounts": {"2027/28": "£24,000"}, "state": state}])
    assert (claim.certainty, claim.written, claim.called) == (certainty, "2027/28: £24,000", "Homes: bid B1")


def test_a_post_is_a_claim_while_it_hangs_on_a_bid() -> None:
    rows = [
        {"title": "Adviser", "fte": "0.5", "state": "Subject to bid"},
        {"title": "Clerk", "fte": "1", "note": "(one year contract) (subject to bid process)"},
        {"title": "Helper", "number": "2", "state": "Not confirmed"},
        {"title": "Planner", "fte": "1", "state": "Vacant"},
        {"team": "Building", "fte": "4", "state": "Subject to bid"},
    ]
    found = [(one.name, str(one.fte), one.certainty) for one in claims(posts=rows)]
    assert found == [
        ("post Adviser", "0.5", Certainty.ASKED),
        ("post Clerk", "1", Certainty.ASKED),
        ("post Helper", "2", Certainty.CONDITIONAL),
    ]


def test_a_row_without_a_reference_is_called_by_its_words() -> None:
    (claim,) = claims_of(small.cycle({"service": "Homes", "actions": [{"title": "Draw up plans", "resources": "£5"}]}))
    assert claim.called == "Homes: Draw up plans"
