"""The framework: everything the council decides for one cycle, before any service writes a word."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field

from svcdocs.model.about import About
from svcdocs.model.as_written import Ref, Refs, WrittenDate, dates_in
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
    SharedResource,
    StatusKey,
)
from svcdocs.model.names import all_folded, folded, lines_of
from svcdocs.model.organisation import Contributor, Person, Service, Signature
from svcdocs.model.sections import Section
from svcdocs.model.text import Text
from svcdocs.model.years import APRIL, FinancialYears, month_of

__all__ = [
    "FORMS",
    "LAYOUTS",
    "USUAL_FORM",
    "About",
    "CalendarDate",
    "Contributor",
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
    "SharedResource",
    "Signature",
    "StatusKey",
]


USUAL_FORM = "Current"
FORMS = (USUAL_FORM, "Three-year")
"""The forms a service plan can have, as the framework names them: which lists it holds, and how they hang together."""
LAYOUTS = (*FORMS, "Readable")
"""The ways in which a service plan can be printed; each has a Word template. The last is another way to print a plan of
the usual form: its actions stand as blocks of text instead of tables."""


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


class Framework(Value):
    """All that the council decides for one cycle."""

    about: About = Field(default_factory=About)
    priorities: tuple[Priority, ...] = ()
    values: tuple[CouncilValue, ...] = ()
    services: tuple[Service, ...] = ()
    contributors: tuple[Contributor, ...] = ()
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
    shared_resources: tuple[SharedResource, ...] = ()
    corporate_text: tuple[CorporateText, ...] = ()

    def model_post_init(self, _context: Any, /) -> None:
        """Tell its own dates in which month the council's financial years begin; blank ones are everybody's."""
        month = self.financial_years.starts
        for each in dates_in(self) if month != APRIL else ():
            if each.text:
                each.in_years_from(month)

    @property
    def financial_years(self) -> FinancialYears:
        """How the council counts its financial years and writes them: as its first year is written."""
        return FinancialYears(month_of(self.about.year_starts) or APRIL, self.about.first_year.strip())

    @property
    def plan_years(self) -> tuple[str, ...]:
        """The financial years the plans cover, in order, up to the day they end on: ("2027/28", "2028/29")."""
        return self.financial_years.of_plan(self.about.years, self.about.ends_on.meaning.last)

    def years_of(self, service: str) -> tuple[str, ...]:
        """The years the plan of one service covers: its own number of years, where it has one."""
        own = self.service(service)
        if own is None or not own.years.strip():
            return self.plan_years
        return self.financial_years.of_plan(own.years, self.about.ends_on.meaning.last)

    @property
    def first_day(self) -> date | None:
        """The first day of the plans; None where their first year cannot be read."""
        return self.financial_years.first_day(self.about.first_year)

    @property
    def last_day(self) -> date | None:
        """The last day of the plans: that of their last year, or before it the day they end on. None without years."""
        return self.last_day_of("")

    def last_day_of(self, service: str) -> date | None:
        """The last day of the plan of one service, as its years and the day on which plans end have it."""
        years = self.years_of(service)
        end = self.financial_years.last_day(years[-1]) if years else None
        return None if end is None else min(end, self.about.ends_on.meaning.last or end)

    def is_cut_short(self, year: str) -> bool:
        """Whether the plans end within a year, before it does."""
        years, ends_on = self.financial_years, self.about.ends_on.meaning.last
        first, last = years.first_day(year), years.last_day(year)
        return ends_on is not None and first is not None and last is not None and first <= ends_on < last

    @property
    def longest_years(self) -> tuple[str, ...]:
        """The years that any of the plans covers."""
        return max((self.years_of(name) for name in self.service_names), key=len, default=self.plan_years)

    @property
    def numbers_steps(self) -> bool:
        """Whether steps that nobody has numbered are."""
        return folded(self.about.number_steps) != "no"

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

    def service_called(self, name: str) -> Service | None:
        """The row of a service by any of its names, whatever their capitals and blanks; None where it has none.

        The name in use of one service goes before the other names of another: a service may bear the name that one
        which has closed had before.
        """
        wanted = folded(name)
        rows = [row for row in self.services if row.service and not row.team] if wanted else []
        in_use = (row for row in rows if folded(row.service) == wanted)
        others = (row for row in rows if wanted in all_folded(lines_of(row.also_called)))
        return next(in_use, None) or next(others, None)

    def is_corporate_plan(self, name: str) -> bool:
        """Whether what stands in place of a service is the corporate plan, by its title or by ours for it."""
        titles = (self.about.corporate_title, About().corporate_title)
        return folded(name) in all_folded(title for title in titles if title.strip())

    def service_name(self, name: str) -> str:
        """The name in use of a service that is called so; the name itself where the council has no such service."""
        row = self.service_called(name)
        return row.service if row else name.strip()

    def teams_of(self, service: str) -> tuple[Service, ...]:
        """The rows of the teams of a service, in order, by whichever of its names they call it."""
        own = self.service(service)
        names = all_folded((service, *lines_of(own.also_called if own else "")))
        names -= all_folded(name for name in self.service_names if name != service)
        return tuple(row for row in self.services if row.team and folded(row.service) in names)

    def form_of(self, service: str) -> str:
        """The form of the plan of a service: one of FORMS."""
        row = self.service(service)
        typed = folded(row.form) if row else ""
        return next((form for form in FORMS if folded(form) == typed), USUAL_FORM)

    def layout_of(self, service: str) -> str:
        """The way in which the plan of a service is printed: one of LAYOUTS."""
        row = self.service(service)
        typed = folded(row.form) if row else ""
        return next((layout for layout in LAYOUTS if folded(layout) == typed), USUAL_FORM)

    def sections_of(self, service: str) -> tuple[Section, ...]:
        """The sections of the plan of a service in the order of print: those of its form. "" stands for all."""
        if not service:
            return self.sections
        form = self.form_of(service)
        return tuple(row for row in self.sections if row.is_of(form))

    def section(self, name: str, service: str = "") -> Section | None:
        """The section of that key or heading, whatever its capitals and blanks, or None.

        One key may stand in several rows, each of another form; ``service`` says whose form is meant.
        """
        wanted = folded(name)
        rows = [row for row in self.sections_of(service) if wanted and not row.is_part_heading]
        by_key = (row for row in rows if folded(row.key) == wanted)
        by_heading = (row for row in rows if wanted in (folded(row.heading), folded(self.heading_of(row))))
        return next(by_key, None) or next(by_heading, None)

    def heading_of(self, section: Section) -> str:
        """The heading of a section as printed, its years filled in; its key where it has no heading."""
        years = self.plan_years
        this = years[0] if years else self.about.first_year.strip()
        last = "".join(self.financial_years.before_the_plan(1))
        heading = section.heading.strip() or section.key.strip()
        return heading.replace("{year}", this).replace("{last year}", last)

    def level(self, name: str) -> tuple[Priority, ...]:
        """The priorities of one level: "Aim", "Approach", "Council action" or "Item"."""
        return tuple(row for row in self.priorities if row.is_level(name))
