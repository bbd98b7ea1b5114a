"""How the corporate plan is approved: each body with where its approval stands, the date and the minute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.formats import written
from svcdocs.model.about import About
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.organisation import Signature


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """A body that approves the corporate plan, or a step towards it."""

    body: str
    """The body."""
    status: str
    """Where its approval stands, with any condition; of a body that has not met, what is planned."""
    date: str
    """The day of the approval, or that for which it is planned."""
    minute: str
    """The minute that records it."""


def approval_rows(style: Style) -> tuple[ApprovalRow, ...]:
    """The bodies that approve the plan, from the sheet Sign-off; what the calendar says of it, where none is there.

    On that sheet are meant the rows that name the corporate plan in place of a service. A body without a date has that
    of the calendar's first row in which it deals with the plan.
    """
    framework = style.framework
    rows = [row for row in framework.signatures if framework.is_corporate_plan(row.service)]
    return tuple(_signed(row, style) for row in rows) or tuple(_planned(style))


def approval_date(row: Signature, style: Style) -> str:
    """The day on which a body approved the plan, else that of the calendar's first row in which it deals with it."""
    planned = (when for body, _, when in _dates(style) if folded(body) == folded(row.role))
    return row.when.text.strip() or next(planned, "")


def _signed(row: Signature, style: Style) -> ApprovalRow:
    words = style.words
    who = " – ".join(part.strip() for part in (row.role, row.name, row.area) if part.strip())
    condition = words.subject_to.format(text=row.subject_to.strip()) if row.subject_to.strip() else ""
    status = ". ".join(part for part in (written(row.status, words.approval_awaited), condition) if part)
    return ApprovalRow(
        body=written(who, words.not_given),
        status=status,
        date=written(approval_date(row, style), words.not_given),
        minute=written(row.minute, words.dash),
    )


def _planned(style: Style) -> Iterator[ApprovalRow]:
    words = style.words
    for body, what, when in _dates(style):
        yield ApprovalRow(written(body, words.not_given), what, written(when, words.not_given), words.dash)


def _dates(style: Style) -> Iterator[tuple[str, str, str]]:
    """The rows of the calendar that speak of the corporate plan: who, what and when."""
    title = folded(_title(style.framework))
    for row in style.framework.calendar:
        if title in folded(row.what):
            yield row.who.strip(), row.what.strip(), row.when.text.strip()


def _title(framework: Framework) -> str:
    return framework.about.corporate_title.strip() or About().corporate_title
