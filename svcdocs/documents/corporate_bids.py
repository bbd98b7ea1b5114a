"""What the services ask for beyond what they have, as the corporate plan shows it: bid by bid, and in sum."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from svcdocs.documents.bids import asked_for
from svcdocs.documents.corporate_actions import Style, one_line
from svcdocs.documents.corporate_money import pounds
from svcdocs.documents.formats import decimal, filled, inline, lines, written
from svcdocs.model.corporate_view import ServiceBids
from svcdocs.model.figures import plus
from svcdocs.model.publication import is_published
from svcdocs.model.service_plan import Bid
from svcdocs.model.text import Block, Run, Text, merged


@dataclass(frozen=True, slots=True)
class BidRow:
    """A bid of one service, or the sum of all bids."""

    service: str
    """The service that asks."""
    what: Text
    """Its reference, and what it is for."""
    amounts: Text
    """What is asked for, a line for each year."""
    fte: str
    """The full-time posts asked for."""
    answer: str
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class BidsPart:
    """All bids of the council."""

    rows: tuple[BidRow, ...]
    """The bids by service, in the council's order."""
    total: BidRow
    """What they come to."""
    notes: tuple[str, ...]
    """What is not in the sums."""


def bids_part(services: Sequence[ServiceBids], style: Style) -> BidsPart:
    """The bids, but for those that may not be published; these count in the sums all the same."""
    words = style.words
    rows = tuple(_row(one.service, bid, style) for one in services for bid in one.bids if is_published(bid))
    years = dict.fromkeys(year for one in services for year, _ in one.sums)
    sums = {year: plus(amount for one in services for of, amount in one.sums if of == year) for year in years}
    posts = plus(one.fte for one in services)
    total = BidRow(
        service=words.bids_total,
        what=lines([words.bids_counted.format(count=sum(len(one.bids) for one in services))]),
        amounts=filled(
            lines(words.year.format(year=year, value=pounds(found, "£")) for year, found in sums.items() if found),
            words.dash,
        ),
        fte=decimal(posts) if posts is not None else words.dash,
        answer=words.dash,
    )
    return BidsPart(rows, total, tuple(_notes(services, style)))


def _row(service: str, bid: Bid, style: Style) -> BidRow:
    words = style.words
    ref = bid.ref.text.strip()
    runs = (*((Run(text=f"{ref} – "),) if ref else ()), *inline(one_line(bid.what, words.not_given)))
    return BidRow(
        service=service,
        what=Text(blocks=(Block(runs=merged(runs)),)),
        amounts=asked_for(bid, style.framework.years_of(service), words),
        fte=bid.fte.text.strip() or words.dash,
        answer=written(bid.state, words.not_given),
    )


def _notes(services: Iterable[ServiceBids], style: Style) -> Iterable[str]:
    for one in services:
        for bid in one.not_one_figure:
            name = bid.ref.text.strip() or one_line(bid.what, style.words.not_given).plain
            yield style.words.bid_not_added.format(service=one.service, bid=name)
        hidden = sum(not is_published(bid) for bid in one.bids)
        if hidden:
            yield style.words.bids_unpublished.format(service=one.service, count=hidden)
