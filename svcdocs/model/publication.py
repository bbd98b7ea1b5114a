"""What may be published: rows and passages that may not are left out, and posts stand for the names of most people.

One rule for every document: a row whose column Publish says No is in no document for everybody, and neither is a cell's
reference to it. People whose grade the council does not name in public stand there by their posts. A name within a text
is not touched: ``checks.publication`` tells of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from svcdocs.model.answers import is_no
from svcdocs.model.as_written import Owners, Ref, Refs
from svcdocs.model.base import Record
from svcdocs.model.continuity import Continuity, Past
from svcdocs.model.cycle import Cycle, Linked, link, named_refs
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.public_names import PublicNames, public_names
from svcdocs.model.requests import Requests
from svcdocs.model.service_plan import PARTS, Action, Bid, Indicator, Objective, Passage, Risk, ServicePlan
from svcdocs.model.text import Text, paragraph
from svcdocs.model.words import words_of

RecordT = TypeVar("RecordT", bound=Record)
_NAMES = ("owed_by", "reports_to")
"""Cells of one line in which somebody may be named, beside those of leads and owners."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Which edition of a plan a document is.

    A plan in which nothing is kept from the public has one edition, which is called none: it may be published as it
    is. ``hidden`` counts the rows and passages that are not for publication; ``emptied`` names the fields of the plan
    of which they are all there is.
    """

    is_public: bool = False
    is_internal: bool = False
    hidden: int = 0
    emptied: frozenset[str] = frozenset()


def is_published(record: Record) -> bool:
    """Whether a record may stand in a document for everybody: unless its row says No to Publish."""
    return not is_no(getattr(record, "publish", ""))


def hidden_in(plan: ServicePlan) -> Iterator[Record]:
    """The rows and passages of a plan that are not for publication."""
    return (record for part in PARTS for record in getattr(plan, part) if not is_published(record))


def public_edition(plan: ServicePlan) -> Edition:
    """What the public edition of a plan says of itself; ``plan`` is the plan as it came in."""
    emptied = (part for part in PARTS if getattr(plan, part) and not any(map(is_published, getattr(plan, part))))
    return Edition(is_public=True, hidden=sum(1 for _ in hidden_in(plan)), emptied=frozenset(emptied))


def internal_edition(cycle: Cycle, plan: ServicePlan) -> Edition:
    """What a plan as it came in says of itself: that it is an internal edition, where the public one says less."""
    hidden = sum(1 for _ in hidden_in(plan))
    names = public_names(cycle.framework)
    differs = bool(hidden) or (names.is_any and _names_differ(names, cycle.framework, plan))
    return Edition(is_internal=differs, hidden=hidden)


def public_cycle(cycle: Cycle) -> Cycle:
    """The cycle as the public may see it: without rows, passages and references that are not for publication."""
    plans = tuple(_for_everybody(cycle))
    shown = _linked(cycle, map(_published, plans), plans)
    return replace(shown, last_year=_for_the_public(cycle.last_year, public_names(cycle.framework)))


def for_corporate_plan(cycle: Cycle) -> Cycle:
    """The same, but that rows which are not for publication are there to be counted, and not to be printed."""
    plans = tuple(_for_everybody(cycle))
    return replace(_linked(cycle, plans, plans), last_year=cycle.last_year)


def _linked(cycle: Cycle, shown: Iterable[ServicePlan], plans: Iterable[ServicePlan]) -> Cycle:
    """The cycle with other plans; ``plans`` are those with every row, ``shown`` what of them there is."""
    names = public_names(cycle.framework)
    framework = _framework_in_posts(cycle.framework, names)
    missing = [replace(one, contributor=names.in_posts(one.contributor)) for one in cycle.missing]
    linked = link(framework, shown, cycle.finance, missing, cycle.gaps)
    return replace(linked, requests=_requests_of(cycle, plans), today=cycle.today)


def _requests_of(cycle: Cycle, plans: Iterable[ServicePlan]) -> Requests:
    """What is asked for actions that may be published, by the actions as these plans have them."""
    now = {
        id(old): new
        for before, after in zip(cycle.plans, plans, strict=True)
        for old, new in zip(before.all_actions, after.all_actions, strict=True)
    }
    asked = (one for one in cycle.requests.asked if is_published(one.of))
    told = tuple(one.model_copy().for_action(now.get(id(one.of), one.of)) for one in asked)
    return cycle.requests.model_copy(update={"asked": told})


def _for_the_public(last_year: Continuity | None, names: PublicNames) -> Continuity | None:
    """What has become of last year's records, but for those that are not for publication."""
    if last_year is None:
        return None
    pasts = tuple(_past_in_posts(past, names) for past in last_year.pasts if past.is_published)
    new = {service: tuple(filter(is_published, records)) for service, records in last_year.new.items()}
    return replace(last_year, pasts=pasts, new=new)


def _past_in_posts(past: Past, names: PublicNames) -> Past:
    account = past.account
    return past if account is None else replace(past, account=_told(account, ("asked",), names))


def _for_everybody(cycle: Cycle) -> Iterator[ServicePlan]:
    """Each plan with posts for names, without passages that are not for publication and references to such rows."""
    names, withheld = public_names(cycle.framework), words_of(cycle.framework).withheld
    for plan in cycle.plans:
        hidden = [record for record in hidden_in(plan) if isinstance(record, Linked)]
        changed = {part: tuple(_in_posts(row, names) for row in getattr(plan, part)) for part in PARTS}
        if hidden:
            unlinked = partial(_unlinked, hidden=hidden, cycle=cycle, plan=plan)
            changed = {part: tuple(map(unlinked, rows)) for part, rows in changed.items()}
        changed["passages"] = tuple(_passages(changed["passages"], withheld))
        yield plan.model_copy(update=changed)


def _published(plan: ServicePlan) -> ServicePlan:
    return plan.model_copy(update={part: tuple(filter(is_published, getattr(plan, part))) for part in PARTS})


def _passages(passages: Iterable[Passage], withheld: str) -> Iterator[Passage]:
    """The passages for everybody. A section that has none but others says that they are not for publication."""
    placed, above = list[tuple[str, Passage]](), ""
    for passage in passages:
        above = passage.section.strip() or above
        placed.append((above, passage))
    shown = {folded(section) for section, passage in placed if is_published(passage)}
    last = ""
    for section, passage in placed:
        if is_published(passage):
            is_moved = not passage.section.strip() and last != folded(section)
            yield _with(passage, section=section) if is_moved else passage
        elif folded(section) not in shown:
            shown.add(folded(section))
            yield _at(passage, Passage(section=section, text=paragraph(withheld)))
        else:
            continue
        last = folded(section)


def _unlinked(record: RecordT, hidden: list[Linked], cycle: Cycle, plan: ServicePlan) -> RecordT:
    """A record whose cells name no row that is not for publication; each cell that names none stays as it is."""
    cells: dict[str, Refs | Ref] = {}
    if isinstance(record, Objective | Action | Indicator | Risk):
        cells = {name: value for name, value in named_refs(record).items() if isinstance(value, Refs)}
    elif isinstance(record, Bid):
        cells = {"serves": record.serves}
    new: dict[str, object] = {}
    for name, refs in cells.items():
        kept = _still_named(refs, hidden, cycle, plan)
        if kept is not None:
            new[name] = type(refs)(text=kept)
    if isinstance(record, Action) and record.risk:
        kept = _still_named(Refs(text=record.risk.plain), hidden, cycle, plan)
        if kept is not None:
            new["risk"] = Text.model_validate(kept)
    return _with(record, **new) if new else record


def _still_named(refs: Refs | Ref, hidden: list[Linked], cycle: Cycle, plan: ServicePlan) -> str | None:
    """What a cell of references names but for what is not for publication; None where that is all it names."""
    every = cycle.named(plan.service, refs)
    kept = [one for one in every if not one.found or not all(any(each is row for row in hidden) for each in one.found)]
    return None if len(kept) == len(every) else ", ".join(one.written for one in kept)


def _in_posts(record: RecordT, names: PublicNames) -> RecordT:
    """A record with posts for names in the cells that say who leads or owns it."""
    if not names.is_any:
        return record
    new: dict[str, object] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Owners) and (told := names.in_posts(value.text)) != value.text:
            new[name] = Owners(text=told)
        elif name in _NAMES and (told := names.in_posts(value)) != value:
            new[name] = told
    return _with(record, **new) if new else record


def _framework_in_posts(framework: Framework, names: PublicNames) -> Framework:
    """The framework with posts for names wherever documents print them from it."""
    if not names.is_any:
        return framework
    services = (_told(row, ("manager", "portfolio", "contact"), names) for row in framework.services)
    signatures = (_told(row, ("name", "counter_name", "deputy"), names) for row in framework.signatures)
    people = (row if names.is_named(row) else _with(row, name="", also_written="") for row in framework.people)
    told = {"services": tuple(services), "signatures": tuple(signatures), "people": tuple(people)}
    return framework.model_copy(update=told)


def _told(row: RecordT, fields: Iterable[str], names: PublicNames) -> RecordT:
    """A row of the framework with posts for names in some of its cells."""
    return _with(row, **{name: names.in_posts(getattr(row, name)) for name in fields})


def _names_differ(names: PublicNames, framework: Framework, plan: ServicePlan) -> bool:
    """Whether posts stand for names anywhere in a plan or in what its documents print from the framework."""
    rows = (row for part in PARTS for row in getattr(plan, part))
    if any(_in_posts(row, names) is not row for row in rows):
        return True
    now, then = (_named_by(one, plan.service) for one in (framework, _framework_in_posts(framework, names)))
    return now != then


def _named_by(framework: Framework, service: str) -> tuple[Record | None, ...]:
    """The rows of the framework that name people in the documents of a service."""
    signing = (row for row in framework.signatures if framework.service_name(row.service) in ("", service))
    return (framework.service(service), *signing)


def _with(record: RecordT, **fields: object) -> RecordT:
    """A copy of a record with other fields; it stands where the record does."""
    return _at(record, record.model_copy(update=fields))


def _at(record: Record, copy: RecordT) -> RecordT:
    return copy.at(record.origin) if record.origin is not None else copy
