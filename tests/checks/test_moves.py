from __future__ import annotations

from typing import Any

import pytest

from svcdocs.checks.run import checked
from svcdocs.model.cycle import link
from svcdocs.model.findings import Finding, Severity
from tests.checks.councils import PLAN, changed, found, framework, place

UNTIL, FROM = "30 September 2027", "1 October 2027"


def team(service: str, name: str, **changes: str) -> dict[str, str]:
    return {"service": service, "team": name, **changes}


def told(*rows: dict[str, Any], **about: str) -> list[Finding]:
    """What is said of a council with two services, in rows 6 and 7, and some more rows."""
    services = [{"service": "Housing"}, {"service": "Culture"}, *rows]
    return list(checked(link(framework(services=services, **about), [])).findings)


def test_a_move_a_merger_a_split_a_new_team_and_one_that_ends_are_in_order() -> None:
    assert (
        told(
            team("Housing", "Community", belongs_until=UNTIL),
            team("Culture", "Community", belongs_from=FROM),
            team("Housing", "Advice", belongs_until=UNTIL),
            team("Housing", "Help", belongs_until=UNTIL),
            team("Housing", "Information", also_called="Advice\nHelp", belongs_from=FROM),
            team("Culture", "Sport and Play", belongs_until="March 2028"),
            team("Culture", "Sport", also_called="Sport and Play", belongs_from="April 2028"),
            team("Housing", "Play", also_called="Sport and Play", belongs_from="1 April 2028"),
            team("Culture", "Games", belongs_from="1 May 2027", belongs_until="30 June 2027"),
        )
        == []
    )


@pytest.mark.parametrize(
    ("until", "begins", "said"),
    [
        ("31 October 2027", "1 October 2027", "overlap"),
        ("1 October 2027", "1 October 2027", "overlap"),
        ("29 September 2027", "1 October 2027", "leave a gap"),
        ("August 2027", "October 2027", "leave a gap"),
    ],
)
def test_days_that_overlap_or_leave_a_gap_are_reported_at_the_first_day_of_the_next(
    until: str, begins: str, said: str
) -> None:
    rows = (team("Housing", "A", belongs_until=until), team("Culture", "B", also_called="a", belongs_from=begins))
    (finding,) = told(*rows)
    assert (finding.code, finding.severity, finding.audience) == ("move-dates", Severity.WARNING, "officer")
    assert place(finding) == "Services and teams K9"
    assert finding.message == (
        f"The days of 'A' in Housing {said}: it stays until '{until}', and 'B' in Culture begins on '{begins}'."
    )


def test_a_first_day_after_the_last_is_reported() -> None:
    (finding,) = told(team("Housing", "A", belongs_from=FROM, belongs_until=UNTIL))
    assert (finding.code, place(finding)) == ("move-dates", "Services and teams K8")
    assert finding.message == f"'A' in Housing begins on '{FROM}', after its last day '{UNTIL}'."


@pytest.mark.parametrize(
    ("field", "day", "cell"),
    [
        ("belongs_from", "1 April 2020", "K8"),
        ("belongs_from", "2 April 2029", "K8"),
        ("belongs_until", "30 March 2027", "L8"),
        ("belongs_until", "May 2030", "L8"),
    ],
)
def test_a_change_outside_the_plans_is_noted(field: str, day: str, cell: str) -> None:
    (finding,) = told(team("Housing", "A", **{field: day}))
    assert (finding.code, finding.severity, finding.audience) == ("move-outside-plan", Severity.NOTE, "officer")
    assert place(finding) == f"Services and teams {cell}"
    assert finding.message == (
        f"'{day}' for 'A' in Housing lies outside the plans, which run from 1 April 2027 to 31 March 2029."
    )


def test_a_change_on_the_day_the_plans_begin_or_after_they_end_is_inside() -> None:
    first = (team("Housing", "A", belongs_until="31 March 2027"), team("Culture", "A", belongs_from="1 April 2027"))
    last = (team("Housing", "B", belongs_until="31 March 2029"), team("Culture", "B", belongs_from="1 April 2029"))
    assert told(*first, *last) == []


def test_a_service_that_closes_while_teams_stay_in_it_is_reported_once_with_their_names() -> None:
    (finding,) = told(
        {"service": "Water", "belongs_until": UNTIL},
        team("Water", "Pumps"),
        team("Water", "Pipes", belongs_until=UNTIL),
        team("Water", "Drains", belongs_until="31 October 2027"),
    )
    assert (finding.code, finding.severity, finding.audience) == ("service-closed", Severity.WARNING, "officer")
    assert place(finding) == "Services and teams L8"
    assert finding.message == f"'Water' closes on '{UNTIL}', and nothing says what becomes of 'Pumps', 'Drains'."


def test_each_service_may_have_a_team_of_one_name_unless_another_name_links_them() -> None:
    assert told(team("Housing", "Support"), team("Culture", "Support")) == []
    (finding,) = told(team("Housing", "Support"), team("Culture", "Help", also_called="support"))
    assert (finding.code, finding.severity, finding.audience) == ("team-twice", Severity.NOTE, "officer")
    assert place(finding) == "Services and teams A9"
    assert finding.message == (
        "'Support' in Housing and 'Help' in Culture go by one name, and no days say when it is which."
    )


@pytest.mark.parametrize(
    ("rows", "said", "cell"),
    [
        (
            [team("Housing", "A", belongs_until=UNTIL), team("Culture", "A")],
            f"'A' in Housing ends on '{UNTIL}', and 'A' in Culture has no first day.",
            "K9",
        ),
        (
            [team("Housing", "A"), team("Culture", "A", belongs_from=FROM)],
            f"'A' in Culture begins on '{FROM}', and 'A' in Housing has no last day.",
            "L8",
        ),
    ],
)
def test_a_team_of_which_only_one_day_is_given_may_have_moved(rows: list[Any], said: str, cell: str) -> None:
    (finding,) = told(*rows)
    assert (finding.code, finding.message, place(finding)) == ("team-twice", said, f"Services and teams {cell}")


def test_a_team_that_moved_leaves_others_of_its_name_alone() -> None:
    moved = (team("Housing", "A", belongs_until=UNTIL), team("Culture", "A", belongs_from=FROM))
    assert told({"service": "Water"}, *moved, team("Water", "A")) == []


def test_a_record_of_a_team_that_has_moved_on_says_where_to() -> None:
    services = [
        {"service": "Housing"},
        {"service": "Culture"},
        team("Housing", "Repairs"),
        team("Housing", "Homelessness", belongs_until=UNTIL),
        team("Culture", "Homelessness", belongs_from=FROM),
    ]
    posts = [*PLAN["posts"], {"team": "homelessness", "title": "A", "fte": "1"}]
    (finding,) = found(of={"services": services}, posts=posts, **changed("actions", team="Homelessness"))
    assert (finding.code, place(finding)) == ("team-unknown", "Posts A7")
    assert finding.message == "'homelessness' has moved to Culture, in whose plan its work is printed."
    assert (
        finding.hint
        == "Move the row into the workbook for Culture; if it is this service's work, take the team out of it."
    )


def test_a_team_of_another_service_is_told_to_be_that() -> None:
    services = [{"service": "Housing"}, {"service": "Culture"}, team("Housing", "Repairs"), team("Culture", "Museum")]
    of: dict[str, Any] = {"services": services}
    (finding,) = found(of=of, posts=[{"team": "Museum", "fte": "1"}], **changed("actions", team=""))
    assert finding.message == "'Museum' is not one of the teams of Housing. It belongs to Culture."
