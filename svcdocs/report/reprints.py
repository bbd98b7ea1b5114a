"""What a build prints otherwise, as lines for the policy officer and as a notice to whoever signs or answers for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from svcdocs.model.about import About
from svcdocs.model.dates import said_day
from svcdocs.model.letters import Contact
from svcdocs.model.reprints import Reprint, in_short

_MOST = 8
"""So many headings of a document are named on a screen."""


def reprint_lines(told: Sequence[Reprint], contradicted: Sequence[str]) -> Iterator[tuple[int, str]]:
    """What is printed otherwise, a line each with how far it is set in; nothing where all is as it was."""
    if told:
        because = ", ".join(dict.fromkeys(name for one in told for name in one.because))
        yield 0, f"Printed otherwise than before{f', with what is new from {because}' if because else ''}:"
    for one in told:
        yield 2, f"{one.document}: {in_short(one.parts, _MOST)}"
        if one.tell:
            yield 4, f"To be told: {', '.join(who.name for who in one.tell)}"
    if contradicted:
        yield 0, "Sentences that the new figures contradict, and those before did not:"
        yield from ((2, line) for line in contradicted)


def notice_text(one: Reprint, about: About, contradicted: Sequence[str], today: date) -> str:
    """The notice as a file: whom it goes to, its subject, and below a blank line what is to be pasted."""
    return "\n".join(_notice(one, about, contradicted, today)) + "\n"


def _notice(one: Reprint, about: About, contradicted: Sequence[str], today: date) -> Iterator[str]:
    title = f"the service plan of {one.service}" if one.service else "the corporate plan"
    yield f"To: {'; '.join(map(_addressed, one.tell))}"
    yield f"Subject: {one.service or about.council_name}: what has changed in {title}"
    yield from ("", "Dear colleagues,", "")
    because = f", with what is new from {' and '.join(one.because)}" if one.because else ""
    yield f"On {said_day(today)} {title} was made anew{because}. It says the same as before but for this:"
    yield from ("", *(f"- {part}" for part in one.parts))
    if contradicted:
        yield from ("", "These sentences do not agree with the figures any more; please say what is right:")
        yield from ("", *(f"- {line}" for line in contradicted))
    yield from ("", "The document that you had before this day is out of date.", "", "With thanks")
    yield about.officer.strip() or about.council_name


def _addressed(who: Contact) -> str:
    return f"{who.name} <{who.email}>" if who.email else who.name
