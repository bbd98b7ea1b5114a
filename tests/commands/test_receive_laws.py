"""Laws of receiving: no original is ever lost, the ledger only grows, and what fails has changed nothing."""

from __future__ import annotations

import datetime as dt
import errno
import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.commands.edits import Choices
from svcdocs.errors import SvcdocsError
from svcdocs.excel.reading import read_book
from svcdocs.model.assignments import assignments_of
from svcdocs.model.service_plan import ServicePlan
from svcdocs.project import Project
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.reader import read_workbook
from svcdocs.workbook.service_book import SERVICE_BOOK
from svcdocs.workbook.writer import write_workbook
from tests import plans
from tests.cycles import write_returns
from tests.returns import LATER, SENT, actions, codes, filled, kept, put, sent_out, take

VARIANTS = (
    filled(actions=actions("Mow", finish="May 2027")),
    filled(actions=actions("Mow", "Sow", finish="May 2027")),
    filled(actions=actions("Mow", finish="June 2027"), risks=[{"cause": "Rust"}]),
    filled(risks=[{"cause": "Storms"}], ready="No"),
    b"no workbook at all",
)
OPERATIONS = ("receive", "replace", "edit", "keep", "drop", "put back", "accept", "delete", "again")


def ledger(project: Project) -> bytes:
    path = project.received_dir / "ledger.jsonl"
    return path.read_bytes() if path.exists() else b""


def do(project: Project, operation: str, content: bytes, seen: set[bytes]) -> None:
    """One thing that a policy officer may do; ``seen`` gains what a return was made of."""
    place = project.workbooks_dir / "parks.xlsx"
    match operation:
        case "receive" | "replace":
            put(project, "parks.xlsx", content)
            received = take(project, LATER, alone=operation == "replace")
            if "parks.xlsx" not in {path.name for path in project.inbox_dir.iterdir()}:
                seen.add(content)
            assert codes(received) or not (project.inbox_dir / "parks.xlsx").exists()
        case "edit":
            place.write_bytes(content)
        case "delete":
            place.unlink(missing_ok=True)
        case "again":
            take(project, LATER)
        case "keep":
            take(project, LATER, choices=Choices(keep=("Parks",)))
        case "drop":
            take(project, LATER, choices=Choices(drop=("Parks",)))
        case "put back":
            take(project, LATER, put_back="Parks")
        case _:
            take(project, LATER, accept=("Parks",))


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(OPERATIONS), st.sampled_from(VARIANTS)), min_size=2, max_size=7))
def test_no_original_is_ever_lost_and_the_ledger_only_grows(steps: list[tuple[str, bytes]]) -> None:
    with TemporaryDirectory() as folder:
        project, seen = sent_out(Path(folder)), set[bytes]()
        before: dict[str, bytes] = {}
        written = b""
        for operation, content in steps:
            try:
                do(project, operation, content, seen)
            except SvcdocsError:
                assert operation in ("keep", "drop", "put back", "accept")
            now = kept(project)
            assert before.items() <= now.items()
            assert ledger(project).startswith(written)
            assert seen <= set(now.values())
            before, written = now, ledger(project)


ANN, BEN = SERVICE_BOOK.sheets[1:6], SERVICE_BOOK.sheets[6:12]


@settings(max_examples=8, deadline=None)
@given(ann=plans.plans(sheets=ANN, most=2), ben=plans.plans(sheets=BEN, most=2), ann_first=st.booleans())
def test_what_two_people_fill_in_side_by_side_arrives_whole(
    ann: ServicePlan, ben: ServicePlan, *, ann_first: bool
) -> None:
    council = plans.COUNCIL
    whose = next(one for one in assignments_of(council) if one.contributor == "Housing")
    layout = layout_of(council, whose)
    with TemporaryDirectory() as folder:
        project = write_returns(Path(folder), council, {})
        sent = project.issued_on(SENT)
        sent.mkdir(parents=True)
        (sent / "housing.xlsx").write_bytes(write_workbook(layout))
        project.inbox_dir.mkdir()
        for name, plan in (("ann", ann), ("ben", ben)) if ann_first else (("ben", ben), ("ann", ann)):
            put(project, f"housing {name}.xlsx", write_workbook(layout, [plan], issued=()))
            take(project, LATER)
        reading = read_workbook(read_book(project.workbooks_dir / "housing.xlsx"), "it", layout)
        said = reading.plans["Housing"]
        for holder, sheets in ((ann, ANN), (ben, BEN)):
            for sheet in sheets:
                assert said.get(sheet.holds, ()) == getattr(holder, sheet.holds)


def everything(project: Project) -> dict[str, bytes]:
    files = (path for path in project.folder.rglob("*") if path.is_file())
    return {
        path.relative_to(project.folder).as_posix(): path.read_bytes() for path in files if "output" not in path.parts
    }


@pytest.fixture
def waiting(tmp_path: Path) -> Project:
    """A cycle with one return received and another that would be merged with it in the inbox."""
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", VARIANTS[1])
    take(project)
    put(project, "parks.xlsx", VARIANTS[3])
    return project


@pytest.mark.parametrize("held", ["received/parks", "workbooks/parks.xlsx", "received/ledger.jsonl"])
def test_a_file_that_cannot_be_written_leaves_everything_as_it_was(
    waiting: Project, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    before, real = everything(waiting), os.replace
    refused: list[str] = []

    def replace(source: Path, target: Path) -> None:
        name = Path(target).relative_to(waiting.folder).as_posix()
        if name.startswith(held) and name not in refused[2:]:
            refused.append(name)
            raise PermissionError(errno.EACCES, "Access is denied", str(target))
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr("svcdocs.files._PAUSE", 0)
    received = take(waiting, LATER)
    assert refused
    assert codes(received) == ["not-received"]
    assert everything(waiting) == before


def test_a_full_disk_leaves_everything_as_it_was(waiting: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before, real = everything(waiting), os.fsync
    full = [True]

    def fsync(stream: int) -> None:
        if full.pop() if full else False:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(stream)

    monkeypatch.setattr(os, "fsync", fsync)
    assert codes(take(waiting, LATER)) == ["not-received"]
    assert everything(waiting) == before


def test_a_return_that_cannot_leave_the_inbox_is_told_and_known_the_next_time(
    waiting: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("svcdocs.commands.receive.remove", lambda _path: False)
    received = take(waiting, LATER)
    assert "it is still in the inbox" in received.lines[-1]
    monkeypatch.undo()
    before = kept(waiting)
    again = take(waiting, LATER)
    assert "already received on 2026-12-08" in again.lines[0]
    assert kept(waiting) == before


@pytest.mark.parametrize("missing", ["the ledger's last line", "the workbook and the ledger's last line"])
def test_a_run_that_was_cut_short_is_gone_on_with(tmp_path: Path, missing: str) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", VARIANTS[0])
    take(project)
    lines, first = ledger(project), (project.workbooks_dir / "parks.xlsx").read_bytes()
    put(project, "parks.xlsx", VARIANTS[1])
    take(project, LATER)
    whole = kept(project)
    (project.received_dir / "ledger.jsonl").write_bytes(lines)
    if missing != "the ledger's last line":
        (project.workbooks_dir / "parks.xlsx").write_bytes(first)
    put(project, "parks.xlsx", VARIANTS[1])
    received = take(project, dt.date(2026, 12, 9))
    assert not codes(received)
    assert kept(project) == whole
    assert (project.workbooks_dir / "parks.xlsx").read_bytes() == VARIANTS[1]
    assert list(project.inbox_dir.iterdir()) == []


def test_a_kept_file_that_is_gone_does_not_keep_a_new_return_out(waiting: Project) -> None:
    shutil.rmtree(waiting.received_dir / "parks")
    assert codes(take(waiting, LATER)) == []
    assert {VARIANTS[1], VARIANTS[3]} <= set(kept(waiting).values())
