from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from svcdocs.cli.main import main
from svcdocs.commands.beside_names import BESIDE, BOOK
from svcdocs.commands.build import build
from svcdocs.commands.trace import trace
from svcdocs.errors import SvcdocsError
from tests.cycles import no_progress, plan, write_cycle
from tests.returns import actions, filled, put, sent_out, take


def test_a_record_is_traced_to_its_cells_its_return_and_what_it_is_linked_to(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    objectives = [{"ref": "P1", "text": "Better parks", "serves": "A1"}]
    rows = actions("Mow the verges", serves="P1", steps=[{"text": "Buy a mower", "by": "June 2027"}])
    rows[0]["ref"] = "P1.1"
    put(project, "ours.xlsx", filled(objectives=objectives, actions=rows, by="Tom Fell"))
    take(project)
    [found] = trace(project, "p 1.1", no_progress)
    assert (found.one.kind, found.file, found.sheet) == ("action", "workbooks/parks.xlsx", "Actions")
    said = {cell.title: (cell.where.cell if cell.where else "", cell.text) for cell in found.cells}
    assert said["Action"] == ("B6", "Mow the verges")
    assert said["Step by"] == ("E6", "June 2027")
    assert found.standing is not None
    assert (found.standing.version, found.standing.received, found.standing.checked_by) == (1, "2026-12-01", "Tom Fell")
    assert [str(one.record.ref) for one in found.names] == ["P1"]
    [objective] = trace(project, "P1", no_progress)
    assert [str(one.record.ref) for one in objective.names] == ["A1"]
    assert [str(one.record.ref) for one in objective.named_by] == ["P1.1"]
    [priority] = trace(project, "A1", no_progress)
    assert priority.one.kind == "council action"
    assert [str(one.record.ref) for one in priority.named_by] == ["P1"]


def test_every_place_where_it_is_printed_is_told_and_what_is_not_built_yet(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    [before] = trace(project, "P1.1", no_progress)
    assert before.printed == ()
    plans = {"service-plans/parks.docx", "corporate-plan.docx"}
    assert before.documents == dict.fromkeys({*plans, *BESIDE, BOOK}, "not built")
    build(project, no_progress)
    [after] = trace(project, "P1.1", no_progress)
    annexes = {"annexes/annex-a-actions.docx", "annexes/annex-d-index.docx"}
    assert {one.document for one in after.printed} >= plans | annexes | {BOOK}
    own = [one for one in after.printed if one.document == "service-plans/parks.docx"]
    assert own[0].place.table == 0, "on the page for those who sign"
    row = next(one for one in own if one.place.table)
    assert (row.how, row.place.table, row.place.row) == ("in full", 1, 2)
    assert row.place.headings[0].endswith("Service improvement action plan")
    [other] = trace(project, "H1.1", no_progress)
    assert "service-plans/parks.docx" not in other.documents


def test_the_cell_that_prints_it_is_told_where_the_document_is_a_spreadsheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress)
    [found] = trace(project, "P1.1", no_progress)
    said = [one.as_json() for one in found.printed if one.document == BOOK]
    book = openpyxl.load_workbook(project.output_dir / BOOK)
    assert [one["sheet"] for one in said] == ["Actions", "Index by lead", "Index by priority"]
    assert {book[one["sheet"]][one["cell"]].value for one in said} == {"Improve the parks"}
    assert main(["trace", str(tmp_path), "P1.1"]) == 0
    printed = capsys.readouterr().out
    assert all(f"in full: sheet {one['sheet']}, cell {one['cell']}\n" in printed for one in said)


def test_one_reference_in_several_services_is_told_of_each(tmp_path: Path) -> None:
    same = [{"ref": "R1", "cause": "It rains"}]
    plans = {f"{name.lower()}.xlsx": plan(name, risks=same) for name in ("Parks", "Homes")}
    found = trace(write_cycle(tmp_path, plans), "R1", no_progress)
    assert [(one.one.kind, one.one.service) for one in found] == [("risk", "Parks"), ("risk", "Homes")]


def test_its_findings_are_those_of_its_own_row(tmp_path: Path) -> None:
    rows = [{"ref": "P1.1", "title": "Mow", "serves": "Z9"}, {"ref": "P1.2", "title": "Dig", "serves": "Z8"}]
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", actions=rows)})
    [found] = trace(project, "P1.1", no_progress)
    assert {one.where.cell for one in found.findings if one.where and one.code == "ref-unknown"} == {"C6"}


def test_a_reference_that_was_given_finds_what_it_was_given_to(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "ours.xlsx", filled(actions=[{"title": "Mow the verges"}]))
    take(project)
    [found] = trace(project, "PA-x1", no_progress)
    assert found.given is not None
    assert (found.one.wording, found.given.given) == ("Mow the verges", "2026-12-01")


def test_what_is_not_there_is_answered_with_what_is_nearest(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    with pytest.raises(SvcdocsError, match=r"has the reference") as caught:
        trace(project, "P1.12", no_progress)
    assert "did you mean action P1.1 'Improve the parks' (Parks)" in caught.value.hint
    with pytest.raises(SvcdocsError) as caught:
        trace(project, "improve the park", no_progress)
    assert "P1.1" in caught.value.hint


def test_a_whole_wording_does_as_well_as_a_reference(tmp_path: Path) -> None:
    [found] = trace(write_cycle(tmp_path), "improve the PARKS", no_progress)
    assert str(found.one.record.ref) == "P1.1"


def test_it_prints_and_tells_programs_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_cycle(tmp_path)
    assert main(["trace", str(tmp_path), "P1.1"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Action P1.1 'Improve the parks' (Parks)\n")
    assert "service-plans/parks.docx (not built yet)" in printed
    monkeypatch.chdir(tmp_path)
    assert main(["trace", "P1.1", "--format", "json"]) == 0
    [told] = json.loads(capsys.readouterr().out)
    assert (told["kind"], told["ref"], told["return"]["contributor"]) == ("action", "P1.1", "Parks")
    assert all(cell["text"] in printed for cell in told["cells"])
    assert main(["trace", ".", "P", "1.1"]) == 2
    assert "quotation marks" in capsys.readouterr().err


def test_an_action_that_bears_the_reference_of_the_council_action_it_is_for_names_that_and_not_itself(
    tmp_path: Path,
) -> None:
    rows = [{"ref": "A1", "title": "Plant the first hundred trees", "serves": "A1"}]
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", council_actions=rows)})
    councils, own = trace(project, "A1", no_progress)
    assert [(one.kind, one.service) for one in own.names] == [("council action", "")]
    assert ("action", "Parks") in [(one.kind, one.service) for one in councils.named_by]
    assert "Plant the first hundred trees" not in [one.wording for one in own.named_by]
