"""The example cycles: one that is alive and clean, and one with planted defects; figures worked out a second way."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from svcdocs.commands.build import build
from svcdocs.commands.check import check
from svcdocs.commands.intake import read_cycle
from svcdocs.project import Project
from svcdocs.word.outline import text_of
from tests.conftest import CHECKOUT
from tests.cycles import no_progress

EXAMPLES = CHECKOUT / "examples"
FENMOOR, DEFECTS = EXAMPLES / "fenmoor-2027", EXAMPLES / "defects-2027"
HEADINGS, FIRST = 4, 6


def copied(cycle: Path, to: Path) -> Project:
    """A cycle in a folder of the test's own, without what was built in it."""
    shutil.copytree(cycle, to, ignore=shutil.ignore_patterns("output"))
    return Project.open(to)


def rows(workbook: Path, sheet: str) -> Iterator[dict[str, str]]:
    """The rows of a sheet by heading, read by openpyxl alone; none where a contributor has no such sheet."""
    book = openpyxl.load_workbook(workbook)
    if sheet not in book.sheetnames:
        return
    page = book[sheet]
    titles = [cell.value for cell in page[HEADINGS]]
    for row in page.iter_rows(min_row=FIRST, values_only=True):
        values = {str(title): str(value).strip() for title, value in zip(titles, row, strict=True) if value is not None}
        values.pop("Needs", None)
        values.pop("What to write", None)
        if values:
            yield values


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = copied(FENMOOR, tmp_path_factory.mktemp("fenmoor") / "cycle")
    assert not build(project, no_progress).blocks
    return project


def test_the_example_has_nothing_to_put_right_and_only_what_is_written_down_to_know(tmp_path: Path) -> None:
    findings = check(copied(FENMOOR, tmp_path / "cycle"), no_progress).findings
    assert [(finding.code, finding.service) for finding in findings] == [
        ("still-owed", "Housing and Communities"),
        ("still-owed", "Customers and Performance"),
    ]


def test_the_example_is_of_real_size() -> None:
    plans = read_cycle(Project.open(FENMOOR), no_progress).cycle.plans
    assert len(plans) == 3
    for plan in plans:
        assert 20 <= len(plan.all_actions) <= 40, plan.service
        assert 15 <= len(plan.indicators) <= 50, plan.service
        assert sum(len(passage.text.blocks) for passage in plan.passages) >= 100, plan.service


def test_the_example_is_from_many_hands() -> None:
    intake = read_cycle(Project.open(FENMOOR), no_progress)
    assert {service: len(files) for service, files in intake.files.items()} == {
        "Housing and Communities": 3,
        "Environment and Streets": 3,
        "Customers and Performance": 6,
    }
    assert intake.cycle.missing == ()
    assert intake.cycle.finance.totals


def test_the_figures_of_the_corporate_plan_are_those_of_the_workbooks(built: Project) -> None:
    text = text_of(built.corporate_plan.read_bytes())
    books = sorted((FENMOOR / "workbooks").glob("*.xlsx"))
    assert re.search(rf"Indicators\s+{sum(len(list(rows(book, 'Indicators'))) for book in books)}\b", text)
    assert re.search(rf"Risks\s+{sum(len(list(rows(book, 'Risks'))) for book in books)}\b", text)
    actions = sum(
        "Action" in row for book in books for sheet in ("Actions", "Council actions") for row in rows(book, sheet)
    )
    assert re.search(rf"Actions\s+{actions}\b", text)
    fte = sum((Decimal(row["FTE"]) for book in books for row in rows(book, "Posts") if "FTE" in row), Decimal(0))
    assert re.search(rf"Workforce \(FTE\)\s+{fte.normalize():f}\b", text)
    for kind in ("Spend", "Income"):
        total = sum(
            int(row["2027/28 original"].replace(",", "").replace("£", ""))
            for book in books
            for row in rows(book, "Money")
            if row["Type"] == kind
        )
        assert re.search(rf"{kind}, 2027/28 original[^\n]*\s+£{total:,}\b", text), (kind, total)


def test_every_word_typed_into_the_example_is_printed_in_its_plan(built: Project) -> None:
    documents = sorted((built.output_dir / "service-plans").glob("*.docx"))
    for book in sorted((FENMOOR / "workbooks").glob("*.xlsx")):
        # What Finance and HR give stands in all plans; what others give, in the plan of their service.
        plans = [path for path in documents if book.stem.startswith(path.stem)] or documents
        printed = {word for path in plans for word in re.findall(r"\w+", text_of(path.read_bytes()))}
        for sheet, columns in {
            "Text": ("Text",),
            "Actions": ("Action", "Step", "How we will know", "Lead", "Finish by", "Extra resources"),
            "Indicators": ("Indicator", "Ref"),
            "Risks": ("Cause", "Leading to", "Resulting in", "Controls"),
            "Partners": ("Partner",),
            "SWOT": ("Strengths", "Weaknesses", "Opportunities", "Threats"),
            "Posts": ("Post", "Note"),
            "Money": ("Heading", "Note"),
        }.items():
            typed = {
                word for row in rows(book, sheet) for name in columns for word in re.findall(r"\w+", row.get(name, ""))
            }
            labels = {"a", "b", "c", "d", "e", "f", "g", "i", "ii", "iii", "iv", "o", *map(str, range(20))}
            assert typed - printed - labels == set(), (book.name, sheet)


def test_the_planted_defects_are_all_found_at_their_cells_and_nothing_else_is(tmp_path: Path) -> None:
    findings = [finding.as_json() for finding in check(copied(DEFECTS, tmp_path / "cycle"), no_progress).findings]
    assert findings == json.loads((DEFECTS / "expected-findings.json").read_text(encoding="utf-8"))
