"""No sentence of ours goes wrong with a council's own terms in it: none uses a term as a verb or in an idiom."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from svcdocs.model.corporate_words import CORPORATE
from svcdocs.model.framework import Framework
from svcdocs.model.terms import COMPOUNDS, OURS, Terms, terms_of
from svcdocs.model.words import listed

ROOMS = ("model", "checks", "challenge", "workbook", "commands", "report")
PACKAGE = Path(__file__).parent.parent / "svcdocs"
VERBS = {
    "aims at, aim to": r"<aims?> (at|to|for)\b",
    "to aim, may risk": r"\b(to|will|would|can|may|should|could|must|not) <(aim|approach|step|risk|team)>",
    "takes action, in action": r"\b(takes?|taken|taking|in|into|out of) <actions?>",
    "course of action": r"\b(course|plan|call|piece) (of|to) <actions?>",
    "takes steps": r"\b(takes?|taken|taking|in) <steps?>",
    "steps back": r"<steps?> (up|down|back|aside|into|by step)\b",
    "at risk": r"\b(at|no|without|your) <risks?>",
    "risks losing": r"<risks?> \w+ing\b(?<!owing)",
    "approaches the": r"<approach(es)?> (the|a|an|us|them)\b",
    "bids for the contract": r"<bids?> (for|against) (?!more)",
    "teams up": r"<teams?> up\b",
    "in service": r"\b(in|into|out of) <service>(?! \{|'s)",
    "section break": r"<sections?> (break|off)",
}
LABELS = {"At risk"}
"""A council's own, with which a cycle starts: no terms are put into them."""


def _texts(tree: ast.AST) -> Iterator[str]:
    """The strings of a module but for its docstrings; what is filled in is {}."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


SAID = {
    f"{room}/{file.name}: {text}"
    for room in ROOMS
    for file in sorted((PACKAGE / room).glob("*.py"))
    for text in _texts(ast.parse(file.read_text(encoding="utf-8")))
    if " " in text and text not in LABELS
} | {f"words: {word}" for _, word in listed(CORPORATE)}
MARKED = Terms({each: f"<{each}>" for one, several in OURS.items() for each in (one, several)})


@pytest.mark.parametrize("verb", VERBS)
def test_no_sentence_uses_a_term_as_a_verb_or_in_an_idiom(verb: str) -> None:
    assert [text for text in SAID if re.search(VERBS[verb], MARKED.put_into(text).casefold())] == []


@pytest.mark.parametrize(
    "sentence",
    [
        *("The score the further action aims at.", "They aim to help.", "We may risk it.", "Put it into action."),
        *("Take steps to mend it.", "He steps back.", "It is at risk.", "It risks losing money.", "Teams up."),
        *("He approaches the bench.", "It bids for the work.", "A lift in service.", "Delete the section break."),
    ],
)
def test_the_list_of_verbs_and_idioms_knows_them(sentence: str) -> None:
    assert any(re.search(verb, MARKED.put_into(sentence).casefold()) for verb in VERBS.values())


def test_sentences_were_found_in_every_room() -> None:
    assert {text.partition("/")[0] for text in SAID} >= set(ROOMS)
    assert any("it should have once that is done" in text for text in SAID)


def test_an_absurd_council_reads_no_wrong_article_and_none_of_our_terms() -> None:
    rows = [{"term": one, "singular": f"{'ozq'[n % 3]}{n}rp", "plural": f"glim{n}"} for n, one in enumerate(OURS)]
    absurd = terms_of(Framework.model_validate({"words": rows}))
    ours_and_several = {*OURS, *OURS.values()}
    ours = re.compile(rf"(?<![\w{{])({'|'.join(sorted(ours_and_several, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
    compound = re.compile(rf"(?<!\w)({'|'.join(COMPOUNDS - ours_and_several)})(?!\w)", re.IGNORECASE)
    for text in SAID:
        told = absurd.put_into(text.partition(": ")[2])
        assert not re.search(r"\ba o\d|\ban [zq]\d", told, re.IGNORECASE), told
        assert not ours.search(compound.sub("", re.sub(r"\{\w*\}|[\w-]+\.\w+", "", told))), told


def test_a_compound_stays_where_our_word_in_it_is_no_term_and_is_replaced_where_it_is_one() -> None:
    rows = [{"term": "action", "singular": "strategy", "plural": "strategies"}, {"term": "service", "singular": "unit"}]
    plain = terms_of(Framework.model_validate({"words": rows}))
    assert plain.put_into("Further action, the action plan and each action") == (
        "Further action, the action plan and each strategy"
    )
    assert plain.put_into("The service plan of a service") == "The service plan of a unit"
    named = terms_of(Framework.model_validate({"words": [*rows, {"term": "service plan", "singular": "unit plan"}]}))
    assert named.put_into("The service plan of a service") == "The unit plan of a unit"
