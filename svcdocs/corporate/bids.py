"""What services ask for beyond what they have: their bids and what they share, and what it all comes to."""

from __future__ import annotations

from collections.abc import Sequence

from svcdocs.model.claims import Certainty
from svcdocs.model.corporate_view import Asked, CertaintySums
from svcdocs.model.cycle import Cycle
from svcdocs.model.ledger import Line, fte_of, ledger_of, sums_of


def asked_of(cycle: Cycle) -> Asked:
    """The bids of all services and what several of them share, each once; and the sums of the whole ledger.

    An amount is added where it is one figure in pounds, "£24,000" or "12,000"; what else is written is named and in no
    sum, and so is what was refused.
    """
    lines, years = ledger_of(cycle).lines, cycle.framework.longest_years
    shown = tuple(line for line in lines if line.bids or len(line.services) > 1)
    return Asked(
        lines=shown,
        sums=sums_of(shown, years),
        fte=fte_of(shown),
        certainties=tuple(_certainty(one, lines, years) for one in Certainty if one is not Certainty.REFUSED),
    )


def _certainty(certainty: Certainty, lines: Sequence[Line], years: Sequence[str]) -> CertaintySums:
    own = [line for line in lines if line.certainty is certainty]
    return CertaintySums(certainty, len(own), sums_of(own, years), fte_of(own), sum(not line.is_whole for line in own))
