from __future__ import annotations

from typing import Any

import pytest

from svcdocs.model.findings import Finding
from tests.checks.councils import found

CODES = {"headlines-few", "headlines-many"}


def actions(*serves: str) -> list[dict[str, Any]]:
    return [{"ref": f"H{n}", "title": f"Number {n}", "serves": ref, "headline": "Yes"} for n, ref in enumerate(serves)]


def asked(rows: list[dict[str, Any]], **of: Any) -> list[Finding]:
    return [one for one in found(of=of, actions=rows) if one.code in CODES]


@pytest.mark.parametrize(("count", "codes"), [(2, ["headlines-few"]), (3, []), (7, []), (8, ["headlines-many"])])
def test_an_aim_with_fewer_than_three_or_more_than_seven_headline_actions_is_told_to_the_officer(
    count: int, codes: list[str]
) -> None:
    told = asked(actions(*["A"] * count), priorities=[{"level": "Aim", "ref": "A", "text": "Homes"}])
    assert [one.code for one in told] == codes
    assert {(one.audience, str(one.severity)) for one in told} <= {("officer", "note")}


def test_a_headline_action_counts_for_the_aim_above_the_council_action_it_serves() -> None:
    priorities = [
        {"level": "Aim", "ref": "A", "text": "Homes"},
        {"level": "Council action", "ref": "A1", "text": "Build", "under": "A"},
    ]
    assert asked(actions("A1", "A1", "A"), priorities=priorities) == []
    (told,) = asked(actions("A1"), priorities=priorities)
    assert told.message == "Aim A 'Homes' has 1 headline action; a reader looks for 3 or more."


def test_a_council_that_marks_none_and_an_aim_withdrawn_are_left_alone() -> None:
    aims = [{"level": "Aim", "ref": "A", "text": "Homes"}, {"level": "Aim", "ref": "B", "text": "Streets"}]
    unmarked = [{**row, "headline": ""} for row in actions("A", "A")]
    assert asked(unmarked, priorities=aims) == []
    gone = {**aims[1], "withdrawn_on": "1 May 2027"}
    assert asked(actions("A", "A", "A"), priorities=[aims[0], gone]) == []
    (told,) = asked(actions("A", "A", "A"), priorities=aims)
    assert told.message.startswith("Aim B 'Streets' has no headline actions;")


def test_while_a_plan_is_awaited_nobody_can_tell_how_few_there_are() -> None:
    services = [{"service": "Housing"}, {"service": "Late"}]
    aims = [{"level": "Aim", "ref": "A", "text": "Homes"}]
    assert asked(actions("A"), priorities=aims, services=services) == []
    many = asked(actions(*["A"] * 8), priorities=aims, services=services)
    assert [one.code for one in many] == ["headlines-many"]
    rules = [{"rule": "headlines-many", "limit": "8"}]
    assert asked(actions(*["A"] * 8), priorities=aims, services=services, rules=rules) == []


def test_a_headline_action_for_two_aims_counts_for_the_first_of_them_where_it_is_printed() -> None:
    aims = [{"level": "Aim", "ref": "A", "text": "Homes"}, {"level": "Aim", "ref": "B", "text": "Streets"}]
    (told,) = asked(actions("B, A", "A, B", "A"), priorities=aims)
    assert told.message.startswith("Aim B 'Streets' has no headline actions;")
