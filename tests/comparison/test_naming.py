from __future__ import annotations

from typing import Any

import pytest

from svcdocs.comparison.naming import called, key_of, words_of
from svcdocs.model.base import Record
from svcdocs.model.service_plan import (
    Action,
    Bid,
    Declaration,
    Indicator,
    ListEntry,
    MoneyLine,
    Objective,
    Partner,
    Passage,
    Post,
    Risk,
    Step,
)


@pytest.mark.parametrize(
    ("kind", "typed", "name"),
    [
        (Action, {"ref": "HC1.2", "title": "Open the new hub"}, "HC1.2 Open the new hub"),
        (Action, {"ref": "HC1.2"}, "HC1.2"),
        (Action, {"lead": "Tom Fell"}, "Tom Fell"),
        (Action, {}, "one without a name"),
        (Objective, {"ref": "HC1", "text": "Fewer lose their home"}, "HC1 Fewer lose their home"),
        (Indicator, {"ref": "SX52", "name": "Complaints"}, "SX52 Complaints"),
        (Risk, {"cause": "Flood"}, "Flood"),
        (Bid, {"ref": "B1", "what": "A van"}, "B1 A van"),
        (Post, {"team": "Repairs", "title": "Joiner"}, "Repairs, Joiner"),
        (MoneyLine, {"heading": "Employees", "kind": "Spend"}, "Employees, Spend"),
        (Partner, {"name": "Fen Rivers"}, "Fen Rivers"),
        (Passage, {"section": "Context", "team": "Repairs", "text": "Words"}, "Context, Repairs"),
        (ListEntry, {"heading": "Strengths", "text": "Staff"}, "Strengths, Staff"),
        (Step, {"text": "Begin"}, "Begin"),
        (Declaration, {"contributor": "Finance"}, "Finance"),
    ],
)
def test_a_record_is_called_by_its_reference_and_its_words(
    kind: type[Record], typed: dict[str, Any], name: str
) -> None:
    assert called(kind.model_validate(typed)) == name


def test_a_long_name_is_cut_and_what_is_compared_is_not() -> None:
    made = Risk.model_validate({"cause": "word " * 50})
    assert called(made).endswith("…")
    assert words_of(made) == ("word " * 50).strip()


def test_the_key_of_a_record_is_its_reference_or_the_place_it_fills() -> None:
    assert key_of(Action.model_validate({"ref": "SX052"})) == ("SX52", "ref")
    assert key_of(Passage(section="Context")) == key_of(Passage(section=" context")) != key_of(Passage(section="Aims"))
    assert key_of(Passage()) == ("", "place")
    assert key_of(Step())[0] == ""
