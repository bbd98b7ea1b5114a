from __future__ import annotations

import json
import shutil
import stat
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from svcdocs import __version__
from svcdocs.cli.main import main
from svcdocs.commands import circulate as verb
from svcdocs.commands.build import SetOnPages, build
from svcdocs.commands.circulate import ALREADY, CIRCULATED, NOT, PUT_BACK, Frozen, circulate
from svcdocs.commands.intake import Progress
from svcdocs.commands.printing import Paged, Print, pdf_inputs, pdf_name
from svcdocs.errors import SvcdocsError
from svcdocs.exports.plans import read_plans
from svcdocs.model.fingerprint import fingerprint_of
from svcdocs.outputs import Output, sha256_of
from svcdocs.project import Circulated, Circulation, Project
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.writer import write_framework
from tests.cycles import framework, no_progress, plan, workbook, write_cycle

DAY, LATER = date(2027, 2, 14), date(2027, 3, 1)
PARKS, HOMES, CORPORATE = "service-plans/parks.docx", "service-plans/homes.docx", "corporate-plan.docx"
ABOUT = {
    "council": "Saltmarsh Borough Council",
    "first_year": "2027/28",
    "version": "Draft 3",
    "version_date": {"text": "14 February 2027"},
}
FOLDER = "circulation/Draft 3 (14 February 2027)"


def a_cycle(folder: Path, **about: str) -> Project:
    return write_cycle(folder, about=ABOUT | about)


def say(project: Project, **about: Any) -> None:
    """Another framework in the same cycle."""
    council = framework(about=ABOUT | about)
    project.framework.write_bytes(write_framework(council, Identity(kind="framework")))


def change(project: Project, **changes: Any) -> None:
    """Another return of Parks."""
    content = workbook(plan("Parks", **changes), framework(about=ABOUT))
    (project.workbooks_dir / "parks.xlsx").write_bytes(content)


def sent(project: Project, day: date = DAY, only: Sequence[str] = ()) -> Frozen:
    return circulate(project, day, no_progress, only=only)


def outcomes(frozen: Frozen) -> dict[str, str]:
    return {line.document: line.outcome for line in frozen.lines}


def why(frozen: Frozen, document: str) -> tuple[str, str]:
    return next((line.why, line.remedy) for line in frozen.lines if line.document == document)


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def record(project: Project) -> tuple[Circulated, ...]:
    return Circulation.open(project).copies


@pytest.fixture(scope="module")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    build(a_cycle(folder), no_progress)
    return folder


@pytest.fixture
def project(_built: Path, tmp_path: Path) -> Project:
    """A cycle whose documents are built as Draft 3."""
    shutil.copytree(_built, tmp_path / "cycle")
    return Project.open(tmp_path / "cycle")


def test_every_document_is_copied_byte_for_byte_under_a_name_that_says_what_it_is(project: Project) -> None:
    frozen = sent(project)
    assert set(outcomes(frozen).values()) == {CIRCULATED}
    for line in frozen.lines:
        assert (project.folder / line.file).read_bytes() == (project.output_dir / line.document).read_bytes()
    assert sorted(path.name for path in (project.folder / FOLDER).iterdir()) == [
        "Annex A - Actions - Corporate plan 2027-28 - Draft 3 - 14 February 2027.docx",
        "Annex B - Indicators - Corporate plan 2027-28 - Draft 3 - 14 February 2027.docx",
        "Annex C - Who needs whose help - Corporate plan 2027-28 - Draft 3 - 14 February 2027.docx",
        "Annex D - Index - Corporate plan 2027-28 - Draft 3 - 14 February 2027.docx",
        "Annex E - Abbreviations - Corporate plan 2027-28 - Draft 3 - 14 February 2027.docx",
        "Corporate plan - summary 2027-28 - Draft 3 - 14 February 2027.docx",
        "Corporate plan 2027-28 - Draft 3 - 14 February 2027.docx",
        "Data of the Corporate plan, 2027-28 - Draft 3 - 14 February 2027.xlsx",
        "Homes - Service plan 2027-28 - Draft 3 - 14 February 2027.docx",
        "Parks - Service plan 2027-28 - Draft 3 - 14 February 2027.docx",
        "Report to Council - Corporate plan 2027-28 - Draft 3 - 14 February 2027.docx",
        "plans.json",
    ]


def test_the_record_says_of_each_copy_what_it_is_and_what_it_was_made_from(project: Project) -> None:
    sent(project)
    lines = (project.circulation_dir / "circulated.jsonl").read_text(encoding="utf-8").splitlines()
    first = json.loads(lines[0])
    assert (first["number"], first["day"], first["service"]) == (1, "2027-02-14", "Parks")
    assert (first["version"], first["status"], first["date"]) == ("Draft 3", "Draft", "14 February 2027")
    assert first["file"] == f"{FOLDER}/Parks - Service plan 2027-28 - Draft 3 - 14 February 2027.docx"
    assert first["sha256"] == sha256_of((project.folder / first["file"]).read_bytes())
    held = read_plans((project.folder / first["data"]).read_bytes(), "plans.json")
    assert first["data_sha256"] == sha256_of(project.plans_json.read_bytes())
    assert first["fingerprint"] == fingerprint_of(held.plans[0])
    assert {"framework.xlsx", "workbooks/parks.xlsx", "built-in service-plan.docx"} <= set(first["inputs"])
    assert [json.loads(line)["number"] for line in lines] == list(range(1, len(lines) + 1))


def test_the_same_inputs_and_day_give_the_same_bytes(project: Project, tmp_path: Path) -> None:
    shutil.copytree(project.folder, tmp_path / "again")
    other = Project.open(tmp_path / "again")
    sent(project)
    sent(other)
    one, two = (files(each.circulation_dir) for each in (project, other))
    assert {path.relative_to(project.folder): held for path, held in one.items()} == {
        path.relative_to(other.folder): held for path, held in two.items()
    }


def test_what_was_circulated_already_is_not_circulated_twice(project: Project) -> None:
    sent(project)
    before = files(project.circulation_dir)
    again = sent(project, LATER)
    assert set(outcomes(again).values()) == {ALREADY}
    assert not again.blocks
    assert files(project.circulation_dir) == before


def test_circulating_makes_no_document_out_of_date(project: Project) -> None:
    before = files(project.output_dir)
    sent(project)
    build(project, no_progress)
    after = files(project.output_dir)
    assert {path for path in before if before[path] != after[path]} <= {project.report, project.manifest}
    assert set(outcomes(sent(project)).values()) == {ALREADY}


def test_a_version_stays_what_was_sent_and_what_has_changed_needs_another(project: Project) -> None:
    sent(project)
    before = files(project.circulation_dir)
    change(project, actions=[])
    build(project, no_progress, draft=True)
    refused = sent(project, LATER)
    assert refused.blocks
    assert outcomes(refused)[PARKS] == NOT
    assert outcomes(refused)[HOMES] == ALREADY
    said, remedy = why(refused, PARKS)
    assert said == "another Draft 3 was circulated on 14 February 2027"
    assert remedy.startswith("what was sent as Draft 3 stays what it was: type the name and date of the next version")
    assert remedy.endswith("(framework.xlsx, sheet About, B13, and the row below it), and build again")
    assert files(project.circulation_dir) == before
    say(project, version="Draft 4", version_date={"text": "1 March 2027"})
    build(project, no_progress, draft=True)
    frozen = sent(project, LATER)
    assert set(outcomes(frozen).values()) == {CIRCULATED}
    after = files(project.circulation_dir)
    assert after.pop(project.circulation_dir / "circulated.jsonl").startswith(
        before.pop(project.circulation_dir / "circulated.jsonl")
    )
    assert {path: after[path] for path in before} == before
    assert frozen.folder.name == "Draft 4 (1 March 2027)"


def test_capitals_and_blanks_make_no_other_version(project: Project) -> None:
    sent(project)
    say(project, version=" draft  3")
    change(project, actions=[])
    build(project, no_progress, draft=True)
    assert outcomes(sent(project, LATER))[PARKS] == NOT


def test_a_document_that_is_not_true_to_the_workbooks_does_not_go_out(project: Project) -> None:
    change(project, actions=[])
    frozen = sent(project)
    assert why(frozen, PARKS) == ("built before the last change of workbooks/parks.xlsx", "build again")
    assert outcomes(frozen)[HOMES] == CIRCULATED
    assert why(frozen, CORPORATE)[0] == "built before the last change of workbooks/parks.xlsx"
    assert frozen.blocks


def test_a_document_edited_in_word_does_not_go_out(project: Project) -> None:
    path = project.service_plan("Parks")
    path.write_bytes(path.read_bytes() + b" ")
    found = why(sent(project), PARKS)
    assert found == ("it was edited since it was built", "carry the edits into the workbook, and build again")


def test_a_document_that_is_not_there_does_not_go_out(project: Project) -> None:
    project.service_plan("Parks").unlink()
    assert why(sent(project), PARKS) == ("it is not there any more", "build again")


def test_a_document_that_was_never_built_does_not_go_out(tmp_path: Path) -> None:
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks")}, about=ABOUT)
    frozen = sent(project)
    assert why(frozen, PARKS) == ("not built yet", "build again")
    assert why(frozen, HOMES)[0] == "return awaited from Homes"
    assert set(outcomes(frozen).values()) == {NOT}
    assert not project.circulation_dir.exists()


def test_a_picture_that_has_come_since_makes_every_document_another(project: Project) -> None:
    (project.folder / "pictures").mkdir()
    (project.folder / "pictures" / "map.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    frozen = sent(project)
    assert {outcome for name, outcome in outcomes(frozen).items() if name.endswith(".docx")} == {NOT}
    assert why(frozen, CORPORATE) == ("built before the last change of pictures/map.png", "build again")


@pytest.mark.parametrize(
    ("program", "said"),
    [("0.0.9", "it was made with svcdocs 0.0.9, and this is "), (__version__, "a build would make it otherwise now")],
)
def test_a_document_that_this_program_would_not_make_so_does_not_go_out(
    project: Project, program: str, said: str
) -> None:
    manifest = json.loads(project.manifest.read_bytes())
    manifest["outputs"][PARKS] |= {"program": program, "sha256": sha256_of(b"older")}
    project.manifest.write_text(json.dumps(manifest), encoding="utf-8")
    project.service_plan("Parks").write_bytes(b"older")
    assert why(sent(project), PARKS)[0].startswith(said)


def test_the_last_good_copy_of_a_service_that_is_blocked_does_not_go_out(tmp_path: Path) -> None:
    project = a_cycle(tmp_path, stage="Final")
    build(project, no_progress, draft=True)
    change(project, actions=[{"ref": "P1.1", "title": "Mow", "finish": "31 September 2027"}])
    frozen = sent(project)
    said, remedy = why(frozen, PARKS)
    assert said.startswith("it is the last good copy: ")
    assert said.endswith("to be put right first")
    assert remedy == "have put right what is wrong, wait for what is awaited, and build again"


def test_what_was_built_as_a_draft_goes_out_as_one_and_says_so(tmp_path: Path) -> None:
    project = a_cycle(tmp_path, stage="Final", version="Version 1")
    build(project, no_progress, draft=True)
    sent(project, only=["Parks"])
    (copy,) = record(project)
    assert copy.file.endswith("/Parks - Service plan 2027-28 - Draft – Version 1 - 14 February 2027.docx")
    assert copy.status == "Draft"


def test_the_plans_of_some_services_alone_can_be_circulated(project: Project) -> None:
    frozen = sent(project, only=["Parks"])
    assert outcomes(frozen) == {PARKS: CIRCULATED}
    assert outcomes(sent(project))[PARKS] == ALREADY
    with pytest.raises(SvcdocsError, match="no service 'Parcs'"):
        sent(project, only=["Parcs"])


def test_plans_circulated_later_under_one_version_keep_the_data_of_their_own_day(project: Project) -> None:
    sent(project, only=["Homes"])
    change(project, actions=[])
    build(project, no_progress, draft=True)
    sent(project, LATER, only=["Parks"])
    homes, parks = record(project)
    assert homes.data == f"{FOLDER}/plans.json"
    assert parks.data == f"{FOLDER}/plans 2.json"
    assert read_plans((project.folder / parks.data).read_bytes(), "").plans[0].actions == ()


def test_without_a_version_nothing_goes_out_and_the_cell_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = a_cycle(tmp_path, version="")
    build(project, no_progress)
    assert main(["circulate", str(tmp_path), "--today", "2027-02-14"]) == 2
    printed = capsys.readouterr().err
    assert "nothing can be circulated, because it has no version yet: framework.xlsx, sheet About, B13" in printed
    assert "hint: type what this round is called" in printed
    assert not project.circulation_dir.exists()


def test_a_day_before_the_last_of_the_record_is_refused(project: Project) -> None:
    sent(project, LATER, only=["Parks"])
    before = files(project.circulation_dir)
    with pytest.raises(SvcdocsError, match="circulated on 1 March 2027 already, and today is said to be 14 February"):
        sent(project, DAY)
    assert files(project.circulation_dir) == before


def copy_of(project: Project, document: str) -> Path:
    return next(project.folder / copy.file for copy in record(project) if copy.document == document)


def test_a_copy_that_was_deleted_is_put_back_from_the_document_it_was_made_of(project: Project) -> None:
    sent(project)
    before, copy = files(project.circulation_dir), copy_of(project, PARKS)
    copy.chmod(stat.S_IREAD | stat.S_IWRITE)
    copy.unlink()
    assert outcomes(sent(project, LATER))[PARKS] == PUT_BACK
    assert files(project.circulation_dir) == before


def test_a_copy_that_was_changed_is_told_and_not_written_over(project: Project) -> None:
    sent(project)
    copy = copy_of(project, PARKS)
    copy.chmod(stat.S_IREAD | stat.S_IWRITE)
    copy.write_bytes(b"scribbled")
    frozen = sent(project, LATER)
    assert why(frozen, PARKS) == (
        f"its copy of 14 February 2027 is changed since: {project.name_of(copy)}",
        "put the file back from a backup copy; it is not written over here",
    )
    assert frozen.not_kept == ()
    assert copy.read_bytes() == b"scribbled"


def test_copies_of_an_earlier_version_that_are_gone_are_told(project: Project) -> None:
    sent(project)
    copy = copy_of(project, PARKS)
    copy.chmod(stat.S_IREAD | stat.S_IWRITE)
    copy.unlink()
    say(project, version="Draft 4")
    build(project, no_progress)
    frozen = sent(project, LATER)
    assert [file for file, _ in frozen.not_kept] == [project.name_of(copy)]
    assert not frozen.blocks


def test_a_document_whose_line_was_cut_in_half_is_written_down_again_with_the_copy_that_lies_there(
    project: Project,
) -> None:
    sent(project)
    path = project.circulation_dir / "circulated.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole[:-100])
    again = sent(project, LATER)
    assert list(outcomes(again).values()).count(CIRCULATED) == 1
    assert len(again.findings) == 1
    assert path.read_bytes().startswith(whole[:-100])
    assert set(outcomes(sent(project, LATER)).values()) == {ALREADY}


def test_a_file_of_somebody_else_under_the_name_of_a_copy_stays(project: Project) -> None:
    place = project.folder / FOLDER / "Parks - Service plan 2027-28 - Draft 3 - 14 February 2027.docx"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"mine")
    frozen = sent(project)
    assert why(frozen, PARKS)[0].endswith("lies there already, and the record does not tell of it")
    assert outcomes(frozen)[HOMES] == CIRCULATED
    assert place.read_bytes() == b"mine"


def test_where_the_folder_cannot_be_written_nothing_is_and_it_is_told(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_source: Path, target: Path) -> OSError | None:
        return PermissionError(13, "held by OneDrive") if "Homes" in target.name else None

    monkeypatch.setattr("svcdocs.files.replace", refused)
    with pytest.raises(SvcdocsError, match="held by OneDrive"):
        sent(project)
    assert not project.circulation_dir.exists()


def test_a_path_that_windows_does_not_take_is_told_as_such(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("svcdocs.files.replace", lambda _source, _target: OSError(2, "no such file"))
    monkeypatch.setattr(verb, "LONGEST_PATH", 20)
    with pytest.raises(SvcdocsError, match="characters, and Windows takes 20") as told:
        sent(project)
    assert told.value.hint.startswith("move the cycle folder up")


def test_a_document_that_is_open_elsewhere_is_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def held(path: Path) -> bytes:
        if path == project.service_plan("Parks"):
            raise PermissionError(13, "held")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", held)
    assert why(sent(project), PARKS) == ("it is held by another program", "close it there, and do this again")


def with_pdfs(mark: bytes) -> SetOnPages:
    """Sets documents on pages as a program would that makes other bytes each time."""

    def set_on_pages(prints: Sequence[Print], _progress: Progress) -> Paged:
        outputs = [one.whole() for one in prints]
        pdfs = [Output(pdf_name(one.name), mark, pdf_inputs(one.name, one.content, one.inputs)) for one in outputs]
        return Paged((*outputs, *pdfs), {one.name: 1 for one in outputs}, has_pdfs=True)

    return set_on_pages


def test_a_pdf_goes_out_beside_its_document_and_counts_as_the_same_however_often_it_is_made(project: Project) -> None:
    build(project, no_progress, set_on_pages=with_pdfs(b"%PDF one"))
    sent(project, only=["Parks"])
    word, pdf = record(project)
    assert (word.document, pdf.document) == (PARKS, "service-plans/parks.pdf")
    assert pdf.file == f"{word.file.removesuffix('.docx')}.pdf"
    assert (project.folder / pdf.file).read_bytes() == b"%PDF one"
    build(project, no_progress, set_on_pages=with_pdfs(b"%PDF two"))
    assert set(outcomes(sent(project, only=["Parks"])).values()) == {ALREADY}


def test_a_pdf_of_an_earlier_build_does_not_go_out(project: Project) -> None:
    build(project, no_progress, set_on_pages=with_pdfs(b"%PDF one"))
    change(project, actions=[])
    build(project, no_progress, draft=True)
    frozen = sent(project, only=["Parks"])
    assert outcomes(frozen)[PARKS] == CIRCULATED
    assert why(frozen, "service-plans/parks.pdf") == ("it is of an earlier build", "build with --pdf")
    (project.output_dir / "service-plans" / "parks.pdf").write_bytes(b"%PDF mine")
    assert why(sent(project, only=["Parks"]), "service-plans/parks.pdf")[0] == "it was changed since it was made"


def test_services_of_any_name_and_versions_of_any_text_get_copies(tmp_path: Path) -> None:
    names = ("../Up: & over", "خدمات 🏡", "N" * 150)
    services = [{"service": name} for name in names]
    plans = {f"{number}.xlsx": plan(name) for number, name in enumerate(names)}
    project = write_cycle(tmp_path, plans, services=services, about=ABOUT | {"version": 'v1/2: "last?"'})
    build(project, no_progress, draft=True)
    frozen = sent(project)
    assert set(outcomes(frozen).values()) == {CIRCULATED}
    assert {path.parent.parent for path in files(project.circulation_dir)} <= {
        project.folder, project.circulation_dir,
    }  # fmt: skip
    assert frozen.folder.name == "v1-2 - 'last-' (14 February 2027)"


def test_public_editions_letters_and_the_officers_page_do_not_go_out(tmp_path: Path) -> None:
    project = a_cycle(tmp_path)
    build(project, no_progress, public=True, today=DAY)
    assert (project.output_dir / "public" / "parks.docx").is_file()
    assert not any(name.startswith(("public/", "letters/", "report")) for name in outcomes(sent(project)))
