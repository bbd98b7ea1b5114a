"""What came without a reference is given one, which stays with it however it is rewritten."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from svcdocs.project import Project, read_register
from tests.returns import LATER, codes, filled, put, sent_out, take


def given(project: Project) -> dict[str, str]:
    return {each.ref: each.words for each in read_register(project)}


def receive(project: Project, *titles: str, **parts: Any) -> tuple[str, ...]:
    """Receive a return with actions that have no reference; what the receipt says of references."""
    put(project, "parks.xlsx", filled(actions=[{"title": title} for title in titles], **parts))
    return take(project, LATER, alone=True).receipts[0].given


def test_what_has_no_reference_is_given_one_and_the_receipt_says_so(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    told = receive(project, "Mow the lawn", objectives=[{"text": "Better parks"}, {"ref": "P2", "text": "More parks"}])
    assert told == ("PA-x1: Better parks (Objectives A6)", "PA-x2: Mow the lawn (Actions A6)")
    assert given(project) == {"PA-x1": "Better parks", "PA-x2": "Mow the lawn"}


def test_a_reference_stays_with_what_is_moved_and_rewritten(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    receive(project, "Mow the lawn by the lake", "Sow the meadow")
    told = receive(project, "Sow the meadow", "Mow the lawn by the lake twice", "Paint the benches")
    assert told == ("PA-x3: Paint the benches (Actions A8)",)
    assert given(project) == {
        "PA-x1": "Mow the lawn by the lake twice",
        "PA-x2": "Sow the meadow",
        "PA-x3": "Paint the benches",
    }


def test_a_reference_is_never_given_again_when_its_record_is_gone(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    receive(project, "Mow the lawn by the lake", "Sow the meadow")
    receive(project, "Sow the meadow")
    assert receive(project, "Sow the meadow", "Paint the benches") == ("PA-x3: Paint the benches (Actions A7)",)
    assert list(given(project)) == ["PA-x1", "PA-x2", "PA-x3"]


def test_a_record_that_takes_its_reference_over_keeps_it(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    receive(project, "Mow the lawn by the lake", "Sow the meadow")
    put(project, "parks.xlsx", filled(actions=[{"ref": "PA-x1", "title": "Mow"}, {"title": "Sow the meadow"}]))
    assert take(project, LATER, alone=True).receipts[0].given == ()
    assert list(given(project)) == ["PA-x1", "PA-x2"]


def test_two_records_that_say_the_same_have_two_references(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    receive(project, "Mow the lawn", "Mow the lawn")
    assert receive(project, "Mow the lawn", "Mow the lawn", by="Ann") == ()
    assert list(given(project)) == ["PA-x1", "PA-x2"]


def test_a_register_that_cannot_be_understood_is_told_and_not_written_over(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    receive(project, "Mow the lawn")
    register = project.received_dir / "register.json"
    register.write_bytes(b"{")
    put(project, "parks.xlsx", filled(actions=[{"title": "Sow"}]))
    received = take(project, LATER)
    assert codes(received) == ["refs-not-given"]
    assert received.receipts
    assert register.read_bytes() == b"{"


def test_the_register_says_when_each_reference_was_given(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    receive(project, "Mow the lawn")
    (entry,) = json.loads((project.received_dir / "register.json").read_bytes())["given"]
    assert entry == {
        "ref": "PA-x1",
        "service": "Parks",
        "part": "actions",
        "words": "Mow the lawn",
        "given": "2026-12-08",
    }
