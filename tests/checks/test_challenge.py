from __future__ import annotations

from typing import Any

from svcdocs.model.findings import Finding
from tests.checks.councils import PLAN, found, place

CODES = {"deadlines-alike", "all-within-resources", "objectives-many"}


def rows(*finishes: str, **values: Any) -> list[dict[str, Any]]:
    first = PLAN["actions"][0] | {"steps": []} | values
    return [first | {"ref": f"HC1.{number}", "finish": end} for number, end in enumerate(finishes, 1)]


def asked(limit: tuple[str, str] = ("", ""), **changes: Any) -> list[Finding]:
    rules = [{"rule": limit[0], "limit": limit[1]}] if limit[0] else []
    return [one for one in found(of={"rules": rules}, **changes) if one.code in CODES]


def test_actions_that_mostly_end_on_one_day_are_asked_about_at_the_first_of_them() -> None:
    alike = rows("May 2027", "March 2028", *["31 March 2028"] * 5)
    (finding,) = asked(actions=alike)
    assert (finding.code, finding.audience, finding.severity) == ("deadlines-alike", "officer", "note")
    assert place(finding) == "Actions H7"
    assert finding.message == "6 of the 7 actions of Housing that have an end, end on 31 March 2028."


def test_few_actions_or_half_of_them_are_not_asked_about_and_the_council_sets_the_limit() -> None:
    assert asked(actions=rows(*["March 2028"] * 4)) == []
    half = rows(*["March 2028"] * 5, "May 2027", "June 2027", "July 2027", "May 2028", "June 2028")
    assert asked(actions=half) == []
    assert [one.code for one in asked(("deadlines-alike", "40"), actions=half)] == ["deadlines-alike"]


EACH = ("May 2027", "June 2027", "July 2027", "May 2028", "June 2028")


def test_a_service_that_needs_nothing_for_any_action_is_asked_about() -> None:
    (finding,) = asked(actions=rows(*EACH, resources="Within existing resources."))
    assert (finding.code, finding.audience, finding.field) == ("all-within-resources", "officer", "Extra resources")
    assert asked(actions=rows(*EACH[:4], resources="Within existing resources")) == []
    assert asked(actions=rows(*EACH, resources="None")) == []
    some = rows(*EACH, resources="Within existing resources")
    assert asked(actions=[*some[:4], some[4] | {"resources": "£12,000"}]) == []
    assert asked(actions=some, bids=[{"ref": "B1", "what": "A van"}]) == []


def test_a_service_with_very_many_objectives_is_asked_about() -> None:
    many = [{"ref": f"Z{number}", "text": "Warm homes"} for number in range(1, 31)]
    (finding,) = asked(objectives=many)
    assert (finding.code, place(finding), finding.message) == (
        "objectives-many",
        "Objectives B6",
        "Housing has 30 objectives.",
    )
    assert asked(objectives=many[:29]) == []
    assert asked(objectives=[*many[:29], {"ref": "Z30", "under": "Z1", "text": "Warm flats"}]) == []
    assert asked(("objectives-many", "31"), objectives=many) == []
