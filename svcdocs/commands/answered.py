"""What the reasons in a return were taken to answer: nobody is answered for without being told."""

from __future__ import annotations

from collections.abc import Iterable

from svcdocs.checks.run import Cleared
from svcdocs.model.findings import CellRef
from svcdocs.model.letters import Answered
from svcdocs.workbook.layout import Layout
from svcdocs.workbook.reader import Reading


def answered_in(back: Reading, cleared: Iterable[Cleared], layout: Layout) -> tuple[Answered, ...]:
    """The reasons of one return, in their order, each with the matters that are not asked because of it.

    What is the policy officer's to answer is told to nobody else.
    """
    found: dict[tuple[CellRef, str], list[tuple[str, str, str]]] = {}
    for one in cleared:
        where = one.finding.where
        if one.place is None or one.place.file != back.file or where is None or one.finding.audience == "officer":
            continue
        matter = (where.cell, layout.terms.put_into(one.finding.field), one.finding.message)
        found.setdefault((one.place, one.reason), []).append(matter)
    return tuple(Answered(at.sheet, at.cell, reason, tuple(said)) for (at, reason), said in found.items())
