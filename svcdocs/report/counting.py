"""How many findings there are of each weight, and the words for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from svcdocs.model.findings import Finding, Severity


class Counts(NamedTuple):
    """How many findings are to be put right, to be checked, and for information."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self)

    @property
    def words(self) -> str:
        """The counts in words, without what there is none of: "8 to put right, 1 please check"."""
        told = [f"{count:,} {weight.asks}" for count, weight in zip(self, Severity, strict=True) if count]
        return ", ".join(told) or "nothing to put right"

    @property
    def rank(self) -> tuple[int, ...]:
        """By this the worst comes first."""
        return tuple(-count for count in self)


def counts_of(findings: Iterable[Finding]) -> Counts:
    """How many of some findings have each weight."""
    found = dict.fromkeys(Severity, 0)
    for finding in findings:
        found[finding.severity] += 1
    return Counts(*found.values())
