"""Two people's copies become one workbook, record by record; what they say differently is told with both values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from svcdocs.commands.arrivals import Arrival
from svcdocs.commands.copies import Copies
from tests.returns import (
    DAY,
    LATER,
    actions,
    codes,
    events,
    filled,
    kept,
    nameless,
    put,
    said_in,
    sent_out,
    take,
    titles,
)

MOW = [{"ref": "P1", "title": "Mow", "finish": "May 2027"}]
RUST = [{"cause": "Rust in the swings"}]


def test_two_copies_that_come_in_together_are_merged(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks Ann.xlsx", filled(actions=MOW))
    put(project, "parks Ben.xlsx", filled(risks=RUST))
    received = take(project)
    reading = said_in(project.workbooks_dir / "parks.xlsx")
    assert titles(project) == ["Mow"]
    assert [str(risk.cause) for risk in reading.plans["Parks"]["risks"]] == ["Rust in the swings"]  # type: ignore[attr-defined]
    assert events(project) == [("received", 1), ("received", 2), ("merged", 3)]
    assert not received.blocks
    assert "were merged" in received.receipts[-1].notes[0]


def test_a_copy_that_was_not_made_from_the_last_return_is_merged_with_it(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(actions=MOW))
    take(project)
    put(project, "parks.xlsx", filled(risks=RUST))
    take(project, LATER)
    assert titles(project) == ["Mow"]
    assert said_in(project.workbooks_dir / "parks.xlsx").plans["Parks"]["risks"]


def test_a_return_made_from_the_last_one_replaces_it_even_where_it_leaves_something_out(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(actions=actions("Mow", "Sow", "Hoe the beds")))
    take(project)
    put(project, "parks.xlsx", filled(actions=actions("Mow", "Sow")))
    (receipt,) = take(project, LATER).receipts
    assert titles(project) == ["Mow", "Sow"]
    assert any("Hoe the beds" in line for line in receipt.changes)
    assert events(project) == [("received", 1), ("received", 2)]


def test_cells_in_which_two_copies_differ_are_told_with_both_values_and_cells(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks Ann.xlsx", filled(actions=[{"ref": "P1", "title": "Mow", "finish": "May 2027"}], risks=RUST))
    take(project)
    put(project, "parks Ben.xlsx", filled(actions=[{"ref": "P1", "title": "Mow", "finish": "June 2027"}]))
    received = take(project, LATER)
    (clash,) = received.receipts[0].clashes
    assert clash == (
        "Finish by of P1 Mow: 'June 2027' (parks Ben.xlsx 'Actions' F6) in one copy, "
        "'May 2027' (parks Ann.xlsx 'Actions' F6) in the other"
    )
    (action,) = said_in(project.workbooks_dir / "parks.xlsx").plans["Parks"]["actions"]
    assert str(action.finish) == "June 2027"  # type: ignore[attr-defined]
    assert received.blocks
    assert take(project, LATER).blocks, "as long as nobody has decided"
    assert not take(project, LATER, accept=("Parks",)).blocks


def test_a_value_of_several_lines_is_told_on_one(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "a.xlsx", filled(actions=[{"ref": "P1", "title": "Mow", "finish": "May 2027"}], risks=RUST))
    take(project)
    put(project, "b.xlsx", filled(actions=[{"ref": "P1", "title": "Mow", "finish": "June 2027\nJuly 2027"}]))
    (clash,) = take(project, LATER).receipts[0].clashes
    assert "'June 2027 / July 2027' (b.xlsx 'Actions' F6)" in clash


def test_a_cell_that_cannot_be_read_in_a_copy_is_told_and_what_was_there_stays(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "a.xlsx", filled(actions=[{"ref": "P1", "title": "Mow", "outcome": "12 fields"}], risks=RUST))
    take(project)
    put(project, "b.xlsx", with_error("Actions", "I6", filled(actions=[{"ref": "P1", "title": "Mow"}])))
    (receipt,) = take(project, LATER).receipts
    told = "On Actions, I6 shows #REF! instead of a value. What was there before stays: type it again if it changed."
    assert told in receipt.notes
    (action,) = said_in(project.workbooks_dir / "parks.xlsx").plans["Parks"]["actions"]
    assert str(action.outcome) == "12 fields"  # type: ignore[attr-defined]


def with_error(sheet: str, cell: str, content: bytes) -> bytes:
    """A workbook in which a cell shows an error instead of a value."""
    from io import BytesIO

    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content))
    book[sheet][cell] = "#REF!"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_question_is_answered_by_editing_the_workbook(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks Ann.xlsx", filled(actions=[MOW[0] | {"finish": "June 2027"}], risks=RUST))
    put(project, "parks Ben.xlsx", filled(actions=MOW))
    assert take(project).blocks
    (project.workbooks_dir / "parks.xlsx").write_bytes(filled(actions=[MOW[0] | {"finish": "July 2027"}], risks=RUST))
    assert not take(project, LATER).blocks


@pytest.mark.parametrize("more", [{}, {"risks": RUST}], ids=["alone", "beside news"])
def test_a_value_that_may_have_been_typed_back_is_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: dict[str, Any]
) -> None:
    """From the files alone nobody can tell a copy of the version before from the last one with a value typed back."""
    project = sent_out(tmp_path)
    sow = {"ref": "P2", "title": "Sow"}
    put(project, "parks.xlsx", filled(actions=[*MOW, sow]))
    take(project)
    put(project, "parks v2.xlsx", filled(actions=[MOW[0] | {"finish": "June 2027"}, sow]))
    take(project, LATER)
    put(project, "parks v3.xlsx", filled(actions=[*MOW, sow], by="Ann", **more))
    looked: list[int] = []
    look = Copies.typed_back

    def looking(self: Copies, origin: int, new: Arrival, last: Arrival) -> tuple[str, ...]:
        looked.append(origin)
        return look(self, origin, new, last)

    monkeypatch.setattr(Copies, "typed_back", looking)
    received = take(project, LATER)
    assert len(looked) == 1  # it compares three versions whole, so once must be enough
    (asked,) = received.receipts[0].clashes
    assert asked == (
        "Finish by of P1 Mow: 'June 2027' (parks v2.xlsx 'Actions' F6) in one copy, "
        "'May 2027' (parks v3.xlsx 'Actions' F6) in the other"
    )
    assert received.blocks
    send, way = received.receipts[0].for_officer
    assert send == "Send parks.xlsx from the workbooks folder with the letter."
    assert 'receive --put-back "Parks" --version 3' in way
    letter = (project.output_dir / "letters" / "parks.txt").read_text(encoding="utf-8")
    assert asked in letter
    assert "Subject: Parks: 2 things to check in your workbook" in letter or "a question in your workbook" in letter
    assert "Thank you for your workbook parks v3.xlsx" in letter
    assert "This file was not made from version 2 of 8 December 2026" in letter
    assert "comes with this letter, parks.xlsx: please go on in that one" in letter
    take(project, LATER, put_back="Parks", version=3)
    (action, _) = said_in(project.workbooks_dir / "parks.xlsx").plans["Parks"]["actions"]
    assert str(action.finish) == "May 2027"  # type: ignore[attr-defined]


def test_many_values_that_another_copy_has_changed_are_not_asked_about_one_by_one(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    rows = [
        {"ref": f"P{n}", "title": title, "finish": "May 2027"} for n, title in enumerate(("Mow", "Sow", "Hoe", "Dig"))
    ]
    put(project, "parks.xlsx", filled(actions=rows))
    take(project)
    put(project, "parks Ben.xlsx", filled(actions=[row | {"finish": "June 2027"} for row in rows]))
    take(project, LATER)
    put(project, "parks Ann.xlsx", filled(actions=rows, risks=RUST))
    received = take(project, LATER)
    assert received.receipts[0].clashes == ()
    assert not received.blocks
    found = said_in(project.workbooks_dir / "parks.xlsx").plans["Parks"]["actions"]
    assert {str(action.finish) for action in found} == {"June 2027"}  # type: ignore[attr-defined]


def test_replace_says_that_a_copy_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(actions=MOW))
    take(project)
    put(project, "parks.xlsx", filled(risks=RUST))
    take(project, LATER, alone=True)
    assert titles(project) == []
    assert events(project) == [("received", 1), ("received", 2)]


def test_whoever_goes_on_from_one_of_two_copies_does_not_lose_what_the_other_said(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks Ann.xlsx", filled(actions=MOW))
    put(project, "parks Ben.xlsx", filled(risks=RUST))
    take(project)
    put(project, "parks Ben.xlsx", filled(risks=[*RUST, {"cause": "Storms over the lake"}]))
    take(project, LATER)
    assert titles(project) == ["Mow"]
    risks = said_in(project.workbooks_dir / "parks.xlsx").plans["Parks"]["risks"]
    assert len(risks) == 2


def test_an_older_copy_sent_once_more_changes_nothing(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(actions=MOW))
    take(project)
    put(project, "parks.xlsx", filled(actions=MOW, risks=RUST))
    take(project)
    put(project, "parks.xlsx", filled(actions=MOW, by="Ann"))
    (receipt,) = take(project, LATER).receipts
    assert said_in(project.workbooks_dir / "parks.xlsx").plans["Parks"]["risks"]
    assert receipt.notes == ("All it says stands in version 1 of 2026-12-01 too, so version 2 stays.",)
    assert len(kept(project)) == 3


def test_a_blank_workbook_does_not_replace_a_filled_one(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(actions=MOW))
    take(project)
    put(project, "parks.xlsx", (project.issued_dir / "2026-11-02" / "parks.xlsx").read_bytes())
    (receipt,) = take(project, LATER).receipts
    assert titles(project) == ["Mow"]
    assert receipt.notes == ("It is as it was sent out, so version 1 stays.",)


def test_what_is_merged_still_knows_what_it_was_when_it_was_sent_out(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks Ann.xlsx", filled(actions=MOW))
    put(project, "parks Ben.xlsx", filled(risks=RUST))
    take(project)
    issued = said_in(project.issued_dir / "2026-11-02" / "parks.xlsx").identity
    assert said_in(project.workbooks_dir / "parks.xlsx").identity == issued


def test_copies_that_lost_what_they_knew_are_merged_and_are_not_taken_for_untouched(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    for folder in project.issued_dir.iterdir():
        (folder / "parks.xlsx").unlink()
    put(project, "parks Ann.xlsx", nameless(filled(actions=MOW)))
    put(project, "parks Ben.xlsx", nameless(filled(risks=RUST)))
    take(project)
    reading = said_in(project.workbooks_dir / "parks.xlsx")
    assert (titles(project), len(reading.plans["Parks"]["risks"])) == (["Mow"], 1)
    assert not reading.is_untouched


def test_nothing_is_lost_where_nobody_knows_what_was_sent_out(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    for folder in project.issued_dir.iterdir():
        (folder / "parks.xlsx").unlink()
    put(project, "parks Ann.xlsx", filled(actions=MOW, risks=RUST))
    take(project)
    put(project, "parks Ben.xlsx", filled(actions=actions("Mow", "Sow")))
    take(project, LATER)
    assert titles(project) == ["Mow", "Sow"]
    assert said_in(project.workbooks_dir / "parks.xlsx").plans["Parks"]["risks"]


def test_a_copy_with_a_sheet_that_cannot_be_read_is_not_merged(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(actions=MOW))
    take(project)
    path = put(project, "parks.xlsx", without_headings(filled(risks=RUST, partners=[{"name": "Friends of the lake"}])))
    received = take(project, LATER)
    assert codes(received) == ["not-received"]
    assert "--replace" in received.findings[0].hint
    assert path.is_file()
    assert (titles(project), events(project)) == (["Mow"], [("received", 1)])


def test_a_copy_from_which_a_sheet_is_gone_is_not_taken_to_have_deleted_what_stands_there(tmp_path: Path) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(actions=MOW, risks=RUST))
    take(project)
    path = put(project, "parks.xlsx", without_sheet("Risks", filled(partners=[{"name": "Friends of the lake"}])))
    received = take(project, LATER)
    assert codes(received) == ["not-received"]
    assert "The sheet 'Risks' is not in the workbook" in received.findings[0].message
    assert path.is_file()
    assert said_in(project.workbooks_dir / "parks.xlsx").plans["Parks"]["risks"]


def without_sheet(name: str, content: bytes) -> bytes:
    """A workbook from which somebody has deleted a sheet."""
    from io import BytesIO

    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content))
    del book[name]
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def without_headings(content: bytes) -> bytes:
    """A workbook on whose sheet Risks somebody has deleted the row of headings and the line of help."""
    from io import BytesIO

    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content))
    book["Risks"].delete_rows(1, 5)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("newer_first", [True, False])
def test_the_value_that_was_saved_later_stands_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, newer_first: bool
) -> None:
    project = sent_out(tmp_path)
    saved = {"parks Ann.xlsx": "2026-12-03", "parks Ben.xlsx": "2026-12-04" if newer_first else "2026-12-02"}
    monkeypatch.setattr("svcdocs.commands.arrivals.Arrival.saved", property(lambda new: saved[new.name]))
    put(project, "parks Ann.xlsx", filled(actions=[{"ref": "P1", "title": "Mow", "finish": "May 2027"}], risks=RUST))
    take(project, DAY)
    put(project, "parks Ben.xlsx", filled(actions=[{"ref": "P1", "title": "Mow", "finish": "June 2027"}]))
    take(project, LATER)
    (action,) = said_in(project.workbooks_dir / "parks.xlsx").plans["Parks"]["actions"]
    assert str(action.finish) == ("June 2027" if newer_first else "May 2027")  # type: ignore[attr-defined]


def test_what_a_team_keeps_for_itself_is_in_the_merged_workbook_too(tmp_path: Path) -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    project = sent_out(tmp_path)
    book = load_workbook(BytesIO(filled(actions=MOW)))
    book["Actions"]["AZ4"], book["Actions"]["AZ6"] = "# Asked by", "Ann"
    book.save(project.inbox_dir / "parks Ann.xlsx")
    take(project)
    put(project, "parks Ben.xlsx", filled(risks=RUST))
    take(project, LATER)
    made = load_workbook(project.workbooks_dir / "parks.xlsx")
    (heads, _, first, *_) = made["Actions"].iter_rows(min_row=4, values_only=True)
    assert first[heads.index("# Asked by")] == "Ann"
