"""Whoever does what the letters say, and nothing else, brings the planted defects to nothing, in two rounds."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import openpyxl

from svcdocs.commands.check import check
from svcdocs.commands.intake import read_cycle
from svcdocs.commands.letters import letters_of
from svcdocs.model.findings import Severity
from svcdocs.project import Project
from tests.cycles import no_progress
from tests.test_examples import DEFECTS, copied

DAY = date(2027, 1, 15)
Edit = tuple[str, str, str | None]
FIRST: tuple[Edit, ...] = (
    ("Actions", "C8", "RP1"),
    ("Actions", "A10", "RP1.3"),
    ("Text", "A21", "About our service"),
    ("Actions", "F6", "30 September 2027"),
    ("Indicators", "L6", "55"),
    ("Indicators", "M6", "60"),
    ("Text", "E7", "Paragraph"),
    ("Actions", "D9", "Survey the villages (November 2027)"),
    ("Actions", "E7", "May 2027"),
    ("Actions", "F10", "March 2028"),
)
SECOND: tuple[Edit, ...] = (
    ("Actions", "F11", "June 2027"),
    ("Actions", "G8", "Footways Engineer"),
    ("Actions", "G11", "Footways Engineer"),
    ("Indicators", "G6", "60"),
    ("Risks", "AN6", None),
    ("Text", "D22", "Footways"),
    ("Objectives", "A7", "RP2"),
    ("Actions", "E10", "May 2027"),
    ("Indicators", "U4", "Source"),
    ("Text", "C22", "We mended 40 miles of footways."),
    ("Risks", "F6", "3"),  # the eleventh and the last: so few are told as well
    ("Risks", "G6", "Gritting whenever frost is forecast"),
)
OWED = {("Text", "C23")}
"""What the second letter tells of what somebody else still owes: nobody can do it yet."""
BESIDE: tuple[Edit, ...] = (
    ("Actions", "I11", "Fewer people ask"),  # "Fill in 'Lead' and 'How we will know' in its row"
    ("Risks", "I6", "Footways Engineer"),
    ("Actions", "C11", "RP2; A2"),  # "Write its reference under For in the row of an action"; "ask the service for one"
)
"""What the second letter asks for in another cell than the one it names."""
FRAMEWORK: tuple[Edit, ...] = (("Priorities", "E8", "Roads and Paths"), ("Priorities", "D8", "A"))


def named(project: Project, whose: str) -> set[tuple[str, str]]:
    """The cells that a letter names."""
    made = {one.contributor: one for one in letters_of(project, read_cycle(project, no_progress), DAY)}
    return {(matter.sheet, matter.first) for matter in made[whose].matters} if whose in made else set()


def typed(book: Path, edits: tuple[Edit, ...]) -> None:
    workbook = openpyxl.load_workbook(book)
    for sheet, cell, value in edits:
        workbook[sheet][cell] = value
    workbook.save(book)


def open_(project: Project) -> Counter[Severity]:
    return Counter(finding.severity for finding in check(project, no_progress, today=DAY).findings)


def test_following_the_letters_alone_leaves_nothing_to_put_right_or_to_check(tmp_path: Path) -> None:
    project = copied(DEFECTS, tmp_path / "cycle")
    book = project.workbooks_dir / "roads-and-paths.xlsx"
    assert open_(project)[Severity.ERROR] == 10
    assert named(project, "Roads and Paths") == {(sheet, cell) for sheet, cell, _ in FIRST}
    assert named(project, "") >= {(sheet, cell) for sheet, cell, _ in FRAMEWORK}
    typed(book, FIRST)
    typed(project.framework, FRAMEWORK)
    (project.workbooks_dir / "old-libraries.xlsx").unlink()  # "take this file out of the folder"
    assert (open_(project)[Severity.ERROR], open_(project)[Severity.WARNING]) == (0, 8)
    assert named(project, "Roads and Paths") == {(sheet, cell) for sheet, cell, _ in SECOND} | OWED
    typed(book, (*SECOND, *BESIDE))
    left = check(project, no_progress, today=DAY).findings
    assert {finding.code for finding in left} == {"not-started", "still-owed"}  # what nobody can do yet
