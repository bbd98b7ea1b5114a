"""The framework: everything the council decides for one cycle, before any service writes a word."""

from __future__ import annotations

from pydantic import Field

from svcdocs.model.as_written import Ref, Refs, WrittenDate
from svcdocs.model.base import Record, Value, column
from svcdocs.model.council import (
    CalendarDate,
    CorporateText,
    GlossaryEntry,
    ListHeading,
    MoneyColumn,
    OurWord,
    RagRule,
    RiskLevel,
    RuleSetting,
    SharedIndicator,
    StatusKey,
)
from svcdocs.model.text import Text
from svcdocs.model.years import first_day, plan_years, year_name

__all__ = [
    "About",
    "CalendarDate",
    "CorporateText",
    "CouncilValue",
    "Framework",
    "GlossaryEntry",
    "ListHeading",
    "MoneyColumn",
    "OurWord",
    "Person",
    "Priority",
    "RagRule",
    "RiskLevel",
    "RuleSetting",
    "Section",
    "Service",
    "SharedIndicator",
    "Signature",
    "StatusKey",
]


class About(Record):
    """The cycle: whose plan it is, for which years, and how far it has got."""

    council: str = column(
        "Council", "The council's full name, as it stands on a cover.", example="Fenmoor District Council"
    )
    plan_title: str = column(
        "Title of a service plan", "The words on the cover of each service's plan.", "Service plan"
    )
    corporate_title: str = column(
        "Title of the corporate plan", "The words on the cover of the corporate plan.", "Corporate plan"
    )
    first_year: str = column("First year", "The financial year in which the plans start.", example="2027/28")
    years: str = column("Number of years", "How many financial years the plans cover. Blank means one.", example="2")
    ends_on: WrittenDate = column("Ends on", "Only if the plans end before the last year does: the day.", WrittenDate())
    stage: str = column("Stage", "Draft while plans are being written; Final when they go for signature.", "Draft")
    version: str = column("Version", "The words printed on every page for this round of documents.", example="Draft 3")
    version_date: WrittenDate = column(
        "Version date", "The date of that version.", WrittenDate(), example="12 January 2027"
    )
    approvals: str = column("Lead-in to the signatures", "The words above the list of those who sign.", "Approved by:")
    officer: str = column("Policy officer", "Whom people ask about their workbook.", example="Asha Verrall")
    email: str = column("Policy officer's e-mail", "Printed in the guide of every workbook.")
    telephone: str = column("Policy officer's telephone", "Printed in the guide of every workbook.")
    money_unit: str = column("Money is given in", "The unit of every figure on the money sheets.", "£")
    language: str = column("Language", "The language of the documents, for spelling and screen readers.", "en-GB")


class Priority(Record):
    """An aim, an approach under an aim, a council action, or an item of a council action."""

    level: str = column("Level", "Aim, Approach, Council action, or Item (a part of the council action above).")
    ref: Ref = column("Ref", "The reference others use for it; for an item its label, such as i).", Ref(), example="A1")
    text: Text = column(
        "Wording", "The wording as adopted.", Text(), example="Build 150 affordable homes by March 2029"
    )
    why: Text = column("Why it matters", "For the corporate plan: why the council chose it.", Text())
    under: Refs = column(
        "Under", "The Ref of what it belongs to. An item left blank belongs to the action above.", Refs(), example="A"
    )
    lead_services: str = column("Lead services", "The services expected to plan for it, one a line.")
    approved: str = column("Approved", "Which body approved it, and when.", example="Council, 24 February 2027")
    also_written: str = column("Also or formerly written", "Other wordings or references in use, one a line.")
    withdrawn_on: WrittenDate = column("Withdrawn on", "The day on which it ceased to be a priority.", WrittenDate())
    replaced_by: Ref = column("Replaced by", "The reference of what took its place.", Ref())

    def is_level(self, level: str) -> bool:
        """Whether it is an "Aim", "Approach", "Council action" or "Item", in whatever case that was typed."""
        return self.level.strip().casefold() == level.casefold()


class CouncilValue(Record):
    """One of the values the council works by."""

    text: Text = column("Value", "The wording as adopted.", Text(), example="We say what we will do, and do it")


class Service(Record):
    """A service that writes a plan, or one of its teams."""

    service: str = column("Service", "The name of the service, as printed.", example="Housing and Communities")
    team: str = column(
        "Team", "For a row about a team: its name. Blank for the row of the service.", example="Homelessness"
    )
    also_called: str = column("Also called", "Other names in use, one a line.")
    manager: str = column("Corporate manager", "Who answers for it.", example="Joan Ashdown")
    portfolio: str = column("Portfolio holder", "The member whose portfolio it belongs to.", example="Cllr Reza Mir")
    contact: str = column("Contact", "Who fills in the workbook.", example="Tom Fell")
    email: str = column("E-mail", "Where to reach them.")
    deadline: WrittenDate = column("Return by", "The day by which the workbook is due back.", WrittenDate())
    form: str = column("Form of plan", "Which Word form its plan is printed in. Blank means the usual one.")
    belongs_from: WrittenDate = column("Belongs to it from", "If the team joined in the year: the day.", WrittenDate())
    belongs_until: WrittenDate = column(
        "Belongs to it until", "If the team leaves in the year: the day.", WrittenDate()
    )


class Person(Record):
    """Someone who may lead or own something, by name, by post, or by both."""

    name: str = column("Name", "First name and surname.", example="Tom Fell")
    post: str = column("Post", "The post as it should be printed.", example="Housing Options Manager")
    abbreviation: str = column("Abbreviation", "The short form people use for the post.", example="HOM")
    also_written: str = column("Other spellings", "Other ways in which name or post are written, one a line.")
    service: str = column("Service", "The service they work in. Blank if they work for the whole council.")
    email: str = column("E-mail", "Where to reach them.")


class Signature(Record):
    """One block of the sign-off page: a pair who both sign, or a body that approves."""

    service: str = column("Service", "Whose plan it is. Blank means every plan.")
    area: str = column("Area", "The portfolio or part of the plan it covers.", example="Housing")
    role: str = column("Role or body", "Who approves.", example="Portfolio Holder")
    name: str = column("Name", "The name of that person. Blank for a body.", example="Cllr Reza Mir")
    counter_role: str = column("Counter-signing role", "Who signs beside them.", example="Corporate Manager")
    counter_name: str = column("Counter-signing name", "The name of that person.", example="Joan Ashdown")
    order: str = column("Order", "Its place on the page: 1, 2, 3. Blank keeps the order of the rows.")
    status: str = column("Status", "Where the approval stands.", example="Approved")
    when: WrittenDate = column("Date", "The date of the approval.", WrittenDate())
    minute: str = column("Minute", "The minute that records it.", example="CAB/27/014")
    subject_to: str = column("Subject to", "Any condition the approval was given with.")
    answers_for: str = column("Answers for", "The teams or groups of actions it covers, one a line. Blank means all.")
    deputy: str = column("Deputy", "Who may sign in their place.")


class Section(Record):
    """A section of a service plan: its heading, and what a service is asked to write in it."""

    key: str = column(
        "Section", "The name the drop-downs offer. Leave those that are here; add rows for sections of your own."
    )
    heading: str = column(
        "Heading", "As printed, but without a number: those come by themselves. {year} is the plan's first year."
    )
    under: str = column("Part of", "For a part of a section: the section it stands in. Blank for a main section.")
    question: str = column("Question", "What the service is asked to write.")
    lead_in: Text = column(
        "Lead-in", "Words printed under the heading in every plan, before the service's own.", Text()
    )
    word_limit: str = column("Word limit", "How many words it may have. Blank: any.")
    required: str = column("Required", "From which stage a blank section is a fault: Draft, Final or Never.")
    forms: str = column("Forms", "The forms of plan that print it, one a line. Blank means all of them.")


class Framework(Value):
    """All that the council decides for one cycle."""

    about: About = Field(default_factory=About)
    priorities: tuple[Priority, ...] = ()
    values: tuple[CouncilValue, ...] = ()
    services: tuple[Service, ...] = ()
    people: tuple[Person, ...] = ()
    signatures: tuple[Signature, ...] = ()
    sections: tuple[Section, ...] = ()
    list_headings: tuple[ListHeading, ...] = ()
    money_columns: tuple[MoneyColumn, ...] = ()
    shared_indicators: tuple[SharedIndicator, ...] = ()
    status_key: tuple[StatusKey, ...] = ()
    rag_rules: tuple[RagRule, ...] = ()
    risk_scale: tuple[RiskLevel, ...] = ()
    calendar: tuple[CalendarDate, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    words: tuple[OurWord, ...] = ()
    rules: tuple[RuleSetting, ...] = ()
    corporate_text: tuple[CorporateText, ...] = ()

    @property
    def plan_years(self) -> tuple[str, ...]:
        """The financial years the plans cover, in order: ("2027/28", "2028/29")."""
        return plan_years(self.about.first_year, self.about.years)

    @property
    def is_final(self) -> bool:
        """Whether the plans are past their drafts."""
        return self.about.stage.strip().casefold() == "final"

    @property
    def service_names(self) -> tuple[str, ...]:
        """The services that write a plan, in the council's order."""
        return tuple(row.service for row in self.services if row.service and not row.team)

    def service(self, name: str) -> Service | None:
        """The row of a service, or None."""
        return next((row for row in self.services if row.service == name and not row.team), None)

    def teams_of(self, service: str) -> tuple[Service, ...]:
        """The teams of a service, in order."""
        return tuple(row for row in self.services if row.service == service and row.team)

    def section(self, name: str) -> Section | None:
        """The section of that key or heading, whatever its capitals and blanks, or None."""
        wanted = _folded(name)
        rows = [row for row in self.sections if wanted]
        by_key = (row for row in rows if _folded(row.key) == wanted)
        by_heading = (row for row in rows if wanted in (_folded(row.heading), _folded(self.heading_of(row))))
        return next(by_key, None) or next(by_heading, None)

    def heading_of(self, section: Section) -> str:
        """The heading of a section as printed, its years filled in; its key where it has no heading."""
        years = self.plan_years
        this = years[0] if years else self.about.first_year.strip()
        start = first_day(this)
        last = year_name(start.year - 1) if start else ""
        heading = section.heading.strip() or section.key.strip()
        return heading.replace("{year}", this).replace("{last year}", last)

    def level(self, name: str) -> tuple[Priority, ...]:
        """The priorities of one level: "Aim", "Approach", "Council action" or "Item"."""
        return tuple(row for row in self.priorities if row.is_level(name))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
