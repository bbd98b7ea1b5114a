"""Findings as marks in a contributor's own workbook, or as a list in plain text where it cannot be marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from svcdocs.excel.our_marks import in_one_line
from svcdocs.excel.package import Limits
from svcdocs.excel.patching import Mark, marked_copy
from svcdocs.model.findings import Finding, Severity
from svcdocs.workbook.headings import NEEDS

_ORDER = list(Severity)


def annotated(content: bytes, findings: Iterable[Finding], council: str, limits: Limits) -> bytes:
    """The copy of a contributor's workbook in which each finding is marked where it is; ``council`` signs the notes.

    Raises:
        CannotMarkError: it is in no format, or in no state, in which it can be marked.
    """
    return marked_copy(content, marks_of(findings), council or "Policy team", back_under=NEEDS, limits=limits)


def marks_of(findings: Iterable[Finding]) -> tuple[Mark, ...]:
    """The marks of findings about one workbook, in the order given."""
    return tuple(_mark(finding) for finding in findings)


def as_list(findings: Sequence[Finding], name: str) -> str:
    """The same in plain text, for a workbook that cannot be marked; ``name`` is what it is called."""
    lines = [f"What was found in {name}"]
    for number, mark in enumerate(marks_of(findings), 1):
        where = f"{mark.sheet} {mark.cell}".strip() or "The whole workbook"
        lines += [
            "",
            f"{number}. {mark.word}: {where}",
            f"   {in_one_line(mark.what)}",
            f"   {in_one_line(mark.remedy)}",
        ]
    return "\n".join(lines) + "\n"


def _mark(finding: Finding) -> Mark:
    where = finding.where
    return Mark(
        sheet=where.sheet if where else "",
        cell=where.cell if where else "",
        weight=_ORDER.index(finding.severity),
        word=finding.severity.heading,
        what=finding.message,
        remedy=finding.hint,
    )
