from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from svcdocs.errors import SvcdocsError
from svcdocs.project import Project, settings_text


@pytest.fixture(autouse=True)
def version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("svcdocs.project.folder.__version__", "0.1.0")


@pytest.fixture
def cycle(tmp_path: Path) -> Path:
    folder = tmp_path / "fenmoor-2027"
    folder.mkdir()
    (folder / "svcdocs.toml").write_text(settings_text(program="0.1.0"), encoding="utf-8")
    return folder


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def configure(folder: Path, text: str) -> None:
    (folder / "svcdocs.toml").write_text(text, encoding="utf-8")


def test_every_place_of_a_cycle_is_an_absolute_path_in_it(cycle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(cycle.parent)
    project = Project.open("fenmoor-2027")
    assert project.folder == cycle
    assert project.framework == cycle / "framework.xlsx"
    assert (
        project.service_plan("Housing & Homelessness") == cycle / "output/service-plans/housing-and-homelessness.docx"
    )
    assert project.service_plan("Parks", form="readable", suffix=".pdf").name == "parks-readable.pdf"
    assert project.corporate_plan == cycle / "output/corporate-plan.docx"
    assert project.findings_json == cycle / "output/findings.json"
    assert project.manifest == cycle / "output/manifest.json"
    assert project.plans_json == cycle / "output/data/plans.json"
    assert project.issued_on(date(2026, 11, 2)) == cycle / "issued/2026-11-02"
    assert project.logo is None


def test_settings_move_what_they_name(cycle: Path) -> None:
    put(cycle, "../shared/framework.xlsx", "arms.png", "../2026/plans.json")
    configure(
        cycle,
        '[paths]\nframework = "../shared/framework.xlsx"\noutput = "../documents"\n[branding]\nlogo = "arms.png"\n',
    )
    project = Project.open(cycle)
    assert project.framework.resolve() == cycle.parent / "shared" / "framework.xlsx"
    assert project.report.resolve() == cycle.parent / "documents" / "report.html"
    assert project.logo == cycle / "arms.png"


def test_workbooks_are_listed_by_name_at_any_depth_without_locks_and_hidden_files(cycle: Path) -> None:
    put(
        cycle / "workbooks",
        *("Parks.xlsx", "adult care.XLSX", "culture/libraries.xlsm", "old.xls"),
        *("~$Parks.xlsx", ".~lock.Parks.xlsx#", ".hidden.xlsx", ".trash/gone.xlsx", "read me.txt", "Thumbs.db"),
    )
    (cycle / "workbooks" / "folder.xlsx").mkdir()
    project = Project.open(cycle)
    assert [project.name_of(path) for path in project.workbooks()] == [
        "workbooks/adult care.XLSX",
        "workbooks/culture/libraries.xlsm",
        "workbooks/old.xls",
        "workbooks/Parks.xlsx",
    ]


def test_a_cycle_below_a_hidden_folder_still_has_its_workbooks(tmp_path: Path) -> None:
    put(tmp_path / ".sync" / "cycle", "svcdocs.toml", "workbooks/parks.xlsx")
    assert len(Project.open(tmp_path / ".sync" / "cycle").workbooks()) == 1


def test_a_new_cycle_has_no_workbooks_yet(cycle: Path) -> None:
    assert Project.open(cycle).workbooks() == []
    assert Project.open(cycle).inbox() == []


def test_the_council_s_own_template_goes_before_the_built_in_one(cycle: Path) -> None:
    put(cycle, "doc_templates/service-plan.docx")
    project = Project.open(cycle)
    assert project.own_doc_template("service-plan") == cycle / "doc_templates" / "service-plan.docx"
    assert project.own_doc_template("corporate-plan") is None


def test_a_file_outside_the_cycle_is_named_whole(cycle: Path) -> None:
    project = Project.open(cycle)
    assert project.name_of(cycle.parent / "other.xlsx") == (cycle.parent / "other.xlsx").as_posix()


def test_a_missing_folder_is_told_with_the_way_to_start(tmp_path: Path) -> None:
    with pytest.raises(SvcdocsError, match="there is no folder") as raised:
        Project.open(tmp_path / "fenmor")
    assert "svcdocs new FOLDER" in raised.value.hint


def test_a_folder_that_is_no_cycle_is_told_with_the_way_to_start(tmp_path: Path) -> None:
    with pytest.raises(SvcdocsError, match="is not a planning cycle") as raised:
        Project.open(tmp_path)
    assert raised.value.hint == "`svcdocs new FOLDER` starts one"


def test_a_folder_inside_a_cycle_is_answered_with_the_cycle(cycle: Path) -> None:
    (cycle / "workbooks").mkdir()
    with pytest.raises(SvcdocsError, match="is not a planning cycle") as raised:
        Project.open(cycle / "workbooks")
    assert raised.value.hint == f"the cycle it lies in is {cycle}"


def test_a_file_is_answered_with_its_folder(cycle: Path) -> None:
    with pytest.raises(SvcdocsError, match="is a file, not a folder") as raised:
        Project.open(cycle / "svcdocs.toml")
    assert str(cycle) in raised.value.hint


def test_a_setting_that_points_at_nothing_is_told(cycle: Path) -> None:
    configure(cycle, '[paths]\nworkbooks = "retruns"\n[branding]\nlogo = "arms.png"\n')
    with pytest.raises(SvcdocsError, match=r"nothing at workbooks = 'retruns', logo = 'arms.png'"):
        Project.open(cycle)


@pytest.mark.parametrize("output", [".", "workbooks", "inbox/out", "issued", ".."])
def test_documents_may_not_be_written_among_originals(output: str, cycle: Path) -> None:
    configure(cycle, f'[paths]\noutput = "{output}"\n')
    with pytest.raises(SvcdocsError, match="would mix documents with"):
        Project.open(cycle)


def test_originals_may_not_be_kept_among_documents(cycle: Path) -> None:
    configure(cycle, '[paths]\nreceived = "output/received"\n')
    with pytest.raises(SvcdocsError, match="would mix documents with output/received"):
        Project.open(cycle)


@pytest.mark.parametrize("program", ["", "0.0.9", "0.1.7"])
def test_a_cycle_made_with_an_earlier_version_or_a_later_patch_is_opened(program: str, cycle: Path) -> None:
    configure(cycle, f'program = "{program}"\n')
    assert Project.open(cycle).settings.program == program


@pytest.mark.parametrize("program", ["0.2.0", "1.0rc1"])
def test_a_cycle_made_with_a_later_version_is_refused(program: str, cycle: Path) -> None:
    configure(cycle, f'program = "{program}"\n')
    with pytest.raises(SvcdocsError, match=f"this cycle is made with svcdocs {program}"):
        Project.open(cycle)
