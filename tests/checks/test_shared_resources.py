from __future__ import annotations

from svcdocs.checks.run import checked
from tests.model.test_ledger import POST, SHARED, Rows, action, cycle


def told(code: str, *of: Rows, rows: tuple[tuple[str, str, str], ...] = ()) -> list[str]:
    return [one.message for one in checked(cycle(of[0], of[1], *rows)).findings if one.code == code]


def test_near_wording_across_services_is_proposed_with_the_row_to_type() -> None:
    (finding,) = [one for one in checked(cycle(*SHARED)).findings if one.code == "asked-twice"]
    assert finding.audience == "officer"
    assert finding.hint == (
        "Ask the two services; then type on the framework's sheet Shared resources: "
        "'Homes: H1' | 'Streets: S1' | 'The same' or 'Not the same'."
    )


def test_either_answer_on_the_sheet_settles_it() -> None:
    for answer in ("The same", "Not the same"):
        assert told("asked-twice", *SHARED, rows=(("Homes: H1", "Streets: S1", answer),)) == []


def test_a_row_that_names_nothing_or_does_not_answer_is_told() -> None:
    rows = (("Homes: H1", "Streets: S9", "The same"), ("Homes: H1", "Streets: S1", ""))
    assert told("shared-unclear", *SHARED, rows=rows) == [
        "'Streets: S9' is no row that asks for money or posts, so this changes nothing.",
        "It is not said whether the two rows ask for the same, so this changes nothing.",
    ]


def test_services_that_give_different_sums_for_what_they_share_are_told() -> None:
    streets = {"actions": [action("S1", "£26,000, bid B2 of Homes")]}
    assert told("shared-sum-differs", {"bids": [POST]}, streets) == [
        "Streets: S1 asks for £26,000, and Homes: bid B2 for £24,000, for what they share; the second is counted."
    ]
    same = {"actions": [action("S1", "£24,000, bid B2 of Homes")]}
    assert told("shared-sum-differs", {"bids": [POST]}, same) == []
