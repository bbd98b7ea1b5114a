from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from svcdocs.commands.export import export
from svcdocs.commands.issue import issue
from svcdocs.commands.new import new_cycle
from svcdocs.errors import SvcdocsError
from svcdocs.excel.reading import read_book
from svcdocs.project import Project
from svcdocs.workbook.reader import read_service_workbook
from tests.cycles import framework, no_progress, plan, write_cycle

TODAY = dt.date(2026, 9, 7)


def test_a_new_cycle_opens_and_its_framework_reads_without_a_finding_about_reading(tmp_path: Path) -> None:
    started = new_cycle(tmp_path / "ours", templates=True)
    project = Project.open(started.folder)
    assert project.framework.is_file()
    assert project.own_doc_template("service-plan") is not None


def test_a_new_cycle_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "framework.xlsx").write_bytes(b"mine")
    with pytest.raises(SvcdocsError, match=r"already holds framework\.xlsx"):
        new_cycle(tmp_path)
    assert (tmp_path / "framework.xlsx").read_bytes() == b"mine"
    assert not (tmp_path / "svcdocs.toml").exists()


def test_issue_writes_a_workbook_for_each_service_and_an_exact_copy_of_the_framework(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {})
    issued = issue(project, TODAY, no_progress)
    assert issued.folder == tmp_path / "issued" / "2026-09-07"
    assert sorted(path.name for path in issued.folder.iterdir()) == ["framework.xlsx", "homes.xlsx", "parks.xlsx"]
    assert (issued.folder / "framework.xlsx").read_bytes() == project.framework.read_bytes()


def test_an_issued_workbook_knows_its_service_whatever_its_name(tmp_path: Path) -> None:
    issued = issue(write_cycle(tmp_path, {}), TODAY, no_progress)
    reading = read_service_workbook(read_book(issued.workbooks["Parks"]), "any name.xlsx", framework())
    assert reading.identity.service == "Parks"
    assert reading.identity.cycle == "Saltmarsh Borough Council 2027/28"
    assert reading.is_untouched


def test_issue_from_plans_json_starts_with_last_years_content(tmp_path: Path) -> None:
    project = write_cycle(tmp_path / "last", {"parks.xlsx": plan("Parks")})
    export(project, no_progress)
    fresh = write_cycle(tmp_path / "this", {})
    issued = issue(fresh, TODAY, no_progress, plans_from=project.plans_json)
    reading = read_service_workbook(read_book(issued.workbooks["Parks"]), "parks.xlsx", framework())
    assert reading.records["actions"] == plan("Parks").actions
    assert reading.is_untouched


def test_issue_for_one_service_writes_only_that(tmp_path: Path) -> None:
    issued = issue(write_cycle(tmp_path, {}), TODAY, no_progress, only="Homes")
    assert list(issued.workbooks) == ["Homes"]
    with pytest.raises(SvcdocsError, match="no service 'House'"):
        issue(Project.open(tmp_path), TODAY, no_progress, only="House")


def test_what_was_sent_out_is_never_overwritten(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {})
    issued = issue(project, TODAY, no_progress)
    issue(project, TODAY, no_progress)  # the same content again is no harm
    issued.workbooks["Parks"].write_bytes(b"sent")
    with pytest.raises(SvcdocsError, match="sent out today"):
        issue(project, TODAY, no_progress)
    assert issued.workbooks["Parks"].read_bytes() == b"sent"


NO_PLANS = {
    "nothing": b"",
    "no services": b"{}",
    "a list": b"[1]",
    "a later schema": b'{"schema_version": 99, "services": []}',
    "too deep": b"[" * 100_000,
    "a plan of no service": b'{"services": [{}]}',
}


@pytest.mark.parametrize("content", NO_PLANS.values(), ids=NO_PLANS)
def test_a_file_that_is_no_plans_json_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    project = write_cycle(tmp_path, {})
    (tmp_path / "plans.json").write_bytes(content)
    with pytest.raises(SvcdocsError):
        issue(project, TODAY, no_progress, plans_from=tmp_path / "plans.json")


def test_a_framework_without_services_cannot_be_issued_and_says_what_to_do(tmp_path: Path) -> None:
    started = new_cycle(tmp_path / "ours")
    with pytest.raises(SvcdocsError) as told:
        issue(Project.open(started.folder), TODAY, no_progress)
    assert "Services and teams" in told.value.hint


def test_a_text_too_long_for_a_cell_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    project = write_cycle(tmp_path / "last", {"parks.xlsx": plan("Parks")})
    export(project, no_progress)
    content = json.loads(project.plans_json.read_bytes())
    content["services"][0]["partners"] = [{"name": "x" * 40_000}]
    project.plans_json.write_text(json.dumps(content), encoding="utf-8")
    fresh = write_cycle(tmp_path / "this", {})
    with pytest.raises(SvcdocsError, match=r"the workbook of Parks cannot be written: .*40,000 characters"):
        issue(fresh, TODAY, no_progress, plans_from=project.plans_json)
    assert not fresh.issued_dir.exists()


def test_two_services_with_one_file_name_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    services = [{"service": "Parks & Homes"}, {"service": "parks and homes"}]
    project = write_cycle(tmp_path, {}, services=services)
    with pytest.raises(SvcdocsError, match="Parks & Homes, parks and homes"):
        issue(project, TODAY, no_progress)
    assert not project.issued_dir.exists()
