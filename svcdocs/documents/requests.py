"""What services ask of each other: in the plan of the one that asks, and in that of the one that is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from svcdocs.documents.corporate_actions import beside_ref
from svcdocs.documents.formats import filled, inline, lines
from svcdocs.documents.heat_map import HeatMap
from svcdocs.documents.own_tables import own_table
from svcdocs.documents.parts import Part
from svcdocs.documents.sections import SectionContext
from svcdocs.documents.setting import Setting
from svcdocs.model.requests import Request, Standing
from svcdocs.model.service_plan import TableRow
from svcdocs.model.text import Text
from svcdocs.model.words import Words

_SHARES = (182, 270, 145, 135, 268)
"""How the columns share the page: who, for which action, what, by when, the answer."""


def request_sections(setting: Setting, *, numbered: bool) -> Iterator[SectionContext]:
    """What the service asks of others, and what others ask of it, a section each; none where nothing was sent out."""
    words, asked, service = setting.words, setting.cycle.requests, setting.plan.service
    kinds: tuple[tuple[str, str, str, Callable[[Request], str], Sequence[Request]], ...] = (
        (words.help_needed_heading, words.help_needed_lead_in, words.request_from, _whom, asked.by(service)),
        (words.help_asked_heading, words.help_asked_lead_in, words.request_by, _who, asked.of(service)),
    )
    for heading, lead_in, other, name, requests in kinds:
        if requests:
            head = (other, words.request_for, words.request_what, words.request_when, words.request_said)
            rows = [
                (lines([name(one)]), for_action(one, words), one.what, lines([one.by.text]), answer_to(one, words))
                for one in requests
            ]
            answered = sum(not one.is_open for one in requests)
            told = words.requests_answered.format(answered=answered, count=len(requests))
            lead = lead_in if answered == len(requests) else f"{lead_in} {told}"
            said = [place for place in range(len(head)) if any(row[place] for row in rows)]
            shown = own_table(_only(said, head, rows), "", heading, words, [_SHARES[place] for place in said])
            yield _section(heading, (Part(lead=lines([lead]), table=shown, gap=False),), numbered=numbered)


def answer_to(request: Request, words: Words) -> Text:
    """What was said to a request, with the words that were said beside it."""
    said = request.answer
    match request.standing:
        case Standing.ACCEPTED:
            answer = words.request_accepted
        case Standing.DECLINED:
            answer = words.request_declined
        case Standing.QUESTION:
            answer = words.request_question
        case Standing.OTHER_DATE:
            day = said.new_date.text.strip() if said is not None else ""
            answer = words.request_other_date.format(date=day) if day else words.request_no_date
        case Standing.CHANGED:
            return lines([words.request_changed])
        case _:
            answer = words.request_open
    if said is None or not said.words:
        return lines([answer])
    first, *more = said.words.plain.split("\n")
    return lines([words.request_with_words.format(answer=answer, text=first), *more])


def for_action(request: Request, words: Words) -> Text:
    """The action that needs something, in its words and by its own reference: one that was given is not printed."""
    title = " ".join("".join(run.text for run in beside_ref(inline(request.title), request.of.ref)).split())
    named = " ".join(part for part in (request.of.ref.text.strip(), title) if part)
    return filled(lines([named]), words.not_given)


def is_unsettled(request: Request) -> bool:
    """Whether a request that was sent out has no answer, or one that does not go with the plan of who asks."""
    no_day = request.standing is Standing.OTHER_DATE and request.answer is not None and not request.answer.new_date
    return bool(request.ref) and not request.is_notice and (request.is_open or request.is_contradicted or no_day)


def _whom(one: Request) -> str:
    return one.asked


def _who(one: Request) -> str:
    return one.asker


def _only(columns: Sequence[int], head: Sequence[str], rows: Sequence[Sequence[Text]]) -> list[TableRow]:
    """The rows of the table, its headings first, with these columns: those in which a request says anything."""
    cells = [[lines([title]) for title in head], *rows]
    return [TableRow(cells=tuple(row[place] for place in columns)) for row in cells]


def _section(heading: str, parts: tuple[Part, ...], *, numbered: bool) -> SectionContext:
    return SectionContext(
        heading=heading,
        level=1,
        numbered=numbered,
        lead_in=Text(),
        not_given="",
        before=parts,
        lists=(),
        money=(),
        money_note=Text(),
        bids=(),
        bids_heading="",
        bids_level=0,
        risks=(),
        heat_map=HeatMap(),
        drawn=(),
        teams=(),
        after=(),
    )
