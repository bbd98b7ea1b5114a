"""The words of the documents: all of them stand in one table, and every one of a council's own reaches the page."""

from __future__ import annotations

import ast
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn
from lxml import etree

from svcdocs import documents
from svcdocs.corporate.consolidation import consolidate
from svcdocs.documents.catalogue import DOCUMENTS
from svcdocs.documents.corporate_plan import CorporatePlanContext, corporate_plan_context
from svcdocs.model import owed, public_names
from svcdocs.model.assignments import assignments_of
from svcdocs.model.corporate_words import CORPORATE, every_word
from svcdocs.model.cycle import link
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.words import DEFAULT, listed
from svcdocs.shipped import doc_template
from svcdocs.word import Properties, Template
from svcdocs.word.outline import text_of
from tests.corporate import small
from tests.documents import besides, samples, three_year_samples

ROOM = Path(documents.__file__).parent
TEMPLATES = tuple(DOCUMENTS)
_WORD = re.compile(r"[^\W\d_]{2,}")
_BRACES = re.compile(r"(\{\w+\})")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_PRINTED = re.compile(r"word/(document|header\d+|footer\d+|charts/\w+)\.xml")


def masked(word: str) -> str:
    """A word whose letters are all the same one of another alphabet; what is filled in stays."""
    return "".join(each if _BRACES.fullmatch(each) else re.sub(r"[^\W\d_]", "ж", each) for each in _BRACES.split(word))


MASKED = [
    {"term": term, "singular": masked(ours.split(", ")[0] if ", " in ours and term in ours else ours), "plural": "жжжж"}
    for term, ours in every_word().items()
]
"""A row for every word there is, in which no letter of ours is left."""


def printed_texts(document: bytes) -> Iterator[str]:
    """Every text of a document: its pages, their heads and feet, and what a screen reader says of tables."""
    for name, root in _parts(document):
        yield from ("".join(_own_texts(p)) for p in root.iter(qn("w:p")))
        yield from (t.text or "" for cache in root.iter("{*}strCache") for t in cache.iter("{*}v"))
        yield from (e.get(qn("w:val"), "") for e in root.iter(qn("w:tblCaption"), qn("w:tblDescription")))
        yield from (e.get("descr", "") for e in root.iter() if name and e.get("descr"))


def _own_texts(paragraph: Any) -> Iterator[str]:
    """The texts of a paragraph without those of the boxes that hang on it."""
    for t in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        if next(t.iterancestors(qn("w:p"))) is paragraph:
            yield t.text or " "


def ours_in(document: bytes, *typed: Any) -> set[str]:
    """The words of a document that nobody has typed."""
    known = {word.casefold() for word in _WORD.findall(json.dumps(typed, ensure_ascii=False))}
    said = {word.casefold() for text in printed_texts(document) for word in _WORD.findall(text)}
    return {word for word in said if not set(word) <= set("ж")} - known


def corporate(framework: Mapping[str, Any], *plans: Mapping[str, Any], draft: bool = True) -> bytes:
    council = Framework.model_validate(framework)
    missing = [one for one in assignments_of(council) if "Customers" in one.services]
    cycle = link(council, [ServicePlan.model_validate(plan) for plan in plans], None, missing)
    context = corporate_plan_context(cycle, consolidate(cycle), draft=draft)
    template = Template.compile(doc_template("corporate-plan"), CorporatePlanContext)
    return template.render(context, Properties(title=context.document_title))


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
        {"term": "outputs", "singular": "Outputs {all}: {text}"},
    ]
    context = samples.context(words=rows)
    told = (
        next(section for section in context.sections if section.heading == "Financial resources").before[0].text.plain
    )
    assert told == "Awaited: revenue budget 2027/28 Finance 21 February 2027"
    workforce = next(section for section in context.sections if section.heading == "Workforce")
    assert workforce.teams[0].heading == "Options {staff} { 3.6"
    assert "Outputs {all}: 12 beds" in context.groups[1].rows[0].outcome.plain


def test_a_service_plan_in_the_councils_words_holds_none_of_ours() -> None:
    for draft in (True, False):
        document = samples.printed(samples.context(draft=draft, words=MASKED))
        assert ours_in(document, dict(samples.FRAMEWORK), dict(samples.PLAN), "Service plan Approved by") == set()


def test_a_three_year_plan_in_the_councils_words_holds_none_of_ours() -> None:
    document = three_year_samples.printed(three_year_samples.context(words=MASKED))
    typed = (dict(three_year_samples.FRAMEWORK), dict(three_year_samples.PLAN), "Service plan Approved by")
    assert ours_in(document, *typed) == set()


def test_a_corporate_plan_in_the_councils_words_holds_none_of_ours() -> None:
    for plans in ((small.HOMES, small.STREETS), (small.HOMES,), ()):
        for draft in (True, False):
            document = corporate(small.FRAMEWORK | {"words": MASKED}, *plans, draft=draft)
            assert ours_in(document, small.FRAMEWORK, small.HOMES, small.STREETS) == set()


def test_what_stands_beside_the_corporate_plan_in_the_councils_words_holds_none_of_ours() -> None:
    services = {"signatures": [{"role": "Cabinet"}, {"role": "Holder", "name": "Cllr Ray"}]}
    rows = [*MASKED, {"term": "summary say part", "singular": "жжж"}]
    for plans in ((small.HOMES, small.STREETS), (small.HOMES,), ()):
        for draft in (True, False):
            council = Framework.model_validate({**small.FRAMEWORK, **services, "words": rows})
            cycle = link(council, [ServicePlan.model_validate(plan) for plan in plans])
            for name, document in besides.printed(cycle, draft=draft).items():
                typed = (
                    small.FRAMEWORK,
                    services,
                    small.HOMES,
                    small.STREETS,
                    "corporate-plan.docx data.xlsx homes streets",
                )
                assert ours_in(document, *typed, "Corporate plan corporate-summary.docx") == set(), name


def test_the_language_of_the_documents_picks_the_words_of_the_page() -> None:
    rows = [{"term": "contents", "singular": "What is in it", "others": {"cy": "Cynnwys"}}]
    about = {**samples.FRAMEWORK["about"], "other_languages": "cy"}
    for language, said in (("cy", "Cynnwys"), ("en-GB", "What is in it")):
        text = text_of(samples.printed(samples.context(words=rows, about={**about, "language": language})))
        assert said in text.splitlines()


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_has_a_fixed_word_in_it(name: str) -> None:
    """But for the line that stands where the contents are put, in documents that have some."""
    contents = (
        set()
        if name in ("change-sheet", "annex-e-glossary")
        else {"The contents are filled in when the document is made."}
    )
    found = {_TAG.sub("", text).strip() for text in printed_texts(doc_template(name).read_bytes())}
    assert {text for text in found if _WORD.search(text)} == contents


def test_words_in_braces_are_all_filled_in() -> None:
    context = replace(samples.context(), words=replace(DEFAULT, **{name: "" for name, _ in listed(DEFAULT)}))
    assert "{" not in repr(context)


def test_no_module_of_the_documents_prints_words_of_its_own() -> None:
    """Sentences stand in the tables of words; modules hold signs, keys in small letters and names of columns."""
    allowed = {"Aim", "Approach", "Council action", "Drivers", "SWOT"}
    for file in ROOM.glob("*.py"):
        found = set(_strings(ast.parse(file.read_text(encoding="utf-8")))) - allowed
        assert not {text for text in found if text[:1].isupper() and len(text) > 2 and text.isprintable()} - _codes(
            found
        ), file.name
        assert (
            not {text for text in found if re.search(r"[a-z]{2,} | [a-z]{2,}", text) and "\\" not in text} - _names()
        ), file.name


def test_every_word_is_used() -> None:
    files = [*ROOM.glob("*.py"), Path(owed.__file__), Path(public_names.__file__)]
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    source += "".join(text for name in TEMPLATES for text in printed_texts(doc_template(name).read_bytes()))
    used = set(re.findall(r"words\.(\w+)", source))
    assert [name for name, _ in listed(CORPORATE) if name not in used] == []


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


def _names() -> set[str]:
    """Keys of lists and sections, and the grammar of what people type."""
    return {
        *("action plan", "council actions", "council actions plan", "council objectives", "improvement plan"),
        *("operational plan", "council action", "to be added", "{last year}", " to "),
    }


def _parts(document: bytes) -> Iterable[tuple[str, etree._Element]]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        for name in filter(_PRINTED.fullmatch, archive.namelist()):
            yield name, etree.fromstring(archive.read(name))
