"""What the actions for an aim say of money beyond what there is, and the bids for it, as far as that can be told."""

from __future__ import annotations

import re
from decimal import Decimal

from svcdocs.model.amounts import AmountKind, read_amount
from svcdocs.model.corporate_view import Aim, Resources
from svcdocs.model.cycle import Cycle
from svcdocs.model.ledger import ledger_of
from svcdocs.model.names import folded
from svcdocs.model.needs import needs_of
from svcdocs.model.resources import Bid
from svcdocs.model.service_plan import Action
from svcdocs.model.words import DEFAULT, words_of

_PIECES = re.compile(r"[,;]\s|\band\b|\n")
"""What stands between two sums: "£44,000 once and £18,000 per annum"."""


def resources_of(cycle: Cycle, aim: Aim) -> Resources:
    """What can be told of the money for one aim, from the column "Extra resources" and from the bids.

    What is to be left out of print says nothing. Of equal sums the first in the order of the plans stands first. What
    can be added is added by the lines of the ledger, so that what two actions or an action and its bid name is one.
    """
    nothing = unsaid = 0
    left_out = {folded(words.leave_out) for words in (DEFAULT, words_of(cycle.framework))}
    asking = []
    for one in aim.contributions:
        if isinstance(one.record, Action):
            said = one.record.resources.plain
            kind = read_amount(said).kind
            if kind in (AmountKind.NONE, AmountKind.EXISTING):
                nothing += 1
            elif kind is AmountKind.BLANK or folded(said) in left_out:
                unsaid += 1
            else:
                asking.append((one, _highest(said)))
    asking.sort(key=lambda pair: -pair[1])
    bids, ledger = _bids(cycle, aim), ledger_of(cycle)
    own = {id(one.record) for one, _ in asking} | {id(bid) for _, bid in bids}
    needs = needs_of(line for line in ledger.lines if any(id(claim.record) in own for claim in line.claims))
    return Resources(nothing, tuple(one for one, _ in asking), unsaid, bids, needs)


def _highest(said: str) -> Decimal:
    """The highest of the sums that a text names; 0 where it names none."""
    found = (read_amount(piece).high for piece in (said, *_PIECES.split(said)))
    return max((high for high in found if high is not None), default=Decimal(0))


def _bids(cycle: Cycle, aim: Aim) -> tuple[tuple[str, Bid], ...]:
    """The bids for what leads to an aim, or for the aim itself."""
    own = {id(one.record) for one in aim.contributions}
    own |= {id(one) for one in (aim.priority, *aim.approaches) if one is not None}
    own |= {id(one) for action in aim.council_actions for one in (action.priority, *action.items)}
    found = []
    for plan in cycle.plans:
        for bid in plan.bids:
            named = [each for one in cycle.named(plan.service, bid.serves) for each in one.found]
            if any(id(each) in own for each in named):
                found.append((plan.service, bid))
    return tuple(found)
