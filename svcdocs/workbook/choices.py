"""The lists behind the drop-downs, and the families of columns: both drawn from the framework."""

from __future__ import annotations

import difflib
import re
from calendar import month_name
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from svcdocs.model.accounts import ANSWERS as FATES
from svcdocs.model.accounts import KINDS as KINDS_KEPT
from svcdocs.model.assignments import EACH_TEAM, HEAD, PARTS
from svcdocs.model.finance import SIGNS
from svcdocs.model.framework import LAYOUTS, Framework
from svcdocs.model.ledger import APART, SAME
from svcdocs.model.names import lines_of
from svcdocs.model.planning_year import YearStep
from svcdocs.model.requests import ANSWERS
from svcdocs.model.service_plan import ServicePlan
from svcdocs.model.terms import Terms
from svcdocs.model.years import PAST_YEARS
from svcdocs.workbook.headings import fold, in_their_words

KINDS = ("Heading", "Paragraph", "Bullet", "Sub-bullet", "Numbered", "Picture", "Table", "To be added")
PLACES = ("Before", "After")
LEVELS = ("Aim", "Approach", "Council action", "Item")
YES_NO = ("Yes", "No")

BY_YEAR = frozenset({"past years", "plan years"})
"""Families of columns of one year each: a sheet may have more of them than it was sent out with."""

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
        "own_services",
        "sheets",
        "contributors",
    }
)
"""Lists that only suggest words to be printed: QUARTERLY is printed as QUARTERLY, a team by the name that was typed."""
BY_LINE = frozenset({"sheets", "contributors"})
"""Lists of which a cell may name several, a line each: each line that is one of them is read as that."""
IN_OWN_WORDS = frozenset({"levels"})
"""Lists of the framework that a council may answer in its own words, so that Excel must let those pass."""

_OURS = Terms()
_NOT = re.compile(r"(?:not|non|no|un)[\s-]*(?=\w{3})")
_SAID_WITHIN = 0.75  # so alike is what follows a "not" to the answer it denies
_WHOLE = re.compile(r"(\d+)\.0+")  # a number that a program shows with places: 3.0 is the score 3
_FIXED: dict[str, tuple[str, ...]] = {
    "yes_no": YES_NO,
    "kinds": KINDS,
    "places": PLACES,
    "levels": LEVELS,
    "stages": ("Draft", "Final"),
    "required": ("Draft", "Final", "Never"),
    "lists": ("SWOT", "Drivers"),
    "months": tuple(month_name)[1:],
    "axes": ("Likelihood", "Impact", "Band"),
    "bases": ("Outturn", "Original", "Revised", "Estimate"),
    "year_steps": tuple(YearStep),
    "severities": ("Error", "Warning", "Note", "Off"),
    "forms": LAYOUTS,
    "tables": ("Operational plan", "Improvement plan"),
    "sheets": tuple(PARTS),
    "contributors": (HEAD, EACH_TEAM, "Finance", "HR"),
    "signs": SIGNS,
    "how_often": ("One-off", "Every year"),
    "same_or_not": (SAME, APART),
    "kept_kinds": KINDS_KEPT,
    "fates": FATES,
    "bid_states": ("Asked for", "Agreed", "Not agreed"),
    "request_answers": ANSWERS,
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
    """The answers a column offers, and every way to write one of them, folded.

    ``offered`` are the answers as the model keeps them, ``shown`` the same in the council's words.
    """

    offered: tuple[str, ...] = ()
    spellings: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)

    def in_their_words(self, answer: str) -> str:
        """An answer as it is shown; what is none of the answers stays as it is."""
        return self.shown.get(answer, answer)

    def match(self, typed: str) -> str | None:
        """The answer that what was typed stands for, whatever its case and blanks; None where it is none of them."""
        found = self.spellings.get(fold(typed))
        if found is None and (whole := _WHOLE.fullmatch(typed.strip())):
            return self.spellings.get(whole[1])
        return found

    def nearest(self, typed: str) -> str:
        """The answer that looks most like what was typed, or ""; never one that what was typed denies."""
        words = fold(typed)
        near = difflib.get_close_matches(words, [one for one in self.spellings if not _denies(words, one)], n=1)
        return self.spellings[near[0]] if near else ""


def _denies(typed: str, answer: str) -> bool:
    """Whether words say an answer and a "not" before it: "not done" and "undone" deny "done"."""
    denied = _NOT.match(typed)
    if denied is None or _NOT.match(answer):
        return False
    return difflib.SequenceMatcher(None, typed[denied.end() :], answer).ratio() > _SAID_WITHIN


def families_of(framework: Framework, years: tuple[str, ...] | None = None) -> dict[str, tuple[str, ...]]:
    """The members of each family of columns: the plan's years, those before them, the quarters, figures, headings.

    ``years`` are those of the plan the workbook is for, where they are not those of every plan.
    """
    covered = framework.plan_years if years is None else years
    return {
        "plan years": covered,
        "past years": framework.financial_years.before_the_plan(PAST_YEARS),
        "quarters": ("Q1", "Q2", "Q3", "Q4"),
        # A council that has not named its columns of figures gives one for each year of the plan.
        "money": tuple(row.heading for row in framework.money_columns if row.heading) or covered,
        "swot": _headings(framework, "swot"),
        "drivers": _headings(framework, "drivers"),
        "languages": lines_of(framework.about.other_languages),
    }


def lists_for(
    framework: Framework, services: Sequence[str] = (), plans: Iterable[ServicePlan] = ()
) -> dict[str, tuple[str, ...]]:
    """Every list a drop-down may offer.

    ``services`` narrow teams and sections to theirs; ``plans`` add their own objectives.
    """
    priorities = tuple(str(row.ref) for row in framework.priorities if row.ref)
    objectives = tuple(str(row.ref) for plan in plans for row in plan.objectives if row.ref)
    people = framework.people
    sections = (row.key for name in services or ("",) for row in framework.sections_of(name))
    return _FIXED | {
        "services": framework.service_names,
        "own_services": tuple(services),
        "teams": _once(row.team for row in framework.services if not services or row.service in services),
        "sections": _once(sections),
        "priorities": _once(priorities),
        "objectives_and_priorities": _once((*objectives, *priorities)),
        "leads": _once((*(row.post for row in people), *(row.name for row in people))),
        "statuses": tuple(row.letter for row in framework.status_key if row.letter),
        "likelihoods": _scores(framework, "likelihood"),
        "impacts": _scores(framework, "impact"),
    }


def answers_for(framework: Framework, services: Sequence[str] = (), terms: Terms = _OURS) -> dict[str, Answers]:
    """What the reader takes for an answer: each list that offers any, in our words and in the council's."""
    worded = {*_FIXED, "sections"} - (SUGGESTED - BY_LINE)
    others = {
        "sections": _headings_of_sections(framework, services, Terms(terms.theirs)),
        "yes_no": {"y": "Yes", "n": "No", "true": "Yes", "false": "No"},
    }
    return {
        name: _answers(offered, others.get(name, {}), terms if name in worded else _OURS)
        for name, offered in lists_for(framework, services).items()
        if offered
    }


def _answers(offered: tuple[str, ...], others: Mapping[str, str], terms: Terms) -> Answers:
    shown = in_their_words(offered, [terms.put_into(answer) for answer in offered]) if not terms.is_ours else offered
    theirs = {fold(word): answer for word, answer in zip(shown, offered, strict=True)}
    ours = {fold(answer): answer for answer in reversed(offered)}
    return Answers(offered, {**others, **theirs, **ours}, dict(zip(offered, shown, strict=True)))


def _headings_of_sections(framework: Framework, services: Sequence[str], terms: Terms) -> dict[str, str]:
    """The headings by which sections may be named, and their names with the council's terms in them.

    Of those that name two sections, none.
    """
    named: dict[str, set[str]] = {}
    for service in services or ("",):
        for row in framework.sections_of(service):
            for name in (row.heading, framework.heading_of(row), terms.put_into(row.key)):
                named.setdefault(fold(name), set()).add(row.key)
    return {name: next(iter(keys)) for name, keys in named.items() if len(keys) == 1}


def _headings(framework: Framework, name: str) -> tuple[str, ...]:
    return tuple(row.heading for row in framework.list_headings if row.sheet.casefold() == name and row.heading)


def _scores(framework: Framework, axis: str) -> tuple[str, ...]:
    return tuple(row.score for row in framework.risk_scale if row.axis.casefold() == axis and row.score)


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
