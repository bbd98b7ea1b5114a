from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.comparison.merging import merged
from svcdocs.comparison.values import plain_words
from svcdocs.model.base import Origin
from svcdocs.model.changes import Clash
from svcdocs.model.findings import CellRef
from svcdocs.model.service_plan import Action, Indicator
from tests.comparison.versions import action, edited, parts, risk, sense_of_refs, senses

FEW = settings(max_examples=60, deadline=None)
HUB = action("Open a second emergency night shelter", "HC1", finish="March 2028", lead="Tom Fell")
TREES = action("Plant four hundred trees along main roads", "HC2", finish="May 2028")
BATHS = action("Renew swimming baths at Millbrook", "HC3")


def together(
    base: Sequence[Action] | None, one: Sequence[Action], other: Sequence[Action]
) -> tuple[list[Action], tuple[Clash, ...]]:
    """The actions that two copies make of a base, and their clashes."""
    known = None if base is None else {"actions": tuple(base)}
    made = merged(known, {"actions": tuple(one)}, {"actions": tuple(other)})
    return [record for record in made.parts["actions"] if isinstance(record, Action)], made.clashes


def but(made: Action, **changed: Any) -> Action:
    """The action with other values; strings stand for what is typed."""
    return Action.model_validate(made.model_dump() | changed)


@FEW
@given(st.data())
def test_what_only_one_copy_has_changed_holds(data: st.DataObject) -> None:
    base = data.draw(parts())
    copy = data.draw(edited(base))
    for made in (merged(base, copy, base), merged(base, base, copy), merged(base, copy, copy)):
        assert made.parts == copy
        assert made.clashes == ()


@FEW
@given(st.data())
def test_a_copy_merged_with_itself_without_a_base_is_itself(data: st.DataObject) -> None:
    copy = data.draw(parts())
    assert merged(None, copy, copy).parts == copy
    assert merged(None, copy, copy).clashes == ()
    assert merged(None, {}, copy).parts == copy == merged(None, copy, {}).parts


@FEW
@given(st.data())
def test_whatever_is_typed_in_either_copy_is_in_the_merged_version_or_in_a_clash(data: st.DataObject) -> None:
    base = data.draw(parts())
    one, other = data.draw(edited(base)), data.draw(edited(base))
    known = data.draw(st.sampled_from((base, None)))
    made = merged(known, one, other)
    lost = (senses(one) | senses(other)) - senses(made.parts) - senses(known or {})
    for clash in made.clashes:
        for value in (clash.one, clash.other):
            lost -= {plain_words(value), sense_of_refs(value)}
    assert lost == set()


FIELDS = {"finish": "June 2030", "lead": "Asha Verrall", "outcome": "Fewer", "detail": "More", "status": "A"}


@FEW
@given(
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from(sorted(FIELDS)), st.booleans()), unique_by=lambda e: e[:2])
)
def test_edits_of_different_cells_come_together_without_a_clash(edits: list[tuple[int, str, bool]]) -> None:
    base = [HUB, TREES, BATHS]
    one, other, both = list(base), list(base), list(base)
    for place, field, in_one in edits:
        for version in (both, one if in_one else other):
            version[place] = but(version[place], **{field: FIELDS[field]})
    assert together(base, one, other) == (both, ())


def test_two_values_for_one_cell_are_a_clash_and_the_first_is_kept() -> None:
    one = but(HUB, finish="April 2028").at(Origin("one.xlsx", "Actions", 7, {"finish": "F"}))
    other = but(HUB, finish="May 2028").at(Origin("other.xlsx", "Actions", 9, {"finish": "F"}))
    (kept,), clashes = together([HUB], [one], [other])
    assert kept == one
    assert clashes == (
        Clash(
            "actions",
            "HC1 Open a second emergency night shelter",
            "",
            "finish",
            "Finish by",
            "March 2028",
            "April 2028",
            "May 2028",
            "April 2028",
            CellRef("one.xlsx", "Actions", "F7"),
            CellRef("other.xlsx", "Actions", "F9"),
        ),
    )


def test_what_was_typed_is_kept_before_a_blank_and_both_are_told() -> None:
    (kept,), (clash,) = together([HUB], [but(HUB, finish="")], [but(HUB, finish="May 2028")])
    assert kept.finish.text == clash.kept == clash.other == "May 2028"
    assert clash.one == ""


@pytest.mark.parametrize(
    ("field", "mine", "theirs"),
    [
        ("finish", "April 2028", "April\u00a02028"),
        ("outcome", "The team’s “own” beds – all", 'The team\'s "own" beds - all'),
        ("outcome", "No\u200b one sleeps rough", "No one  sleeps rough"),
        ("serves", "SX52, A1", "SX052; A 1"),
        ("indicators", "NI14", "NI 14"),
    ],
)
def test_values_that_say_the_same_do_not_clash(field: str, mine: str, theirs: str) -> None:
    one, other = but(HUB, **{field: mine}), but(HUB, **{field: theirs})
    assert together([HUB], [one], [other]) == ([one], ())


def test_other_signs_in_one_copy_do_not_outweigh_other_words_in_the_other() -> None:
    base = but(HUB, outcome="The team's own beds")
    signs, words = but(base, outcome="The team’s own beds"), but(base, outcome="The team's own rooms")
    assert together([base], [signs], [words]) == ([words], ())
    assert together([base], [words], [signs]) == ([words], ())
    assert together([base], [but(signs, status="R")], [but(base, lead="Asha")])[0] == [
        but(signs, status="R", lead="Asha")
    ]


def test_a_record_taken_out_in_one_copy_and_changed_in_the_other_is_kept_and_told() -> None:
    changed = [but(HUB, finish="May 2028"), TREES]
    words = HUB.title.plain
    for one, other, said in ((changed, [TREES], (words, "")), ([TREES], changed, ("", words))):
        made, (clash,) = together([HUB, TREES], one, other)
        assert made == changed
        assert (clash.field, clash.record) == ("", "HC1 Open a second emergency night shelter")
        assert (clash.one, clash.other) == said
        assert clash.kept == words


def test_a_record_taken_out_in_one_copy_and_left_alone_in_the_other_is_gone() -> None:
    assert together([HUB, TREES], [TREES], [HUB, TREES]) == ([TREES], ())
    same = but(HUB, title="Open a second  emergency night shelter")
    assert together([HUB, TREES], [TREES], [same, TREES]) == ([TREES], ())
    assert together([HUB, TREES], [TREES], [TREES]) == ([TREES], ())


def test_what_is_new_stands_behind_what_it_followed_that_of_the_first_copy_first() -> None:
    mine, theirs = action("Train apprentices for street lighting"), action("Sell surplus vehicles by auction")
    assert together([HUB, TREES], [HUB, mine, TREES], [HUB, theirs, TREES])[0] == [HUB, mine, theirs, TREES]
    assert together([HUB, TREES], [mine, HUB, TREES], [theirs, HUB, TREES])[0] == [mine, theirs, HUB, TREES]
    assert together([HUB, TREES], [TREES, mine, HUB], [HUB, TREES, theirs])[0] == [TREES, mine, theirs, HUB]
    assert together([HUB], [mine, HUB], [HUB, theirs])[0] == [mine, HUB, theirs]


def test_the_same_new_record_in_both_copies_is_one() -> None:
    mine, theirs = but(BATHS, finish="May 2029"), but(BATHS, lead="Asha")
    assert together([HUB], [HUB, mine], [HUB, theirs]) == ([HUB, but(mine, lead="Asha")], ())


def test_the_order_is_that_of_the_copy_that_has_changed_it() -> None:
    base, moved = [HUB, TREES, BATHS], [BATHS, HUB, TREES]
    assert together(base, base, moved)[0] == moved == together(base, moved, base)[0]
    edit = but(TREES, lead="Asha")
    assert together(base, moved, [HUB, edit, BATHS])[0] == [BATHS, HUB, edit]
    assert together(base, [HUB, edit, BATHS], moved)[0] == [BATHS, HUB, edit]


def test_without_a_base_blanks_are_filled_and_what_differs_clashes() -> None:
    one, other = but(HUB, lead="", outcome="Beds"), but(HUB, finish="May 2028")
    (made,), (clash,) = together(None, [one], [other])
    assert made == but(HUB, outcome="Beds")
    assert (clash.field, clash.base, clash.one, clash.other) == ("finish", "", "March 2028", "May 2028")
    assert together(None, [HUB], [TREES]) == ([HUB, TREES], ())


def test_steps_are_merged_like_records() -> None:
    base = but(HUB, steps=[{"text": "Agree the brief", "by": "May 2027"}, {"text": "Sign the lease"}])
    one = but(base, steps=[{"text": "Agree the brief", "by": "June 2027"}, {"text": "Sign the lease"}])
    other = but(
        base, steps=[{"text": "Agree the brief", "by": "July 2027"}, {"text": "Order beds"}, {"text": "Sign the lease"}]
    )
    (made,), (clash,) = together([base], [one], [other])
    assert [step.text.plain for step in made.steps] == ["Agree the brief", "Order beds", "Sign the lease"]
    assert (clash.record, clash.step) == ("HC1 Open a second emergency night shelter", "Agree the brief")
    assert (clash.field, clash.title, clash.one, clash.other) == ("steps.by", "Step by", "June 2027", "July 2027")


def test_a_step_taken_out_in_one_copy_and_changed_in_the_other_is_kept_and_told() -> None:
    base = but(HUB, steps=[{"text": "Agree the brief", "by": "May 2027"}, {"text": "Sign the lease"}])
    one = but(base, steps=[{"text": "Sign the lease"}])
    other = but(base, steps=[{"text": "Agree the brief", "by": "July 2027"}, {"text": "Sign the lease"}])
    (made,), (clash,) = together([base], [one], [other])
    assert made == other
    assert (clash.step, clash.field, clash.title) == ("Agree the brief", "steps", "")


def test_each_member_of_a_family_is_merged_for_itself() -> None:
    def measure(**targets: str) -> Indicator:
        return Indicator.model_validate(
            {"ref": "N1", "targets": {year.strip("_"): typed for year, typed in targets.items()}}
        )

    made = merged(
        {"indicators": (measure(_1="10", _2="9"),)},
        {"indicators": (measure(_1="11", _2="9"),)},
        {"indicators": (measure(_1="10", _2="9", _3="8"),)},
    )
    assert made.parts == {"indicators": (measure(_1="11", _2="9", _3="8"),)}
    assert made.clashes == ()


def test_parts_that_only_one_copy_has_are_kept() -> None:
    made = merged(None, {"risks": (risk("Flood"),)}, {"actions": (HUB,)})
    assert list(made.parts) == ["actions", "risks"]
    assert made.parts["risks"] == (risk("Flood"),)


def test_a_record_of_both_copies_has_the_place_it_has_in_the_first_and_one_of_a_single_copy_its_own() -> None:
    place, there = Origin("one.xlsx", "Actions", 7), Origin("other.xlsx", "Actions", 9)
    one, other = but(HUB, lead="Asha").at(place), but(HUB, finish="May 2028").at(there)
    assert together([HUB], [one], [other])[0][0].origin == place
    assert together([HUB], [but(HUB).at(place)], [other])[0][0].origin == there
    assert one.finish.text == "March 2028"
