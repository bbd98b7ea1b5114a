"""What is made beside the corporate plan goes the way it goes: built, kept, told, found again."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from svcdocs.commands.beside_names import ANNEXES, BESIDE, BOOK, MOST_PAGES, REPORT, SUMMARY
from svcdocs.commands.build import BUILT, KEPT, NOT_BUILT, Line, _warned, build
from svcdocs.commands.check import check
from svcdocs.commands.documents import documents_of
from svcdocs.commands.intake import read_cycle
from svcdocs.commands.trace import trace
from svcdocs.project import Project
from tests.commands.asking import ask, asking, put_back
from tests.cycles import framework, no_progress, plan, workbook, write_cycle

EVERY = {*BESIDE, BOOK}


def lines(project: Project, *, draft: bool = False, only: str = "") -> dict[str, Line]:
    return {line.document: line for line in build(project, no_progress, draft=draft, only=only).lines}


def test_all_of_it_is_built_with_the_corporate_plan_and_stands_in_table_json_and_manifest(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    built = build(project, no_progress)
    found = {line.document: line for line in built.lines}
    assert set(found) >= EVERY
    assert {found[name].outcome for name in EVERY} == {BUILT}
    assert all(found[name].pages for name in BESIDE)
    assert found[BOOK].pages == 0
    said = {line["document"]: line for line in json.loads(json.dumps(built.as_json()))["documents"]}
    assert said[BOOK] == {"document": BOOK, "outcome": "built", "why": "", "pages": None, "about_pages": None}
    assert said[SUMMARY]["about_pages"] == found[SUMMARY].pages
    manifest = json.loads(project.manifest.read_bytes())["outputs"]
    assert set(manifest) >= EVERY
    for name in BESIDE:
        assert set(manifest[name]["inputs"]) >= {"framework.xlsx", "workbooks/parks.xlsx", "workbooks/homes.xlsx"}
        assert f"built-in {Path(name).name}" in manifest[name]["inputs"]


def test_none_of_it_is_built_for_one_service_alone(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    assert not EVERY & set(lines(project, only="Parks"))
    assert not any((project.output_dir / name).exists() for name in EVERY)


def test_what_keeps_the_corporate_plan_back_keeps_all_of_it_back_for_the_same_reason(tmp_path: Path) -> None:
    broken = plan("Parks", objectives=[{"ref": "P1", "text": "Better parks", "serves": "Z9"}])
    project = write_cycle(tmp_path, {"parks.xlsx": broken, "homes.xlsx": plan("Homes")})
    found = lines(project)
    why = found["corporate-plan.docx"].why
    assert {(found[name].outcome, found[name].why) for name in EVERY} == {(NOT_BUILT, why)}
    assert lines(project, draft=True)[REPORT].outcome == BUILT
    found = lines(project)
    assert {found[name].outcome for name in EVERY} == {KEPT}


def test_all_of_it_is_out_of_date_when_a_workbook_has_changed(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress)
    assert check(project, no_progress).stale == ()
    changed = plan("Parks", passages=[{"section": "Risks", "text": "New words."}])
    (tmp_path / "workbooks" / "parks.xlsx").write_bytes(workbook(changed, framework()))
    assert set(check(project, no_progress).stale) >= {*BESIDE, BOOK}


def test_how_they_stand_is_told_of_them_as_of_the_plans(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)

    def stand() -> dict[str, tuple[str, bool, bool]]:
        found = documents_of(project, read_cycle(project, no_progress))
        return {one.name: (one.stands.value, one.is_edited, one.is_kept) for one in found if one.name in EVERY}

    assert stand() == dict.fromkeys(EVERY, ("not built", False, False))
    build(project, no_progress)
    assert stand() == dict.fromkeys(EVERY, ("built", False, False))
    (project.output_dir / SUMMARY).write_bytes(b"edited")
    (project.output_dir / BOOK).write_bytes(b"edited")
    assert [name for name, (_, is_edited, _) in stand().items() if is_edited] == [SUMMARY, BOOK]
    changed = plan("Parks", passages=[{"section": "Risks", "text": "New words."}])
    (tmp_path / "workbooks" / "parks.xlsx").write_bytes(workbook(changed, framework()))
    assert {(how, is_kept) for how, _, is_kept in stand().values()} == {("out of date", False)}
    broken = plan("Parks", actions=[{"ref": "P1.1", "title": "Mow", "serves": "Z9"}])
    (tmp_path / "workbooks" / "parks.xlsx").write_bytes(workbook(broken, framework()))
    assert {(how, is_kept) for how, _, is_kept in stand().values()} == {("out of date", True)}
    assert {lines(project)[name].outcome for name in EVERY} == {KEPT}


def test_a_cycle_without_a_return_awaits_them(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {})
    found = {one.name: one.stands.value for one in documents_of(project, read_cycle(project, no_progress))}
    assert {found[name] for name in EVERY} == {"awaits its return"}


def test_they_are_out_of_date_when_an_answer_to_a_request_has_come(tmp_path: Path) -> None:
    project = asking(tmp_path)
    path = ask(project)
    build(project, no_progress, draft=True)
    assert check(project, no_progress).stale == ()
    put_back(project, path, {"answer": "Accepted"})
    assert set(check(project, no_progress).stale) >= {*BESIDE, BOOK}


def test_a_record_is_found_where_an_annex_prints_it(tmp_path: Path) -> None:
    indicators = [{"ref": "PX9", "name": "Trees planted", "unit": "Number", "objective": "P1"}]
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", indicators=indicators), "homes.xlsx": plan("Homes")})
    build(project, no_progress, draft=True)
    [action] = trace(project, "P1.1", no_progress)
    found = {(one.document, one.place.headings) for one in action.printed}
    assert (ANNEXES[0], ("Parks",)) in found
    assert any(document == ANNEXES[3] and headings[0] == "By who leads" for document, headings in found)
    cells = {(one.sheet, one.cell, one.how) for one in action.printed if one.document == BOOK}
    assert cells >= {("Actions", "C2", "in full"), ("Index by lead", "D2", "in full")}
    [priority] = trace(project, "A1", no_progress)
    assert ("Index by priority", "B2", "in full") in {(one.sheet, one.cell, one.how) for one in priority.printed}
    [indicator] = trace(project, "PX9", no_progress)
    assert ("Indicators", "C2") in {(one.sheet, one.cell) for one in indicator.printed}
    assert (ANNEXES[1], ("Parks",)) in {(one.document, one.place.headings) for one in indicator.printed}


def test_a_template_of_the_councils_own_is_used(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    own = tmp_path / "doc_templates"
    own.mkdir()
    document = Document()
    document.add_paragraph("Ours: {{ title }}")
    document.save(str(own / "annex-a-actions.docx"))
    build(Project.open(tmp_path), no_progress)
    printed = Document(str(project.output_dir / ANNEXES[0]))
    assert [one.text for one in printed.paragraphs] == ["Ours: Annex A: Actions – draft"]


def test_a_report_that_an_officer_has_finished_is_left_alone(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress)
    report = project.output_dir / REPORT
    document = Document(str(report))
    document.paragraphs[-1].text = "Written by an officer"
    document.save(str(report))
    kept = report.read_bytes()
    changed = plan("Parks", passages=[{"section": "Risks", "text": "New words."}])
    (tmp_path / "workbooks" / "parks.xlsx").write_bytes(workbook(changed, framework()))
    build(project, no_progress)
    assert report.read_bytes() == kept
    assert (project.output_dir / "council-report (new build).docx").is_file()


@pytest.mark.parametrize(("pages", "why"), [(6, ""), (7, "longer than the 6 pages it should have")])
def test_a_summary_that_is_too_long_is_told(pages: int, why: str) -> None:
    line = Line(SUMMARY, BUILT, pages=pages)
    assert _warned(line).why == why
    assert _warned(replace(line, document=REPORT)).why == ""
    assert MOST_PAGES[SUMMARY] == 6


def test_the_spreadsheet_is_kept_where_somebody_has_edited_it(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress)
    book = openpyxl.load_workbook(io.BytesIO((project.output_dir / BOOK).read_bytes()))
    book["Actions"]["A2"] = "Edited"
    book.save(project.output_dir / BOOK)
    build(project, no_progress, draft=True)
    assert openpyxl.load_workbook(project.output_dir / BOOK)["Actions"]["A2"].value == "Edited"
