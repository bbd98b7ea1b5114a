from __future__ import annotations

import base64
import hashlib
import os
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from svcdocs.model.excerpts import Excerpt, ExcerptCell
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.report.page import _environment, page_html
from tests.report.page_outline import outline, texts
from tests.report.situations import FINDINGS, PARKS, finding, situation

SAMPLE = Path(__file__).with_name("page.sample.txt")
HOSTILE = "</style><script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}{% raw %}&amp;<!--"


def test_the_page_reads_like_its_sample() -> None:
    """SVCDOCS_REWRITE_GOLDEN=1 accepts the page as it is now."""
    made = outline(page_html(situation()))
    if os.environ.get("SVCDOCS_REWRITE_GOLDEN") == "1":
        SAMPLE.write_text(made, encoding="utf-8", newline="\n")
    assert made == SAMPLE.read_text(encoding="utf-8")


def test_the_same_situation_gives_the_same_bytes() -> None:
    first = page_html(situation()).encode()
    _environment.cache_clear()
    assert page_html(situation()).encode() == first


def test_without_a_position_the_page_says_nothing_of_steps_days_and_who_is_late() -> None:
    page = page_html(situation(position=None))
    assert not re.search(r"What to do next|Who is late|As at", page)
    assert "Where the year stands" in page


@pytest.mark.parametrize(
    ("field", "blank", "gone"),
    [("questions", {}, "questions"), ("questions", {"Parks": ()}, "questions"), ("documents", (), "documents")],
)
def test_a_part_with_nothing_in_it_is_left_out_with_its_link(field: str, blank: object, gone: str) -> None:
    there, without = page_html(situation()), page_html(situation(**{field: blank}))
    assert f'href="#{gone}"' in there
    assert f'href="#{gone}"' not in without
    assert f'id="{gone}"' not in without


def test_a_cycle_in_which_there_is_nothing_yet_has_a_page_that_says_so() -> None:
    bare = situation(
        findings=(),
        answered=(),
        standings=(),
        owed=(),
        documents=(),
        questions={},
        assignments={},
        owners={},
        position=None,
    )
    told = outline(page_html(bare))
    for sentence in ("Nothing is to be put right.", "Nobody has been asked for a workbook yet.", "Nothing is owed"):
        assert sentence in told


def test_what_was_circulated_stands_beside_the_documents_where_something_was() -> None:
    first, *others = situation().documents
    sent = replace(first, circulated="Circulated as Draft 3 on 1 March 2027")
    page = page_html(replace(situation(), documents=(sent, *others)))
    assert "<td>Circulated as Draft 3 on 1 March 2027</td>" in page
    assert "<td>Not yet</td>" in page
    assert '<th scope="col">Circulated</th>' not in page_html(situation())


def test_why_the_states_are_not_known_is_said_in_place_of_the_returns() -> None:
    told = outline(page_html(situation(standings=(), trouble="The ledger is damaged.")))
    assert "How far each return has come cannot be told: The ledger is damaged." in told


def test_the_page_allows_itself_its_style_sheet_and_nothing_else() -> None:
    root = html.document_fromstring(page_html(situation()))
    [style] = [one.text for one in root.iter("style")]
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    [policy] = [one.get("content") for one in root.iter("meta") if one.get("http-equiv") == "Content-Security-Policy"]
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not [one.tag for one in root.iter("script", "link", "img", "iframe", "form", "object")]
    assert not [one for one in root.iter() if "style" in one.attrib]


def test_headings_come_in_order_and_every_table_has_a_caption_and_heads_with_a_scope() -> None:
    root = html.document_fromstring(page_html(situation()))
    levels = [int(str(one.tag)[1]) for one in root.iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in root.iter("table"):
        assert table[0].tag == "caption"
        assert {cell.get("scope") for cell in table.iter("th")} == {"col", "row"}
        assert all("".join(cell.itertext()).strip() for cell in table.iter("th", "td"))


def test_every_place_has_a_name_of_its_own_and_every_link_leads_to_one() -> None:
    root = html.document_fromstring(page_html(situation()))
    names = [one.get("id") for one in root.iter() if "id" in one.attrib]
    assert len(names) == len(set(names))
    links = [one.get("href", "") for one in root.iter("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(names)


def test_many_findings_are_folded_and_few_lie_open() -> None:
    many = [finding(f"F{row}", f"Row {row}.", hint=f"Mend {row}.") for row in range(6, 46)]
    few, folded = page_html(situation()), page_html(situation(findings=tuple(many)))
    assert "<details open>\n<summary>3 findings about Parks" in few
    assert "<details>\n<summary>40 findings about Parks" in folded


def test_a_page_of_two_thousand_findings_is_as_long_as_they_are_many() -> None:
    def length(count: int) -> int:
        found = tuple(finding(f"F{row}", f"Row {row:05}.", hint=f"{row:05}") for row in range(6, 6 + count))
        return len(page_html(situation(findings=found, excerpts={})))

    start, some, many = length(50), length(1050), length(2050)
    assert abs((many - some) - (some - start)) < (some - start) // 50


signs = st.sampled_from("<>&\"'/{}%#-;=`\\ ")
letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"])
texts_of_people = st.text(signs | letters, min_size=1, max_size=40)


def hostile_situation(text: str) -> str:
    """The page of a situation in which every text that people type is this one."""
    where = CellRef(text, text, "F6")
    found = Finding("some-code", Severity.ERROR, text, text, service=text, where=where)
    around = Excerpt(6, (ExcerptCell("A", text, text), ExcerptCell("F", text, text)), "F")
    told = situation()
    return page_html(
        replace(
            told,
            findings=(found, *FINDINGS),
            answered=((found, text),),
            excerpts={where: around},
            owners={text: text},
            standings=tuple(replace(one, contributor=text, checked_by=text, open=(text,)) for one in told.standings),
            owed=tuple(replace(one, what=text, who=text, service=text) for one in told.owed),
            documents=tuple(replace(one, title=text) for one in told.documents),
            questions={text: tuple(replace(one, text=text, why=text) for one in told.questions["Parks"])},
            titles={"some-code": text},
        )
    )


@settings(max_examples=60)
@given(texts_of_people)
def test_whatever_people_type_comes_out_as_text_and_changes_nothing_else(text: str) -> None:
    tame = html.document_fromstring(hostile_situation("word"))
    wild = html.document_fromstring(hostile_situation(text))
    assert [one.tag for one in wild.iter()] == [one.tag for one in tame.iter()]
    assert [sorted(one.attrib) for one in wild.iter()] == [sorted(one.attrib) for one in tame.iter()]
    marked = ["".join(one.itertext()) for one in wild.iter("td") if one.get("class") == "marked"]
    assert marked[0] == f"► {text}"


def test_a_text_made_to_break_out_is_printed_as_it_was_typed() -> None:
    page = hostile_situation(HOSTILE)
    assert "<script" not in page
    assert "<img" not in page
    assert HOSTILE in texts(page)


def test_what_is_blank_is_said_in_words_in_the_excerpt() -> None:
    told = outline(page_html(situation()))
    assert "| !F9 | P1.2 | ► blank |" in told


def test_a_file_is_linked_where_its_address_is_known_and_named_where_not() -> None:
    there, unknown = page_html(situation()), page_html(situation(links={}))
    assert f'<a href="../workbooks/parks.xlsx">{PARKS}</a>' in there
    assert f">{PARKS}<" not in unknown
    assert PARKS in unknown
