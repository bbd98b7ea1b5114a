"""The verb receive: what has come back is kept for ever, read, put in its place, and a receipt given for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from svcdocs import __version__
from svcdocs.commands.arrivals import Arrival, arrivals
from svcdocs.commands.check import told_outputs
from svcdocs.commands.copies import Copies
from svcdocs.commands.deciding import accept, put_back
from svcdocs.commands.edits import Choices, Edited, adopt, settle
from svcdocs.commands.figures import figures_received
from svcdocs.commands.giving import Given, give_refs
from svcdocs.commands.intake import Intake, Progress, counts, read_cycle, read_framework_of
from svcdocs.commands.letter_files import letters_gone
from svcdocs.commands.refused_files import keep_in_mind
from svcdocs.commands.standing import standings
from svcdocs.commands.taking_in import Taken, clear_away, lies_there, take_in
from svcdocs.commands.whose import Desks
from svcdocs.comparison.figures import is_of_figures
from svcdocs.comparison.gone_columns import gone_columns
from svcdocs.comparison.shares import changes_in
from svcdocs.comparison.told import told
from svcdocs.errors import SvcdocsError
from svcdocs.files import remove, sha256_of_file
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.model.names import folded
from svcdocs.model.receipts import Receipt
from svcdocs.model.states import Standing
from svcdocs.outputs import Output, Published, publish
from svcdocs.project import Archive, Project, file_name
from svcdocs.report.receipts import receipt_text
from svcdocs.workbook.contents import as_written, blanks, not_read, sheet_counts
from svcdocs.workbook.shares import share_in


@dataclass(frozen=True, slots=True)
class Received:
    """What was taken in: a receipt for each return, what is told of other files, and where everybody stands now."""

    receipts: tuple[Receipt, ...]
    findings: tuple[Finding, ...]
    standings: tuple[Standing, ...]
    lines: tuple[str, ...] = ()
    published: Published = field(default_factory=lambda: Published(()))

    @property
    def blocks(self) -> bool:
        """Whether a file was left, or somebody has a question to answer."""
        return any(finding.blocks for finding in self.findings) or any(each.open for each in self.standings)

    def as_json(self) -> dict[str, Any]:
        """The result under its published names."""
        return {
            "receipts": [receipt.as_json() for receipt in self.receipts],
            "findings": [finding.as_json() for finding in self.findings],
            "counts": counts(self.findings),
            "states": [standing.as_json() for standing in self.standings],
            "done": list(self.lines),
        }


@dataclass(frozen=True, slots=True)
class Orders:
    """What the policy officer says beside: nothing of it need be said.

    ``alone`` says that each return replaces the last one of its contributor; ``choices`` what becomes of the officer's
    own edits. ``put_back`` names a contributor whose ``version`` (0: the one before) counts again; ``accept`` those
    whose returns are accepted.
    """

    alone: bool = False
    choices: Choices = field(default_factory=Choices)
    put_back: str = ""
    version: int = 0
    accept: tuple[str, ...] = ()


def receive(
    project: Project, today: date, progress: Progress, *, files: Sequence[Path] = (), orders: Orders | None = None
) -> Received:
    """Take in what has come back: some files, or all that lies in the inbox.

    A file that cannot be taken in is told and stays where it is; the others are taken in. What ``orders`` put back or
    accept is what lies there then.

    Raises:
        SvcdocsError: the framework or the ledger cannot be read, or ``orders`` name nobody or nothing there is.
    """
    said = orders or Orders()
    framework, _, _ = read_framework_of(project)
    desks = Desks(framework)
    archive, lines = adopt(project, desks, Archive.open(project, desks.contributor_called), today, progress)
    archive, undecided, settled = settle(project, desks, archive, today, said.choices)
    returns, findings = arrivals(project, desks, files, progress)
    taking = _Taking(project, desks, archive, today, lines=[*lines, *settled], findings=[*archive.findings, *findings])
    for new in returns:
        taking.take(new, undecided.get(folded(new.whose.contributor)), alone=said.alone)
    try:
        keep_in_mind(project, desks, taking.findings, taking.came)
        taking.lines += _decided(project, taking.archive, said, today)
    except SvcdocsError as error:
        if not taking.taken:
            raise
        taking.findings.append(_told(error))  # what was taken in is told in any case
    return _result(project, taking.taken, today, (taking.findings, taking.lines), progress)


@dataclass(slots=True)
class _Taking:
    """Returns as they are taken in one by one: the archive as it is by then, and what there is to tell."""

    project: Project
    desks: Desks
    archive: Archive
    today: date
    lines: list[str]
    findings: list[Finding]
    taken: list[Taken] = field(default_factory=list)
    came: list[str] = field(default_factory=list)
    """Those of whom a good return has come."""

    def take(self, new: Arrival, edited: Edited | None, *, alone: bool) -> None:
        """Take in one return; one over ``edited`` work that nobody has decided on, or refused, stays where it is."""
        copies = Copies(self.project, self.desks, self.archive, self.archive.history(new.whose.contributor))
        try:
            if copies.history.known(new.sha256):
                self.archive, line = _once_more(new, copies, self.today)
                self.lines.append(line)
            elif edited:
                self.findings.append(edited.told(self.project, new))
                return
            else:
                done = take_in(new, copies, self.today, alone=alone)
                self.lines += clear_away(self.project, self.archive, done.archive, new.whose.contributor)
                self.archive = done.archive
                self.taken.append(done)
        except SvcdocsError as error:
            self.findings.append(_refused(self.project, new, error))
            return
        self.lines += _out_of_the_inbox(self.project, new)
        self.came.append(new.whose.contributor)


def _decided(project: Project, archive: Archive, said: Orders, today: date) -> Iterator[str]:
    if said.put_back:
        before = archive
        archive, line = put_back(project, archive, said.put_back, said.version, today)
        yield line
        yield from clear_away(project, before, archive, said.put_back)
    if said.accept:
        yield from accept(project, archive, said.accept, today)[1]


def _result(
    project: Project,
    taken: Sequence[Taken],
    today: date,
    told_so_far: tuple[list[Finding], list[str]],
    progress: Progress,
) -> Received:
    """The receipts, written as well as told, once everything has been read anew as it lies now."""
    findings, lines = told_so_far
    intake = read_cycle(project, progress, today)
    given: tuple[Given, ...] = ()
    try:
        given = give_refs(project, intake.cycle, today)
    except SvcdocsError as error:
        findings.append(_told(error, "refs-not-given"))
    receipts = tuple(_receipt(each, intake, given) for each in taken)
    newest = {receipt.contributor: receipt for receipt in receipts}
    outputs = [
        Output(f"receipts/{file_name(name)}.txt", receipt_text(receipt).encode(), {}, keep_edits=False)
        for name, receipt in newest.items()
    ]
    outputs += told_outputs(project, intake, today, findings) if outputs or findings else []
    gone = letters_gone(project, outputs) if outputs else ()
    published = publish(project.output_dir, outputs, program=__version__, gone=gone) if outputs else Published(())
    return Received(receipts, tuple(findings), standings(project, intake), tuple(lines), published)


def _receipt(done: Taken, intake: Intake, given: Iterable[Given]) -> Receipt:
    """What is told of one return: of the workbook that counts after it, or where it changes nothing, of itself."""
    shown, event = done.lies or done.new, done.archive.history(done.new.whose.contributor).versions[done.version]
    reading, layout = shown.reading, shown.layout
    said = reading.declaration
    by = f", checked by {said.checked_by}" if said.checked_by else ""
    on = f" on {said.checked_on}" if by and said.checked_on else ""
    place = done.archive.history(done.new.whose.contributor).events[-1].place
    found = [finding for finding in intake.findings if finding.where is not None and finding.where.file == place]
    changes = changes_in(done.before, share_in(reading)) if done.before is not None else ()
    gone, plans = gone_columns((change for change in changes if change.part != "declarations"), reading.gaps)
    figures = figures_received(reading, done.before, intake.cycle) if done.lies else None
    others = [change for change in plans if not (figures and figures.changes and is_of_figures(change))]
    apart = told(others) if others else ("the figures, as told above",) if plans else ()
    return Receipt(
        contributor=done.new.whose.contributor,
        file=event.name,
        version=done.version,
        received=event.date,
        notes=(*([f"{event.name} is {done.new.note}."] if done.new.note else []), *done.notes),
        clashes=done.clashes,
        for_officer=done.for_officer,
        sheets=sheet_counts(reading, layout),
        empty=tuple(blanks(reading, layout)),
        ignored=tuple(not_read(done.new.cells, done.new.reading)),
        as_written=tuple(as_written(reading, layout)),
        declared=f"{said.ready}{by}{on}" if said.ready else "",
        message=said.message,
        since=done.since,
        changes=(*(f"{column.told(layout.terms)}." for column in gone), *apart),
        given=tuple(str(each) for each in given if each.where and each.where.file == place),
        findings=counts(found) if done.lies else None,
        figures=figures,
    )


def _once_more(new: Arrival, copies: Copies, today: date) -> tuple[Archive, str]:
    """A file that was received before changes nothing, unless somebody has taken it out of the workbooks folder."""
    history = copies.history
    event, current = history.known(new.sha256), history.current
    assert event is not None
    if not lies_there(copies.project, history):
        return put_back(copies.project, copies.archive, history.contributor, event.version, today)
    what = f"{new.name}: already received on {event.date}, as version {event.version} of {event.contributor}"
    if current is None or current.version == event.version:
        return copies.archive, f"{what}. Nothing has changed."
    back = f'svcdocs receive --put-back "{event.contributor}" --version {event.version}'
    return copies.archive, f"{what}; version {current.version} stays. To go back to it, type: {back}"


def _out_of_the_inbox(project: Project, new: Arrival) -> Iterator[str]:
    """Take a file that is kept by now out of the inbox; one given from elsewhere stays where it is."""
    if not new.path.absolute().is_relative_to(project.inbox_dir):
        return
    if sha256_of_file(new.path) != new.sha256 or not remove(new.path):
        yield f"{new.name} was received, but it is still in the inbox: close it, and take it out of there."


def _refused(project: Project, new: Arrival, error: SvcdocsError) -> Finding:
    told, where = _told(error), CellRef(project.name_of(new.path.absolute()))
    return replace(told, hint=f"{told.hint} It was left where it is, and nothing has changed.", where=where)


def _told(error: SvcdocsError, code: str = "not-received") -> Finding:
    message, hint = (f"{text[:1].upper()}{text[1:].rstrip('.')}." for text in (error.message, error.hint))
    return Finding(code, Severity.ERROR, message, hint, audience="officer")
