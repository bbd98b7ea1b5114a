"""Our own name stands nowhere a team or a councillor looks; what the policy officer alone reads may have it."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from svcdocs.commands.build import build
from svcdocs.commands.issue import issue
from svcdocs.commands.receive import receive
from svcdocs.project import Project
from tests.cycles import no_progress
from tests.test_examples import FENMOOR, copied

NAME = re.compile("svcdocs", re.IGNORECASE)
DAY = date(2027, 1, 15)
OFFICERS = ("report.html", "findings.json", "manifest.json", "data/")
"""What in the output folder is the policy officer's own, or for programs."""
UNSEEN = re.compile(r"<[^>]*>")


def told_of(path: Path) -> Iterator[str]:
    """What a person sees of a file: its text; of an Office file the words of every part, and all properties whole."""
    if not zipfile.is_zipfile(path):
        yield path.read_text(encoding="utf-8")
        return
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                text = package.read(name).decode("utf-8")
                yield text if name.startswith("docProps/") else UNSEEN.sub(" ", text)


def naming(folder: Path) -> list[str]:
    """The files of a folder in which the name is to be seen."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    shown = [path for path in files if not path.relative_to(folder).as_posix().startswith(OFFICERS)]
    assert shown
    return [path.name for path in shown if any(NAME.search(text) or NAME.search(path.name) for text in told_of(path))]


@pytest.fixture(scope="module")
def cycle(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = copied(FENMOOR, tmp_path_factory.mktemp("named") / "cycle")
    project.inbox_dir.mkdir(exist_ok=True)
    shutil.move(project.workbooks_dir / "hr.xlsx", project.inbox_dir / "hr back.xlsx")
    issue(project, DAY, no_progress)
    receive(project, DAY, no_progress)
    build(project, no_progress, draft=True, today=DAY)
    return project


def test_it_stands_in_no_document_letter_receipt_or_page_for_the_meeting(cycle: Project) -> None:
    kinds = {path.parent.name for path in cycle.output_dir.rglob("*") if path.is_file()}
    assert kinds >= {"service-plans", "letters", "receipts", "challenge"}
    assert naming(cycle.output_dir) == []


def test_it_stands_in_no_workbook_that_goes_out(cycle: Project) -> None:
    assert naming(cycle.issued_dir) == []


def test_the_search_finds_it_in_a_text_and_in_the_properties_of_an_office_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Made with SvcDocs", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "b.docx", "w") as package:
        package.writestr("docProps/app.xml", '<Properties Application="svcdocs"/>')
    with zipfile.ZipFile(tmp_path / "c.docx", "w") as package:
        package.writestr("word/document.xml", "<w:t>by svcdocs</w:t>")
    assert naming(tmp_path) == ["a.txt", "b.docx", "c.docx"]
