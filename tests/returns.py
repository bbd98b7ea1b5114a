"""Returns as they come back to a cycle on disk: sent out, filled in by somebody, and put into the inbox."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from svcdocs.commands.issue import issue
from svcdocs.commands.receive import Orders, Received, receive
from svcdocs.excel.reading import read_book
from svcdocs.model.assignments import assignments_of
from svcdocs.model.framework import Framework
from svcdocs.model.service_plan import Action, Declaration, ServicePlan
from svcdocs.project import Archive, Project
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.reader import Reading, read_workbook
from svcdocs.workbook.writer import write_workbook
from tests.cycles import framework, no_progress, write_cycle

SENT, DAY, LATER = dt.date(2026, 11, 2), dt.date(2026, 12, 1), dt.date(2026, 12, 8)


def sent_out(folder: Path, **council: Any) -> Project:
    """A cycle whose workbooks have been sent out, and of which nothing has come back."""
    for name, content in _sent_out(json.dumps(council)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    for name in ("inbox", "workbooks"):
        (folder / name).mkdir()
    return Project.open(folder)


def filled(contributor: str = "Parks", *, ready: str = "Yes", by: str = "", **parts: Any) -> bytes:
    """The workbook of a contributor as it was sent out blank, with some parts of the plan filled in.

    ``council`` among the parts is what the council's framework says otherwise.
    """
    return _filled(contributor, ready, by, json.dumps(parts.pop("council", {})), json.dumps(parts))


@cache
def _sent_out(council: str) -> dict[str, bytes]:
    """The files of such a cycle: made once, since writing workbooks takes longer than all else here."""
    with TemporaryDirectory() as folder:
        project = write_cycle(Path(folder), {}, **json.loads(council))
        issue(project, SENT, no_progress)
        files = (path for path in Path(folder).rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@cache
def _filled(contributor: str, ready: str, by: str, council: str, parts: str) -> bytes:
    made = framework(**json.loads(council))
    whose = next(one for one in assignments_of(made) if one.contributor == contributor)
    said = Declaration(ready=ready, checked_by=by, contributor=contributor)
    plan = ServicePlan.model_validate({"service": whose.services[0], **json.loads(parts)})
    return write_workbook(layout_of(made, whose), [plan.model_copy(update={"declarations": (said,)})], issued=())


def nameless(content: bytes) -> bytes:
    """A workbook as a program leaves it that has dropped its properties."""
    reading = said_in(content)
    held: dict[str, Any] = dict(reading.plans["Parks"])
    plan = ServicePlan.model_construct(None, service="Parks", **held)
    return write_workbook(layout_of(framework(), reading.assignment), [plan], identity=Identity(), issued=())


def actions(*titles: str, **same: Any) -> list[dict[str, Any]]:
    """Actions numbered P1, P2 and so on."""
    return [{"ref": f"P{number}", "title": title, **same} for number, title in enumerate(titles, 1)]


def put(project: Project, name: str, content: bytes) -> Path:
    """Put a file into the inbox."""
    path = project.inbox_dir / name
    path.write_bytes(content)
    return path


def take(project: Project, day: dt.date = DAY, *, files: Iterable[Path] = (), **orders: Any) -> Received:
    """Receive what lies in the inbox, or some files."""
    return receive(project, day, no_progress, files=list(files), orders=Orders(**orders))


def said_in(content: bytes | Path, contributor: str = "Parks", council: Framework | None = None) -> Reading:
    """What a workbook says."""
    made = council or framework()
    whose = next(one for one in assignments_of(made) if one.contributor == contributor)
    return read_workbook(read_book(content, "the workbook"), "the workbook", layout_of(made, whose))


def titles(project: Project, name: str = "parks.xlsx") -> list[str]:
    """The titles of the actions in the workbook that counts."""
    parts = said_in(project.workbooks_dir / name).plans["Parks"]
    return [action.title.plain for action in parts.get("actions", ()) if isinstance(action, Action)]


def kept(project: Project) -> dict[str, bytes]:
    """Every file in the archive, by its name there."""
    found = (path for path in project.received_dir.rglob("*") if path.is_file() and path.name != "ledger.jsonl")
    return {path.relative_to(project.received_dir).as_posix(): path.read_bytes() for path in found}


def events(project: Project) -> list[tuple[str, int]]:
    """What has happened, as the ledger has it: what, to which version."""
    return [(event.what.value, event.version) for event in Archive.open(project).events]


def codes(received: Received) -> list[str]:
    """The codes of what is told of files that were not taken in."""
    return [finding.code for finding in received.findings]
