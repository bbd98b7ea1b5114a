"""The words of what services ask of each other, as plans print it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RequestWords:
    """What stands over and in the tables of requests. Words in braces are filled in."""

    help_needed_heading: str = "Help we need from other services"
    help_needed_lead_in: str = "What our actions need of them, and their answers."
    help_asked_heading: str = "What other services ask of us"
    help_asked_lead_in: str = "What their actions need of us, and our answers."
    request_what: str = "What is needed"
    request_from: str = "Of whom"
    request_by: str = "Asked by"
    request_for: str = "For which action"
    request_when: str = "Needed by"
    request_said: str = "Answer"
    request_accepted: str = "Accepted"
    request_declined: str = "Declined"
    request_other_date: str = "By {date}"
    request_no_date: str = "Not by then"
    """Where another date is said and not which."""
    request_question: str = "Question"
    request_open: str = "Not answered yet"
    request_changed: str = "Has changed since it was answered"
    request_with_words: str = "{answer}: {text}"
    requests_answered: str = "Answered so far: {answered} of {count}."
