from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.comparison.merging import merged
from svcdocs.comparison.values import plain_words
from svcdocs.model.changes import Clash
from tests.comparison.versions import action, edited, parts, sense_of_refs, senses

FEW = settings(max_examples=120, deadline=None)
HUB = action("Open a second emergency night shelter", "HC1", finish="March 2028", lead="Tom Fell")
TREES = action("Plant four hundred trees along main roads", "HC2", finish="May 2028")
BATHS = action("Renew swimming baths at Millbrook", "HC3")


def together(
    base: list[object], one: list[object], other: list[object]
) -> tuple[tuple[object, ...], tuple[Clash, ...]]:
    """The actions that two copies make of a base, and their clashes."""
    made = merged({"actions": tuple(base)}, {"actions": tuple(one)}, {"actions": tuple(other)})  # type: ignore[arg-type]
    return made.parts["actions"], made.clashes


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
