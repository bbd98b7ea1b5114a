"""What is found of a workbook as a whole: it is as it was sent out, of another cycle, nobody's, or there twice."""

from __future__ import annotations

from svcdocs.commands.whose import NAME_IT
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.workbook.reader import Reading


def not_started(reading: Reading) -> Finding:
    """A workbook that is as it was sent out."""
    return Finding(
        "not-started",
        Severity.NOTE,
        f"The workbook of {reading.assignment.contributor} is as it was sent out.",
        "Nothing to put right; its plan waits for it.",
        service=reading.assignment.service,
        where=CellRef(reading.file),
    )


def of_another_cycle(name: str, other: str) -> Finding:
    """A workbook of which ``other`` says to which cycle it belongs."""
    return Finding(
        "workbook-of-another-cycle",
        Severity.ERROR,
        f"{name} {other}, so it was not read.",
        "Take it out of the folder; to carry its content over, export that cycle and issue from its plans.json.",
        audience="officer",
        where=CellRef(name),
    )


def nobodys(name: str, about: str) -> Finding:
    """A workbook that is nobody's here; ``about`` says what it says of itself."""
    return Finding(
        "workbook-of-nobody",
        Severity.ERROR,
        f"{name} {about}, so it was not read.",
        NAME_IT,
        audience="officer",
        where=CellRef(name),
    )


def twice(reading: Reading, twin: Reading) -> Finding:
    """Two returns of the same contributor: one of them must be a copy."""
    return Finding(
        "workbook-twice",
        Severity.ERROR,
        f"{reading.file} and {twin.file} are two copies of the same workbook; only {twin.file} was read.",
        "Keep the right one in the folder and take the other one out.",
        audience="officer",
        service=reading.assignment.service,
        where=CellRef(reading.file),
    )
