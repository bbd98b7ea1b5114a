from __future__ import annotations

import pytest

from svcdocs.outputs import Entry, Manifest, Output, sha256_of
from svcdocs.outputs.decide import Decision, decide

NEW = Output("plan.docx", b"new", {})
BESIDE = "plan (new build).docx"


def decided(
    disk: dict[str, bytes], built: dict[str, bytes], output: Output = NEW, writing: bytes | None = None
) -> Decision:
    manifest = Manifest(
        {name: Entry(sha256_of(content), {}, "0.1.0") for name, content in built.items()},
        {output.name: sha256_of(writing)} if writing else {},
    )
    return decide(output, manifest, lambda name: sha256_of(disk[name]) if name in disk else None)


def test_a_missing_output_is_written() -> None:
    assert decided({}, {"plan.docx": b"old"}) == Decision(NEW, "plan.docx", must_write=True)


def test_an_output_as_it_was_built_is_written_over() -> None:
    assert decided({"plan.docx": b"old"}, {"plan.docx": b"old"}) == Decision(NEW, "plan.docx", must_write=True)


def test_an_output_that_is_the_same_already_is_not_written() -> None:
    assert decided({"plan.docx": b"new"}, {}) == Decision(NEW, "plan.docx", must_write=False)


def test_an_edited_output_gets_the_new_build_beside_it() -> None:
    assert decided({"plan.docx": b"by hand"}, {"plan.docx": b"old"}) == Decision(NEW, BESIDE, must_write=True)


def test_a_file_nobody_knows_of_counts_as_edited() -> None:
    assert decided({"plan.docx": b"from elsewhere"}, {}).is_beside


def test_a_new_build_beside_is_written_over_while_nobody_touched_it() -> None:
    built = {"plan.docx": b"old", BESIDE: b"newer"}
    assert decided({"plan.docx": b"by hand", BESIDE: b"newer"}, built) == Decision(NEW, BESIDE, must_write=True)


def test_a_new_build_beside_that_is_the_same_already_is_not_written() -> None:
    assert decided({"plan.docx": b"by hand", BESIDE: b"new"}, {BESIDE: b"new"}) == Decision(
        NEW, BESIDE, must_write=False
    )


def test_a_new_build_beside_that_was_edited_too_is_left_alone() -> None:
    disk = {"plan.docx": b"by hand", BESIDE: b"by hand too"}
    assert decided(disk, {"plan.docx": b"old", BESIDE: b"newer"}).target == "plan (new build 2).docx"


def test_a_new_build_renamed_over_the_edited_file_is_ours_again() -> None:
    assert decided({"plan.docx": b"newer"}, {"plan.docx": b"old", BESIDE: b"newer"}).target == "plan.docx"


def test_a_new_build_that_nobody_needs_any_more_is_named() -> None:
    built = {"plan.docx": b"old", BESIDE: b"newer"}
    assert decided({"plan.docx": b"old", BESIDE: b"newer"}, built).superseded == (BESIDE,)
    assert decided({"plan.docx": b"old", BESIDE: b"by hand"}, built).superseded == ()


def test_what_a_build_had_put_in_place_when_it_was_cut_short_is_no_edit() -> None:
    assert not decided({"plan.docx": b"half a build"}, {"plan.docx": b"old"}, writing=b"half a build").is_beside


def test_a_file_that_nobody_edits_is_always_written_over() -> None:
    report = Output("report.html", b"new", {}, keep_edits=False)
    assert decided({"report.html": b"anything"}, {}, report) == Decision(report, "report.html", must_write=True)


@pytest.mark.parametrize(
    "name", ["", "/etc/plan", "../plan", "a/../../b", "a\\b", "c:plan", "a//b", "manifest.json", "what?.docx"]
)
def test_a_name_that_leads_out_of_the_folder_or_is_none_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a name for an output"):
        Output(name, b"", {})
