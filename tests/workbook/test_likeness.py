from __future__ import annotations

import pytest

from svcdocs.workbook.likeness import NEAR, SURE, alike, without_copy_mark


@pytest.mark.parametrize("typed", ["Acton", "ACTION", "Actions", "Action.", "“Action”", "Act\u00adion"])
def test_a_slip_of_the_keyboard_is_sure(typed: str) -> None:
    assert alike(typed, ["Action"]) >= SURE


def test_what_people_call_it_is_sure() -> None:
    assert alike("milestones", ["Step"], ["Milestones"]) >= SURE


@pytest.mark.parametrize(
    ("typed", "name"), [("Lead officer", "Lead"), ("Finish", "Finish by"), ("Target", "Target 2027/28")]
)
def test_a_part_of_the_words_is_near_and_not_sure(typed: str, name: str) -> None:
    assert NEAR <= alike(typed, [name]) < SURE


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Target 2028/29", "Target 2027/28"),
        ("Q2 progress", "Q1 progress"),
        ("Milestones", "Step"),
        ("", "Step"),
        ("—", "Step"),
    ],
)
def test_other_words_and_other_years_are_not_near(typed: str, name: str) -> None:
    assert alike(typed, [name]) < NEAR


@pytest.mark.parametrize(
    "name",
    ["Actions", "Actions (2)", "Copy of Actions", "Actions - Copy", "actions copy", "Actions 2", "Actions cont."],
)
def test_the_mark_of_a_copy_is_taken_off_the_name_of_a_tab(name: str) -> None:
    assert without_copy_mark(name) == "actions"
