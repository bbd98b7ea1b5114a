"""Help that one service needs of another: the other is one of the council's, and its plan knows of it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from functools import cache

from svcdocs.checks.names import called, did_you_mean, elsewhere
from svcdocs.checks.rule import NOTE, WARNING, Example, Hit, Rule
from svcdocs.checks.unread import is_awaited, is_sheet_unread
from svcdocs.model.as_written import Written
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.help_asked import askable, asked_in
from svcdocs.model.likeness import words_in
from svcdocs.model.names import folded
from svcdocs.model.service_plan import Action, ServicePlan
from svcdocs.model.teams import names_of
from svcdocs.model.text import Text

UNASKED = Rule(
    "help-unasked",
    "A service whose help is needed does not speak of it",
    NOTE,
    WARNING,
    "service",
    judged=True,
    message="An action needs the help of another service, and nothing in the plan of that service speaks of the one "
    "that asks.",
    remedy="Ask the other service, and let one of its rows name yours; or say who has agreed to it.",
    example=Example(
        "Actions | Ref: HC1.1 | Action: Inspect | Services whose help we need: Parks: tree surveys\n"
        "Parks/Actions | Ref: PK1.2 | Action: Survey the trees",
        "Actions | Ref: HC1.1 | Action: Inspect | Services whose help we need: Parks: tree surveys\n"
        "Parks/Actions | Ref: PK1.2 | Action: Survey the trees of Housing",
    ),
)
UNKNOWN = Rule(
    "help-unknown",
    "Help is needed of a service that is not there",
    NOTE,
    WARNING,
    judged=True,
    message="The service whose help is needed is none of the council's services, teams or people.",
    remedy="Write the service as the council calls it.",
    example=Example(
        "Actions | Ref: HC1.1 | Action: Inspect | Services whose help we need: Housng: waste records",
        "Actions | Ref: HC1.1 | Action: Inspect | Services whose help we need: Housing: waste records",
    ),
)

_HEAD = re.compile(r"[^\S\n]*(?P<name>[A-Z][\w&’' ,-]{2,50}?)\s*(?::| [–—] ).*")
_NO_NAME = {"all services", "all service areas", "n/a", "none", "various", "all", "other services", "leave out"}
_CENTRAL = words_in(
    "Finance, Human Resources, HR, ICT, IT, Legal, Audit, Procurement, Property, Communications, Democratic, Payroll, "
    "Insurance, Police, County, Council"
)
"""Words in the names of those who help everybody, whether or not they write a plan of their own."""
_NEAR = 0.88
_FEW = 3
"""With fewer plans the framework may not name the other services of the council."""
_PARTS = ("actions", "council_actions")


def services_never_asked(cycle: Cycle) -> Iterator[Hit]:
    """An action that needs the help of a service whose plan names neither the asking service, its teams nor the action.

    Told once for each pair of services, at the first action. Silent where a request was sent out, and while the other
    plan may say so where it cannot be read or has not come back.
    """
    who = askable(cycle.framework)
    said = {plan.service: cache(_saying(plan)) for plan in cycle.plans}
    for plan in cycle.plans:
        asked: dict[str, list[Action]] = {}
        for action in plan.all_actions:
            for asking in asked_in(action.help_needed, who):
                if not cycle.requests.is_sent(action, asking.of):
                    asked.setdefault(asking.of, []).append(action)
        for service, actions in asked.items():
            other = cycle.plan(service)
            if other is None or other is plan or _may_say_more(cycle, other):
                continue
            own = [name for name, whose in who.names.items() if whose == plan.service]
            refs = [folded(str(action.ref)) for action in actions if action.ref]
            if any(_stands(name, said[service]()) for name in (*own, *refs)):
                continue
            first, *others = actions
            message = f"{called(first)} needs the help of {in_short(service)}, whose plan does not speak of it."
            message += elsewhere([(action, "help_needed") for action in others])
            hint = f"Ask {in_short(service)}, and let one of its rows name yours; or say who has agreed to it."
            yield Hit(UNASKED, message, hint, plan.service, first, "help_needed")


def services_called_on_that_are_none(cycle: Cycle) -> Iterator[Hit]:
    """The head of a line, before its colon, that is nearly the name of a service, or shares no word with any name."""
    names = askable(cycle.framework).names
    known = {*names, *_NO_NAME}
    people = [text for person in cycle.framework.people for text in (person.post, person.abbreviation, person.name)]
    people += [row.who for row in cycle.framework.contributors]
    ours = words_in(" ".join((*known, *people)))
    spelled = [name for row in cycle.framework.services for name in names_of(row)]
    for plan in cycle.plans:
        partners = words_in(" ".join(partner.name.plain for partner in plan.partners))
        for action in plan.all_actions:
            for line in action.help_needed.plain.split("\n"):
                head = _HEAD.fullmatch(line)
                name = head["name"] if head else ""
                if not name or folded(name) in known or not words_in(name):
                    continue
                near = difflib.get_close_matches(folded(name), list(names), n=1, cutoff=_NEAR)
                if not near and (len(cycle.plans) < _FEW or words_in(name) & (ours | partners | _CENTRAL)):
                    continue
                message = f"'{in_short(name)}' is not one of the council's services, teams or people."
                hint = did_you_mean(name, spelled, "Write the service as the council calls it.")
                yield Hit(UNKNOWN, message, hint, plan.service, action, "help_needed")
                break


def _saying(plan: ServicePlan) -> Callable[[], str]:
    """All the words of a plan but those of its own name, folded; put together when asked for."""

    def words() -> str:
        rows = (*plan.passages, *plan.objectives, *plan.all_actions, *plan.risks, *plan.bids, *plan.partners)
        steps = (step for action in plan.all_actions for step in action.steps)
        values = (value for row in (*rows, *steps) for value in row.__dict__.values())
        return folded(" | ".join(str(value) for value in values if isinstance(value, Text | Written | str)))

    return words


def _stands(name: str, words: str) -> bool:
    """Whether a name stands in words as one, and not as a part of a longer word."""
    place = words.find(name) if name else -1
    while place >= 0:
        before, after = words[place - 1 : place], words[place + len(name) : place + len(name) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        place = words.find(name, place + 1)
    return False


def _may_say_more(cycle: Cycle, plan: ServicePlan) -> bool:
    return is_awaited(cycle, plan.service, _PARTS) or is_sheet_unread(cycle, plan.service, _PARTS)
