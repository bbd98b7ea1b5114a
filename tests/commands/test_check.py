from __future__ import annotations

import json
from pathlib import Path

import pytest

from svcdocs.cli.main import main
from svcdocs.commands.check import check
from svcdocs.commands.intake import read_cycle
from svcdocs.errors import SvcdocsError
from svcdocs.project import Project
from tests.cycles import framework, no_progress, plan, returned, write_cycle, write_returns


def broken(service: str) -> dict[str, object]:
    return {"objectives": [{"ref": f"{service[0]}1", "text": "Something", "serves": "Z9"}]}


def test_a_check_writes_its_findings_and_the_page_and_nothing_else(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", **broken("Parks"))})
    checked = check(project, no_progress)
    assert checked.blocks
    written = {path.name for path in project.output_dir.rglob("*") if path.is_file()}
    assert written == {"findings.json", "manifest.json", "report.html"}
    assert json.loads(project.findings_json.read_bytes()) == json.loads(json.dumps(checked.as_json()))


def test_a_clean_cycle_has_nothing_that_blocks(tmp_path: Path) -> None:
    checked = check(write_cycle(tmp_path), no_progress)
    assert [finding.code for finding in checked.findings if finding.blocks] == []
    assert checked.as_json()["counts"]["error"] == 0


def test_a_check_of_one_file_tells_only_what_is_in_it(tmp_path: Path) -> None:
    plans = {"parks.xlsx": plan("Parks", **broken("Parks")), "homes.xlsx": plan("Homes", **broken("Homes"))}
    project = write_cycle(tmp_path, plans)
    checked = check(project, no_progress, files=[tmp_path / "workbooks" / "homes.xlsx"])
    assert {finding.where.file for finding in checked.findings if finding.where} == {"workbooks/homes.xlsx"}


def test_a_check_of_a_file_that_is_not_there_says_where_the_workbooks_lie(tmp_path: Path) -> None:
    with pytest.raises(SvcdocsError) as told:
        check(write_cycle(tmp_path), no_progress, files=[Path("nowhere.xlsx")])
    assert "workbooks" in told.value.hint


def test_findings_carry_their_published_names(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", **broken("Parks"))})
    found = next(finding for finding in check(project, no_progress).findings if finding.code == "ref-unknown")
    assert set(found.as_json()) == {
        "code",
        "severity",
        "for",
        "service",
        "file",
        "sheet",
        "cell",
        "field",
        "message",
        "hint",
    }
    assert found.as_json()["cell"] == "D6"
    assert found.as_json()["field"] == "Serves"


def test_a_picture_that_is_named_and_not_there_is_told_at_its_cell(tmp_path: Path) -> None:
    named = plan("Parks", passages=[{"section": "Risks", "text": "Our park", "kind": "Picture", "picture": "park.png"}])
    project = write_cycle(tmp_path, {"parks.xlsx": named})
    [finding] = [finding for finding in check(project, no_progress).findings if finding.code == "picture-missing"]
    assert finding.where is not None
    assert finding.where.sheet == "Text"
    project.pictures_dir.mkdir()
    (project.pictures_dir / "Park.PNG").write_bytes(b"no picture")
    assert [finding for finding in check(project, no_progress).findings if finding.code == "picture-missing"]
    (project.pictures_dir / "Park.PNG").write_bytes(b"\x89PNG\r\n\x1a\n and so on")
    assert not [finding for finding in check(project, no_progress).findings if finding.code == "picture-missing"]


def test_a_table_names_a_sheet_and_no_picture(tmp_path: Path) -> None:
    rows = [{"cells": ["Place", "Staff"]}, {"cells": ["Depot", "3"]}]
    there = {"section": "Workforce", "text": "Where", "kind": "Table", "picture": "Places", "rows": rows}
    gone = there | {"picture": "Elsewhere", "rows": []}
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", passages=[there, gone])})
    told = [finding for finding in check(project, no_progress).findings if finding.code.startswith(("pict", "table"))]
    assert [(finding.code, finding.where and finding.where.sheet) for finding in told] == [("table-missing", "Text")]
    built = read_cycle(project, no_progress).cycle.plans[0].passages
    assert [len(passage.rows) for passage in built] == [2, 0]


def test_two_services_named_alike_are_told_at_the_second_and_block_every_document(tmp_path: Path) -> None:
    services = [{"service": "Parks"}, {"service": "Homes"}, {"service": "PARKS!"}]
    checked = check(write_cycle(tmp_path, services=services), no_progress)
    [finding] = [finding for finding in checked.findings if finding.code == "service-twice"]
    assert finding.where is not None
    assert (finding.where.sheet, finding.where.cell) == ("Services and teams", "A8")
    assert "'PARKS!' and 'Parks'" in finding.message


def test_a_service_without_letters_takes_nobody_elses_workbook(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks")}, services=[{"service": "!!"}, {"service": "Homes"}])
    checked = check(project, no_progress)
    assert checked.files == {}
    assert "workbook-of-nobody" in [finding.code for finding in checked.findings]


def owing(tmp_path: Path, stage: str = "Draft") -> Project:
    """A cycle in which Finance's workbook has not come back, and a date of Parks and a text of Homes are promised."""
    about = {"council": "Saltmarsh Borough Council", "first_year": "2027/28", "years": "2", "stage": stage}
    row = {"who": "Finance", "sheets": "Money", "deadline": "21 February 2027"}
    action = {"ref": "P1.1", "title": "Plant", "serves": "P1", "finish": "To be added by Finance by 5 January 2027"}
    texts = [{"section": "Workforce", "text": "the structure chart", "kind": "To be added"}]
    council = framework(about=about, contributors=[row])
    filled = {"Parks": plan("Parks", actions=[action]), "Homes": plan("Homes", passages=texts)}
    books = {f"{name.lower()}.xlsx": returned(council, name, content) for name, content in filled.items()}
    return write_returns(tmp_path, council, books)


def test_what_is_still_to_come_is_listed_under_each_debtor_in_order_of_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    owing(tmp_path)
    assert main(["check", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    listed = told[told.index("Still to come") :].splitlines()
    assert listed[:8] == [
        "Still to come",
        "  Finance",
        "    'Finish by' of P1.1 (Parks), by 5 January 2027",
        "    the figures of Financial resources (Parks), by 21 February 2027",
        "    the figures of Financial resources (Homes), by 21 February 2027",
        "  Nobody named",
        "    the structure chart (Homes); no date given",
        "",
    ]


def test_nothing_still_to_come_is_not_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_cycle(tmp_path)
    assert main(["check", str(tmp_path)]) == 0
    assert "Still to come" not in capsys.readouterr().out


def test_a_check_of_one_file_lists_only_what_is_still_to_come_in_it(tmp_path: Path) -> None:
    checked = check(owing(tmp_path), no_progress, files=[tmp_path / "workbooks" / "homes.xlsx"])
    assert [one.what for one in checked.owed] == ["the structure chart"]


def test_what_is_still_to_come_leaves_the_published_result_as_it_is(tmp_path: Path) -> None:
    checked = check(owing(tmp_path), no_progress)
    assert set(checked.as_json()) == {"findings", "counts", "cleared", "stale"}
    assert {finding.code for finding in checked.findings} >= {"still-owed", "owed-unclear"}
    assert len(checked.owed) == 4


def test_findings_that_cannot_be_written_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_cycle(tmp_path)
    (tmp_path / "output" / "findings.json").mkdir(parents=True)
    assert main(["check", str(tmp_path)]) == 1
    assert "findings.json" in capsys.readouterr().err


@pytest.mark.parametrize("years", ["two", "0", "-1", "1000000"])
def test_a_number_of_years_that_is_none_is_told_and_not_guessed(tmp_path: Path, years: str) -> None:
    about = {"council": "Saltmarsh Borough Council", "first_year": "2027/28", "years": years}
    checked = check(write_cycle(tmp_path, {}, about=about), no_progress)
    [finding] = [finding for finding in checked.findings if "number of years" in finding.message]
    assert finding.blocks
    assert finding.where is not None
    assert finding.where.sheet == "About"


def test_what_somebody_has_answered_is_kept_with_the_reason(tmp_path: Path) -> None:
    action = {"ref": "P1.1", "title": "Ask", "reason": "The survey comes first."}
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", actions=[action]), "homes.xlsx": plan("Homes")})
    (one,) = json.loads(json.dumps(check(project, no_progress).as_json()))["cleared"]
    assert (one["code"], one["reason"], one["sheet"]) == ("action-incomplete", "The survey comes first.", "Actions")
    assert not [finding for finding in check(project, no_progress).findings if finding.code == one["code"]]
    homes = check(project, no_progress, files=[tmp_path / "workbooks" / "homes.xlsx"])
    assert homes.cleared == ()
