from __future__ import annotations

import pytest

from tests.checks.councils import found, place


def told(*posts: tuple[str, str, str, str]) -> list[tuple[str, str, str]]:
    rows = [dict(zip(("team", "title", "number", "fte"), post, strict=True)) for post in posts]
    return [(finding.code, place(finding), finding.audience) for finding in found(posts=rows)]


FITTER, CLERK = ("Repairs", "Fitter", "2", "2"), ("", "Clerk", "1", "0.5")


def test_a_team_whose_posts_come_to_something_else_is_told_to_hr_at_the_total() -> None:
    assert told(FITTER, CLERK, ("Repairs", "", "", "3.5")) == [("fte-total-differs", "Posts D8", "hr")]
    assert told(FITTER, CLERK, ("", "Total", "", "7")) == [("fte-total-differs", "Posts D8", "hr")]


@pytest.mark.parametrize("total", ["2.5", "2.50"])
def test_a_total_that_its_posts_come_to_is_in_order(total: str) -> None:
    assert told(FITTER, CLERK, ("Repairs", "", "", total)) == []
    assert told(("Repairs", "Fitter", "1", "0.67"), ("Repairs", "Clerk", "1", "0.67"), ("Repairs", "", "", "1.3")) == []


def test_nobody_can_tell_a_total_while_a_post_has_no_figure() -> None:
    assert told(FITTER, ("", "Clerk", "1", ""), ("Repairs", "", "", "9")) == []
    assert told(("Repairs", "", "", "9"), ("Homelessness", "", "", "3")) == []


def test_more_full_time_posts_than_posts_are_told_at_the_fte() -> None:
    assert told(("Repairs", "Fitter", "2", "2.6")) == [("fte-over-number", "Posts D6", "hr")]
    assert told(("Repairs", "Fitter", "3", "2.6"), ("Repairs", "Clerk", "", "2")) == []
