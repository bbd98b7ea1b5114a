"""Two versions of all plans: what differs is told of the right service, and what cannot be compared is said."""

from __future__ import annotations

from typing import Any

from svcdocs.comparison.versions import Version, compared
from svcdocs.model.changes import Change
from svcdocs.model.finance import Finance
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan

ABOUT = {"council": "Saltmarsh", "first_year": "2027/28", "years": "2"}
SERVICES = [{"service": "Parks"}, {"service": "Homes"}]
ACTION = {"ref": "P1", "title": "Plant", "finish": "May 2027", "status": "A"}
INDICATOR = {
    "ref": "I1",
    "name": "Trees",
    "results": {"2024/25": "4", "2026/27": "6"},
    "targets": {"2027/28": "7", "2028/29": "9"},
}


def version(name: str = "a", *plans: dict[str, Any], **of: Any) -> Version:
    framework = Framework.model_validate({"about": ABOUT, "services": SERVICES} | of)
    return Version(name, framework, tuple(ServicePlan.model_validate(plan) for plan in plans), Finance())


def parks(**parts: Any) -> dict[str, Any]:
    return {"service": "Parks"} | parts


def told(*changes: Change) -> list[tuple[str, str, str, str]]:
    return [(one.service, one.field, one.before, one.after) for one in changes]


def test_versions_that_say_the_same_give_nothing() -> None:
    one = version("a", parks(actions=[ACTION], indicators=[INDICATOR]), {"service": "Homes"})
    found = compared(one, one)
    assert not found.changes
    assert not found.not_compared


def test_what_the_council_decided_comes_before_the_services() -> None:
    before = version("a", parks(actions=[ACTION]), {"service": "Homes"})
    after = version(
        "b", parks(actions=[ACTION | {"finish": "June 2027"}]), {"service": "Homes"}, about=ABOUT | {"version": "Final"}
    )
    assert told(*compared(before, after).changes) == [
        ("", "version", "", "Final"),
        ("Parks", "finish", "May 2027", "June 2027"),
    ]


def test_a_plan_that_has_not_come_in_is_not_taken_for_one_that_dropped_everything() -> None:
    before, after = version("a", parks(actions=[ACTION]), {"service": "Homes"}), version("b", {"service": "Homes"})
    found = compared(before, after)
    assert found.changes == ()
    assert found.not_compared == ("Parks has no plan in b yet, so nothing of it is compared.",)


def test_a_service_that_is_no_more_is_told_record_by_record() -> None:
    before = version("a", parks(actions=[ACTION]), {"service": "Homes"})
    after = version("b", {"service": "Homes"}, services=SERVICES[1:])
    assert [(one.service, one.kind, one.part) for one in compared(before, after).changes] == [
        ("", "removed", "services"),
        ("Parks", "removed", "actions"),
    ]


def test_a_service_is_the_same_under_its_new_name() -> None:
    before = version("a", parks(actions=[ACTION]), {"service": "Homes"})
    renamed = [{"service": "Green spaces", "also_called": "Parks"}, SERVICES[1]]
    after = version("b", {"service": "Green spaces", "actions": [ACTION]}, {"service": "Homes"}, services=renamed)
    assert {one.part for one in compared(before, after).changes} == {"services"}


def test_between_two_years_only_what_both_know_is_compared() -> None:
    next_year = {
        "ref": "I1",
        "name": "Trees",
        "results": {"2026/27": "5", "2027/28": "8"},
        "targets": {"2028/29": "10", "2029/30": "12"},
    }
    before = version("a", parks(actions=[ACTION], indicators=[INDICATOR]), {"service": "Homes"})
    after = version(
        "b",
        parks(actions=[ACTION | {"status": ""}], indicators=[next_year]),
        {"service": "Homes"},
        about=ABOUT | {"first_year": "2028/29"},
    )
    assert told(*compared(before, after).changes)[1:] == [
        ("Parks", "results 2026/27", "6", "5"),
        ("Parks", "targets 2028/29", "9", "10"),
    ]


def test_within_one_year_a_target_that_is_new_is_told() -> None:
    before = version("a", parks(indicators=[INDICATOR | {"targets": {}}]), {"service": "Homes"})
    after = version("b", parks(indicators=[INDICATOR]), {"service": "Homes"})
    assert [one.field for one in compared(before, after).changes] == ["targets 2027/28", "targets 2028/29"]


def test_who_has_checked_a_workbook_is_no_change_of_the_plan() -> None:
    before = version("a", parks(declarations=[{"ready": "Yes"}]), {"service": "Homes"})
    assert compared(before, version("b", parks(), {"service": "Homes"})).changes == ()
