from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from svcdocs.commands.export import export
from svcdocs.commands.issue import Issued, issue
from svcdocs.commands.new import new_cycle
from svcdocs.errors import SvcdocsError
from svcdocs.excel.reading import read_book
from svcdocs.model.assignments import assignments_of
from svcdocs.model.service_plan import Declaration
from svcdocs.project import Project
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.reader import Reading, read_workbook
from tests.cycles import MANY_HANDS, framework, no_progress, plan, write_cycle

TODAY = dt.date(2026, 9, 7)


def read_back(issued: Issued, contributor: str, **council: Any) -> Reading:
    """What the workbook of a contributor says as it goes out."""
    made = framework(**council)
    whose = next(one for one in assignments_of(made) if one.contributor == contributor)
    return read_workbook(read_book(issued.workbooks[contributor]), "any name.xlsx", layout_of(made, whose))


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
    reading = read_back(issued, "Parks")
    assert (reading.identity.service, reading.identity.contributor) == ("Parks", "Parks")
    assert reading.identity.cycle == "Saltmarsh Borough Council 2027/28"
    assert reading.is_untouched


def test_issue_from_plans_json_starts_with_last_years_content(tmp_path: Path) -> None:
    project = write_cycle(tmp_path / "last", {"parks.xlsx": plan("Parks")})
    export(project, no_progress)
    fresh = write_cycle(tmp_path / "this", {})
    issued = issue(fresh, TODAY, no_progress, plans_from=project.plans_json)
    reading = read_back(issued, "Parks")
    assert reading.plans["Parks"]["actions"] == plan("Parks").actions
    assert reading.declaration == Declaration(contributor="Parks")  # whether it is ready has to be said anew
    assert reading.is_untouched


def test_issue_for_one_service_writes_only_that(tmp_path: Path) -> None:
    issued = issue(write_cycle(tmp_path, {}), TODAY, no_progress, only="Homes")
    assert list(issued.workbooks) == ["Homes"]
    with pytest.raises(SvcdocsError, match="no service, team or contributor 'House'"):
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


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ({"first_year": "2027/29"}, "'2027/29' is not a financial year"),
        ({"first_year": ""}, "The first year of the plans is not given"),
        ({"first_year": "FY27", "year_starts": "Julember"}, "'Julember' is not a month in which a year can start"),
        ({"first_year": "FY27", "years": "two"}, "'two' is not a number of years from 1 to 10"),
    ],
)
def test_years_that_cannot_be_understood_stop_the_issue_in_one_sentence(
    tmp_path: Path, about: dict[str, str], said: str
) -> None:
    project = write_cycle(tmp_path, {}, about=about)
    with pytest.raises(SvcdocsError) as told:
        issue(project, TODAY, no_progress)
    assert told.value.message == f"the framework is not ready: {said}"
    assert not project.issued_dir.exists()


@pytest.mark.parametrize("first", ["2027/28", "2027-28", "2027–28", "2027/2028", "FY27", "FY2027", "FY26/27", "2027"])
def test_an_issued_workbook_has_its_years_in_the_councils_manner(tmp_path: Path, first: str) -> None:
    about = {"council": "Saltmarsh Borough Council", "first_year": first, "years": "2"}
    issued = issue(write_cycle(tmp_path, {}, about=about), TODAY, no_progress)
    sheet = next(tab for tab in read_book(issued.workbooks["Parks"]).sheets if tab.name == "Indicators")
    headings = [cell.text for row in sheet.rows.values() for cell in row.values() if cell.text.startswith("Target ")]
    years = framework(about=about).plan_years
    assert (headings, years[0]) == ([f"Target {year}" for year in years], first)


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


def test_each_contributor_gets_a_workbook_of_their_own(tmp_path: Path) -> None:
    issued = issue(write_cycle(tmp_path, {}, **MANY_HANDS), TODAY, no_progress)
    assert list(issued.workbooks) == ["Parks", "Parks – Trees", "Parks – Play", "Homes", "Finance"]
    assert [path.name for path in issued.workbooks.values()] == [
        "parks.xlsx",
        "parks-trees.xlsx",
        "parks-play.xlsx",
        "homes.xlsx",
        "finance.xlsx",
    ]
    assert [sheet.name for sheet in read_book(issued.workbooks["Finance"]).sheets if sheet.visible] == [
        "Guide",
        "About the figures",
        "Money",
        "Columns of figures",
        "Control totals",
    ]
    sheets = [sheet.name for sheet in read_book(issued.workbooks["Parks – Trees"]).sheets if sheet.visible]
    assert sheets == ["Guide", "Actions", "Indicators", "Risks", "Text", "Posts", "Bids"]


@pytest.mark.parametrize(
    ("only", "written"),
    [
        ("parks", ["Parks", "Parks – Trees", "Parks – Play"]),
        ("Trees", ["Parks – Trees"]),
        ("arboriculture", ["Parks – Trees"]),
        ("Parks – Play", ["Parks – Play"]),
        ("FINANCE", ["Finance"]),
    ],
)
def test_only_takes_a_service_a_team_or_a_contributor(tmp_path: Path, only: str, written: list[str]) -> None:
    issued = issue(write_cycle(tmp_path, {}, **MANY_HANDS), TODAY, no_progress, only=only)
    assert list(issued.workbooks) == written


def test_last_years_content_goes_to_whoever_it_belongs_to_by_now(tmp_path: Path) -> None:
    last = plan(
        "Parks",
        money=[{"heading": "Seed", "kind": "Spend", "figures": {"2027/28 original": "12"}}],
        risks=[{"cause": "Storms", "team": "Trees"}, {"cause": "Drought"}],
    )
    project = write_cycle(tmp_path / "last", {"parks.xlsx": last})
    export(project, no_progress)
    fresh = write_cycle(tmp_path / "this", {}, **MANY_HANDS)
    issued = issue(fresh, TODAY, no_progress, plans_from=project.plans_json)
    money = read_back(issued, "Finance", **MANY_HANDS).plans["Parks"]["money"]
    trees = read_back(issued, "Parks – Trees", **MANY_HANDS).plans["Parks"]["risks"]
    lead = read_back(issued, "Parks", **MANY_HANDS).plans["Parks"]["risks"]
    assert (money, trees, lead) == (last.money, last.risks[:1], last.risks[1:])


def test_two_contributors_with_one_file_name_are_refused(tmp_path: Path) -> None:
    rows = [{"who": "H.R.", "sheets": "Posts"}, {"who": "H R", "sheets": "Money"}]
    with pytest.raises(SvcdocsError, match=r"two contributors would have the same workbook: H\.R\., H R"):
        issue(write_cycle(tmp_path, {}, contributors=rows), TODAY, no_progress)
