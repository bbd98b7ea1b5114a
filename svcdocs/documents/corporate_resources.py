"""The money for an aim, where it can be told: what its actions need beyond what there is, and the bids for it."""

from __future__ import annotations

from svcdocs.documents.corporate_actions import Style, plain_line
from svcdocs.documents.corporate_needs import needs_told
from svcdocs.documents.formats import bracketed, written
from svcdocs.model.corporate_view import Contribution, Resources
from svcdocs.model.publication import is_published
from svcdocs.model.service_plan import Action, Bid

_MOST_SUMS = 2
"""The highest sums are told; all of them stand in the services' plans."""


def money_told(resources: Resources, style: Style) -> tuple[str, ...]:
    """How many actions need nothing, what the others come to and who needs most, and the bids; nothing of no action."""
    words = style.words
    asking = len(resources.asking)
    every = resources.nothing + asking + resources.unsaid
    said = []
    if every > resources.unsaid:
        pattern = words.money_needed if resources.unsaid else words.money_all_said
        said.append(pattern.format(all=every, nothing=resources.nothing, asking=asking, unsaid=resources.unsaid))
    said += needs_told(resources.needs, style)
    shown = [one for one in resources.asking if is_published(one.record)][:_MOST_SUMS]
    if shown:
        said.append(words.highest_sums.format(sums="; ".join(_asked(one, style) for one in shown)))
    bids = [(service, bid) for service, bid in resources.bids if is_published(bid)]
    if bids:
        said.append(words.bids_for_it.format(bids="; ".join(_bid(service, bid, style) for service, bid in bids)))
    return tuple(said)


def _asked(one: Contribution, style: Style) -> str:
    assert isinstance(one.record, Action)
    name = one.record.ref.text.strip() or plain_line(one.record.title)
    return style.words.sum_of.format(name=name, sum=plain_line(one.record.resources), service=one.service)


def _bid(service: str, bid: Bid, style: Style) -> str:
    name = " ".join(part for part in (bid.ref.text.strip(), plain_line(bid.what)) if part)
    return f"{written(name, style.words.not_given)}{bracketed((service, bid.state.strip()))}"
