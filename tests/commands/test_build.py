from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from svcdocs.commands.beside_names import BESIDE, BOOK, MOST_PAGES
from svcdocs.commands.build import Built, Line, build
from svcdocs.commands.documents import documents_of
from svcdocs.commands.intake import read_cycle
from svcdocs.errors import SvcdocsError
from svcdocs.project import Project
from tests.cycles import framework, no_progress, plan, returned, workbook, write_cycle, write_returns

PARKS, HOMES, CORPORATE = "service-plans/parks.docx", "service-plans/homes.docx", "corporate-plan.docx"


def outcomes(built: Built) -> dict[str, str]:
    """What became of the services' plans and the corporate plan; what stands beside that goes the same way."""
    found = {line.document: line.outcome for line in built.lines}
    beside = {found.pop(name) for name in (*BESIDE, BOOK) if name in found}
    assert beside <= {found.get(CORPORATE)}
    return found


def words(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_a_clean_cycle_gives_a_plan_for_each_service_a_corporate_plan_and_data(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    built = build(project, no_progress)
    assert outcomes(built) == {PARKS: "built", HOMES: "built", CORPORATE: "built"}
    assert not built.blocks
    assert "Parks looks after what its name says." in words(project.output_dir / PARKS)
    assert "Improve the homes" in words(project.output_dir / CORPORATE)
    assert json.loads(project.plans_json.read_bytes())["services"][0]["service"] == "Parks"


def test_the_same_workbooks_give_the_same_bytes_in_every_output(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        build(write_cycle(folder), no_progress)
    first, second = (
        {
            path.relative_to(folder): path.read_bytes()
            for path in sorted((folder / "output").rglob("*"))
            if path.is_file()
        }
        for folder in folders
    )
    assert first == second


def test_a_service_with_something_to_put_right_keeps_its_last_good_document_and_the_others_are_built(
    tmp_path: Path,
) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress)
    good = (project.output_dir / PARKS).read_bytes()
    broken = plan("Parks", objectives=[{"ref": "P1", "text": "Better parks", "serves": "Z9"}])
    (tmp_path / "workbooks" / "parks.xlsx").write_bytes(workbook(broken, framework()))
    built = build(project, no_progress)
    assert outcomes(built) == {PARKS: "kept", HOMES: "built", CORPORATE: "kept"}
    assert built.blocks
    assert (project.output_dir / PARKS).read_bytes() == good
    told = json.loads(project.findings_json.read_bytes())
    assert told["stale"] == sorted([CORPORATE, PARKS, *BESIDE, BOOK])
    assert [(found["code"], found["sheet"], found["cell"]) for found in told["findings"]][:1] == [
        ("ref-unknown", "Objectives", "D6")
    ]


def test_a_draft_is_built_in_spite_of_findings_and_says_that_it_is_one(tmp_path: Path) -> None:
    broken = plan("Parks", objectives=[{"ref": "P1", "text": "Better parks", "serves": "Z9"}])
    project = write_cycle(tmp_path, {"parks.xlsx": broken})
    built = build(project, no_progress, draft=True)
    assert outcomes(built)[PARKS] == "built"
    document = Document(str(project.output_dir / PARKS))
    assert "draft" in document.core_properties.title.lower()


def test_a_service_whose_return_is_awaited_is_named_and_so_it_is_in_the_corporate_plan(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks")})
    built = build(project, no_progress)
    assert outcomes(built) == {PARKS: "built", HOMES: "not built", CORPORATE: "built"}
    assert "awaited from Homes" in words(project.output_dir / CORPORATE)


def test_a_final_plan_to_which_something_is_owed_is_kept_back_and_the_others_are_built(tmp_path: Path) -> None:
    about = {"council": "Saltmarsh Borough Council", "first_year": "2027/28", "years": "2", "version": "Draft 1"}
    row = {"who": "Finance", "services": "Parks", "sheets": "Money", "deadline": "21 February 2027"}
    sections = [{"key": "About our service"}, {"key": "Financial resources", "required": "Never"}]

    def built(folder: Path, stage: str) -> Built:
        council = framework(about=about | {"stage": stage}, contributors=[row], sections=sections)
        books = {f"{name.lower()}.xlsx": returned(council, name, plan(name)) for name in ("Parks", "Homes")}
        return build(write_returns(folder, council, books), no_progress)

    drafts = built(tmp_path / "one", "Draft")
    assert outcomes(drafts) == {PARKS: "built", HOMES: "built", CORPORATE: "built"}
    notice = "To be added by Finance by 21 February 2027: the figures of Financial resources"
    assert notice in words(tmp_path / "one" / "output" / PARKS)
    assert "Still to come" in words(tmp_path / "one" / "output" / CORPORATE)
    final = built(tmp_path / "two", "Final")
    assert outcomes(final) == {PARKS: "not built", HOMES: "built", CORPORATE: "not built"}
    assert final.lines[0].why == "1 finding to be put right first"
    [finding] = [finding for finding in final.findings if finding.blocks]
    assert (finding.code, finding.service) == ("still-owed", "Parks")


def test_a_workbook_as_it_was_sent_out_counts_as_not_started(tmp_path: Path) -> None:
    from svcdocs.model.service_plan import ServicePlan

    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks"), "homes.xlsx": ServicePlan(service="Homes")})
    built = build(project, no_progress)
    assert outcomes(built)[HOMES] == "not built"
    about_homes = [finding.code for finding in built.findings if finding.service == "Homes"]
    assert about_homes == ["not-started"]


def test_one_service_can_be_built_alone(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    assert outcomes(build(project, no_progress, only="Homes")) == {HOMES: "built"}
    assert not (project.output_dir / PARKS).exists()
    with pytest.raises(SvcdocsError, match="no service 'Home'"):
        build(project, no_progress, only="Home")


def test_a_document_edited_in_word_is_left_alone_and_the_new_one_is_put_beside_it(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress)
    edited = project.output_dir / PARKS
    edited.write_bytes(edited.read_bytes() + b"edited")
    kept = edited.read_bytes()
    (tmp_path / "workbooks" / "parks.xlsx").write_bytes(
        workbook(plan("Parks", passages=[{"section": "Risks", "text": "New words."}]), framework())
    )
    build(project, no_progress)
    assert edited.read_bytes() == kept
    beside = [path.name for path in edited.parent.iterdir() if "new build" in path.name]
    assert beside == ["parks (new build).docx"]


def test_two_copies_of_one_workbook_block_that_service_and_are_both_named(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks"), "parks v2.xlsx": plan("Parks")})
    built = build(project, no_progress)
    assert outcomes(built)[PARKS] == "not built"
    [finding] = [finding for finding in built.findings if finding.code == "workbook-twice"]
    assert "parks v2.xlsx" in finding.message
    assert "parks.xlsx" in finding.message


def test_a_file_that_is_no_workbook_is_refused_by_name_and_the_others_go_on(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks")})
    (tmp_path / "workbooks" / "homes.xlsx").write_bytes(b"not a workbook")
    built = build(project, no_progress)
    assert outcomes(built)[PARKS] == "built"
    assert [finding.where.file for finding in built.findings if finding.where and finding.code == "file-text"] == [
        "workbooks/homes.xlsx"
    ]


def test_a_workbook_of_another_cycle_is_not_read_and_says_whose_it_is(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks")})
    other = framework(about={"council": "Elsewhere", "first_year": "2026/27"})
    (tmp_path / "workbooks" / "homes.xlsx").write_bytes(workbook(plan("Homes"), other))
    built = build(project, no_progress)
    [finding] = [finding for finding in built.findings if finding.code == "workbook-of-another-cycle"]
    assert "Elsewhere 2026/27" in finding.message
    assert outcomes(built) == {PARKS: "built", HOMES: "not built", CORPORATE: "not built"}


def test_each_plan_is_printed_in_the_form_of_its_service(tmp_path: Path) -> None:
    services = [
        {"service": "Parks", "manager": "Ines Calloway", "form": "Three-year"},
        {"service": "Homes", "manager": "Ines Calloway"},
    ]
    indicators = [{"objective": "P1", "supporting_objective": "Plant hedges"}]
    steps = [{"text": "Ask residents (June 2027)"}]
    action = {"title": "Improve", "serves": "P1", "steps": steps, "lead": "Ines Calloway", "outcome": "Leave out"}
    parks = plan("Parks", indicators=indicators, actions=[action])
    project = write_cycle(tmp_path, {"parks.xlsx": parks, "homes.xlsx": plan("Homes")}, services=services)
    built = build(project, no_progress, draft=True)
    assert outcomes(built) == {PARKS: "built", HOMES: "built", CORPORATE: "built"}
    three_year, current = words(project.output_dir / PARKS), words(project.output_dir / HOMES)
    assert "Supporting information" in three_year
    assert "Outcomes:" not in three_year
    assert "Plant hedges" in three_year
    assert "Improvement plan" in three_year
    assert "Service improvement action plan" not in three_year
    assert "Service improvement action plan" in current
    assert "Supporting information" not in current


def test_a_readable_plan_is_printed_as_blocks_under_the_name_of_its_service(tmp_path: Path) -> None:
    services = [{"service": "Parks", "manager": "Ines Calloway", "form": "Readable"}]
    action = {"title": "Improve", "steps": [{"text": "Ask residents"}], "lead": "Ines Calloway", "outcome": "Seen"}
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", actions=[action])}, services=services)
    assert outcomes(build(project, no_progress, draft=True))[PARKS] == "built"
    assert "How we will know: Seen" in words(project.output_dir / PARKS)


def test_a_template_that_no_service_needs_is_not_read(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    own = tmp_path / "doc_templates"
    own.mkdir()
    (own / "service-plan-three-year.docx").write_bytes(b"no template")
    assert outcomes(build(project, no_progress))[PARKS] == "built"


def test_a_template_of_the_councils_own_is_used_and_what_is_wrong_with_it_is_told(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    own = tmp_path / "doc_templates"
    own.mkdir()
    document = Document()
    document.add_paragraph("Our own plan of {{ servise }}")
    document.save(str(own / "service-plan.docx"))
    with pytest.raises(SvcdocsError, match="service") as told:
        build(Project.open(tmp_path), no_progress)
    assert "servise" in told.value.message
    document = Document()
    document.add_paragraph("Our own plan of {{ service }}")
    document.save(str(own / "service-plan.docx"))
    build(Project.open(tmp_path), no_progress)
    assert words(project.output_dir / PARKS).startswith("Our own plan of Parks")


def test_public_editions_stand_beside_the_internal_ones_and_go_stale_with_them(tmp_path: Path) -> None:
    secret = {"ref": "P1.2", "title": "Sell the depot", "serves": "P1", "finish": "May 2028", "lead": "Ines Calloway"}
    parks = plan("Parks", actions=[*plan("Parks").model_dump(mode="json")["actions"], secret | {"publish": "No"}])
    project = write_cycle(tmp_path, {"parks.xlsx": parks, "homes.xlsx": plan("Homes")})
    built = build(project, no_progress, draft=True, public=True)
    names = [PARKS, "public/parks.docx", HOMES, "public/homes.docx", CORPORATE, *BESIDE, BOOK]
    assert [line.document for line in built.lines] == names
    assert set(outcomes(built).values()) == {"built"}
    assert "Sell the depot" in words(project.output_dir / PARKS)
    shown = words(project.output_dir / "public" / "parks.docx")
    assert "Sell the depot" not in shown
    assert "Public edition. Rows and passages left out because they are not for publication: 1." in shown
    (tmp_path / "workbooks" / "parks.xlsx").write_bytes(workbook(plan("Parks"), framework()))
    build(project, no_progress, draft=True)
    assert json.loads(project.findings_json.read_bytes())["stale"] == ["public/parks.docx"]
    stand = {one.name: one.stands.value for one in documents_of(project, read_cycle(project, no_progress))}
    assert stand["public/parks.docx"] == "out of date"
    assert list(stand) == names


def test_without_being_asked_for_there_are_no_public_editions(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress)
    assert not (project.output_dir / "public").exists()


def test_the_public_edition_of_a_blocked_service_is_kept_too(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress, public=True)
    broken = plan("Parks", objectives=[{"ref": "P1", "text": "Better parks", "serves": "Z9"}])
    (tmp_path / "workbooks" / "parks.xlsx").write_bytes(workbook(broken, framework()))
    assert outcomes(build(project, no_progress, public=True))["public/parks.docx"] == "kept"


def test_a_corporate_plan_of_more_than_24_pages_is_said_to_be_too_long_and_built_all_the_same(tmp_path: Path) -> None:
    def line(words: int) -> Line:
        text = [{"part": "Summary", "text": "A long word or two of it. " * 20}] * words
        project = write_cycle(tmp_path / str(words), corporate_text=text)
        return next(one for one in build(project, no_progress).lines if one.document == CORPORATE)

    short, long = line(10), line(200)
    assert (short.outcome, short.why) == ("built", "")
    assert (long.outcome, long.pages > MOST_PAGES[CORPORATE]) == ("built", True)
    assert long.why.startswith("longer than the 24 pages")
