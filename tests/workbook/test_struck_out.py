"""What is struck out is printed as it stands, and told at its cell."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from svcdocs.excel.cells import Cell
from svcdocs.model.findings import Finding, Severity
from tests.workbook.sheets import read, read_one, said, tab

ACTIONS = """
| Ref | Action | Step | Finish by |
| HC1.1 | Open a shelter | Let the contract | June 2027 |
| HC1.2 | Write to landlords | Draft the letter | May 2027 |
"""


def told(struck: dict[tuple[int, int], str]) -> list[Finding]:
    _, findings = read_one("Actions", ACTIONS, 4, struck=struck)
    return [one for one in findings if one.code == "struck-out"]


def test_a_cell_that_is_struck_out_is_read_and_told_at_it() -> None:
    (finding,) = told({(5, 3): "Let the contract"})
    assert (finding.severity, finding.where and finding.where.cell, finding.field) == (Severity.WARNING, "C5", "Step")
    assert finding.message == "C5 is struck out; it is printed as it stands."
    assert finding.hint == "Delete what is struck out, or remove the line through it."
    (first, _), _ = read_one("Actions", ACTIONS, 4, struck={(5, 3): "Let the contract"})
    assert first.steps[0].text.plain == "Let the contract"


def test_of_a_cell_struck_out_in_part_the_words_are_told() -> None:
    (finding,) = told({(5, 3): "the contract"})
    assert finding.message == "'the contract' in C5 is struck out; it is printed as it stands."


def test_a_row_struck_out_as_a_whole_is_told_once() -> None:
    row = {(6, 1): "HC1.2", (6, 2): "Write to landlords", (6, 3): "Draft the letter", (6, 4): "May 2027"}
    (finding,) = told(row)
    assert finding.where is not None
    assert finding.where.cell == "A6"
    assert finding.message == "All of row 6 of the sheet 'Actions' is struck out; it is printed as it stands."
    assert finding.hint == "Delete the row, or remove the line through it."
    assert len(told(dict(list(row.items())[:3]))) == 3


def test_headings_blanks_and_what_nobody_reads_may_be_struck_out() -> None:
    assert told({(4, 3): "Step", (5, 3): " ", (5, 9): "x", (90, 1): "x"}) == []


def test_in_a_form_and_in_a_table_of_the_teams_own_it_is_told_too() -> None:
    form: dict[str, Any] = {"rows": {1: {1: Cell("Ready to send"), 2: Cell("Yes")}}, "struck": {(1, 2): "Yes"}}
    text = "| Section | Text | Kind | Picture |\n| Workforce | Where people work | Table | Places |"
    own = tab("Places", "| Place | Staff |\n| Depot | 12 |", struck={(2, 2): "12"})
    guide = tab("Guide", "| x |")
    reading = read(replace(guide, **form), tab("Text", text), own)
    found = [one.where for one in reading.findings if one.code == "struck-out"]
    assert [(where.sheet, where.cell) for where in found if where] == [("Guide", "B1"), ("Places", "B2")]
    assert said(reading, "passages")[0].rows[1].cells[1].plain == "12"
