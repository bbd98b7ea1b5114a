"""A letter as a text to be pasted into a mail: a line for each paragraph, so that it wraps wherever it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from svcdocs.model.dates import said_day
from svcdocs.model.effort import Asked, said_time
from svcdocs.model.findings import Severity, in_short
from svcdocs.model.letters import Kind, Letter, Matter
from svcdocs.report.answered import ANSWERED, answered_lines
from svcdocs.report.mailto import holds, mailto

_TONES = {
    Severity.ERROR: "Until these are put right, the plan cannot be made.",
    Severity.WARNING: "You know best whether these are right.",
    Severity.NOTE: "Nothing is held up by these.",
}
"""What is asked of those who fill in a workbook by the findings of each severity."""
_HOW = (
    (
        "Open it in Excel and read its first sheet. Under each heading stands what to write there; the column Needs "
        "says what a row still lacks."
    ),
    "When everything is in it, answer Yes to 'Ready to send' on the first sheet.",
)
_ASKS = {
    Severity.ERROR: "to put right",
    Severity.WARNING: "to check",
    Severity.NOTE: "for your information",
}
_SAID = {Severity.ERROR: "What is wrong", Severity.WARNING: "What we noticed", Severity.NOTE: "What we noticed"}
_MOST_CHANGES = 12
_MOST_COMING = 3


@dataclass(frozen=True, slots=True)
class Mail:
    """A letter for a mail program. Where a link cannot hold all of it, it is in short, and the letter goes with it."""

    address: str
    subject: str
    body: str

    @property
    def link(self) -> str:
        """The link that opens it as a new message."""
        return mailto(self.address, self.subject, self.body)


def letter_text(letter: Letter) -> str:
    """The letter as a file: whom it goes to, its subject, and below a blank line what is to be pasted."""
    to = f"{letter.to.name} <{letter.to.email}>" if letter.to.name and letter.to.email else str(letter.to)
    head = [f"To: {to}"] if to else []
    return "\n".join([*head, f"Subject: {letter_subject(letter)}", "", *letter_lines(letter)]) + "\n"


def letter_mail(letter: Letter) -> Mail:
    """The letter as a new message: whole where a link can hold it, else in short."""
    subject, whole = letter_subject(letter), "\n".join(letter_lines(letter))
    fits = holds(letter.to.email, subject, whole)
    return Mail(letter.to.email, subject, whole if fits else "\n".join(_in_short(letter)))


def letter_subject(letter: Letter) -> str:
    """What the mail is about, so that whoever gets it knows at once what is wanted and by when."""
    match letter.kind:
        case Kind.FILL_IN if letter.late:
            what = f"your workbook was due on {letter.due}"
        case Kind.FILL_IN:
            what = f"please fill in your workbook{f' by {letter.due}' if letter.due else ''}"
        case Kind.PUT_RIGHT:
            what = f"{_asked_for(letter) or 'a question'} in your workbook"
        case Kind.THANKS:
            what = "thank you for your workbook"
        case _:
            what = "what is yours to put right"
    return f"{letter.contributor or letter.council}: {what}"


def letter_lines(letter: Letter) -> Iterator[str]:
    """The letter from its greeting to its end, a line each, without line ends."""
    yield from (f"Dear {letter.to.name or 'colleague'},", "", _opening(letter))
    if letter.kind is Kind.FILL_IN:
        yield from _what_to_fill_in(letter)
    elif letter.kind is not Kind.OFFICER:
        yield from _what_came(letter)
    yield from _matters(letter)
    yield from _block(ANSWERED, list(answered_lines(letter)))
    yield from _block("What others wait for from you", [f"- {line}" for line in letter.owes])
    yield from _way_back(letter)
    if letter.kind is not Kind.OFFICER:
        yield from _block("What happens next", [f"- {one}" for one in letter.next[:_MOST_COMING]])
        yield from _block("Whom to ask", [str(letter.officer)] if str(letter.officer) else [])
        yield from ("", "With thanks", letter.officer.name or letter.council)


def _in_short(letter: Letter) -> Iterator[str]:
    """The letter for a link: what is wanted, by when, and where the rest stands."""
    yield from (f"Dear {letter.to.name or 'colleague'},", "", _opening(letter))
    yield from ("", "What this is about in detail stands in the letter that comes with this mail.")
    yield from _way_back(letter)
    yield from ("", "With thanks", letter.officer.name or letter.council)


def _whole_list(letter: Letter) -> str:
    """What shows all that was found: a copy of the workbook, where its format can be marked, else a list."""
    can_be_marked = letter.file.lower().endswith((".xlsx", ".xlsm"))
    return "the copy in which all are marked" if can_be_marked else "the list of all of them"


def _opening(letter: Letter) -> str:
    """What the letter is about, in a sentence or two."""
    file = letter.returned.called or letter.file
    book = f"your workbook{f' {file}' if file else ''}{f' ({letter.plan})' if letter.plan else ''}"
    if letter.returned.received:
        book += f", which we received on {letter.returned.received}"
    match letter.kind:
        case Kind.FILL_IN if letter.matters:
            was_due = f" It was due on {letter.due}: please send it as soon as you can." if letter.late else ""
            return (
                f"Thank you for what you have sent. It cannot be used as it is, so {book} still waits to be filled in."
                f"{was_due}"
            )
        case Kind.FILL_IN if letter.late:
            return (
                f"Nothing has come back yet of {book}. It was due on {letter.due}. Please send what you have by now, "
                "or tell us when it will come."
            )
        case Kind.FILL_IN:
            return f"Please fill in {book}."
        case Kind.PUT_RIGHT:
            return f"Thank you for {book}. We have read it, and found {_asked_for(letter) or 'something to ask you'}."
        case Kind.THANKS:
            return f"Thank you for {book}. We have read it, and there is nothing to put right."
        case _:
            return "These are about the framework, or about nobody's workbook alone, so they are yours to see to."


def _what_to_fill_in(letter: Letter) -> Iterator[str]:
    yield from _block("What to fill in", [line for one in letter.asked for line in _sheet(one)])
    if letter.due and not letter.late:
        yield from _block("By when", [f"Please send it back by {letter.due}."])
    if letter.minutes:
        rows = sum(one.rows for one in letter.asked)
        there = f" and the {_count(rows, 'row')} filled in already" if rows else ""
        from_what = f"{_count(len(letter.asked), 'sheet')}{there}"
        said = f"About {said_time(letter.minutes)} in all. This is an estimate, worked out from the {from_what}."
        yield from _block("How long it takes", [said])
    yield from _block("How to fill it in", _HOW)


def _sheet(one: Asked) -> Iterator[str]:
    see = "see whether it is still right" if one.rows == 1 else "see whether they are still right"
    there = f" {_count(one.rows, 'row')} filled in already: {see}." if one.rows else ""
    yield f"- {one.sheet}: {one.why}{there}"
    if one.sections:
        yield f"  You write: {', '.join(one.sections)}."


def _what_came(letter: Letter) -> Iterator[str]:
    """The receipt in short."""
    returned = letter.returned
    lines = [f"- What arrived: {'; '.join(map(str, returned.arrived))}."] if returned.arrived else []
    if returned.joined:
        lines.append(
            f"- This file was not made from {returned.joined}, so the two were put together: what only one of them had "
            f"changed stands as it is there. The workbook they were put into comes with this letter, {letter.file}: "
            "please go on in that one. The cells named below are its cells."
        )
    if returned.blank:
        lines.append(f"- Still blank: {'; '.join(returned.blank)}.")
    if returned.unprinted:
        shown = [f"  - {line}" for line in returned.unprinted[:_MOST_CHANGES]]
        more = len(returned.unprinted) - len(shown)
        lines += [f"- Not printed, and told to {letter.officer.name or 'the policy officer'} too:", *shown]
        lines += [f"  - and {more:,} more"] if more > 0 else []
    if returned.since:
        changes = [f"  - {line}" for line in returned.changes[:_MOST_CHANGES]]
        more = len(returned.changes) - len(changes)
        lines += [f"- Changed since {returned.since}:{'' if changes else ' nothing'}", *changes]
        lines += [f"  - and {more:,} more"] if more > 0 else []
    yield from _block("What we have from you", lines)
    asked = [f"- {line}" for line in returned.open]
    yield from _block("Two copies of your workbook differ: please tell us which is right", asked)


def _matters(letter: Letter) -> Iterator[str]:
    """The findings under the heading of their tone, numbered through, and how many more there are."""
    for severity, tone in _TONES.items():
        told = [(number, one) for number, one in enumerate(letter.matters, 1) if one.severity is severity]
        yield from ("", severity.heading, tone) if told else ()
        for number, matter in told:
            yield from ("", *_matter(number, matter, letter))
    if letter.rest:
        sheets = ", ".join(
            f"{number:,} {f'on {sheet}' if sheet else 'about the file'}" for sheet, number in letter.rest
        )
        told_where = (
            f"All of them stand in the marked copy of your workbook that comes with this letter, {letter.marked}: "
            "each at its cell."
            if letter.marked
            else f"We tell you of them once these are put right; or ask us for {_whole_list(letter)}."
        )
        yield from _block("The rest", [f"There {_left(letter)}: {sheets}. {told_where}"])


def _matter(number: int, matter: Matter, letter: Letter) -> Iterator[str]:
    """Where it is, what stands there, what is wrong, what to do, and where the same is wrong again."""
    file = matter.file.rpartition("/")[2] if letter.kind is Kind.OFFICER or not matter.sheet else ""
    place = [f"sheet {matter.sheet}"] if matter.sheet else []
    place += [f"cell {matter.first}"] if matter.first else []
    ours = f" (our '{matter.field}')" if matter.called and matter.field else ""
    heading = matter.called or matter.field
    place += [f"under '{heading}'{ours}"] if heading else []
    place += [f"in {file}" if matter.sheet else f"the file {file}"] if file else []
    where = ", ".join(place) or "in general"
    yield f"{number}. {where[:1].upper()}{where[1:]}"
    if matter.value is not None:
        lines = " / ".join(line.strip() for line in matter.value.split("\n") if line.strip())
        yield f"   It says now: {in_short(lines)}" if lines else "   It is blank now."
    yield f"   {_SAID[matter.severity]}: {matter.message}"
    yield f"   What to do: {matter.remedy}"
    if matter.elsewhere:
        yield f"   The same in {'; '.join(map(str, matter.elsewhere))}"


def _way_back(letter: Letter) -> Iterator[str]:
    """How the workbook is sent back, and by when."""
    to = letter.officer.name or "us"
    at = f" at {letter.officer.email}" if letter.officer.email else ""
    send = f"send it to {to}{at}. The file may be called what you like."
    match letter.kind:
        case Kind.FILL_IN:
            yield from _block("How to send it back", [f"Save the workbook and {send}"])
        case Kind.PUT_RIGHT:
            soon = f" before {said_day(letter.next[0].last)} ({letter.next[0].what})" if letter.next else ""
            by = f" by {letter.due}" if letter.due and not letter.late else soon
            copy = " or in the marked copy" if letter.marked else ""
            line = f"Please put them right in your workbook{copy}{by}, save it and {send}"
            yield from _block("How to send it back", [line])


def _left(letter: Letter) -> str:
    """How many findings the letter does not tell one by one, and what they ask: "are 3 more to check"."""
    told = Counter[Severity]()
    for matter in letter.matters:
        told[matter.severity] += matter.count
    open_ = [(letter.counts.get(severity, 0) - told[severity], word) for severity, word in _ASKS.items()]
    parts = [f"{number:,} more {word}" for number, word in open_ if number]
    said = " and ".join((", ".join(parts[:-1]), parts[-1]) if len(parts) > 1 else parts)
    return f"{'is' if said.startswith('1 ') else 'are'} {said}"


def _asked_for(letter: Letter) -> str:
    """How many things are to be put right and to be checked: "7 things to put right and 10 to check"."""
    wrong, asked = letter.counts.get(Severity.ERROR, 0), letter.counts.get(Severity.WARNING, 0)
    parts = [f"{_count(wrong, 'thing')} to put right"] if wrong else []
    parts += [f"{asked:,} to check" if wrong else f"{_count(asked, 'thing')} to check"] if asked else []
    return " and ".join(parts)


def _block(head: str, lines: Sequence[str]) -> Iterator[str]:
    """A part of the letter under its heading, with a blank line before it; nothing where it has no lines."""
    yield from ("", head, *lines) if lines else ()


def _count(number: int, one: str) -> str:
    return f"{number:,} {one if number == 1 else f'{one}s'}"
