"""Who needs whose help: everything a cell says is told, of whoever it asks."""

from __future__ import annotations

from typing import Any

import pytest

from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import Framework
from svcdocs.model.help_asked import EVERYBODY
from svcdocs.model.helping import asks_of
from svcdocs.model.service_plan import ServicePlan

COUNCIL: dict[str, Any] = {
    "about": {"council": "Little Wick", "first_year": "2027/28", "years": "1"},
    "services": [{"service": "Homes"}, {"service": "Streets"}, {"service": "Streets", "team": "Parks"}],
}


def cycle(*cells: str) -> Cycle:
    actions = [{"ref": f"H{place}", "title": "Act", "help_needed": cell} for place, cell in enumerate(cells, 1)]
    plan = ServicePlan.model_validate({"service": "Homes", "actions": actions})
    return link(Framework.model_validate(COUNCIL), [plan])


def told(*cells: str) -> list[tuple[str, str, bool]]:
    return [(ask.of, ask.what, ask.is_other) for ask in asks_of(cycle(*cells))]


@pytest.mark.parametrize(
    ("cell", "asks"),
    [
        ("Streets: signs", [("Streets", "signs", False)]),
        ("Streets", [("Streets", "", False)]),
        ("All services: a day each", [(EVERYBODY, "a day each", False)]),
        ("Legal Services: the leases", [("Legal Services", "the leases", True)]),
        ("county council", [("county council", "", True)]),
        ("Streets: signs\nThe Clerk – dates", [("Streets", "signs", False), ("The Clerk", "dates", True)]),
        ("Streets; county council", [("Streets", "", False), ("county council", "", True)]),
        ("N/A", []),
        ("None", []),
        ("-", []),
        ("", []),
        ("Streets; and", [("Streets", "", False)]),
    ],
)
def test_a_cell_asks_whom_it_names_for_what_it_says(cell: str, asks: list[tuple[str, str, bool]]) -> None:
    assert told(cell) == asks


def test_a_long_line_that_names_nobody_says_what_is_needed() -> None:
    line = "somebody who knows how to move eleven thousand records without losing any of them"
    assert told(line) == [("", line, True)]


def test_whom_another_cell_names_alone_is_told_apart_from_what_for() -> None:
    assert told("Legal Services", "Legal Services for auctions") == [
        ("Legal Services", "", True),
        ("Legal Services", "auctions", True),
    ]
    assert told("Money for auctions") == [("Money for auctions", "", True)]


def test_what_is_asked_of_the_own_service_is_no_help_of_others() -> None:
    assert told("Homes: time\nStreets: signs") == [("Streets", "signs", False)]
