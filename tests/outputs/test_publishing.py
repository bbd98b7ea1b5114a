from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.errors import SvcdocsError
from svcdocs.outputs import Outcome, Output, Published, publish, read_manifest, sha256_of, survey

real_replace = os.replace


def output(name: str, content: str, **inputs: str) -> Output:
    return Output(name, content.encode(), inputs)


def put(folder: Path, *outputs: Output) -> Published:
    return publish(folder, outputs, program="0.1.0")


def files(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "manifest.json")
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


def refuse(monkeypatch: pytest.MonkeyPatch, is_held: Callable[[Path], bool]) -> list[str]:
    """Makes the system refuse to replace some files; gives back the names of those that were tried."""
    tried: list[str] = []

    def replace(source: str | Path, target: str | Path) -> None:
        if is_held(Path(target)):
            tried.append(Path(target).name)
            raise PermissionError(errno.EACCES, "Access is denied", str(source), 5, str(target))
        real_replace(source, target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr("svcdocs.files._PAUSE", 0)
    return tried


def test_outputs_are_written_into_folders_that_are_made_for_them(tmp_path: Path) -> None:
    done = put(tmp_path / "output", output("service-plans/parks.docx", "parks"), output("corporate-plan.docx", "all"))
    assert files(tmp_path / "output") == {"service-plans/parks.docx": "parks", "corporate-plan.docx": "all"}
    assert [result.outcome for result in done.results] == [Outcome.WRITTEN, Outcome.WRITTEN]
    assert done.results[0].file == tmp_path / "output/service-plans/parks.docx"


def test_the_manifest_says_what_was_built_from_what_and_by_which_version(tmp_path: Path) -> None:
    put(tmp_path, output("a.docx", "a", framework="f1"))
    assert json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8")) == {
        "schema": 1,
        "outputs": {"a.docx": {"sha256": sha256_of(b"a"), "inputs": {"framework": "f1"}, "program": "0.1.0"}},
    }


def test_publishing_the_same_again_touches_no_file(tmp_path: Path) -> None:
    put(tmp_path, output("a.docx", "a", framework="f1"))
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    done = put(tmp_path, output("a.docx", "a", framework="f1"))
    assert [result.outcome for result in done.results] == [Outcome.UNCHANGED]
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_an_unchanged_output_is_recorded_with_its_new_inputs(tmp_path: Path) -> None:
    put(tmp_path, output("a.docx", "a", framework="f1"))
    assert survey(tmp_path, {"a.docx": {"framework": "f2"}})["a.docx"].is_stale
    put(tmp_path, output("a.docx", "a", framework="f2"))
    assert not survey(tmp_path, {"a.docx": {"framework": "f2"}})["a.docx"].is_stale


def test_outputs_that_are_not_in_the_set_stay_as_they_are(tmp_path: Path) -> None:
    put(tmp_path, output("a.docx", "a"), output("b.docx", "b"))
    put(tmp_path, output("b.docx", "b2"))
    assert files(tmp_path) == {"a.docx": "a", "b.docx": "b2"}
    assert set(read_manifest(tmp_path).outputs) == {"a.docx", "b.docx"}


def test_an_edited_output_is_left_alone_and_the_new_build_lies_beside_it(tmp_path: Path) -> None:
    put(tmp_path, output("a.docx", "a"))
    (tmp_path / "a.docx").write_text("by hand", encoding="utf-8")
    (kept,) = put(tmp_path, output("a.docx", "a2")).of(Outcome.KEPT)
    assert files(tmp_path) == {"a.docx": "by hand", "a (new build).docx": "a2"}
    assert kept.file == tmp_path / "a (new build).docx"
    assert "a.docx was edited since it was built" in kept.why
    assert "rename the new build" in kept.hint


def test_a_file_that_was_there_before_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("from last year", encoding="utf-8")
    (kept,) = put(tmp_path, output("a.docx", "a")).of(Outcome.KEPT)
    assert "was not built here" in kept.why


def test_taking_the_new_build_ends_the_matter(tmp_path: Path) -> None:
    put(tmp_path, output("a.docx", "a"))
    (tmp_path / "a.docx").write_text("by hand", encoding="utf-8")
    put(tmp_path, output("a.docx", "a2", parks="p2"))
    (tmp_path / "a (new build).docx").replace(tmp_path / "a.docx")
    assert not survey(tmp_path, {"a.docx": {"parks": "p2"}})["a.docx"].is_stale
    put(tmp_path, output("a.docx", "a3"))
    assert files(tmp_path) == {"a.docx": "a3"}


def test_deleting_the_edited_file_ends_the_matter_and_clears_the_new_build_away(tmp_path: Path) -> None:
    put(tmp_path, output("a.docx", "a"))
    (tmp_path / "a.docx").write_text("by hand", encoding="utf-8")
    put(tmp_path, output("a.docx", "a2"))
    (tmp_path / "a.docx").unlink()
    put(tmp_path, output("a.docx", "a3"))
    assert files(tmp_path) == {"a.docx": "a3"}
    assert set(read_manifest(tmp_path).outputs) == {"a.docx"}


def test_a_file_open_in_word_is_named_and_the_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, output("a.docx", "a", parks="p1"), output("b.docx", "b"))
    tried = refuse(monkeypatch, lambda target: target.name == "a.docx")
    done = put(tmp_path, output("a.docx", "a2", parks="p2"), output("b.docx", "b2"))
    assert files(tmp_path) == {"a.docx": "a", "b.docx": "b2"}
    assert tried == ["a.docx", "a.docx"]
    (refused,) = done.of(Outcome.REFUSED)
    assert "a.docx is open in another program" in refused.why
    assert refused.file is None
    assert survey(tmp_path, {"a.docx": {"parks": "p2"}})["a.docx"].is_stale


def test_a_file_that_was_open_is_written_by_the_next_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, output("a.docx", "a"))
    with monkeypatch.context() as held:
        refuse(held, lambda target: target.name == "a.docx")
        put(tmp_path, output("a.docx", "a2"))
    (result,) = put(tmp_path, output("a.docx", "a2")).results
    assert result.outcome is Outcome.WRITTEN
    assert files(tmp_path) == {"a.docx": "a2"}


def test_a_file_that_is_held_for_a_moment_is_written_at_the_second_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter([True])
    refuse(monkeypatch, lambda target: target.name == "a.docx" and next(moments, False))
    (result,) = put(tmp_path, output("a.docx", "a")).results
    assert result.outcome is Outcome.WRITTEN


def test_a_folder_in_the_place_of_an_output_is_told_and_the_others_are_written(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    done = put(tmp_path, output("a.docx", "a"), output("b.docx", "b"))
    assert [result.name for result in done.of(Outcome.REFUSED)] == ["a.docx"]
    assert files(tmp_path) == {"b.docx": "b"}


def test_when_one_output_cannot_be_prepared_none_is_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, output("a.docx", "a"), output("b.docx", "b"))
    written: list[int] = []

    def full_disk(descriptor: int) -> None:
        written.append(descriptor)
        if len(written) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(SvcdocsError, match="No space left"):
        put(tmp_path, output("a.docx", "a2"), output("b.docx", "b2"))
    assert files(tmp_path) == {"a.docx": "a", "b.docx": "b"}


def test_a_manifest_that_cannot_be_replaced_stops_the_build_before_it_changes_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, output("a.docx", "a"))
    refuse(monkeypatch, lambda target: target.name == "manifest.json")
    with pytest.raises(SvcdocsError, match=r"manifest\.json cannot be replaced"):
        put(tmp_path, output("a.docx", "a2"))
    assert files(tmp_path) == {"a.docx": "a"}


@pytest.mark.parametrize("cut_at", [1, 2, 3, 4])
def test_a_build_cut_short_anywhere_is_finished_by_the_next_and_takes_nothing_for_an_edit(
    cut_at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, output("a.docx", "a"), output("b.docx", "b"))
    steps: list[str] = []

    def replace(source: str | Path, target: str | Path) -> None:
        steps.append(str(target))
        if len(steps) == cut_at:
            raise KeyboardInterrupt
        real_replace(source, target)

    with monkeypatch.context() as cut:
        cut.setattr(os, "replace", replace)
        with pytest.raises(KeyboardInterrupt):
            put(tmp_path, output("a.docx", "a2"), output("b.docx", "b2"))
    put(tmp_path, output("c.docx", "c"))
    put(tmp_path, output("a.docx", "a3"), output("b.docx", "b3"))
    assert files(tmp_path) == {"a.docx": "a3", "b.docx": "b3", "c.docx": "c"}


def test_two_outputs_that_windows_takes_for_one_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SvcdocsError, match=r"both be service-plans/Parks\.docx"):
        put(tmp_path, output("service-plans/parks.docx", "a"), output("service-plans/Parks.docx", "b"))


def test_a_new_file_has_the_rights_that_any_new_file_has(tmp_path: Path) -> None:
    put(tmp_path, output("a.docx", "a"))
    (tmp_path / "usual").touch()
    assert (tmp_path / "a.docx").stat().st_mode == (tmp_path / "usual").stat().st_mode


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("build"), st.sampled_from("12")),
        st.tuples(st.just("edit"), st.sampled_from(["a.docx", "a (new build).docx", "a (new build 2).docx"])),
        st.tuples(st.just("delete"), st.sampled_from(["a.docx", "a (new build).docx"])),
        st.tuples(st.just("take"), st.just("a (new build).docx")),
    ),
    max_size=12,
)


@given(STEPS)
def test_whatever_people_do_between_builds_their_edits_stay_and_the_new_build_is_there(
    steps: list[tuple[str, str]],
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        theirs: dict[str, str] = {}
        for number, (step, what) in enumerate(steps):
            file = folder / what
            if step == "build":
                put(folder, output("a.docx", what))
                assert what in files(folder).values()
            elif step == "edit":
                file.write_text(f"by hand {number}", encoding="utf-8")
                theirs[what] = f"by hand {number}"
            elif file.exists():
                theirs.pop(what, None) if step == "delete" else theirs.update({"a.docx": theirs.pop(what, "")})
                file.unlink() if step == "delete" else file.replace(folder / "a.docx")
            theirs = {place: text for place, text in theirs.items() if text}
            assert theirs.items() <= files(folder).items()


def test_what_is_not_made_any_more_goes_unless_somebody_has_edited_it(tmp_path: Path) -> None:
    put(tmp_path, output("a.txt", "1"), output("b.txt", "1"), output("c.txt", "1"))
    (tmp_path / "b.txt").write_text("edited", encoding="utf-8")
    publish(tmp_path, [output("c.txt", "2")], program="0.1.0", gone=["a.txt", "b.txt", "never there.txt"])
    assert files(tmp_path) == {"b.txt": "edited", "c.txt": "2"}
    assert set(read_manifest(tmp_path).outputs) == {"b.txt", "c.txt"}
