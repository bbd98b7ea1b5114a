from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.commands.printing import Ready, ready
from svcdocs.corporate.consolidation import consolidate
from svcdocs.documents.catalogue import SERVICE_PLANS
from svcdocs.documents.corporate_plan import corporate_plan_context
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.framework import LAYOUTS, Framework
from svcdocs.model.publication import Edition, for_corporate_plan, public_cycle, public_edition
from svcdocs.model.service_plan import PARTS, ServicePlan
from svcdocs.word.outline import text_of
from tests.documents import samples

MARK = "Qzhidden"
_TOM = {"name": "Tom Fell", "post": "Options Manager", "also_written": "T. Fell\nOM", "grade": "Officer"}
_JOAN = {"name": "Joan Ashdown", "post": "Director of Homes", "grade": "Director"}
NAMED: dict[str, Any] = {"about": {**samples.FRAMEWORK["about"], "named_grades": "Director"}, "people": [_TOM, _JOAN]}
FIGURES = {"results": {"2025/26": "12", "2026/27": "9"}, "targets": {"2027/28": "7", "2028/29": "5"}}
OPEN: dict[str, list[dict[str, Any]]] = {
    "council_actions": list(samples.PLAN["council_actions"]),
    "actions": list(samples.PLAN["actions"]),
    "indicators": [row | FIGURES for row in samples.PLAN["indicators"]],
    "risks": list(samples.PLAN["risks"]),
    "bids": list(samples.PLAN["bids"]),
    "passages": [],
}
for _row in samples.PLAN["passages"]:  # each under a section of its own, so that none inherits that of a hidden one
    _above = OPEN["passages"][-1:]
    OPEN["passages"].append({"section": _above[0]["section"] if _above else "", **_row})
HIDDEN: dict[str, dict[str, Any]] = {
    "council_actions": {
        "ref": f"{MARK}1", "title": f"{MARK} title", "detail": f"{MARK} detail", "serves": "A1",
        "group": f"{MARK} group", "steps": [{"text": f"{MARK} step", "by": "May 2027"}], "finish": "July 2028",
        "lead": f"{MARK} lead", "outcome": f"{MARK} outcome", "outputs": f"{MARK} outputs", "indicators": "HI1",
        "help_needed": f"{MARK} help",
        "resources": "£91,919", "risk": f"{MARK} risk", "headline": "Yes", "progress": {"Q1": f"{MARK} progress"},
    },
    "actions": {
        "ref": f"{MARK}2", "title": f"{MARK} title", "detail": f"{MARK} detail", "serves": "H1",
        "group": f"{MARK} group", "steps": [{"text": f"{MARK} step", "by": "May 2027"}], "finish": "July 2028",
        "lead": f"{MARK} lead", "outcome": f"{MARK} outcome", "resources": "£91,919", "headline": "Yes",
    },
    "indicators": {
        "ref": f"{MARK}3", "name": f"{MARK} name", "unit": f"{MARK} unit", "good_is": "High",
        "results": {"2025/26": "91919", "2026/27": "81818"}, "targets": {"2027/28": "71717", "2028/29": "61616"},
        "lead": f"{MARK} lead", "objective": "H1", "frequency": f"{MARK} often", "baseline": "51515",
        "method": f"{MARK} method", "source": f"{MARK} source", "scorecard": "Yes",
    },
    "risks": {
        "ref": f"{MARK}4", "cause": f"{MARK} cause", "leading_to": f"{MARK} to", "resulting_in": f"{MARK} in",
        "likelihood": "3", "impact": "3", "controls": f"{MARK} controls", "owner": f"{MARK} owner", "corporate": "Yes",
    },
    "bids": {
        "ref": f"{MARK}5", "what": f"{MARK} what", "amounts": {"2027/28": "£91,919"}, "why": f"{MARK} why",
        "without": f"{MARK} without", "state": f"{MARK} state", "team": "Options",
    },
    "passages": {
        "section": "About our service", "text": f"{MARK} words", "team": f"{MARK} team",
        "exemption": f"{MARK} exemption", "picture": f"{MARK}.png",
    },
}  # fmt: skip
REFERRING: list[tuple[str, dict[str, Any]]] = [
    ("actions", {"title": "Ask", "indicators": f"{MARK}3, HI1", "serves": f"H1; {MARK}2", "risk": f"{MARK}4"}),
    ("indicators", {"ref": "HI9", "name": "Beds", "objective": f"{MARK} title", **FIGURES}),
    ("risks", {"cause": "Rain", "serves": f"{MARK}2\nH1"}),
    ("bids", {"ref": "B9", "what": "Tents", "serves": f"{MARK}1"}),
]
"""Rows that may be published and name some that may not, in the cells made for that."""


@cache
def template(layout: str) -> Ready:
    return ready(None, SERVICE_PLANS[layout][0])


def council(layout: str = "Current", **changes: Any) -> Framework:
    first, *teams = samples.FRAMEWORK["services"]
    services = [first | {"form": layout}, *teams]
    return Framework.model_validate({**samples.FRAMEWORK, "services": services, **changes})


def plan_of(**parts: Any) -> ServicePlan:
    return ServicePlan.model_validate({**samples.PLAN, **OPEN, **parts})


def internal(framework: Framework, plan: ServicePlan, edition: Edition | None = None) -> bytes:
    cycle, layout = link(framework, [plan]), framework.layout_of(plan.service)
    context = SERVICE_PLANS[layout][1](cycle, plan, draft=True, pictures=PICTURES, edition=edition)
    return template(layout).print(context)


def public(framework: Framework, plan: ServicePlan) -> bytes:
    shown = public_cycle(link(framework, [plan]))
    (told,) = shown.plans
    layout = framework.layout_of(plan.service)
    edition = public_edition(plan)
    return template(layout).print(SERVICE_PLANS[layout][1](shown, told, draft=True, pictures=PICTURES, edition=edition))


PICTURES = {f"{MARK}.png": samples.png()}


def everything_in(document: bytes) -> Iterator[tuple[str, str]]:
    """Each part of a document by its name, those of the workbooks in its charts as well: as it is, and its words."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        for name in package.namelist():
            data = package.read(name)
            if data[:2] == b"PK":
                yield from ((f"{name}/{inner}", text) for inner, text in everything_in(data))
            else:
                text = data.decode("utf-8", "replace")
                yield name, f"{name}\n{text}\n{re.sub('<[^>]*>', '', text)}"


def parts_that_say(words: str, document: bytes) -> list[str]:
    return [name for name, text in everything_in(document) if words.casefold() in text.casefold()]


def with_hidden(parts: Mapping[str, int]) -> ServicePlan:
    """The plan with a row that is not for publication in some of its parts, at some place."""
    rows = {part: list(OPEN[part]) for part in OPEN}
    for part, place in parts.items():
        at = min(place, len(rows[part]))
        row = HIDDEN[part] | {"publish": "No"}
        if part == "passages" and at:  # in the section in which it stands, so that what follows stays in that
            row["section"] = next(one["section"] for one in reversed(rows[part][:at]) if one.get("section"))
        rows[part].insert(at, row)
    return plan_of(**rows)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_of_what_is_not_for_publication_stands_anywhere_in_the_public_edition(layout: str) -> None:
    rows = {part: [*OPEN[part], HIDDEN[part] | {"publish": " no "}] for part in OPEN}
    for part, row in REFERRING:
        rows[part].append(row)
    framework, plan = council(layout), plan_of(**rows)
    document = public(framework, plan)
    assert parts_that_say(MARK, document) == []
    for figure in ("91919", "91,919", "81818", "71717", "61616", "51515"):
        assert parts_that_say(figure, document) == [], figure
    inside = parts_that_say(MARK, internal(framework, plan))
    assert "word/document.xml" in inside
    if layout != "Three-year":
        assert any("embeddings" in name for name in parts_that_say("81818", internal(framework, plan)))


@settings(max_examples=25, deadline=None)
@given(
    parts=st.dictionaries(st.sampled_from(sorted(HIDDEN)), st.integers(0, 8), min_size=1),
    layout=st.sampled_from(LAYOUTS),
)
def test_the_public_edition_is_the_plan_without_those_rows_and_nothing_else_of_it_differs(
    parts: dict[str, int], layout: str
) -> None:
    framework, plan = council(layout), with_hidden(parts)
    expected = internal(framework, plan_of(), public_edition(plan))
    assert public(framework, plan) == expected
    assert parts_that_say(MARK, expected) == []


def test_a_plan_with_nothing_hidden_says_of_no_edition_and_its_public_one_differs_in_that_alone() -> None:
    framework, plan = council(), plan_of()
    shown, whole = text_of(public(framework, plan)), text_of(internal(framework, plan))
    assert "edition" not in whole.casefold()
    assert "Public edition. Nothing has been left out." in shown
    lines = [line.replace(" – public edition", "") for line in shown.splitlines()]
    assert [line for line in lines if line not in whole] == ["Edition", "Public edition. Nothing has been left out."]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_edition_says_on_the_cover_on_every_page_and_in_its_title_which_it_is(layout: str) -> None:
    framework, plan = council(layout), with_hidden({"actions": 0, "passages": 1})
    for document, name, told in (
        (public(framework, plan), "Public", "Rows and passages left out because they are not for publication: 2."),
        (internal(framework, plan), "Internal", "Rows and passages in it that are not for publication: 2."),
    ):
        assert f"{name} edition. {told}" in text_of(document)
        assert f"Draft 3 – {name.lower()} edition, 12 January 2027" in text_of(document)
        assert samples.opened(document).core_properties.title.endswith(f"({name.lower()} edition)")
        headers = [text for part, text in everything_in(document) if re.search("word/header|word/footer", part)]
        assert any(f"{name.lower()} edition" in text for text in headers)


def test_the_internal_edition_says_where_what_is_not_for_publication_begins_why_and_where_it_ends() -> None:
    exempt = [
        {"section": "About our service", "text": "Open."},
        {"section": "About our service", "text": "We may sell it.", "publish": "No", "exemption": "Paragraph 3"},
        {"section": "About our service", "text": "To Acme.", "publish": "No", "exemption": "Paragraph 3"},
        {"section": "About our service", "text": "Names.", "publish": "No"},
        {"section": "About our service", "text": "Open again."},
    ]
    lines = samples.by_heading(internal(council(), plan_of(passages=exempt)))["About our service"]
    assert lines[1:] == [
        *("Open.", "Not for publication: Paragraph 3", "We may sell it.", "To Acme.", "Not for publication", "Names."),
        *("End of what is not for publication.", "Open again."),
    ]


def test_a_section_of_which_nothing_is_published_says_so_and_does_not_say_that_nothing_was_given() -> None:
    hidden = {"publish": "No"}
    plan = plan_of(
        passages=[{"section": "About our service", "text": "Secret.", **hidden}, {"text": "Secret, too.", **hidden}],
        council_actions=[],
        actions=[{"ref": "H1.1", "title": "Sell", **hidden}],
        risks=[],
    )
    lines = samples.by_heading(public(council(), plan))
    assert lines["About our service"][1:] == ["Not for publication."]
    assert lines["Service improvement action plan"][1:2] == ["Not for publication."]


def test_text_below_a_hidden_passage_stays_in_its_section() -> None:
    passages = [
        {"section": "About our service", "text": "Open."},
        {"section": "Achievements", "text": "Secret.", "publish": "No"},
        {"text": "Much was done."},
    ]
    lines = samples.by_heading(public(council(), plan_of(passages=passages)))
    assert lines["Achievements in 2026/27"][1:] == ["Much was done."]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_posts_stand_in_the_public_edition_for_all_whose_grade_is_not_named(layout: str) -> None:
    framework = council(layout, **NAMED)
    rows = [{"ref": "H1.1", "title": "Dig", "lead": "T. Fell (lead)\nJoan Ashdown", "also_leading": "Tom Fell/OM"}]
    plan = plan_of(actions=rows)
    document, inside = public(framework, plan), internal(framework, plan)
    for name in ("Tom Fell", "T. Fell"):
        assert parts_that_say(name, document) == []
        assert parts_that_say(name, inside) != []
    assert "Joan Ashdown" in text_of(document)
    assert "Options Manager (lead)" in text_of(document)
    assert "Internal edition. It names people for whom their posts stand in the public edition." in text_of(inside)


def test_those_who_sign_and_manage_stand_by_their_posts_where_their_grade_is_not_named() -> None:
    framework = council(about=NAMED["about"], people=[_TOM, _JOAN | {"grade": "Head"}])
    shown = public(framework, plan_of())
    assert parts_that_say("Joan Ashdown", shown) == []
    assert "Director of Homes" in text_of(shown)
    assert "Cllr Reza Mir" in text_of(shown)


def corporate(cycle: Cycle) -> bytes:
    return ready(None, "corporate-plan").print(corporate_plan_context(cycle, consolidate(cycle), draft=True))


def test_the_corporate_plan_follows_the_same_rule_and_counts_the_rows_it_leaves_out() -> None:
    parts = {part: 0 for part in PARTS if part in HIDDEN}
    rows = {part: list(getattr(with_hidden(parts), part)) for part in OPEN}
    plan = ServicePlan.model_validate({**samples.PLAN, **rows})
    document = corporate(for_corporate_plan(link(council(**NAMED), [plan])))
    assert parts_that_say(MARK, document) == []
    assert parts_that_say("Tom Fell", document) == []
    assert "Rows not for publication: 4." in text_of(document)
