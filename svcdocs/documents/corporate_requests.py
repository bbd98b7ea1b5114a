"""What services need of each other and have not settled, as the corporate plan shows it."""

from __future__ import annotations

from dataclasses import dataclass

from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.formats import filled, lines, written
from svcdocs.documents.requests import answer_to, for_action, is_unsettled
from svcdocs.model.publication import is_published
from svcdocs.model.requests import Request
from svcdocs.model.text import Text


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request without an answer, or with one that does not go with the plan of the service that asks."""

    asker: Text
    """The service that asks, and for which action."""
    asked: str
    """The service that is asked."""
    what: Text
    """What is needed."""
    by: str
    """When it is needed."""
    answer: Text
    """What was said to it."""


def request_rows(style: Style) -> tuple[RequestRow, ...]:
    """A row for each request that is not settled, but for those of actions that may not be published."""
    asked = style.setting.cycle.requests.asked
    return tuple(_row(one, style) for one in asked if is_unsettled(one) and is_published(one.of))


def _row(one: Request, style: Style) -> RequestRow:
    words = style.words
    return RequestRow(
        asker=lines([f"{one.asker}: {' '.join(for_action(one, words).plain.split())}"]),
        asked=one.asked,
        what=filled(one.what, words.annex_not_said),
        by=written(one.by.text, words.dash),
        answer=answer_to(one, words),
    )
