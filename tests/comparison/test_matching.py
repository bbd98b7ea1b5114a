from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.comparison import matching
from svcdocs.comparison.matching import Pair, matched, paired
from svcdocs.comparison.nearness import Grams, nearness
from svcdocs.model.base import Record
from svcdocs.model.service_plan import Action, Declaration, ListEntry, Passage, Post, Step
from tests.comparison.versions import TITLES, action, edited, parts

SOME = settings(max_examples=60, deadline=None)


def found(before: Sequence[Record], after: Sequence[Record]) -> list[tuple[int | None, int | None, str | None]]:
    """The pairs by their places."""
    return [(pair.before, pair.after, pair.how) for pair in paired(before, after)]


@SOME
@given(st.data())
def test_every_record_is_matched_once_and_the_other_way_about_alike(data: st.DataObject) -> None:
    base = data.draw(parts())
    copy = data.draw(edited(base))
    for part, before in base.items():
        pairs = paired(before, copy[part])
        assert sorted(pair.before for pair in pairs if pair.before is not None) == list(range(len(before)))
        assert [pair.after for pair in pairs if pair.after is not None] == list(range(len(copy[part])))
        back = {(pair.after, pair.before, pair.how) for pair in paired(copy[part], before)}
        assert {(pair.before, pair.after, pair.how) for pair in pairs} == back


@SOME
@given(st.data())
def test_a_version_matches_itself_record_by_record(data: st.DataObject) -> None:
    base = data.draw(parts())
    for records in data.draw(edited(base)).values():
        assert [(pair.before, pair.after) for pair in paired(records, records)] == [
            (place, place) for place in range(len(records))
        ]


def test_records_come_in_the_order_of_the_later_version_and_what_is_gone_behind_what_it_followed() -> None:
    old = [action(title) for title in TITLES[:4]]
    new = [action(TITLES[9]), old[3], old[0]]
    assert found(old, new) == [
        (None, 0, None),
        (3, 1, "text"),
        (0, 2, "text"),
        (1, None, None),
        (2, None, None),
    ]
    assert found(old[:2], old[1:2]) == [(0, None, None), (1, 0, "text")]


@pytest.mark.parametrize(("before", "after"), [("SX52", "SX052"), ("NI 14", "ni14"), ("(Aiv)", "A iv")])
def test_a_reference_is_matched_in_every_spelling(before: str, after: str) -> None:
    assert found([action("One thing", before)], [action("Quite another", after)]) == [(0, 0, "ref")]


def test_what_has_the_same_reference_is_the_same_record_however_it_is_worded() -> None:
    old, new = [action(TITLES[0], "HC1"), action(TITLES[1], "HC2")], [action(TITLES[2], "HC2"), action("Other", "HC1")]
    assert found(old, new) == [(1, 0, "ref"), (0, 1, "ref")]


def test_rows_that_were_given_new_references_are_known_by_their_words() -> None:
    old = [action(title, f"HC{number}") for number, title in enumerate(TITLES[:5], 1)]
    new = [action(title, f"HC{number}") for number, title in enumerate((TITLES[9], *TITLES[:5]), 1)]
    assert found(old, new) == [(None, 0, None), *((place, place + 1, "text") for place in range(5))]


def test_references_that_changed_places_are_told_as_such_and_similar_wordings_are_not() -> None:
    assert found(
        [action(TITLES[0], "HC1"), action(TITLES[1], "HC2")],
        [action(TITLES[1], "HC1"), action(TITLES[0], "HC2")],
    ) == [(1, 0, "text"), (0, 1, "text")]
    assert found(
        [action("Review the policy on trees", "HC1"), action("Review the policy on parks", "HC2")],
        [action("Review the policy on parks", "HC1"), action("Review the policy on trees", "HC2")],
    ) == [(0, 0, "ref"), (1, 1, "ref")]


def test_words_that_say_nothing_do_not_outweigh_a_reference() -> None:
    old, new = [action("TBC", "HC1")], [action("Open a hub", "HC1"), action("TBC", "HC2")]
    assert found(old, new) == [(0, 0, "ref"), (None, 1, None)]
    assert found([action("TBC", "HC1")], [action("TBC", "HC2")]) == [(0, 0, "text")]


def test_a_slightly_reworded_record_under_another_reference_is_another_record() -> None:
    old, new = [action("Review the parking policy", "HC1")], [action("Review the housing policy", "HC9")]
    assert found(old, new) == [(None, 0, None), (0, None, None)] or found(old, new) == [
        (0, None, None),
        (None, 0, None),
    ]


def test_records_that_share_a_reference_are_told_apart_by_their_words() -> None:
    old = [action(f"{title} by March", "A1") for title in TITLES[:4]]
    new = [action(f"{title} by June", "A1") for title in (TITLES[2], TITLES[0], TITLES[9], TITLES[3])]
    assert found(old, new) == [(2, 0, "ref"), (0, 1, "ref"), (1, None, None), (None, 2, None), (3, 3, "ref")]


@pytest.mark.parametrize(
    "reworded",
    [
        "Open a second emergency night-shelter",
        "open a  second emergency night shelter.",
        "Open a secnd emergency night shelter",
        "Open one more emergency night shelter in town",
        "Open a second, emergency night shelter (Mill Lane)",
    ],
)
def test_a_record_without_a_reference_is_known_by_near_words(reworded: str) -> None:
    old, new = [action(title) for title in TITLES], [action(title) for title in (*TITLES[:0:-1], reworded)]
    assert found(old, new)[-1] == (0, 15, "text")
    assert len(found(old, new)) == len(TITLES)


def test_of_records_that_are_called_the_same_those_belong_together_that_say_the_same() -> None:
    def post(number: str, note: str) -> Post:
        return Post.model_validate({"team": "Repairs", "title": "Officer", "number": number, "note": note})

    old = [post("1", "until the spring of next year"), post("2", "shared with another council"), post("3", "")]
    new = [post("4", "shared with another council"), post("1", "until the spring of next year, then two")]
    pairs = found(old, new)
    assert (1, 0, "text") in pairs
    assert (0, 1, "text") in pairs


def test_of_records_that_are_alike_the_neighbours_say_which_is_gone() -> None:
    same, other, third = (action(title) for title in ("TBC", *TITLES[:2]))
    assert found([same, other, same], [other, same]) == [(0, None, None), (1, 0, "text"), (2, 1, "text")]
    assert found([other, same, third, same], [other, same, third])[-1] == (3, None, None)
    # What stands on the other side of it is no longer there: the neighbour before it says it, then the one behind it.
    gone, new = (action(title) for title in TITLES[8:10])
    assert found([same, other, same, gone], [other, same, new])[:3] == [(0, None, None), (1, 0, "text"), (2, 1, "text")]
    assert (2, 2, "text") in found([same, other, same, third], [other, new, same, third])


def test_the_words_of_a_section_are_known_by_their_section_where_it_has_one_text() -> None:
    old = [Passage.model_validate({"section": "Context", "text": TITLES[0]})]
    new = [Passage.model_validate({"section": "context", "text": TITLES[1]})]
    assert found(old, new) == [(0, 0, "place")]
    moved = [Passage.model_validate({"section": "Workforce", "text": TITLES[0]})]
    assert found(old, [*new, *moved]) == [(None, 0, None), (0, 1, "text")]


def test_an_entry_that_moves_to_another_heading_is_the_same_entry() -> None:
    old, new = (ListEntry.model_validate({"heading": heading, "text": TITLES[0]}) for heading in ("Weak", "Strong"))
    assert found([old], [new]) == [(0, 0, "text")]


def test_records_with_neither_reference_nor_words_belong_together_where_they_stand() -> None:
    old = [Step.model_validate({"by": date}) for date in ("June 2027", "July 2027")]
    new = [Step.model_validate({"by": date}) for date in ("2 May 2030", "1/4/31", "TBC")]
    assert found(old, new) == [(0, 0, "place"), (1, 1, "place"), (None, 2, None)]
    assert found([Declaration(ready="Yes")], [Declaration(checked_by="Tom")]) == [(0, 0, "place")]
    assert found([action("", lead="Tom Fell", status="R")], [action("", lead="Asha", status="G")]) == [(0, 0, "place")]


def test_a_record_that_has_words_is_not_matched_by_its_place() -> None:
    pairs = found([action(TITLES[0])], [action(TITLES[1])])
    assert {pair[2] for pair in pairs} == {None}


def test_the_records_themselves_are_given() -> None:
    old, new = action(TITLES[0], "HC1"), action(TITLES[1], "HC1")
    (pair,) = matched([old], [new])
    assert pair.before is old
    assert pair.after is new
    assert pair.how == "ref"
    assert [(one.before, one.after, one.how) for one in matched([old], [])] == [(old, None, "")]


def _compared(count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often two texts are compared where every record of many has been reworded and none has a reference."""
    calls = 0

    def counting(*texts: Grams) -> float:
        nonlocal calls
        calls += 1
        return nearness(*texts)

    monkeypatch.setattr(matching, "nearness", counting)
    places = [f"{one} and {other}" for one, other in combinations(_NAMES, 2)][:count]
    old: list[Action] = [action(f"Review the policy of the council on {place}") for place in places]
    new = [action(f"Review our policy of the council on {place} again") for place in reversed(places)]
    pairs = paired(old, new)
    monkeypatch.undo()
    assert [(pair.before, pair.after) for pair in pairs] == [(count - 1 - at, at) for at in range(count)]
    return calls


_NAMES = [
    f"{first}{last}"
    for first in ("ash", "bo", "cran", "dun", "el", "fen", "gis", "hal")
    for last in ("by", "ford", "ham", "ton")
]


def test_the_number_of_comparisons_grows_with_the_number_of_records_and_not_with_its_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small, large = _compared(120, monkeypatch), _compared(480, monkeypatch)
    assert small <= 24 * 120
    assert large <= 24 * 480


def test_records_of_the_same_words_are_found_however_much_the_words_of_others_are_alike() -> None:
    titles = [" ".join(words) for words in permutations(("parks", "trees", "roads", "paths", "lamps", "signs"))]
    old, new = [action(title) for title in titles], [action(title, status="R") for title in reversed(titles)]
    assert [(pair.before, pair.after) for pair in paired(old, new)] == [(719 - place, place) for place in range(720)]


def test_of_many_records_that_are_alike_none_is_lost() -> None:
    same, others = [action("TBC")] * 150, [action(title) for title in TITLES[:8]]
    kinds = [pair.how for pair in paired([others[0], *same, others[1]], [*others[2:], *same])]
    assert kinds.count("text") == 150


def test_many_records_with_the_same_words_are_matched_without_comparing_each_with_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = 0

    def counting(*_: object) -> float:
        nonlocal calls
        calls += 1
        return 1.0

    monkeypatch.setattr(matching, "nearness", counting)
    old = [action("TBC", lead=f"Person {number}") for number in range(400)]
    new = [action("TBC", lead=f"Somebody {number}") for number in range(400)]
    assert all(pair.before is not None and pair.after is not None for pair in paired(old, new))
    assert calls <= 24 * 400


@pytest.mark.parametrize(("short", "is_one"), [("", True), ("Open a sec", True), ("Plant", False)])
def test_a_row_that_has_lost_its_name_is_known_by_its_other_cells(short: str, *, is_one: bool) -> None:
    told = {"finish": "May 2027", "outcome": "Nobody sleeps rough in Fenton"}
    lost, whole = action(short, **told), action(TITLES[0], "HC1", **told)
    pairs = paired([lost, action(TITLES[1])], [action(TITLES[1]), whole])
    assert (Pair(0, 1, "text") in pairs) is is_one


def test_a_row_without_a_name_whose_other_cells_are_others_is_another_row() -> None:
    lost, whole = action("", finish="May 2027", lead="Tom Fell"), action(TITLES[0], finish="Q1 2028/29", lead="HOM")
    assert [(pair.before, pair.after) for pair in paired([lost], [whole])] == [(0, None), (None, 0)]
