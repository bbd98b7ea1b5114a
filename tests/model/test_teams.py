from __future__ import annotations

from typing import Any

import pytest

from svcdocs.model.framework import Framework
from svcdocs.model.organisation import Service
from svcdocs.model.teams import (
    Change,
    changes_of,
    home_of,
    names_of,
    predecessors_of,
    stays_of,
    successors_of,
    team_called,
)

UNTIL, FROM = "30 September 2027", "1 October 2027"


def council(*rows: dict[str, Any], **about: str) -> Framework:
    """Three services, with some rows about teams or more services."""
    services = [{"service": "Housing", "also_called": "Homes"}, {"service": "Culture"}, {"service": "Streets"}, *rows]
    return Framework.model_validate({"about": {"first_year": "2027/28", "years": "2", **about}, "services": services})


def team(service: str, name: str, **changes: str) -> dict[str, str]:
    return {"service": service, "team": name, **changes}


MOVED = (
    team("Housing", "Community", belongs_until=UNTIL),
    team("Culture", "Arts and Community", also_called="Community", belongs_from=FROM),
)
MERGED = (
    team("Housing", "Advice", belongs_until=UNTIL),
    team("Streets", "Help", belongs_until=UNTIL),
    team("Culture", "Information", also_called="Advice\nHelp", belongs_from=FROM),
)
SPLIT = (
    team("Housing", "Community", belongs_until=UNTIL),
    team("Culture", "Arts", also_called="Community", belongs_from=FROM),
    team("Streets", "Sport", also_called="community", belongs_from=FROM),
)


def said(changes: tuple[Change, ...]) -> list[tuple[str, list[str], list[str]]]:
    """Each change as a line: day, what there was, what there is."""

    def named(rows: tuple[Service, ...]) -> list[str]:
        return [f"{row.service}: {row.team}" if row.team else row.service for row in rows]

    return [(str(change.day), named(change.before), named(change.after)) for change in changes]


def test_a_team_or_service_goes_by_every_name_of_its_row_the_one_in_use_first() -> None:
    rows = council(*MOVED).services
    assert names_of(rows[0]) == ("Housing", "Homes")
    assert names_of(rows[-1]) == ("Arts and Community", "Community")


def test_a_team_that_has_not_moved_is_at_home_where_it_is_although_another_service_has_one_of_its_name() -> None:
    both = council(team("Housing", "Support"), team("Culture", "Support"))
    assert home_of(both, "Support", "Culture") == "Culture"
    assert home_of(both, "support", "Housing") == "Housing"
    assert home_of(both, "Nobody", "Housing") == "Housing"


def test_a_team_that_moves_is_at_home_in_the_last_service_by_either_of_its_names() -> None:
    moved = council(*MOVED, team("Streets", "Community"))
    assert home_of(moved, "Community", "Housing") == "Culture"
    assert home_of(moved, "Arts and Community", "Culture") == "Culture"
    assert home_of(moved, "community") == "Culture"
    assert home_of(moved, "Community", "Streets") == "Streets"


def test_a_team_may_move_twice() -> None:
    rows = (
        team("Streets", "Sport", belongs_from="1 April 2028"),
        team("Housing", "Sport", belongs_until=UNTIL),
        team("Culture", "Sport", belongs_from=FROM, belongs_until="31 March 2028"),
    )
    moved = council(*rows)
    assert [row.service for row in stays_of(moved, "sport")] == ["Housing", "Culture", "Streets"]
    assert home_of(moved, "Sport", "Housing") == "Streets"
    assert said(changes_of(moved)) == [
        ("2027-10-01", ["Housing: Sport"], ["Culture: Sport"]),
        ("2028-04-01", ["Culture: Sport"], ["Streets: Sport"]),
    ]


def test_teams_that_merge_are_at_home_in_the_service_of_the_new_one() -> None:
    merged = council(*MERGED)
    assert [home_of(merged, name, old) for name, old in (("Advice", "Housing"), ("Help", "Streets"))] == ["Culture"] * 2
    assert said(changes_of(merged)) == [("2027-10-01", ["Housing: Advice", "Streets: Help"], ["Culture: Information"])]
    assert [row.team for row in predecessors_of(merged, merged.services[-1])] == ["Advice", "Help"]


def test_a_team_that_is_split_has_its_work_where_it_was() -> None:
    split = council(*SPLIT)
    assert home_of(split, "Community", "Housing") == "Housing"
    assert [row.team for row in successors_of(split, split.services[3])] == ["Arts", "Sport"]
    assert said(changes_of(split)) == [("2027-10-01", ["Housing: Community"], ["Culture: Arts", "Streets: Sport"])]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([team("Culture", "Games", belongs_from=FROM)], [("2027-10-01", [], ["Culture: Games"])]),
        ([team("Culture", "Games", belongs_until=UNTIL)], [("2027-10-01", ["Culture: Games"], [])]),
        ([{"service": "Water", "belongs_from": "July 2028"}], [("2028-07-01", [], ["Water"])]),
        ([{"service": "Water", "belongs_until": "31 July 2028"}], [("2028-08-01", ["Water"], [])]),
        (
            [
                {"service": "Water", "belongs_until": UNTIL},
                {"service": "Coast", "also_called": "Water", "belongs_from": FROM},
            ],
            [("2027-10-01", ["Water"], ["Coast"])],
        ),
        (
            [{"service": "Water", "belongs_until": UNTIL}, team("Streets", "Water", belongs_from=FROM)],
            [("2027-10-01", ["Water"], ["Streets: Water"])],
        ),
    ],
    ids=["new team", "team ends", "new service", "service closes", "service renamed", "service becomes a team"],
)
def test_what_begins_or_ends_is_a_change(rows: list[dict[str, Any]], expected: list[Any]) -> None:
    assert said(changes_of(council(*rows))) == expected


def test_changes_stand_in_order_of_date_and_only_those_while_the_plans_run() -> None:
    rows = (
        team("Culture", "Third", belongs_until="31 December 2028"),
        team("Culture", "First", belongs_from="2 April 2027"),
        team("Culture", "Second", belongs_from=FROM),
        team("Culture", "Before", belongs_from="1 April 2027"),
        team("Culture", "After", belongs_from="1 April 2029"),
        team("Culture", "At the end", belongs_until="31 March 2029"),
        team("Culture", "Unreadable", belongs_from="soon"),
    )
    names = [(change.after or change.before)[0].team for change in changes_of(council(*rows))]
    assert names == ["First", "Second", "Third", "Unreadable"]
    short = changes_of(council(*rows, ends_on="31 October 2027"))
    assert [(change.after or change.before)[0].team for change in short] == ["First", "Second", "Unreadable"]


def test_the_changes_of_one_service_are_those_that_touch_it_or_its_teams() -> None:
    moved = council(*MOVED, team("Streets", "Games", belongs_from=FROM))
    assert len(changes_of(moved, "Housing")) == len(changes_of(moved, "Culture")) == 1
    assert said(changes_of(moved, "Streets")) == [("2027-10-01", [], ["Streets: Games"])]


def test_a_team_without_a_last_day_is_followed_by_nothing() -> None:
    """Two services may each have a team of one name: that one of them is new says nothing about the other."""
    both = council(team("Housing", "Support"), team("Culture", "Support", belongs_from=FROM))
    assert said(changes_of(both)) == [("2027-10-01", [], ["Culture: Support"])]
    assert home_of(both, "Support", "Housing") == "Housing"


def test_a_team_that_moves_after_the_plans_have_ended_is_still_where_it_was() -> None:
    rows = (team("Housing", "A", belongs_until="31 March 2029"), team("Culture", "A", belongs_from="1 April 2029"))
    assert home_of(council(*rows), "A", "Housing") == "Housing"
    assert home_of(council(*rows, years="3"), "A", "Housing") == "Culture"


def test_a_team_is_found_in_its_service_by_any_of_its_names() -> None:
    moved = council(*MOVED, team("Homes", "Options", also_called="Advice"))
    for typed in ("Options", "  advice "):
        row = team_called(moved, "Housing", typed)
        assert row is not None
        assert row.team == "Options"
    assert team_called(moved, "Culture", "Options") is None
    assert team_called(moved, "Culture", "") is None


def test_a_team_moves_by_whichever_name_its_row_calls_the_service() -> None:
    back = council(team("Culture", "Arts", belongs_until=UNTIL), team("homes", "Arts", belongs_from=FROM))
    assert home_of(back, "Arts", "Culture") == "Housing"
    assert home_of(back, "Arts", "Homes") == "Housing"
