"""How findings and outputs are told to people: by service and file, the worst first, with counts."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import click

from svcdocs.cli.boundary import FINDINGS_BLOCK, NOTHING_BLOCKS
from svcdocs.cli.console import say, warn
from svcdocs.cli.wrapping import say_heading, say_wrapped, width
from svcdocs.model.findings import Finding, Severity, in_short
from svcdocs.model.folding import Fold, cells_in_short, folded_findings
from svcdocs.model.owed import Owed, by_debtor
from svcdocs.outputs import Outcome, Published

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_ORDER = list(Severity)
_MANY = 5
"""From so many findings of one kind on one sheet, only the first is told in full."""
_MOST_BESIDE = 5
"""So many kinds of findings of a group that do not block are shown on a terminal, beside all that do."""


def tell_findings(findings: Sequence[Finding]) -> None:
    """Print every finding under its service and file, the worst first, and then how many there are."""
    tell_groups(findings)
    if findings:
        say()
    say(summary(findings))


def tell_groups(findings: Sequence[Finding], all_in: str = "") -> None:
    """Print findings under their service and file; whoever has something to put right comes first.

    Where ``all_in`` names a file in which all of them stand, a terminal shows what is to be put right and only some of
    the rest of each group; elsewhere everything is printed, so that it can be searched.
    """
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        file = finding.where.file if finding.where else ""
        groups.setdefault((finding.service, file), []).append(finding)
    most = _MOST_BESIDE if all_in and width() is not None else sys.maxsize
    is_cut = False
    for number, ((service, file), group) in enumerate(
        sorted(groups.items(), key=lambda one: min(map(_weight, one[1])))
    ):
        if number:
            say()
        place = " · ".join(part for part in (service, file) if part) or "The whole cycle"
        say(click.style(place, bold=True))
        say_wrapped(summary(group), indent=2)
        is_cut |= _tell_group(group, most)
    if is_cut:
        say()
        say_wrapped(f"All findings stand in {all_in}; those of one workbook are shown with --file.", hang=0)


def _tell_group(group: Iterable[Finding], most: int) -> bool:
    """Print the findings of one file, the worst first; whether some were only counted."""
    alike = folded_findings(sorted(group, key=_weight), _MANY)
    first = [one for one in alike if one.first.blocks]
    beside = [one for one in alike if not one.first.blocks]
    for one in (*first, *beside[:most]):
        _tell(one)
    rest = [finding for one in beside[most:] for finding in one.findings]
    if rest:
        say(f"  and more: {summary(rest)}")
    return bool(rest)


def tell_plainly(finding: Finding) -> None:
    """Print one finding with its cell, its remedy and its code."""
    _tell(Fold(finding))


def summary(findings: Iterable[Finding]) -> str:
    """How many findings of each severity, in words."""
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    told = [f"{count} {severity.asks}" for severity, count in counts.items() if count]
    return ", ".join(told) if told else "Nothing to put right."


def tell_cleared(count: int, *, gaps_block: bool) -> None:
    """Print how much has been answered by a reason, and what an officer may do about checks that do not fit."""
    if count:
        say_wrapped(
            f"{count} more {'is' if count == 1 else 'are'} right as {'it stands' if count == 1 else 'they stand'}, "
            "by what is said in 'Why this is right'."
        )
    if gaps_block:
        say_wrapped("A check that does not fit your plans can be set to Note or Off on the framework's sheet Rules.")


def tell_owed(owed: Iterable[Owed]) -> None:
    """Print what is still to come under each who owes it: whoever owes something first, first."""
    debts = by_debtor(owed)
    if debts:
        say_heading("Still to come")
    for who, ones in debts.items():
        say(f"  {in_short(who) or 'Nobody named'}")
        for one in ones:
            due = f", by {in_short(str(one.when))}" if one.when else "; no date given"
            say_wrapped(f"{in_short(one.what) or 'a text'} ({one.service}){due}", indent=4)
    if debts:
        say()


def tell_unwritten(published: Published) -> int:
    """Name what could not be written and what was kept because somebody edited it; the exit code that follows."""
    for result in (*published.of(Outcome.KEPT), *published.of(Outcome.REFUSED)):
        warn(f"{result.why}\n  {result.hint}")
    return FINDINGS_BLOCK if published.of(Outcome.REFUSED) else NOTHING_BLOCKS


def _tell(fold: Fold) -> None:
    """The first of some findings that are alike in full, the others by their cells."""
    finding, others = fold.first, fold.others
    where = ""
    if finding.where and (finding.where.sheet or finding.where.cell):
        where = f"{finding.where.sheet} {finding.where.cell}".strip() + ": "
    head, colour = finding.severity.asks, _COLOURS[finding.severity]
    say_wrapped(f"{where}{finding.message}", head=head, colour=colour, indent=2, hang=4)
    if others:
        cells = [one.where.cell for one in fold.findings if one.where]
        comes_again = len(set(cells)) < len(cells)
        places = "; ".join(map(str, fold.elsewhere)) if comes_again else cells_in_short(cells[1:])
        say_wrapped(f"The same at {len(others)} more: {places}", indent=6)
    say_wrapped(f"{finding.hint}  [{finding.code}]", indent=6, hang=0)


def _weight(finding: Finding) -> int:
    return _ORDER.index(finding.severity)
