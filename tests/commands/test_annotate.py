from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from svcdocs.cli.main import main
from svcdocs.commands.check import check
from svcdocs.errors import SvcdocsError
from svcdocs.project import Project
from svcdocs.word.outline import text_of
from tests.cycles import no_progress, plan, write_cycle
from tests.excel import old_formats as old
from tests.excel.test_ods_book import cell as ods_cell
from tests.excel.test_ods_book import ods
from tests.excel.test_ods_book import row as ods_row
from tests.returns import filled, put, said_in, sent_out, take


def broken(tmp_path: Path) -> Project:
    objectives = [{"ref": "P1", "text": "Something", "serves": "Z9"}]
    return write_cycle(tmp_path, {"parks.xlsx": plan("Parks", objectives=objectives), "homes.xlsx": plan("Homes")})


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_workbook_with_findings_gets_a_marked_copy_and_a_draft_preview_beside_it(tmp_path: Path) -> None:
    project = broken(tmp_path)
    before = (project.workbooks_dir / "parks.xlsx").read_bytes()
    check(project, no_progress, into=tmp_path / "marked")
    files = written(tmp_path / "marked")
    assert set(files) == {"parks.xlsx", "parks preview.docx", "manifest.json"}
    assert (project.workbooks_dir / "parks.xlsx").read_bytes() == before
    note = openpyxl.load_workbook(io.BytesIO(files["parks.xlsx"]))["Objectives"]["D6"].comment
    assert note is not None
    assert "there is no such reference" in note.text
    assert note.author == "Saltmarsh Borough Council"
    preview = text_of(files["parks preview.docx"])
    assert "draft" in preview.lower()
    assert "Improve the parks" in preview
    assert "Improve the homes" not in preview


def test_the_same_workbooks_give_the_same_marked_copies(tmp_path: Path) -> None:
    project = broken(tmp_path)
    for name in ("one", "two"):
        check(project, no_progress, into=tmp_path / name)
    assert written(tmp_path / "one") == written(tmp_path / "two")


def test_a_copy_holds_only_what_its_own_contributor_is_to_hear(tmp_path: Path) -> None:
    plans = {
        f"{name}.xlsx": plan(name, objectives=[{"ref": name[0], "text": name, "serves": "Z9"}])
        for name in ("Parks", "Homes")
    }
    check(write_cycle(tmp_path, plans), no_progress, into=tmp_path / "marked")
    book = openpyxl.load_workbook(tmp_path / "marked" / "Parks.xlsx")
    told = " ".join(str(cell.value) for row in book["To put right"].iter_rows() for cell in row)
    assert "Objective P " in told
    assert "Objective H " not in told


def test_a_marked_copy_is_taken_in_as_the_return_it_is(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(objectives=[{"ref": "P1", "text": "Something", "serves": "Z9"}]))
    take(project)
    check(project, no_progress, into=tmp_path / "marked")
    original, copy = (
        (project.workbooks_dir / "parks.xlsx").read_bytes(),
        (tmp_path / "marked" / "parks.xlsx").read_bytes(),
    )
    assert said_in(copy) == said_in(original)
    put(project, "parks.xlsx", copy)
    received = take(project)
    assert received.findings == ()
    [receipt] = received.receipts
    assert receipt.contributor == "Parks"
    assert receipt.changes == ()
    assert receipt.ignored == ()
    codes = [
        finding.code
        for finding in check(project, no_progress).findings
        if finding.where and "parks" in finding.where.file
    ]
    assert "comment" not in codes
    assert "sheet-unknown" not in codes


TYPED = (("Ref", "Action", "For"), ("P1.1", "Plant 200 trees", "Z9"))
"""A sheet of actions as somebody types it in another program: its reference is nowhere."""


def as_xls() -> bytes:
    return old.xls(("Actions", [old.label(r, c, said) for r, row in enumerate(TYPED) for c, said in enumerate(row)]))


def as_ods() -> bytes:
    rows = (ods_row(*(ods_cell(f"<text:p>{said}</text:p>") for said in row)) for row in TYPED)
    return ods("".join(rows))


@pytest.mark.parametrize(("ending", "made"), [("xls", as_xls), ("ods", as_ods)])
def test_a_return_in_another_format_gets_a_list_in_plain_text_and_one_sentence_says_why(
    ending: str, made: Callable[[], bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write_cycle(tmp_path, {})
    (project.workbooks_dir / f"parks.{ending}").write_bytes(made())
    main(["check", str(tmp_path), "--annotate", str(tmp_path / "marked"), "--today", "2027-01-15"])
    files = written(tmp_path / "marked")
    assert set(files) == {"parks to put right.txt", "parks preview.docx", "manifest.json"}
    listed = files["parks to put right.txt"].decode()
    assert listed.startswith(f"What was found in parks.{ending}\n\n1. ")
    assert "To put right: Actions C2\n   'Z9' cannot be looked up" in listed
    told = " ".join(capsys.readouterr())
    why = f"parks.{ending} was not marked: a marked copy can be made only of an .xlsx or .xlsm workbook."
    assert f"{why} What was found in it is listed in parks to put right.txt." in " ".join(told.split())


@pytest.mark.parametrize("name", ["workbooks", "inbox/sub", "received", "."])
def test_no_copy_is_written_among_the_workbooks_themselves(tmp_path: Path, name: str) -> None:
    project = broken(tmp_path)
    with pytest.raises(SvcdocsError, match="holds the workbooks themselves"):
        check(project, no_progress, into=tmp_path / name)


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(tmp_path)
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert main(["check", str(tmp_path), "--annotate", str(tmp_path / "file")]) == 2
    assert "is a file" in capsys.readouterr().err
    assert not (tmp_path / "output").exists()
