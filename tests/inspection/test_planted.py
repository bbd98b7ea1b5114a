"""The checkers find what is planted in a good document, and nothing else in it."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable
from functools import cache

import pytest

from tests.documents.samples import context, png, printed
from tests.inspection import (
    layout_rules,
    letter_rules,
    package_rules,
    picture_rules,
    reference_rules,
    structure_rules,
    table_rules,
    text_rules,
)
from tests.inspection.accessibility import accessibility
from tests.inspection.planted import INVALID, UNREADABLE, Planted, damaged
from tests.inspection.validity import validity

RULES_OF = {
    "accessibility": (structure_rules, layout_rules, letter_rules, picture_rules, table_rules),
    "validity": (package_rules, reference_rules, text_rules),
}


@cache
def good() -> bytes:
    """A small plan with all that can be printed, and a logo."""
    return printed(context(pictures={"logo.png": png()}))


def named(planted: Iterable[Planted]) -> set[str]:
    return {one.rule for one in planted}


def written(room: str) -> set[str]:
    """The names of all rules in the code of a checker, as far as they are written out."""
    found: set[str] = set()
    for module in RULES_OF[room]:
        for call in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("Fault", "_twice"):
                name = call.args[0]
                parts = (name.body, name.orelse) if isinstance(name, ast.IfExp) else (name,)
                found |= {str(part.value) for part in parts if isinstance(part, ast.Constant)}
    return found


def test_nothing_is_found_in_a_good_document() -> None:
    assert accessibility(good()) == []
    assert validity(good()) == []


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_keeps_somebody_from_reading_a_document_is_found(name: str) -> None:
    planted = UNREADABLE[name]
    assert planted.rule in {fault.rule for fault in accessibility(damaged(good(), planted.damage))}


@pytest.mark.parametrize("name", INVALID)
def test_what_word_would_repair_or_refuse_is_found(name: str) -> None:
    planted = INVALID[name]
    assert planted.rule in {fault.rule for fault in validity(damaged(good(), planted.damage))}


def test_what_is_no_zip_file_is_found() -> None:
    assert [fault.rule for fault in validity(b"no package")] == ["no-package"]


def test_a_tag_that_a_team_typed_is_no_leftover() -> None:
    tagged = damaged(good(), INVALID["a tag left in the text"].damage)
    assert "tag-left" not in {fault.rule for fault in validity(tagged, said="they typed {{ name }}")}


def test_every_rule_has_a_fault_that_it_finds() -> None:
    assert written("accessibility") - named(UNREADABLE.values()) == set()
    assert written("validity") - named(INVALID.values()) == set()
