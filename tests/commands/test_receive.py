"""What comes back is kept, put in its place and receipted; what cannot be used is told and left."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from svcdocs.commands.receive import Received
from svcdocs.model.states import State
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.writer import write_framework
from tests.cycles import MANY_HANDS, framework
from tests.returns import DAY, LATER, actions, bare, codes, events, filled, kept, nameless, put, sent_out, take, titles


def states(received: Received) -> dict[str, State]:
    return {each.contributor: each.state for each in received.standings}


def test_a_return_under_any_name_is_kept_and_becomes_the_workbook_that_counts(tmp_path: Path) -> None:
    project, content = sent_out(tmp_path), filled(actions=actions("Mow"))
    put(project, "v3_final_FINAL.xlsx", content)
    received = take(project)
    assert kept(project) == {"parks/001 2026-12-01 v3_final_FINAL.xlsx": content}
    assert (project.workbooks_dir / "parks.xlsx").read_bytes() == content
    assert list(project.inbox_dir.iterdir()) == []
    assert not received.blocks
    assert states(received) == {"Parks": State.RECEIVED, "Homes": State.NOT_STARTED}


def test_a_file_given_by_its_path_is_copied_and_stays_where_it_is(tmp_path: Path) -> None:
    project = sent_out(tmp_path / "cycle")
    mail = tmp_path / "mail.xlsx"
    mail.write_bytes(filled(actions=actions("Mow")))
    take(project, files=[mail])
    assert mail.is_file()
    assert titles(project) == ["Mow"]


def test_an_original_is_read_only(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled())
    take(project)
    (original,) = (project.received_dir / "parks").iterdir()
    assert original.stat().st_mode & 0o222 == 0


def test_the_same_bytes_again_are_one_line_and_change_nothing(tmp_path: Path) -> None:
    project, content = sent_out(tmp_path), filled(actions=actions("Mow"))
    put(project, "parks.xlsx", content)
    take(project)
    before, told = kept(project), events(project)
    put(project, "parks again.xlsx", content)
    received = take(project, LATER)
    assert received.lines == (
        "parks again.xlsx: already received on 2026-12-01, as version 1 of Parks. Nothing has changed.",
    )
    assert (kept(project), events(project)) == (before, told)
    assert (received.receipts, received.blocks) == ((), False)
    assert list(project.inbox_dir.iterdir()) == []


def test_a_file_that_cannot_be_used_is_left_and_does_not_stop_the_others(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "a.xlsx", b"no workbook")
    put(project, "b.xlsx", b"")
    put(project, "parks.xlsx", filled(actions=actions("Mow")))
    received = take(project)
    assert codes(received) == ["file-text", "file-empty"]
    assert received.blocks
    assert sorted(path.name for path in project.inbox_dir.iterdir()) == ["a.xlsx", "b.xlsx"]
    assert titles(project) == ["Mow"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("~$parks.xlsx", "lock-file"),
        (".~lock.parks.xlsx#", "lock-file"),
        ("parks (Ines's conflicted copy 2026-12-01).xlsx", "copy-in-inbox"),
        ("parks_conflict-copy-20261201.xlsx", "copy-in-inbox"),
        ("parks (Case Conflict 1).xlsx", "copy-in-inbox"),
        ("our plan.docx", "not-a-workbook"),
    ],
)
def test_what_is_no_return_is_told_and_left(tmp_path: Path, name: str, code: str) -> None:
    project = sent_out(tmp_path)
    path = put(project, name, filled(actions=actions("Mow")))
    received = take(project)
    assert codes(received) == [code]
    assert path.is_file()
    assert kept(project) == {}


@pytest.mark.parametrize(
    "name", ["Copy of parks.xlsx", "parks - Copy.xlsx", "parks - Copy (2).xlsx", "parks copy (2).xlsx"]
)
def test_a_plain_copy_as_windows_names_it_is_a_return_like_any_other(tmp_path: Path, name: str) -> None:
    project = sent_out(tmp_path)
    put(project, name, filled(actions=actions("Mow")))
    assert codes(take(project)) == []
    assert titles(project) == ["Mow"]


@pytest.mark.parametrize("name", ["desktop.ini", "Thumbs.db", ".DS_Store"])
def test_what_a_computer_puts_into_a_folder_by_itself_is_passed_over(tmp_path: Path, name: str) -> None:
    project = sent_out(tmp_path)
    put(project, name, b"x")
    assert codes(take(project)) == []


def test_a_workbook_of_another_cycle_is_told_with_the_way_to_carry_it_over(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    about = {"council": "Fenmoor", "first_year": "2026/27", "years": "2", "version": "Draft 1"}
    put(project, "parks.xlsx", filled(council={"about": about}, actions=actions("Mow")))
    (told,) = take(project).findings
    assert told.message == "parks.xlsx belongs to Fenmoor 2026/27, and this is Saltmarsh Borough Council 2027/28."
    assert "--from its plans.json" in told.hint
    assert kept(project) == {}


def test_a_framework_in_the_inbox_is_no_return(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", write_framework(framework(), Identity(kind="framework")))
    assert codes(take(project)) == ["framework-received"]


@pytest.mark.parametrize(
    ("name", "content", "how"),
    [
        ("return.xlsx", nameless(filled(actions=actions("Mow"))), "by its guide"),
        ("parks from Ines.xlsx", bare(), "by its file name alone"),
    ],
)
def test_a_workbook_that_lost_its_identity_is_known_otherwise_and_that_is_told(
    tmp_path: Path, name: str, content: bytes, how: str
) -> None:
    project = sent_out(tmp_path)
    put(project, name, content)
    (receipt,) = take(project).receipts
    assert receipt.contributor == "Parks"
    assert receipt.notes == (f"{name} is known {how}, since its hidden label is gone.",)


def test_a_workbook_of_nobody_is_left(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "return.xlsx", bare())
    assert codes(take(project)) == ["workbook-of-nobody"]


def test_the_ending_of_the_file_stays_and_the_workbook_before_it_leaves_the_folder(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(actions=actions("Mow")))
    take(project)
    put(project, "parks.xlsm", filled(actions=actions("Mow", "Sow")))
    take(project, LATER)
    assert [path.name for path in project.workbooks_dir.iterdir()] == ["parks.xlsm"]
    assert titles(project, "parks.xlsm") == ["Mow", "Sow"]


def test_a_second_return_is_a_new_version_and_the_receipt_says_what_has_changed(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(actions=actions("Mow", finish="May 2027")))
    take(project)
    put(project, "parks.xlsx", filled(actions=actions("Mow", "Sow", finish="June 2027")))
    (receipt,) = take(project, LATER).receipts
    assert (receipt.version, receipt.since) == (2, "version 1 of 2026-12-01")
    assert any("Finish by of P1 Mow: 'May 2027' is now 'June 2027'" in line for line in receipt.changes)
    assert any("P2 Sow" in line for line in receipt.changes)
    assert len(kept(project)) == 2


def test_the_receipt_of_a_first_return_compares_it_with_what_was_sent_out(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(actions=actions("Mow"), ready=""))
    (receipt,) = take(project).receipts
    assert receipt.since == "what was sent out"
    assert any("P1 Mow" in line for line in receipt.changes)
    assert receipt.declared == ""


def test_a_receipt_lies_in_the_output_folder_to_be_sent_back(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(actions=actions("Mow", steps=[{"text": "Buy"}, {"text": "Cut"}]), by="Tom Fell"))
    take(project)
    text = (project.output_dir / "receipts" / "parks.txt").read_text(encoding="utf-8")
    assert "Actions: 1 action, 2 steps" in text
    assert "Ready to send: Yes, checked by Tom Fell" in text
    assert "What the checks found: 1 please check" in text


def test_everybody_who_has_a_workbook_has_a_state(tmp_path: Path) -> None:
    project = sent_out(tmp_path, **MANY_HANDS)
    put(project, "trees.xlsx", filled("Parks – Trees", council=MANY_HANDS, actions=actions("Lop")))
    assert states(take(project)) == {
        "Parks": State.NOT_STARTED,
        "Parks – Trees": State.RECEIVED,
        "Parks – Play": State.NOT_STARTED,
        "Homes": State.NOT_STARTED,
        "Finance": State.NOT_STARTED,
    }
    assert [path.name for path in project.workbooks_dir.iterdir()] == ["parks-trees.xlsx"]


def test_a_return_that_is_not_declared_ready_is_started(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(actions=actions("Mow"), ready="No"))
    assert states(take(project))["Parks"] is State.STARTED


def test_a_workbook_as_it_was_sent_out_is_kept_and_not_started(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", (project.issued_dir / "2026-11-02" / "parks.xlsx").read_bytes())
    assert states(take(project))["Parks"] is State.NOT_STARTED
    assert len(kept(project)) == 1


def test_receipts_are_dated_by_the_day_that_is_given(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled())
    assert take(project).receipts[0].received == DAY.isoformat()


def test_a_marked_copy_that_comes_back_is_a_return(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    content = filled(actions=actions("Mow"))
    book = load_workbook(BytesIO(content))
    book.create_sheet("Findings", 0)["A1"] = "To put right"
    book["Actions"]["B6"].comment = Comment("By when?", "svcdocs")
    book.save(project.inbox_dir / "parks (marked).xlsx")
    received = take(project)
    assert (codes(received), titles(project)) == ([], ["Mow"])
    assert states(received)["Parks"] is State.RECEIVED


def test_a_receipt_says_what_was_not_read_and_what_was_kept_as_written(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    steps = [{"text": "Sharpen", "by": "May 2027"}, {"text": "Oil", "by": "once it is dry"}]
    rows = [{"title": "Mow", "finish": "when the grass is high", "steps": steps}]
    book = load_workbook(BytesIO(filled(actions=rows)))
    book.create_sheet("# Notes")["A1"] = "mine"
    book["Actions"]["AZ4"], book["Actions"]["AZ6"] = "# Asked by", "Ann"
    book["Actions"]["BA4"], book["Actions"]["BA6"] = "Budget", "none"
    book.save(project.inbox_dir / "parks.xlsx")
    (receipt,) = take(project).receipts
    assert "the sheet '# Notes', which is the team's own" in receipt.ignored
    assert "Actions: the column '# Asked by' with 1 cell, which is the team's own" in receipt.ignored
    assert any("'Budget' is not one of this sheet's" in line for line in receipt.ignored)
    assert receipt.as_written == (
        "Actions E7, Step by: 'once it is dry'",
        "Actions F6, Finish by: 'when the grass is high'",
    )
    assert "Risks" in receipt.empty


def test_who_is_called_otherwise_by_now_goes_on_with_the_same_versions(tmp_path: Path) -> None:
    project = sent_out(tmp_path, **MANY_HANDS)
    put(project, "a.xlsx", filled(council=MANY_HANDS, partners=[{"name": "Friends of the lake"}]))
    put(project, "b.xlsx", filled("Parks – Trees", council=MANY_HANDS, actions=actions("Lop")))
    take(project)
    services = [
        {"service": "Green spaces", "also_called": "Parks"},
        {"service": "Green spaces", "team": "Woods", "also_called": "Trees"},
        {"service": "Homes"},
    ]
    project.framework.write_bytes(
        write_framework(framework(**MANY_HANDS | {"services": services}), Identity(kind="framework"))
    )
    put(project, "b.xlsx", filled("Parks – Trees", council=MANY_HANDS, actions=actions("Lop", "Plant")))
    received = take(project, LATER)
    (receipt,) = received.receipts
    assert (receipt.contributor, receipt.version) == ("Green spaces – Woods", 2)
    assert receipt.since == "version 1 of 2026-12-01"
    assert states(received)["Green spaces"] is State.RECEIVED
    assert sorted(path.name for path in project.workbooks_dir.iterdir()) == ["green-spaces-woods.xlsx", "parks.xlsx"]


def test_a_return_counts_alone_where_the_last_one_was_taken_out_of_the_folder(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(actions=actions("Mow")))
    take(project)
    (project.workbooks_dir / "parks.xlsx").unlink()
    put(project, "parks.xlsx", filled(risks=[{"cause": "Rust"}]))
    (receipt,) = take(project, LATER).receipts
    assert titles(project) == []
    assert "no longer in the workbooks folder" in receipt.notes[0]


def test_a_return_that_was_taken_out_of_the_folder_is_put_back_when_it_comes_again(tmp_path: Path) -> None:
    project, content = sent_out(tmp_path), filled(actions=actions("Mow"))
    put(project, "parks.xlsx", content)
    take(project)
    (project.workbooks_dir / "parks.xlsx").unlink()
    put(project, "parks.xlsx", content)
    assert take(project, LATER).lines == ("Parks: version 1 of 2026-12-01 is put back.",)
    assert (project.workbooks_dir / "parks.xlsx").read_bytes() == content
    assert len(kept(project)) == 1
