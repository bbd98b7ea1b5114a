from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from svcdocs.cli.main import main
from svcdocs.commands.build import build
from svcdocs.commands.check import check
from svcdocs.commands.intake import read_cycle
from svcdocs.commands.page import page_of
from svcdocs.model.challenge import Question
from svcdocs.model.position import NextStep, Position
from svcdocs.project import Project
from tests.cycles import no_progress, plan, write_cycle
from tests.report.page_outline import outline


def page(project: Project) -> str:
    """The outline of the page as it lies in the output folder."""
    return outline(project.report.read_text(encoding="utf-8"))


def test_every_check_and_every_build_writes_the_page_anew(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    check(project, no_progress)
    assert "| !Service plan: Parks | Not built yet | 0 |" in page(project)
    project.report.write_text("somebody's own words", encoding="utf-8")
    build(project, no_progress)
    assert "| !Service plan: Parks <service-plans/parks.docx> | Up to date | 0 |" in page(project)
    assert {path.name for path in project.output_dir.glob("report*")} == {"report.html"}


def test_checking_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    check(project, no_progress)
    first = project.report.read_bytes()
    check(project, no_progress)
    assert project.report.read_bytes() == first


def test_a_document_that_is_out_of_date_or_edited_is_told(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress)
    project.corporate_plan.write_bytes(project.corporate_plan.read_bytes() + b"edited")
    check(project, no_progress)
    assert "| !Corporate plan <corporate-plan.docx> | Edited in Word since it was built | 0 |" in page(project)
    write_cycle(tmp_path, {"parks.xlsx": plan("Parks"), "homes.xlsx": plan("Homes", objectives=[])})
    check(project, no_progress)
    assert "| !Service plan: Homes <service-plans/homes.docx> | Out of date |" in page(project)


def test_the_page_shows_each_finding_with_its_cell_and_a_link_to_its_workbook(tmp_path: Path) -> None:
    actions = [{"ref": "P1.1", "title": "Plant", "serves": "P1", "finish": "31 June 2027"}]
    project = write_cycle(tmp_path, {"parks & lanes.xlsx": plan("Parks", actions=actions)})
    check(project, no_progress)
    told = page(project)
    assert "To put right Actions F6: There is no such date as '31 June 2027'." in told
    assert "► 31 June 2027" in told
    assert '"../workbooks/parks%20%26%20lanes.xlsx"' in project.report.read_text(encoding="utf-8")


def test_what_has_been_answered_by_a_reason_is_told_with_it(tmp_path: Path) -> None:
    actions = [
        {"ref": "P1.1", "title": "Plant", "serves": "P1", "finish": "March 2035", "reason": "The grant says so."}
    ]
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", actions=actions)})
    check(project, no_progress)
    assert "it runs from 1 April 2027 to 31 March 2029. | The grant says so. |" in page(project)


def test_a_position_and_questions_are_shown_where_they_are_given(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    intake, checked = read_cycle(project, no_progress), check(project, no_progress)
    where = Position(date(2026, 12, 14), "Returns are coming in.", (NextStep("Take in the inbox.", "svcdocs receive"),))
    told = outline(page_of(project, intake, checked, where, {"Parks": (Question("Parks", "Why?", "Because.", ()),)}))
    assert "code: svcdocs receive" in told
    assert "1 question to Parks" in told
    assert "Take in the inbox." not in outline(page_of(project, intake, checked))


def test_a_ledger_that_cannot_be_read_stops_no_check_and_is_told_on_the_page(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    (project.received_dir / "ledger.jsonl").mkdir(parents=True)
    check(project, no_progress)
    assert "How far each return has come cannot be told:" in page(project)


def test_no_link_leads_out_of_a_cycle_whose_documents_lie_elsewhere(tmp_path: Path) -> None:
    project = write_cycle(tmp_path / "cycle")
    away = replace(
        project, settings=replace(project.settings, paths=replace(project.settings.paths, output=str(tmp_path / "out")))
    )
    check(away, no_progress)
    assert "../" not in away.report.read_text(encoding="utf-8")


def test_the_page_says_the_programs_name_nowhere_but_in_lines_to_type(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write_cycle(tmp_path / "plans", {"parks.xlsx": plan("Parks", objectives=[])})
    assert main(["check", str(project.folder)]) in (0, 1)
    assert capsys.readouterr().out
    page = project.report.read_text(encoding="utf-8")
    assert "svcdocs" not in re.sub(r'<code class="type">.*?</code>', "", page)
