from __future__ import annotations

from typing import Any

import pytest

from svcdocs.comparison.shares import changes_in, goes_on_from, merged_shares
from svcdocs.model.service_plan import Action, Declaration, Risk


def said(service: str = "Parks", *, ready: str = "", risks: tuple[str, ...] = (), **dates: str) -> dict[str, Any]:
    """What a workbook says: actions by title with their dates, and risks."""
    actions = tuple(
        Action.model_validate({"title": name.replace("_", " "), "finish": by}) for name, by in dates.items()
    )
    found = tuple(Risk.model_validate({"cause": cause}) for cause in risks)
    return {"": {"declarations": (Declaration(ready=ready),)}, service: {"actions": actions, "risks": found}}


BLANK = said()
MOWN = said(Mow_the_lawn="May 2027", Sow_the_meadow="June 2027", ready="Yes")


def test_changes_know_their_service() -> None:
    (change,) = changes_in(said(Mow="May 2027"), said(Mow="June 2027"))
    assert (change.service, change.before, change.after) == ("Parks", "May 2027", "June 2027")


def test_copies_are_merged_service_by_service() -> None:
    one, other = said("Parks", Mow="May 2027"), said("Homes", Paint="May 2027")
    found, clashes = merged_shares(BLANK, one, other)
    assert [str(action.title) for part in ("Parks", "Homes") for action in found[part]["actions"]] == ["Mow", "Paint"]  # type: ignore[attr-defined]
    assert clashes == ()


GOES_ON = {
    "the same again": MOWN,
    "more": said(Mow_the_lawn="May 2027", Sow_the_meadow="June 2027", Hoe_the_beds="July 2027"),
    "another date": said(Mow_the_lawn="May 2028", Sow_the_meadow="June 2027"),
}
DOES_NOT = {
    "nothing of it": said(risks=("Rust",), ready="Yes"),
    "blank": BLANK,
    "as much gone as there": said(Mow_the_lawn="May 2027"),
}


@pytest.mark.parametrize("new", GOES_ON.values(), ids=GOES_ON)
def test_whoever_goes_on_from_a_version_has_most_of_what_is_new_in_it(new: dict[str, Any]) -> None:
    assert goes_on_from(BLANK, MOWN, new)


@pytest.mark.parametrize("new", DOES_NOT.values(), ids=DOES_NOT)
def test_whoever_has_little_of_what_is_new_in_a_version_did_not_go_on_from_it(new: dict[str, Any]) -> None:
    assert not goes_on_from(BLANK, MOWN, new)


def test_a_little_may_be_gone_unless_nobody_else_has_seen_it() -> None:
    base = said()
    version = said(Mow_the_lawn="May 2027", Sow_the_meadow="June 2027", Hoe_the_beds="July 2027")
    assert goes_on_from(base, version, MOWN)
    assert not goes_on_from(base, version, MOWN, wholly=True)


def test_a_value_made_anew_shows_that_an_edit_nobody_has_seen_was_not_there() -> None:
    base, edit, new = said(Mow="May 2027"), said(Mow="July 2027"), said(Mow="June 2027")
    assert goes_on_from(base, edit, new)
    assert not goes_on_from(base, edit, new, wholly=True)


def test_what_was_taken_out_or_blanked_and_is_back_was_never_gone() -> None:
    base = said(Mow_the_lawn="May 2027", Sow_the_meadow="June 2027")
    assert not goes_on_from(base, said(Mow_the_lawn="May 2027"), base)
    assert not goes_on_from(base, said(Mow_the_lawn="", Sow_the_meadow=""), base)
    assert not goes_on_from(base, said(Mow_the_lawn=""), base, wholly=True)


def test_a_version_that_says_nothing_new_tells_nothing() -> None:
    assert goes_on_from(MOWN, MOWN, BLANK)


def test_that_a_copy_is_declared_ready_says_nothing_of_where_it_came_from() -> None:
    assert goes_on_from(BLANK, said(ready="Yes"), BLANK)
