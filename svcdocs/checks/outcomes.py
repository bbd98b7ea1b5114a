"""Outcomes that can be measured and are timed: what scrutiny calls a plan in for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from svcdocs.checks.names import called
from svcdocs.checks.rule import NOTE, Example, Hit, Rule
from svcdocs.model.cycle import Cycle
from svcdocs.model.dates import DateKind
from svcdocs.model.findings import in_short
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Action, Indicator, Objective, ServicePlan
from svcdocs.model.wordings import key_of

VAGUE = Rule(
    "outcome-vague",
    "An outcome cannot be measured",
    NOTE,
    NOTE,
    judged=True,
    message="How anyone will know that an action has worked is said in words that nobody can check.",
    remedy="Say what will be counted, seen or finished, and how much of it by when; or name an indicator.",
    example=Example(
        wrong="Actions | Ref: HC9.1 | Action: Train the front desk | How we will know: Improved customer experience",
        right="Actions | Ref: HC9.1 | Action: Train the front desk"
        " | How we will know: 85% of callers helped the first time by March 2028",
    ),
)
UNTIMED = Rule(
    "objective-untimed",
    "Nothing under an objective has a date",
    NOTE,
    NOTE,
    "service",
    judged=True,
    message="All that is planned for an objective goes on without an end, so nobody can tell when it will be reached.",
    remedy="Give one of its actions an end, or an indicator a target for a year.",
    example=Example(
        wrong="Objectives | Ref: ZZ1 | Objective: Cleaner streets\n"
        "Actions | Ref: ZZ1.1 | Action: Sweep the centres | For: ZZ1 | Finish by: Ongoing | Lead: Tom Fell"
        " | How we will know: Nine in ten streets graded B or better",
        right="Objectives | Ref: ZZ1 | Objective: Cleaner streets\n"
        "Actions | Ref: ZZ1.1 | Action: Sweep the centres | For: ZZ1 | Finish by: March 2028 | Lead: Tom Fell"
        " | How we will know: Nine in ten streets graded B or better",
    ),
)


def outcomes_nobody_can_check(cycle: Cycle) -> Iterator[Hit]:
    """An outcome that is a few words of praise, or its action said once more.

    Silent where there is a figure, a date, an indicator, or anything that can be seen to be there or not.
    """
    for plan in cycle.plans:
        refs = {row.ref.canonical for row in plan.indicators if row.ref}
        refs |= {row.ref.canonical for row in cycle.framework.shared_indicators if row.ref}
        for action in plan.all_actions:
            said = " ".join(action.outcome.plain.split())
            if not said or action.indicators.items or _names_an_indicator(said, refs):
                continue
            if folded(said) == folded(action.title.plain):
                message = f"{called(action)} says under 'How we will know' what it says as its title."
                yield Hit(VAGUE, message, VAGUE.remedy, plan.service, action, "outcome")
            elif _is_vague(said):
                message = f"Nobody can check '{in_short(said)}': there is no figure, date or result in it."
                yield Hit(VAGUE, message, VAGUE.remedy, plan.service, action, "outcome")


def objectives_without_a_date(cycle: Cycle) -> Iterator[Hit]:
    """An objective whose actions are all open-ended, and which no target of a year measures.

    One with nothing under it, or with an action that lacks its end, is told as that.
    """
    for plan in cycle.plans:
        under = _under(cycle, plan)
        for objective in plan.objectives:
            rows = under.get(key_of(objective), [])
            has_parts = any(part.under.canonical == objective.ref.canonical for part in plan.objectives if part.under)
            if not rows or has_parts or _DATE.search(objective.text.plain):
                continue
            if not any(_may_be_timed(row) for row in rows):
                message = f"{called(objective)} has no end: what is planned for it is all open-ended."
                yield Hit(UNTIMED, message, UNTIMED.remedy, plan.service, objective, "text")


_MOST_WORDS = 12
_DATE = re.compile(r"\b20\d\d\b|\bby (?:the )?end\b", re.IGNORECASE)
_PRAISE = re.compile(
    r"\b(?:improv(?:e[ds]?|ing|ements?)|better|enhanc(?:e[ds]?|ing|ements?)|increas(?:e[ds]?|ing)|rais(?:e[ds]?|ing)"
    r"|strong(?:er)?|strengthen(?:ed|ing|s)?|greater|(?:more )?(?:effective|efficient|robust|resilient|joined[- ]up)"
    r"|good|excellent|positive|awareness|profile|efficienc(?:y|ies)|effectiveness|support(?:ed|ing)?|high quality"
    r"|promot(?:e[ds]?|ing)|develop(?:ed|ing|ment)|well[- ](?:run|managed|informed)|value for money|best practice"
    r"|continu(?:ed|ous|ing)|ongoing|maximis(?:e[ds]?|ing)|empower(?:ed|ing)?|engag(?:ed|ing|ement))\b",
    re.IGNORECASE,
)
_CHECKABLE = re.compile(
    r"\d|[%£]|\b(?:no(?:ne|body)?|all|every(?:one|body)?|each|half|third|quarter|double|tenth|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|fifty|hundred|thousand|nought|zero|first|once|twice"
    r"|fewer|less|lower|reduc\w*|fall\w*|fell|cut|down|drop\w*|more than|at least|at most|within|before|after|until"
    r"|numbers?|rates?|percentage|per cent|proportion|share|score\w*|grade\w*|rated|rating|rank\w*|level|target"
    r"|survey\w*|feedback|satisf\w*|measur\w*|monitor\w*|audit\w*|inspect\w*|review\w*|evaluat\w*|assess\w*|test\w*"
    r"|reports?|reported|published|adopted|agreed|approved|signed|accredit\w*|award\w*|certificat\w*|charter|standard"
    r"|in place|in use|open|opened|complete\w*|finished|built|delivered|launched|installed|set up|live|achieved|held"
    r"|plans?|strateg(?:y|ies)|polic(?:y|ies)|register|contract|scheme|protocol|agreement|list|map|website|database"
    r"|complaints?|claims?|cases?|calls?|visits?|visitors?|attend\w*|members?ship|appeals?"
    r"|accidents?|incidents?|delays?|counts?"
    r"|time|days?|weeks?|months?|year|yearly|annual|annually|money|costs?|savings?|income|budget|debt|spend\w*|targets)\b",
    re.IGNORECASE,
)
"""What can be counted, or be seen to be there or not."""
_FOR_ALL = re.compile(r"\bfor (?:all|every(?:one|body))\b", re.IGNORECASE)
"""Whom it is good for, which says nothing of what there will be."""
_OPEN_ENDED = frozenset({DateKind.ONGOING, DateKind.RECURRING, DateKind.LATER, DateKind.NONE})


def _is_vague(said: str) -> bool:
    """Whether a short outcome praises and says nothing that can be checked."""
    short = len(said.split()) <= _MOST_WORDS
    praised = _FOR_ALL.sub("", said)
    return short and _PRAISE.search(praised) is not None and _CHECKABLE.search(praised) is None


def _names_an_indicator(said: str, refs: set[str]) -> bool:
    """Whether an outcome cites an indicator by its reference, or speaks of indicators at all."""
    words = said.upper().replace("(", " ").replace(")", " ").split()
    return "INDICATOR" in said.upper() or any(word.strip(".,;:") in refs for word in words)


def _under(cycle: Cycle, plan: ServicePlan) -> dict[str, list[Action | Indicator]]:
    """What is planned for each objective of a plan, or measures it, by the key of the objective."""
    found: dict[str, list[Action | Indicator]] = {}
    for action in plan.all_actions:
        for key in cycle.keys(plan.service, action.serves):
            found.setdefault(key, []).append(action)
    for indicator in plan.indicators:
        for key in cycle.keys(plan.service, indicator.objective):
            found.setdefault(key, []).append(indicator)
    return found


def _may_be_timed(row: Action | Indicator | Objective) -> bool:
    """Whether something has an end or a target, or may have one that is blank, unread or given elsewhere."""
    match row:
        case Action():
            dates = [*row.finish.items, *(step.due for step in row.steps if step.due)]
            open_ended = dates and all(date.meaning.kind in _OPEN_ENDED for date in dates)
            return not open_ended or bool(_DATE.search(f"{row.title.plain} {row.outcome.plain}"))
        case Indicator():
            return not row.measures_nothing
    return False
