"""Columns that somebody has taken off a sheet, with what stood there when it was sent out or came back before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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


def told_of_gone_columns(
    project: Project, desks: Desks, readings: Iterable[Reading], hashes: Mapping[str, str]
) -> Iterator[Finding]:
    """What is told of columns that are gone from some workbooks, each once with how many values went with it.

    Of a column that is needed it has been told already that it is missing. ``hashes`` gives the hash of each file.
    """
    lacking = [(reading, gaps) for reading in readings if (gaps := _optional(reading, desks))]
    if not lacking:
        return
    try:
        archive = Archive.open(project, desks.contributor_called)
    except SvcdocsError:
        return  # that the ledger cannot be read is told by whoever takes returns in
    for reading, gaps in lacking:
        copies = Copies(project, desks, archive, archive.history(reading.assignment.contributor))
        yield from _told(reading, gaps, list(_before(copies, reading, hashes.get(reading.file, ""))), desks)


def _optional(reading: Reading, desks: Desks) -> list[Gap]:
    """The columns that are gone from a workbook and of which nothing else is told."""
    layout = desks.layout(reading.assignment)
    asked = {
        (sheet.holds, column.key) for sheet in layout.known for column in layout.columns(sheet) if column.ask.needs
    }
    return [gap for gap in reading.gaps if gap.is_column and (gap.part, gap.field) not in asked]


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


def _told(reading: Reading, gaps: list[Gap], before: list[tuple[Arrival, str]], desks: Desks) -> Iterator[Finding]:
    """Each column is compared with the latest version that still had it."""
    left = gaps
    for version, called in before:
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
