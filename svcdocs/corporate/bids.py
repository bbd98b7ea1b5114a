"""What services ask for beyond what they have: their bids, and what those come to year by year."""

from __future__ import annotations

from decimal import Decimal

from svcdocs.model.as_written import Amount
from svcdocs.model.corporate_view import ServiceBids
from svcdocs.model.cycle import Cycle
from svcdocs.model.figures import figure, plus
from svcdocs.model.service_plan import ServicePlan


def bids_of(cycle: Cycle) -> tuple[ServiceBids, ...]:
    """The bids of each service that makes any.

    An amount is added where it is one figure in pounds, "£24,000" or "12,000"; a bid of which a year says more than
    that, or something else, is named and that year of it is not added.
    """
    years = cycle.framework.longest_years
    return tuple(_service(plan, years) for plan in cycle.plans if plan.bids)


def _service(plan: ServicePlan, years: tuple[str, ...]) -> ServiceBids:
    asked = {year: [bid.amounts.get(year, Amount()) for bid in plan.bids] for year in years}
    return ServiceBids(
        plan.service,
        plan.bids,
        tuple((year, plus(_read(amount) for amount in amounts)) for year, amounts in asked.items()),
        tuple(bid for bid in plan.bids if any(amount and _read(amount) is None for amount in bid.amounts.values())),
        plus(bid.fte.value for bid in plan.bids),
    )


def _read(amount: Amount) -> Decimal | None:
    """A bid is written as people write money, whatever the unit of the budget's columns is."""
    return figure(amount, unit="£")
