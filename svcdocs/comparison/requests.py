"""What has become of requests for help from one version to another: made, asked or answered otherwise, withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from svcdocs.comparison.plans import changes_between
from svcdocs.model.changes import Change, ChangeKind
from svcdocs.model.requests import Answer, Request, Requests

PART = "requests"
"""Under this name stand requests among the parts of a plan."""
_FIELDS = ("what", "by", "answer", "new_date", "words")
"""What is of the request itself: the action it is for is compared where it stands."""


def request_changes(before: Requests, after: Requests, service: str, today: Callable[[str], str]) -> Iterator[Change]:
    """The changes of what a service asks of others in writing, by whom it asks.

    ``today`` says what a service of the earlier version is called in the later one.
    """
    earlier = [one for one in before.asked if one.ref and today(one.asker) == service]
    later = after.by(service)
    for asked in dict.fromkeys((*(one.asked for one in later), *(today(one.asked) for one in earlier))):
        then = _rows(one for one in earlier if today(one.asked) == asked)
        now = _rows(one for one in later if one.asked == asked)
        for change in changes_between({PART: then}, {PART: now}, service=service):
            if change.kind is not ChangeKind.MOVED and change.field in ("", *_FIELDS):
                yield replace(change, record=f"{change.record} (asked of {asked})", also=asked)


def _rows(requests: Iterable[Request]) -> tuple[Answer, ...]:
    """Requests as the rows of their workbooks, each with what was said to it, even where it asks something else now."""
    return tuple(_row(one) for one in requests)


def _row(request: Request) -> Answer:
    said = request.answer or Answer()
    row = request.as_sent().model_copy(update={name: getattr(said, name) for name in ("answer", "new_date", "words")})
    return row.at(said.origin) if said.origin is not None else row
