"""How every built-in template is made: widths, heads, what stays together, versions on each page, styles alone."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

import pytest
from docx.oxml.ns import qn
from lxml import etree

from svcdocs.documents.catalogue import DOCUMENTS
from svcdocs.documents.scores import key_entry
from svcdocs.model.framework import StatusKey
from svcdocs.shipped import doc_template
from svcdocs.word.outline import text_of
from tests.documents import samples

Node = etree._Element


class Made:
    """A template, its body and its styles by id."""

    def __init__(self, name: str) -> None:
        with zipfile.ZipFile(doc_template(name)) as archive:
            self.parts = {part: archive.read(part) for part in archive.namelist()}
        self.body = etree.fromstring(self.parts["word/document.xml"])[0]
        styles = etree.fromstring(self.parts["word/styles.xml"]).iter(qn("w:style"))
        self.styles = {str(style.get(qn("w:styleId"))): style for style in styles}

    def line(self, paragraph: Node) -> Iterator[Node]:
        """The style of a paragraph and those it is based on."""
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style = self.styles.get(str(named.get(qn("w:val")))) if named is not None else None
        while style is not None:
            yield style
            based = style.find(qn("w:basedOn"))
            style = self.styles.get(str(based.get(qn("w:val")))) if based is not None else None

    def keeps_with_next(self, paragraph: Node) -> bool:
        found = (style.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") for style in self.line(paragraph))
        said = next((one for one in found if one is not None), None)
        return said is not None and said.get(qn("w:val")) not in ("0", "false")


@pytest.fixture(params=sorted(DOCUMENTS), scope="module")
def made(request: pytest.FixtureRequest) -> Made:
    return Made(request.param)


@pytest.fixture(params=[name for name in sorted(DOCUMENTS) if "plan" in name], scope="module")
def plan(request: pytest.FixtureRequest) -> Made:
    return Made(request.param)


def test_every_table_has_fixed_widths_that_add_up_and_a_head_that_is_repeated(made: Made) -> None:
    for table in made.body.iter(qn("w:tbl")):
        layout = table.find(f"{qn('w:tblPr')}/{qn('w:tblLayout')}")
        assert layout is not None
        # One table alone, of counts, makes way for a council's longer words over them.
        assert (layout.get(qn("w:type")) == "fixed") is ("words.headline_actions" not in "".join(table.itertext()))
        first = next(table.iter(qn("w:tr")))
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        width = int(next(table.iter(qn("w:tblW"))).get(qn("w:w")) or 0)
        if "{%tc" not in "".join(table.itertext()):
            grid = sum(int(column.get(qn("w:w")) or 0) for column in table.iter(qn("w:gridCol")))
            assert abs(width - grid) <= 2


def test_every_heading_and_what_leads_in_to_a_table_stays_with_what_follows(made: Made) -> None:
    for paragraph in made.body.iter(qn("w:p")):
        if any(style.get(qn("w:styleId")) in ("Heading1", "Heading2", "Heading3") for style in made.line(paragraph)):
            assert made.keeps_with_next(paragraph), "".join(paragraph.itertext())
        following = paragraph.getnext()
        text = "".join(paragraph.itertext())
        if following is not None and following.tag == qn("w:tbl") and not text.startswith(("{%", "{{p")):
            assert made.keeps_with_next(paragraph), text


def test_paragraphs_runs_and_cells_carry_styles_alone(made: Made) -> None:
    assert {child.tag for run in made.body.iter(qn("w:rPr")) for child in run} <= {qn("w:rStyle")}
    assert {child.tag for p in made.body.iter(qn("w:pPr")) for child in p} <= {qn("w:pStyle"), qn("w:sectPr")}
    assert {child.tag for cell in made.body.iter(qn("w:tcPr")) for child in cell} <= {qn("w:tcW"), qn("w:shd")}


def test_every_page_of_a_plan_tells_version_and_page_of_pages_at_its_foot(plan: Made) -> None:
    feet = [content.decode() for part, content in plan.parts.items() if part.startswith("word/footer")]
    assert feet
    for foot in feet:
        assert "{{ version }}" in foot
        assert " PAGE " in foot
        assert " NUMPAGES " in foot


def test_heat_map_and_key_are_never_cut_over_pages(made: Made) -> None:
    for table in made.body.iter(qn("w:tbl")):
        if any(rows in "".join(table.itertext()) for rows in ("heat_map.rows", "k in key")):
            assert all(made.keeps_with_next(paragraph) for paragraph in table.iter(qn("w:p")))


def test_a_block_of_signatures_is_never_cut_over_pages(made: Made) -> None:
    for table in made.body.iter(qn("w:tbl")):
        if "words.signed" in "".join(table.itertext()):
            *rows, _ = table.iter(qn("w:tr"))
            assert all(made.keeps_with_next(paragraph) for row in rows for paragraph in row.iter(qn("w:p")))


def test_a_note_under_a_table_is_not_cut_over_pages(plan: Made) -> None:
    assert plan.styles["UnderTable"].find(f"{qn('w:pPr')}/{qn('w:keepLines')}") is not None


def test_no_sentence_of_ours_stands_alone_behind_the_table_of_risks() -> None:
    text = text_of(samples.printed(samples.context()))
    assert text.index("Score now is likelihood") < text.index("Scores, controls and further action")


def test_the_groups_of_swot_and_drivers_are_headings_of_their_own_looks_in_reading_order() -> None:
    document = samples.printed(samples.context())
    looks = [(p.text, p.style.name) for p in samples.opened(document).paragraphs if p.style is not None]
    groups = [text for text, style in looks if style == "Quarter Heading"]
    assert groups == ["Economic", "Strengths", "Threats"]
    place = looks.index(("Strengths", "Quarter Heading"))
    assert looks[place + 1] == ("Staff who stay", "Quarter Bullet")


def test_a_status_whose_letter_is_its_label_is_said_once() -> None:
    made = [
        key_entry(StatusKey.model_validate({"letter": letter, "label": label})).text
        for letter, label in (("Amber", "amber"), ("A", "At risk"), ("", "Done"))
    ]
    assert made == ["amber", "A · At risk", "Done"]


def test_a_body_that_has_still_to_approve_is_named_without_a_row_of_dashes() -> None:
    rows = [{"role": "Cabinet"}, {"role": "Scrutiny", "status": "Endorsed"}]
    document = samples.printed(samples.context(signatures=rows))
    (table,) = samples.tables(document, "Body")
    assert [row.cells[0].text for row in table.rows] == ["Body", "Scrutiny"]
    lines = text_of(document).splitlines()
    assert "Cabinet" in lines[lines.index("These bodies have still to approve the plan:") + 1]
