"""Questions that a check has asked already: what it says of a service and no team can put right by itself."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.challenge.asking import Asking, cells_of
from svcdocs.model.challenge import Question
from svcdocs.model.findings import Finding

_ASKED = frozenset({"target-easier", "target-flat"})
"""Codes of rules that ask a question of policy although a team hears of them as well."""
_CHORES = frozenset({"given-twice", "no-signature", "second-reader", "workbook-twice", "not-started"})
"""Codes of what the policy officer puts right alone: nobody is asked about them at a meeting."""


def asked_by_rules(asking: Asking) -> Iterator[Question]:
    """What the rules whose findings are for the policy officer say of the service: a question for each rule."""
    told: dict[str, list[Finding]] = {}
    for finding in asking.findings:
        is_policy = finding.audience == "officer" or finding.code in _ASKED
        if is_policy and finding.code not in _CHORES and not finding.blocks:
            told.setdefault(finding.code, []).append(finding)
    for findings in told.values():
        first, more = findings[0], len(findings) - 1
        again = f" The same is so in {more:,} other {'place' if more == 1 else 'places'}." if more else ""
        text = f"{first.message}{again} Is that meant, and what lies behind it?"
        yield Question(asking.plan.service, text, first.hint, cells_of(findings))
