"""How findings and outputs are told to people: by service and file, the worst first, with counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from svcdocs.cli.boundary import FINDINGS_BLOCK, NOTHING_BLOCKS
from svcdocs.cli.console import say, warn
from svcdocs.model.findings import Finding, Severity
from svcdocs.outputs import Outcome, Published

_WORDS = {Severity.ERROR: "to put right", Severity.WARNING: "please check", Severity.NOTE: "for information"}
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_ORDER = list(Severity)


def tell_findings(findings: Sequence[Finding]) -> None:
    """Print every finding under its service and file, the worst first, and then how many there are."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        file = finding.where.file if finding.where else ""
        groups.setdefault((finding.service, file), []).append(finding)
    for (service, file), group in groups.items():
        say(click.style(" · ".join(part for part in (service, file) if part) or "The whole cycle", bold=True))
        for finding in sorted(group, key=lambda each: _ORDER.index(each.severity)):
            _tell(finding)
        say()
    say(summary(findings))


def summary(findings: Iterable[Finding]) -> str:
    """How many findings of each severity, in words."""
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    told = [f"{count} {_WORDS[severity]}" for severity, count in counts.items() if count]
    return ", ".join(told) if told else "Nothing to put right."


def tell_unwritten(published: Published) -> int:
    """Name what could not be written and what was kept because somebody edited it; the exit code that follows."""
    for result in (*published.of(Outcome.KEPT), *published.of(Outcome.REFUSED)):
        warn(f"{result.why}\n  {result.hint}")
    return FINDINGS_BLOCK if published.of(Outcome.REFUSED) else NOTHING_BLOCKS


def _tell(finding: Finding) -> None:
    where = ""
    if finding.where and (finding.where.sheet or finding.where.cell):
        where = f"{finding.where.sheet} {finding.where.cell}".strip() + ": "
    word = click.style(_WORDS[finding.severity], fg=_COLOURS[finding.severity])
    say(f"  {word}  {where}{finding.message}")
    say(f"      {finding.hint}  [{finding.code}]")
