"""The built-in template of the service plan: clean, restyled by its theme, and the same text in plain docxtpl."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

import pytest
from docx.oxml.ns import qn
from lxml import etree

from svcdocs.documents.service_plan import ServicePlanContext
from svcdocs.model.words import DEFAULT
from svcdocs.shipped import doc_template
from svcdocs.word import check
from svcdocs.word.outline import text_of
from svcdocs.word.widths import width
from tests.documents import samples
from tests.word.plain_docxtpl import render_plain

TEMPLATE = doc_template("service-plan")


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(TEMPLATE) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _styles(parts: dict[str, bytes]) -> Iterator[etree._Element]:
    yield from etree.fromstring(parts["word/styles.xml"]).iter(qn("w:style"))


def test_it_prints_only_what_the_service_plan_offers() -> None:
    assert check(TEMPLATE, ServicePlanContext) == []


def test_plain_docxtpl_prints_the_same_text() -> None:
    context = samples.context()
    made = (samples.printed(context), render_plain(TEMPLATE.read_bytes(), context))
    # Plain docxtpl keeps the blank paragraph of a section in which nothing is printed, and leaves the contents as they
    # are; we list the headings in their place.
    ours, plain = ([line for line in text_of(document).splitlines() if line] for document in made)
    place = ours.index("Contents") + 1
    after = len(plain) - place - 1
    assert (ours[:place], ours[-after:]) == (plain[:place], plain[-after:])
    assert {line.lstrip("0123456789 ") for line in ours[place:-after]} <= set(ours[-after:] + ours[:place])


def test_every_colour_follows_the_theme(parts: dict[str, bytes]) -> None:
    for name in ("word/styles.xml", "word/document.xml", "word/numbering.xml"):
        for element in etree.fromstring(parts[name]).iter(qn("w:color"), qn("w:shd")):
            names = {qn("w:themeColor"), qn("w:themeFill")}
            assert names & set(element.attrib), etree.tostring(element)


def test_runs_and_paragraphs_carry_no_looks_of_their_own(parts: dict[str, bytes]) -> None:
    body = etree.fromstring(parts["word/document.xml"])
    assert {child.tag for run in body.iter(qn("w:rPr")) for child in run} <= {qn("w:rStyle")}
    assert {child.tag for p in body.iter(qn("w:pPr")) for child in p} <= {qn("w:pStyle"), qn("w:sectPr")}


def test_every_style_that_is_used_is_defined(parts: dict[str, bytes]) -> None:
    defined = {str(style.get(qn("w:styleId"))) for style in _styles(parts)}
    used = set()
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            found = etree.fromstring(content).iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"), qn("w:basedOn"))
            used |= {str(element.get(qn("w:val"))) for element in found}
    assert used <= defined


def test_the_page_is_a4_and_the_language_british(parts: dict[str, bytes]) -> None:
    sizes = {
        (size.get(qn("w:w")), size.get(qn("w:h")))
        for size in etree.fromstring(parts["word/document.xml"]).iter(qn("w:pgSz"))
    }
    assert sizes == {("11906", "16838"), ("16838", "11906")}
    language = next(etree.fromstring(parts["word/styles.xml"]).iter(qn("w:lang")))
    assert language.get(qn("w:val")) == "en-GB"


def test_no_text_on_a_page_is_smaller_than_ten_points(parts: dict[str, bytes]) -> None:
    furniture = {"header", "footer", "Header Wide", "Footer Wide", "Section End", "Table Gap", "Sign Gap"}
    for style in _styles(parts):
        name = style.find(qn("w:name"))
        size = style.find(f"{qn('w:rPr')}/{qn('w:sz')}")
        if size is not None and name is not None and name.get(qn("w:val")) not in furniture:
            assert int(size.get(qn("w:val")) or 0) >= 20


def test_its_tables_are_as_wide_as_their_page_allows(parts: dict[str, bytes]) -> None:
    widest = 26.7 / 2.54 * 1440
    for grid in etree.fromstring(parts["word/document.xml"]).iter(qn("w:tblGrid")):
        assert sum(int(column.get(qn("w:w")) or 0) for column in grid) <= widest + 5


def test_no_word_over_a_column_of_the_action_plan_is_broken_and_its_cells_do_not_touch(
    parts: dict[str, bytes],
) -> None:
    tables = list(etree.fromstring(parts["word/document.xml"]).iter(qn("w:tbl")))
    (table,) = (table for table in tables if "{{ words.improvement }}" in "".join(table.itertext()))
    assert table.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}") is None  # the room the style leaves around cells
    (style,) = (style for style in _styles(parts) if style.get(qn("w:styleId")) == "PlanTable")
    around = sum(
        int(side.get(qn("w:w")) or 0) for side in style.iter(qn("w:tblCellMar")) for side in side if _is_beside(side)
    )
    assert around >= 140  # 2.5 mm between the words of two columns
    first = next(table.iter(qn("w:tr")))
    for cell in first.iter(qn("w:tc")):
        name = "".join(cell.itertext()).strip("{} ").removeprefix("words.")
        column = next(cell.iter(qn("w:tcW"))).get(qn("w:w"))
        for word in getattr(DEFAULT, name, "").split():
            bold = width(word) * 1.08 * 10 / 1000 * 20
            assert bold + around <= int(column or 0), word


def _is_beside(side: etree._Element) -> bool:
    return side.tag in (qn("w:left"), qn("w:right"))
