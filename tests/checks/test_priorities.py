from __future__ import annotations

from typing import Any

import pytest

from svcdocs.checks.run import checked
from svcdocs.model.cycle import link
from svcdocs.model.findings import Finding, Severity
from tests.checks.councils import FRAMEWORK, PLAN, changed, found, framework, place

PRIORITIES = FRAMEWORK["priorities"]
GONE = {
    "level": "Council action",
    "ref": "C2",
    "text": "Close the depot",
    "withdrawn_on": "8 February 2027",
    "replaced_by": "A1",
}
NOW = {
    "level": "Council action",
    "ref": "A7",
    "text": "Sweep every road",
    "also_written": "B2\nSweep streets, and bins",
}


def of_framework(**changes: Any) -> list[Finding]:
    return list(checked(link(framework(**changes), [])).findings)


def serving(text: str, *more: dict[str, Any], **changes: Any) -> list[Finding]:
    """What is said of a plan whose action serves something, where the council has more priorities."""
    return found(of={"priorities": [*PRIORITIES, *more]}, **changed("actions", serves=f"HC1\n{text}"), **changes)


def test_two_priorities_of_one_reference_are_named_both() -> None:
    (finding,) = of_framework(priorities=[*PRIORITIES, {"level": "Aim", "ref": "a", "text": "Streets"}])
    assert (finding.code, place(finding)) == ("priority-twice", "Priorities B9")
    assert finding.message == "Aim A 'Homes for all' and Aim a 'Streets' have the same reference."


def test_items_and_approaches_may_be_numbered_anew_under_each_parent() -> None:
    more = [{"level": "Council action", "ref": "A2", "text": "Warm"}, {"level": "Item", "ref": "i)", "text": "Roofs"}]
    assert of_framework(priorities=[*PRIORITIES, *more]) == []


def test_a_priority_under_nothing_is_reported() -> None:
    (finding,) = of_framework(
        priorities=[*PRIORITIES, {"level": "Approach", "ref": "x", "text": "Early", "under": "Q"}]
    )
    assert (finding.code, place(finding)) == ("priority-under-unknown", "Priorities E9")
    assert finding.message == "Approach x 'Early' stands under 'Q', and there is no such reference."


@pytest.mark.parametrize(
    ("changes", "said", "cell"),
    [
        ({"replaced_by": "Z9"}, "is replaced by 'Z9', and there is no such reference.", "Priorities J9"),
        ({"replaced_by": "c2"}, "replaces itself.", "Priorities J9"),
        ({"withdrawn_on": ""}, "is replaced by A1, and no day is given on which it was withdrawn.", "Priorities I9"),
    ],
)
def test_a_priority_replaced_by_nothing_or_at_no_time_is_reported(changes: Any, said: str, cell: str) -> None:
    (finding,) = of_framework(priorities=[*PRIORITIES, GONE | changes])
    assert (finding.code, finding.severity, finding.audience) == ("priority-replaced", Severity.WARNING, "officer")
    assert (finding.message, place(finding)) == (f"Council action C2 'Close the depot' {said}", cell)


def test_a_withdrawn_priority_that_nobody_serves_is_nobodys_business() -> None:
    assert of_framework(priorities=[*PRIORITIES, GONE]) == []
    assert serving("A1", GONE) == []


def test_a_withdrawn_priority_is_one_finding_for_the_officer_that_lists_who_serves_it() -> None:
    row = PLAN["actions"][0]
    told = found(
        of={"priorities": [*PRIORITIES, GONE]},
        objectives=[PLAN["objectives"][0] | {"serves": "A, c 2"}],
        actions=[row | {"serves": "C2, HC1"}, row | {"ref": "HC1.2", "serves": "close the depot"}],
        council_actions=[row | {"ref": "C2", "serves": ""}],
    )
    (finding,) = (one for one in told if one.code != "action-incomplete")
    assert (finding.code, finding.severity, finding.audience) == ("priority-withdrawn", Severity.WARNING, "officer")
    assert finding.message == (
        "Council action C2 'Close the depot' was withdrawn on 8 February 2027, and 4 rows still serve it: Housing "
        "Objectives D6 (HC1), Housing Council_actions F6 (C2), Housing Actions F6 (HC1.1), Housing Actions F7 (HC1.2); "
        "it was replaced by A1."
    )
    assert place(finding) == "Priorities I9"


def test_what_serves_an_item_of_a_withdrawn_council_action_serves_the_action() -> None:
    (finding,) = serving("C2(i)", {**GONE, "replaced_by": ""}, {"level": "Item", "ref": "i)", "text": "Sell the land"})
    assert finding.code == "priority-withdrawn"
    assert finding.message.endswith("and 1 row still serves it: Housing Actions F6 (HC1.1).")


def test_a_row_that_serves_a_withdrawn_action_and_its_item_is_one_row() -> None:
    (finding,) = serving("C2, C2(i)", GONE, {"level": "Item", "ref": "i)", "text": "Sell the land"})
    assert "and 1 row still serves it: Housing Actions F6 (HC1.1);" in finding.message


def test_of_many_rows_that_serve_a_withdrawn_priority_the_first_are_named() -> None:
    rows = [PLAN["actions"][0] | {"ref": f"HC1.{number}", "serves": "C2, HC1"} for number in range(12)]
    told = found(of={"priorities": [*PRIORITIES, GONE]}, actions=rows)
    (finding,) = (finding for finding in told if finding.code == "priority-withdrawn")
    assert "12 rows still serve it: Housing Actions F6" in finding.message
    assert "Housing Actions F15 (HC1.9) and 2 more; it was replaced by A1." in finding.message


@pytest.mark.parametrize(
    ("written", "said", "now"),
    [
        ("b2", "'b2' is called A7 now; it was read as A7.", "A7"),
        (
            "Sweep streets and bins",
            "'Sweep streets and bins' is worded otherwise now; it was read as Council action A7 'Sweep every road'.",
            "A7",
        ),
    ],
)
def test_a_former_reference_or_wording_is_read_as_what_it_is_now_and_noted(written: str, said: str, now: str) -> None:
    (finding,) = serving(written, NOW)
    assert (finding.code, finding.severity, finding.audience) == ("priority-former", Severity.NOTE, "team")
    assert (finding.message, place(finding)) == (said, "Actions F6")
    assert finding.hint.startswith(f"It is printed as {now};")


@pytest.mark.parametrize("written", ["A7", "(a7)", "Sweep every road", "A7 – Sweep every road", "Council action A7"])
def test_a_priority_in_any_spelling_that_is_in_use_is_no_finding(written: str) -> None:
    assert serving(written, NOW) == []
