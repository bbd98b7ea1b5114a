"""The lists behind the drop-downs, and the families of columns: both drawn from the framework."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from svcdocs.model.assignments import EACH_TEAM, HEAD, PARTS
from svcdocs.model.finance import SIGNS
from svcdocs.model.framework import FORMS, Framework
from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.years import first_day, year_name
from svcdocs.workbook.headings import fold

KINDS = ("Heading", "Paragraph", "Bullet", "Sub-bullet", "Numbered", "Picture", "To be added")
PLACES = ("Before", "After")
LEVELS = ("Aim", "Approach", "Council action", "Item")
YES_NO = ("Yes", "No")

SUGGESTED = frozenset(
    {
        "units",
        "frequencies",
        "teams",
        "approvals",
        "post_states",
        "bases",
        "how_often",
        "bid_states",
        "sheets",
        "contributors",
    }
)
"""Lists that only suggest words to be printed: QUARTERLY is printed as QUARTERLY, a team by the name that was typed."""

_FIXED: dict[str, tuple[str, ...]] = {
    "yes_no": YES_NO,
    "kinds": KINDS,
    "places": PLACES,
    "levels": LEVELS,
    "stages": ("Draft", "Final"),
    "required": ("Draft", "Final", "Never"),
    "lists": ("SWOT", "Drivers"),
    "axes": ("Likelihood", "Impact", "Band"),
    "bases": ("Outturn", "Original", "Revised", "Estimate"),
    "severities": ("Error", "Warning", "Note", "Off"),
    "forms": FORMS,
    "tables": ("Operational plan", "Improvement plan"),
    "sheets": tuple(PARTS),
    "contributors": (HEAD, EACH_TEAM, "Finance", "HR"),
    "signs": SIGNS,
    "how_often": ("One-off", "Every year"),
    "bid_states": ("Asked for", "Agreed", "Not agreed"),
    "approvals": (
        "Draft",
        "Endorsed",
        "Approved",
        "Approved subject to minor amendments",
        "Adopted",
        "Superseded",
    ),
    "units": ("Number", "Percentage", "Days", "£", "Tonnes", "Date"),
    "good_is": ("High", "Low", "Within a range"),
    "frequencies": ("Monthly", "Quarterly", "Twice a year", "Yearly", "Every two years"),
    "post_states": ("Filled", "Vacant", "Not confirmed", "Subject to bid"),
    "money_kinds": ("Spend", "Income", "Saving", "Reserve", "Capital", "Total"),
}


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers a column offers, and every way to write one of them, folded."""

    offered: tuple[str, ...] = ()
    spellings: Mapping[str, str] = field(default_factory=dict)

    def match(self, typed: str) -> str | None:
        """The answer that what was typed stands for, whatever its case and blanks; None where it is none of them."""
        return self.spellings.get(fold(typed))

    def nearest(self, typed: str) -> str:
        """The answer that looks most like what was typed, or ""."""
        near = difflib.get_close_matches(fold(typed), list(self.spellings), n=1, cutoff=0.6)
        return self.spellings[near[0]] if near else ""


def families_of(framework: Framework) -> dict[str, tuple[str, ...]]:
    """The members of each family of columns: the plan's years, the two before them, the quarters, figures, headings."""
    start = first_day(framework.about.first_year)
    past = tuple(year_name(start.year - back) for back in (3, 2)) if start else ()
    return {
        "plan years": framework.plan_years,
        "past years": past,
        "quarters": ("Q1", "Q2", "Q3", "Q4"),
        # A council that has not named its columns of figures gives one for each year of the plan.
        "money": tuple(row.heading for row in framework.money_columns if row.heading) or framework.plan_years,
        "swot": _headings(framework, "swot"),
        "drivers": _headings(framework, "drivers"),
    }


def lists_for(framework: Framework, plan: ServicePlan | None = None) -> dict[str, tuple[str, ...]]:
    """Every list a drop-down may offer; ``plan`` narrows teams to its service and adds its own objectives."""
    priorities = tuple(str(row.ref) for row in framework.priorities if row.ref)
    objectives = tuple(str(row.ref) for row in plan.objectives if row.ref) if plan else ()
    people = framework.people
    return _FIXED | {
        "services": framework.service_names,
        "teams": tuple(
            row.team for row in framework.services if row.team and (plan is None or plan.service == row.service)
        ),
        "sections": tuple(row.key for row in framework.sections if row.key),
        "priorities": _once(priorities),
        "objectives_and_priorities": _once((*objectives, *priorities)),
        "leads": _once((*(row.post for row in people), *(row.name for row in people))),
        "statuses": tuple(row.letter for row in framework.status_key if row.letter),
        "likelihoods": _scores(framework, "likelihood"),
        "impacts": _scores(framework, "impact"),
    }


def answers_for(framework: Framework) -> dict[str, Answers]:
    """What the reader takes for an answer: each list that offers any, and for sections their headings as well."""
    sections = {fold(name): row.key for row in framework.sections for name in (row.heading, framework.heading_of(row))}
    others = {"sections": sections, "yes_no": {"y": "Yes", "n": "No"}}
    return {
        name: Answers(offered, others.get(name, {}) | {fold(answer): answer for answer in reversed(offered)})
        for name, offered in lists_for(framework).items()
        if offered
    }


def _headings(framework: Framework, name: str) -> tuple[str, ...]:
    return tuple(row.heading for row in framework.list_headings if row.sheet.casefold() == name and row.heading)


def _scores(framework: Framework, axis: str) -> tuple[str, ...]:
    return tuple(row.score for row in framework.risk_scale if row.axis.casefold() == axis and row.score)


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
