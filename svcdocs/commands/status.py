"""The verb status: how everybody and every document stands, who is late, and what comes next. It writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from svcdocs.commands.documents import Document, documents_of
from svcdocs.commands.intake import Intake, Progress, counts, read_cycle
from svcdocs.commands.position import assignments_by_name, position
from svcdocs.commands.standing import standings
from svcdocs.model.addressed import OFFICER, by_contributor
from svcdocs.model.names import folded
from svcdocs.model.planning_year import due_of, steps_of
from svcdocs.model.position import Position
from svcdocs.model.states import Standing
from svcdocs.project import Project


@dataclass(frozen=True, slots=True)
class Row:
    """One contributor: how the return stands, when it is due, for which services, and what was found in it."""

    standing: Standing
    due: date | None
    services: tuple[str, ...]
    found: Mapping[str, int]
    is_late: bool

    def as_json(self) -> dict[str, Any]:
        """The row for programs."""
        return self.standing.as_json() | {
            "due": self.due.isoformat() if self.due else None,
            "services": list(self.services),
            "counts": dict(self.found),
            "late": self.is_late,
        }


@dataclass(frozen=True, slots=True)
class Status:
    """How a cycle stands.

    ``services`` counts for each service what was found in its plan; ``officer`` counts what is the policy officer's to
    put right, ``found`` everything. ``title`` is what the cycle is called.
    """

    title: str
    position: Position
    rows: tuple[Row, ...]
    documents: tuple[Document, ...]
    services: Mapping[str, Mapping[str, int]]
    officer: Mapping[str, int]
    found: Mapping[str, int]

    def as_json(self) -> dict[str, Any]:
        """The result for programs."""
        return position_as_json(self.position) | {
            "contributors": [row.as_json() for row in self.rows],
            "services": {name: dict(found) for name, found in self.services.items()},
            "documents": [document.as_json() for document in self.documents],
            "counts": dict(self.found),
        }


def status(project: Project, today: date, progress: Progress, *, given: Path | None = None) -> Status:
    """Tell how a cycle stands on a day. ``given`` is its folder as the user named it.

    Raises:
        SvcdocsError: the framework, the ledger or the manifest cannot be read.
    """
    intake = read_cycle(project, progress, today)
    stand, documents = standings(project, intake), documents_of(project, intake)
    now = position(project, intake, stand, today, given=given, documents=documents)
    framework = intake.cycle.framework
    owners = {reading.file: contributor for contributor, reading in intake.returned.items()}
    officers = by_contributor(intake.findings, owners).get(OFFICER, ())
    return Status(
        title=" · ".join(filter(None, (framework.about.council.strip(), framework.about.first_year.strip()))),
        position=now,
        rows=tuple(_rows(intake, stand, now)),
        documents=documents,
        services={
            name: counts(one for one in intake.findings if one.service == name) for name in framework.service_names
        },
        officer=counts(officers),
        found=counts(intake.findings),
    )


def position_as_json(position: Position) -> dict[str, Any]:
    """Where the year stands, for programs."""
    return {
        "today": position.today.isoformat(),
        "phase": position.phase,
        "steps": [
            {"what": step.what, "line": step.line or None, "due": step.due.isoformat() if step.due else None}
            for step in position.steps
        ],
        "late": [
            {"contributor": one.contributor, "due": one.due.isoformat(), "state": one.state.value}
            for one in position.late
        ],
    }


def _rows(intake: Intake, stand: Sequence[Standing], now: Position) -> list[Row]:
    framework = intake.cycle.framework
    steps, asked = steps_of(framework), assignments_by_name(intake)
    late = {one.contributor for one in now.late}
    rows = []
    for each in stand:
        one = asked.get(folded(each.contributor))
        found = [finding for finding in intake.findings if finding.where and finding.where.file == each.file]
        rows.append(
            Row(
                standing=each,
                due=due_of(one.deadline, framework, steps) if one else None,
                services=one.services if one else (),
                found=counts(found if each.file else ()),
                is_late=each.contributor in late,
            )
        )
    return rows
