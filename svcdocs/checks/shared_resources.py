"""Shared resources: what the framework says of rows that ask for the same, and whether those agree on how much."""

from __future__ import annotations

from collections.abc import Iterator

from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.ledger import APART, SAME, answered, claims_named, ledger_of

UNCLEAR = Rule(
    "shared-unclear",
    "A row on shared resources does not say what it should",
    WARNING,
    WARNING,
    "officer",
    message="A row of the framework's sheet Shared resources names a row that asks for nothing, or does not say "
    "whether the two are the same, so it changes nothing.",
    remedy="Name both rows as the example under the heading does; answer The same or Not the same; or delete the row.",
    example=Example(
        "Actions | Ref: HC1.1 | Action: Inspect homes | Extra resources: £24,000 for a policy officer\n"
        "Framework/Shared resources | One row: Housing: HC1.1 | The other row: Housing: HC9.9 | They are: The same",
        "Actions | Ref: HC1.1 | Action: Inspect homes | Extra resources: £24,000 for a policy officer",
    ),
)
DIFFERS = Rule(
    "shared-sum-differs",
    "Two services give different sums for what they share",
    NOTE,
    WARNING,
    "officer",
    message="Rows of two services ask for one and the same thing and give different sums; the largest is counted.",
    remedy="Ask the two services which sum is right; or say on the sheet Shared resources that they are not the same.",
    example=Example(
        "Bids | Ref: HB1 | What for: A tree surveyor | Asked for 2027/28: £24,000\n"
        "Parks/Actions | Ref: PK1.2 | Action: Survey the trees | Extra resources: £26,000, bid HB1 of Housing",
        "Bids | Ref: HB1 | What for: A tree surveyor | Asked for 2027/28: £24,000\n"
        "Parks/Actions | Ref: PK1.2 | Action: Survey the trees | Extra resources: £24,000, bid HB1 of Housing",
    ),
)


def rows_on_shared_resources(cycle: Cycle) -> Iterator[Hit]:
    """In the framework: a row of the sheet Shared resources that changes nothing."""
    for row in cycle.framework.shared_resources:
        if not (row.one.strip() or row.other.strip() or row.answer.strip()):
            continue
        for field, typed in (("one", row.one), ("other", row.other)):
            if not claims_named(cycle, typed):
                said = (
                    f"'{in_short(typed)}' is no row that asks for"
                    if typed.strip()
                    else "The row names nothing that asks for"
                )
                hint = "Write the service, a colon and the row: Housing: HC1.3, Leisure: bid LB2, Housing: post Clerk."
                yield Hit(UNCLEAR, f"{said} money or posts, so this changes nothing.", hint, "", row, field)
        if not answered(row):
            message = "It is not said whether the two rows ask for the same, so this changes nothing."
            yield Hit(UNCLEAR, message, f"Answer '{SAME}' or '{APART}'; or delete the row.", "", row, "answer")


def shares_that_differ(cycle: Cycle) -> Iterator[Hit]:
    """A line of the ledger to which services give different sums; told at the claim that is not counted."""
    for line in ledger_of(cycle).lines:
        for claim in line.claims:
            if claim.service != line.counted.service and claim.sums and not claim.amounts & line.counted.amounts:
                told = ", ".join(f"£{amount:,f}" for amount in sorted(claim.amounts))
                counted = ", ".join(f"£{amount:,f}" for amount in sorted(line.counted.amounts))
                message = (
                    f"{in_short(claim.called)} asks for {told}, and {in_short(line.counted.called)} for {counted}, "
                    "for what they share; the second is counted."
                )
                hint = f"Ask the two services which sum is right; or answer '{APART}' on the sheet Shared resources."
                yield Hit(DIFFERS, message, hint, claim.service, claim.record, claim.field)
