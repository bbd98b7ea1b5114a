"""What the services ask for beyond what they have, as the corporate plan shows it: each once, and in sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from svcdocs.documents.bids import asked_for
from svcdocs.documents.corporate_actions import Style, one_line, title_beside_ref
from svcdocs.documents.corporate_money import pounds
from svcdocs.documents.formats import decimal, filled, inline, lines, written
from svcdocs.documents.shared import in_row
from svcdocs.model.claims import ONCE, Certainty, Claim
from svcdocs.model.corporate_view import Asked, CertaintySums
from svcdocs.model.ledger import Line
from svcdocs.model.publication import is_published
from svcdocs.model.resources import Bid, Post
from svcdocs.model.text import Block, Run, Text, merged


@dataclass(frozen=True, slots=True)
class BidRow:
    """A bid of one service or of several together, or the sum of all bids."""

    service: str
    """The service that asks, or all that do."""
    what: Text
    """Its reference, and what it is for; where several ask, the row of each."""
    amounts: Text
    """What is asked for, a line for each year."""
    fte: str
    """The full-time posts asked for."""
    answer: str
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class CertaintyRow:
    """All requests of the plans, for bids or within actions, that are as certain as each other."""

    certainty: str
    """How certain it is that there will be what is asked for."""
    count: str
    """How many requests they are."""
    amounts: Text
    """What they come to, a line for each year."""
    fte: str
    """The full-time posts they come to."""


@dataclass(frozen=True, slots=True)
class BidsPart:
    """All bids of the council, and what all requests come to."""

    rows: tuple[BidRow, ...]
    """The bids by service, in the council's order; what several share once."""
    total: BidRow
    """What they come to."""
    notes: tuple[str, ...]
    """What is not in the sums."""
    certainties: tuple[CertaintyRow, ...]
    """What all requests come to, bids and what actions ask for, by how certain they are."""


def bids_part(asked: Asked, style: Style) -> BidsPart:
    """The bids, but for those that may not be published; these count in the sums all the same."""
    words = style.words
    counted = sum(line.certainty is not Certainty.REFUSED for line in asked.lines)
    total = BidRow(
        service=words.bids_total,
        what=lines([words.bids_counted.format(count=counted)]),
        amounts=_amounts(asked.sums, style),
        fte=_fte(asked.fte, style),
        answer=words.dash,
    )
    rows = (_row(line, style) for line in asked.lines)
    certainties = tuple(_certainty_row(one, style) for one in asked.certainties if one.count)
    return BidsPart(tuple(row for row in rows if row), total, tuple(_notes(asked, style)), certainties)


def _row(line: Line, style: Style) -> BidRow | None:
    """A line of the ledger; nothing where no row of it may be published."""
    words = style.words
    shown = [claim for claim in line.claims if _is_shown(claim)]
    if not shown:
        return None
    counted = line.counted if line.counted in shown else shown[0]
    record = counted.record
    years = style.framework.years_of(counted.service)
    others = [claim for claim in shown if claim is not counted and claim.service != counted.service]
    said = (words.shared_with.format(others="; ".join(in_row(one, counted.service) for one in others)),)
    return BidRow(
        service="; ".join(dict.fromkeys(claim.service for claim in shown)),
        what=Text(blocks=(Block(runs=_what(counted, style)), *lines(said if others else ()).blocks)),
        amounts=asked_for(record, years, words) if isinstance(record, Bid) else _amounts(line.sums, style),
        fte=(record.fte.text.strip() if isinstance(record, Bid) else "") or _fte(line.fte, style),
        answer=written(record.state, words.not_given) if isinstance(record, Bid) else _certainty(line.certainty, style),
    )


def _is_shown(claim: Claim) -> bool:
    return isinstance(claim.record, Post) or is_published(claim.record)


def _what(claim: Claim, style: Style) -> tuple[Run, ...]:
    record, ref = claim.record, ""
    if isinstance(record, Post):
        runs: tuple[Run, ...] = (Run(text=record.title.strip()),)
    else:
        ref = record.ref.text.strip()
        runs = (
            inline(one_line(record.what, style.words.not_given))
            if isinstance(record, Bid)
            else title_beside_ref(record, style)
        )
    return merged((*((Run(text=f"{ref} – "),) if ref else ()), *runs))


def _certainty_row(one: CertaintySums, style: Style) -> CertaintyRow:
    words = style.words
    unread = words.requests_unread.format(count=one.unread)
    return CertaintyRow(
        certainty=_certainty(one.certainty, style),
        count=words.on_its_own.format(value=one.count, note=unread) if one.unread else str(one.count),
        amounts=lines(["; ".join(block.plain for block in _amounts(one.sums, style).blocks)]),
        fte=_fte(one.fte, style),
    )


def _certainty(certainty: Certainty, style: Style) -> str:
    words = style.words
    return {
        Certainty.FIRM: words.request_firm,
        Certainty.ASKED: words.request_asked,
        Certainty.CONDITIONAL: words.request_conditional,
        Certainty.REFUSED: words.request_refused,
    }[certainty]


def _amounts(sums: Sequence[tuple[str, Decimal | None]], style: Style) -> Text:
    """Sums, a line for each year; last that of which nobody has said a year."""
    words = style.words
    told = [words.year.format(year=year, value=pounds(found, "£")) for year, found in sums if found and year != ONCE]
    told += [words.in_no_year.format(value=pounds(found, "£")) for year, found in sums if found and year == ONCE]
    return filled(lines(told), words.dash)


def _fte(fte: Decimal | None, style: Style) -> str:
    return decimal(fte) if fte is not None else style.words.dash


def _notes(asked: Asked, style: Style) -> Iterator[str]:
    words = style.words
    for line in asked.lines:
        bid = line.counted.record
        if not isinstance(bid, Bid) or not is_published(bid):
            continue
        name = bid.ref.text.strip() or one_line(bid.what, words.not_given).plain
        if line.certainty is Certainty.REFUSED:
            yield words.bid_refused.format(service=line.counted.service, bid=name)
        elif not line.is_whole and any(bid.amounts.values()):
            yield words.bid_not_added.format(service=line.counted.service, bid=name)
    hidden: dict[str, int] = {}
    for line in asked.lines:
        if not any(map(_is_shown, line.claims)):
            hidden[line.counted.service] = hidden.get(line.counted.service, 0) + 1
    for service, count in hidden.items():
        yield words.bids_unpublished.format(service=service, count=count)
