from __future__ import annotations

import ast
import dataclasses
from pathlib import Path

from svcdocs.documents import words
from svcdocs.model.framework import Framework
from tests.documents import samples

ROOM = Path(words.__file__).parent


def test_the_council_has_words_of_its_own_for_ours() -> None:
    rows = [
        {"term": "Council action", "singular": "commitment", "plural": "commitments"},
        {"term": "not given", "singular": "To follow"},
        {"term": "no such word", "singular": "x"},
    ]
    own = words.words_of(Framework.model_validate({"words": rows}))
    assert (own.council_action, own.council_actions, own.not_given) == ("commitment", "commitments", "To follow")
    assert own.aim == words.DEFAULT.aim


def test_the_councils_words_reach_the_page() -> None:
    rows = [
        {"term": "not given", "singular": "To follow"},
        {"term": "council action", "singular": "pledge", "plural": "pledges"},
    ]
    context = samples.context(words=rows)
    assert context.groups[0].heading == "Pledges"
    assert context.groups[1].rows[1].steps.plain == "To follow"


def test_a_sentence_of_the_councils_own_loses_nothing_that_ours_would_tell() -> None:
    rows = [
        {"term": "to be added by-when", "singular": "Awaited: {what}"},
        {"term": "team fte", "singular": "{team} {staff} {"},
    ]
    context = samples.context(words=rows)
    told = (
        next(section for section in context.sections if section.heading == "Financial resources").before[0].text.plain
    )
    assert told == "Awaited: revenue budget 2027/28 Finance 21 February 2027"
    workforce = next(section for section in context.sections if section.heading == "Workforce")
    assert workforce.teams[0].heading == "Options {staff} { 3.6"


def test_words_in_braces_are_all_filled_in() -> None:
    context = samples.context()
    assert "{" not in repr(context)


def test_no_module_of_the_service_plan_prints_words_of_its_own() -> None:
    """Sentences stand in words.py; other modules may hold signs, keys in small letters and names of columns."""
    allowed = {"Aim", "Approach", "Item", "Council action", "Drivers", "SWOT", "A picture"}
    for file in ROOM.glob("*.py"):
        if file.name in ("words.py", "catalogue.py", "setting.py") or file.name.startswith("corporate"):
            continue
        found = set(_strings(ast.parse(file.read_text(encoding="utf-8")))) - allowed
        assert not {text for text in found if text[:1].isupper() and len(text) > 2 and text.isprintable()} - _codes(
            found
        ), file.name


def test_every_word_is_used() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in ROOM.glob("*.py") if file.name != "words.py")
    names = [field.name for field in dataclasses.fields(words.Words)]
    assert [name for name in names if f"words.{name}" not in source] == []


def _strings(tree: ast.AST) -> list[str]:
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]


def _codes(found: set[str]) -> set[str]:
    """Formats of numbers and languages, and lists of digits."""
    return {text for text in found if not any(letter.islower() for letter in text)}
