from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from svcdocs.cli.main import main
from svcdocs.commands.beside_names import BESIDE, BOOK
from svcdocs.commands.build import build
from svcdocs.commands.circulate import circulate
from svcdocs.commands.status import status
from svcdocs.outputs import sha256_of
from tests.cycles import MANY_HANDS, no_progress, plan, write_cycle
from tests.returns import actions, filled, put, sent_out, take

CALENDAR = [{"when": "11 December 2026", "what": "Workbooks are due back"}]
EARLY, LATE = date(2026, 12, 1), date(2026, 12, 12)


def test_each_return_has_its_state_its_day_and_what_was_found_in_it(tmp_path: Path) -> None:
    project = sent_out(tmp_path, calendar=CALENDAR)
    put(project, "parks.xlsx", filled(actions=actions("Mow"), council={"calendar": CALENDAR}))
    take(project)
    told = status(project, LATE, no_progress)
    parks, homes = told.rows
    assert (parks.standing.state, parks.services, parks.is_late) == ("received", ("Parks",), False)
    assert sum(parks.found.values()) > 0
    assert (homes.standing.state, homes.due, homes.is_late) == ("not started", date(2026, 12, 11), True)
    assert [one.contributor for one in told.position.late] == ["Homes"]
    assert status(project, EARLY, no_progress).position.late == ()


def test_a_contributors_own_day_goes_before_the_calendars(tmp_path: Path) -> None:
    rows = [
        {**row, "deadline": "12 February 2027"} if row["who"] == "Finance" else row
        for row in MANY_HANDS["contributors"]
    ]
    project = write_cycle(tmp_path, {}, **{**MANY_HANDS, "contributors": rows, "calendar": CALENDAR})
    told = status(project, LATE, no_progress)
    assert {row.standing.contributor: row.due for row in told.rows}["Finance"] == date(2027, 2, 12)
    assert "Finance" not in [one.contributor for one in told.position.late]


def test_documents_are_awaited_not_built_built_and_out_of_date(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks")})
    beside = len((*BESIDE, BOOK))
    assert [one.stands for one in status(project, EARLY, no_progress).documents] == [
        "not built", "awaits its return", *["not built"] * (1 + beside),
    ]  # fmt: skip
    build(project, no_progress, draft=True)
    assert [one.stands for one in status(project, EARLY, no_progress).documents] == [
        "built", "awaits its return", *["built"] * (1 + beside),
    ]  # fmt: skip
    write_cycle(tmp_path, {"parks.xlsx": plan("Parks", actions=[])})
    found = status(project, EARLY, no_progress)
    assert found.documents[0].stands == "out of date"
    assert any(f"{2 + beside} out of date" in step.what for step in found.position.steps)


def test_a_document_edited_in_word_is_told(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress)
    (project.output_dir / BOOK).write_bytes(b"edited")
    project.service_plan("Parks").write_bytes(b"edited")
    found = status(project, EARLY, no_progress).documents
    assert [one.name for one in found if one.is_edited] == ["service-plans/parks.docx", BOOK]


def test_a_document_that_cannot_be_built_anew_says_that_it_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress)
    broken = plan("Parks", actions=[{"ref": "P1.1", "title": "Mow", "serves": "Z9"}])
    write_cycle(tmp_path, {"parks.xlsx": broken, "homes.xlsx": plan("Homes")})
    assert [one.is_kept for one in status(project, EARLY, no_progress).documents[:3]] == [True, False, True]
    assert main(["status", str(tmp_path), "--today", EARLY.isoformat()]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    kept = "kept as it is until what blocks it is put right"
    assert f"out of date {BOOK}: built before the last change of workbooks/parks.xlsx; {kept}" in printed


def test_what_was_circulated_is_told_of_each_document_and_whether_it_is_still_that(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress)
    told = status(project, EARLY, no_progress)
    assert {one.sent for one in told.documents} == {None}
    assert any(step.line.startswith("svcdocs circulate") for step in told.position.steps)
    circulate(project, EARLY, no_progress)
    told = status(project, LATE, no_progress)
    assert {one.sent and one.sent.is_same for one in told.documents} == {True}
    assert not any(step.line.startswith("svcdocs circulate") for step in told.position.steps)
    write_cycle(tmp_path, {"parks.xlsx": plan("Parks", actions=[])})
    build(project, no_progress, draft=True)
    assert main(["status", str(tmp_path), "--today", "2026-12-12"]) == 0
    printed = capsys.readouterr().out
    assert "parks.docx: circulated as Draft 1 on 1 December 2026, and differs from that" in printed
    assert "homes.docx: circulated as Draft 1 on 1 December 2026" in printed
    assert main(["status", str(tmp_path), "--format", "json"]) == 0
    documents = json.loads(capsys.readouterr().out)["documents"]
    assert documents[0]["circulated"] == {"version": "Draft 1", "day": "2026-12-01", "same": False}


def test_pages_that_were_numbered_since_make_no_other_document_of_what_was_circulated(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress)
    circulate(project, EARLY, no_progress)
    path = project.service_plan("Parks")
    manifest = json.loads(project.manifest.read_bytes())
    path.write_bytes(path.read_bytes() + b" ")
    manifest["outputs"]["service-plans/parks.docx"]["sha256"] = sha256_of(path.read_bytes())
    project.manifest.write_text(json.dumps(manifest), encoding="utf-8")
    sent = status(project, LATE, no_progress).documents[0].sent
    assert sent is not None
    assert sent.is_same


def test_it_writes_nothing(tmp_path: Path) -> None:
    write_cycle(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert main(["status", str(tmp_path)]) == 0
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_an_empty_cycle_says_that_the_framework_comes_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "our plans"
    assert main(["new", str(folder)]) == 0
    capsys.readouterr()
    assert main(["status", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert "it names no services yet" in printed
    assert f'svcdocs check "{folder}"' in printed


def test_a_framework_that_cannot_be_read_is_one_sentence_and_a_hint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_cycle(tmp_path).framework.unlink()
    assert main(["status", str(tmp_path)]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 2


def test_it_prints_and_tells_programs_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_cycle(tmp_path, {"parks.xlsx": plan("Parks")}, calendar=CALENDAR)
    assert main(["status", str(tmp_path), "--today", "2026-12-12"]) == 0
    printed = capsys.readouterr().out
    assert "Late (1)\n  Homes  was due 11 December 2026, not started" in printed
    assert "  not started  Homes: LATE: was due 11 December 2026" in printed
    assert "  not built          service-plans/parks.docx" in printed
    assert main(["status", str(tmp_path), "--today", "2026-12-12", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["late"] == [{"contributor": "Homes", "due": "2026-12-11", "state": "not started"}]
    assert [each["state"] for each in told["contributors"]] == ["ready", "not started"]
    assert len(told["steps"]) == 3
    assert all(step["what"] in printed for step in told["steps"])
