from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.comparison.values import cells_of, content_of, parts_in, plain_words, says_the_same, title_of, with_cells
from svcdocs.model.as_written import Ref, Refs
from svcdocs.model.base import Origin
from svcdocs.model.service_plan import Indicator, ListEntry
from svcdocs.model.text import Run, parse
from tests.comparison.versions import action, parts


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_cells_and_steps_of_a_record_are_all_it_says(data: st.DataObject) -> None:
    for records in data.draw(parts()).values():
        for record in records:
            assert with_cells(type(record)(), cells_of(record), dict(parts_in(record))) == record


def test_families_have_a_cell_for_each_member_and_a_heading_with_its_name() -> None:
    made = Indicator.model_validate({"ref": "N1", "targets": {"2027/28": "12"}})
    assert str(cells_of(made)["targets 2027/28"]) == "12"
    assert title_of(made, "targets 2027/28") == "Target 2027/28"
    assert title_of(made, "lead") == "Who"
    assert title_of(ListEntry(heading="Strengths"), "text") == "Strengths"


def test_a_record_with_other_cells_keeps_its_place() -> None:
    place = Origin("a.xlsx", "Actions", 7)
    assert with_cells(action("Open a hub").at(place), {"status": "R"}, {}).origin == place


def test_what_is_looked_up_by_holds_steps_and_no_bold() -> None:
    plain, bold = (
        action("Open a hub"),
        action("").model_copy(update={"title": parse([Run(text="Open a hub", bold=True)])}),
    )
    assert content_of(plain) == content_of(bold)
    assert content_of(plain) != content_of(action("Open a hub", steps=[{"text": "Begin"}]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a  b", "a\u00a0b"),
        ("“a”", '"a"'),
        ("the team’s", "the team's"),
        ("a – b", "a - b"),
        ("a\u200bb", "ab"),
        ("ﬁt", "fit"),
        ("38 %", "38%"),
    ],
)
def test_other_signs_say_the_same(one: str, other: str) -> None:
    assert plain_words(one) == plain_words(other)
    assert says_the_same(one, other)


def test_references_say_the_same_in_every_spelling_and_no_others_do() -> None:
    assert says_the_same(Ref(text="SX52"), Ref(text="SX052"))
    assert says_the_same(Refs(text="A1, B2"), Refs(text="A 1; B2"))
    assert not says_the_same(Refs(text="A1, B2"), Refs(text="B2, A1"))
    assert not says_the_same(Refs(text="N/A"), Refs(text="None"))
    assert not says_the_same(Ref(text="-"), Ref(text=""))
    assert not says_the_same("Housing", "housing")
    assert says_the_same(None, Ref())
