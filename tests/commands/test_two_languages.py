"""A council that prints its headings in two languages: by its own words, its sections, and its own template."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from svcdocs.commands.build import build
from svcdocs.project import Project
from svcdocs.shipped import doc_template
from svcdocs.word.outline import contents_of, text_of
from svcdocs.workbook.starter import starter_framework
from tests.cycles import no_progress, plan, write_cycle
from tests.inspection.accessibility import accessibility
from tests.inspection.opened import Opened
from tests.inspection.validity import validity

PARKS = "service-plans/parks.docx"
WORDS = [
    {"term": "contents", "singular": "Cynnwys / Contents", "others": {"cy": "Cynnwys"}},
    {"term": "completion date", "singular": "Dyddiad / Completion date", "others": {"cy": "Dyddiad cwblhau"}},
    {"term": "version label", "singular": "Fersiwn / Version", "others": {"cy": "Fersiwn"}},
    {"term": "council action", "singular": "gweithred / council action", "plural": "gweithredoedd / council actions"},
]


def about(language: str) -> dict[str, Any]:
    said = {"council": "Cyngor Morfa / Saltmarsh Council", "first_year": "2027/28", "years": "2", "version": "Drafft 1"}
    return {**said, "language": language, "other_languages": "cy"}


def sections() -> list[Mapping[str, Any]]:
    rows = [row.model_dump(mode="json") for row in starter_framework().sections]
    return [row | ({"heading": f"Adran / {row['heading']}"} if row["heading"] else {}) for row in rows]


def with_welsh_line(template: bytes) -> bytes:
    """The template with a line of the council's own above the title, in Welsh and marked as such."""
    document = Document(io.BytesIO(template))
    title = next(one for one in document.paragraphs if one.style is not None and one.style.name == "Title")
    line = deepcopy(title._p)
    title._p.addprevious(line)
    run = next(one for one in document.paragraphs if one._p is line)
    for extra in run.runs[1:]:
        extra.text = ""
    run.runs[0].text = "Cynllun gwasanaeth"
    run.style = "Subtitle"
    properties = run.runs[0]._r.get_or_add_rPr()
    properties.append(properties.makeelement(qn("w:lang"), {qn("w:val"): "cy-GB"}))
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def built(folder: Path, language: str, template: bytes | None = None) -> tuple[Project, bytes]:
    council = {"about": about(language), "words": WORDS, "sections": sections()}
    indicator = {
        "ref": "PI1",
        "name": "Coed / Trees",
        "results": {"2025/26": "3", "2026/27": "5"},
        "targets": {"2027/28": "7"},
    }
    made = plan("Parks", indicators=[indicator])
    project = write_cycle(folder, {"parks.xlsx": made, "homes.xlsx": plan("Homes")}, **council)
    if template is not None:
        own = folder / "doc_templates" / "service-plan.docx"
        own.parent.mkdir()
        own.write_bytes(template)
    build(project, no_progress, draft=True)
    return project, (project.output_dir / PARKS).read_bytes()


def default_language(document: bytes) -> list[str]:
    styles = Opened(document).parts["word/styles.xml"].decode()
    defaults = re.search("<w:docDefaults.*</w:docDefaults>", styles, re.DOTALL)
    return re.findall(r'<w:lang w:val="([^"]*)"', defaults[0]) if defaults else []


def test_headings_in_two_languages_come_from_the_sheets_of_the_framework(tmp_path: Path) -> None:
    project, document = built(tmp_path, "en-GB")
    text = text_of(document)
    for words in (
        "Cynnwys / Contents",
        "Fersiwn / Version",
        "Dyddiad / Completion date",
        "Cyngor Morfa / Saltmarsh Council",
    ):
        assert words in text
    headings = [entry.text for entry in contents_of(document) if entry.level == 1]
    assert "Adran / About our service" in headings
    whole = text_of((project.output_dir / "corporate-plan.docx").read_bytes())
    assert "gweithredoedd / council actions" in whole.lower()
    assert accessibility(document) == []
    assert validity(document) == []


@pytest.mark.parametrize(
    ("language", "words"), [("cy-GB", "Cynnwys"), ("cy", "Cynnwys"), ("en-GB", "Cynnwys / Contents")]
)
def test_a_document_says_in_properties_and_styles_in_which_language_it_is(
    tmp_path: Path, language: str, words: str
) -> None:
    project, document = built(tmp_path, language)
    assert words in text_of(document).splitlines()
    for one in (document, (project.output_dir / "corporate-plan.docx").read_bytes()):
        assert Document(io.BytesIO(one)).core_properties.language == language
        assert default_language(one) == [language]
        assert accessibility(one) == []
        charts = [text for name, text in Opened(one).parts.items() if name.startswith("word/charts/chart")]
        assert not any(b' lang="' in text for text in charts)


def test_words_in_the_other_language_in_a_template_of_the_councils_own_keep_their_mark(tmp_path: Path) -> None:
    own = with_welsh_line(doc_template("service-plan").read_bytes())
    _, document = built(tmp_path, "en-GB", own)
    body = Opened(document).parts["word/document.xml"].decode()
    (marked,) = re.findall(r'<w:lang w:val="cy-GB"/>.{0,40}?<w:t[^>]*>([^<]*)', body)
    assert marked == "Cynllun gwasanaeth"
    assert default_language(document) == ["en-GB"]
    assert validity(document) == []
