"""What was answered to those who need help, as the annex of dependencies and its spreadsheet tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeGuard

from svcdocs.documents.requests import answer_to
from svcdocs.model.corporate_words import CorporateWords
from svcdocs.model.helping import Ask
from svcdocs.model.requests import Request, Standing
from svcdocs.model.text import Block, BlockKind, Run


def answer_lines(ask: Ask, words: CorporateWords) -> tuple[Block, ...]:
    """The answer to what was asked in writing, to stand below what is needed; nothing where it was not."""
    if not _is_sent(ask.request):
        return ()
    said = words.annex_answered.format(answer=_in_line(ask.request, words))
    return (Block(kind=BlockKind.BULLET, runs=(Run(text=said),), level=1),)


def answer_told(ask: Ask, words: CorporateWords) -> str:
    """What was answered, or why nothing was, for a cell of its own."""
    if ask.request is None:
        return words.dash
    if ask.request.is_notice:
        return words.annex_no_answer_due
    return answer_to(ask.request, words).plain if _is_sent(ask.request) else words.annex_not_sent


def answers_counted(asks: Sequence[Ask], words: CorporateWords) -> Iterator[str]:
    """How many of some requests were sent out, how often each answer was given, and how that is shown."""
    requests = [ask.request for ask in asks if ask.request is not None and not ask.request.is_notice]
    if not requests:
        return
    sent = Counter(one.standing for one in requests if _is_sent(one))
    if not sent:
        yield words.annex_answers_none.format(count=len(requests))
        return
    said = "; ".join(
        words.annex_answer_count.format(answer=name, count=sent[standing])
        for standing, name in _names(words).items()
        if sent[standing]
    )
    yield words.annex_answers.format(sent=sum(sent.values()), count=len(requests), answers=said)
    yield words.annex_answers_note


def _is_sent(request: Request | None) -> TypeGuard[Request]:
    return request is not None and not request.is_notice and request.standing is not Standing.NOT_ASKED


def _in_line(request: Request, words: CorporateWords) -> str:
    return " ".join(answer_to(request, words).plain.split())


def _names(words: CorporateWords) -> dict[Standing, str]:
    """What each answer is called where answers are counted, in the order in which they are told."""
    return {
        Standing.ACCEPTED: words.request_accepted,
        Standing.OTHER_DATE: words.annex_other_date,
        Standing.QUESTION: words.request_question,
        Standing.DECLINED: words.request_declined,
        Standing.CHANGED: words.request_changed,
        Standing.OPEN: words.request_open,
    }
