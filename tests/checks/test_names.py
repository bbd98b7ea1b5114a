from __future__ import annotations

import pytest

from svcdocs.checks.names import by_number, called, did_you_mean, either
from svcdocs.model.framework import Priority
from svcdocs.model.service_plan import Action, Indicator, Objective, Risk


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (Action(ref="A1", title="Open\nnow"), "Action A1 'Open'"),
        (Action(title="Open"), "Action 'Open'"),
        (Action(), "An action"),
        (Indicator(ref="N1"), "Indicator N1"),
        (Objective(), "An objective"),
        (Risk(), "A risk"),
        (Priority(level="Council action", ref="A1"), "Council action A1"),
        (Priority(), "A priority"),
    ],
)
def test_a_record_is_called_as_a_reader_of_its_sheet_knows_it(record: Action, name: str) -> None:
    assert called(record) == name


def test_several_things_that_are_not_there_are_joined_by_or() -> None:
    assert [either([*"abc"[:count]]) for count in (1, 2, 3)] == ["a", "a or b", "a, b or c"]


def test_what_may_be_meant_is_asked_only_where_it_is_near() -> None:
    assert (
        did_you_mean("hausing", ["Housing", ""], "Add it.")
        == "Did you mean 'Housing'? Then correct it; otherwise add it."
    )
    assert did_you_mean("zzz", ["Housing"], "Add it.") == "Add it."


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("CS1.9", "one of these: 'CS1.3' (Three), 'CS1.2' (Two) or 'CS1.1' (One)"),
        ("CS2.9", "'CS2.1' (Other)"),
        ("CS1.33", "one of these: 'CS1.33x' or 'CS1.3' (Three)"),
        ("HC1.1x", "'HC1.1'"),
        ("Cs1.2.", "'CS1.2' (Two)"),
    ],
)
def test_several_are_asked_about_with_their_titles_where_none_is_clearly_nearest(typed: str, asked: str) -> None:
    known = ["CS1.1", "CS1.2", "CS2.1", "CS1.0", "CS1.3", "CS1.33x", "HC1.1"]
    said = {"CS1.1": "One", "CS1.2": "Two", "CS1.3": "Three", "CS2.1": "Other", "CS1.0": "None"}
    assert did_you_mean(typed, by_number(typed, known), "Add it.", said).startswith(f"Did you mean {asked}? Then ")


def test_references_of_one_row_are_offered_by_their_number_and_others_in_the_order_of_the_sheets() -> None:
    assert by_number("A9", ["B9", "A1", "A10", "A7", "C"]) == ["A10", "A7", "A1", "B9", "C"]
