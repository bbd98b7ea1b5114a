"""The whole way of a return: sent out, filled in at the keyboard of another program, saved, received under any name."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from svcdocs.excel.reading import read_book
from svcdocs.model.states import State
from tests.returns import filled, put, said_in, sent_out, take
from tests.workbook.test_keyboard import cells_to_type

KEYBOARD = Path(__file__).parents[1] / "workbook" / "keyboard.py"
SAID = filled(
    objectives=[{"ref": "P1", "text": "Greener towns", "serves": "A1"}],
    actions=[
        {
            "ref": "P1.1",
            "title": "Plant 200 trees\n- oaks\n- limes",
            "serves": "P1",
            "finish": "31 March 2028",
            "lead": "Ines Calloway",
            "steps": [{"text": "Choose the places", "by": "May 2027"}, {"text": "Plant", "by": "November 2027"}],
        },
        {"ref": "P1.2", "title": "Mow less = more flowers", "serves": "P1", "finish": "Ongoing", "lead": "Tom Fell"},
    ],
    indicators=[{"ref": "N1", "name": "Trees planted", "unit": "Number", "good_is": "High", "objective": "P1"}],
)


@pytest.mark.parametrize("name", ["plan v3_FINAL_final (2).xlsx", "Unbenannt 1.ods", "old.xls"])
def test_every_value_typed_and_saved_by_another_program_arrives(
    name: str, needs: Callable[[str], str], tmp_path: Path
) -> None:
    office, python = needs("libreoffice"), needs("python-uno")
    project = sent_out(tmp_path / "cycle")
    (sent,) = project.issued_dir.glob("*/parks.xlsx")
    back, steps = tmp_path / f"back{Path(name).suffix}", tmp_path / "steps.json"
    steps.write_text(json.dumps(cells_to_type(read_book(SAID))), encoding="utf-8")
    command = [python, str(KEYBOARD), str(sent), str(back), str(steps), office]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    put(project, name, back.read_bytes())

    received = take(project)

    (receipt,) = received.receipts
    assert (receipt.contributor, receipt.file) == ("Parks", name)
    counts = {each.sheet: each.counts for each in receipt.sheets}
    assert counts["Actions"] == ("2 actions", "2 steps")
    (lies,) = project.workbooks_dir.iterdir()
    assert said_in(lies).plans == said_in(SAID).plans
    states = {each.contributor: each.state for each in received.standings}
    assert states["Parks"] is State.RECEIVED
