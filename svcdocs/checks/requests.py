"""Requests: what services ask of each other has an answer, and what was answered goes with what is planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from svcdocs.checks.names import called
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.checks.unread import is_awaited, is_sheet_unread
from svcdocs.model.answers_owed import DAYS_TO_ANSWER, LATE, day_of_answer
from svcdocs.model.as_written import WrittenDate
from svcdocs.model.cycle import Cycle
from svcdocs.model.dates import DateKind, said_day
from svcdocs.model.findings import in_short
from svcdocs.model.requests import ANSWERS, OTHER_DATE, QUESTION, Answer, Request, Standing, Stray

_NEEDS = "Parks/Actions | Ref: PK1.1 | Services whose help we need: Housing: lists of estates"
_SENT = (
    "Housing/Requests | Ref: HO-r1 | Asked by: Parks | For action: PK1.1 | What is asked: lists of estates | "
    "Needed by: October 2028 | Asked on: 4 January 2027"
)

UNANSWERED = Rule(
    LATE,
    "A request is not answered in time",
    WARNING,
    WARNING,
    "service",
    message="A service was asked for help, and the day by which it was to answer is over.",
    remedy="Answer it under 'Answer' on the sheet Requests, and send the workbook back.",
    example=Example(f"{_NEEDS}\n{_SENT}", f"{_NEEDS}\n{_SENT} | Answer: Accepted"),
    limit=DAYS_TO_ANSWER,
    counts="days from the day of asking to the day by which an answer is due, where the calendar gives none",
)
DECLINED = Rule(
    "request-declined",
    "Help was declined, and the action still counts on it",
    WARNING,
    WARNING,
    judged=True,
    message="A service has declined what an action needs of it, and the action still says that it needs that.",
    remedy="Do without that help or agree on other help, and change 'Services whose help we need'.",
    example=Example(
        f"{_NEEDS}\n{_SENT} | Answer: Declined | Words: We keep none",
        f"{_NEEDS}\n{_SENT} | Answer: Accepted | Words: We keep none",
    ),
)
LATER = Rule(
    "request-later",
    "Help comes after the action needs it",
    WARNING,
    WARNING,
    judged=True,
    message="A service can give the help that an action needs only after the day by which the action needs it.",
    remedy="Move the end of the action, or agree on an earlier day.",
    example=Example(
        f"{_NEEDS}\n{_SENT} | Answer: Other date | New date: December 2028",
        f"{_NEEDS}\n{_SENT} | Answer: Other date | New date: September 2028",
    ),
)
ASKED_BACK = Rule(
    "request-question",
    "A service asks back about what is needed of it",
    WARNING,
    WARNING,
    message="A service has a question about what an action needs of it, so that nobody knows yet whether it helps.",
    remedy="Say under 'Services whose help we need' what it asks, and have the requests sent out again.",
    example=Example(
        f"{_NEEDS}\n{_SENT} | Answer: Question | Words: Which estates?",
        f"{_NEEDS} in the north\n{_SENT} | Answer: Question | Words: Which estates?",
    ),
)
UNCLEAR = Rule(
    "request-unclear",
    "An answer to a request lacks something",
    WARNING,
    WARNING,
    "service",
    message="An answer says another date and not which, asks a question that is not there, or says something and not "
    "whether the request is accepted.",
    remedy="Choose under 'Answer' what you say to it; give another date under 'New date', a question under 'Words'.",
    example=Example(
        f"{_NEEDS}\n{_SENT} | Answer: Other date",
        f"{_NEEDS}\n{_SENT} | Answer: Other date | New date: September 2028",
    ),
)
CHANGED = Rule(
    "request-changed",
    "A request has changed since it was answered",
    NOTE,
    NOTE,
    "officer",
    message="An action asks something else of a service by now, or by another day, than when the service answered.",
    remedy="Send the requests out again; the service is then asked for this one alone.",
    example=Example(
        f"{_NEEDS}, with their areas\n{_SENT} | Answer: Accepted",
        f"{_NEEDS}\n{_SENT} | Answer: Accepted",
    ),
)
GONE = Rule(
    "request-gone",
    "An answer is to what nobody asks any more",
    NOTE,
    NOTE,
    "service",
    message="A request that was answered does not stand in the plan of the service that asked any more.",
    remedy="Nothing to put right; the answer is not printed.",
    example=Example(f"Parks/Actions | Ref: PK1.1\n{_SENT} | Answer: Accepted", f"{_NEEDS}\n{_SENT} | Answer: Accepted"),
)
TWICE = Rule(
    "request-twice",
    "A request is answered on two rows",
    WARNING,
    WARNING,
    "service",
    message="Two rows answer one request, and only the first of them counts.",
    remedy="Keep the row that is right, and delete the other.",
    example=Example(
        f"{_NEEDS}\n{_SENT} | Answer: Accepted\n{_SENT} | Answer: Declined",
        f"{_NEEDS}\n{_SENT} | Answer: Accepted",
    ),
)

_PARTS = ("actions", "council_actions")
_NO_DAY = (DateKind.UNKNOWN, DateKind.IMPOSSIBLE, DateKind.BLANK, DateKind.NONE, DateKind.LATER)


def requests_without_an_answer(cycle: Cycle) -> Iterator[Hit]:
    """A request that was sent out and is not answered when its day is over; silent where nobody knows the day.

    Of a workbook that has not come back at all it is told once, whatever it asks.
    """
    silent: dict[str, list[date]] = {}
    for one in cycle.requests.asked:
        due = _overdue(one, cycle)
        if due is None:
            continue
        if one.answer is None:
            silent.setdefault(one.asked, []).append(due)
        elif not one.answer.says_something:
            needs = f"what {called(one.of)} of {one.asker} needs of it{_what(one)}"
            message = f"{_asked(one)} has not answered {needs}; that was due on {said_day(due)}."
            hint = "Choose under 'Answer' what you say to it, and send the workbook back."
            rule, service = _for(UNANSWERED, one.asked, cycle), _service(one.asked, cycle)
            yield Hit(rule, message, hint, service, one.answer, "answer")
    for asked, days in silent.items():
        count = f"{len(days)} requests" if len(days) > 1 else "request"
        told = f"{in_short(asked)} has not answered the {count} of other services, due on {said_day(min(days))}"
        message, hint = f"{told}: the workbook has not come back.", f"Ask {in_short(asked)} for it."
        yield Hit(replace(UNANSWERED, audience="officer"), message, hint, _service(asked, cycle))


def requests_declined(cycle: Cycle) -> Iterator[Hit]:
    """Help that was declined, at the action which still says that it needs it."""
    for one in cycle.requests.asked:
        if one.standing is Standing.DECLINED:
            message = f"{_asked(one)} has declined what {called(one.of)} needs of it{_what(one)}{_words(one)}."
            hint = f"Do without it, or agree on something else with {_asked(one)}; then change the row."
            yield Hit(DECLINED, message, hint, one.asker, one.of, "help_needed")


def requests_for_later(cycle: Cycle) -> Iterator[Hit]:
    """Help that comes after it is needed, at the day by which it is."""
    for one in cycle.requests.asked:
        if one.is_too_late and one.answer is not None:
            message = (
                f"{_asked(one)} can give {called(one.of)} what it needs{_what(one)} by "
                f"{in_short(one.answer.new_date.text)}, and it is needed by {in_short(one.by.text)}{_words(one)}."
            )
            own = one.by.text in one.of.finish.text
            hint = f"Move that day, or agree on an earlier one with {_asked(one)}."
            yield Hit(LATER, message, hint, one.asker, one.of, "finish" if own else "help_needed")


def questions_about_requests(cycle: Cycle) -> Iterator[Hit]:
    """A question of the service that is asked, at the action it is about."""
    for one in cycle.requests.asked:
        if one.standing is Standing.QUESTION and one.answer is not None and one.answer.words:
            message = f"{_asked(one)} has a question about what {called(one.of)} needs of it{_what(one)}{_words(one)}."
            hint = "Say it in that cell; the request is then sent out again with what the cell says."
            yield Hit(ASKED_BACK, message, hint, one.asker, one.of, "help_needed")


def unclear_answers(cycle: Cycle) -> Iterator[Hit]:
    """An answer that lacks what it needs: the day of another date, the words of a question, or the answer itself."""
    for one in cycle.requests.asked:
        row = one.answer
        if row is None or one.has_changed:
            continue
        ref = _ref(row)
        if row.answer == OTHER_DATE and _is_no_day(row.new_date):
            message, hint, field = f"{ref}: another date is said, and not which.", _DATE, "new_date"
        elif row.answer == QUESTION and not row.words:
            message, hint, field = f"{ref}: a question is said, and not which.", "Ask it under Words.", "words"
        elif not row.answer.strip() and row.says_something:
            message, field = f"{ref}: something is said, and not whether the request is accepted.", "answer"
            hint = f"Choose one of: {', '.join(ANSWERS)}."
        else:
            continue
        yield Hit(_for(UNCLEAR, one.asked, cycle), message, hint, _service(one.asked, cycle), row, field)


def changed_requests(cycle: Cycle) -> Iterator[Hit]:
    """A request that asks something else by now than what was answered."""
    for one in cycle.requests.asked:
        row = one.answer
        if one.standing is not Standing.CHANGED or row is None:
            continue
        is_day = row.what.plain == one.what.plain
        now = f"needs it by '{in_short(one.by.text)}'" if is_day else f"asks '{in_short(one.what.plain)}'"
        message = f"{_ref(row)} was answered by {_asked(one)}, and {called(one.of)} of {one.asker} {now} by now."
        hint = "Send the requests out again, so that it can be answered."
        yield Hit(
            _for(CHANGED, one.asked, cycle), message, hint, _service(one.asked, cycle), row, "by" if is_day else "what"
        )


def answers_to_nothing(cycle: Cycle) -> Iterator[Hit]:
    """An answer whose request is not there any more; silent while it may stand where nothing could be read."""
    for stray in cycle.requests.strays:
        row = stray.answer
        if stray.is_twice:
            message = f"{_ref(row)} is answered on two rows, and only the first counts."
            yield Hit(
                _for(TWICE, stray.asked, cycle),
                message,
                "Keep the row that is right.",
                _service(stray.asked, cycle),
                row,
                "answer",
            )
        elif not _may_be_unread(cycle, stray):
            title = f" '{in_short(row.title.plain)}'" if row.title else ""
            asker = in_short(row.asker) or "any service"
            message = (
                f"The plan of {asker} does not ask for {_ref(row)}{title} any more, so this answer is not printed."
            )
            yield Hit(
                _for(GONE, stray.asked, cycle),
                message,
                "Nothing to put right.",
                _service(stray.asked, cycle),
                row,
                "answer",
            )


_DATE = "Write a date such as October 2028, under 'New date'."


def _overdue(one: Request, cycle: Cycle) -> date | None:
    """The day by which a request was to be answered, if it is over and nothing was said."""
    asked_on = one.asked_on.meaning.first
    if one.standing is not Standing.OPEN or cycle.today is None or asked_on is None:
        return None
    due = day_of_answer(cycle.framework, asked_on)
    return due if due < cycle.today else None


def _for(rule: Rule, asked: str, cycle: Cycle) -> Rule:
    """The rule, told to somebody who works for several services where that is who was asked."""
    is_service = asked in cycle.framework.service_names or rule.audience != "service"
    return rule if is_service else replace(rule, audience="other")


def _service(asked: str, cycle: Cycle) -> str:
    """Whose plan a hit in the workbook of whoever was asked is about, if theirs is one that writes a plan."""
    return asked if asked in cycle.framework.service_names else ""


def _may_be_unread(cycle: Cycle, stray: Stray) -> bool:
    asker = stray.answer.asker
    if asker and asker in cycle.framework.service_names and cycle.plan(asker) is None:
        return True
    return is_awaited(cycle, asker, _PARTS) or is_sheet_unread(cycle, asker, _PARTS)


def _is_no_day(written: WrittenDate) -> bool:
    return written.meaning.kind in _NO_DAY


def _asked(one: Request) -> str:
    return in_short(one.asked)


def _what(one: Request) -> str:
    return f": '{in_short(one.what.plain)}'" if one.what else ""


def _words(one: Request) -> str:
    said = one.answer.words.plain if one.answer is not None else ""
    return f" ('{in_short(said)}')" if said else ""


def _ref(row: Answer) -> str:
    return in_short(row.ref.text) or "This row"
