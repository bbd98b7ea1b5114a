"""Where the planning year stands and what comes next, told from how the returns, the findings and the documents stand.

Pure: a command gathers the ``Situation``. The phase goes by what has been done and not by the date alone, since a year
that runs late is still in the phase it has not finished.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from svcdocs.model.dates import said_day
from svcdocs.model.planning_year import DatedEvent, YearStep
from svcdocs.model.position import Late, NextStep, Position
from svcdocs.model.states import State
from svcdocs.report.typed_lines import typed_line

MOST_STEPS = 3
_NOT_BACK = (State.NOT_STARTED, State.STARTED)
_NAMED = 3
"""So many names at most stand in a sentence."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One contributor: when the workbook is due back, its state, and whether it is kept as a version that was received.

    ``blocking`` counts what is to be put right in it, ``questions`` what somebody still has to decide.
    """

    contributor: str
    state: State
    due: date | None = None
    is_kept: bool = False
    blocking: int = 0
    questions: int = 0


@dataclass(frozen=True, slots=True)
class Situation:
    """All that the position is told from.

    ``folder`` is the cycle folder as the user gave it, nothing where it is the current one; ``steps`` the days of the
    year's steps and ``events`` what the calendar holds from today. ``framework`` is the framework's file and
    ``framework_blocks`` counts what keeps it from being used; ``blocking`` counts what is to be put right anywhere, in
    the places ``blocked``. ``unbuilt`` and ``stale`` count documents that could be built now, and that were built from
    something else; ``begins`` is the first day of the plans. ``version`` is what the present round of documents is
    called, ``unsent`` counts those that were not circulated as it yet, and ``outrun`` those that say something else
    than was circulated as it.
    """

    today: date
    folder: tuple[str, ...] = ()
    windows: bool = False
    begins: date | None = None
    steps: Mapping[YearStep, date] = field(default_factory=dict)
    events: Sequence[DatedEvent] = ()
    framework: str = "framework.xlsx"
    framework_blocks: int = 0
    is_issued: bool = False
    inbox: int = 0
    desks: Sequence[Desk] = ()
    blocking: int = 0
    blocked: Sequence[str] = ()
    unbuilt: int = 0
    stale: int = 0
    is_final: bool = False
    version: str = ""
    unsent: int = 0
    outrun: int = 0

    @property
    def open_desks(self) -> tuple[Desk, ...]:
        """Those whose workbook is not back, or not ready."""
        return tuple(desk for desk in self.desks if desk.state in _NOT_BACK)

    @property
    def late_desks(self) -> tuple[Desk, ...]:
        """Those of them whose day has gone by, the longest ago first."""
        late = (desk for desk in self.open_desks if desk.due is not None and desk.due < self.today)
        return tuple(sorted(late, key=lambda desk: desk.due or self.today))

    @property
    def has_begun(self) -> bool:
        """Whether workbooks have gone out, or come back without that."""
        return self.is_issued or any(desk.state is not State.NOT_STARTED for desk in self.desks)

    def line(self, verb: str, *words: str) -> str:
        """The line that runs a verb on this cycle."""
        return typed_line(verb, *self.folder, *words, windows=self.windows)


def position_of(now: Situation) -> Position:
    """Where the year stands on a day: its phase, the next steps with the most pressing first, and who is late."""
    late = tuple(Late(desk.contributor, desk.due, desk.state) for desk in now.late_desks if desk.due)
    return Position(now.today, next(_phases(now)), tuple(islice(_steps(now), MOST_STEPS)), late)


def named(names: Sequence[str], most: int = _NAMED) -> str:
    """Some names in a sentence: "Housing, Finance and 3 more"."""
    shown, more = list(names[:most]), len(names) - most
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(part for part in (", ".join(shown[:-1]), shown[-1] if shown else "") if part)


def _phases(now: Situation) -> Iterator[str]:
    """The phases of the year that hold, in their order: the first is where it stands."""
    back, everybody = len(now.desks) - len(now.open_desks), len(now.desks)
    if not everybody:
        yield "The framework is being filled in: it names no services yet."
    if not now.has_begun:
        yield f"No workbooks have gone out yet.{_day_of(now, YearStep.ISSUE, 'They', 'to go out by')}"
    if now.late_desks:
        yield f"Workbooks are late: {back} of {everybody} are back and ready, and {len(now.late_desks)} overdue."
    if now.open_desks:
        yield f"Workbooks are being filled in: {back} of {everybody} are back and ready.{_still_due(now)}"
    if now.blocking:
        yield f"All workbooks are back, and they are being checked: {_things(now.blocking)} to put right."
    if now.unbuilt or now.stale:
        yield "All workbooks are back with nothing to put right: the documents can be built."
    if not now.is_final:
        yield f"The drafts are built and can be read.{_day_of(now, YearStep.COMMENTS, 'Comments', 'due on')}"
    if now.begins and now.today >= now.begins:
        yield f"The plans are built, and have been in force since {said_day(now.begins)}."
    yield f"The final plans are built and can be signed.{_day_of(now, YearStep.SIGNING, 'They', 'to be signed by')}"


def _steps(now: Situation) -> Iterator[NextStep]:
    """Everything there is to do, the most pressing first; what the calendar holds comes after that."""
    if now.framework_blocks or not now.desks:
        yield from _framework_first(now)
        if not now.has_begun:
            return
    yield from _returns(now)
    yield from _findings(now)
    yield from _documents(now)
    yield from _acceptance(now)
    yield from _waiting(now)
    yield from _finish(now)
    yield from (NextStep(f"In the calendar: {event.what}", due=event.day) for event in now.events)


def _framework_first(now: Situation) -> Iterator[NextStep]:
    due = None if now.has_begun else now.steps.get(YearStep.ISSUE)
    if not now.desks:
        what = f"Fill in {now.framework}, above all its sheets About and Services, save it, and check it"
    else:
        what = f"Put right {_things(now.framework_blocks)} in {now.framework}; this tells what and where"
    yield NextStep(what, now.line("check"), due)


def _returns(now: Situation) -> Iterator[NextStep]:
    if now.inbox:
        files = "the file" if now.inbox == 1 else f"the {now.inbox} files"
        yield NextStep(f"Take in {files} in the inbox", now.line("receive"))
    asked = [desk for desk in now.desks if desk.questions]
    if asked:
        count = sum(desk.questions for desk in asked)
        who = named([desk.contributor for desk in asked])
        yield NextStep(f"Decide what is still open ({count}) in the return of {who}", now.line("status"))
    if now.late_desks:
        who, since = named([desk.contributor for desk in now.late_desks]), now.late_desks[0].due
        yield NextStep(f"Ask for what is overdue: {who}", "", since)
    if not now.has_begun:
        yield NextStep("Send out the workbooks: this writes them", now.line("issue"), now.steps.get(YearStep.ISSUE))


def _findings(now: Situation) -> Iterator[NextStep]:
    if now.blocking and not (now.framework_blocks and not now.blocked):
        what = f"See what is to be put right in {named(now.blocked)}" if now.blocked else "See what is to be put right"
        ahead = sorted(day for step, day in now.steps.items() if day >= now.today and step is not YearStep.RETURN)
        yield NextStep(f"{what} ({now.blocking}), and have it mended", now.line("check"), next(iter(ahead), None))


def _documents(now: Situation) -> Iterator[NextStep]:
    if now.unbuilt or now.stale:
        reasons = [
            f"{now.unbuilt} not built yet" if now.unbuilt else "",
            f"{now.stale} out of date" if now.stale else "",
        ]
        is_draft = bool(now.blocking or now.open_desks)
        line = now.line("build", "--draft") if is_draft else now.line("build")
        kind = "drafts" if is_draft else "documents"
        yield NextStep(f"Build the {kind}: {', '.join(filter(None, reasons))}", line)


def _acceptance(now: Situation) -> Iterator[NextStep]:
    by_hand = [desk for desk in now.desks if desk.state is State.READY and not desk.is_kept]
    if by_hand:
        books = f"{len(by_hand)} workbook{'' if len(by_hand) == 1 else 's'}"
        yield NextStep(f"Keep on record {books} put in place or edited by hand", now.line("receive"))
    for desk in now.desks:
        if desk.state is State.CHANGED:
            if desk.is_kept:
                what = f"Look at what has changed in {desk.contributor} since it was accepted, and accept it again"
                yield NextStep(what, now.line("receive", "--accept", desk.contributor))
            else:
                what = f"Say whether to keep what was edited by hand in {desk.contributor}; this asks"
                yield NextStep(what, now.line("receive"))
    right = [desk for desk in now.desks if desk.state is State.RECEIVED and not desk.blocking and not desk.questions]
    kept = [desk for desk in now.desks if desk.is_kept or desk.state in (State.ACCEPTED, State.CHANGED)]
    if right and len(right) == len(kept) and len(right) > 1:
        what = f"Accept the {len(right)} returns that have nothing to put right, when you have read them"
        yield NextStep(what, now.line("receive", "--accept", "all"))
    elif right:
        names = [desk.contributor for desk in right[:_NAMED]]
        words = [word for name in names for word in ("--accept", name)]
        what = f"Accept the return of {named(names)}, when you have read it: it has nothing to put right"
        yield NextStep(what, now.line("receive", *words))


def _waiting(now: Situation) -> Iterator[NextStep]:
    waiting = [desk for desk in now.open_desks if desk not in now.late_desks]
    if now.has_begun and waiting:
        who = named([desk.contributor for desk in waiting])
        due = min((desk.due for desk in waiting if desk.due), default=None)
        yield NextStep(f"Put what comes back into the inbox, and take it in; awaited: {who}", now.line("receive"), due)


def _finish(now: Situation) -> Iterator[NextStep]:
    if not now.has_begun or now.open_desks or now.blocking or now.unbuilt or now.stale:
        return
    yield from _circulation(now)
    signing = now.steps.get(YearStep.SIGNING)
    if not now.is_final:
        what = f"When the comments are in: set Stage to Final in {now.framework}, on its sheet About"
        yield NextStep(f"{what}, and build", now.line("build"), signing)
    elif not now.begins or now.today < now.begins:
        yield NextStep("Have the plans signed", "", signing)


def _circulation(now: Situation) -> Iterator[NextStep]:
    """Sending out what is built, under a version of its own."""
    if not now.version:
        return
    if now.outrun:
        what = f"Give the next version a name, on the sheet About of {now.framework}, and build: {now.outrun} "
        what += f"{'document says' if now.outrun == 1 else 'documents say'} something else than the {now.version} "
        yield NextStep(f"{what}that was circulated", now.line("build"))
    elif now.unsent:
        why = "for reading and signature" if now.is_final else "for reading"
        yield NextStep(f"Circulate {now.version} {why}: this makes the copies to send out", now.line("circulate"))


def _day_of(now: Situation, step: YearStep, who: str, what: str) -> str:
    """A sentence with the day of a step of the year; nothing where the calendar does not say."""
    day = now.steps.get(step)
    if day is None:
        return ""
    return f" {who} {'were' if day < now.today else 'are'} {what} {said_day(day)}."


def _still_due(now: Situation) -> str:
    due = min((desk.due for desk in now.open_desks if desk.due), default=None)
    return f" The next are due on {said_day(due)}." if due else ""


def _things(count: int) -> str:
    return "one thing" if count == 1 else f"{count} things"
