"""Links that open a message to a contributor, with a subject and a short body. Nothing is sent by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from svcdocs.model.assignments import Assignment
from svcdocs.model.framework import Framework
from svcdocs.model.states import State
from svcdocs.report.counting import Counts

_ADDRESS = re.compile(r"[^\s@<>,;:?&\"()]+@[^\s@<>,;:?&\"()]+")


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to be opened: its link, and the address it goes to; "" where none is known."""

    link: str
    address: str


def letter_to(
    framework: Framework, contributor: str, asked: Assignment | None, state: State | None, counts: Counts
) -> Letter:
    """A message to one contributor about their workbook, in the state in which it is and with what was found in it."""
    address = address_in(asked.email) if asked else ""
    name = " ".join((asked.contact if asked else "").split()) or contributor
    lines = (f"Dear {name},", _says(contributor, asked, state, counts), *_signed(framework))
    years = " to ".join(dict.fromkeys((*framework.plan_years[:1], *framework.plan_years[-1:])))
    subject = " ".join(f"{framework.about.plan_title} {years}: the workbook of {contributor}".split())
    body = quote("\r\n\r\n".join(lines), safe="")
    return Letter(f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={body}", address)


def address_in(typed: str) -> str:
    """The address of what stands in a cell for addresses; "" where that is not one address."""
    return typed.strip() if _ADDRESS.fullmatch(typed.strip()) else ""


def _says(contributor: str, asked: Assignment | None, state: State | None, counts: Counts) -> str:
    due = f" It is due on {asked.deadline}." if asked and asked.deadline else ""
    if state in (None, State.NOT_STARTED):
        return f"The workbook of {contributor} has not come back yet.{due} Is there anything you need for it?"
    if counts.errors or counts.warnings:
        found = ((counts.errors, "to put right"), (counts.warnings, "to check"))
        told = " and ".join(f"{count:,} {what}" for count, what in found if count)
        return (
            f"Thank you for the workbook of {contributor}. We have looked through it and found {told}. "
            "What I send with this message names each place and says what to do about it."
        )
    if state is State.STARTED:
        return f"The workbook of {contributor} has been started and is not said to be ready yet.{due}"
    return f"Thank you for the workbook of {contributor}. There is nothing to put right in it."


def _signed(framework: Framework) -> tuple[str, ...]:
    return (framework.about.officer.strip(),) if framework.about.officer.strip() else ()
