"""What a service asks for beyond what it has: a table of its bids, each with its reason and the answer to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from svcdocs.documents.formats import filled, inline, labelled, lines, written
from svcdocs.documents.references import told
from svcdocs.documents.setting import Setting
from svcdocs.documents.shared import shared_with
from svcdocs.model.as_written import Amount
from svcdocs.model.service_plan import Bid
from svcdocs.model.text import Block, Run, Text, merged
from svcdocs.model.words import Words


@dataclass(frozen=True, slots=True)
class BidRow:
    """A row of the table of bids."""

    what: Text
    """Its reference and what it is for, why it is needed, what happens without it, and who shares it."""
    purpose: str
    """The objectives or actions it is for, and its team; empty where neither is given."""
    amounts: Text
    """What is asked for, a line for each year."""
    fte: str
    """The full-time posts asked for."""
    once: str
    """Whether it is asked for once or every year."""
    answer: str
    """Where it stands: asked for, agreed, not agreed."""


def bid_rows(bids: Iterable[Bid], setting: Setting) -> tuple[BidRow, ...]:
    """A row for each bid in the order given."""
    return tuple(_row(bid, setting) for bid in bids)


def asked_for(bid: Bid, years: Iterable[str], words: Words) -> Text:
    """A line for each of the years in which something is asked for, then for any other year."""
    asked = ((year, bid.amounts.get(year, Amount()).text.strip()) for year in dict.fromkeys((*years, *bid.amounts)))
    return filled(
        lines(words.year.format(year=year, value=amount) for year, amount in asked if amount), words.not_given
    )


def _row(bid: Bid, setting: Setting) -> BidRow:
    words = setting.words
    served = words.action_for.format(refs=told(bid.serves, setting)) if bid.serves else ""
    return BidRow(
        what=_what(bid, setting),
        purpose=" · ".join(part for part in (served, bid.team.strip()) if part),
        amounts=asked_for(bid, setting.framework.years_of(setting.plan.service), words),
        fte=bid.fte.text.strip() or words.dash,
        once=written(bid.once, words.not_given),
        answer=written(bid.state, words.not_given),
    )


def _what(bid: Bid, setting: Setting) -> Text:
    words = setting.words
    first, *more = filled(bid.what, words.not_given).blocks
    ref = bid.ref.text.strip()
    runs = (Run(text=f"{ref} – ", bold=True), *inline(Text(blocks=(first,)))) if ref else first.runs
    head = first.model_copy(update={"runs": merged(runs)})
    reasons = (*labelled(words.bid_why, bid.why), *labelled(words.bid_without, bid.without))
    others = (Block(kind=item.kind, runs=item.runs, label=item.label) for item in reasons)
    return Text(blocks=(head, *more, *others, *shared_with(bid, setting)))
