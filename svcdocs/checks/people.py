"""People: whoever leads, owns or updates something is somebody the council knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from svcdocs.checks.names import headings_of, is_it_one_of, nearest
from svcdocs.checks.rule import WARNING, Example, Hit, Rule
from svcdocs.checks.who_is_meant import who_is_meant
from svcdocs.model.as_written import Owners
from svcdocs.model.base import Record
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import in_short
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.owed import is_promised, to_be_added
from svcdocs.model.service_plan import ServicePlan

UNKNOWN_PERSON = Rule(
    "person-unknown",
    "A person or post is not one the council knows",
    WARNING,
    WARNING,
    judged=True,
    message=(
        "Somebody who leads or owns something is not on the council's list of people and posts, under any name, "
        "abbreviation or other spelling; whom a first name, initials or an e-mail address may mean is told."
    ),
    remedy=(
        "Correct the name as the finding suggests, or choose it from the list; if it is somebody new, ask the "
        "policy officer to add them."
    ),
    example=Example(
        "Actions | Ref: HC1.1 | Lead: Tom Fel",
        "Actions | Ref: HC1.1 | Lead: Tom Fell",
    ),
)

NOBODY_NAMED = Rule(
    "person-not-named",
    "A cell for a person or service names nobody",
    WARNING,
    WARNING,
    message=(
        "Where somebody should be named stands a word that only points elsewhere or means anybody, such as ditto, as "
        "above or Various; it is printed as it stands, and nobody can be asked."
    ),
    remedy="Type the person or the post itself, even where it is the same as in the row above.",
    example=Example(
        "Actions | Ref: HC1.1 | Lead: as above",
        "Actions | Ref: HC1.1 | Lead: Tom Fell",
    ),
)


def cells_that_name_nobody(cycle: Cycle) -> Iterator[Hit]:
    """A lead, an owner or a service asked for help that is "as above", "ditto", "Various", "tbc" or a pronoun.

    Told at each of its cells: what is right differs from row to row. Help may be asked of various services, so there
    only words that point elsewhere count.
    """
    for plan in cycle.plans:
        for record, field, owners in people_named(cycle, plan):
            name = next((name for name in owners.names if _names_nobody(name, cycle.framework)), "")
            if name:
                yield _nobody(plan.service, record, field, name, "Type the person or the post itself")
        for action in plan.all_actions:
            line = next((line for line in action.help_needed.plain.split("\n") if _points_elsewhere(line)), "")
            if line:
                yield _nobody(plan.service, action, "help_needed", line, "Type the service itself, and what is needed")


def unknown_people(cycle: Cycle) -> Iterator[Hit]:
    """A lead or owner who is on the sheet People under no name, post, abbreviation or other spelling.

    Told once a name and service, at its first cell, with the number of places. Silent while the sheet is empty.
    """
    known = known_people(cycle.framework) if cycle.framework.people else {}
    if not known:
        return
    for plan in cycle.plans:
        places: dict[str, list[tuple[str, Record, str]]] = {}
        for record, field, owners in people_named(cycle, plan):
            for name in owners.names:
                if folded(name) not in (*known, *_NOT_ASKED) and not _names_nobody(name, cycle.framework):
                    places.setdefault(folded(name), []).append((name, record, field))
        for found in places.values():
            name, record, field = found[0]
            more = f" It stands in {len(found)} places." if len(found) > 1 else ""
            if _OPEN.search(name):
                message = f"'{in_short(name)}' does not say yet who it will be.{more}"
                hint = "Put the person or the post there as soon as it is known."
            else:
                message = f"'{in_short(name)}' is not among the people and posts the council knows.{more}"
                hint = _whom_you_mean(name, known.values(), cycle.framework, record)
            yield Hit(UNKNOWN_PERSON, message, hint, plan.service, record, field)


def known_people(framework: Framework) -> dict[str, str]:
    """Every way in which somebody may be named, folded, and the way the council writes it."""
    names: dict[str, str] = {}
    for person in framework.people:
        for written in (person.name, person.post, person.abbreviation, *person.also_written.split("\n")):
            names.setdefault(folded(written), written.strip())
    for service in framework.services:
        for written in (service.manager, *service.portfolio.split("\n"), service.contact):
            names.setdefault(folded(written), written.strip())
    names.pop("", None)
    return names


def people_named(cycle: Cycle, plan: ServicePlan) -> Iterator[tuple[Record, str, Owners]]:
    """Every cell of a plan that names people, but for those in which names are promised."""
    ours = to_be_added(cycle.framework)
    records: tuple[Record, ...] = (*plan.all_actions, *plan.indicators, *plan.risks)
    for record in records:
        for field in type(record).model_fields:
            value = getattr(record, field)
            if isinstance(value, Owners) and value and not is_promised(value, ours):
                yield record, field, value


def _whom_you_mean(name: str, known: Iterable[str], framework: Framework, record: Record) -> str:
    """Whom a name may mean, by what it is made of or by how it is spelled; else where the list of people is.

    Others who lead have no list of their own: it opens in the cells for the one who leads.
    """
    officer = in_short(framework.about.officer)
    add = f"ask {f'{officer}, ' if officer else ''}the policy officer, who keeps the list of people, to add them to it."
    meant = who_is_meant(name, framework)
    column = headings_of(record, ["lead" if "lead" in type(record).model_fields else "owner"])
    choose = f"Choose somebody from the list that opens in a cell under {column}; if it is somebody new, {add}"
    told = tuple(meant) or nearest(name, known)
    return is_it_one_of(told, add, meant) if told else choose


def _nobody(service: str, record: Record, field: str, said: str, do: str) -> Hit:
    message = f"'{in_short(said)}' names nobody, so nobody can be asked."
    return Hit(NOBODY_NAMED, message, f"{do}, even where it is the same as above.", service, record, field)


def _names_nobody(name: str, framework: Framework) -> bool:
    """Whether a name is a word that only points elsewhere or means anybody, and by which nobody is known."""
    is_empty = _ANYBODY.fullmatch(folded(name)) is not None or _points_elsewhere(name)
    return is_empty and folded(name) not in known_people(framework)


def _points_elsewhere(words: str) -> bool:
    return _ELSEWHERE.fullmatch(folded(words).strip("()[] .")) is not None


_NOT_ASKED = frozenset({"n/a", "na", "none", "not applicable"})
_ELSEWHERE = re.compile(
    r"(?:(?:the )?same(?: person| lead| officer| one)?|see|as)?(?: ?(?:as|the) )?"
    r" ?(?:above|below|before|previous(?:ly)?|overleaf|previous row|row above|line above)|the same|same|idem|ibid"
    r"|-?(?:ditto|do|\"|''|”|“|″|〃)-?"
)
"""Words that send the reader to another row: "as above", "ditto", "same as before"."""
_ANYBODY = re.compile(
    r"(?:various|all|several|many|both|some|different|relevant|everyone|everybody|someone|somebody"
    r"|whoever|others?|each)(?: (?:of (?:us|them)|staff|officers?|managers?|people|persons?|posts?|members?|teams?"
    r"|colleagues?))?|(?:the )?(?:team|staff|officers?|manager|lead|owner|service)"
    r"|i|me|myself|we|us|ourselves|you|yourself|he|him|himself|she|her|herself|they|them|themselves|it|mine|ours"
    r"|tb[acdn]|xx+|\?+|\.{2,}|…"
)
"""Words that may be anybody: "Various", "all staff", "the team", a pronoun, "tbc"."""
_OPEN = re.compile(r"\btb[cadn]\b|\bto be (?:confirmed|appointed|agreed|decided)\b|\bvacan(?:t|cy)\b|\?", re.IGNORECASE)
