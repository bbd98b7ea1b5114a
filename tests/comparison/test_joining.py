from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.comparison.joining import joined_places
from svcdocs.model.service_plan import Action
from tests.comparison.versions import TITLES, action, edited, parts

A, B, C, D, E, F = (action(title) for title in TITLES[:6])


def joined(base: Sequence[Action], one: Sequence[Action], other: Sequence[Action]) -> list[Action]:
    """The records in the order in which they are joined, each as the first version has it that has it at all."""
    versions = (base, one, other)
    return [
        next(version[place] for version, place in zip(versions, places, strict=True) if place is not None)
        for places in joined_places(base, one, other)
    ]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_record_of_either_copy_is_joined_once(data: st.DataObject) -> None:
    base = data.draw(parts())
    one, other = data.draw(edited(base)), data.draw(edited(base))
    for part, records in base.items():
        rows = joined_places(records, one[part], other[part])
        for version, copy in ((1, one[part]), (2, other[part])):
            places = [row[version] for row in rows if row[version] is not None]
            assert sorted(place for place in places if place is not None) == list(range(len(copy)))
        known = [row[0] for row in rows if row[0] is not None]
        assert len(known) == len(set(known))


def test_records_stand_in_the_order_of_the_base_with_what_is_new_behind_what_it_followed() -> None:
    assert joined([A, B, C], [A, D, B, C], [A, B, C, E]) == [A, D, B, C, E]
    assert joined([A, B], [A, D, B], [A, E, B]) == [A, D, E, B]
    assert joined([A, B], [D, A, B], [E, A, B]) == [D, E, A, B]
    assert joined([], [A, B], [C, B, D]) == [A, C, B, D]


def test_a_copy_that_has_changed_the_order_gives_it() -> None:
    assert joined([A, B, C], [C, A, B], [A, B, C]) == [C, A, B]
    assert joined([A, B, C], [A, B, C], [C, A, B]) == [C, A, B]
    assert joined([A, B, C], [C, B, A], [B, A, C]) == [C, B, A]
    assert joined([A, B, C], [C, D, A, B], [A, B, C, E]) == [C, D, E, A, B]


def test_what_one_copy_lacks_stands_behind_what_it_follows_in_the_other() -> None:
    assert joined([A, B, C], [A, C], [A, B, C]) == [A, B, C]
    assert joined([A, B, C], [C, A], [A, B, C]) == [C, A, B]
    assert joined([A, B, C, F], [A, B, F], [A, F, D]) == [A, B, F, D]
