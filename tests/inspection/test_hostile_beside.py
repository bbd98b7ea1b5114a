"""Annexes, summary, report and spreadsheet of plans that nobody would write: nothing is damaged or lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from svcdocs.commands.beside_names import BESIDE
from svcdocs.model.cycle import Cycle, link
from svcdocs.model.service_plan import ServicePlan
from svcdocs.word.outline import text_of
from tests.documents import besides
from tests.inspection.accessibility import accessibility
from tests.inspection.office import converted, told_by_microsoft
from tests.inspection.test_hostile import WORSE, _seen, said_by
from tests.inspection.validity import validity
from tests.plans import COUNCIL, MANY_HANDS, everything, plans


@cache
def worst() -> Cycle:
    """A cycle with everything awkward there is, and every worse text in actions, indicators and help."""
    awkward = everything(MANY_HANDS)
    worse = {
        "service": awkward.service,
        "actions": [
            {"title": text, "ref": f"W{n}", "headline": "Yes", "serves": "A", "lead": text[:200],
             "help_needed": f"Streets: {text[:9_000]}\n{text[:900]}"}
            for n, text in enumerate(WORSE.values(), 1)
        ],
        "indicators": [{"name": text, "ref": f"I{n}", "scorecard": "Yes"} for n, text in enumerate(WORSE.values(), 1)],
        "risks": [{"cause": text, "ref": f"Z{n}", "corporate": "Yes"} for n, text in enumerate(WORSE.values(), 1)],
    }  # fmt: skip
    other = next(name for name in MANY_HANDS.service_names if name != awkward.service)
    return link(MANY_HANDS, [awkward.model_copy(update={"service": other}), ServicePlan.model_validate(worse)])


@cache
def made() -> dict[str, bytes]:
    return besides.printed(worst())


@pytest.mark.parametrize("name", BESIDE)
def test_hostile_text_damages_no_document_and_makes_none_hard_to_read(name: str) -> None:
    said = "\n".join(said_by(MANY_HANDS, plan) for plan in worst().plans)
    assert validity(made()[name], said) == []
    assert accessibility(made()[name], hostile=True) == []


@pytest.mark.parametrize("name", ["annexes/annex-a-actions.docx", "annexes/annex-b-indicators.docx"])
def test_everything_that_is_worse_stands_in_the_annexes_of_actions_and_of_indicators(name: str) -> None:
    text = text_of(made()[name])
    assert [what for what, value in WORSE.items() if not _seen(value) <= _seen(text)] == []


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plan=plans())
def test_nothing_is_found_in_documents_of_plans_nobody_thought_of(plan: ServicePlan) -> None:
    cycle = link(COUNCIL, [plan])
    for name, data in besides.printed(cycle).items():
        assert validity(data, said_by(COUNCIL, plan)) == [], name
        assert accessibility(data, hostile=True) == [], name
    assert besides.book(cycle).sheetnames[0] == "Contents"


def test_microsofts_validator_finds_nothing(tmp_path: Path, needs: Callable[[str], str]) -> None:
    validator = needs("ooxml-validator")
    files = {f"{Path(name).stem}.docx": data for name, data in made().items()}
    files["data.xlsx"] = besides.book_bytes(worst())
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        assert told_by_microsoft(validator, tmp_path / name) == [], name


def test_libreoffice_opens_the_spreadsheet_and_reads_the_same_texts(
    tmp_path: Path, needs: Callable[[str], str]
) -> None:
    path = tmp_path / "data.xlsx"
    path.write_bytes(besides.book_bytes(worst()))
    (tmp_path / "saved").mkdir()
    converted(needs("libreoffice"), "xlsx", [path], tmp_path / "saved")
    before, after = (openpyxl.load_workbook(one) for one in (path, tmp_path / "saved" / "data.xlsx"))
    assert before.sheetnames == after.sheetnames
    for sheet in before.worksheets:
        told = [[_words(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        assert told == [[_words(cell) for cell in row] for row in after[sheet.title].iter_rows(values_only=True)]


def _words(cell: object) -> set[str]:
    return _seen(str(cell))
