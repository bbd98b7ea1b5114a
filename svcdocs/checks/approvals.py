"""Approvals: what the version says, how far the council has got, and who has approved what do not contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from svcdocs.checks.rule import WARNING, Example, Hit, Rule
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.dates import DateKind, said_day
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Framework, Signature
from svcdocs.model.names import folded

STATUS = Rule(
    "approval-status",
    "Version, stage and approvals contradict each other",
    WARNING,
    WARNING,
    "officer",
    message="The version is called final or approved while the stage or an approval says that it is a draft; or the "
    "other way about.",
    remedy="Bring the version, the stage and the approvals into line.",
    example=Example("Framework/About | Version: Final", "Framework/About | Version: Draft 2"),
)
DATED = Rule(
    "approval-date",
    "An approval has a date that cannot be its own",
    WARNING,
    WARNING,
    "officer",
    message="An approval has been given and has no date, or a pair signed before the Council's meeting that is to come "
    "first.",
    remedy="Give the day of the approval, or correct it.",
    example=Example(
        "Framework/Sign-off | Role or body: Cabinet | Status: Approved",
        "Framework/Sign-off | Role or body: Cabinet | Status: Approved | Date: 19 January 2027",
    ),
)
CARRIED = Rule(
    "date-carried-over",
    "A date seems to be left over from last year",
    WARNING,
    WARNING,
    "officer",
    message="The day of an approval or of the calendar lies more than a year before the plans begin.",
    remedy="Put this year's date there.",
    example=Example(
        "Framework/Sign-off | Role or body: Cabinet | Status: Approved | Date: 19 January 2026",
        "Framework/Sign-off | Role or body: Cabinet | Status: Approved | Date: 19 January 2027",
    ),
)

_DRAFT = re.compile(r"\b(?:draft|not (?:yet )?(?:started|approved|signed)|awaited|awaiting|pending|outstanding)\b")
_FINAL = re.compile(r"\bfinal\b(?! draft)")
_APPROVED = re.compile(r"\b(?:approved|adopted)\b")
_DONE = re.compile(r"(?:approved|adopted|agreed|signed|endorsed)\b")
_ADOPTS = re.compile(r"\b(?:adopt|approve|agree)s?\b")
_SIGNS = re.compile(r"\bsign(?:ed|s|atures?)?\b")
_A_YEAR = timedelta(days=366)


def versions_that_contradict(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a version called final while the stage is draft, or a draft at the stage of signatures."""
    framework = cycle.framework
    about, version = framework.about, folded(framework.about.version)
    is_done = _is_final(version)
    if is_done and not framework.is_final:
        message = (
            f"The version is called '{in_short(about.version)}', and the stage is {in_short(about.stage) or 'Draft'}."
        )
        yield Hit(STATUS, message, "Set the stage to Final, or call the version a draft.", "", about, "version")
    elif framework.is_final and re.match(r"(?:\w+ )?draft\b", version):
        message = f"The stage is Final, and the version is called '{in_short(about.version)}'."
        yield Hit(STATUS, message, "Give the version its new name, or set the stage to Draft.", "", about, "version")


def approvals_that_contradict_the_version(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: an approval that is a draft, or blank beside others, of what is called final or approved.

    Blank is no contradiction while nobody has been asked: plans of the stage Final go for signature.
    """
    framework = cycle.framework
    version = framework.about.version
    if not _is_final(folded(version)):
        return
    is_used = any(row.status.strip() for row in framework.signatures)
    for row in framework.signatures:
        status = folded(row.status)
        is_open = not status and (is_used or _APPROVED.search(folded(version)) is not None)
        if is_open or (_DRAFT.search(status) and not _DONE.match(status)):
            says = f"is '{in_short(row.status)}'" if status else "says nothing yet"
            message = f"The version is called '{in_short(version)}', and the approval of {_called(row)} {says}."
            hint = "Bring the version and the approval into line."
            yield Hit(STATUS, message, hint, _service(framework, row), row, "status")


def approvals_of_another_day(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: an approval given on no day, or signed before the Council has met."""
    framework = cycle.framework
    council = _council_day(framework)
    for row in framework.signatures:
        day, service = row.when.meaning.last, _service(framework, row)
        if _DONE.match(folded(row.status)) and not row.when:
            message = f"The approval of {_called(row)} is '{in_short(row.status)}', and has no date."
            yield Hit(DATED, message, "Give the day on which it was given.", service, row, "when")
        elif day is not None and _is_left_over(framework, day):
            continue  # told as such
        elif day is not None and council is not None and day < council and row.counter_role.strip():
            message = f"{_called(row)} signed on {said_day(day)}, before the Council's meeting of {said_day(council)}."
            yield Hit(DATED, message, "Correct the date, or the council's calendar.", service, row, "when")


def dates_carried_over(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a day of an approval or of the calendar that lies a year or more before the plans."""
    framework = cycle.framework
    rows: list[tuple[Record, str, date | None]] = []
    rows += [(row, "when", row.when.meaning.last) for row in framework.signatures]
    rows += [
        (row, "when", row.when.meaning.last) for row in framework.calendar if row.when.meaning.kind is DateKind.DAY
    ]
    for record, field, day in rows:
        if day is not None and _is_left_over(framework, day):
            first = framework.first_day
            begin = f", and the plans begin on {said_day(first)}" if first else ""
            message = f"'{in_short(str(getattr(record, field)))}' lies more than a year back{begin}."
            yield Hit(CARRIED, message, "Put this year's date there.", "", record, field)


def _is_final(version: str) -> bool:
    """Whether a version is called final, approved or adopted, and no draft of it."""
    return not _DRAFT.search(version) and bool(_FINAL.search(version) or _APPROVED.match(version))


def _is_left_over(framework: Framework, day: date) -> bool:
    return framework.first_day is not None and day < framework.first_day - _A_YEAR


def _council_day(framework: Framework) -> date | None:
    """The day on which the Council adopts the plans, where the calendar puts the signatures after it."""
    adopted = (
        row.when.meaning.first for row in framework.calendar if _is_council(row.who) and _ADOPTS.search(row.what)
    )
    signed = (row.when.meaning.first for row in framework.calendar if _SIGNS.search(row.what.casefold()))
    day, after = next(filter(None, adopted), None), next(filter(None, signed), None)
    return day if day is not None and after is not None and after > day else None


def _is_council(who: str) -> bool:
    return folded(who) in ("council", "full council")


def _called(row: Signature) -> str:
    return in_short(row.role) or in_short(row.name) or "somebody"


def _service(framework: Framework, row: Signature) -> str:
    name = framework.service_name(row.service)
    return name if name in framework.service_names else ""
