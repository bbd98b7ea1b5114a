"""The service plan: everything one service writes for one cycle."""

from __future__ import annotations

from pydantic import Field

from svcdocs.model.accounts import Account
from svcdocs.model.as_written import Dates, Owners, Ref, Refs, Target, WrittenDate
from svcdocs.model.base import PUBLISH, REASON, Record, Value, column
from svcdocs.model.dates import date_at_end
from svcdocs.model.passages import Passage, TableRow, is_table
from svcdocs.model.polarity import polarity_in
from svcdocs.model.resources import Bid, MoneyLine, Post
from svcdocs.model.text import Text

__all__ = [
    "Account",
    "Action",
    "Bid",
    "Declaration",
    "Indicator",
    "ListEntry",
    "MoneyLine",
    "Objective",
    "Partner",
    "Passage",
    "Post",
    "Risk",
    "ServicePlan",
    "Step",
    "TableRow",
    "is_table",
]


class Declaration(Record):
    """What the people who filled in a workbook say of it."""

    ready: str = column("Ready to send", "Yes when everything the team wants to say is in this workbook.")
    checked_by: str = column("Checked by", "Who read it through.", example="Tom Fell")
    checked_on: WrittenDate = column("Checked on", "The day.", WrittenDate(), example="12 December 2026")
    message: str = column("Anything to tell us", "A question or remark for the policy officer. It is not printed.")
    contributor: str = Field(default="", description="Whose workbook says so; it stands in no column.")


class Objective(Record):
    """Something the service sets out to achieve, or a part of it."""

    ref: Ref = column("Ref", "Its reference. Leave blank for a new one.", Ref(), example="HC1")
    text: Text = column(
        "Objective",
        "What will be different for residents, in one sentence.",
        Text(),
        example="Fewer people lose their home",
    )
    under: Ref = column(
        "Under",
        "For a part of an objective, or its wording at the head of a table: the whole, by its reference or wording.",
        Ref(),
        example="HC1",
    )
    serves: Refs = column("Serves", "The aims, approaches or council actions it serves.", Refs(), example="A, A1")
    team: str = column("Team", "If it belongs to one team: which.")
    printed_in: str = column(
        "Printed in",
        "Blank: in the section on objectives. Or the table whose head it is, if it is worded otherwise there.",
        example="Operational plan",
    )
    aims: Text = column(
        "Aims, as cited",
        "For the head of a table: the aims in the words that stand there, one a line. Leave out: no label.",
        Text(),
    )
    approaches: Text = column(
        "Approaches, as cited",
        "For the head of a table: the approaches in the words that stand there, one a line. Leave out: no label.",
        Text(),
    )
    reason: str = column("Why this is right", REASON)


class ListEntry(Record):
    """One entry under a heading of the SWOT or of the external drivers."""

    heading: str = column("Heading", "The heading it stands under.")
    text: Text = column("{}", "One entry a cell. Start with a dash for a part of the entry above.", Text())


class Partner(Record):
    """Someone the service works with."""

    name: Text = column("Partner", "The organisation or group.", Text(), example="Fen Rivers Housing Association")
    note: Text = column("What we do together", "Only if readers need to know.", Text())
    team: str = column("Team", "If it is the partner of one team: which.")


class Step(Record):
    """One step of an action."""

    text: Text = column(
        "Step",
        "One step a row; leave the columns to the left blank for the next step.",
        Text(),
        example="Agree the brief with residents",
    )
    by: WrittenDate = column("Step by", "When this step will be done.", WrittenDate(), example="June 2027")

    @property
    def due(self) -> WrittenDate:
        """When it is due: the date beside it, else the date in the last bracket of its first line."""
        if self.by or not self.text.blocks:
            return self.by
        return WrittenDate(text=date_at_end(self.text.blocks[0].plain)).in_years_from(self.by.starts)


class Action(Record):
    """What the service will do, for what, by when, who leads, and how anyone will know."""

    ref: Ref = column(
        "Ref",
        "Its reference. Leave blank for a new one.",
        Ref(),
        example="HC1.1",
    )
    title: Text = column(
        "Action", "What you will do or change.", Text(), example="Open a second emergency night shelter"
    )
    detail: Text = column("Detail", "More about it, if the title does not say enough.", Text())
    group: str = column(
        "Group", "The heading it is printed under. Blank: the same as above; - means none.", example="Homelessness"
    )
    team: str = column("Team", "If it belongs to one team: which.")
    serves: Refs = column(
        "For", "The objective or council action it is for, by its reference or its wording.", Refs(), example="HC1"
    )
    steps: tuple[Step, ...] = ()
    finish: Dates = column(
        "Finish by", "When all of it will be done; or a line for each step.", Dates(), example="March 2028"
    )
    lead: Owners = column(
        "Lead",
        "Who answers for it: a person or a post. Several: one a line.",
        Owners(),
        example="Housing Options Manager",
    )
    also_leading: Owners = column("Also leading", "Others who share the lead, one a line.", Owners())
    outcome: Text = column(
        "How we will know",
        "The result, and how it is measured.",
        Text(),
        example="No one sleeps rough for want of a bed",
    )
    outputs: Text = column("Outputs", "What will exist that did not before.", Text())
    indicators: Refs = column(
        "Indicators", "The references of the indicators that measure it.", Refs(), example="SX052"
    )
    help_needed: Text = column(
        "Services whose help we need",
        "Which services, and for what. N/A if none.",
        Text(),
        example="Finance: a business case",
    )
    resources: Text = column(
        "Extra resources",
        "Money or posts beyond what you have. None if none.",
        Text(),
        example="Within existing resources",
    )
    risk: Text = column("Main risk", "What could stop it; or the reference of a risk.", Text(), example="R3")
    headline: str = column("Headline", "Yes for the few actions that should stand in the corporate plan.")
    publish: str = column("Publish", PUBLISH)
    status: str = column("Status", "The letter from the status key. Blank until the first quarter.")
    progress: dict[str, Text] = column("{} progress", "What was done in the quarter.", {})
    reason: str = column("Why this is right", REASON)


class Indicator(Record):
    """Something counted or measured to see whether the plan works."""

    ref: Ref = column("Ref", "Its reference. Leave blank for a new one.", Ref(), example="SX052")
    name: Text = column(
        "Indicator", "What is measured.", Text(), example="Households in bed and breakfast for over six weeks"
    )
    unit: str = column("Unit", "Number, Percentage, Days, £ …", example="Number")
    good_is: str = column("Good is", "High, Low or Within a range.", example="Low")
    results: dict[str, Target] = column("Result {}", "The result for that year.", {})
    targets: dict[str, Target] = column(
        "Target {}", "The target for that year, or why there is none.", {}, example="12"
    )
    lead: Owners = column("Who", "Who answers for it.", Owners(), example="Housing Options Manager")
    objective: Refs = column(
        "Objective", "The objective it measures, by its reference or its wording.", Refs(), example="HC1"
    )
    supporting_objective: Text = column(
        "Supporting objective", "The step towards the objective that it measures. Blank: the same as above.", Text()
    )
    frequency: str = column("Frequency", "How often it is reported.", example="Quarterly")
    baseline: Target = column("Baseline", "Where it stood before.", Target(), example="19")
    baseline_note: str = column(
        "Baseline from", "When the baseline was taken, or from which survey.", example="2026/27"
    )
    method: Text = column("How it is worked out", "So that two people get the same figure.", Text())
    why_target: Text = column("Why this target", "What the target was chosen by.", Text())
    thresholds: str = column("Green and red", "From where it is green, and from where red.")
    responsible: Owners = column("Responsible officer", "Who is responsible.", Owners())
    owner: Owners = column("Measure owner", "Who owns the measure.", Owners())
    updater: Owners = column("Measure updater", "Who enters the figures.", Owners())
    source: str = column("Source", "Where the figures come from.")
    team: str = column("Team", "If it belongs to one team: which.")
    scorecard: str = column("Scorecard", "Yes if it should stand on the corporate scorecard.")
    publish: str = column("Publish", PUBLISH)
    reason: str = column("Why this is right", REASON)

    @property
    def polarity(self) -> str:
        """Whether high or low is good, as given, else as its wording says; empty where neither does."""
        return self.good_is.strip() or polarity_in(self.name.plain)

    @property
    def measures_nothing(self) -> bool:
        """Whether the row only names a supporting objective, for which there is no indicator yet."""
        beside = ("supporting_objective", "objective", "team", "scorecard", "publish", "reason")
        others = (getattr(self, name) for name in type(self).model_fields if name not in beside)
        given = (any(value.values()) if isinstance(value, dict) else value for value in others)
        return bool(self.supporting_objective) and not any(given)


class Risk(Record):
    """Something that may keep the service from what it set out to do."""

    ref: Ref = column("Ref", "Only if it has one elsewhere; risks are lettered a), b), c).", Ref(), example="R3")
    cause: Text = column("Cause", "What may happen.", Text(), example="Private landlords leave the market")
    leading_to: Text = column("Leading to", "What it would lead to.", Text(), example="fewer homes to let")
    resulting_in: Text = column(
        "Resulting in",
        "What that would mean for residents or the council.",
        Text(),
        example="longer stays in temporary homes",
    )
    likelihood: str = column("Likelihood", "The number from the council's scale, as things stand.", example="3")
    impact: str = column("Impact", "The number from the council's scale, as things stand.", example="4")
    controls: Text = column("Controls", "What is already in place.", Text())
    further_action: Text = column("Further action", "What else will be done, and by when.", Text())
    owner: Owners = column("Owner", "Who watches it.", Owners(), example="Head of Housing")
    residual: str = column("Residual score", "The score once the controls work.", example="8")
    target: str = column("Target score", "The score it should have once that is done.", example="4")
    serves: Refs = column("Threatens", "The objectives or actions it threatens.", Refs(), example="HC1")
    team: str = column("Team", "If it belongs to one team: which.")
    corporate: str = column("Corporate", "Yes if it should stand in the corporate plan.")
    publish: str = column("Publish", PUBLISH)
    reason: str = column("Why this is right", REASON)


class ServicePlan(Value):
    """All that one service writes for one cycle."""

    service: str
    declarations: tuple[Declaration, ...] = ()
    passages: tuple[Passage, ...] = ()
    objectives: tuple[Objective, ...] = ()
    swot: tuple[ListEntry, ...] = ()
    drivers: tuple[ListEntry, ...] = ()
    partners: tuple[Partner, ...] = ()
    council_actions: tuple[Action, ...] = ()
    actions: tuple[Action, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    risks: tuple[Risk, ...] = ()
    posts: tuple[Post, ...] = ()
    money: tuple[MoneyLine, ...] = ()
    bids: tuple[Bid, ...] = ()
    last_year: tuple[Account, ...] = ()

    @property
    def all_actions(self) -> tuple[Action, ...]:
        """The actions for the council's own actions, then the service's improvements."""
        return self.council_actions + self.actions

    @property
    def serving(self) -> tuple[Objective | Action, ...]:
        """What serves the council's priorities: the objectives, then the actions."""
        return (*self.objectives, *self.all_actions)


PARTS = tuple(name for name in ServicePlan.model_fields if name not in ("service", "declarations"))
"""The fields of a plan that hold what stands in it, in the order of its sheets."""
