"""What a row of a plan shares with others: the sentence that says so, and how it names their rows."""

from __future__ import annotations

from svcdocs.documents.formats import block
from svcdocs.documents.setting import Setting
from svcdocs.model.claims import Claim
from svcdocs.model.ledger import ledger_of
from svcdocs.model.resources import Bid
from svcdocs.model.service_plan import Action
from svcdocs.model.text import Block


def shared_with(record: Action | Bid, setting: Setting) -> tuple[Block, ...]:
    """A paragraph that names everybody else who asks for what a row asks for; nothing where nobody does."""
    others = ledger_of(setting.cycle).sharers(record)
    if not others:
        return ()
    named = "; ".join(dict.fromkeys(in_row(one, setting.plan.service) for one in others))
    return (block(setting.words.shared_with.format(others=named)),)


def in_row(claim: Claim, service: str) -> str:
    """The row of a claim as the plan of a service names it: "Leisure and Culture (bid LB2)", "HC1.3" of its own."""
    return claim.name if claim.service == service else f"{claim.service} ({claim.name})"
