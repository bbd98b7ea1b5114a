"""The built-in template of the three-year plan: clean, the same text in plain docxtpl, its tables sound."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

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
    made = (document, render_plain(TEMPLATE.read_bytes(), three.context()))
    # Plain docxtpl keeps the blank paragraph of a section in which nothing is printed, and leaves the contents as they
    # are; we list the headings in their place.
    ours, plain = ([line for line in text_of(one).splitlines() if line] for one in made)
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


def test_its_plans_stand_on_landscape_pages_each_its_own_behind_a_portrait_narrative(document: bytes) -> None:
    sections = samples.opened(document).sections
    assert [section.orientation for section in sections] == [0, 0, 0, 1, 1, 1, 1]


def test_a_row_that_would_fill_half_a_page_may_go_on_over_it() -> None:
    action = {"title": "x", "steps": [{"text": "Write to all landlords (May 2027)"}] * 30}
    (table,) = samples.tables(three.printed(three.context({"council_actions": [action]})), "Council action")
    properties = table.rows[1]._tr.trPr
    assert properties is None or properties.find(qn("w:cantSplit")) is None


def _kept(paragraphs: Sequence[Paragraph]) -> list[bool]:
    """Whether each paragraph stays on one page with the next."""
    styles = (one.style for one in paragraphs)
    by_style = [isinstance(style, ParagraphStyle) and style.paragraph_format.keep_with_next for style in styles]
    return [bool(one.paragraph_format.keep_with_next or kept) for one, kept in zip(paragraphs, by_style, strict=True)]


def test_the_rows_of_a_small_table_stay_together_below_its_heading_row() -> None:
    plan = {"indicators": [{"name": "a", "lead": "Jo", "targets": {"2027/28": "1"}}, {"name": "b"}]}
    (table,) = samples.tables(three.printed(three.context(plan)), "Performance indicator or milestone")
    kept = [[_kept(cell.paragraphs) for cell in row.cells] for row in table.rows]
    assert kept == [[[True]] * 5, [[True]] * 5, [[False]] * 5]


def test_what_stands_above_a_table_stays_with_it() -> None:
    head = {"text": "x", "team": "Policy", "aims": "A\nB", "approaches": "C", "printed_in": "Operational plan"}
    texts = [{"section": "Operational plan", "team": "Policy", "text": "(to be filled in)\n• by all"}]
    plan = {"objectives": [head], "indicators": [{"name": "a", "objective": "x"}], "passages": texts}
    items = list(samples.body(three.printed(three.context(plan, signatures=[]))))
    end = next(place for place, item in enumerate(items) if isinstance(item, Table))
    above = [item for item in items[:end] if isinstance(item, Paragraph) and item.text][-8:]
    assert [item.text for item in above] == [
        "Policy", "(to be filled in)", "by all", "Service objective: x",
        "Relevant council aim/s:", "A", "B", "Relevant council approach/es: C",
    ]  # fmt: skip
    assert all(_kept(above))


def test_a_target_that_is_not_set_is_quieter_than_one_that_is() -> None:
    plan = {"indicators": [{"name": "a", "targets": {"2027/28": "Not set"}}]}
    (table,) = samples.tables(three.printed(three.context(plan)), "Performance indicator or milestone")
    cells = [cell.paragraphs[0] for cell in table.rows[1].cells[1:4]]
    styles = [one.style.name if one.style else "" for one in cells]
    assert ([one.text for one in cells], styles) == (["Not set"] * 3, ["Table Text", "Table Note", "Table Note"])


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
