"""The challenge pack of one service as a text for the policy officer to take to the meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svcdocs.model.challenge import Question
from svcdocs.model.findings import CellRef
from svcdocs.model.folding import cells_in_short


def challenge_text(service: str, questions: Sequence[Question]) -> str:
    """The questions numbered, each with why it is asked and where that stands; UTF-8 text."""
    return "\n".join(_lines(service, questions)) + "\n"


def places(where: Sequence[CellRef]) -> str:
    """Cells as a person looks them up, those of one sheet together: "Actions F6:F9; Risks E3"."""
    sheets: dict[str, list[str]] = {}
    for one in where:
        sheets.setdefault(one.sheet or one.file, []).append(one.cell)
    return "; ".join(f"{sheet} {cells_in_short(cells)}".strip() for sheet, cells in sheets.items())


def _lines(service: str, questions: Sequence[Question]) -> Iterator[str]:
    yield f"{service}: questions for the challenge meeting"
    if not questions:
        yield from ("", "The plan raises no question by itself.")
    for number, one in enumerate(questions, 1):
        yield from ("", f"{number}. {one.text}", f"   Why we ask: {one.why}")
        if one.where:
            yield f"   Where it stands: {places(one.where)}"
