"""Readiness: that each workbook has been declared ready, and that somebody is down to sign each plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from svcdocs.checks.rule import ERROR, NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short

NOT_READY = Rule(
    "not-ready",
    "The workbook has not been declared ready",
    NOTE,
    WARNING,
    message="Nobody has said on the sheet Guide that everything the team wants to say is in the workbook.",
    remedy="When everything is in it, answer Yes to 'Ready to send' on the sheet Guide.",
    example=Example(
        "Guide | Ready to send: No",
        "Guide | Ready to send: Yes",
    ),
)
NO_SIGNATURE = Rule(
    "no-signature",
    "Nobody is down to sign the plan",
    NOTE,
    ERROR,
    "officer",
    message="The framework names nobody who signs the plan of a service.",
    remedy=(
        "Add a row for the service on the sheet Sign-off; or, if nobody is to sign, set no-signature to Off on the "
        "sheet Rules."
    ),
    example=Example(
        "Framework/Services and teams | Service: Markets\nMarkets/Guide | Ready to send: Yes",
        "Framework/Services and teams | Service: Markets\n"
        "Markets/Guide | Ready to send: Yes\n"
        "Framework/Sign-off | Service: Markets | Role or body: Cabinet",
    ),
)


def workbooks_not_declared_ready(cycle: Cycle) -> Iterator[Hit]:
    """A return whose guide does not say that it is ready; one about several services is told once, as nobody's own."""
    hint = "When everything is in it, answer Yes to 'Ready to send' on the sheet Guide."
    given = [(plan.service, each) for plan in cycle.plans for each in plan.declarations]
    often = Counter(each.contributor or service for service, each in given)
    told: set[str] = set()
    for service, declaration in given:
        whose = declaration.contributor or service
        if declaration.ready.casefold() != "yes" and whose not in told:
            told.add(whose)
            message = f"The workbook of {in_short(whose)} does not say yet that it is ready."
            yield Hit(NOT_READY, message, hint, service if often[whose] == 1 else "", declaration, "ready")


def plans_nobody_signs(cycle: Cycle) -> Iterator[Hit]:
    """A service for which the framework names nobody who signs."""
    named = {cycle.framework.service_name(row.service) for row in cycle.framework.signatures}
    for plan in cycle.plans:
        if "" not in named and plan.service not in named:
            hint = (
                "Add a row for it on the sheet Sign-off of the framework; or, if nobody is to sign, set no-signature "
                "to Off on the sheet Rules."
            )
            yield Hit(NO_SIGNATURE, f"Nobody is down to sign the plan of {plan.service}.", hint, plan.service)
