from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest

from svcdocs.errors import SvcdocsError
from svcdocs.outputs import Entry, Manifest, read_manifest, sha256_of, sha256_of_file
from svcdocs.outputs.manifest import beside, manifest_bytes, output_state

BUILT = Manifest({"a.docx": Entry("built", {"framework.xlsx": "f1", "parks.xlsx": "p1"}, "0.1.0")})
NOW = {"framework.xlsx": "f1", "parks.xlsx": "p1"}


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    manifest = Manifest(BUILT.outputs, {"b.docx": "half"})
    (tmp_path / "manifest.json").write_bytes(manifest_bytes(manifest))
    assert read_manifest(tmp_path) == manifest


def test_a_folder_without_a_manifest_has_an_empty_one(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) == Manifest()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"schema": 1, "outputs": {"a": 5}}', '{"schema": "x", "outputs": {}}']
)
def test_a_damaged_manifest_is_told_with_the_way_on(text: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(SvcdocsError, match="cannot be read") as raised:
        read_manifest(tmp_path)
    assert "delete it and build again" in raised.value.hint


def test_a_manifest_of_a_later_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"schema": 2, "outputs": {}}), encoding="utf-8")
    with pytest.raises(SvcdocsError, match="later version"):
        read_manifest(tmp_path)


def test_an_output_is_current_while_its_inputs_are_what_they_were() -> None:
    state = output_state("a.docx", BUILT, "built", NOW)
    assert (state.is_built, state.is_present, state.is_edited, state.is_stale) == (True, True, False, False)


@pytest.mark.parametrize(
    ("now", "changed"),
    [
        ({**NOW, "parks.xlsx": "p2"}, ("parks.xlsx",)),
        ({**NOW, "more.xlsx": "m"}, ("more.xlsx",)),
        ({"framework.xlsx": "f2"}, ("framework.xlsx", "parks.xlsx")),
    ],
    ids=["changed", "added", "changed and gone"],
)
def test_an_output_is_stale_when_an_input_is_another(now: dict[str, str], changed: tuple[str, ...]) -> None:
    state = output_state("a.docx", BUILT, "built", now)
    assert state.is_stale
    assert state.changed_inputs == changed


def test_an_output_of_another_hash_was_edited() -> None:
    assert output_state("a.docx", BUILT, "by hand", NOW).is_edited


def test_an_output_that_was_deleted_is_not_present() -> None:
    state = output_state("a.docx", BUILT, None, NOW)
    assert (state.is_built, state.is_present, state.is_edited) == (True, False, False)


def test_an_output_never_built_is_not_called_stale() -> None:
    state = output_state("b.docx", BUILT, None, NOW)
    assert (state.is_built, state.is_stale) == (False, False)


def test_a_new_build_that_was_renamed_over_the_edited_file_brings_its_record() -> None:
    newer = Entry("newer", {"framework.xlsx": "f2"}, "0.1.0")
    manifest = Manifest({**BUILT.outputs, "a (new build).docx": newer})
    state = output_state("a.docx", manifest, "newer", {"framework.xlsx": "f2"})
    assert (state.is_edited, state.is_stale) == (False, False)


def test_new_builds_are_named_beside_their_output() -> None:
    assert list(islice(beside("plans/a.b.docx"), 2)) == ["plans/a.b (new build).docx", "plans/a.b (new build 2).docx"]


def test_a_file_and_its_content_have_the_same_hash(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"plan")
    assert sha256_of_file(tmp_path / "x") == sha256_of(b"plan")
