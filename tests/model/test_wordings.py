from __future__ import annotations

from typing import Any

import pytest

from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.text import Text
from svcdocs.model.wordings import beginnings_of, key_of, may_be_wording, records_of


def _plan(**held: Any) -> ServicePlan:
    return ServicePlan.model_validate({"service": "Homes"} | held)


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("Fewer people lose their home", {"Fewer people lose their home"}),
        ("Homes – warm and dry", {"Homes – warm and dry", "Homes"}),
        ("Lead by:\n• advice", {"Lead by:"}),
        ("Homes: warm - and dry", {"Homes: warm - and dry", "Homes"}),
        ("", set()),
    ],
)
def test_a_wording_begins_with_its_first_line_and_its_title(wording: str, expected: set[str]) -> None:
    assert set(beginnings_of(Text.model_validate(wording))) == expected


def test_a_record_is_known_by_its_reference_else_by_its_wording() -> None:
    plan = _plan(objectives=[{"ref": "H01", "text": "Warm"}], risks=[{"cause": "Rents rise"}])
    assert [key_of(plan.objectives[0]), key_of(plan.risks[0])] == ["H1", "RENTSRISE"]


def test_records_worded_alike_are_all_named_and_a_title_names_the_only_one_that_begins_so() -> None:
    plan = _plan(
        objectives=[{"text": "Warm homes: now"}, {"text": "warm homes – now"}, {"text": "Dry homes: now"}],
        actions=[{"title": "Inspect - and tell"}],
    )
    found = records_of(plan).by_wording
    assert found["WARMHOMESNOW"] == plan.objectives[:2]
    assert "WARMHOMES" not in found
    assert (found["DRYHOMES"], found["INSPECT"]) == (plan.objectives[2:], plan.actions)


def test_a_whole_wording_goes_before_the_beginning_of_another() -> None:
    plan = _plan(objectives=[{"text": "Warm homes: now"}, {"text": "Warm homes"}])
    assert records_of(plan).by_wording["WARMHOMES"] == plan.objectives[1:]


def test_what_is_long_or_has_a_word_in_it_may_be_a_wording() -> None:
    assert [may_be_wording(one) for one in ("B2", "B, 2", "Bins", "A1 B2 C3 D4 E5")] == [False, False, True, True]
