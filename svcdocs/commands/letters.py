"""The letters of a day: what each contributor is told of what lies in the cycle folder, and the officer of the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

from svcdocs.commands.answered import answered_in
from svcdocs.commands.arrivals import left_behind
from svcdocs.commands.asking import plan_told, sheets_asked
from svcdocs.commands.cells import values_in
from svcdocs.commands.copies import Copies
from svcdocs.commands.intake import Intake
from svcdocs.commands.owing import owes
from svcdocs.commands.reading import read_workbooks
from svcdocs.commands.refused_files import by_sender, kept_in_mind, to_their_sender
from svcdocs.commands.requesting import answerers_of
from svcdocs.commands.whose import Desks
from svcdocs.comparison.gone_columns import gone_columns
from svcdocs.comparison.shares import changes_in
from svcdocs.comparison.told import told
from svcdocs.errors import SvcdocsError, UnusableFile
from svcdocs.excel.cells import place
from svcdocs.model.addressed import OFFICER, by_contributor, most_pressing_first
from svcdocs.model.answers_owed import answers_owed
from svcdocs.model.assignments import Assignment
from svcdocs.model.calendar import Coming, coming, said_date
from svcdocs.model.dates import said_iso
from svcdocs.model.effort import minutes_for
from svcdocs.model.findings import Finding, Severity
from svcdocs.model.letters import Contact, Kind, Letter, Matter, Returned, matters_of
from svcdocs.model.names import all_folded, folded
from svcdocs.model.owed import Owed, owed_of
from svcdocs.project import Archive, Project, What, file_name
from svcdocs.workbook.contents import blanks, sheet_counts
from svcdocs.workbook.layout import Layout
from svcdocs.workbook.reader import Reading, read_workbook
from svcdocs.workbook.shares import share_in

_CLEAR_AWAY = "Once that has come, take this file out of the folder."
_SAID_BY_THE_LETTER = ("not-started",)
"""Codes of findings that say no more than the letter itself does."""


def letters_of(
    project: Project,
    intake: Intake,
    today: date,
    *,
    marked: Mapping[str, str] | None = None,
    refused: Iterable[Finding] | None = None,
) -> tuple[Letter, ...]:
    """A letter for each who fills in a workbook, in the framework's order; last the policy officer's own list.

    ``marked`` gives the name of the marked copy of each contributor who has one, ``refused`` what is told of files that
    were not taken in; where nobody says so, the inbox is looked into.
    """
    desks = Desks(intake.cycle.framework)
    left = left_behind(project, desks) if refused is None else refused
    refusals = tuple(by_sender(left, desks))
    refusals += tuple(kept_in_mind(project, refusals))
    desk = _Desk(project, intake, desks, today, coming(desks.framework, today), refusals)
    heard = desk.heard()
    sent = desk.sent_out()
    letters = [
        _letter(desk, one, heard.get(one.contributor, ()), sent.get(one.contributor), (marked or {}))
        for one in desk.assignments()
    ]
    own = (*heard.get(OFFICER, ()), *desk.to_clear_away())
    return (*letters, *([_officers(desk, own)] if own else []))


@dataclass(frozen=True)
class _Desk:
    """What all letters of a day are made from."""

    project: Project
    intake: Intake
    desks: Desks
    today: date
    ahead: tuple[Coming, ...]
    refused: tuple[tuple[str, Finding], ...] = ()

    @cached_property
    def owed(self) -> tuple[Owed, ...]:
        """What somebody has promised to the plans that have come in."""
        cycle = self.intake.cycle
        return (*(one for one in owed_of(cycle) if one.record is not None), *answers_owed(cycle))

    @cached_property
    def archive(self) -> Archive | None:
        """What was received; None where its ledger cannot be read, which is told elsewhere."""
        try:
            return Archive.open(self.project, self.desks.contributor_called)
        except SvcdocsError:
            return None

    def assignments(self) -> Iterator[Assignment]:
        """Whoever fills in a workbook: as the framework asks, and beside that as a workbook that lies there says."""
        answerers = answerers_of(self.intake.cycle, self.desks)
        asked = {one.contributor: one for one in (*self.desks.assignments, *answerers)}
        for name in self.intake.contributors:
            if name in asked or name in self.intake.returned:
                yield asked.get(name) or self.intake.returned[name].assignment

    def owners(self) -> Iterator[tuple[str, str]]:
        """Whose each file is: that of a workbook that was read, or by its name that of one that could not be."""
        read = {reading.file: name for name, reading in self.intake.returned.items()}
        for name in self.intake.hashes:
            whose = (
                None if name in read or name == self.intake.framework else self.desks.in_name(PurePosixPath(name).stem)
            )
            if name in read or whose is not None:
                yield name, read.get(name) or (whose.contributor if whose else OFFICER)

    def heard(self) -> dict[str, list[Finding]]:
        """What each contributor hears: of their workbook, and of what they sent and could not be taken in."""
        found = by_contributor(self.intake.findings, dict(self.owners()))
        heard = {who: [to_their_sender(one) if who else one for one in ones] for who, ones in found.items()}
        for who, finding in self.refused:
            heard.setdefault(who, []).append(finding)
        return heard

    def to_clear_away(self) -> Iterator[Finding]:
        """What the officer hears beside whoever sent it: a file that cannot be used, until it is taken out."""
        read = {reading.file for reading in self.intake.returned.values()}
        owned = {file for file, _ in self.owners()} - read
        for finding in self.intake.findings:
            if finding.where is not None and finding.where.file in owned and finding.audience != "officer":
                yield replace(finding, hint=f"{finding.hint} {_CLEAR_AWAY}")
        for who, finding in self.refused:
            path = self.project.folder / finding.where.file if finding.where is not None else None
            lies_here = path is not None and path.is_relative_to(self.project.folder) and path.is_file()
            away = f" {_CLEAR_AWAY}" if lies_here else ""
            yield replace(finding, hint=f"The letter to {who} asks for another.{away}", audience="officer")

    def sent_out(self) -> dict[str, Reading]:
        """What was sent out last to everybody of whom nothing has come back, as far as it lies in the folder."""
        folder, found = self.project.issued_dir, {}
        books = sorted(folder.glob("*/*.xlsx"), key=lambda path: path.parent.name) if folder.is_dir() else []
        latest = {path.stem: path for path in books}
        for one in self.assignments():
            path = latest.get(file_name(one.contributor))
            if path is not None and one.contributor not in self.intake.returned:
                found[one] = path
        read = read_workbooks(self.project, found.values(), {})
        return {
            one.contributor: read_workbook(cells, path.name, self.desks.layout(one))
            for (one, path), cells in zip(found.items(), read, strict=True)
            if not isinstance(cells, UnusableFile)
        }

    @property
    def officer(self) -> Contact:
        """Whom people ask."""
        about = self.intake.cycle.framework.about
        return Contact(about.officer.strip(), about.email.strip(), about.telephone.strip())


def _letter(
    desk: _Desk, whose: Assignment, heard: Iterable[Finding], sent: Reading | None, marked: Mapping[str, str]
) -> Letter:
    layout = desk.desks.layout(whose)
    back = desk.intake.returned.get(whose.contributor)
    has_begun = back is not None and not back.is_untouched
    sheets = [layout.name(sheet) for sheet in layout.sheets]
    heard = tuple(heard)
    own = (one for one in heard if one.code not in _SAID_BY_THE_LETTER and not one.shared)
    findings = most_pressing_first((replace(one, field=layout.terms.put_into(one.field)) for one in own), sheets)
    matters, rest = matters_of(findings, values_in(back) if back is not None else {})
    if back is not None:
        matters = tuple(replace(one, called=_called(one, back)) for one in matters)
    counts = Counter(one.severity for one in findings)
    unprinted = tuple(one.message for one in heard if one.shared)
    returned = _returned(desk, back, layout, unprinted) if back is not None and has_begun else Returned()
    asks = counts[Severity.ERROR] or counts[Severity.WARNING] or returned.open
    asked = () if has_begun else tuple(sheets_asked(layout, back or sent))
    due, shown = whose.deadline, back or sent
    return Letter(
        kind=Kind.FILL_IN if not has_begun else Kind.PUT_RIGHT if asks else Kind.THANKS,
        contributor=whose.contributor,
        council=desk.intake.cycle.framework.about.council_name,
        plan=plan_told(layout),
        to=Contact(whose.contact.strip(), whose.email.strip()),
        officer=desk.officer,
        file=PurePosixPath(shown.file).name if shown is not None else "",
        due=said_date(due),
        late=due.meaning.last is not None and due.meaning.last < desk.today,
        asked=asked,
        minutes=minutes_for(asked) if asked else 0,
        returned=returned,
        matters=matters,
        rest=rest,
        counts=counts,
        marked=marked.get(whose.contributor, ""),
        owes=owes(whose, desk.owed, desk.intake.cycle.framework),
        next=desk.ahead,
        answered=answered_in(back, desk.intake.cleared, layout) if back is not None and has_begun else (),
    )


def _called(matter: Matter, back: Reading) -> str:
    """What a workbook has over the column that a matter is about, where that is not our heading; else blank.

    Of a cell of a table that is told without a heading, what stands over it.
    """
    at, heads = place(matter.first), back.heads.get(matter.sheet)
    is_below = at is not None and heads is not None and at[0] > heads.last
    typed = heads.titles.get(at[1], "").strip() if at is not None and heads is not None and is_below else ""
    return typed if folded(typed) != folded(matter.field) else ""


def _officers(desk: _Desk, findings: Iterable[Finding]) -> Letter:
    """All that is nobody's own, one by one: there is no marked copy of it."""
    ordered = most_pressing_first(findings)
    matters, _ = matters_of(ordered, {}, len(ordered))
    about = desk.intake.cycle.framework.about
    return Letter(
        kind=Kind.OFFICER,
        contributor=OFFICER,
        council=about.council_name,
        plan="",
        to=desk.officer,
        officer=desk.officer,
        matters=matters,
        counts=Counter(one.severity for one in ordered),
        next=desk.ahead,
    )


def _returned(desk: _Desk, back: Reading, layout: Layout, unprinted: tuple[str, ...]) -> Returned:
    """What has come back, in short; what has changed in it only where a version before it is kept."""
    brief = Returned(arrived=sheet_counts(back, layout), blank=tuple(blanks(back, layout)), unprinted=unprinted)
    archive = desk.archive
    if archive is None:
        return brief
    history, sha = archive.history(back.assignment.contributor), desk.intake.hashes.get(back.file, "")
    event = history.known(sha)
    if event is None:
        return brief
    last = history.last
    sent = history.versions.get(event.after[-1]) if event.what is What.MERGED and event.after else event
    called = sent.name if sent is not None and sent.what is What.RECEIVED else ""
    open_ = last.open if last is not None and last.lies == sha else ()
    before = history.versions.get(event.after[0]) if event.after else None
    joined = f"version {before.version} of {said_iso(before.date)}" if before and event.what is What.MERGED else ""
    brief = replace(brief, received=said_iso(event.date), called=called, joined=joined, open=open_)
    read = Copies(desk.project, desk.desks, archive, history).version(before) if before is not None else None
    if before is None or read is None:
        return brief
    changes = [one for one in changes_in(share_in(read.reading), share_in(back)) if one.part != "declarations"]
    since = f"version {before.version}, which came on {said_iso(before.date)}"
    gone, others = gone_columns(changes, back.gaps)
    lines = [f"{column.told(desk.desks.terms)}." for column in gone]
    lines += told(others, desk.desks.terms) if others else ()
    return replace(brief, since=since, changes=tuple(lines))


def _owes(desk: _Desk, whose: Assignment) -> Iterator[str]:
    """What somebody else has promised on their behalf, by any of their names."""
    names = set(all_folded((whose.contributor, whose.contact, whose.team)))
    for entry in desk.intake.cycle.framework.glossary:
        pair = all_folded((entry.abbreviation, entry.meaning))
        names |= pair if pair & names else set()
    yield from (_promise(one) for one in desk.owed if folded(one.who) in names)


def _promise(one: Owed) -> str:
    due = f", by {said_date(one.when)}" if one.when else ""
    return f"{one.what or 'a text'} ({one.service}){due}"
