"""A workbook as it was sent out, filled in at the keyboard of another program, saved, and read: every value arrives."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from svcdocs.excel.cells import CellBook, column_letters
from svcdocs.excel.reading import read_book
from svcdocs.excel.spec import FIRST_ROW, HEADING_ROW
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook.assembly import assemble
from svcdocs.workbook.headings import NEEDS
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.reader import Reading, read_workbook
from svcdocs.workbook.writer import write_workbook
from tests.cycles import whole_service
from tests.plans import COUNCIL
from tests.workbook.damages import FILLED

LAYOUT = layout_of(COUNCIL, whole_service(COUNCIL, "Housing"))
Typist = Callable[[list[list[Any]]], Reading]


def cells_to_type(filled: CellBook) -> list[list[Any]]:
    """Every cell that a person fills in, sheet by sheet, as a step."""
    ours = {NEEDS, "What to write"}
    steps: list[list[Any]] = []
    for tab in filled.sheets:
        if tab.name in ("Guide", "Lists"):
            answers = {"Ready to send", "Checked by"}
            rows = [
                (number, row[2]) for number, row in tab.rows.items() if row.keys() >= {1, 2} and row[1].text in answers
            ]
            steps += [["type", tab.name, f"B{number}", cell.text] for number, cell in rows]
            continue
        heads = tab.rows[HEADING_ROW]
        steps += [
            ["type", tab.name, f"{column_letters(at)}{number}", cell.text]
            for number, row in tab.rows.items()
            if number >= FIRST_ROW
            for at, cell in row.items()
            if at in heads and heads[at].text not in ours
        ]
    return steps


FILL = cells_to_type(read_book(write_workbook(LAYOUT, [FILLED])))


@pytest.fixture
def typed(needs: Callable[[str], str], tmp_path: Path) -> Typist:
    """Takes the blank workbook, does these steps at the keyboard, saves it, and reads what comes back."""
    office, python = needs("libreoffice"), needs("python-uno")

    def type_in(steps: list[list[Any]]) -> Reading:
        source, target, plan = tmp_path / "sent.xlsx", tmp_path / "back.xlsx", tmp_path / "steps.json"
        source.write_bytes(write_workbook(LAYOUT))
        plan.write_text(json.dumps(steps), encoding="utf-8")
        script = Path(__file__).with_name("keyboard.py")
        command = [python, str(script), str(source), str(target), str(plan), office]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
        assert done.returncode == 0, done.stderr
        return read_workbook(read_book(target), "back.xlsx", LAYOUT)

    return type_in


def assert_all_there(reading: Reading) -> None:
    plan = assemble("Housing", [reading])
    for part in ServicePlan.model_fields:
        assert getattr(plan, part) == getattr(FILLED, part), part


def test_every_value_typed_in_calc_arrives_and_nothing_is_told(typed: Typist) -> None:
    reading = typed(FILL)
    assert_all_there(reading)
    assert reading.findings == ()


def test_every_value_arrives_after_a_team_has_worked_over_the_sheets(typed: Typist) -> None:
    reading = typed(
        [
            *FILL,
            ["insert rows", "Actions", 8, 2],
            ["insert rows", "Indicators", 1, 3],
            ["delete rows", "Objectives", 5, 1],
            ["hide row", "Posts", 6],
            ["move column", "Risks", 9, 2],
            ["copy sheet", "Risks", "Risks (2)"],
            ["comment", "Partners", "A6", "Still with us?"],
            ["rename", "Actions", "Our work"],
        ]
    )
    assert_all_there(reading)
    told = {(finding.code, finding.where.sheet if finding.where else "") for finding in reading.findings}
    assert told == {
        ("read-as", "Our work"),
        ("hidden-read", "Posts"),
        ("sheet-copy", "Risks (2)"),
        ("comment", "Partners"),
    }


def test_a_sheet_sorted_in_calc_is_read_in_its_new_order(typed: Typist) -> None:
    plan = assemble("Housing", [typed([*FILL, ["sort", "Risks", "A6:Z12", 1]])])
    assert [str(risk.ref) for risk in plan.risks] == ["R2", "R1"]
    assert plan.risks[::-1] == FILLED.risks
