"""Columns that somebody has taken off a sheet, with what stood there when it was sent out or came back before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from svcdocs.commands.arrivals import Arrival
from svcdocs.commands.copies import Copies
from svcdocs.commands.whose import Desks
from svcdocs.comparison.gone_columns import GoneColumn, gone_columns
from svcdocs.comparison.shares import changes_in
from svcdocs.errors import SvcdocsError
from svcdocs.model.dates import said_iso
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.model.gaps import Gap
from svcdocs.project import Archive, Project
from svcdocs.workbook.layout import Layout
from svcdocs.workbook.reader import Reading
from svcdocs.workbook.shares import share_in


def with_gone_columns(
    findings: Sequence[Finding], project: Project, desks: Desks, readings: Iterable[Reading], hashes: Mapping[str, str]
) -> list[Finding]:
    """What is told of some workbooks, with the columns that are gone from them and what went with each.

    Where it is told already that a column is missing, that finding says what went with it. ``hashes`` gives the hash of
    each file.
    """
    gone = {_place(one): one for one in _gone(project, desks, readings, hashes)}
    told = []
    for finding in findings:
        more = gone.pop(_place(finding), None) if finding.code == "column-missing" else None
        told.append(finding if more is None else replace(finding, message=more.message, hint=more.hint))
    return [*told, *gone.values()]


def _place(finding: Finding) -> tuple[str, str, str]:
    where = finding.where or CellRef("")
    return where.file, where.sheet, finding.field


def _gone(project: Project, desks: Desks, readings: Iterable[Reading], hashes: Mapping[str, str]) -> Iterator[Finding]:
    lacking = [(reading, gaps) for reading in readings if (gaps := [gap for gap in reading.gaps if gap.is_column])]
    if not lacking:
        return
    try:
        archive = Archive.open(project, desks.contributor_called)
    except SvcdocsError:
        return  # that the ledger cannot be read is told by whoever takes returns in
    for reading, gaps in lacking:
        copies = Copies(project, desks, archive, archive.history(reading.assignment.contributor))
        before = _before(copies, reading, hashes.get(reading.file, ""))
        yield from _told(reading, gaps, before, desks)


def _before(copies: Copies, reading: Reading, sha256: str) -> Iterator[tuple[Arrival, str]]:
    """What a workbook was made from, the latest first: each earlier version that came, and what was sent out."""
    event, seen = copies.history.known(sha256), set[int]()
    while event is not None and event.after and event.after[0] not in seen:
        seen.add(event.after[0])
        event = copies.history.versions.get(event.after[0])
        version = copies.version(event) if event is not None else None
        if event is not None and version is not None:
            yield version, f"that came on {said_iso(event.date)}"
    sent = copies.sent_out(reading.identity)
    if sent is not None:
        yield sent, f"that was sent out on {said_iso(sent.path.parent.name)}"


def _told(reading: Reading, gaps: list[Gap], before: Iterable[tuple[Arrival, str]], desks: Desks) -> Iterator[Finding]:
    """Each column is compared with the latest version that still had it."""
    left = gaps
    for version, called in before:
        if not left:
            return
        lacks = {(gap.part, gap.field) for gap in version.reading.gaps if gap.is_column}
        here = [gap for gap in left if (gap.part, gap.field) not in lacks]
        left = [gap for gap in left if gap not in here]
        if here:
            found, _ = gone_columns(changes_in(share_in(version.reading), share_in(reading)), here)
            yield from (_finding(one, reading, called, desks.layout(reading.assignment)) for one in found)


def _finding(gone: GoneColumn, reading: Reading, called: str, layout: Layout) -> Finding:
    sheet = gone.gap.where.sheet if gone.gap.where is not None else ""
    heads = reading.heads.get(sheet)
    heading = layout.terms.put_into(gone.title)
    return Finding(
        "column-gone",
        Severity.WARNING,
        f"{gone.told(layout.terms)}.",
        f"Put the column back with what stood in it, from the workbook {called}; or if nothing is to stand there, put "
        f"back its heading, '{heading}', alone.",
        service=reading.assignment.service,
        where=CellRef(reading.file, sheet, f"A{max(heads.last, 1)}" if heads is not None else ""),
        field=heading,
    )
