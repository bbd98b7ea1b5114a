"""Requests: what one service asks of another in the cells "Services whose help we need", and what the other says to it.

A request is known by the service that asks, the action it is for and the service that is asked. It has its reference
from the day on which it is first sent out, and keeps that while its words change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from pydantic import PrivateAttr, computed_field

from svcdocs.model.as_written import Ref, WrittenDate
from svcdocs.model.base import Record, Value, column
from svcdocs.model.dates import date_at_end
from svcdocs.model.findings import CellRef
from svcdocs.model.framework import Framework
from svcdocs.model.help_asked import EVERYBODY, Askable, askable, asked_in
from svcdocs.model.names import folded
from svcdocs.model.planning_year import YearStep, steps_of
from svcdocs.model.service_plan import Action, ServicePlan
from svcdocs.model.text import Text

ACCEPTED, DECLINED, OTHER_DATE, QUESTION = "Accepted", "Declined", "Other date", "Question"
ANSWERS = (ACCEPTED, DECLINED, OTHER_DATE, QUESTION)
"""What may be said to a request."""


class Answer(Record):
    """One request as it was sent out, and what the service that is asked says to it."""

    ref: Ref = column("Ref", "Leave it as it is.", Ref(), example="ES-r1")
    asker: str = column("Asked by", "The service that asks.", example="Housing and Communities")
    action: Ref = column("For action", "The reference of the action it is for, in their plan.", Ref(), example="HC3.3")
    title: Text = column("What they will do", "That action, in their words.", Text(), example="Share waste records")
    what: Text = column("What is asked", "What they need of you.", Text(), example="Waste records of empty homes")
    by: WrittenDate = column("Needed by", "When they need it.", WrittenDate(), example="31 August 2028")
    asked_on: WrittenDate = column(
        "Asked on", "The day on which you were first asked.", WrittenDate(), example="4 January 2027"
    )
    answer: str = column(
        "Answer",
        "Accepted, Declined, Other date or Question.",
        example="Accepted",
    )
    new_date: WrittenDate = column("New date", "With Other date: by when.", WrittenDate(), example="October 2028")
    words: Text = column(
        "Words", "Your reason, your condition; with Question what you ask.", Text(), example="Not before the count"
    )

    @property
    def says_something(self) -> bool:
        """Whether anything was said to the request."""
        return bool(self.answer.strip() or self.new_date or self.words)

    @property
    def unanswered(self) -> Self:
        """The same request with nothing said to it."""
        return self.model_copy(update={"answer": "", "new_date": WrittenDate(), "words": Text()})


class Notice(Record):
    """What one service asks of all services at once: nobody has to answer it."""

    asker: str = column("From", "The service that asks.", example="Corporate and Property Services")
    action: Ref = column("For action", "The reference of the action it is for, in their plan.", Ref(), example="CS4.1")
    title: Text = column(
        "What they will do", "That action, in their words.", Text(), example="Move all payments online"
    )
    what: Text = column("What all services are asked", "What they need of everybody.", Text(), example="A day each")
    by: WrittenDate = column("Needed by", "When they need it.", WrittenDate(), example="31 May 2028")


class Answered(Value):
    """What one workbook of requests holds: the requests to a service, and what all services are asked."""

    answers: tuple[Answer, ...] = ()
    notices: tuple[Notice, ...] = ()


class Standing(StrEnum):
    """How a request stands."""

    NOT_ASKED = "not asked yet"
    OPEN = "to be answered"
    CHANGED = "changed since it was answered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    OTHER_DATE = "other date"
    QUESTION = "question"


_SAID = {
    ACCEPTED: Standing.ACCEPTED,
    DECLINED: Standing.DECLINED,
    OTHER_DATE: Standing.OTHER_DATE,
    QUESTION: Standing.QUESTION,
}


class Request(Value):
    """What an action of one service needs of another.

    ``asked`` is the service or contributor that is asked; "" where all services are. ``answer`` is the row on which it
    was sent out, with what was said to it; None while it was not sent out, or its workbook has not come back.
    """

    ref: Ref = Ref()
    asker: str
    asked: str
    action: Ref = Ref()
    title: Text = Text()
    what: Text = Text()
    by: WrittenDate = WrittenDate()
    asked_on: WrittenDate = WrittenDate()
    answer: Answer | None = None

    _action: Action | None = PrivateAttr(default=None)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    __hash__ = None  # type: ignore[assignment]  # it holds records

    @property
    def is_notice(self) -> bool:
        """Whether all services are asked, so that nobody has to answer."""
        return self.asked == EVERYBODY

    @property
    def of(self) -> Action:
        """The action that needs it; one that says no more than the request where it was read from plans.json."""
        return self._action or Action(ref=self.action, title=self.title)

    def for_action(self, action: Action) -> Self:
        """The request itself, now knowing its action."""
        self._action = action
        return self

    def cell(self) -> CellRef | None:
        """The cell in which the help is asked for."""
        return self.of.cell("help_needed")

    @computed_field  # type: ignore[prop-decorator]
    @property
    def standing(self) -> Standing:
        """How it stands."""
        if not self.ref:
            return Standing.NOT_ASKED
        said = self.answer
        if said is None or said.answer not in _SAID:
            return Standing.OPEN
        return Standing.CHANGED if self.has_changed else _SAID[said.answer]

    @property
    def has_changed(self) -> bool:
        """Whether it asks something else, or by another day, than when it was sent out last."""
        said = self.answer
        if said is None:
            return False
        pairs = ((said.what.plain, self.what.plain), (said.by.text, self.by.text))
        return any(then and folded(then) != folded(now) for then, now in pairs)

    @property
    def is_too_late(self) -> bool:
        """Whether the service that is asked gives a day after the one by which it is needed."""
        if self.standing is not Standing.OTHER_DATE or self.answer is None:
            return False
        new, needed = self.answer.new_date.meaning.last, self.by.meaning.last
        return new is not None and needed is not None and new > needed

    @property
    def is_open(self) -> bool:
        """Whether the service that is asked has to say something."""
        return self.standing in (Standing.OPEN, Standing.CHANGED)

    @property
    def is_contradicted(self) -> bool:
        """Whether what was said does not go with the action, which still counts on it."""
        return self.standing in (Standing.DECLINED, Standing.QUESTION) or self.is_too_late

    def as_sent(self) -> Answer:
        """The row that is sent out: with what was said to it, if it still asks the same."""
        row = Answer(
            ref=self.ref,
            asker=self.asker,
            action=self.action,
            title=self.title,
            what=self.what,
            by=self.by,
            asked_on=self.asked_on,
        )
        said = self.answer
        if said is None or self.has_changed:
            return row
        return row.model_copy(update={"answer": said.answer, "new_date": said.new_date, "words": said.words})


class Stray(Value):
    """An answer to what nobody asks any more, or to what was answered already: by whom it was given, and why."""

    asked: str
    answer: Answer
    is_twice: bool = False


class Requests(Value):
    """All that services ask of each other, and the answers that belong to none of it."""

    asked: tuple[Request, ...] = ()
    strays: tuple[Stray, ...] = ()

    def is_sent(self, action: Action, asked: str) -> bool:
        """Whether what an action needs of a service was sent out as a request."""
        return any(one.ref and one.asked == asked and one.of is action for one in self.asked)

    def by(self, service: str) -> tuple[Request, ...]:
        """What a service asks of others, as far as it was sent out."""
        return tuple(one for one in self.asked if one.asker == service and one.ref)

    def of(self, service: str) -> tuple[Request, ...]:
        """What others ask of a service, as far as it was sent out."""
        return tuple(one for one in self.asked if one.asked == service and one.ref)


def requests_of(
    framework: Framework, plans: Iterable[ServicePlan], given: Mapping[int, str] | None = None
) -> tuple[Request, ...]:
    """What the actions of some plans ask of others, plan by plan; none of it has been sent out yet.

    What a service asks of a team of its own is no request. ``given`` are the references that were given to actions
    without one, by their id.
    """
    who = askable(framework)
    known = given or {}
    return tuple(
        one
        for plan in plans
        for action in plan.all_actions
        for one in _of(plan, action, who, known.get(id(action), ""))
    )


def answer_due(framework: Framework, asked_on: date, days: float) -> date:
    """The day by which a request is to be answered: the calendar's, else so many days after it was asked first.

    A day of the calendar that is over when somebody is asked is no day for them.
    """
    day = steps_of(framework).get(YearStep.REQUESTS)
    return day if day is not None and day >= asked_on else asked_on + timedelta(days=int(days))


def needed_by(action: Action, what: str) -> WrittenDate:
    """When an action needs what it asks for: the day in the last bracket of that, else when the action ends."""
    own = date_at_end(what.rpartition("\n")[2])
    if own:
        return WrittenDate(text=own).in_years_from(action.finish.starts)
    days = action.finish.items
    if len(days) <= 1:
        return next(iter(days), WrittenDate())
    dated = [one for one in days if one.meaning.last is not None]
    return max(dated, key=lambda one: one.meaning.last or date.min, default=WrittenDate())


def _of(plan: ServicePlan, action: Action, who: Askable, given: str) -> Iterator[Request]:
    for asking in asked_in(action.help_needed, who):
        if asking.of == plan.service:
            continue
        yield Request(
            asker=plan.service,
            asked=asking.of,
            action=action.ref or Ref(text=given),
            title=action.title,
            what=Text.model_validate(asking.what),
            by=needed_by(action, asking.what),
        ).for_action(action)
