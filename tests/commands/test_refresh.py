"""A half-filled workbook is carried over to the framework of today, and nothing that was typed is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from svcdocs.cli.main import main
from svcdocs.commands.arrivals import Arrival, read_arrival
from svcdocs.commands.refresh import Refreshed, refresh
from svcdocs.commands.whose import Desks
from svcdocs.errors import SvcdocsError
from svcdocs.model.findings import Finding
from svcdocs.project import Project
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.writer import write_framework
from tests.commands.test_copies import without_headings
from tests.cycles import MANY_HANDS, framework, no_progress
from tests.returns import LATER, filled, put, said_in, sent_out, take, titles
from tests.workbook.test_leftovers import column

HALF: dict[str, Any] = {
    "actions": [{"ref": "P1", "title": "Mow", "serves": "A1", "finish": "May 2027"}],
    "money": [{"heading": "Seed", "kind": "Spend", "figures": {"2027/28 original": "12"}}],
    "indicators": [{"ref": "I1", "name": "Swings", "targets": {"2027/28": "12", "2028/29": "14"}}],
}
ABOUT = {"council": "Saltmarsh Borough Council", "first_year": "2027/28", "years": "2", "version": "Draft 1"}


def decide(project: Project, **council: Any) -> dict[str, Any]:
    """What the council decides anew, written into its framework; given back as it was given."""
    project.framework.write_bytes(write_framework(framework(**council), Identity(kind="framework")))
    return council


def half_filled(folder: Path, **council: Any) -> Project:
    project = sent_out(folder, **council)
    put(project, "parks.xlsx", filled(ready="", council=council, **HALF))
    take(project)
    return project


def carried(project: Project, name: str = "Parks", file: Path | None = None) -> Refreshed:
    return refresh(project, LATER, no_progress, name, file)


def test_no_other_workbook_is_opened_to_find_the_one_that_was_received(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = half_filled(tmp_path)
    put(project, "homes.xlsx", filled("Homes", **HALF))
    take(project)
    opened: list[str] = []

    def read(project: Project, desks: Desks, path: Path, content: bytes) -> Arrival | Finding:
        opened.append(path.name)
        return read_arrival(project, desks, path, content)

    monkeypatch.setattr(f"{refresh.__module__}.read_arrival", read)
    carried(project)
    assert opened == ["parks.xlsx"]


def test_what_was_filled_in_stands_in_a_new_file_with_the_drop_downs_of_today(tmp_path: Path) -> None:
    project = half_filled(tmp_path)
    priorities = [
        {"level": "Aim", "ref": "A", "text": "Places"},
        {"level": "Council action", "ref": "A7", "text": "Plant"},
    ]
    council = framework(**decide(project, priorities=priorities))
    done = carried(project)
    assert done.path == project.issued_on(LATER) / "parks (refreshed).xlsx"
    assert done.lines == ()
    before, after = said_in(project.workbooks_dir / "parks.xlsx"), said_in(done.path, council=council)
    assert after.plans == before.plans
    assert "A7" in {cell.value for row in load_workbook(done.path)["Lists"].iter_rows() for cell in row}


def test_it_is_started_and_still_knows_what_was_first_sent_out(tmp_path: Path) -> None:
    project = half_filled(tmp_path)
    first = said_in(project.issued_dir / "2026-11-02" / "parks.xlsx").identity
    done = carried(project)
    reading = said_in(done.path)
    assert reading.identity.issued == first.issued
    assert not reading.is_untouched
    put(project, "parks.xlsx", done.path.read_bytes() + b"\0")
    (receipt,) = take(project, LATER).receipts
    assert (receipt.since, receipt.changes) == ("version 1 of 2026-12-01", ())


def test_a_copy_of_the_framework_it_was_made_from_lies_beside_it(tmp_path: Path) -> None:
    project = half_filled(tmp_path)
    done = carried(project)
    assert (done.path.parent / "framework.xlsx").read_bytes() == project.framework.read_bytes()


def test_nothing_that_was_sent_out_is_written_over(tmp_path: Path) -> None:
    project = half_filled(tmp_path)
    first = carried(project)
    assert carried(project) == first
    before = first.path.read_bytes()
    decide(project, people=[{"name": "Tom Fell", "post": "Ranger"}])
    second = carried(project)
    assert second.path == project.issued_dir / "2026-12-08-2" / "parks (refreshed).xlsx"
    put(project, "parks.xlsx", filled(ready="", actions=[*HALF["actions"], {"title": "Sow"}]))
    take(project, LATER, alone=True)
    assert carried(project).path.name == "parks (refreshed 2).xlsx"
    assert first.path.read_bytes() == before


def test_a_year_that_is_no_more_keeps_its_column(tmp_path: Path) -> None:
    project = half_filled(tmp_path)
    council = framework(**decide(project, about=ABOUT | {"years": "1"}))
    done = carried(project)
    (indicator,) = said_in(done.path, council=council).plans["Parks"]["indicators"]
    assert {year: str(value) for year, value in indicator.targets.items()} == {"2027/28": "12", "2028/29": "14"}  # type: ignore[attr-defined]
    assert done.lines == ()


def test_a_figure_that_is_no_more_stands_in_a_column_of_the_teams_own_and_is_told(tmp_path: Path) -> None:
    project = half_filled(tmp_path)
    decide(project, money_columns=[{"heading": "2027/28 revised"}])
    done = carried(project)
    assert column(done.path.read_bytes(), "Money", "# 2027/28 original")[:1] == ["12"]
    assert any("2027/28 original" in line and "'12'" in line for line in done.lines)


def test_headings_in_the_words_of_then_are_read(tmp_path: Path) -> None:
    project = half_filled(tmp_path, words=[{"term": "action", "singular": "task", "plural": "tasks"}])
    sheets = load_workbook(project.workbooks_dir / "parks.xlsx").sheetnames
    assert "Tasks" in sheets
    decide(project)
    done = carried(project)
    assert (titles_in(done.path), done.lines) == (["Mow"], ())
    assert not [name for name in load_workbook(done.path).sheetnames if name.startswith("#")]


def test_a_team_that_has_moved_finds_what_it_filled_in(tmp_path: Path) -> None:
    project = sent_out(tmp_path, **MANY_HANDS)
    content = filled("Parks – Trees", council=MANY_HANDS, ready="", risks=[{"cause": "Storms"}])
    put(project, "trees.xlsx", content)
    take(project)
    services = [
        {"service": "Parks"},
        {"service": "Homes"},
        {"service": "Homes", "team": "Woods", "also_called": "Trees"},
    ]
    council = framework(**decide(project, **MANY_HANDS | {"services": services}))
    done = carried(project, "Woods")
    assert done.contributor == "Homes – Woods"
    reading = said_in(done.path, "Homes – Woods", council)
    assert [str(risk.cause) for risk in reading.plans["Homes"]["risks"]] == ["Storms"]  # type: ignore[attr-defined]
    assert [risk.team for risk in reading.plans["Homes"]["risks"]] == ["Woods"]  # type: ignore[attr-defined]


def test_a_file_can_be_given_that_was_not_received(tmp_path: Path) -> None:
    project = sent_out(tmp_path / "cycle")
    mail = tmp_path / "mail.xlsx"
    mail.write_bytes(filled(ready="", **HALF))
    assert titles_in(carried(project, "Parks", mail).path) == ["Mow"]


def titles_in(path: Path) -> list[str]:
    return [str(action.title) for action in said_in(path).plans["Parks"]["actions"]]  # type: ignore[attr-defined]


def test_what_cannot_be_carried_over_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    with pytest.raises(SvcdocsError, match="nothing has come back of Parks"):
        carried(project)
    with pytest.raises(SvcdocsError, match="no service, team or contributor 'Parcs'"):
        carried(project, "Parcs")
    sent = project.issued_dir / "2026-11-02" / "parks.xlsx"
    with pytest.raises(SvcdocsError, match="is as it was sent out"):
        carried(project, "Parks", sent)
    with pytest.raises(SvcdocsError, match="is not the workbook of Homes"):
        carried(project, "Homes", put(project, "parks.xlsx", filled(**HALF)))
    assert not project.issued_on(LATER).exists()


def test_a_workbook_that_cannot_be_read_whole_is_not_carried_over(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", without_headings(filled(risks=[{"cause": "Rust in the swings"}])))
    with pytest.raises(SvcdocsError, match="cannot be carried over, since some of it cannot be read"):
        carried(project, "Parks", project.inbox_dir / "parks.xlsx")


def test_refresh_is_an_option_of_issue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = half_filled(tmp_path)
    assert main(["issue", str(tmp_path), "--refresh", "parks", "--today", "2026-12-08"]) == 0
    assert "Carried parks.xlsx of Parks over into" in capsys.readouterr().out
    assert (project.issued_on(LATER) / "parks (refreshed).xlsx").is_file()
    assert main(["issue", str(tmp_path), "--refresh", "parks", "--only", "Parks"]) == 2
    assert titles(project) == ["Mow"]
