"""circulate at the keyboard: what it prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from svcdocs.cli.main import main
from svcdocs.commands.build import build
from tests.cycles import framework, no_progress, plan, workbook, write_cycle

DAY = ["--today", "2027-02-14"]


def test_it_prints_each_copy_by_its_name_and_where_they_lie(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(write_cycle(tmp_path), no_progress)
    assert main(["circulate", str(tmp_path), *DAY]) == 0
    printed = capsys.readouterr().out
    assert "circulated  Parks - Service plan 2027-28 to 2028-29 - Draft 1.docx\n" in printed
    assert "To send out: the copies in circulation/Draft 1\n" in printed
    assert main(["circulate", str(tmp_path), *DAY]) == 0
    assert "already circulated  Parks - Service plan" in capsys.readouterr().out


def test_what_is_left_out_is_told_with_why_and_once_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress)
    main(["circulate", str(tmp_path), *DAY, "--service", "Parks", "--service", "Homes"])
    (project.workbooks_dir / "parks.xlsx").write_bytes(workbook(plan("Parks", actions=[]), framework()))
    capsys.readouterr()
    assert main(["circulate", str(tmp_path), *DAY]) == 1
    printed = capsys.readouterr().out
    changed = "built before the last change of workbooks/parks.xlsx"
    assert f"not circulated      service-plans/parks.docx: {changed}" in printed
    assert printed.count("Build again.") == 1
    assert f"svcdocs build {tmp_path}" in printed


def test_a_copy_that_has_changed_and_a_broken_line_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress)
    main(["circulate", str(tmp_path), *DAY, "--service", "Parks"])
    (data,) = project.circulation_dir.glob("*/plans.json")
    data.chmod(0o666)
    data.write_bytes(b"{}")
    with (project.circulation_dir / "circulated.jsonl").open("ab") as record:
        record.write(b'{"number": 2, "da')
    capsys.readouterr()
    assert main(["circulate", str(tmp_path), *DAY, "--service", "Parks"]) == 0
    printed = capsys.readouterr().out
    assert "Not as it was circulated" in printed
    assert "circulation/Draft 1/plans.json: changed since. Put it back from a backup copy" in printed
    assert "Line 2 of circulation/circulated.jsonl cannot be understood" in printed


def test_json_says_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(write_cycle(tmp_path), no_progress)
    assert main(["circulate", str(tmp_path), *DAY, "--format", "json", "--service", "Parks"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "version": "Draft 1",
        "documents": [
            {
                "document": "service-plans/parks.docx",
                "outcome": "circulated",
                "file": "circulation/Draft 1/Parks - Service plan 2027-28 to 2028-29 - Draft 1.docx",
                "why": "",
                "remedy": "",
            }
        ],
        "findings": [],
        "changed_copies": [],
    }
