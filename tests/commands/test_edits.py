"""What the policy officer did by hand is never lost: it is kept or dropped by name, and what was put in is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from svcdocs.commands.edits import Choices
from svcdocs.errors import SvcdocsError
from svcdocs.project import Project
from tests.returns import DAY, LATER, codes, events, filled, kept, put, said_in, sent_out, take, titles

MOW = [{"ref": "P1", "title": "Mow the lawn", "finish": "May 2027"}]
BY_JULY = [{"ref": "P1", "title": "Mow the lawn", "finish": "July 2027"}]
AND_SOW = [*MOW, {"ref": "P2", "title": "Sow the meadow"}]


def edited(folder: Path) -> Project:
    """A cycle in which the policy officer has changed a date since the return was received, and a new one has come."""
    project = sent_out(folder)
    put(project, "parks.xlsx", filled(actions=MOW))
    take(project)
    (project.workbooks_dir / "parks.xlsx").write_bytes(filled(actions=BY_JULY))
    put(project, "parks again.xlsx", filled(actions=AND_SOW))
    return project


def finishes(project: Project) -> list[str]:
    return [str(action.finish) for action in said_in(project.workbooks_dir / "parks.xlsx").plans["Parks"]["actions"]]  # type: ignore[attr-defined]


def test_a_return_waits_until_somebody_has_said_what_becomes_of_the_edits(tmp_path: Path) -> None:
    project = edited(tmp_path)
    before = kept(project), events(project)
    received = take(project, LATER)
    assert codes(received) == ["edited-since-received"]
    (told,) = received.findings
    assert "Finish by of P1 Mow the lawn: 'May 2027' is now 'July 2027'" in told.message
    assert '--keep-edits "Parks"' in told.hint
    assert '--drop-edits "Parks"' in told.hint
    assert received.blocks
    assert (kept(project), events(project), finishes(project)) == (*before, ["July 2027"])
    assert [path.name for path in project.inbox_dir.iterdir()] == ["parks again.xlsx"]


def test_edits_that_are_kept_are_merged_with_the_new_return(tmp_path: Path) -> None:
    project = edited(tmp_path)
    received = take(project, LATER, choices=Choices(keep=("parks",)))
    assert (titles(project), finishes(project)) == (["Mow the lawn", "Sow the meadow"], ["July 2027", ""])
    assert [what for what, _ in events(project)] == ["received", "edits kept", "received", "merged"]
    assert not received.blocks


def test_an_edit_that_was_kept_stands_where_the_return_says_something_else(tmp_path: Path) -> None:
    project = edited(tmp_path)
    put(project, "parks again.xlsx", filled(actions=[MOW[0] | {"finish": "June 2027"}, AND_SOW[1]]))
    received = take(project, LATER, choices=Choices(keep=("parks",)))
    assert finishes(project) == ["July 2027", ""]
    assert "'July 2027'" in received.receipts[0].clashes[0].partition("–")[0]


def test_edits_that_are_dropped_are_in_the_archive_all_the_same(tmp_path: Path) -> None:
    project = edited(tmp_path)
    by_hand = (project.workbooks_dir / "parks.xlsx").read_bytes()
    take(project, LATER, choices=Choices(drop=("Parks",)))
    assert (titles(project), finishes(project)) == (["Mow the lawn", "Sow the meadow"], ["May 2027", ""])
    assert by_hand in kept(project).values()


def test_edits_can_be_dropped_while_nothing_new_has_come(tmp_path: Path) -> None:
    project = edited(tmp_path)
    (project.inbox_dir / "parks again.xlsx").unlink()
    take(project, LATER, choices=Choices(drop=("Parks",)))
    assert finishes(project) == ["May 2027"]


def test_edits_survive_a_later_return_that_knows_nothing_of_them(tmp_path: Path) -> None:
    project = edited(tmp_path)
    take(project, LATER, choices=Choices(keep=("Parks",)))
    put(project, "parks third.xlsx", filled(actions=[*AND_SOW, {"ref": "P3", "title": "Hoe"}]))
    take(project, LATER)
    assert (titles(project)[-1], finishes(project)[0]) == ("Hoe", "July 2027")


def test_saving_a_workbook_once_more_is_no_edit(tmp_path: Path) -> None:
    project = edited(tmp_path)
    saved = filled(actions=MOW) + b"\0"  # other bytes, the same words
    (project.workbooks_dir / "parks.xlsx").write_bytes(saved)
    received = take(project, LATER)
    assert (codes(received), titles(project)) == ([], ["Mow the lawn", "Sow the meadow"])
    assert saved in kept(project).values()


@pytest.mark.parametrize("choices", [Choices(keep=("Homes",)), Choices(drop=("Parcs",))])
def test_a_choice_about_somebody_without_edits_is_told_before_anything_is_done(
    tmp_path: Path, choices: Choices
) -> None:
    project = edited(tmp_path)
    with pytest.raises(SvcdocsError, match="was not edited"):
        take(project, LATER, choices=choices)
    assert len(kept(project)) == 1


def test_edits_cannot_be_both_kept_and_dropped(tmp_path: Path) -> None:
    with pytest.raises(SvcdocsError, match="both kept and dropped"):
        take(edited(tmp_path), LATER, choices=Choices(keep=("Parks",), drop=("Parks",)))


def test_the_others_are_taken_in_while_one_waits(tmp_path: Path) -> None:
    project = edited(tmp_path)
    put(project, "homes.xlsx", filled("Homes", partners=[{"name": "Fen Rivers"}]))
    assert [receipt.contributor for receipt in take(project, LATER).receipts] == ["Homes"]


def test_a_workbook_put_in_by_hand_is_kept_as_a_return(tmp_path: Path) -> None:
    project, content = sent_out(tmp_path), filled(actions=MOW)
    (project.workbooks_dir / "from the mail.xlsx").write_bytes(content)
    received = take(project)
    assert kept(project) == {"parks/001 2026-12-01 from the mail.xlsx": content}
    assert received.lines == ("workbooks/from the mail.xlsx was put there by hand: it is kept as a return of Parks.",)
    put(project, "parks.xlsx", filled(actions=AND_SOW))
    take(project, LATER)
    assert [path.name for path in project.workbooks_dir.iterdir()] == ["parks.xlsx"]
    assert events(project) == [("received", 1), ("received", 2)]


def test_a_file_nobody_knows_is_not_written_over(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    (project.workbooks_dir / "parks.xlsx").write_bytes(b"what is this")
    put(project, "parks.xlsx", filled(actions=MOW))
    received = take(project, DAY)
    assert codes(received) == ["not-received"]
    assert "whose workbooks/parks.xlsx is" in received.findings[0].message
    assert (project.workbooks_dir / "parks.xlsx").read_bytes() == b"what is this"
    assert kept(project) == {}


def test_a_version_put_in_by_hand_is_known_as_that(tmp_path: Path) -> None:
    project = edited(tmp_path)
    take(project, LATER, choices=Choices(drop=("Parks",)))
    (project.workbooks_dir / "parks.xlsx").write_bytes(filled(actions=MOW))
    received = take(project, LATER)
    assert received.lines == ("workbooks/parks.xlsx was put there by hand: it is an earlier version of Parks.",)
    assert events(project)[-1] == ("put back", 1)


def test_a_kept_file_that_is_gone_is_kept_again_from_what_lies_in_the_folder(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(actions=MOW))
    take(project)
    before = kept(project)
    for path in (project.received_dir / "parks").iterdir():
        path.unlink()
    assert "it is kept there again" in take(project, LATER).lines[0]
    assert kept(project) == before
    assert take(project, LATER).lines == ()
