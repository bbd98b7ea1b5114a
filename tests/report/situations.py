"""A cycle as the policy officer's page tells it, small, with something in every part of the page."""

from __future__ import annotations

from datetime import date
from typing import Any

from svcdocs.model.as_written import WrittenDate
from svcdocs.model.assignments import assignments_of
from svcdocs.model.challenge import Question
from svcdocs.model.cycle import link
from svcdocs.model.excerpts import Excerpt, ExcerptCell
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.model.owed import Owed
from svcdocs.model.position import Late, NextStep, Position
from svcdocs.model.printed import Document, DocumentState
from svcdocs.model.states import Standing, State
from svcdocs.report.situation import Situation
from tests.cycles import framework, plan

PARKS, HOMES, COUNCIL = "workbooks/parks.xlsx", "workbooks/homes.xlsx", "framework.xlsx"


def finding(
    cell: str, message: str, *, code: str = "date-impossible", severity: Severity = Severity.ERROR, **changes: Any
) -> Finding:
    where = CellRef(changes.pop("file", PARKS), changes.pop("sheet", "Actions"), cell)
    values: dict[str, Any] = {"hint": "Correct the date.", "service": "Parks", "field": "Finish by", "where": where}
    return Finding(code, severity, message, **(values | changes))


def excerpt(cell: str, *texts: tuple[str, str, str]) -> Excerpt:
    """The row of a cell; each text as the letters of its column, its heading, and what stands there."""
    letters = cell.rstrip("0123456789")
    return Excerpt(int(cell[len(letters) :]), tuple(ExcerptCell(*text) for text in texts), letters)


FINDINGS = (
    finding(
        "D5", "Aim A is called twice.", code="twice", file=COUNCIL, sheet="Priorities", service="", audience="officer"
    ),
    finding("F6", "There is no such date as '31st September 2027'."),
    finding("F9", "There is no such date as '30th February 2028'."),
    finding("B7", "'Tree' is unknown.", code="team-unknown", severity=Severity.WARNING, hint="Correct the name."),
    finding(
        "C6", "The budget is owed.", code="owed", severity=Severity.NOTE, file=HOMES, sheet="Text", service="Homes"
    ),
)


def situation(**changes: Any) -> Situation:
    """A situation with something in every part; ``changes`` replace its fields."""
    services = [
        {
            "service": "Parks",
            "contact": "Tom Fell",
            "email": "tom.fell@saltmarsh.example",
            "deadline": "11 December 2026",
        },
        {"service": "Homes", "manager": "Ines Calloway"},
    ]
    council = framework(services=services)
    cycle = link(council, [plan("Parks"), plan("Homes")])
    first, second = finding("F6", ""), finding("F9", "")
    assert first.where is not None
    assert second.where is not None
    values: dict[str, Any] = {
        "cycle": cycle,
        "findings": FINDINGS,
        "answered": ((finding("E6", "The date lies after the plan."), "The grant runs until June."),),
        "excerpts": {
            first.where: excerpt("F6", ("A", "Ref", "P1.1"), ("F", "Finish by", "31st September 2027")),
            second.where: excerpt("F9", ("A", "Ref", "P1.2"), ("F", "Finish by", "")),
        },
        "owners": {PARKS: "Parks", HOMES: "Homes"},
        "assignments": {one.contributor: one for one in assignments_of(council)},
        "standings": (
            Standing("Parks", State.RECEIVED, PARKS, 2, "2026-12-08", "Tom Fell", ("Which of two dates is right?",)),
            Standing("Homes", State.STARTED, HOMES),
        ),
        "owed": (Owed("Homes", "The revenue budget", "Finance", WrittenDate(text="21 February 2027")),),
        "documents": (
            Document("service-plans/parks.docx", "Service plan: Parks", DocumentState.OUT_OF_DATE, "Parks", 12),
            Document("corporate-plan.docx", "Corporate plan", DocumentState.NOT_BUILT),
        ),
        "questions": {"Parks": (Question("Parks", "Why fewer trees?", "120 last year, 100 next.", (first.where,)),)},
        "position": Position(
            date(2026, 12, 14),
            "Returns are coming in.",
            (
                NextStep("Take in what lies in the inbox.", "svcdocs receive"),
                NextStep("Ask who is late.", due=date(2026, 12, 15)),
            ),
            (Late("Homes", date(2026, 12, 11), State.STARTED),),
        ),
        "titles": {"date-impossible": "A date that is none"},
        "links": {PARKS: "../workbooks/parks.xlsx", "service-plans/parks.docx": "service-plans/parks.docx"},
    }
    return Situation(**(values | changes))
