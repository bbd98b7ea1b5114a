"""What a service has and asks for: posts, lines of the budget, and bids for more."""

from __future__ import annotations

from svcdocs.model.as_written import Amount, Number, Ref, Refs
from svcdocs.model.base import PUBLISH, REASON, Record, column
from svcdocs.model.text import Text


class Post(Record):
    """A post in a team; or, with no post named, the team's total."""

    team: str = column("Team", "The team. Blank: the same as above; - means none.", example="Homelessness")
    title: str = column("Post", "The post. Blank if the row gives the team's total.", example="Housing Options Officer")
    number: Number = column("Number", "How many of them.", Number(), example="3")
    fte: Number = column("FTE", "How many full-time posts that makes.", Number(), example="2.6")
    reports_to: str = column("Reports to", "The post it reports to.")
    state: str = column("State", "Filled, Vacant, Not confirmed, or Subject to bid.", example="Filled")
    note: str = column("Note", "Anything else, such as one-year contract.")


class MoneyLine(Record):
    """A line of the budget, or a saving, income, reserve or bid."""

    heading: str = column("Heading", "What the money is for.", example="Employees")
    kind: str = column("Type", "Spend, Income, Saving, Reserve, Capital or Total.", example="Spend")
    fund: str = column("Fund", "The fund it belongs to.", example="General Fund")
    team: str = column("Team", "If it belongs to one team: which.")
    figures: dict[str, Amount] = column("{}", "The figure, in the unit the guide names.", {}, example="412,300")
    included: str = column("Already in the figures", "For a saving: Yes if the figures above are net of it.")
    note: str = column("Note", "Anything readers must know.")


class Bid(Record):
    """Money or posts that a service asks for beyond what it has."""

    ref: Ref = column("Ref", "Its reference. Leave blank for a new one.", Ref(), example="B1")
    what: Text = column("What for", "What the money or the posts are for.", Text(), example="A second night shelter")
    serves: Refs = column("For", "The objectives or actions it is for.", Refs(), example="HC1.1")
    amounts: dict[str, Amount] = column("Asked for {}", "What is asked for in that year.", {}, example="£24,000")
    fte: Number = column("FTE", "How many full-time posts are asked for.", Number(), example="0.5")
    once: str = column("How often", "One-off or Every year.", example="One-off")
    why: Text = column("Why", "Why it is needed.", Text())
    without: Text = column("Without it", "What happens if the answer is no.", Text())
    state: str = column("Answer", "Asked for, Agreed, or Not agreed.", example="Asked for")
    team: str = column("Team", "If it is the bid of one team: which.")
    publish: str = column("Publish", PUBLISH)
    reason: str = column("Why this is right", REASON)
