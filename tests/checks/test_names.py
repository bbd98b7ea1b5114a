from __future__ import annotations

import pytest

from svcdocs.checks.names import called, did_you_mean, either
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
