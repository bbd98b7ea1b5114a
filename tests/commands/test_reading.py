"""What is told of files that cannot be read, or not wholly; and that all reading is done in a process of its own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from svcdocs.commands.intake import read_cycle
from svcdocs.commands.reading import limits_of, read_workbooks
from svcdocs.errors import UnusableFile
from svcdocs.excel.package import Limits
from svcdocs.excel.second_reader import Unseen
from svcdocs.model.findings import Severity
from svcdocs.outputs import sha256_of
from svcdocs.project import Project
from tests.conftest import CHECKOUT
from tests.cycles import framework, no_progress, plan, workbook, write_cycle
from tests.excel.damages import spoilt
from tests.excel.old_formats import label, ole, xls


def settings(project: Project, **limits: int) -> Project:
    said = "[limits]\n" + "".join(f"{name} = {value}\n" for name, value in limits.items())
    (project.folder / "svcdocs.toml").write_text(said, encoding="utf-8")
    return Project.open(project.folder)


def test_what_could_not_be_read_of_a_file_is_told_first_in_one_finding_that_blocks(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks")})
    file = tmp_path / "workbooks" / "parks.xlsx"
    file.write_bytes(spoilt(file.read_bytes(), "xl/worksheets/sheet2.xml"))
    told = [one for one in read_cycle(project, no_progress).findings if one.where and "parks" in one.where.file]
    assert [one.code for one in told].count("file-health") == 1
    assert told[0].code == "file-health"
    assert (told[0].severity, told[0].service) == (Severity.ERROR, "Parks")
    assert "nothing of it could be read" in told[0].message


def test_each_file_that_cannot_be_read_has_its_own_code_and_the_others_are_read(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks")})
    folder = tmp_path / "workbooks"
    (folder / "a.xlsx").write_bytes(b"%PDF-1.7")
    (folder / "b.xls").write_bytes(ole({"EncryptedPackage": b"x"}))
    (folder / "c.xlsx").write_bytes(b"")
    intake = read_cycle(project, no_progress)
    codes = {one.where.file: one.code for one in intake.findings if one.where and one.code.startswith("file-")}
    assert codes == {
        "workbooks/a.xlsx": "file-pdf",
        "workbooks/b.xls": "file-password",
        "workbooks/c.xlsx": "file-empty",
    }
    assert intake.cycle.plan("Parks") is not None


def test_a_return_in_an_old_format_is_read_as_any_other(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {})
    (tmp_path / "workbooks" / "parks.xls").write_bytes(xls(("Actions", [label(0, 0, "Ref"), label(0, 1, "Action")])))
    codes = {one.code for one in read_cycle(project, no_progress).findings if one.where and "xls" in one.where.file}
    assert "file-remark" in codes
    assert not any(code.startswith("file-") and code != "file-remark" for code in codes)


def test_a_file_larger_than_the_limit_is_refused_unread_and_still_has_its_hash(tmp_path: Path) -> None:
    project = settings(write_cycle(tmp_path, {}), workbook_mb=1)
    big = tmp_path / "workbooks" / "big.xlsx"
    big.write_bytes(bytes(2_000_000))
    hashes: dict[str, str] = {}
    [refused] = read_workbooks(project, [big], hashes)
    assert isinstance(refused, UnusableFile)
    assert refused.code == "file-too-large"
    assert hashes == {"workbooks/big.xlsx": sha256_of(bytes(2_000_000))}


def test_a_file_that_cannot_be_opened_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks")})
    gone = tmp_path / "workbooks" / "gone.xlsx"
    hashes: dict[str, str] = {}
    refused, read = read_workbooks(project, [gone, tmp_path / "workbooks" / "parks.xlsx"], hashes)
    assert isinstance(refused, UnusableFile)
    assert refused.code == "file-missing"
    assert not isinstance(read, UnusableFile)
    assert hashes["workbooks/gone.xlsx"] == ""


def test_the_limits_of_the_settings_are_those_of_the_reader(tmp_path: Path) -> None:
    project = settings(write_cycle(tmp_path, {}), workbook_mb=1, unpacked_mb=2, seconds=3, memory_mb=4)
    assert limits_of(project) == Limits(1, 2, 3, 4)
    assert limits_of(settings(project)) == Limits()


def test_no_command_reads_a_workbook_in_its_own_process() -> None:
    forbidden = {"svcdocs.excel.reading", "svcdocs.excel.by_calamine", "svcdocs.excel.xlsx_book"}
    for file in [*(CHECKOUT / "svcdocs" / "commands").rglob("*.py"), *(CHECKOUT / "svcdocs" / "cli").rglob("*.py")]:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        used = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not used & forbidden, file


@pytest.mark.parametrize("hidden", ["resource", "fcntl"])
def test_reading_needs_nothing_that_windows_lacks(hidden: str) -> None:
    import json
    import sys

    program = (
        f"import sys, json; sys.path[:] = json.loads(sys.argv[1]); sys.modules[{hidden!r}] = None\n"
        "from svcdocs.excel.child import main\nmain()"
    )
    from svcdocs.excel.process import Process

    process = Process([sys.executable, "-c", program, json.dumps([path for path in sys.path if path])])
    said = {"name": "a.xlsx", "asks": "read", "limits": {"seconds": 8, "memory_mb": 500}}
    try:
        assert process.ask(json.dumps(said).encode(), workbook(plan("Parks"), framework()), Limits())[:1] == b"B"
    finally:
        process.stop()


def test_a_workbook_another_program_does_not_get_through_is_a_note_and_no_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from svcdocs.commands import intake as module

    def too_slow(_content: bytes, name: str, _limits: Limits) -> list[Unseen]:
        raise UnusableFile(f"{name} was not read to its end within 8 seconds.", "Copy it.", "file-too-slow")

    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks")})
    monkeypatch.setattr(module, "seen_by_another", too_slow)
    [note] = module.second_opinion(project, read_cycle(project, no_progress), no_progress)
    assert (note.code, note.severity) == ("second-reader", Severity.NOTE)
    assert "no second opinion" in note.message


def test_a_return_in_an_old_format_that_is_gone_makes_its_document_stale() -> None:
    from svcdocs.commands.documents import _now

    inputs = {"workbooks/parks.xls": "1", "workbooks/homes.ODS": "2", "doc_templates/service-plan.docx": "3"}
    assert list(_now(inputs, {}).values()) == ["", "", "3"]
