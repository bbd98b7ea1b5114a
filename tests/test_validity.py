"""Everything made from the examples opens in Office without repair, and can be read by everybody."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from svcdocs.commands.annotate import annotate
from svcdocs.commands.build import build
from svcdocs.commands.compare import compare, write_sheets
from svcdocs.commands.intake import read_cycle
from svcdocs.commands.issue import issue
from svcdocs.pdf.finishing import finished
from svcdocs.pdf.office import Office
from svcdocs.project import Project
from svcdocs.word.links import without_tips
from svcdocs.word.outline import contents_of, text_of
from tests.conftest import CHECKOUT
from tests.cycles import no_progress
from tests.inspection.accessibility import accessibility
from tests.inspection.office import shown_by_libreoffice, told_by_microsoft
from tests.inspection.pdf import pdf_faults
from tests.inspection.validity import validity


def copied(name: str, folder: Path) -> Project:
    """An example in a folder of its own, without what was built of it."""
    shutil.copytree(CHECKOUT / "examples" / name, folder, ignore=shutil.ignore_patterns("output"))
    return Project.open(folder)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example cycle with everything that svcdocs makes of it."""
    project = copied("fenmoor-2027", tmp_path_factory.mktemp("made") / "cycle")
    issue(project, dt.date(2026, 9, 7), no_progress)
    build(project, no_progress, draft=True)
    return project.folder


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is made beside plans, and of workbooks with defects: previews, plans and the sheets of changes."""
    folder = tmp_path_factory.mktemp("others")
    spoilt = copied("defects-2027", folder / "defects")
    build(spoilt, no_progress, draft=True)
    annotate(spoilt, read_cycle(spoilt, no_progress), folder / "copies", no_progress)
    copied("fenmoor-2027", folder / "cycle")
    found = compare(spoilt.folder, folder / "cycle", no_progress)
    write_sheets(found, folder / "changes", folder / "cycle")
    return folder


def documents(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*.docx"))
    assert len(found) == 14
    return found


def test_microsofts_validator_finds_nothing_in_documents_and_workbooks(made: Path, needs: Callable[[str], str]) -> None:
    validator = needs("ooxml-validator")
    for file in [*documents(made), *sorted(made.rglob("*.xlsx"))]:
        assert told_by_microsoft(validator, file) == [], file.name


def test_libreoffice_shows_every_word_of_every_document(
    made: Path, tmp_path: Path, needs: Callable[[str], str]
) -> None:
    shown = shown_by_libreoffice(needs, documents(made), tmp_path)
    for path in documents(made):
        words, there = set(re.findall(r"\w{4,}", text_of(path.read_bytes()))), shown[path.stem]
        assert {word for word in words if word not in there} == set(), path.name


def test_every_document_can_be_read_by_everybody(made: Path) -> None:
    for path in documents(made):
        assert accessibility(path.read_bytes()) == [], path.name


def test_every_document_holds_together(made: Path) -> None:
    for path in documents(made):
        assert validity(path.read_bytes()) == [], path.name


def test_previews_and_plans_from_workbooks_with_defects_are_held_to_the_same(others: Path) -> None:
    found = [*(others / "defects").rglob("*.docx"), *(others / "copies").rglob("*.docx")]
    assert {path.stem for path in found} >= {"corporate-plan", "roads-and-paths", "roads-and-paths preview"}
    for path in found:
        assert accessibility(path.read_bytes()) == [], path.name
        assert validity(path.read_bytes()) == [], path.name


def test_sheets_of_changes_hold_together_and_are_read_by_everybody_but_for_their_lists(others: Path) -> None:
    """A value before and after is quoted as it was typed, with its bullets; and the sheets have no contents yet."""
    found = sorted((others / "changes").glob("*.docx"))
    assert "schedule-of-changes.docx" in {path.name for path in found}
    for path in found:
        rules = {fault.rule for fault in accessibility(path.read_bytes())}
        assert rules <= {"bullet-typed", "number-typed", "contents-missing"}, path.name
        assert validity(path.read_bytes()) == [], path.name


def test_the_pdf_of_every_document_can_be_read_by_everybody(made: Path, needs: Callable[[str], str]) -> None:
    held = {path.name: path.read_bytes() for path in documents(made)}
    with Office(Path(needs("libreoffice"))) as office:
        pdfs = office.convert({name: without_tips(document) for name, document in held.items()})
    for name, one in pdfs.items():
        headings = {entry.bookmark: entry.text for entry in contents_of(held[name])}
        assert pdf_faults(finished(one.pdf, headings)) == [], name
