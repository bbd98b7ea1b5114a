"""A cycle in which Parks asks Homes for help, on disk: the requests sent out, and answers as they come back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

from svcdocs.commands.intake import Intake, read_cycle
from svcdocs.commands.issue_requests import issue_requests
from svcdocs.commands.whose import Desks
from svcdocs.excel.reading import read_book
from svcdocs.model.requests import Answer, Answered
from svcdocs.model.service_plan import Declaration, ServicePlan
from svcdocs.project import Project
from svcdocs.workbook.reader import Reading, read_workbook
from svcdocs.workbook.writer import write_workbook
from tests.cycles import framework, no_progress, plan, write_cycle

SENT, LATER = dt.date(2027, 1, 4), dt.date(2027, 1, 11)
LISTS = "Homes: a list of estates"
WORKBOOK = "requests-homes.xlsx"


def action(number: int = 1, help_needed: str = LISTS, **more: Any) -> dict[str, Any]:
    base: dict[str, Any] = plan("Parks").model_dump(mode="json")["actions"][0]
    return base | {"ref": f"P1.{number}", "help_needed": help_needed} | more


def asking(folder: Path, *actions: dict[str, Any], **council: Any) -> Project:
    """A cycle in which Parks has these actions, by default one that needs a list of Homes."""
    parks = plan("Parks", actions=list(actions) or [action()])
    return write_cycle(folder, {"parks.xlsx": parks, "homes.xlsx": plan("Homes")}, **council)


def change(project: Project, *actions: dict[str, Any]) -> None:
    """Parks sends another plan."""
    asking(project.folder, *actions)


def sent(project: Project, day: dt.date = SENT, name: str = WORKBOOK) -> Path:
    return project.issued_on(day) / name


def ask(project: Project, day: dt.date = SENT, **more: Any) -> Path:
    """The requests are sent out; the workbook for Homes."""
    issue_requests(project, day, no_progress, **more)
    return sent(project, day)


def said(content: bytes | Path) -> Reading:
    """What a workbook of requests to Homes says."""
    desks = Desks(framework())
    whose = next(one for one in desks.answerers if one.service == "Homes")
    return read_workbook(read_book(content, "r.xlsx"), "r.xlsx", desks.layout(whose))


def rows(content: bytes | Path) -> tuple[Answer, ...]:
    reading = said(content)
    assert reading.answered is not None
    return reading.answered.answers


def answered(path: Path, *answers: dict[str, Any]) -> bytes:
    """The workbook with what is said to its rows, from the first down, and declared ready."""
    reading = said(path)
    given = [dict(one) for one in answers] + [{}] * len(rows(path))
    kept = set(Answer.model_fields)
    made = [
        Answer.model_validate(row.model_dump(include=kept) | more) for row, more in zip(rows(path), given, strict=False)
    ]
    desks = Desks(framework())
    layout = desks.layout(replace(reading.assignment))
    declared = Declaration(ready="Yes", contributor=reading.assignment.contributor)
    notices = reading.answered.notices if reading.answered else ()
    return write_workbook(
        layout,
        [ServicePlan(service="Homes", declarations=(declared,))],
        answered=Answered(answers=tuple(made), notices=notices),
        identity=reading.identity,
    )


def put_back(project: Project, path: Path, *answers: dict[str, Any]) -> None:
    """The answers lie in the workbooks folder."""
    (project.workbooks_dir / WORKBOOK).write_bytes(answered(path, *answers))


def read(project: Project, today: dt.date | None = None) -> Intake:
    return read_cycle(project, no_progress, today)


def codes(project: Project, today: dt.date | None = None) -> list[str]:
    """The codes of what is told of requests."""
    return [one.code for one in read(project, today).findings if one.code.startswith("request-")]
