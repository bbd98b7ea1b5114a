"""What whoever sent a file hears where it could not be taken in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from svcdocs.commands.check import check
from svcdocs.commands.receive import receive
from svcdocs.commands.refused_files import to_their_sender
from svcdocs.excel.refusals import REFUSALS
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.project import Project
from tests.cycles import framework, no_progress, plan, workbook, write_cycle
from tests.excel import old_formats as old

DAY = date(2026, 12, 1)
LOCKED = old.ole({"EncryptedPackage": b"x", "EncryptionInfo": b"x"})


def come(tmp_path: Path, name: str, content: bytes) -> Project:
    project = write_cycle(tmp_path, {})
    project.inbox_dir.mkdir(exist_ok=True)
    (project.inbox_dir / name).write_bytes(content)
    return project


def letter(project: Project, name: str) -> str:
    path = project.letters_dir / f"{name}.txt"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


@pytest.mark.parametrize(
    ("name", "content", "why", "instead"),
    [
        ("Parks return v2.xlsx", LOCKED, "Parks return v2.xlsx has a password.", "Take the password off in Excel"),
        ("parks final.xlsx", b"PK\x03\x04 cut off", "parks final.xlsx is damaged", "Open it, save it once more"),
        ("Parks plan.docx", b"words", "Parks plan.docx is not a workbook.", "Send the workbook itself"),
        ("parks.csv.xlsx", b"Ref,Action\n", "parks.csv.xlsx is plain text", "Put what is in it into the workbook"),
    ],
)
def test_a_file_that_was_not_taken_in_is_named_in_the_letter_to_whose_it_is(
    tmp_path: Path, name: str, content: bytes, why: str, instead: str
) -> None:
    project = come(tmp_path, name, content)
    receive(project, DAY, no_progress)
    said = letter(project, "parks")
    assert f"The file {name}" in said
    assert why in said
    assert instead in said
    assert "It was left where it is" not in said
    assert "Ask for" not in said
    assert name not in letter(project, "homes")


def test_the_letters_of_a_later_check_still_name_it_until_it_is_taken_out(tmp_path: Path) -> None:
    project = come(tmp_path, "Parks return.xlsx", LOCKED)
    receive(project, DAY, no_progress)
    check(project, no_progress, today=DAY)
    assert "Parks return.xlsx has a password" in letter(project, "parks")
    assert "take this file out of the folder" in letter(project, "policy-officer")
    (project.inbox_dir / "Parks return.xlsx").unlink()
    check(project, no_progress, today=DAY)
    assert "Parks return.xlsx" not in letter(project, "parks")


def test_whoever_has_sent_a_good_one_before_hears_of_both(tmp_path: Path) -> None:
    project = come(tmp_path, "parks.xlsx", workbook(plan("Parks"), framework()))
    (project.inbox_dir / "parks again.xlsx").write_bytes(LOCKED)
    receive(project, DAY, no_progress)
    said = letter(project, "parks")
    assert "1 thing to put right" in said
    assert "parks again.xlsx has a password" in said
    assert "What arrived: " in said


def test_a_file_that_names_nobody_is_in_no_letter(tmp_path: Path) -> None:
    project = come(tmp_path, "return.xlsx", LOCKED)
    receive(project, DAY, no_progress)
    assert not any("return.xlsx has a password" in path.read_text() for path in project.letters_dir.glob("*.txt"))


def test_no_sender_is_told_to_ask_for_a_file() -> None:
    for rule in REFUSALS:
        finding = Finding(rule.code, Severity.ERROR, "x.xlsx.", rule.remedy, where=CellRef("inbox/x.xlsx"))
        told = to_their_sender(finding)
        assert told is finding or not told.hint.startswith("Ask for"), rule.code


def test_what_is_told_of_a_cell_or_a_part_stays_as_it_is() -> None:
    finding = Finding("file-health", Severity.ERROR, "m", "h", where=CellRef("parks.xlsx"))
    assert to_their_sender(finding) is finding


def test_a_file_refused_by_its_path_stands_in_the_letters_until_a_good_return_has_come(tmp_path: Path) -> None:
    project = write_cycle(tmp_path / "cycle", {})
    sent, good = tmp_path / "mail" / "Parks return.xlsx", tmp_path / "mail" / "parks.xlsx"
    sent.parent.mkdir()
    sent.write_bytes(LOCKED)
    good.write_bytes(workbook(plan("Parks"), framework()))
    receive(project, DAY, no_progress, files=[sent])
    first = letter(project, "parks")
    assert "take this file out of the folder" not in letter(project, "policy-officer")
    assert "Parks return.xlsx has a password" in first
    for again in (lambda: check(project, no_progress, today=DAY), lambda: receive(project, DAY, no_progress)):
        again()
        assert letter(project, "parks") == first
        officers = letter(project, "policy-officer")
        assert "The letter to Parks asks for another." in officers
        assert "take this file out of the folder" not in officers
    assert str(tmp_path) not in (project.received_dir / "refused.json").read_text(encoding="utf-8")
    receive(project, DAY, no_progress, files=[good])
    assert "password" not in letter(project, "parks")
    check(project, no_progress, today=DAY)
    assert "password" not in letter(project, "parks") + letter(project, "policy-officer")


def test_what_was_refused_of_one_stays_when_another_sends_a_good_return(tmp_path: Path) -> None:
    project = write_cycle(tmp_path / "cycle", {})
    sent, other = tmp_path / "Parks return.xlsx", tmp_path / "homes.xlsx"
    sent.write_bytes(LOCKED)
    other.write_bytes(workbook(plan("Homes"), framework()))
    receive(project, DAY, no_progress, files=[sent])
    receive(project, DAY, no_progress, files=[other])
    assert "Parks return.xlsx has a password" in letter(project, "parks")


def test_where_nothing_was_refused_by_its_path_nothing_is_kept_in_mind(tmp_path: Path) -> None:
    project = come(tmp_path, "Parks return.xlsx", LOCKED)
    receive(project, DAY, no_progress)
    assert not (project.received_dir / "refused.json").exists()
