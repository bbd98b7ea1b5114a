"""All that the policy officer's page tells, as a command has gathered it: types of the model, and plain texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from svcdocs.model.assignments import Assignment
from svcdocs.model.challenge import Question
from svcdocs.model.cycle import Cycle
from svcdocs.model.excerpts import Excerpt
from svcdocs.model.findings import CellRef, Finding
from svcdocs.model.owed import Owed
from svcdocs.model.position import Position
from svcdocs.model.printed import Document
from svcdocs.model.states import Standing


@dataclass(frozen=True, slots=True)
class Situation:
    """A cycle as it lies there.

    ``answered`` are the findings that somebody has answered, each with the reason. ``owners`` gives the contributor
    whose workbook a file is, ``assignments`` what each contributor was asked for, ``titles`` what the rule of a code
    looks for, ``links`` the address of a file as seen from the page. ``trouble`` says why the states are not known,
    where they are not. ``position`` is None where nobody has worked out where the year stands.
    """

    cycle: Cycle
    findings: tuple[Finding, ...] = ()
    answered: tuple[tuple[Finding, str], ...] = ()
    excerpts: Mapping[CellRef, Excerpt] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    assignments: Mapping[str, Assignment] = field(default_factory=dict)
    standings: tuple[Standing, ...] = ()
    trouble: str = ""
    owed: tuple[Owed, ...] = ()
    documents: tuple[Document, ...] = ()
    questions: Mapping[str, tuple[Question, ...]] = field(default_factory=dict)
    position: Position | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
