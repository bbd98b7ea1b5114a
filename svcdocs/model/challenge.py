"""The awkward questions that are put to a service about its plan, each with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.model.findings import CellRef


@dataclass(frozen=True, slots=True)
class Question:
    """One question to put to a service: its ``text``, ``why`` it is asked, and the cells it was drawn from."""

    service: str
    text: str
    why: str
    where: tuple[CellRef, ...]
