"""The sheets of a workbook of requests: what other services ask of one, each to be answered on its own row."""

from __future__ import annotations

from svcdocs.model.requests import Answer, Notice
from svcdocs.workbook.declaration import Ask, Book, Sheet
from svcdocs.workbook.service_book import DECLARATION

ANSWERS_SHEET = Sheet(
    "Requests",
    Answer,
    "answers",
    "What other services need of you, a row each. Say under Answer what you can do; leave the columns before it as "
    "they are.",
    (
        Ask("ref", 11),
        Ask("asker", 26),
        Ask("action", 15),
        Ask("title", 44),
        Ask("what", 44),
        Ask("by", 18),
        Ask("asked_on", 18),
        Ask("answer", 20, choices="request_answers", strict=True, needs="What do you say to it?"),
        Ask("new_date", 18),
        Ask("words", 44),
    ),
    since=2,
    spare_rows=0,
)
NOTICES = Sheet(
    "Notices",
    Notice,
    "notices",
    "What all services are asked. There is nothing to answer here.",
    (Ask("asker", 30), Ask("action", 11), Ask("title", 60), Ask("what", 60), Ask("by", 18)),
    since=2,
    spare_rows=0,
)
REQUESTS_BOOK = Book(
    kind="requests",
    title="Requests workbook",
    sheets=(DECLARATION, ANSWERS_SHEET, NOTICES),
)
"""What is asked of a service that others need."""
