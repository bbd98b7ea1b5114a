"""Last year: every objective, action and indicator it had is accounted for, and what is said of it fits this year's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from svcdocs.checks.names import called
from svcdocs.checks.rule import ERROR, NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.continuity import Fate, Odd, Past
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short

_BEFORE = (
    "Of last year/Actions | Ref: HC1.9 | Action: Open a night shelter in the old library | Finish by: March 2027\n"
)
_ROW = "Last year | Ref: HC1.9 | Kind: Action | What it was: Open a night shelter in the old library"
_WHY = "Reason: The county runs one now | Who was asked: Cllr Mir, 4 December 2026"

MISSING = Rule(
    "last-year-missing",
    "Something of last year has disappeared",
    WARNING,
    ERROR,
    message="Last year's plan had it, this year's has nothing like it, and nobody has said what became of it.",
    remedy=(
        "On the sheet Last year, pick what became of it: done, merged into something else, or dropped with the reason "
        "and who was asked. If it goes on, give its row of this year the same reference."
    ),
    example=Example(f"{_BEFORE}{_ROW}", f"{_BEFORE}{_ROW} | What became of it: Done"),
)
CONTRADICTS = Rule(
    "last-year-contradicts",
    "What became of a thing of last year is not what the plan shows",
    WARNING,
    ERROR,
    message=(
        "The sheet Last year says that something is over and this year's plan still has it, that it is carried over "
        "and the plan has it nowhere, or that it is now something which is not there."
    ),
    remedy="Pick what really became of it, or put right this year's row; under Now write a reference that there is.",
    example=Example(
        f"{_BEFORE}{_ROW} | What became of it: Merged | Now: HC8",
        f"{_BEFORE}{_ROW} | What became of it: Merged | Now: HC1.1",
    ),
)
UNEXPLAINED = Rule(
    "last-year-unexplained",
    "Something of last year is dropped without a word",
    WARNING,
    ERROR,
    message="Something of last year is dropped, and the sheet Last year does not say why, or who was asked.",
    remedy="Write the reason and who was asked beside it: both are printed.",
    example=Example(
        f"{_BEFORE}{_ROW} | What became of it: Dropped",
        f"{_BEFORE}{_ROW} | What became of it: Dropped | {_WHY}",
    ),
)
STRAY = Rule(
    "last-year-stray",
    "A row of the sheet Last year is about nothing there was",
    NOTE,
    WARNING,
    message="A row of the sheet Last year names something that last year's plan of the service did not have.",
    remedy="Correct its reference, its kind or its words to those of last year; or delete the row.",
    example=Example(
        f"{_BEFORE}{_ROW} | What became of it: Done\n"
        "Last year | Ref: HC7.7 | Kind: Action | What it was: Survey the roofs | What became of it: Done",
        f"{_BEFORE}{_ROW} | What became of it: Done",
    ),
)

_MOST_NAMED = 6
_PICK = (
    "Pick under 'What became of it' what happened to it; if it goes on, give its row of this year the same reference."
)


def what_has_disappeared(cycle: Cycle) -> Iterator[Hit]:
    """Records of last year that are nowhere, and of which nobody says anything; those without a row once a service."""
    without_a_row: dict[str, list[Past]] = {}
    for past in cycle.last_year.pasts if cycle.last_year else ():
        if past.fate is not Fate.MISSING or past.odd:
            continue
        if past.account is None:
            without_a_row.setdefault(past.service, []).append(past)
            continue
        message = (
            f"{called(past.record)} of last year's plan is nowhere in this year's, and nobody says what became of it."
        )
        yield Hit(MISSING, message, _PICK, past.service, past.account, "fate")
    for service, pasts in without_a_row.items():
        yield _of_service(service, pasts, is_there=service in cycle.framework.service_names)


def accounts_that_contradict(cycle: Cycle) -> Iterator[Hit]:
    """What a team says of a record of last year against what this year's plans show."""
    for past in cycle.last_year.pasts if cycle.last_year else ():
        for odd in past.odd:
            if past.account is not None and odd in _SAID:
                text, hint, field = _SAID[odd]
                said = {
                    "what": called(past.record),
                    "fate": in_short(past.account.fate),
                    "now": in_short(past.account.now.text),
                    "heir": called(past.heirs[0].record) if past.heirs else "",
                    "end": in_short(past.ends[0]),
                }
                yield Hit(CONTRADICTS, text.format(**said), hint.format(**said), past.service, past.account, field)


def dropped_without_a_word(cycle: Cycle) -> Iterator[Hit]:
    """What is dropped without a reason, or without anybody having been asked."""
    for past in cycle.last_year.pasts if cycle.last_year else ():
        if past.account is None:
            continue
        what = called(past.record)
        if Odd.NO_REASON in past.odd:
            hint = "Write under Reason why, in a sentence that a resident understands: it is printed."
            yield Hit(UNEXPLAINED, f"{what} is dropped without a reason.", hint, past.service, past.account, "why")
        if Odd.NOBODY_ASKED in past.odd:
            message = f"{what} is dropped, and nothing says who was asked."
            hint = "Write under 'Who was asked' who agreed to it, and when."
            yield Hit(UNEXPLAINED, message, hint, past.service, past.account, "asked")


def rows_about_nothing(cycle: Cycle) -> Iterator[Hit]:
    """Rows of the sheet Last year that are about nothing that last year's plan had."""
    for service, row in cycle.last_year.strays if cycle.last_year else ():
        named = " ".join(part for part in (in_short(row.ref.text), f"'{in_short(row.was)}'" if row.was else "") if part)
        message = f"Last year's plan had no {in_short(row.kind).lower() or 'such thing'} {named or 'without a name'}."
        hint = "Correct its reference, its kind or its words to those of last year; or delete the row."
        yield Hit(STRAY, message, hint, service, row, "ref")


_SAID: dict[Odd, tuple[str, str, str]] = {
    Odd.STILL_THERE: (
        "{what} is said to be {fate}, and this year's plan has {heir}.",
        "Pick what became of it; or give the new row a reference of its own, if it is about something else.",
        "fate",
    ),
    Odd.NOWHERE: (
        "{what} is said to be {fate}, and this year's plan has it nowhere.",
        "Write under Now the reference that it has this year; or pick what else became of it.",
        "fate",
    ),
    Odd.NO_TARGET: (
        "{what} is said to be {fate}, and not into what.",
        "Write under Now the reference of what it was merged into.",
        "now",
    ),
    Odd.UNKNOWN_TARGET: (
        "{what} is said to be '{now}' now, and no plan of this year has that.",
        "Write under Now a reference of this year.",
        "now",
    ),
    Odd.CLAIMED_TWICE: (
        "{what} is said to be '{now}' now, and so is another one of last year.",
        "If two have become one, pick Merged for the one that has given up its own name.",
        "now",
    ),
    Odd.SAME_END: (
        "{what} is said to be {fate}, and it still ends '{end}'.",
        "Put the new end into this year's row, under 'Finish by'; or pick Carried over.",
        "fate",
    ),
}
"""For each contradiction what is said of it, what to do, and the field it is told at."""


def _of_service(service: str, pasts: list[Past], *, is_there: bool) -> Hit:
    """What a service has no rows for: a team cannot be asked at a cell, so the officer hears of it, once."""
    shown = [past.ref or f"'{in_short(past.was)}'" for past in pasts[:_MOST_NAMED]]
    more = f" and {len(pasts) - _MOST_NAMED} more" if len(pasts) > _MOST_NAMED else ""
    things = "one thing" if len(pasts) == 1 else f"{len(pasts)} things"
    message = (
        f"Of last year's plan of {in_short(service)}, {things} cannot be found this year: {', '.join(shown)}{more}."
    )
    hint = (
        "Carry its workbook over to a new one: the sheet Last year there asks for them; or ask for a row about each."
        if is_there
        else "Ask whoever has taken over its work, and let a row of their sheet Last year say what became of each."
    )
    return Hit(replace(MISSING, audience="officer"), message, hint, service if is_there else "")
