"""A column that somebody has taken off a sheet is told once, with what went with it."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl

from svcdocs.commands.check import check
from svcdocs.commands.intake import read_cycle
from svcdocs.model.findings import Finding, Severity
from svcdocs.project import Project
from tests.cycles import no_progress
from tests.returns import DAY, LATER, actions, filled, put, sent_out, take

STEPS = [{"text": "Choose", "by": "April 2027"}, {"text": "Buy", "by": "July 2027"}, {"text": "Mow"}]
MOW = actions("Mow the lawns", finish="March 2028", lead="Tom Fell", steps=STEPS)


def without(content: bytes, sheet: str, heading: str, *, and_back: bool = False) -> bytes:
    """The workbook without a column; or with its heading put back over an empty one."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    page = book[sheet]
    (at,) = [cell.column for cell in page[4] if cell.value == heading]
    page.delete_cols(at)
    if and_back:
        page.insert_cols(at)
        page.cell(4, at, heading)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def gone(project: Project) -> list[Finding]:
    return [one for one in read_cycle(project, no_progress).findings if one.code == "column-gone"]


def came_back(tmp_path: Path, heading: str = "Step by", *, and_back: bool = False) -> Project:
    """A cycle into which a whole workbook has come, and after it one without a column."""
    project, content = sent_out(tmp_path), filled(actions=MOW)
    put(project, "parks.xlsx", content)
    take(project)
    put(project, "parks 2.xlsx", without(content, "Actions", heading, and_back=and_back))
    return project


def test_it_is_told_once_with_how_many_values_and_where_they_still_stand(tmp_path: Path) -> None:
    project = came_back(tmp_path)
    (receipt,) = take(project, LATER).receipts
    assert receipt.changes == (
        "The column 'Step by' is no longer on the sheet Actions, and 2 values that stood there are gone.",
    )
    (finding,) = gone(project)
    assert (finding.severity, finding.audience, finding.service) == (Severity.WARNING, "team", "Parks")
    assert (finding.where and finding.where.sheet, finding.where and finding.where.cell) == ("Actions", "A4")
    assert finding.message == receipt.changes[0]
    assert finding.hint == (
        "Put the column back with what stood in it, from the workbook that came on 1 December 2026; or if nothing is "
        "to stand there, put back its heading, 'Step by', alone."
    )
    check(project, no_progress, today=LATER)
    letter = (project.letters_dir / "parks.txt").read_text(encoding="utf-8")
    assert "The column 'Step by' is no longer on the sheet Actions" in letter
    assert "'April 2027' is taken out" not in letter


def test_it_is_still_told_of_a_later_return_that_lacks_it_too(tmp_path: Path) -> None:
    project = came_back(tmp_path)
    take(project, LATER)
    lacking = without(filled(actions=[MOW[0] | {"title": "Mow the verges"}]), "Actions", "Step by")
    put(project, "parks 3.xlsx", lacking)
    take(project, LATER)
    (finding,) = gone(project)
    assert "and 2 values that stood there are gone" in finding.message
    assert "that came on 1 December 2026" in finding.hint


def test_done_as_it_says_it_is_told_no_more(tmp_path: Path) -> None:
    project = came_back(tmp_path)
    take(project, LATER)
    whole = filled(actions=MOW, by="Ines Calloway")
    for number, content in enumerate((whole, without(whole, "Actions", "Step by", and_back=True)), 3):
        put(project, f"parks {number}.xlsx", content)
        take(project, LATER, alone=True)
        assert gone(project) == []


def test_that_a_needed_column_is_missing_says_what_went_with_it(tmp_path: Path) -> None:
    project = came_back(tmp_path, "Lead")
    (receipt,) = take(project, LATER).receipts
    assert gone(project) == []
    (missing,) = [one for one in read_cycle(project, no_progress).findings if one.code == "column-missing"]
    assert missing.message == receipt.changes[0]
    assert missing.message == (
        "The column 'Lead' is no longer on the sheet Actions, and the one value that stood there is gone."
    )
    assert "from the workbook that came on 1 December 2026" in missing.hint


def test_a_column_in_which_nothing_stood_may_go(tmp_path: Path) -> None:
    project = came_back(tmp_path, "Also leading")
    take(project, LATER)
    assert gone(project) == []


def test_a_copy_without_it_is_not_merged_so_that_nothing_is_taken_for_deleted(tmp_path: Path) -> None:
    project, content = sent_out(tmp_path), filled(actions=MOW)
    put(project, "parks.xlsx", content)
    take(project)
    theirs = filled(actions=[*MOW, {"ref": "P2", "title": "Plant", "lead": "Jo"}])
    put(project, "one.xlsx", theirs)
    take(project, DAY)
    put(project, "two.xlsx", without(filled(actions=[MOW[0] | {"title": "Mow verges"}]), "Actions", "Step by"))
    (finding,) = take(project, LATER).findings
    assert finding.code == "not-received"
    assert "The column 'Step by' is no longer on the sheet Actions" in finding.message
