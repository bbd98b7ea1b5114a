"""What every question is drawn from: one plan among the others, and what the checks have said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from svcdocs.model.base import Record
from svcdocs.model.challenge import Question
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import CellRef, Finding, in_short
from svcdocs.model.service_plan import Action, Indicator, Objective, Risk, ServicePlan
from svcdocs.model.wordings import wording_of

MOST_NAMED = 6
"""So many records are named in a question; of more it says how many."""


@dataclass(frozen=True)
class Asking:
    """One service's plan, the cycle it belongs to, and the findings about that service."""

    cycle: Cycle
    plan: ServicePlan
    findings: tuple[Finding, ...] = ()

    def question(self, text: str, why: str, cells: Iterable[tuple[Record, str]]) -> Question:
        """A question of this service's, drawn from the cells of some fields of records."""
        places = (record.cell(field) for record, field in cells)
        return Question(self.plan.service, text, why, tuple(place for place in places if place is not None))

    def is_told(self, *codes: str) -> bool:
        """Whether a check has asked of this service what one of these rules asks, so that it is asked from there."""
        return any(finding.code in codes for finding in self.findings)


Ask = Callable[[Asking], Iterator[Question]]


def named(record: Action | Indicator | Objective | Risk) -> str:
    """A record as it is called in the room: "HC1.1 'Open a shelter'"."""
    words = wording_of(record).plain
    said = f"'{in_short(words)}'" if words.strip() else ""
    return " ".join(part for part in (str(record.ref).strip(), said) if part) or "a row without a name"


def all_named(records: Sequence[Action | Indicator | Objective | Risk]) -> str:
    """Several records by their references, or for want of one by their words: "HC1.1, HC1.2 and 3 more"."""
    shown = [str(one.ref).strip() or named(one) for one in records[:MOST_NAMED]]
    return listed(shown, len(records) - len(shown))


def listed(words: Sequence[str], more: int = 0) -> str:
    """Words as a sentence lists them: "A, B and C"; "A, B and 3 more"."""
    whole = [*words, f"{more:,} more"] if more else list(words)
    return whole[0] if len(whole) == 1 else f"{', '.join(whole[:-1])} and {whole[-1]}"


def cells_of(findings: Iterable[Finding]) -> tuple[CellRef, ...]:
    """The cells that findings name."""
    return tuple(finding.where for finding in findings if finding.where is not None)
