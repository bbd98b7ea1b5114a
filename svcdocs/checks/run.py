"""Running the rules: every check over a linked cycle, each finding with the severity its stage and council give it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from svcdocs.checks import framework
from svcdocs.checks.every import ALL_CHECKS, ALL_RULES
from svcdocs.checks.names import did_you_mean
from svcdocs.checks.rule import Hit
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import CellRef, Finding, in_short
from svcdocs.model.rules import figure_in


def unknown_rules(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a row of the sheet Rules that names no rule, and so changes nothing."""
    codes = {rule.code for rule in ALL_RULES}
    for row in cycle.framework.rules:
        if row.rule.strip() and row.rule.strip().casefold() not in codes:
            hint = did_you_mean(row.rule, codes, "Delete the row.")
            message = f"'{in_short(row.rule)}' is not one of the checks, so its row changes nothing."
            yield Hit(framework.UNKNOWN_RULE, message, hint, "", row, "rule")


def unclear_limits(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a limit on the sheet Rules that is no number, or stands beside a check that counts nothing."""
    rules = {rule.code: rule for rule in ALL_RULES}
    for row in cycle.framework.rules:
        rule = rules.get(row.rule.strip().casefold())
        if rule is None or not row.limit.strip():
            continue
        if rule.limit is None:
            message = (
                f"The check {rule.code} does not count anything, so the limit '{in_short(row.limit)}' does nothing."
            )
            yield Hit(framework.LIMIT_UNCLEAR, message, "Take the limit out.", "", row, "limit")
        elif figure_in(row.limit) is None:
            message = f"'{in_short(row.limit)}' is not a number, so the limit of {rule.code} stays {rule.limit:g}."
            hint = f"Write a figure alone, such as {rule.limit:g} ({rule.counts}); or leave it blank."
            yield Hit(framework.LIMIT_UNCLEAR, message, hint, "", row, "limit")


@dataclass(frozen=True, slots=True)
class Cleared:
    """A finding that somebody has answered on its row, the reason given, and the cell in which it stands."""

    finding: Finding
    reason: str
    place: CellRef | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks say of a cycle, in their order: what is to be put right, and what has been answered."""

    findings: tuple[Finding, ...]
    cleared: tuple[Cleared, ...]


def checked(cycle: Cycle) -> Checked:
    """Every finding about a cycle, whether somebody has answered it or not.

    A matter of judgement about a row is answered once its column "Why this is right" gives a reason, whatever it weighs
    and at either stage.
    """
    weighs = {rule.code: rule.severity_in(cycle.framework) for rule in ALL_RULES}
    findings, cleared = [], []
    hits = [hit for check in (*ALL_CHECKS, unknown_rules, unclear_limits) for hit in check(cycle)]
    covered = {(id(hit.record), code) for hit in hits if weighs[hit.rule.code] is not None for code in hit.rule.covers}
    for hit in hits:
        given = weighs[hit.rule.code]
        if given is None or (id(hit.record), hit.rule.code) in covered:
            continue
        if hit.reason:
            cleared.append(Cleared(hit.finding(given), hit.reason, hit.reason_at))
        else:
            findings.append(hit.finding(given))
    return Checked(tuple(findings), tuple(cleared))
