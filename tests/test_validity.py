"""Everything made from the example opens in Office without repair, and can be read by everybody."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from svcdocs.commands.build import build
from svcdocs.commands.issue import issue
from svcdocs.project import Project
from svcdocs.word.outline import text_of
from tests.conftest import CHECKOUT
from tests.cycles import no_progress

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example cycle with everything that svcdocs makes of it."""
    folder = tmp_path_factory.mktemp("made") / "cycle"
    shutil.copytree(CHECKOUT / "examples" / "fenmoor-2027", folder, ignore=shutil.ignore_patterns("output"))
    project = Project.open(folder)
    issue(project, dt.date(2026, 9, 7), no_progress)
    build(project, no_progress, draft=True)
    return folder


def documents(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*.docx"))
    assert len(found) == 7
    return found


def body(document: Path) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(document.read_bytes())) as package:
        return etree.fromstring(package.read("word/document.xml"))


def outline_levels(document: Path) -> dict[str, int]:
    """The heading level of each style that has one, itself or by the style it is based on."""
    with zipfile.ZipFile(document) as package:
        root = etree.fromstring(package.read("word/styles.xml"))
    styles = {style.get(f"{_W}styleId", ""): style for style in root.iter(f"{_W}style")}
    found = {}
    for name in styles:
        at = name
        while at in styles and (level := styles[at].find(f"{_W}pPr/{_W}outlineLvl")) is None:
            based = styles[at].find(f"{_W}basedOn")
            at = based.get(f"{_W}val", "") if based is not None else ""
        if at in styles and level is not None and int(level.get(f"{_W}val", "9")) < 9:
            found[name] = int(level.get(f"{_W}val", "9")) + 1
    return found


def levels(document: Path) -> Iterator[tuple[int, str]]:
    outline = outline_levels(document)
    for paragraph in body(document).iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        level = outline.get(style.get(f"{_W}val", "")) if style is not None else None
        if level:
            yield level, "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))


def test_microsofts_validator_finds_nothing_in_documents_and_workbooks(made: Path, needs: Callable[[str], str]) -> None:
    validator = needs("ooxml-validator")
    for file in [*documents(made), *sorted(made.rglob("*.xlsx"))]:
        done = subprocess.run(
            [validator, str(file)],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        )
        assert json.loads(done.stdout)["errors"] == [], file.name


def test_libreoffice_shows_every_word_of_every_document(
    made: Path, tmp_path: Path, needs: Callable[[str], str]
) -> None:
    office, reader = needs("libreoffice"), needs("pdftotext")
    profile = (tmp_path / "profile").as_uri()
    files = [str(path) for path in documents(made)]
    convert = [
        office,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*convert, *files], check=True, capture_output=True, timeout=240)
    for path in documents(made):
        pdf = tmp_path / f"{path.stem}.pdf"
        shown = subprocess.run([reader, str(pdf), "-"], check=True, capture_output=True, text=True).stdout
        words, there = set(re.findall(r"\w{4,}", text_of(path.read_bytes()))), re.sub(r"[\s\u00ad-]+", "", shown)
        assert {word for word in words if word not in there} == set(), path.name


def test_headings_begin_at_one_and_skip_no_level(made: Path) -> None:
    for document in documents(made):
        before = 0
        for level, heading in levels(document):
            assert heading.strip(), document.name
            assert level <= before + 1, (document.name, heading)
            before = level


def test_every_table_has_a_repeated_heading_row_and_no_empty_or_merged_cell(made: Path) -> None:
    for document in documents(made):
        for table in body(document).iter(f"{_W}tbl"):
            rows = table.findall(f"{_W}tr")
            assert rows[0].find(f"{_W}trPr/{_W}tblHeader") is not None, document.name
            widths = {len(row.findall(f"{_W}tc")) for row in rows}
            assert len(widths) == 1, document.name
            assert not list(table.iter(f"{_W}gridSpan", f"{_W}vMerge")), document.name
            signed = any((text.text or "") == "Signed" for text in table.iter(f"{_W}t"))
            for cell in table.iter(f"{_W}tc"):
                written = "".join(text.text or "" for text in cell.iter(f"{_W}t")).strip()
                assert written or signed, (document.name, etree.tostring(cell)[:300])  # a signature needs its room


def test_documents_say_their_title_and_language_and_describe_their_pictures(made: Path) -> None:
    for document in documents(made):
        with zipfile.ZipFile(document) as package:
            core, styles = package.read("docProps/core.xml").decode(), package.read("word/styles.xml").decode()
        assert re.search(r"<dc:title>[^<]{10,}</dc:title>", core), document.name
        assert "<dc:language>en-GB</dc:language>" in core
        assert 'w:lang w:val="en-GB"' in styles
        for picture in body(document).iter(_DOCPR):
            assert len(picture.get("descr", "")) > 10, document.name


def test_nothing_in_a_document_stands_apart_by_blank_paragraphs(made: Path) -> None:
    for document in documents(made):
        blank = 0
        for paragraph in body(document).iter(f"{_W}p"):
            is_blank = not "".join(text.text or "" for text in paragraph.iter(f"{_W}t")).strip()
            has_more = any(True for _ in paragraph.iter(f"{_W}drawing", f"{_W}sectPr", f"{_W}br", f"{_W}fldChar"))
            above = paragraph.getparent()
            in_cell = above is not None and above.tag == f"{_W}tc"
            blank = blank + 1 if is_blank and not has_more and not in_cell else 0
            assert blank < 2, document.name
