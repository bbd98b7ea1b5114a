"""compare: two cycles, or exported versions of one, told as lines, as data and in Word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from svcdocs.cli.main import main
from svcdocs.commands.compare import SCHEDULE
from svcdocs.word.outline import text_of
from tests.commands.asking import ask, asking, put_back
from tests.cycles import plan, write_cycle

SERVICES = [
    {"service": "Parks", "manager": "Ines Calloway", "portfolio": "Cllr Tom Brandreth"},
    {"service": "Homes", "manager": "Ines Calloway", "portfolio": "Cllr Ada Finch\nCllr Tom Brandreth"},
]


def cycle(folder: Path, finish: str = "May 2027", **of: Any) -> Path:
    action = {"ref": "P1", "title": "Plant", "serves": "A1", "finish": finish, "lead": "Ines Calloway"}
    plans = {
        "parks.xlsx": plan("Parks", actions=[action]),
        "homes.xlsx": plan("Homes", actions=[action | {"ref": "H1"}]),
    }
    folder.mkdir()
    write_cycle(folder, plans, services=SERVICES, **of)
    return folder


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    code = main(["compare", *map(str, words)])
    return code, capsys.readouterr().out


def test_a_change_is_told_under_its_service(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = said(capsys, cycle(tmp_path / "a"), cycle(tmp_path / "b", "June 2027"))
    assert code == 0
    assert "Parks\n  Finish by of P1 Plant: 'May 2027' is now 'June 2027'" in out
    assert "From a (Draft 1) to b (Draft 1): 2 changed" in out


def test_an_exported_version_is_compared_as_well_as_a_cycle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = cycle(tmp_path / "a")
    assert main(["export", str(folder)]) == 0
    capsys.readouterr()
    code, out = said(capsys, folder / "output/data/plans.json", folder)
    assert (code, out.splitlines()[-1]) == (0, "From plans.json (Draft 1) to a (Draft 1): nothing has changed")


def test_the_data_says_each_change_with_both_cells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out = said(capsys, cycle(tmp_path / "a"), cycle(tmp_path / "b", "June 2027"), "--format", "json")
    told = json.loads(out)
    assert told["counts"] == {"added": 0, "removed": 0, "changed": 2, "moved": 0}
    first = told["changes"][0]
    assert (first["service"], first["title"], first["before"], first["after"]) == (
        "Parks",
        "Finish by",
        "May 2027",
        "June 2027",
    )
    assert first["cell_after"] == "workbooks/parks.xlsx 'Actions' F6"


def test_each_portfolio_holder_gets_a_sheet_with_only_what_is_theirs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheets = tmp_path / "sheets"
    said(capsys, cycle(tmp_path / "a"), cycle(tmp_path / "b", "June 2027"), "--write", sheets)
    texts = {path.name: text_of(path.read_bytes()) for path in sheets.glob("*.docx")}
    assert set(texts) == {SCHEDULE, "changes-cllr-tom-brandreth.docx", "changes-cllr-ada-finch.docx"}
    assert "P1 Plant" in texts["changes-cllr-tom-brandreth.docx"]
    assert "P1 Plant" not in texts["changes-cllr-ada-finch.docx"]
    assert "H1 Plant" in texts["changes-cllr-ada-finch.docx"]
    assert "Changes for Cllr Ada Finch" in texts["changes-cllr-ada-finch.docx"]
    assert all(word in texts[SCHEDULE] for word in ("P1 Plant", "H1 Plant", "May 2027", "June 2027"))


def test_sheets_have_the_same_bytes_every_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = cycle(tmp_path / "a"), cycle(tmp_path / "b", "June 2027")
    for name in ("first", "second"):
        said(capsys, one, other, "--write", tmp_path / name)
    assert (tmp_path / "first" / SCHEDULE).read_bytes() == (tmp_path / "second" / SCHEDULE).read_bytes()


def test_a_request_that_is_answered_otherwise_is_told_to_those_who_ask_and_those_who_are_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = asking(tmp_path / "a", services=[*SERVICES, {"service": "Streets", "portfolio": "Cllr Mo Veen"}])
    path = ask(project)
    put_back(project, path, {"answer": "Accepted"})
    assert main(["export", str(project.folder)]) == 0
    (then,) = project.output_dir.rglob("plans.json")
    earlier = tmp_path / "cabinet.json"
    earlier.write_bytes(then.read_bytes())
    put_back(project, path, {"answer": "Declined", "words": "There is no list"})
    capsys.readouterr()
    code, out = said(capsys, earlier, project.folder, "--write", tmp_path / "sheets")
    assert code == 0
    assert "Parks\n  Answer of HO-r1 Improve the parks, a list of estates (asked of Homes): 'Accepted' is now" in out
    texts = {path.name: text_of(path.read_bytes()) for path in (tmp_path / "sheets").glob("*.docx")}
    has_it = {name for name, text in texts.items() if "There is no list" in text}
    assert has_it == {SCHEDULE, "changes-cllr-tom-brandreth.docx", "changes-cllr-ada-finch.docx"}
    assert "Requests for help" in texts[SCHEDULE]
    assert "changes-cllr-mo-veen.docx" in texts


@pytest.mark.parametrize("name", ["nothing", "plan.docx"])
def test_what_is_neither_a_cycle_nor_data_is_refused_with_the_way_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "plan.docx").write_bytes(b"x")
    code = main(["compare", str(tmp_path / name), str(tmp_path)])
    assert code == 2
    assert "give the folder of a cycle, or the plans.json" in capsys.readouterr().err
