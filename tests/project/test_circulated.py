from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs import __version__
from svcdocs.errors import SvcdocsError
from svcdocs.files import sha256_of
from svcdocs.project import Circulated, Circulation, Kept, Project, settings_text
from svcdocs.project.circulated import RECORD


def a_project(folder: Path) -> Project:
    (folder / "svcdocs.toml").write_text(settings_text(program=__version__), encoding="utf-8")
    return Project.open(folder)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return a_project(tmp_path)


def a_line(number: int = 1, content: bytes = b"one", version: str = "Draft 3", **more: str) -> Circulated:
    values = {"document": "service-plans/parks.docx", "service": "Parks", "day": "2027-02-14", **more}
    return Circulated(
        number=number,
        version=version,
        file=f"circulation/{version}/parks.docx",
        sha256=sha256_of(content),
        data=f"circulation/{version}/plans.json",
        data_sha256=sha256_of(b"{}"),
        program=__version__,
        inputs={"framework.xlsx": "ab"},
        **values,
    )


def add(project: Project, *lines: Circulated, content: bytes = b"one") -> Circulation:
    contents = {project.folder / line.file: content for line in lines}
    contents |= {project.folder / line.data: b"{}" for line in lines}
    return Circulation.open(project).add(lines, contents)


def test_what_is_circulated_is_frozen_and_written_down(project: Project) -> None:
    add(project, a_line())
    read = Circulation.open(project)
    assert read.copies == (a_line(),)
    assert (project.folder / a_line().file).read_bytes() == b"one"
    assert read.kept(a_line().file, a_line().sha256) is Kept.AS_IT_WAS
    assert read.not_kept() == {}


def test_a_copy_is_marked_as_one_that_is_not_to_be_changed(project: Project) -> None:
    add(project, a_line())
    for file in (a_line().file, a_line().data):
        assert not (project.folder / file).stat().st_mode & stat.S_IWRITE
    assert (project.circulation_dir / RECORD).stat().st_mode & stat.S_IWRITE


@given(st.lists(st.tuples(st.sampled_from(["Draft 1", "Draft 2"]), st.binary(max_size=3)), max_size=5))
def test_nothing_that_lies_there_ever_changes(rounds: list[tuple[str, bytes]]) -> None:
    with TemporaryDirectory() as place:
        project = a_project(Path(place))
        before: dict[Path, bytes] = {}
        for number, (version, content) in enumerate(rounds, 1):
            try:
                add(project, a_line(number, content, version), content=content)
            except SvcdocsError:
                assert any(content != before.get(path, content) for path in before)
            now = {path: path.read_bytes() for path in project.circulation_dir.rglob("*") if path.is_file()}
            assert all(now[path].startswith(held) for path, held in before.items() if path.name == RECORD)
            assert all(now[path] == held for path, held in before.items() if path.name != RECORD)
            before = now
        assert len(Circulation.open(project).copies) <= len(rounds)


def test_another_file_in_the_place_of_a_copy_stays_and_nothing_is_written(project: Project) -> None:
    add(project, a_line())
    before = (project.circulation_dir / RECORD).read_bytes()
    with pytest.raises(SvcdocsError, match="lies there already"):
        add(project, a_line(2, b"two"), content=b"two")
    assert (project.folder / a_line().file).read_bytes() == b"one"
    assert (project.circulation_dir / RECORD).read_bytes() == before


def test_where_the_record_cannot_be_written_there_is_no_copy_either(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(source: Path, target: Path) -> OSError | None:
        if target.name == RECORD:
            return PermissionError(13, "held")
        source.replace(target)
        return None

    monkeypatch.setattr("svcdocs.files.replace", refused)
    with pytest.raises(SvcdocsError, match="cannot be written: held"):
        add(project, a_line())
    assert not project.circulation_dir.exists()


def test_what_somebody_else_wrote_into_the_record_meanwhile_is_not_lost(project: Project) -> None:
    opened = Circulation.open(project)
    add(project, a_line())
    with pytest.raises(SvcdocsError, match="written to by somebody else"):
        opened.add([a_line(1, version="Draft 4")], {project.folder / "circulation/Draft 4/parks.docx": b"one"})
    assert Circulation.open(project).copies == (a_line(),)


def test_a_line_cut_in_half_is_told_and_the_next_goes_on_a_line_of_its_own(project: Project) -> None:
    add(project, a_line(), replace(a_line(2), document="corporate-plan.docx", file="circulation/Draft 3/c.docx"))
    path = project.circulation_dir / RECORD
    path.write_bytes(path.read_bytes()[:-40])
    cut = Circulation.open(project)
    assert [finding.message for finding in cut.findings] == [
        "Line 2 of circulation/circulated.jsonl cannot be understood, so what it records is not known."
    ]
    assert (cut.copies, cut.next_number) == ((a_line(),), 3)
    again = add(project, a_line(3, version="Draft 4"))
    assert again.copies == Circulation.open(project).copies == (a_line(), a_line(3, version="Draft 4"))


@pytest.mark.parametrize(
    "changes", [{"number": "1"}, {"number": 0}, {"inputs": []}, {"inputs": {"a": 1}}, {"file": None}, {"data": 7}]
)
def test_a_line_that_says_something_else_than_it_should_is_told(project: Project, changes: dict[str, object]) -> None:
    add(project, a_line())
    path = project.circulation_dir / RECORD
    path.write_bytes(json.dumps(json.loads(path.read_bytes()) | changes).encode())
    read = Circulation.open(project)
    assert (read.copies, len(read.findings)) == ((), 1)


def test_a_copy_that_was_changed_or_deleted_is_noticed(project: Project) -> None:
    add(project, a_line(), a_line(2, version="Draft 4"))
    first, second = (project.folder / one.file for one in (a_line(), a_line(2, version="Draft 4")))
    first.chmod(0o666)
    first.write_bytes(b"other")
    second.chmod(0o666)
    second.unlink()
    assert Circulation.open(project).not_kept() == {
        "circulation/Draft 3/parks.docx": Kept.CHANGED,
        "circulation/Draft 4/parks.docx": Kept.GONE,
    }


def test_a_copy_that_is_held_is_not_taken_for_a_changed_one(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(_file: Path) -> str:
        raise PermissionError(13, "held")

    add(project, a_line())
    monkeypatch.setattr("svcdocs.project.circulated.sha256_of_file", held)
    assert Circulation.open(project).kept(a_line().file, "ab") is Kept.UNREADABLE


def test_the_version_seen_before_is_the_last_of_another_name(project: Project) -> None:
    add(project, a_line(1, version="Draft 2"), a_line(2), a_line(3, version="Draft 4", service="Homes"))
    read = Circulation.open(project)
    seen = {version: read.before("parks", version) for version in ("Draft 4", " draft  3", "Draft 2")}
    assert {version: copy and copy.version for version, copy in seen.items()} == {
        "Draft 4": "Draft 3", " draft  3": "Draft 2", "Draft 2": "Draft 3",
    }  # fmt: skip
    assert read.before("Streets", "Draft 4") is None
    assert read.before("Green spaces", "Draft 9", lambda name: name.replace("Parks", "Green spaces")) == a_line(2)
