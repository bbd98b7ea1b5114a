"""Every rule's worked example, run: the wrong rows make it speak at their cells, and the right ones make it silent."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from svcdocs.checks.every import ALL_RULES
from svcdocs.model.findings import Finding, Severity
from svcdocs.model.rules import Rule
from tests.checks.worked import Told, told_of

WITHOUT_AN_EXAMPLE: dict[str, str] = {}
"""Rules that no row can show, each with the reason."""
WITHOUT_A_CELL = {"no-signature": "what it misses is a row of the framework, and a row that is not there has no cell"}
"""Rules whose finding points to no cell, each with the reason."""

_WEIGHT = list(Severity)


def _stage(rule: Rule) -> str:
    """The stage at which an example is shown: in draft, unless the rule is silent there."""
    return "Draft" if rule.draft is not None else "Final"


def _of(told: Told, code: str) -> list[Finding]:
    return [finding for finding in told.findings if finding.code == code]


def _stands_in(told: Told, finding: Finding) -> bool:
    """Whether a finding points to a cell of the rows, or where it is about a whole sheet, to theirs."""
    if finding.where is None:
        return False
    file, sheet, cell = finding.where.file, finding.where.sheet, finding.where.cell
    if not cell:
        return (file, sheet) in {(row[0], row[1]) for row in told.rows}
    number = re.match(r"[A-Z]+(\d+)", cell)
    return number is not None and (file, sheet, int(number[1])) in told.rows


@pytest.mark.parametrize("stage", ["Draft", "Final"])
def test_nothing_is_told_of_the_council_that_the_examples_spoil(stage: str) -> None:
    assert told_of("Parks/Guide | Ready to send: Yes", stage=stage).findings == []


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_every_rule_says_what_it_finds_and_what_to_do(rule: Rule) -> None:
    for text in (rule.message, rule.remedy):
        assert text[:1].isupper(), rule.code
        assert text.endswith("."), rule.code
        assert "\n" not in text, rule.code
        assert "svcdocs" not in text, rule.code
    assert rule.example or rule.code in WITHOUT_AN_EXAMPLE
    assert (rule.limit is None) == (not rule.counts)


@pytest.mark.parametrize("rule", [rule for rule in ALL_RULES if rule.example], ids=lambda rule: rule.code)
def test_the_wrong_rows_make_the_rule_speak_at_their_cells_and_the_right_ones_mend_it(rule: Rule) -> None:
    assert rule.example
    wrong, right = told_of(rule.example.wrong, stage=_stage(rule)), told_of(rule.example.right, stage=_stage(rule))
    spoken = _of(wrong, rule.code)
    assert spoken, [str(finding) for finding in wrong.findings]
    if rule.code not in WITHOUT_A_CELL:
        assert [finding for finding in spoken if not _stands_in(wrong, finding)] == []
    assert _of(right, rule.code) == []
    before, after = _counted(wrong), _counted(right)
    weight = min(_WEIGHT.index(finding.severity) for finding in spoken)
    new = [finding for finding in right.findings if after[finding.code] > before[finding.code]]
    assert [finding for finding in new if _WEIGHT.index(finding.severity) <= weight] == []


def _counted(told: Told) -> Counter[str]:
    return Counter(finding.code for finding in told.findings)
