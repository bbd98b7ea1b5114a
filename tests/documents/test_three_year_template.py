"""The built-in template of the three-year plan: clean, the same text in plain docxtpl, its tables sound."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.table import Table

from svcdocs.documents.three_year import ThreeYearContext
from svcdocs.shipped import doc_template
from svcdocs.word import check
from svcdocs.word.outline import outline, text_of
from tests.documents import samples
from tests.documents import three_year_samples as three
from tests.word.plain_docxtpl import render_plain

HERE = Path(__file__).parent
TEMPLATE = doc_template("service-plan-three-year")


@pytest.fixture(scope="module")
def document() -> bytes:
    return three.printed(three.context())


def test_the_template_is_the_one_that_was_reviewed() -> None:
    samples.agrees(outline(TEMPLATE.read_bytes()), HERE / "service-plan-three-year.template.txt")


def test_the_sample_plan_prints_what_was_reviewed(document: bytes) -> None:
    samples.agrees(outline(document), HERE / "service-plan-three-year.sample.txt")


def test_it_prints_only_what_the_three_year_plan_offers() -> None:
    assert check(TEMPLATE, ThreeYearContext) == []


def test_plain_docxtpl_prints_the_same_text(document: bytes) -> None:
    ours, plain = (
        text_of(made).splitlines() for made in (document, render_plain(TEMPLATE.read_bytes(), three.context()))
    )
    # Plain docxtpl leaves the contents as they are; we list the headings in their place.
    place = ours.index("Contents") + 1
    after = len(plain) - place - 1
    assert (ours[:place], ours[-after:]) == (plain[:place], plain[-after:])
    assert {line.lstrip("0123456789 ") for line in ours[place:-after]} <= set(ours[-after:] + ours[:place])


def test_the_same_plan_gives_the_same_bytes(document: bytes) -> None:
    assert three.printed(three.context()) == document


def test_every_table_repeats_its_heading_row_keeps_rows_whole_and_merges_nothing(document: bytes) -> None:
    found = [item for item in samples.body(document) if isinstance(item, Table)]
    assert found
    for table in found:
        properties = [row._tr.trPr for row in table.rows]
        assert all(row is not None and row.find(qn("w:cantSplit")) is not None for row in properties)
        repeats = [row is not None and row.find(qn("w:tblHeader")) is not None for row in properties]
        assert repeats == [True] + [False] * (len(properties) - 1)
        assert not list(table._tbl.iter(qn("w:gridSpan"), qn("w:vMerge")))


def test_no_cell_of_a_data_table_is_left_empty(document: bytes) -> None:
    for table in (item for item in samples.body(document) if isinstance(item, Table)):
        is_for_a_pen = table.cell(0, 0).text == "Approval"
        assert is_for_a_pen or all(cell.text.strip() for row in table.rows for cell in row.cells)


def test_its_plans_stand_on_landscape_pages_behind_a_portrait_narrative(document: bytes) -> None:
    sections = samples.opened(document).sections
    assert [section.orientation for section in sections] == [0, 0, 0, 1]


def test_a_row_that_would_fill_half_a_page_may_go_on_over_it() -> None:
    action = {"title": "x", "steps": [{"text": "Write to all landlords (May 2027)"}] * 30}
    (table,) = samples.tables(three.printed(three.context({"council_actions": [action]})), "Council action")
    properties = table.rows[1]._tr.trPr
    assert properties is None or properties.find(qn("w:cantSplit")) is None


def test_the_fixed_words_are_the_councils_where_it_has_its_own() -> None:
    words = [
        {"term": "supporting information", "singular": "What it takes"}, {"term": "not set", "singular": "Open"},
        {"term": "lead officer", "singular": "Who"}, {"term": "council action", "singular": "pledge"},
    ]  # fmt: skip
    text = text_of(three.printed(three.context(words=words)))
    assert "What it takes" in text
    assert "Supporting information" not in text
    assert "Not set" not in text
    assert "Lead officer" not in text
    assert "Pledge" in text
